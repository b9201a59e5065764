/**
 * Where a description ends although nothing new begins: where the words of an article, a mail or a question go on. Everything else is
 * kept: real descriptions have many paragraphs.
 */

const ENDS_SENTENCE = /[.!?:。！？)\]"'”」]\s*$/;
const FULL_STOP = /[.!?。！？]\s*$/;

/** Words that begin the paragraphs of an article, whatever stands before. */
const ARTICLE = [
  /^(?:SYMPTOMS|CAUSE|RESOLUTION|WORKAROUND|STATUS|MORE INFORMATION|APPLIES TO|REFERENCES|SUMMARY)(?=$|[A-Z][a-z])/,
  /^(?:Article ID: \d|Additional query words:|Modification Type:|Keywords: ?\|? ?kb)/,
  /^-{4,} ?(?:Original|Forwarded|Urspr|Weitergeleitet|Message d|Mensaje)/,
  /^(?:`{3}|~{3})/,
  // What people draw between one event and the next.
  /^(?:#{10,}|\*{10,})$/,
  // The next record in the log of SQL Server.
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{2,7}\s{1,4}(?:spid\d{1,5}s?|Logon|Server|Backup)\s/,
  // Between the events of an article.
  /^-{1,3} ?or ?-{1,3}$/i,
  // The end of a block in Hugo and Jekyll.
  /^\{\{[<%]\s?\/\s?[\w-]{1,40}\s?[>%]\}\}|^\{% ?end\w{1,30} ?%\}/,
];
/** Words of thanks and greetings that may be all of a line, with which a letter ends. */
const SIGN_OFFS = [
  '(?:Many |Much )?(?:Thanks|Thx|Tnx)(?: in advance| a lot| again| for (?:any|your|the) .{1,60})?|Thank you(?: in advance| (?:very|so) much)?|TIA',
  '(?:Best |Kind |Warm )?Regards|Best wishes|Cheers|Sincerely',
  '(?:Vielen |Besten |Schönen |Herzlichen )?Dank(?: im Voraus| für .{1,60})?|Danke(?: schön| sehr| euch| dir| Ihnen| im Voraus| schonmal| für .{1,60})?|Dankeschön',
  '(?:Viele |Beste |Liebe |Schöne )?(?:Gruß|Grüße|Gruss|Grüsse)|M(?:it )?f(?:reundlichen )?G(?:rüßen|ruß|rüssen|russ)?',
  "(?:Bien )?Cordialement|Merci(?: d['’]avance| beaucoup| pour .{1,60})?",
  'Saludos|(?:Muchas )?Gracias(?: de antemano| por .{1,60})?|Grazie(?: mille| in anticipo)?|Obrigad[oa]',
  '(?:Alvast )?Bedankt|(?:Met )?vriendelijke groet(?:en)?|Dziękuję(?: z góry)?|Pozdrawiam',
  'Спасибо(?: заранее| большое)?|Заранее (?:спасибо|благодар(?:ю|ен))|С уважением',
  'ありがとうございます|(?:どうぞ)?よろしくお願い(?:いた)?します|谢谢(?:大家|各位|了)?|多谢|謝謝(?:大家|各位)?|감사합니다',
];
const MAX_SIGN_OFF = 100;
const PICTOGRAPH = '(?:[\\u2600-\\u27bf\\u2b50]|[\\ud83c-\\ud83e][\\udc00-\\udfff])\\ufe0f?';
/** `danke!!`, `Thanks :-)`, `Regards - Tom`. Without the flag `u`, with which it takes six times as long to compile. */
const SIGN_OFF = new RegExp(
  `^(?:${SIGN_OFFS.join('|')})(?:[,.!。！…]{0,5}(?: ?[:;]-?\\)| ?${PICTOGRAPH})?| ?[-–] ?[a-z\\u00aa-\\uffff]{1,20})$`,
  'i',
);
/** The delimiter in front of a signature; its blank gets lost. */
const SIGNATURE = /^-- ?$/;
const TIME = /\d[:./-]\d\d/;
/** Who says the next thing in a chat, and when. Letters that stand for both cases take a millisecond each to compile. */
const SPEAKER = [
  /^[\p{Lu}\p{Ll}][\p{L}\p{M}\d'’ .,()-]{0,40}?(?: {2,8}| ?\[| ?[—–] ?(?:(?:[Tt]oday|[Yy]esterday) at )?)\d{1,2}[:.]\d{2}(?: ?[AaPp][Mm])?\]?$/u,
  // Without two blanks only names: "Last backup 10:42 AM" is said by nobody.
  /^\p{Lu}[\p{L}\p{M}'’.,-]{0,20}(?: \p{Lu}[\p{L}\p{M}'’.,-]{0,20}){0,2} \d{1,2}:\d{2} ?[AaPp][Mm]$/u,
  /^\[[\d/.: ,-]{5,22}(?: ?[AaPp][Mm])?\] \p{L}[\p{L}\p{M}\d'’ .,()-]{0,40}:?$/u,
];
const FIRST_PERSON = /\b(?:I|[Ww]e) /;
/** What somebody did or saw; long lists, asked only where somebody speaks. */
const DID = [
  /\bI (?:am|have|had|was|tried|get|got|see|saw|think|cannot|can't|can’t|don't|don’t|need|want|did|ran|just|then|also)\b/,
  /\b(?:I|[Ww]e) (?:already |also |just |then |even |still |now )?(?:changed|checked|saved|cleared|opened|created|installed|configured|stopped|started|restarted|rebooted|reinstalled|uninstalled|removed|replaced|noticed|found|tried|had|upgraded|updated|migrated|moved|added|disabled|enabled|deleted|fixed|solved|suspect|guess|believe|hope|wonder|looked|searched|googled)\b/,
];

/** The notes of an article, behind a finished sentence. */
const NOTE = /^Note (?:[A-Z][a-z]*|that) /;
/**
 * The headings of an article, alone on a line behind a finished sentence or an empty line. In a message such a word has a colon, or more
 * words beside it.
 */
const SECTION = new RegExp(
  `^(?:${[
    'Symptoms|Causes?|Resolution|Solution|Workaround|More information',
    'Symptome|Problembeschreibung|Ursachen?|Lösung|Fehlerbehebung|Problemumgehung|Weitere Informationen',
    "Symptômes|Résolution|Contournement|Solution de contournement|Informations supplémentaires|Plus d['’]informations",
    'Síntomas|Causas?|Solución|Resolución|Solución alternativa|Más información',
    'Sintomi|Causa|Risoluzione|Soluzione|Soluzione alternativa|Ulteriori informazioni',
    'Sintomas|Resolução|Solução|Solução alternativa|Mais informações',
    'Symptomen|Oorzaak|Oplossing|Meer informatie|Symptomy|Przyczyna|Rozwiązanie|Więcej informacji',
    'Симптомы|Причина|Решение|Обходной путь|Дополнительные сведения|Belirtiler|Neden|Çözüm',
    '現象|原因|解決方法|解決策|回避策|対処方法|対処策|詳細情報|症状|解决方法|解决方案|替代方法|更多信息|解決方案|현상|원인|해결 방법|추가 정보',
  ].join('|')})$`,
  'u',
);
const MAX_SECTION = 32; // asked of each line of a message

/** Words that begin a paragraph of a poster or an article, behind an empty line. */
const POSTER = [
  SIGNATURE,
  /^(?:I|I'm|I’m|I've|I’ve|I'd|I'll|My|Our|Anyone|Thanks|Thank you|Hi|Hello|Hey|Regards|Cheers|EDIT|Edit|P\.?S\.?)(?![\w-])/,
  /^We(?:'re|’re|'ve|’ve| are| have| had| use| run| see| get| got| tried)\b/,
  /^Any (?:idea|ideas|help|suggestion|suggestions|thoughts|advice)\b/i,
  /^(?:Best|Kind|Warm) regards\b|^Please (?:help|advise)\b/i,
  /^(?:Yesterday|Last (?:night|week|month|year|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?:This|On) (?:morning|afternoon|evening)|Today,? (?:I|we|it|this|another|again|the same))\b/,
  /^(?:Gestern|Vorgestern|Letzte[ns]? (?:Nacht|Woche|Monat|Jahr)|Heute (?:früh|morgen|kam|ist|war|hatte))(?!\p{L})|(?<!\p{L})(?:[Ii]ch|[Ww]ir) (?:habe|haben|hatte|hatten|bin|war|waren)(?!\p{L})/u,
  /^(?:Hier|Avant-hier|La semaine dernière|L[’']année dernière|Ayer|La semana pasada|El año pasado|Ieri|La settimana scorsa|L[’']anno scorso|Ontem|Gisteren|Vorige week|Wczoraj|Вчера|На прошлой неделе)(?!\p{L})|^(?:昨日|先週|昨天|上周|어제)/u,
  /^(?:Ich|Wir haben|Hallo|Danke|Vielen Dank|Hat jemand|Kann mir|Gruß|Grüße|Viele Grüße|MfG|Mit freundlichen)(?!\p{L})/u,
  /^(?:Bonjour|Merci|J'ai|J’ai|Je|Nous avons|Cordialement|Hola|Gracias|Tengo|Saludos|Olá|Obrigad[oa]|Ciao|Grazie|Salve)(?!\p{L})/u,
  /^(?:Bedankt|Witam|Cześć|Dziękuję|Здравствуйте|Привет|Спасибо|Подскажите|Помогите)(?!\p{L})/u,
  /^(?:こんにちは|お世話に|よろしくお願い|ありがとう|您好|你好|请问|谢谢|請問|謝謝|안녕하세요|감사합니다)/,
  /^\([A-Z].*\)\.?$/,
  /\b(?:Microsoft Knowledge Base|following (?:event|error|warning|message)s? (?:message )?(?:is|are|may|might|can|also|appear(?:s|ed)?|occur(?:s|red)?|happen(?:s|ed)?)\b)|^(?:Event|Ereignis|イベント)(?:[ -]?ID)?[ :：]{1,2}\d{1,5}[:：.]?$/,
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
  if (anyOf(ARTICLE, line) || (whole.length <= MAX_SIGN_OFF && SIGN_OFF.test(line))) return true;
  if (NOTE.test(line) && ENDS_SENTENCE.test(before)) return true;
  if (line.length <= MAX_SECTION && SECTION.test(line) && (isAfterBlank || FULL_STOP.test(before))) return true;
  return isAfterBlank && (/[?？]$/.test(whole) || isPoster(line));
}

const anyOf = (patterns: readonly RegExp[], line: string): boolean => patterns.some((pattern) => pattern.test(line));
const isPoster = (line: string): boolean =>
  anyOf(POSTER, line) || (FIRST_PERSON.test(line) && anyOf(DID, line)) || (TIME.test(line) && anyOf(SPEAKER, line));
