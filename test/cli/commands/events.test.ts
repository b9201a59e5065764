import { describe, expect, test } from 'vitest';
import type { Calls } from '../../../src/cli/calls.ts';
import { main } from '../../../src/cli/main.ts';
import { textWidth } from '../../../src/cli/terminal/display-width.ts';
import type { EventRecord } from '../../../src/core/model/event.ts';
import type { EventsOptions } from '../../../src/core/pipeline/options.ts';
import { excerptOf } from '../../support/excerpt.ts';
import { fakeCalls } from '../../support/fake-calls.ts';
import { createFakeIo } from '../../support/fake-io.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';
import { eventRecord } from '../../support/sample-events.ts';
import { fullReport } from '../../support/sample-report.ts';

const run = async (args: readonly string[], calls: Partial<Calls>) => {
  const io = createFakeIo();
  const code = await main(['events', ...args], io, fakeCalls(calls));
  return { code, out: io.stdout.text, err: io.stderr.text };
};
const streaming = (...batches: readonly (readonly EventRecord[])[]) =>
  async function* () {
    yield* batches;
  };

describe('evdx events', () => {
  test('is one line an event, with what the terminal has room for', async () => {
    const short = eventRecord({ host: 'ex1.corp.example', provider: 'disk', eventId: 7, message: 'bad block' });
    const long = eventRecord({
      provider: 'Microsoft-Windows-Kernel-Power',
      level: null,
      message: null,
      strings: ['0', '', 'x'],
    });
    const { out } = await run(['a'], { events: streaming([short, long]) });
    expect(out).toBe(
      [
        '2006-03-02 01:00:01      error     ex1 disk 7  bad block',
        '2006-03-02 01:00:01                ex1 Microsoft-Windows-Kernel-Power 9607',
        '    0 | x',
        '',
      ].join('\n'),
    );
  });
  test('streams JSON lines over batches', async () => {
    const bytes = (line: string) => ({ bytes: new TextEncoder().encode(line), events: 1 });
    const { out } = await run(['-f', 'jsonl', 'a'], {
      eventLines: async function* () {
        yield bytes('{"eventId":9607}\n');
        yield bytes('{"eventId":1}\n');
      },
    });
    expect(out).toBe('{"eventId":9607}\n{"eventId":1}\n');
  });
  test('is one JSON array over batches', async () => {
    const { out } = await run(['-f', 'json', 'a'], {
      events: streaming([eventRecord()], [], [eventRecord({ eventId: 1 })]),
    });
    expect(JSON.parse(out).map(({ eventId }: EventRecord) => eventId)).toEqual([9607, 1]);
  });
  test('hands the filters to the library', async () => {
    const seen: EventsOptions[] = [];
    const events: Calls['events'] = (_inputs, options) => {
      seen.push(options);
      return streaming([])();
    };
    await run(['--id', '7,11', '--id', '51', '--provider', 'disk', '--level', 'error,info', 'a'], { events });
    expect(seen).toMatchObject([{ ids: [7, 11, 51], providers: ['disk'], levels: ['error', 'information'] }]);
  });
  test('says each kind of problem of an input once, and exits with 3 when one could not be read', async () => {
    const events: Calls['events'] = async function* (_inputs, { onProblem }) {
      onProblem?.('a.xml', { code: 'xml/malformed', position: 7, detail: null });
      onProblem?.('a.xml', { code: 'xml/malformed', position: 9, detail: null });
      onProblem?.('nosuch', { code: 'input/missing', position: null, detail: null });
      yield [];
    };
    const { code, err } = await run(['a.xml', 'nosuch'], { events });
    expect(code).toBe(3);
    expect(err).toBe(
      [
        'evdx: a.xml: 2 × An event is not well-formed XML and was left out. [xml/malformed]',
        'evdx: nosuch: There is no such file or folder; check the path. [input/missing]',
        '',
      ].join('\n'),
    );
  });
  test('says when filters leave nothing of what was read', async () => {
    const filtered = ['--provider', 'dsik', '--since', '2006-03-02', 'a'];
    const nothing = await run(filtered, { events: streaming([]) });
    expect([nothing.code, nothing.out, nothing.err]).toEqual([
      0,
      '',
      'evdx: No event passes --provider and --since.\n',
    ]);
    expect((await run([...filtered, '--quiet'], { events: streaming([]) })).err).toBe('');
    expect((await run(filtered, { events: streaming([eventRecord()]) })).err).toBe('');
    expect((await run(['a'], { events: streaming([]) })).err).toBe('');
  });
  test('a damaged record alone is no exit code', async () => {
    const events: Calls['events'] = async function* (_inputs, { onProblem }) {
      onProblem?.('a.xml', { code: 'xml/malformed', position: 7, detail: null });
      yield [eventRecord()];
    };
    expect((await run(['a.xml'], { events })).code).toBe(0);
  });
  test('stops when nobody reads any more', async () => {
    const io = createFakeIo();
    let batches = 0;
    const events: Calls['events'] = async function* () {
      for (; batches < 1000; batches++) {
        if (batches === 2) io.stdout.closed = true;
        yield [eventRecord()];
      }
    };
    expect(await main(['events', 'a'], io, fakeCalls({ events }))).toBe(0);
    expect(batches).toBe(2);
  });
  test.each(Object.entries(hostileTexts))(
    'lets nothing through that acts, nor widens a line: %s',
    async (_name, text) => {
      const event = eventRecord({ host: text, provider: text, message: text });
      const { out } = await run(['a'], { events: streaming([event]) });
      expect(excerptOf(out, /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]|\p{Cs}/u)).toBeNull();
      expect(out.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
    },
  );
});

describe('evdx events --summary', () => {
  test('is a table or JSON', async () => {
    const { code, err } = await run(['--summary', '-f', 'csv', 'a'], {});
    expect([code, err.replace(/\s+/g, ' ')]).toEqual([
      2,
      expect.stringContaining('--summary is written as table or json, not as csv.'),
    ]);
  });
  test('takes no filter that would change nothing', async () => {
    const { code, err } = await run(['--summary', '--id', '7', '--level', 'error', 'a'], {});
    expect([code, err.replace(/\s+/g, ' ')]).toEqual([
      2,
      expect.stringContaining('--summary counts all events; --id and --level would change nothing.'),
    ]);
  });
  test('says what was recognised, of a run without rules', async () => {
    const seen: unknown[] = [];
    const diagnose: Calls['diagnose'] = (_inputs, options) => {
      seen.push(options);
      return Promise.resolve(fullReport());
    };
    const { code, out } = await run(['--summary', 'a'], { diagnose });
    expect(seen).toEqual([{ useBuiltin: false }]);
    expect(code).toBe(3); // one input of the sample is missing
    await expect(out).toMatchFileSnapshot('summary.snapshot.txt');
  });
  test('as JSON it is the report', async () => {
    const { out } = await run(['--summary', '-f', 'json', 'a'], { diagnose: () => Promise.resolve(fullReport()) });
    expect(JSON.parse(out)).toEqual(fullReport());
  });
});
