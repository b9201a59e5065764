/**
 * Where a description ends although nothing new begins: at the closing sentence of XP and 2003, or where the words of an article, a mail
 * or a question go on. Everything else is kept: real descriptions have many paragraphs.
 */

/** The sentence names the help center and an address; the address of Microsoft's redirector names it in every language. */
const HELP_CENTER = /For more information, see Help and Support Center\b/i;
const REDIRECTOR = /https?:\/\/go\.microsoft\.com\/fwlink\/events\.asp/i;
const ADDRESS = /^[\s:]{0,8}(?:at\b)?[\s:<([]{0,8}(?:https?:\/\/[^\s"'<>)\]]{1,200})?[>)\].]{0,3}/i;
const SENTENCE_END = /[.!?。](?=\s)/g;
const MAX_CARRY = 120;

export interface Closing {
  /** Where the sentence begins; negative: so many characters before the end of the line before. */
  readonly start: number;
  /** Behind the sentence. */
  readonly end: number;
  /** The address may stand on the next line. */
  readonly isOpen: boolean;
}

/** The closing sentence in a line; it may have begun on the line before. */
export function findClosing(before: string, text: string): Closing | null {
  const carry = before.slice(-MAX_CARRY);
  const joined = `${carry} ${text}`;
  const offset = carry.length + 1;
  const sentence = HELP_CENTER.exec(joined);
  if (sentence !== null && sentence.index + sentence[0].length > offset) {
    const from = sentence.index + sentence[0].length - offset;
    const length = ADDRESS.exec(text.slice(from))?.[0].length ?? 0;
    const start = sentence.index - offset;
    return {
      start: start < 0 ? start + 1 : start,
      end: from + length,
      isOpen: !text.slice(from, from + length).includes('//'),
    };
  }
  const address = REDIRECTOR.exec(text);
  if (address === null) return null;
  const length = ADDRESS.exec(text.slice(address.index))?.[0].length ?? 0;
  const ends = [...text.slice(0, address.index).matchAll(SENTENCE_END)];
  return { start: (ends.at(-1)?.index ?? -1) + 1, end: address.index + length, isOpen: false };
}

/** Does the closing sentence stand in this line? */
export const holdsClosing = (text: string): boolean => HELP_CENTER.test(text) || REDIRECTOR.test(text);

/** The address of a closing sentence at the beginning of the next line: its length, 0 when there is none. */
export const addressLength = (text: string): number => {
  const length = ADDRESS.exec(text)?.[0].length ?? 0;
  return text.slice(0, length).includes('//') ? length : 0;
};

const ENDS_SENTENCE = /[.!?:。！？)\]"'”」]\s*$/;

/** Words that begin the paragraphs of an article, whatever stands before. */
const ARTICLE = [
  /^(?:SYMPTOMS|CAUSE|RESOLUTION|WORKAROUND|STATUS|MORE INFORMATION|APPLIES TO|REFERENCES|SUMMARY)(?=$|[A-Z][a-z])/,
  /^(?:Article ID: \d|Additional query words:|Modification Type:|Keywords: ?\|? ?kb)/,
  /^-{4,} ?(?:Original|Forwarded|Urspr|Weitergeleitet|Message d|Mensaje)/,
  /^(?:`{3}|~{3})/,
];
/** The notes of an article, behind a finished sentence. */
const NOTE = /^Note (?:[A-Z][a-z]*|that) /;

/** Words that begin a paragraph of a poster or an article, behind an empty line. */
const POSTER = [
  /^(?:I|I'm|I’m|I've|I’ve|I'd|I'll|My|Our|Anyone|Thanks|Thank you|Hi|Hello|Hey|Regards|Cheers|EDIT|Edit|P\.?S\.?)(?![\w-])/,
  /^We(?:'re|’re|'ve|’ve| are| have| had| use| run| see| get| got| tried)\b/,
  /^Any (?:idea|ideas|help|suggestion|suggestions|thoughts|advice)\b/i,
  /^(?:Best|Kind|Warm) regards\b|^Please (?:help|advise)\b/i,
  /\bI (?:am|have|had|was|tried|get|got|see|saw|think|cannot|can't|can’t|don't|don’t|need|want|did|ran|just|then|also)\b/,
  /^(?:Ich|Wir haben|Hallo|Danke|Vielen Dank|Hat jemand|Kann mir|Gruß|Grüße|Viele Grüße|MfG|Mit freundlichen)(?!\p{L})/u,
  /^(?:Bonjour|Merci|J'ai|J’ai|Je|Nous avons|Cordialement|Hola|Gracias|Tengo|Saludos|Olá|Obrigad[oa]|Ciao|Grazie|Salve)(?!\p{L})/u,
  /^(?:Bedankt|Witam|Cześć|Dziękuję|Здравствуйте|Привет|Спасибо|Подскажите|Помогите)(?!\p{L})/u,
  /^(?:こんにちは|お世話に|よろしくお願い|ありがとう|您好|你好|请问|谢谢|請問|謝謝|안녕하세요|감사합니다)/,
  /^\([A-Z].*\)\.?$/,
  /\b(?:Microsoft Knowledge Base|following (?:event|error|warning|message)s? (?:message )?(?:is|are|may|might|can|also|appears?|occurs?)\b)|^Event ID \d{1,5}$/,
  /^(?:={3,}|_{3,}|-{3,}|\*{3,})$|^#{1,6} /,
  /^(?:On|Am|Le|El|Il|Op|W dniu) .{4,160}(?:wrote|schrieb.{0,60}|a écrit|escribió|ha scritto|schreef.{0,60}|pisze)\s?:$/,
  /^(?:From|Von|De|Sent|Gesendet): .*[@\d]/,
];

/** A paragraph shows what it is at its beginning. */
const MAX_LOOK = 400;

/** Does a line begin what somebody wrote about the event, no longer the event itself? */
export function beginsProse(text: string, before: string, isAfterBlank: boolean): boolean {
  const whole = text.trim();
  const line = whole.slice(0, MAX_LOOK);
  if (ARTICLE.some((pattern) => pattern.test(line))) return true;
  if (NOTE.test(line) && ENDS_SENTENCE.test(before)) return true;
  return isAfterBlank && (/[?？]$/.test(whole) || POSTER.some((pattern) => pattern.test(line)));
}
