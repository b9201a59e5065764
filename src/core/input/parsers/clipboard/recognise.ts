import type { HeadingField } from '../../../knowledge/words/heading-field.ts';
import type { Dialect } from '../../../knowledge/words/headings.ts';
import { beginsWebEvent } from '../../blocks/web-event.ts';
import type { Block } from './block.ts';
import type { BlockHead } from './block-head.ts';
import type { Accepted, LeadingRun } from './leading-run.ts';
import { valueText } from './leading-run.ts';
import type { Line } from './line.ts';
import { parseEventId, trimLooseValue } from './values.ts';

const MIN_WITH_START = 3;
const MIN_WITHOUT_START = 5;
const MAX_LOOSE_LINES = 5;

/** What a run of headings is: the copy of a viewer, or keys that somebody typed (no dialect). */
export interface Recognised {
  readonly dialect: Dialect | null;
}

/** Is a run the beginning of an event? @param mayBeLoose two keys close together are enough, where no other event goes on. */
export function recognise(lines: readonly Line[], run: LeadingRun, mayBeLoose: boolean): Recognised | null {
  const hasTime = run.accepted.some(({ field }) => field === 'time');
  let best: { dialect: Dialect; score: number } | null = null;
  for (const [dialect, fields] of run.counts) {
    // Only the older generation has a time of its own.
    const score = fields.size + (hasTime && dialect.generation === 'nt' ? 0.5 : 0);
    if (isEnough(dialect, fields) && score > (best?.score ?? 0)) best = { dialect, score };
  }
  if (best !== null) return { dialect: best.dialect };
  return mayBeLoose && isLooseRecord(lines, run) ? { dialect: null } : null;
}

function isEnough(dialect: Dialect, fields: ReadonlySet<HeadingField>): boolean {
  if (dialect.start !== null && fields.has(dialect.start) && fields.size >= MIN_WITH_START) return true;
  if (fields.size >= MIN_WITHOUT_START && fields.has('eventId')) return true;
  // The short headings of the NT 4 dialog have no first one.
  const isDialog = dialect.start === null && fields.has('eventId') && fields.has('source');
  return isDialog && (fields.has('level') || fields.has('category'));
}

/** Keys that number other things too, where nothing names a source. */
const BARE_KEY = /^\W{0,4}(?:id|event)\W{0,4}$/i;
const LOOSE_FIELDS: ReadonlySet<HeadingField> = new Set([
  'source',
  'level',
  'logName',
  'computer',
  'category',
  'date',
  'description',
  'keywords',
]);

/** A number of an event and one more key within a few lines. */
function isLooseRecord(lines: readonly Line[], run: LeadingRun): boolean {
  const index = run.accepted.findIndex(({ field }) => field === 'eventId');
  const id = run.accepted[index];
  if (id === undefined) return false;
  const { heading, line } = id;
  if (parseEventId(trimLooseValue(valueText(lines, run, index, (text) => text))) === null) return false;
  if (beginsWebEvent(lines[line]?.text.slice(heading.start) ?? '', lines[line + 1]?.text ?? '')) return false;
  const isBare = BARE_KEY.test(lines[line]?.text.slice(heading.start, heading.end) ?? '');
  const isNear = ({ line: other }: Accepted): boolean => Math.abs(other - line) < MAX_LOOSE_LINES;
  return run.accepted.some(
    (other) => isNear(other) && (isBare ? other.field === 'source' : LOOSE_FIELDS.has(other.field)),
  );
}

/**
 * Old articles list events by their ids; one that says of some only id, text, and source or category goes on with the list. No viewer puts the id first, so
 * what an event quotes in its message is not taken for such.
 */
export function isShortOfList(run: LeadingRun, open: BlockHead): boolean {
  const fields = new Set(run.accepted.map(({ field }) => field));
  const isList = open.firstField === 'eventId' && run.accepted[0]?.field === 'eventId';
  return isList && (fields.has('source') || fields.has('category')) && run.hasDescription;
}

/** Inside another event only whole blocks count, or the same short block again. */
export function isSure(run: LeadingRun, { dialect }: Recognised, open: BlockHead): boolean {
  if (run.accepted[0]?.field === open.firstField && dialect === open.dialect) return true;
  if (dialect === null && isShortOfList(run, open)) return true;
  const fields = dialect === null ? undefined : run.counts.get(dialect);
  if (dialect === null || fields === undefined) return false;
  return fields.size >= MIN_WITHOUT_START || (dialect.start !== null && fields.has(dialect.start));
}

/** The line above an answered mail. */
const ATTRIBUTION = /@|\b(?:wrote|schrieb|écrit|escribió|scritto|schreef|pisze)\b/i;

/**
 * Is a whole event inside a message a report about another event? It stands deeper than the event around it, or is of another language
 * or generation, and the message announced it.
 */
export function isNested(head: BlockHead, open: Block): boolean {
  const { prefix } = open.head.frame;
  const isDeeper = head.frame.prefix.length > prefix.length + 1 && head.frame.prefix.startsWith(prefix);
  const before = open.lastLine.trim();
  const isMail = head.frame.prefix.includes('>') && ATTRIBUTION.test(before);
  const isAnnounced = /[:：]$/.test(before) && !isMail;
  if (isDeeper) return isAnnounced || (before !== '' && !open.endsInBlank && !isMail);
  return head.dialect !== open.head.dialect && isAnnounced;
}
