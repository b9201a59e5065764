import { beforeAll, describe, expect, test } from 'vitest';
import { loadRule, type RuleFile } from '../../../src/core/knowledge/rules/load.ts';
import type { EventRecord } from '../../../src/core/model/event.ts';
import type { KeptEvent, Scan } from '../../../src/core/model/scan.ts';
import { absenceLimits } from '../../../src/core/pipeline/derived-tests/absence-limits.ts';
import { allLimit } from '../../../src/core/pipeline/derived-tests/all-limit.ts';
import { countLimit } from '../../../src/core/pipeline/derived-tests/count-limit.ts';
import { droppedLines } from '../../../src/core/pipeline/derived-tests/dropped-lines.ts';
import { fileOrder } from '../../../src/core/pipeline/derived-tests/file-order.ts';
import { derivations, runDerivedTests } from '../../../src/core/pipeline/derived-tests/index.ts';
import { nearLimits } from '../../../src/core/pipeline/derived-tests/near-limits.ts';
import { otherHost } from '../../../src/core/pipeline/derived-tests/other-host.ts';
import { reExport, reExportAs } from '../../../src/core/pipeline/derived-tests/re-export.ts';
import { sequenceLimits } from '../../../src/core/pipeline/derived-tests/sequence-limits.ts';
import { sources } from '../../../src/core/pipeline/derived-tests/sources.ts';
import type { Derivation, Judge } from '../../../src/core/pipeline/derived-tests/support/derivation.ts';
import { judgeWith, writtenTest } from '../../../src/core/pipeline/derived-tests/support/written-test.ts';
import { swappedSteps } from '../../../src/core/pipeline/derived-tests/swapped-steps.ts';
import { timeZone } from '../../../src/core/pipeline/derived-tests/time-zone.ts';
import { createTestBench, type TestBench } from '../../../src/core/pipeline/rule-test.ts';
import { writeClipboardNt } from '../../../src/core/report/writers/clipboard-nt.ts';

/** One rule with every kind of pattern; each test below plants one defect beside it. */
const RULE = `evdx: 1
id: area/name
title: Something is wrong
severity: high
events:
  begin: {log: Application, provider: Store, id: 1}
  abort: {log: Application, provider: Store, id: 2}
  fail:  {log: Application, provider: Store, id: 3, text: {contains: refused}}
  done:  {log: Application, provider: Store, id: 4}
  other: {log: System, provider: Disk, id: 7}
find:
  failure: {one: fail}
  chain: {seq: [begin, {event: abort, gap: 10m}, {event: fail, gap: 10m}], within: 15m}
  both: {all: [fail, other], within: 2m}
  often: {count: {of: fail, min: 3}, within: 1h}
  never: {absent: {of: done, after: fail, for: 1h}}
  close: {near: {of: other, around: failure, before: 5m, after: 3m}}
anchor: failure
grade:
  - confirmed: chain
  - likely: both or often or never or close
  - possible: failure
causes:
  - {id: cause, title: The cause, evidence: [{if: chain, for: strong, because: so it is}]}
resolution:
  - {id: repair, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Repair it.}]}
refs: [a source]
tests:
  - name: a chain
    log: |
      2006-03-01T02:00:00 EX1 Application Store 1 info
      2006-03-01T02:00:01 EX1 Application Store 2 info
      2006-03-01T02:00:02 EX1 Application Store 3 error | refused
    expect: {grade: confirmed, cause: cause, count: 1}
  - name: both
    log: |
      2006-03-01T02:00:00 EX1 System Disk 7 error
      2006-03-01T02:00:02 EX1 Application Store 3 error | refused
    expect: {grade: likely, evidence: [other, fail]}
  - name: often
    log: |
      2006-03-01T02:00:00 EX1 Application Store 3 error | refused
      2006-03-01T02:00:01 EX1 Application Store 3 error | refused
      2006-03-01T02:00:02 EX1 Application Store 3 error | refused
      2006-03-01T02:00:03 EX1 Application Store 3 error | refused
    redundant: fail
    expect: {grade: likely}
  - name: never
    log: |
      2006-03-01T02:00:00 EX1 Application Store 3 error | refused
    covers: 2006-03-01T00:00:00/2006-03-02T00:00:00
    expect: {grade: likely}
  - name: two of one second
    log: |
      2006-03-01T02:00:00 EX1 Application Store 1 info
      2006-03-01T02:00:00 EX1 Application Store 2 info
      2006-03-01T02:00:00 EX1 Application Store 3 error | refused
    expect: {grade: confirmed}
  - name: any grade will do
    log: |
      2006-03-01T02:00:00 EX1 Application Store 1 info
      2006-03-01T02:00:01 EX1 Application Store 2 info
      2006-03-01T02:00:02 EX1 Application Store 3 error | refused
    redundant: begin
    expect: {count: 1}
  - name: redundant where it is not
    log: |
      2006-03-01T02:00:00 EX1 Application Store 1 info
      2006-03-01T02:00:01 EX1 Application Store 2 info
      2006-03-01T02:00:02 EX1 Application Store 3 error | refused
    redundant: [begin, abort]
    expect: {grade: confirmed}
`;

const load = (text: string): RuleFile => {
  const { rule, problems } = loadRule(text, { file: 'rule.yaml' });
  if (rule === null) throw new Error(JSON.stringify(problems));
  return rule;
};

let bench: TestBench;
beforeAll(async () => {
  bench = await createTestBench(load(RULE), []);
});

const testNamed = (name: string, { rule: { tests } } = bench) => {
  const found = Array.isArray(tests) ? tests.find((one) => one.name === name) : undefined;
  if (found === undefined || !('log' in found)) throw new Error(`no test ${name}`);
  return found;
};

/** What a derivation complains of, by name. */
async function complaints(derive: Derivation, name: string, engine: Judge | TestBench = bench): Promise<string[]> {
  const judge = typeof engine === 'function' ? engine : judgeWith(engine, testNamed(name));
  const derived = await derive(writtenTest(typeof engine === 'function' ? bench : engine, testNamed(name), judge));
  return derived.flatMap(({ name: what, message }) => (message === null ? [] : [what]));
}
const names = async (derive: Derivation, name: string): Promise<string[]> =>
  [...(await derive(writtenTest(bench, testNamed(name))))].map((one) => one.name);

/** An engine that sees every scan through a fault. */
const through =
  (name: string, fault: (scan: Scan, index: number) => Scan): Judge =>
  (scans) =>
    judgeWith(bench, testNamed(name))(scans.map(fault));
const mapEvents = (scan: Scan, change: (event: EventRecord) => EventRecord): Scan => ({
  ...scan,
  kept: scan.kept.map((kept): KeptEvent => ({ ...kept, event: change(kept.event) })),
});
/** An engine that runs another rule than the one that stands in the file. */
const running = async (from: string, to: string): Promise<TestBench> => {
  expect(RULE).toContain(from);
  return { ...(await createTestBench(load(RULE.replace(from, to)), [])), rule: bench.rule };
};

test.each(['a chain', 'both', 'often', 'never', 'two of one second'])(
  'nothing is complained of where nothing is wrong: %s',
  async (name) => {
    for (const { name: what, message } of await runDerivedTests(bench, testNamed(name))) {
      expect([what, message]).toEqual([what, null]);
    }
  },
);

/** What is looked for around an event of the whole host, for each of its services. */
const OF_SERVICES = `evdx: 1
id: area/service
title: A service does not start
severity: high
by: [host, service]
events:
  boot:  {log: System, provider: EventLog, id: 6005, by: [host]}
  start: {log: System, provider: SCM, id: 7036, capture: {service: {string: 1}}}
  fail:  {log: System, provider: SCM, id: 7000, capture: {service: {string: 1}}}
find:
  failure: {one: fail}
  never: {absent: {of: start, after: boot, for: 30m}}
  started: {near: {of: start, around: boot, after: 30m}}
anchor: failure
grade: [{confirmed: never}, {likely: started}]
causes: [{id: cause, title: The cause, evidence: [{if: failure, for: strong, because: so it is}]}]
resolution:
  - {id: repair, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Repair it.}]}
refs: [a source]
tests:
  - name: another service starts
    log: |
      2006-03-01T02:00:00 EX1 System EventLog 6005 info
      2006-03-01T02:01:00 EX1 System SCM 7036 info | | | ["Spooler"]
      2006-03-01T02:02:00 EX1 System SCM 7000 error | | | ["Netman"]
    covers: 2006-03-01T00:00:00/2006-03-02T00:00:00
    redundant: start
    expect: {grade: confirmed}
  - name: it did start
    log: |
      2006-03-01T02:00:00 EX1 System EventLog 6005 info
      2006-03-01T02:01:00 EX1 System SCM 7036 info | | | ["Netman"]
      2006-03-01T02:01:30 EX1 System SCM 7036 info | | | ["Spooler"]
      2006-03-01T02:02:00 EX1 System SCM 7000 error | | | ["Netman"]
    covers: 2006-03-01T00:00:00/2006-03-02T00:00:00
    expect: {grade: likely}
`;

test.each(['another service starts', 'it did start'])(
  'nothing is complained of where services are told apart around an event of the host: %s',
  async (name) => {
    const rule = load(OF_SERVICES);
    const written = Array.isArray(rule.tests) ? rule.tests.find((one) => one.name === name) : undefined;
    if (written === undefined || !('log' in written)) throw new Error(`no test ${name}`);
    const derived = await runDerivedTests(await createTestBench(rule, []), written);
    expect(derived.filter(({ message }) => message !== null)).toEqual([]);
    expect(derived.length).toBeGreaterThan(0);
  },
);

test('every kind of derivation gives something for one of these tests', async () => {
  const written = ['a chain', 'both', 'often', 'never'].map((name) => writtenTest(bench, testNamed(name)));
  for (const derive of derivations) {
    const derived = await Promise.all(written.map(derive));
    expect(derived.flat().length).toBeGreaterThan(0);
  }
});

describe('the order of the file', () => {
  test('an engine that takes it for the order of the events is found out', async () => {
    const byPlace = through('a chain', (scan) => mapEvents(scan, (event) => ({ ...event, recordId: event.position })));
    expect(await complaints(fileOrder, 'a chain', byPlace)).toContain('newest line first');
  });

  test('lines are shuffled the same way in every run, and not left as they are', async () => {
    const seen: number[][] = [];
    const spy: Judge = (scans) => {
      seen.push(scans.flatMap(({ kept }) => kept.map(({ event }) => event.recordId ?? 0)));
      return judgeWith(bench, testNamed('often'))(scans);
    };
    for (let run = 0; run < 2; run += 1) await fileOrder(writtenTest(bench, testNamed('often'), spy));
    const [written, shuffled, , , again] = seen;
    expect(written).toEqual([1, 2, 3, 4]);
    expect(shuffled).not.toEqual(written);
    expect([...(shuffled ?? [])].sort()).toEqual(written);
    expect(again).toEqual(shuffled);
  });
});

describe('several files', () => {
  test('an engine that reads only the first is found out', async () => {
    const first: Judge = (scans) => judgeWith(bench, testNamed('a chain'))(scans.slice(0, 1));
    expect(await complaints(sources, 'a chain', first)).toEqual(['split into two files']);
  });

  test('an engine that counts one event twice is found out', async () => {
    const apart = through('a chain', (scan, index) =>
      mapEvents(scan, (event) => ({ ...event, recordId: (event.recordId ?? 0) + index * 100 })),
    );
    expect(await complaints(sources, 'a chain', apart)).toContain('the log given twice');
  });
});

test('an engine that reads the clock of the day is found out', async () => {
  const MORNING = Date.UTC(2006, 2, 1, 6);
  const untilSix = through('a chain', (scan) => ({
    ...scan,
    kept: scan.kept.filter(({ event }) => (event.timeMs ?? 0) < MORNING),
  }));
  expect(await complaints(timeZone, 'a chain', untilSix)).toEqual(['in another time zone']);
});

test('a writer that leaves the message out is found out, unless the format cannot carry the log', async () => {
  const written = writtenTest(bench, testNamed('a chain'));
  const write = (events: readonly EventRecord[]): string =>
    writeClipboardNt(events.map((event) => ({ ...event, message: null })));
  const [mute, honest] = await reExportAs(written, [
    { name: 'mute text', write, loses: ['log'] },
    { name: 'text', write: writeClipboardNt, loses: ['log', 'fractions', 'names', 'insertsOfMessages'] },
  ]);
  expect(mute).toMatchObject({ name: 'as mute text', message: expect.stringContaining('got no finding') });
  expect(honest).toEqual({ name: 'as text', message: null });
});

test('what a format loses shows where it is not said', async () => {
  const written = writtenTest(bench, testNamed('never'));
  const [said, unsaid] = await reExportAs(written, [
    { name: 'text', write: writeClipboardNt, loses: ['log'] },
    { name: 'text without a word', write: writeClipboardNt, loses: [] },
  ]);
  expect(said?.message).toBeNull();
  expect(unsaid?.message).toContain('expected likely, got possible');
});

test('a tie stays a tie in a format that writes more digits', async () => {
  const tied = `${RULE.replace(/chain: \{seq: .*\}$/m, 'chain: {seq: [other, fail], within: 15m}')}
  - name: tied
    log: |
      2006-03-01T02:00:00 EX1 System Disk 7 error
      2006-03-01T02:00:00 EX1 Application Store 3 error | refused
    expect: {grade: likely}
`;
  const bound = await createTestBench(load(tied), []);
  const again = await reExport(writtenTest(bound, testNamed('tied', bound)));
  expect(again).toHaveLength(7);
  expect(again.filter(({ message }) => message !== null)).toEqual([]);
});

describe('another host', () => {
  test('each decisive event is moved once', async () => {
    expect(await names(otherHost, 'a chain')).toEqual([
      '1 in line 1 moved to another host',
      '2 in line 2 moved to another host',
      '3 in line 3 moved to another host',
    ]);
  });

  test('an engine that mixes hosts is found out', async () => {
    const mixed = through('a chain', (scan) =>
      mapEvents(scan, (event) => ({ ...event, host: 'ex1', recordId: event.position })),
    );
    expect(await complaints(otherHost, 'a chain', mixed)).toEqual(await names(otherHost, 'a chain'));
  });

  test('a rule that joins hosts on purpose is left alone', async () => {
    const joining = await createTestBench(load(RULE.replace('within: 15m}', 'within: 15m, by: []}')), []);
    expect(await otherHost(writtenTest(joining, testNamed('a chain')))).toEqual([]);
  });
});

describe('swapped steps', () => {
  test('an engine that takes the steps in any order is found out', async () => {
    const unordered = await running(
      'seq: [begin, {event: abort, gap: 10m}, {event: fail, gap: 10m}]',
      'all: [begin, abort, fail]',
    );
    expect(await complaints(swappedSteps, 'a chain', unordered)).toEqual([
      'chain: 1 and 2 swapped',
      'chain: 2 and 3 swapped',
    ]);
  });

  test('lines of one log and one second are swapped by their numbers', async () => {
    expect(await names(swappedSteps, 'two of one second')).toEqual([
      'chain: 1 and 2 swapped',
      'chain: 2 and 3 swapped',
    ]);
  });
});

describe('limits', () => {
  test.each([
    ['gap: 10m}, {event: fail', 'gap: 601s}, {event: fail', ['chain: 2 10m 1s after 1']],
    ['gap: 10m}, {event: fail', 'gap: 599s}, {event: fail', ['chain: 2 10m after 1', 'chain: 3 events in 15m']],
    ['within: 15m', 'within: 901s', ['chain: 3 events in 15m 1s']],
    ['within: 15m', 'within: 899s', ['chain: 3 events in 15m']],
  ])('a sequence: %s run as %s', async (from, to, expected) => {
    const engine = await running(from, to);
    expect(await complaints(sequenceLimits, 'a chain', engine)).toEqual(expected);
  });

  test.each([
    ['within: 121s', 'both: 2 events in 2m 1s'],
    ['within: 119s', 'both: 2 events in 2m'],
  ])('all in a window, run as %s', async (to, name) => {
    const engine = await running('within: 2m', to);
    expect(await complaints(allLimit, 'both', engine)).toEqual([name]);
  });

  test.each([
    ['within: 3601s', 'often: 3 events in 1h 1s'],
    ['within: 3599s', 'often: 3 events in 1h'],
  ])('a count in a window, run as %s: the fewest that make it', async (to, name) => {
    const engine = await running('min: 3}, within: 1h', `min: 3}, ${to}`);
    expect(await complaints(countLimit, 'often', engine)).toEqual([name]);
  });

  test.each([
    ['before: 301s', 'close: 1s beyond its limits'],
    ['before: 299s', 'close: at its limits'],
  ])('near, run as %s', async (to, name) => {
    const engine = await running('before: 5m', to);
    expect(await complaints(nearLimits, 'both', engine)).toEqual([name]);
  });

  test.each([
    ['for: 3598s', ['never: done 1s inside', 'never: log covered up to 1s short of its end']],
    ['for: 3602s', ['never: done 1s outside']],
  ])('an absence, run as %s', async (to, expected) => {
    const engine = await running('after: fail, for: 1h', `after: fail, ${to}`);
    expect(await complaints(absenceLimits, 'never', engine)).toEqual(expected);
  });

  test('an engine that takes a log that ends for silence is found out', async () => {
    const LATER = Date.UTC(2007, 0, 1);
    const endless = through('never', (scan) => ({
      ...scan,
      coverage: scan.coverage.map((log) => Object.assign({}, log, { lastMs: LATER })),
    }));
    expect(await complaints(absenceLimits, 'never', endless)).toEqual(['never: log covered up to 1s short of its end']);
  });
});

describe('dropped lines', () => {
  test('a test that does not need an event of its evidence has to say so', async () => {
    expect(await complaints(droppedLines, 'any grade will do')).toEqual(['without 2 in line 2']);
  });

  test('what is called redundant has to be', async () => {
    expect(await complaints(droppedLines, 'redundant where it is not')).toEqual([
      'redundant: begin',
      'redundant: abort',
    ]);
  });
});
