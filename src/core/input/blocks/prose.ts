/**
 * Where a description ends although nothing new begins: where the words of an article, a mail or a question go on. Everything else is
 * kept: real descriptions have many paragraphs.
 */

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
