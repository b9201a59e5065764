import { describe, expect, test } from 'vitest';
import type { NearMiss, ReportMention } from '../../../../src/core/model/report.ts';
import { outlineReport } from '../../../../src/core/report/outline/outline.ts';
import { plainText } from '../../../support/plain-text.ts';
import { report, source } from '../../../support/sample-report.ts';

test('what was checked on no host stands apart from what was not on some', () => {
  const because = 'no System log was given';
  const on = (ruleId: string, host: string | null) => ({ ruleId, because, host });
  const hosts = ['ex1', 'ex2', 'ex3', 'ex4', 'ex5'];
  const notChecked = [on('a/none', null), ...hosts.flatMap((host) => [on('a/some', host), on('a/others', host)])];
  expect(plainText(outlineReport(report({ notChecked }), 'UTC'))).toContain(
    '1 rule: no System log was given. 2 rules on ex1, ex2, ex3 and 2 other hosts: no System log was given. -f json lists them.',
  );
});

const short = (ruleId: string, had: number, needed: number, over: Partial<NearMiss> = {}): NearMiss => ({
  ...{ ruleId, host: 'ex1', key: { host: 'ex1' }, kind: 'count', name: 'often', count: 1, failed: [] },
  ...{ steps: [{ role: 'one', seen: had }], reached: [], stoppedBy: 'window', had: `${had}`, needed: `${needed}` },
  ...{ samples: [], title: `Title of ${ruleId}`, isAnchor: true },
  ...over,
});
const picked = source({
  coverage: [
    {
      ...{
        host: 'ex1',
        channel: 'System',
        first: '2006-03-01T01:00:00.000Z',
        last: '2006-03-01T01:00:00.000Z',
        gaps: [],
        levels: 'all',
      },
      completeness: 'selected',
    },
  ],
});
const closeLines = (nearMisses: readonly NearMiss[], sources = [source()]): readonly string[] => {
  const lines = plainText(outlineReport(report({ nearMisses, sources }), 'UTC')).split('\n');
  const from = lines.indexOf('Came close');
  return from < 0
    ? []
    : lines.slice(
        from + 1,
        lines.findIndex((line, at) => at > from && line.includes('saw some')),
      );
};

test('a rule that lacks only more of its events is named, the nearest three of them first', () => {
  const misses = [short('a/far', 1, 9), short('b/half', 2, 4), short('c/near', 3, 4), short('d/third', 1, 3)];
  expect(closeLines(misses)).toEqual([
    '• Title of c/near on ex1: 3 of the 4 events it takes',
    '• Title of b/half on ex1: 2 of the 4 events it takes',
    '• Title of d/third on ex1: 1 of the 3 events it takes',
  ]);
});
test('of picked events it is said that the whole log would tell', () => {
  expect(closeLines([short('a/one', 1, 4)], [picked])).toEqual([
    '• Title of a/one on ex1: 1 of the 4 events it takes',
    'If these are only some of its events, give the whole log.',
  ]);
});
test('what another pattern of a rule lacks, or another kind of pattern, is not told so', () => {
  const misses = [short('a/side', 1, 4, { isAnchor: false }), short('b/late', 1, 4, { kind: 'all' })];
  expect(closeLines(misses)).toEqual([]);
});

test('a code that stands in several sources is mentioned once, with all its places counted', () => {
  const mention = (value: string, source: number, count: number): ReportMention => ({
    ...{ kind: 'code', value, name: 'E_ACCESSDENIED', count },
    at: { source, position: 1, recordId: null },
  });
  const mentioned = [mention('0x80070005', 0, 2), mention('-2147024891', 0, 1), mention('0x80070005', 1, 1)];
  expect(plainText(outlineReport(report({ mentioned }), 'UTC'))).toContain(
    'not counted as events\n0x80070005 E_ACCESSDENIED (3 ×), -2147024891 E_ACCESSDENIED',
  );
});

test('codes that have a name stand before ids of anything', () => {
  const mention = (kind: ReportMention['kind'], value: string, name: string | null): ReportMention => ({
    ...{ kind, value, name, count: 1 },
    at: { source: 0, position: 1, recordId: null },
  });
  const guid = '050f3909-2a9d-4f63-8a47-6a406ec41298';
  const mentioned = [mention('guid', guid, null), mention('kb', '5004237', null), mention('code', '0x80070005', 'E')];
  expect(plainText(outlineReport(report({ mentioned }), 'UTC'))).toContain(
    `not counted as events\n0x80070005 E, KB5004237, ${guid}`,
  );
});

describe('problems with the input', () => {
  const empty = (name: string) =>
    source({ name, problems: [{ code: 'input/no-events', position: null, detail: null }] });
  const damaged = source({ name: 'z.evtx', problems: [{ code: 'evtx/bad-chunk', position: 4096, detail: 'size' }] });
  const problemLines = (over: Parameters<typeof report>[0]): readonly string[] => {
    const lines = plainText(outlineReport(report(over), 'UTC')).split('\n');
    return lines.slice(lines.indexOf('Problems with the input') + 1).filter((line) => line !== '');
  };
  test('many alike do not bury the one log that is damaged', () => {
    const sources = [...Array.from({ length: 40 }, (_, index) => empty(`f${index}.txt`)), damaged];
    const lines = problemLines({ sources });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('z.evtx');
    expect(lines[1]).toContain('f0.txt and 39 more: The input was read, but it holds no event. [input/no-events]');
  });
  test('of many files of other kinds it is told what they are, the commonest first', () => {
    const other = (name: string, detail: string) =>
      source({ name, problems: [{ code: 'input/other-log', position: null, detail }] });
    const kinds = ['an IIS log', 'an IIS log', 'a log of DISM', 'an IIS log', 'an IIS log'];
    const lines = problemLines({ sources: kinds.map((kind, index) => other(`f${index}.log`, kind)) });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('f0.log and 4 more: This is a file of another kind');
    expect(lines[0]).toContain('(4 × an IIS log, a log of DISM) [input/other-log]');
  });
  test('three alike are all told', () => {
    const lines = problemLines({ sources: [empty('a.txt'), empty('b.txt'), empty('c.txt')] });
    expect(lines.map((line) => /[abc]\.txt/.exec(line)?.[0])).toEqual(['a.txt', 'b.txt', 'c.txt']);
  });
  test('a limit that acted stands first', () => {
    const limits = [{ limit: 'archive-ratio' as const, source: 0, ruleId: null, detail: 'reading it ended' }];
    expect(problemLines({ sources: [damaged], limits })[0]).toContain('Incomplete: reading it ended.');
  });
});
