import { sourceOfMessage } from '../../knowledge/words/message-sources.ts';
import type { RawEvent } from '../../model/event.ts';

/** What the viewer prints instead of a message it did not find, with the inserts of the event in it. */

/** The number and the source in brackets or quotes are the same in every language of NT to 2003. A narrow window wraps the sentence. */
const OLD_FORM =
  /\(\s*(?<bracketed>-?\d{1,10})\s*\).{1,80}?\(\s*(?<inBrackets>.{1,256}?)\s*\)|'(?<quoted>-?\d{1,10})'.{1,80}?'(?<inQuotes>.{1,256}?)'/s;
/** Where the list begins: behind the sentence in English, else behind the colon that follows the last fixed words. */
const OLD_LIST =
  /information\s+is\s+part\s+of\s+the\s+event\s*:|AUXSOURCE=[^:：]{0,600}[:：]|\bDLL\b[^:：]{0,600}[:：]/i;
const NEW_LIST = /information\s+was\s+included\s+with\s+the\s+event\s*:[ \t]*/i;
/** The sentence of Vista and later, as far as its languages are known. */
const NEW_FORMS = [
  /\bEvent\s+ID\s+(?<id>\d{1,10})\s+from\s+source\s+(?<source>\S.{0,255}?)\s+cannot\s+be\s+found/is,
  /\bID\s+d['’]événement\s+(?<id>\d{1,10})\s+dans\s+la\s+source\s+(?<source>\S.{0,255}?)\s+est\s+introuvable/is,
  /\bEreignis-ID\s+"(?<id>\d{1,10})"\s+(?:aus|in)\s+(?:der\s+)?Quelle\s+"(?<source>[^"]{1,256})"/is,
  /ソース\s+"(?<source>[^"]{1,256})"\s+からのイベント\s+ID\s+(?<id>\d{1,10})/s,
];
const ENGLISH = /^\s*The\s+description\s+for\s+Event\s+ID\b/i;
const MAX_SENTENCE = 600;
const ENDS_IN_COLON = /[:：]\s*$/;
const MAX_HEAD = 4096;
const MAX_OPENING = 400;
const MAX_INSERTS = 512;

/** What the viewer says behind the inserts about its search for the message. */
const TRAILERS = [
  /^the message resource is present but the message (?:was|is) not found/i,
  /^the (?:handle is invalid|parameter is incorrect|request is not supported|system cannot find)/i,
  /^the (?:locale |specified )[\w ]{0,40}\bresource\b/i,
  /^the publisher has been disabled/i,
];

export interface InsertsOf {
  readonly eventId: number;
  readonly provider: string | null;
  readonly language: string | null;
}

/** The event with the provider that its message names, or that writes such messages, where its source has no name for it. */
export function withStatedProvider(event: RawEvent): RawEvent {
  const { channel, provider, message, eventId } = event;
  if (provider !== null || eventId === null) return event;
  const text = message ?? '';
  const stated = sourceIn(text, eventId) ?? sourceOfMessage(channel, eventId & 0xffff, text.slice(0, MAX_SENTENCE));
  return stated === null ? event : { ...event, provider: stated };
}

/** The source that such a message names; null when it says no such thing of this event. */
function sourceIn(message: string, eventId: number): string | null {
  const head = message.slice(0, MAX_SENTENCE);
  const old = oldForm(head);
  const isOld = old !== null && isAbout(old.id, eventId);
  // Other messages have a number and words in brackets, too.
  if (isOld && (ENGLISH.test(head) || OLD_LIST.test(message.slice(0, MAX_HEAD)))) return nameOf(old.source);
  for (const form of NEW_FORMS) {
    const { id, source = '' } = form.exec(head)?.groups ?? {};
    if (id !== undefined && isAbout(id, eventId)) return nameOf(source);
  }
  return null;
}

/** What the sentence begins with, as far as its languages are known. */
const SENTENCE =
  /^(?:The description for Event ID\b|Die Beschreibung .{0,24}\bEreignis-ID\b|La description .{0,24}\bID d['’]événement\b|ソース ")/i;

/** The event that a text beginning so is about: the sentence names it. @param behind the lines that follow, for a wrapped sentence */
export function undescribedEvent(text: string, behind: () => string): { source: string; eventId: number } | null {
  if (!SENTENCE.test(text)) return null;
  const head = `${text}\n${behind()}`.slice(0, MAX_SENTENCE);
  const forms = NEW_FORMS.map((form) => form.exec(head)?.groups);
  const { id, source = '' } = forms.find((groups) => groups !== undefined) ?? oldForm(head) ?? {};
  const name = nameOf(source);
  return id === undefined || name === null ? null : { source: name, eventId: (Number(id) >>> 0) & 0xffff };
}

function oldForm(head: string): { readonly id: string; readonly source: string } | null {
  const { bracketed, inBrackets, quoted, inQuotes } = OLD_FORM.exec(head.slice(0, MAX_SENTENCE))?.groups ?? {};
  const id = bracketed ?? quoted;
  return id === undefined ? null : { id, source: inBrackets ?? inQuotes ?? '' };
}
const isAbout = (id: string, eventId: number): boolean => ((Number(id) >>> 0) & 0xffff) === (eventId & 0xffff);
const nameOf = (source: string): string | null => source.replace(/\s+/g, ' ').trim() || null;

/** The inserts in a message that says its description cannot be found; empty when it says no such thing. */
export function insertsIn(message: string, { eventId, provider, language }: InsertsOf): readonly string[] {
  const head = message.slice(0, MAX_HEAD);
  const event = { eventId, provider: provider ?? sourceIn(head, eventId), language };
  const strings = oldInserts(message, head, event) ?? newInserts(message, head, event) ?? [];
  return strings.slice(0, MAX_INSERTS);
}

/** A list that a narrow window wrapped goes on behind the separator, on the next line. */
const QUOTED = /',(?: |[ \t]*\n[ \t]*)'/;
const COMMA = /,(?: |[ \t]*\n(?!\s))/;

/** NT to 2003: one list after the sentence, parted by the list separator of the region. */
function oldInserts(message: string, head: string, { eventId, language }: InsertsOf): readonly string[] | null {
  const form = oldForm(head);
  if (form === null || !isAbout(form.id, eventId)) return null;
  const list = OLD_LIST.exec(head);
  if (list === null) return null;
  const text = message.slice(list.index + list[0].length).trim();
  if (text === '') return [];
  if (/^'.*'$/s.test(text)) return text.slice(1, -1).split(QUOTED);
  const separator = language !== 'en' && text.includes('; ') ? '; ' : COMMA;
  return text.replace(/\.$/, '').split(separator);
}

/** Vista and later: one insert a line, behind a line that ends in a colon. */
function newInserts(
  message: string,
  head: string,
  { eventId, provider, language }: InsertsOf,
): readonly string[] | null {
  const known = NEW_LIST.exec(head);
  const opening = head.slice(0, MAX_OPENING).toLowerCase();
  const isAbout =
    provider !== null &&
    opening.includes(provider.toLowerCase()) &&
    opening.split(/\D+/).includes(`${eventId & 0xffff}`);
  if (!isAbout || (known === null && language === 'en')) return null;
  const start = known === null ? lineAfterColon(head) : known.index + known[0].length;
  if (start === null) return null;
  return toInserts(
    message
      .slice(start)
      .replace(/^\s*\n/, '')
      .split('\n'),
    known !== null || language === 'en',
  );
}

function lineAfterColon(head: string): number | null {
  for (let at = head.indexOf('\n'); at >= 0 && at < head.length; ) {
    const end = head.indexOf('\n', at + 1);
    if (end < 0) return null;
    if (ENDS_IN_COLON.test(head.slice(at, end))) return end + 1;
    at = end;
  }
  return null;
}

function toInserts(lines: readonly string[], isEnglish: boolean): readonly string[] {
  const body = lines.map((line) => line.trim());
  while (body.at(-1) === '') body.pop();
  const last = body.at(-1) ?? '';
  // In other languages the sentence is the last paragraph, and has more than a word.
  const isAlone = body.length > 2 && body.at(-2) === '' && /\S\s+\S+\s+\S|[\u3040-\u9fff]{8}/.test(last);
  if (isEnglish ? TRAILERS.some((pattern) => pattern.test(last)) : isAlone) body.pop();
  while (body.at(-1) === '') body.pop();
  const isDoubled = body.length > 2 && body.every((line, index) => (line === '') === (index % 2 === 1));
  return isDoubled ? body.filter((line) => line !== '') : body;
}
