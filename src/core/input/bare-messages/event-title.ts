import { isKnownSource, isTellingName } from '../../knowledge/words/known-sources.ts';
import { tellingSources } from '../../knowledge/words/telling-messages.ts';
import { paragraphKind } from '../blocks/undescribed.ts';
import { type EventHead, parseEventHead } from './event-head.ts';

/** `Event 41, Kernel-Power` of the viewer, in languages where it was seen or that need no other word. */
const OF_VIEWER =
  /^(?:Event|Ereignis|Événement|Evento|Событие|Gebeurtenis|Zdarzenie|Olay|イベント|事件) (\d{1,5})[,，、] ?(\S.{1,60})$/u;
const TYPED = /^(?:Event|Ereignis)[ -]ID:? ?(\d{1,5}) ?[-–,:] ?(\S.{1,60})$/i;
const LISTED: ReadonlySet<string> = new Set([...tellingSources, 'Application Popup']);
/** `Kernel-Power`, `Microsoft-Windows-Time-Service`. */
const HYPHENATED = /^[A-Za-z][\w$.]{1,40}(?:-[A-Za-z][\w$.]{1,40}){1,6}$/;
const ONE_WORD = /^[A-Za-z][\w$.]{1,40}$/;

/**
 * Prose has numbers and names, too: a title stands alone on its line, and its source has to look like one.
 * @param next the line below: one word that somebody typed is a source where a message follows
 */
export function parseEventTitle(line: string, next: string): EventHead | null {
  const text = line.trim().replace(/^["“„#*_\s]{1,8}|["”“*_:\s]{1,8}$/g, '');
  const [ofViewer, typed] = text.length > 100 ? [null, null] : [OF_VIEWER.exec(text), TYPED.exec(text)];
  if (ofViewer === null && typed === null) return parseEventHead(text, next);
  const [, id, source = ''] = ofViewer ?? typed ?? [];
  const isSource =
    LISTED.has(source) ||
    (isKnownSource(source) && (ofViewer !== null || isTellingName(source))) ||
    HYPHENATED.test(source) ||
    (ONE_WORD.test(source) && (ofViewer !== null || (next.trim() !== '' && paragraphKind(next) === 'message')));
  return isSource ? { source, eventId: Number(id), level: null, date: null, message: '' } : parseEventHead(text, next);
}
