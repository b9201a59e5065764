import { describe, expect, test } from 'vitest';
import type { Calls } from '../../../src/cli/calls.ts';
import { main } from '../../../src/cli/main.ts';
import type { DiagnoseOptions } from '../../../src/core/pipeline/options.ts';
import { fakeCalls } from '../../support/fake-calls.ts';
import { createFakeIo } from '../../support/fake-io.ts';
import { eventRecord } from '../../support/sample-events.ts';
import { fullReport, report } from '../../support/sample-report.ts';
import { sampleRule } from '../../support/sample-rule.ts';

const run = async (args: readonly string[], calls: Partial<Calls>) => {
  const io = createFakeIo();
  const code = await main(
    ['explain', ...args],
    io,
    fakeCalls({ rulesNamed: () => Promise.resolve([sampleRule]), ...calls }),
  );
  return { code, out: io.stdout.text, err: io.stderr.text };
};

describe('evdx explain RULE', () => {
  test('runs that rule alone', async () => {
    const seen: DiagnoseOptions[] = [];
    const diagnose: Calls['diagnose'] = (_inputs, options) => {
      seen.push(options);
      return Promise.resolve(report());
    };
    const { code, out } = await run(['KB910250', 'a'], { diagnose });
    expect(seen).toMatchObject([{ only: ['KB910250'] }]);
    expect(out).toContain(`\n${sampleRule.title}\n${sampleRule.id}\nIt did not match.\n`);
    expect(code).toBe(0);
  });
  test('a finding is what was asked for, not an alarm', async () => {
    const whole = { ...fullReport(), problems: [], limits: [], sources: report().sources };
    expect((await run(['KB910250', 'a'], { diagnose: () => Promise.resolve(whole) })).code).toBe(0);
  });
  test('an input that could not be read is still said', async () => {
    expect((await run(['KB910250', 'a'], { diagnose: () => Promise.resolve(fullReport()) })).code).toBe(3);
  });
  test('of inputs that gave nothing it does not say that the rule did not match', async () => {
    const problems = [{ code: 'input/missing', place: 'nosuch', detail: null }];
    const nothing = () => Promise.resolve(report({ sources: [], problems }));
    const { code, out } = await run(['KB910250', 'nosuch'], { diagnose: nothing });
    expect(code).toBe(3);
    expect(out).toContain('\nCould not look: no event was read, so nothing can be said about the machine.\n');
    expect(out).not.toContain('did not match');
  });
  test('as JSON it is the report', async () => {
    const { out } = await run(['-f', 'json', 'KB910250', 'a'], { diagnose: () => Promise.resolve(report()) });
    expect(JSON.parse(out)).toEqual(report());
  });
  test('without a rule it is wrong usage', async () => {
    const { code, err } = await run([], {});
    expect(code).toBe(2);
    expect(err).toContain('evdx: explain needs a rule, or --event FILE:RECORD. ');
  });
});

describe('evdx explain --event', () => {
  const looks = [{ ruleId: sampleRule.id, title: sampleRule.title, className: 'refused', takes: true, failed: [] }];
  test('asks about one record of one file', async () => {
    const seen: unknown[] = [];
    const explainEvent: Calls['explainEvent'] = (input, address) => {
      seen.push([input.name, address]);
      return Promise.resolve({ event: eventRecord(), looks });
    };
    const { code, out } = await run(['--event', 'logs/a.evtx:4711'], { explainEvent });
    expect(seen).toEqual([['logs/a.evtx', { recordId: 4711 }]]);
    expect(out).toContain('• taken as refused of exchange/backup-never-closed\n');
    expect(code).toBe(0);
  });
  test('says that there are not so many events', async () => {
    const { code, out } = await run(['--event', 'a:#1200'], { explainEvent: () => Promise.resolve(null) });
    expect([code, out]).toEqual([3, 'There are fewer than 1,200 events.\n']);
  });
  test('takes no rule and no further file', async () => {
    const { code, err } = await run(['KB910250', '--event', 'a:7'], {});
    expect([code, err]).toEqual([2, expect.stringContaining('--event names its file itself; leave "KB910250" out.')]);
  });
  test('as JSON it is the event and what the classes said', async () => {
    const { out } = await run(['-f', 'json', '--event', 'a:#1'], {
      explainEvent: () => Promise.resolve({ event: eventRecord(), looks }),
    });
    expect(JSON.parse(out)).toMatchObject({ event: { eventId: 9607, data: '4261636b' }, looks });
  });
  test('a record that is not there is 3, and so is a file, of which nothing is said', async () => {
    const absent = await run(['--event', 'a:7'], { explainEvent: () => Promise.resolve(null) });
    expect([absent.code, absent.out.replace(/\s+/g, ' '), absent.err]).toEqual([
      3,
      'There is no record 7. Where events carry no record numbers, #1 is the first one. ',
      '',
    ]);
    const explainEvent: Calls['explainEvent'] = (_input, _address, { onProblem }) => {
      onProblem?.('a', { code: 'input/missing', position: null, detail: null });
      return Promise.resolve(null);
    };
    const unread = await run(['--event', 'a:7'], { explainEvent });
    expect([unread.code, unread.out.replace(/\s+/g, ' '), unread.err]).toEqual([
      3,
      'Could not look for record 7: the input was not read, or not all of it. ',
      'evdx: a: There is no such file or folder; check the path. [input/missing]\n',
    ]);
  });
});
