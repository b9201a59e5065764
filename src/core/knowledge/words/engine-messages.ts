import type { Level } from '../../model/event.ts';
import { groupBy } from '../../model/group-by.ts';
import { beginningPattern } from './beginning-pattern.ts';
import { ENGINE_BEGINNINGS } from './engine-beginnings.ts';
import type { ToldEvent } from './told-event.ts';

/** `svchost (1408,R,98) `, in front of each message of the database engine. */
const FRONT = /^([\w.$ -]{2,64}?) \(\d{1,7}(?:,[\w,.]{1,40})?\) /;
/** `TILEREPOSITORY: ` behind it, where the program has several databases. */
const INSTANCE = /^[^:\n]{0,120}: /;

/** Who writes them, by the program that runs the engine. That of Exchange 5.5 (`MSExchangeIS (1628) …`) numbers them otherwise. */
const SOURCES: readonly (readonly [program: RegExp, source: string, log: string])[] = [
  [/^(?:Information Store|edgetransport|Microsoft\.Exchange)/i, 'ESE', 'Application'],
  [/^(?:NTDS|lsass)$/i, 'NTDS ISAM', 'Directory Service'],
  [/^(?!MSExchange(?:IS|DS)$)[\w.-]+$/, 'ESENT', 'Application'],
];

/** As real logs show them; the table of messages does not say. */
const LEVELS: readonly (readonly [Level, eventIds: readonly number[]])[] = [
  ['error', [412, 413, 439, 447, 448, 454, 455, 465, 467, 474, 475, 476, 477, 481, 482, 489, 490, 623, 2002]],
  ['warning', [507, 508, 509, 510, 532, 533]],
];

interface Beginning {
  readonly eventId: number;
  readonly text: string;
}
export const engineBeginnings = (): readonly Beginning[] =>
  [...ENGINE_BEGINNINGS.matchAll(/^ *(\d+) (.+)$/gm)].map(([, id, text = '']) => ({ eventId: Number(id), text }));

const firstWord = (text: string): string => /^\S*/.exec(text)?.[0] ?? '';
type Patterns = readonly { readonly eventId: number; readonly begins: RegExp }[];
/** Most inputs hold none of these messages. */
let patternsByWord: ReadonlyMap<string, Patterns> | null = null;
function patternsFor(word: string): Patterns {
  patternsByWord ??= new Map(
    [...groupBy(engineBeginnings(), ({ text }) => firstWord(text))].map(([first, own]) => [
      first,
      own.map(({ eventId, text }) => ({ eventId, begins: beginningPattern(text) })),
    ]),
  );
  return patternsByWord.get(word) ?? [];
}
const idOf = (said: string): number | null =>
  patternsFor(firstWord(said)).find(({ begins }) => begins.test(said))?.eventId ?? null;

/** Asked of every line of a text: only the first bracket can be that of the process. */
function mayHaveFront(text: string): boolean {
  const bracket = text.indexOf('(');
  return bracket > 2 && bracket < 66 && text[bracket - 1] === ' ' && /\d/.test(text.charAt(bracket + 1));
}

/** The event of the database engine that a text beginning so tells. @param behind the lines that follow */
export function engineMessage(text: string, behind: () => string): ToldEvent | null {
  if (!mayHaveFront(text)) return null;
  const [front = '', program = ''] = FRONT.exec(text) ?? [];
  const [, source, log] = SOURCES.find(([pattern]) => pattern.test(program)) ?? [];
  if (source === undefined || log === undefined) return null;
  const said = `${text.slice(front.length)}\n${behind()}`;
  const eventId = idOf(said) ?? idOf(said.replace(INSTANCE, ''));
  if (eventId === null) return null;
  return { source, log, eventId, level: LEVELS.find(([, ids]) => ids.includes(eventId))?.[0] ?? null };
}
