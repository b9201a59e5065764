import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtinRules } from '../src/core/knowledge/builtin/rules.ts';
import { loadRule, type RuleFile } from '../src/core/knowledge/rules/load.ts';
import { parseCovers } from '../src/core/knowledge/rules/test-log.ts';
import type { WrittenTest } from '../src/core/pipeline/derived-tests/support/derivation.ts';
import { judgeWith, writtenTest } from '../src/core/pipeline/derived-tests/support/written-test.ts';
import { createTestBench, scanTestEvents, type TestBench } from '../src/core/pipeline/rule-test.ts';
import type { WriteLog } from './support/writers/cells.ts';
import { type WrittenFormat, writtenFormats } from './support/writers/index.ts';
import { told } from './support/writers/losses.ts';
import { eventsIn, lineOf, type ReExport, ReExportedTests } from './support/writers/re-exported-tests.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const textOf = (file: string): string => readFileSync(`${ROOT}${file}`, 'utf8');

function loaded(id: string): RuleFile {
  const { rule } = loadRule(textOf(`rules/${id}.yaml`), { file: `rules/${id}.yaml` });
  if (rule === null || typeof rule.tests === 'string') throw new Error(`${id} has no tests in it`);
  return rule;
}
type RuleTest = Exclude<RuleFile['tests'], string>[number];

/** A test with a log in a file, as if its events were written in lines. */
async function fileTest(bench: TestBench, ruleTest: Extract<RuleTest, { file: string }>): Promise<WrittenTest> {
  const records = await eventsIn(textOf(posix.join('rules', posix.dirname(bench.rule.id), ruleTest.file)));
  const events = records.map((record) =>
    lineOf(told(record), { ...record, system: null, payload: null, otherForms: [] }),
  );
  const covers = ruleTest.covers === undefined ? null : parseCovers(ruleTest.covers);
  const scan = scanTestEvents('test', events, covers, bench);
  const judge = judgeWith(bench, ruleTest);
  return { test: ruleTest, bench, events, covers, scan, judge, judged: judge([scan]) };
}

async function writtenTests(rule: RuleFile): Promise<readonly WrittenTest[]> {
  const bench = await createTestBench(rule, builtinRules);
  const tests = typeof rule.tests === 'string' ? [] : rule.tests;
  return Promise.all(tests.map((one) => ('log' in one ? writtenTest(bench, one) : fileTest(bench, one))));
}

/** Rules whose tests stand in one log. */
const TOGETHER = 8;

interface Row extends ReExport {
  readonly ruleId: string;
  readonly format: string;
  readonly finds: boolean;
}
const origin = (written: WrittenTest = expect.unreachable()): Pick<Row, 'ruleId' | 'finds'> => ({
  ruleId: written.bench.rule.id,
  finds: written.test.expect !== 'none',
});
const isLost = ({ lostBy }: Row): boolean => lostBy.length > 0;

function counted(words: readonly string[]): string {
  const countByWord = new Map<string, number>();
  for (const word of words) countByWord.set(word, (countByWord.get(word) ?? 0) + 1);
  return [...countByWord].map(([word, count]) => `${word} ${count}`).join(', ');
}

/** What a rule may need that some format has no place for. Another one here says that a format gives less than it did, or a rule asks more. */
const NEEDED = [
  ...['borders', 'channel', 'data', 'host', 'lastHex', 'levelsButAudits', 'lineEnds', 'message', 'nameType', 'names'],
  ...['order', 'recordId', 'strings', 'stringsWithoutNumbers', 'unnumbered'],
  ...['wordsOf2003', 'wordsOfDotNet', 'wordsOfPsloglist'],
];

describe('the tests of the rules that come with evdx, written in every format and read again', () => {
  const formats = Object.entries(writtenFormats);
  const rows: Row[] = [];
  beforeAll(async () => {
    for (let at = 0; at < builtinRules.length; at += TOGETHER) {
      const rules = builtinRules.slice(at, at + TOGETHER).map(({ id }) => loaded(id));
      const tests = (await Promise.all(rules.map(writtenTests))).flat();
      const again = new ReExportedTests(tests);
      for (const [format, written] of formats)
        for (const [index, one] of (await again.as(written)).entries())
          rows.push({ ...one, ...origin(tests[index]), format });
    }
    const lost = rows.filter(isLost);
    process.stdout.write(
      `rules: ${rows.length} tests in ${formats.length} formats, ${rows.length - lost.length} hold, ` +
        `${lost.length} ask for what the format loses\n` +
        `  by loss: ${counted(lost.map(({ lostBy }) => lostBy.join(' + ')))}\n` +
        `  by format: ${counted(lost.map(({ format }) => format))}\n`,
    );
  }, 900_000);

  test('every test of every rule went through every format', () => {
    const tests = new Set(rows.map(({ ruleId, test: name }) => `${ruleId}: ${name}`));
    expect(new Set(rows.map(({ ruleId }) => ruleId)).size).toBe(builtinRules.length);
    expect(rows.length).toBe(tests.size * formats.length);
  });

  test('each says what the losses of the format leave it to say', () => {
    const wrong = rows.filter(({ message }) => message !== null);
    expect(wrong.map((row) => `${row.ruleId}: ${row.test} as ${row.format}: ${row.message}`)).toEqual([]);
  });

  test('those that no longer hold lack what the table of losses says', () => {
    expect([...new Set(rows.flatMap(({ lostBy }) => lostBy))].sort()).toEqual(NEEDED);
    expect(rows.filter((row) => isLost(row) && row.format === 'event-xml')).toEqual([]);
  });

  test('each rule still finds what it is for in some formats', () => {
    const formatsByRule = new Map<string, Set<string>>(builtinRules.map(({ id }) => [id, new Set()]));
    for (const row of rows) if (row.finds && !isLost(row)) formatsByRule.get(row.ruleId)?.add(row.format);
    const few = [...formatsByRule].filter(([, names]) => names.size < formats.length / 2);
    // What these ask for stands in named values, or in the bytes of events without a message.
    expect(few.map(([id, names]) => [id, names.size])).toEqual([
      ['restart/sudden-power-loss', 5],
      ['storage/disk-gone-during-paging', 8],
      ['vss/kernel-pool-exhausted-by-snapshot', 8],
    ]);
  });
});

describe('what these tests would find', () => {
  const RULE = `evdx: 1
id: area/name
title: Something is wrong
severity: high
events:
  fail: {log: Application, provider: Store, id: 3, text: {contains: refused}}
find:
  failure: {one: fail}
causes:
  - {id: cause, title: The cause, evidence: [{if: failure, for: strong, because: so it is}]}
resolution:
  - {id: repair, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Repair it.}]}
refs: [a source]
tests:
  - {name: refused, log: '2006-03-01T02:00:02 EX1 Application Store 3 error | refused', expect: {grade: confirmed}}
  - {name: accepted, log: '2006-03-01T02:00:02 EX1 Application Store 3 error | accepted', expect: none}
`;
  const { rule } = loadRule(RULE, { file: 'rule.yaml' });
  const { write } = writtenFormats['event-xml'] ?? { write: () => '' };
  const mute: WriteLog = (events) => write(events.map((event) => ({ ...event, message: null })));
  const as = async (format: WrittenFormat): Promise<readonly ReExport[]> =>
    rule === null ? [] : new ReExportedTests(await writtenTests(rule)).as(format);

  test('a format that leaves the message out and does not say so', async () => {
    expect(await as({ write: mute, loses: ['recordId'] })).toEqual([
      { test: 'refused', message: expect.stringContaining('got no finding'), lostBy: [] },
      { test: 'accepted', message: null, lostBy: [] },
    ]);
  });

  test('one that says so, and which of its losses it is', async () => {
    expect(await as({ write: mute, loses: ['recordId', 'message', 'names'] })).toEqual([
      { test: 'refused', message: null, lostBy: ['message'] },
      { test: 'accepted', message: null, lostBy: [] },
    ]);
  });

  test('one that leaves an event out', async () => {
    const first: WriteLog = (events) => write(events.slice(0, 1));
    const message = '2 events were written, 1 read';
    expect(await as({ write: first, loses: [] })).toEqual([
      { test: 'refused', message, lostBy: [] },
      { test: 'accepted', message, lostBy: [] },
    ]);
  });
});
