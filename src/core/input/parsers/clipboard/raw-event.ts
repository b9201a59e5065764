import type { HeadingField } from '../../../knowledge/words/heading-field.ts';
import { levelFromWord } from '../../../knowledge/words/levels.ts';
import { canonicalLogName } from '../../../knowledge/words/log-names.ts';
import type { Level, RawEvent, RawTime } from '../../../model/event.ts';
import type { Problem } from '../../../model/problems.ts';
import { insertsIn } from '../../normalise/inserts.ts';
import { parseLocalTime } from '../../normalise/parse-local-time.ts';
import type { Block } from './block.ts';
import type { BlockHead } from './block-head.ts';
import { eventDataBelow } from './event-data.ts';
import { partedId, partedSource } from './typed-behind.ts';
import { isPlaceholder, nameOrNull, parseEventId } from './values.ts';

const MAX_DETAIL = 60;

/** The event that a block shows, and what is wrong with it. */
export function toRawEvent(block: Block): { event: RawEvent; problems: Problem[] } {
  const { head, data } = block;
  const language = head.dialect?.language ?? null;
  const name = (field: HeadingField): string | null => nameOf(head, field);
  const [id, source, log] = [name('eventId') ?? '', name('source'), name('logName')];
  const isTyped = block.message === '' && !head.hasDescription;
  const [ofSource, ofId] = isTyped ? [partedSource(source ?? ''), partedId(id)] : [null, null];
  const text = ofSource?.message ?? ofId?.message ?? block.message;
  const below = eventDataBelow(text);
  const message = below?.message ?? text;
  const eventId = parseEventId(id);
  const provider = ofSource?.value ?? source;
  const { time, problem } = timeOf(head, language);
  const problems: Problem[] = problem === null ? [] : [problem];
  const { unclearLine } = block;
  const isCut = head.dialect?.start != null && !head.hasDescription && message === '' && unclearLine === null;
  if (isCut) problems.push({ code: 'clipboard/incomplete', position: head.line, detail: null });
  if (unclearLine !== null) problems.push({ code: 'event/unclear-message', position: unclearLine, detail: null });
  if (block.isDataDamaged) problems.push({ code: 'clipboard/bad-data', position: head.line, detail: null });
  const event: RawEvent = {
    position: head.line,
    recordId: null,
    time,
    host: name('computer'),
    channel: log === null ? null : canonicalLogName(log),
    provider,
    providerAlias: null,
    eventId,
    qualifiers: null,
    level: levelOf(head),
    category: name('category'),
    user: name('user'),
    strings:
      below !== null
        ? [...below.fields.values()]
        : eventId === null
          ? []
          : insertsIn(message, { eventId, provider, language }),
    fields: below?.fields ?? new Map(),
    message: message === '' ? null : message,
    data,
    recovered: false,
    system: null,
    payload: null,
    otherForms: [],
  };
  return { event, problems };
}

function nameOf({ values }: BlockHead, field: HeadingField): string | null {
  const value = values.get(field);
  return value === undefined ? null : nameOrNull(field, value.raw, value.text);
}

/** The audit keywords say more than the level, which is information in every security event. */
function levelOf({ values }: BlockHead): Level | null {
  for (const word of values.get('keywords')?.text.split(/[,，、]/) ?? []) {
    const level = levelFromWord(word)?.level;
    if (level === 'audit-success' || level === 'audit-failure') return level;
  }
  const word = values.get('level')?.text ?? '';
  return levelFromWord(word)?.level ?? (isNoType(word) ? 'information' : null);
}
/** Type 0 of the older generation, which its viewer counts among the information. */
const isNoType = (word: string): boolean => /^(?:None|Success)$/i.test(word);

function timeOf(head: BlockHead, language: string | null): { time: RawTime | null; problem: Problem | null } {
  const [date, clock] = [head.values.get('date'), head.values.get('time')];
  const hasClock = clock !== undefined && clock.text !== '' && !isPlaceholder(clock.raw, clock.text);
  const clockText = hasClock ? clock.text : null;
  // Mail alerts give date and time under `Time`.
  const time = parseLocalTime(date?.text ?? clockText ?? '', date === undefined ? null : clockText, language);
  const text = `${date?.text ?? ''} ${clock?.text ?? ''}`.trim();
  if (time !== null || !/\d/.test(text)) return { time, problem: null };
  return { time, problem: { code: 'time/unreadable', position: head.line, detail: text.slice(0, MAX_DETAIL) } };
}
