/** What the viewer prints instead of a message it did not find, with the inserts of the event in it. */

/** The number and the source in brackets or quotes are the same in every language of NT to 2003. */
const OLD_FORM = /\(\s*(-?\d{1,10})\s*\).{1,80}\(.{1,256}\)|'(-?\d{1,10})'.{1,80}'.{1,256}'/;
/** Where the list begins: behind the sentence in English, else behind the colon that follows the last fixed words. */
const OLD_LIST = /information is part of the event\s*:|AUXSOURCE=[^:：]{0,600}[:：]|\bDLL\b[^:：]{0,600}[:：]/i;
const NEW_LIST = /information was included with the event\s*:[ \t]*/i;
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

/** The inserts in a message that says its description cannot be found; empty when it says no such thing. */
export function insertsIn(message: string, event: InsertsOf): readonly string[] {
  const head = message.slice(0, MAX_HEAD);
  const strings = oldInserts(message, head, event) ?? newInserts(message, head, event) ?? [];
  return strings.slice(0, MAX_INSERTS);
}

/** NT to 2003: one list after the sentence, parted by the list separator of the region. */
function oldInserts(message: string, head: string, { eventId, language }: InsertsOf): readonly string[] | null {
  const [, bracketed, quoted] = OLD_FORM.exec(head.slice(0, 600)) ?? [];
  const isAbout = Number(bracketed ?? quoted ?? 'none') >>> 0;
  if ((bracketed ?? quoted) === undefined || (isAbout & 0xffff) !== (eventId & 0xffff)) return null;
  const list = OLD_LIST.exec(head);
  if (list === null) return null;
  const text = message.slice(list.index + list[0].length).trim();
  if (text === '') return [];
  if (/^'.*'$/s.test(text)) return text.slice(1, -1).split("', '");
  const separator = language !== 'en' && text.includes('; ') ? '; ' : ', ';
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
