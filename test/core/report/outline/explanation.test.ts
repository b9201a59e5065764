import { describe, expect, test } from 'vitest';
import type { NearMiss, Report } from '../../../../src/core/model/report.ts';
import { outlineEvent, outlineNoEvent } from '../../../../src/core/report/outline/event-explanation.ts';
import { outlineExplanation } from '../../../../src/core/report/outline/explanation.ts';
import { plainText } from '../../../support/plain-text.ts';
import { eventRecord } from '../../../support/sample-events.ts';
import { finding, report } from '../../../support/sample-report.ts';

const rule = {
  id: finding().ruleId,
  title: finding().title,
  eventByRole: new Map([['begin', 'MSExchangeIS 9604']]),
};
const miss = (over: Partial<NearMiss>): NearMiss => ({
  ruleId: rule.id,
  host: 'ex1',
  key: { host: 'ex1' },
  kind: 'seq',
  name: 'attempt_seen',
  count: 1,
  failed: [],
  steps: [],
  reached: [],
  stoppedBy: null,
  had: null,
  needed: null,
  samples: [],
  title: rule.title,
  isAnchor: true,
  ...over,
});
const steps = (...seen: readonly number[]) =>
  seen.map((count, index) => ({ role: ['begin', 'aborted', 'refused'][index] ?? '', seen: count }));
const explained = (nearMisses: readonly NearMiss[], over: Partial<Report> = {}): string =>
  plainText(outlineExplanation(report({ nearMisses, ...over }), [rule], 'UTC'));

describe('outlineExplanation', () => {
  test('says which steps were never seen', () => {
    expect(explained([miss({ steps: steps(0, 0, 1) })])).toContain(
      [
        'ex1',
        '└─ attempt_seen (sequence): begin (MSExchangeIS 9604) and aborted are missing',
        '   ├─ ✗ begin (MSExchangeIS 9604), never seen',
        '   ├─ ✗ aborted, never seen',
        '   └─ – refused, seen 1 time',
      ].join('\n'),
    );
  });
  test('says once what failed alike for several events', () => {
    const near = miss({ kind: 'near', name: 'dc_lost', stoppedBy: 'coverage', needed: '20m' });
    const other = miss({ kind: 'near', name: 'dc_lost', stoppedBy: 'coverage', needed: '4m' });
    expect(explained([near, near, other]).trimEnd().split('\n').slice(-3)).toEqual([
      'ex1',
      '├─ dc_lost (near another event): the log does not cover the 20m needed, 2 times alike',
      '└─ dc_lost (near another event): the log does not cover the 4m needed',
    ]);
  });
  test('says which limit was passed and by how much', () => {
    const late = miss({
      steps: steps(1, 1, 1),
      reached: ['begin', 'aborted'],
      stoppedBy: 'gap',
      had: '20m',
      needed: '10m',
    });
    expect(explained([late])).toContain(
      'attempt_seen (sequence): the next event came 20m after aborted, 10m allowed, 10m too long\n   ├─ ✓ begin (MSExchangeIS 9604), seen 1 time\n',
    );
  });
  test('says what an event lacks that its rule tells such events apart by', () => {
    const keyless = miss({ kind: 'class', name: 'begin', count: 2, failed: ['data_set'], stoppedBy: 'key' });
    expect(explained([keyless])).toContain(
      'begin (kind of event): 2 events of the right kind, but without a value for data set',
    );
  });
  test('says where the other events stand when the key differs', () => {
    const here = miss({ host: 'ex2', key: { host: 'ex2' }, steps: steps(0, 1, 1), stoppedBy: 'key' });
    const there = miss({ steps: steps(1, 0, 0), reached: ['begin'], stoppedBy: 'key' });
    const text = explained([there, here]);
    expect(text).toContain(
      'attempt_seen (sequence): the events do not belong together: begin (MSExchangeIS 9604) on ex1\n',
    );
    expect(text).toContain(
      'attempt_seen (sequence): the events do not belong together: aborted on ex2 and refused on ex2\n',
    );
  });
  test('says which clause of a kind of event failed, with a sample', () => {
    const samples = [
      { time: '2006-03-02T01:00:01.000Z', at: { source: 0, position: 29, recordId: null }, text: '0xffff69d' },
    ];
    expect(
      explained([miss({ kind: 'class', name: 'refused', count: 3, failed: ['code', 'data'], samples })]),
    ).toContain(
      [
        '└─ refused (kind of event): 3 events of the right source and id, but without the right error code and data bytes',
        '   └─ 2006-03-02 01:00:01 · line 29 · 0xffff69d',
      ].join('\n'),
    );
  });
  test.each([
    [{ kind: 'count', stoppedBy: 'window', had: '4', needed: '5' }, 'count): at most 4 in the window, 5 needed'],
    [{ kind: 'all', stoppedBy: 'window', had: '3m', needed: '2m' }, 'the events lie 3m apart, 2m allowed, 1m too long'],
    [
      { kind: 'near', stoppedBy: 'window', had: '3h', needed: '2h' },
      'the nearest one lies 3h away, 2h allowed, 1h too long',
    ],
    [{ kind: 'near', stoppedBy: 'window' }, 'no such event in the window'],
    [
      { kind: 'all', stoppedBy: 'zone' },
      'their times name no zone, so those of two hosts cannot be compared: give --tz',
    ],
    [{ kind: 'absent', stoppedBy: 'seen', had: '2h' }, 'an event that must be absent is there, 2h away'],
    [{ kind: 'absent', stoppedBy: 'coverage', needed: '24h' }, 'the log does not cover the 24h needed'],
    [{ stoppedBy: 'forbid' }, 'an event in between ends it'],
    [
      { kind: 'class', count: 2, failed: ['not'] },
      '2 events of the right source and id, but of a kind that is left out',
    ],
    [
      { kind: 'class', count: 1, failed: ['not', 'text'] },
      '1 event of the right source and id, but without the right text and of a kind that is left out',
    ],
    [{ stoppedBy: 'guard' }, 'it is not known whether a flag is as it must be at that time'],
  ] as const)('puts %j in words', (over, words) => {
    expect(explained([miss(over)])).toContain(words);
  });
  test('tells what matched from what could not be decided', () => {
    const whole = { steps: steps(1, 1, 1), reached: ['begin', 'aborted', 'refused'] };
    const text = explained([miss({ ...whole, name: 'attempt' }), miss(whole)], { findings: [finding()] });
    expect(text).toContain('├─ attempt (sequence): all steps, but not decidable\n');
    expect(text).toContain('└─ attempt_seen (sequence): matched\n');
  });
  test('a rule that matched says so first', () => {
    expect(explained([], { findings: [finding()] })).toContain('\nIt matched 1 time:\n• Likely · ex1 · 2 times · ');
  });
  test('a rule whose events are not there at all says that', () => {
    expect(explained([])).toContain('\nIt did not match.\nNone of the events it asks for was there.\n');
  });
});

describe('outlineEvent', () => {
  const look = { ruleId: rule.id, title: rule.title, className: 'refused', takes: false, failed: ['code'] };
  test('lists what each class said', () => {
    const text = plainText(
      outlineEvent(
        { event: eventRecord(), looks: [look, { ...look, className: 'any', takes: true, failed: [] }] },
        'UTC',
      ),
    );
    expect(text).toContain('MSExchangeIS 9607 · 2006-03-02 01:00:01 · ex1 · Application · error · codes 1293\n');
    expect(text).toContain('• not refused of exchange/backup-never-closed: not the right error code\n');
    expect(text).toContain('• taken as any of exchange/backup-never-closed\n');
  });
  test('no rule may look at it', () => {
    expect(plainText(outlineEvent({ event: eventRecord(), looks: [] }, 'UTC'))).toContain(
      'No rule looks at events of this source and id.',
    );
  });
  test('the record may not be there', () => {
    expect(plainText(outlineNoEvent({ nth: 2 }, false))).toBe('There are fewer than 2 events.\n');
    expect(plainText(outlineNoEvent({ recordId: 2 }, false))).toContain('There is no record 2.');
    expect(plainText(outlineNoEvent({ nth: 2 }, true))).toContain('Could not look for event #2:');
  });
});
