import { expect, test } from 'vitest';
import { isWanted } from '../../../../../src/core/input/event-schema/wanted.ts';
import { createJsonParser } from '../../../../../src/core/input/parsers/json/parser.ts';
import type { EventRecord } from '../../../../../src/core/model/event.ts';
import type { Interest, SeenEvent } from '../../../../../src/core/model/interest.ts';
import { events } from '../../../../../src/core/pipeline/events.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { hasSamples, sampleBytes, sampleText } from '../../../../support/samples.ts';
import { sourceOf } from '../../../../support/sources.ts';
import { evtxDumpRecord, readJsonText, wanting } from './support.ts';

const seen = ({ position, recordId, time, host, channel, provider, eventId, level }: SeenEvent): SeenEvent => ({
  ...{ position, recordId, time, host, channel, provider, eventId, level },
});

/** Dropping early gives what full parsing and filtering gives, and counts the rest. */
function expectSame(text: string, interest: Interest, size = 65_536): number {
  const full = parseText(createJsonParser, text, { size });
  const quick = parseText(createJsonParser, text, { size, interest });
  const wanted = full.events.filter((event) => isWanted(interest, event));
  expect(quick.events.map(({ system, ...event }) => event)).toEqual(wanted.map(({ system, ...event }) => event));
  expect(quick.counted.map(seen)).toEqual(full.events.filter((event) => !isWanted(interest, event)).map(seen));
  expect(quick.problems).toEqual(full.problems);
  expect(quick.findings).toEqual(full.findings);
  return wanted.length;
}

const MIXED = [
  ...Array.from({ length: 40 }, (_, index) =>
    evtxDumpRecord(index, { id: 7000 + (index % 4), level: 2 + (index % 3) }),
  ),
  evtxDumpRecord(41, { level: 2, text: 'it failed with 0x800423f2' }),
  evtxDumpRecord(42, { level: 2, text: 'line\n0x800423f2' }),
  evtxDumpRecord(43, { level: 4, text: 'an information with 0x800423f2' }),
  { Id: 7, ProviderName: 'disk', Level: 3, Message: "it's \u0027quoted\u0027", TimeCreated: '/Date(1577934245123)/' },
  {
    EventTime: '2020-05-01 22:55:23',
    EventID: 10,
    SourceName: 'Sysmon',
    SourceModuleType: 'im_msvistalog',
    EventType: 'INFO',
    Hostname: 'h',
  },
  {
    EventTime: '2020-05-01 22:55:24',
    EventID: 7001,
    SourceName: 'Sysmon',
    SourceModuleType: 'im_msvistalog',
    EventType: 'ERROR',
    Hostname: 'h',
    a: 'b',
  },
];

test.each([
  ['lines', MIXED.map((record) => JSON.stringify(record)).join('\n')],
  ['a list', JSON.stringify(MIXED)],
  ['an indented list', JSON.stringify(MIXED, null, 2)],
])('of %s', (_name, text) => {
  for (const size of [1, 7, 65_536]) expect(expectSame(text, wanting(7001, 10), size)).toBe(14);
  expectSame(text, wanting());
});

test('a sample of what was dropped is a line of its text', () => {
  const samples: (string | null | undefined)[] = [];
  const parser = createJsonParser({
    interest: wanting(),
    tally: { count: (_event, sample) => samples.push(sample?.()) },
  });
  parser.push(`${JSON.stringify(evtxDumpRecord(1))}\n${JSON.stringify(evtxDumpRecord(2))}\n`);
  parser.end();
  expect(samples).toEqual(['Spooler running', 'Spooler running']);
});

const EXPORT = 'exports/system.evtx_dump.jsonl';
const ORIGINAL = 'python-evtx/tests/data/system.evtx';

test.runIf(hasSamples)('of a real log', () => {
  const text = sampleText(EXPORT);
  expect(readJsonText(text).events).toHaveLength(1601);
  expect(expectSame(text, wanting(7026, 6008, 41))).toBeGreaterThan(0);
});

test.runIf(hasSamples)('a real log as JSON lines is what the log itself is, less what JSON lost', async () => {
  const read = async (path: string) => {
    const all: EventRecord[] = [];
    const source = sourceOf('log', sampleBytes(path));
    for await (const batch of events([source], { noRecovered: true })) all.push(...batch);
    return all;
  };
  // evtx_dump leaves out the braces of GUIDs and the seventh digit of times; text is freed of direction marks.
  const kept = ({ source, position, ticks, precisionMs, payload, system, strings, fields, ...rest }: EventRecord) => ({
    ...rest,
    ...{ strings: strings.map(plain), fields: [...fields].map(([name, value]) => [name, plain(value)]) },
    ...{ ticks: Math.floor(ticks / 10), system: JSON.stringify(system).replace(/[{}]/g, '') },
  });
  const plain = (text: string) => text.replace(/[{}\u200e]/g, '').replace(/(\.\d{6})\dZ$/, '$1Z');
  const [json, evtx] = [await read(EXPORT), await read(ORIGINAL)];
  expect(json).toHaveLength(1601);
  expect(json.map(kept)).toEqual(evtx.map(kept));
});
