import { toEventRecord } from '../../input/normalise/to-event.ts';
import { epochMs } from '../../model/brand.ts';
import { toolOf } from '../../model/companion.ts';
import type { EventRecord, RawEvent } from '../../model/event.ts';
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
} as const satisfies Record<string, (event: RawEvent) => RawEvent>;

const toSeconds = (time: RawEvent['time']): RawEvent['time'] =>
  time?.kind !== 'exact'
    ? time
    : { ...time, timeMs: epochMs(Math.floor(time.timeMs / 1000) * 1000), ticks: 0, precisionMs: 1000 };

/** By writer: a new one says here what it loses. */
const formats: Readonly<Record<keyof typeof logWriters, Format>> = {
  'clipboard-nt': {
    name: 'clipboard text of Windows 2003',
    write: logWriters['clipboard-nt'],
    loses: ['log', 'fractions', 'names', 'insertsOfMessages', 'commasInInserts'],
  },
  'clipboard-vista': {
    name: 'clipboard text of Vista and later',
    write: logWriters['clipboard-vista'],
    loses: ['numbers', 'fractions', 'names', 'insertsOfMessages', 'data'],
  },
  'event-xml': { name: 'event XML', write: logWriters['event-xml'], loses: [] },
};

/** The same log in every format that evdx writes, read again, gives the same; what a format loses is taken from the lines before. */
export const reExport: Derivation = (written) =>
  // No format of events holds the output of a tool.
  written.events.some(({ provider }) => toolOf(provider) !== null) ? [] : reExportAs(written, Object.values(formats));

export const reExportAs = (written: WrittenTest, as: readonly Format[]): Promise<readonly DerivedTest[]> =>
  Promise.all(
    as.map(async (format) => {
      const lines = format.loses.reduce((events, loss) => events.map(FORGET[loss]), written.events);
      const expected = judgeEvents(written, lines);
      const actual = await readBack(written, format);
      const message = unmetBy(written, expected) === null ? unmetBy(written, actual) : null;
      return {
        name: `as ${format.name}`,
        message: message ?? difference(conclusionsOf(expected, written), conclusionsOf(actual, written)),
      };
    }),
  );

async function readBack({ bench, events, covers, judge }: WrittenTest, { write }: Format): Promise<Judged> {
  const { compiled } = bench;
  const records = events.map((event) => toEventRecord(event, 'test', settledExact(event), compiled.codeNames));
  const bytes = new TextEncoder().encode(write(records));
  const source = { name: 'test', sizeBytes: bytes.length, chunks: () => [bytes] };
  return judge([withCoverage(await scan(source, compiled, { zone: 'UTC' }), covers)]);
}
