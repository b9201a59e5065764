import type { EventRecord, Level } from '../../../src/core/model/event.ts';
import { ntDescription, vistaDescription } from '../../../src/core/report/writers/descriptions.ts';
import { dotNetDescription } from './cells.ts';

/** What an event says, whatever form it came in. */
export interface Told {
  /** Milliseconds since 1970, and the 100 ns left over. */
  readonly time: readonly [number, number] | null;
  /** The smallest step that the time could have made. */
  readonly precisionMs: number;
  readonly host: string | null;
  readonly channel: string | null;
  readonly provider: string | null;
  readonly eventId: number | null;
  readonly qualifiers: number | null;
  readonly level: Level | null;
  readonly category: string | null;
  readonly user: string | null;
  readonly recordId: number | null;
  readonly strings: readonly string[];
  readonly fields: readonly (readonly [string, string])[];
  readonly message: string | null;
  readonly data: string | null;
}

export const told = (event: EventRecord): Told => ({
  time: event.timeMs === null ? null : [event.timeMs, event.ticks],
  precisionMs: event.precisionMs,
  host: event.host,
  channel: event.channel,
  provider: event.provider,
  eventId: event.eventId,
  qualifiers: event.qualifiers,
  level: event.level,
  category: event.category,
  user: event.user,
  recordId: event.recordId,
  strings: event.strings,
  fields: [...event.fields],
  message: event.message,
  data: event.data === null ? null : Buffer.from(event.data).toString('hex'),
});

const cut = (event: Told, precisionMs: number): Told =>
  event.time === null
    ? event
    : { ...event, time: [Math.floor(event.time[0] / precisionMs) * precisionMs, 0], precisionMs };
const OLD_LEVELS: Readonly<Partial<Record<Level, Level>>> = { critical: 'error', verbose: 'information' };
const isAudit = ({ level }: Told): boolean => level?.startsWith('audit') === true;

/** `param1`, `param2`: what the Event Viewer calls inserts without names of their own. */
const areNumbered = ({ fields, strings }: Told): boolean =>
  fields.length > 0 && fields.length === strings.length && fields.every(([name], at) => name === `param${at + 1}`);

/** What a format has no place for, or tells in other words; null: the whole event. */
const LOSSES = {
  /** A tool that reads the log itself prints no event without its number. */
  unnumbered: (event) => (event.recordId === null ? null : event),
  recordId: (event) => ({ ...event, recordId: null }),
  channel: (event) => ({ ...event, channel: null }),
  host: (event) => ({ ...event, host: null }),
  user: (event) => ({ ...event, user: null }),
  category: (event) => ({ ...event, category: null }),
  qualifiers: (event) => ({ ...event, qualifiers: null }),
  data: (event) => ({ ...event, data: null }),
  message: (event) => ({ ...event, message: null }),
  strings: (event) => ({ ...event, strings: [] }),
  names: (event) => ({ ...event, fields: [] }),
  /** Named or not: an agent calls what has no name `param1`. */
  namesOfInserts: (event) => ({
    ...event,
    fields: event.fields.length > 0 ? event.fields : event.strings.map((text, at) => [`param${at + 1}`, text] as const),
  }),
  /** Beside a message there are none; without one the viewer lists them. */
  stringsOfMessages: (event) => (event.message === null ? event : { ...event, strings: [] }),
  wordsOf2003: (event) => ({ ...event, message: ntDescription(event) || null }),
  wordsOfVista: (event) => ({ ...event, message: vistaDescription(event).trimEnd() || null }),
  wordsOfDotNet: (event) => ({ ...event, message: event.message ?? dotNetDescription(event) }),
  /** Without a message psloglist lists the inserts in one line. */
  wordsOfPsloglist: (event) => ({
    ...event,
    message: event.message ?? `Message text not available.  Insertion strings:\n\t${event.strings.join(' ')}`,
  }),
  /** Inserts without names stand in one text. */
  borders: (event) => ({
    ...event,
    strings: event.fields.length > 0 || event.strings.length === 0 ? event.strings : [event.strings.join(', ')],
  }),
  /** Bytes stand behind the inserts, as hex digits; so a last insert of hex digits may be the bytes, too. */
  lastHex: (event) => {
    const last = event.strings.at(-1) ?? '';
    return event.data !== null || !/^(?=00|.*(?:[A-F]|00$))(?:[\dA-F]{2}){4,}$/.test(last)
      ? event
      : { ...event, strings: event.strings.slice(0, -1), data: last.toLowerCase() };
  },
  /** Named values come sorted by name, which is not their order. */
  order: (event) => (event.fields.length > 0 && !areNumbered(event) ? { ...event, strings: [] } : event),
  /** Only names with a number tell where a value stands. */
  stringsWithoutNumbers: (event) => (areNumbered(event) ? event : { ...event, strings: [] }),
  /** A name that the agent uses itself. */
  nameType: (event) => ({ ...event, fields: event.fields.filter(([name]) => name !== 'Type') }),
  /** Levels that came with Vista. */
  newLevels: (event) => ({ ...event, level: event.level === null ? null : (OLD_LEVELS[event.level] ?? event.level) }),
  /** The column of the level holds the result of an audit instead. */
  levelsButAudits: (event) => (isAudit(event) ? event : { ...event, level: null }),
  audits: (event) => (isAudit(event) ? { ...event, level: 'information' } : event),
  lineEnds: (event) => ({ ...event, message: event.message?.replaceAll(/\s*\n\s*/g, ' ') ?? null }),
  microseconds: (event) => cut(event, 1),
  /** Milliseconds are filled up with zeros, so that no ticks and none known look the same. */
  noTicks: (event) => (event.time?.[1] === 0 && event.precisionMs < 1 ? { ...event, precisionMs: 1 } : event),
  fractions: (event) => cut(event, 1000),
} as const satisfies Record<string, (event: Told) => Told | null>;
export type Loss = keyof typeof LOSSES;

export const without = (event: Told, losses: readonly Loss[]): Told | null =>
  losses.reduce<Told | null>((rest, loss) => (rest === null ? null : LOSSES[loss](rest)), event);
