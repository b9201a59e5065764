import { toContent, toEventRecord } from '../../input/normalise/to-event.ts';
import { epochMs } from '../../model/brand.ts';
import { toolOf } from '../../model/companion.ts';
import type { EventRecord, RawEvent } from '../../model/event.ts';
import { ntDescription, vistaDescription } from '../../report/writers/descriptions.ts';
import { logWriters } from '../../report/writers/index.ts';
import { settledExact } from '../period.ts';
import { withCoverage } from '../rule-test.ts';
import { scan } from '../scan.ts';
import { conclusionsOf, difference, unmetBy } from './support/conclusions.ts';
import type { Derivation, DerivedTest, Judged, WrittenTest } from './support/derivation.ts';
import { judgeEvents } from './support/written-test.ts';

export interface Format {
  readonly name: string;
  write(events: readonly EventRecord[]): string;
  /** What the format has no place for. */
  readonly loses: readonly Loss[];
}
type Loss = keyof typeof FORGET;

/** An event as a format leaves it that has no place for something. */
const FORGET = {
  /** Numbers count inside a log. */
  log: (event: RawEvent) => ({ ...event, channel: null, recordId: null }),
  numbers: (event: RawEvent) => ({ ...event, recordId: null }),
  fractions: (event: RawEvent) => ({ ...event, time: toSeconds(event.time) }),
  data: (event: RawEvent) => ({ ...event, data: null }),
  names: (event: RawEvent) => ({ ...event, fields: new Map<string, string>() }),
  /** The message shows them in its own words. */
  insertsOfMessages: (event: RawEvent) => (event.message === null ? event : { ...event, strings: [] }),
  commasInInserts: (event: RawEvent) => ({ ...event, strings: event.strings.flatMap((text) => text.split(', ')) }),
  linesInInserts: (event: RawEvent) => ({ ...event, strings: event.strings.flatMap((text) => text.split('\n')) }),
  inserts: (event: RawEvent) => ({ ...event, strings: [] }),
  message: (event: RawEvent) => ({ ...event, message: null }),
  /** A row without an id is no event. */
  withoutId: (event: RawEvent) => (event.eventId === null ? null : event),
  category: (event: RawEvent) => ({ ...event, category: null }),
  /** Not lost, but put in words: the inserts of an event without a message stand in the text that the viewer shows for it. */
  wordsOf2003: (event: RawEvent) => ({ ...event, message: ntDescription(event) || null }),
  wordsOfVista: (event: RawEvent) => ({ ...event, message: vistaDescription(event) || null }),
} as const satisfies Record<string, (event: RawEvent) => RawEvent | null>;

const toSeconds = (time: RawEvent['time']): RawEvent['time'] =>
  time?.kind !== 'exact'
    ? time
    : { ...time, timeMs: epochMs(Math.floor(time.timeMs / 1000) * 1000), ticks: 0, precisionMs: 1000 };

/** By writer: a new one says here what it loses. */
const formats: Readonly<Record<keyof typeof logWriters, Format>> = {
  'clipboard-nt': {
    name: 'clipboard text of Windows 2003',
    write: logWriters['clipboard-nt'],
    loses: ['log', 'fractions', 'names', 'insertsOfMessages', 'wordsOf2003', 'commasInInserts'],
  },
  'clipboard-vista': {
    name: 'clipboard text of Vista and later',
    write: logWriters['clipboard-vista'],
    loses: ['numbers', 'fractions', 'names', 'insertsOfMessages', 'wordsOfVista', 'linesInInserts', 'data'],
  },
  'event-xml': { name: 'event XML', write: logWriters['event-xml'], loses: [] },
  'viewer-csv': {
    name: 'CSV of the Event Viewer',
    write: logWriters['viewer-csv'],
    loses: [
      'withoutId',
      'numbers',
      'fractions',
      'names',
      'insertsOfMessages',
      'wordsOfVista',
      'linesInInserts',
      'data',
    ],
  },
  'wevtutil-text': {
    name: 'text of wevtutil',
    write: logWriters['wevtutil-text'],
    loses: ['withoutId', 'numbers', 'names', 'inserts', 'data'],
  },
  'powershell-json': {
    name: 'JSON of Get-WinEvent',
    write: logWriters['powershell-json'],
    loses: ['withoutId', 'names', 'data'],
  },
  'evtx-dump-jsonl': {
    name: 'JSON lines of evtx_dump',
    write: logWriters['evtx-dump-jsonl'],
    loses: ['withoutId', 'message', 'category'],
  },
};

/** The same log in every format that evdx writes, read again, gives the same; what a format loses is taken from the lines before. */
export const reExport: Derivation = (written) =>
  // No format of events holds the output of a tool.
  written.events.some(({ provider }) => toolOf(provider) !== null) ? [] : reExportAs(written, Object.values(formats));

export async function reExportAs(written: WrittenTest, as: readonly Format[]): Promise<readonly DerivedTest[]> {
  const { bench, events } = written;
  const records = events.map((event) =>
    toEventRecord(event, 'test', settledExact(event), toContent(event, bench.compiled.codeNames)),
  );
  const expectedOf = new Expected(written);
  const tests: DerivedTest[] = [];
  for (const format of as) {
    const expected = expectedOf.judged(format);
    const actual = await readBack(written, format.write(records));
    const message = unmetBy(written, expected) === null ? unmetBy(written, actual) : null;
    tests.push({
      name: `as ${format.name}`,
      message: message ?? difference(conclusionsOf(expected, written), conclusionsOf(actual, written)),
    });
  }
  return tests;
}

/** What the rules say of a log after its losses. Formats that lose the same of it, or nothing, are judged once. */
class Expected {
  readonly #written: WrittenTest;
  readonly #judgedByLines = new Map<string, Judged>();

  constructor(written: WrittenTest) {
    this.#written = written;
    this.#judgedByLines.set(keyOf(written.events), written.judged);
  }

  judged({ loses }: Format): Judged {
    const lines = loses.reduce(
      (events, loss) => events.flatMap((event) => FORGET[loss](event) ?? []),
      this.#written.events,
    );
    const key = keyOf(lines);
    const judged = this.#judgedByLines.get(key) ?? judgeEvents(this.#written, lines);
    this.#judgedByLines.set(key, judged);
    return judged;
  }
}
const keyOf = (lines: readonly RawEvent[]): string =>
  JSON.stringify(lines.map((event) => ({ ...event, fields: [...event.fields], data: event.data?.join() })));

async function readBack({ bench, covers, judge }: WrittenTest, text: string): Promise<Judged> {
  const bytes = new TextEncoder().encode(text);
  const source = { name: 'test', sizeBytes: bytes.length, chunks: () => [bytes] };
  return judge([withCoverage(await scan(source, bench.compiled, { zone: 'UTC' }), covers)]);
}
