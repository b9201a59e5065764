import type { ByteSource } from '../../src/core/model/source.ts';

/** Piece sizes that cut at other places each; what is read must not change. */
export const PIECE_SIZES = [1, 7, 65_536] as const;

export const toBytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** In memory of its own. */
export const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** A named source that comes in pieces of one size, each in the memory of the one before. */
export const sourceOf = (name: string, content: string | Uint8Array, size = 65_536): ByteSource => {
  const bytes = toBytes(content);
  return {
    name,
    sizeBytes: bytes.length,
    chunks: function* () {
      const memory = new Uint8Array(Math.min(size, bytes.length));
      for (let at = 0; at < bytes.length; at += size) {
        const piece = bytes.subarray(at, at + size);
        memory.fill(0);
        memory.set(piece);
        yield memory.subarray(0, piece.length);
      }
    },
  };
};

/** A source that throws behind what it gave. */
export const brokenSource = (name: string, error: unknown, before: string | Uint8Array = ''): ByteSource => ({
  name,
  sizeBytes: null,
  chunks: async function* () {
    yield* sourceOf(name, before).chunks();
    throw error;
  },
});

interface LogEvent {
  readonly id: number;
  readonly time: string;
  readonly host?: string;
  readonly record: number;
  readonly provider?: string;
  readonly level?: number;
}
/** One event of the Application log as `wevtutil` exports it. */
export const xmlEvent = ({ id, time, host = 'EX1', record, provider = 'MSExchangeIS', level = 2 }: LogEvent): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}'/>` +
  `<EventID Qualifiers='49152'>${id}</EventID><Level>${level}</Level><TimeCreated SystemTime='${time}'/>` +
  `<EventRecordID>${record}</EventRecordID><Channel>Application</Channel><Computer>${host}</Computer></System>` +
  '<EventData><Data>First Storage Group</Data></EventData></Event>\n';

/** Two hosts, four hours: one event each at 1, 2, 3 and 4 o'clock UTC; the last is an information of another program. */
export const FOUR_EVENTS = [
  xmlEvent({ id: 9604, time: '2006-03-14T01:00:00Z', record: 1 }),
  xmlEvent({ id: 9607, time: '2006-03-14T02:00:00Z', record: 1, host: 'EX2.corp.example' }),
  xmlEvent({ id: 9608, time: '2006-03-14T03:00:00Z', record: 2 }),
  xmlEvent({ id: 1, time: '2006-03-14T04:00:00Z', record: 3, provider: 'Backup', level: 4 }),
].join('');

/** An event as "Copy details as text" gives it: the text, seven hours behind UTC, and the XML of the same. */
export const TEXT_AND_XML = [
  'Log Name:      Application',
  'Source:        MSExchangeIS',
  'Date:          3/13/2006 7:00:00 PM',
  'Event ID:      9607',
  'Task Category: Exchange VSS Writer',
  'Level:         Error',
  'Keywords:      Classic',
  'User:          N/A',
  'Computer:      EX2.corp.example',
  'Description:',
  'Error code 0x50d when preparing for backup.',
  'Event Xml:',
  xmlEvent({ id: 9607, time: '2006-03-14T02:00:00Z', record: 1, host: 'EX2.corp.example' }),
].join('\n');
