import { beginsProse } from './prose.ts';

/**
 * The text behind the headings of an event that has none for its description: keys typed by hand, a copy that lost its last heading. The
 * paragraph behind them is the description, unless somebody's words go on there.
 */

/** What a paragraph behind such headings is; `unclear`: the description or words about the event. */
export type Paragraph = 'message' | 'prose' | 'unclear';

/** A greeting, a name, an answer: one word is no description. */
const ONE_WORD = /^[\p{Script=Latin}\d.,!-]{1,40}$/u;
/** A label or a title alone, a picture, markup, an address, a list: what parts a report into sections. */
const SECTION =
  /^(?:[^:：]{1,40}[:：]|\*\*[^*]{1,80}\*\*|!?\[[^\]]*\]\(.*|<\/?\w.*|https?:\/\/\S+|[-*+•] .*|\d{1,2}[.)] .*)$/;
/** Words about the event, with which a description seldom begins. */
const COMMENT = [
  /^(?:This|These|That|The|The same|Such)(?: (?:above|below|following))? (?:problem|issue|event|error|warning|message|behaviou?r|condition|article)s?(?: (?:is|are|was|were|has|have|had|can|may|might|occurs?|occurred|happen(?:s|ed)?|appear(?:s|ed)?|comes?|came|started|shows?|showed|seems?|above|below|indicates?|means?|says?|said)\b|[:.,]|$)/i,
  /^(?:This|That|It) (?:is|was|can|may|might|occurs?|happens?|happened|appears?|seems?|looks?|started)\b/i,
  /^To (?:resolve|fix|work|solve|reproduce|correct|avoid|troubleshoot)\b|^How (?:to|do|can)\b|^If (?:you|we|this|the|it)\b/i,
  /^(?:You|Has|Have|Does|Did|Can(?!['’]t\b| not\b)|Could(?! not\b)|Should|Is|Are|What|Why|Where|Try|Tried|See|Also|And|But|So|Then|Now|However|Additionally|Sometimes|Every|Since|Same|Here|Note|Solution|Cause|Fix|Resolution|Symptoms?|Environment|Steps)(?![\w'-]*\()\b/i,
  /^When(?:ever)? (?:we|you|this|trying|running|starting)\b|^(?:After|Before) (?:we|you|that|this|the|a|an|\w+ing)\b/i,
  /^(?:For (?:more|example|this|these|some)|In (?:this|my|our)|On (?:my|our|this)|At this)\b/i,
  /^(?:Diese[rs]?|Das|Der|Die) (?:Problem|Fehler|Ereignis|Meldung|Warnung) (?:ist|tritt|kommt|erscheint|war|wird|taucht)\b/,
  /^(?:Danach|Seit|Jetzt|Leider|Woran|Bei uns)(?!\p{L})/u,
];
/** A paragraph shows what it is at its beginning. */
const MAX_LOOK = 400;

/** @param text the first line of the first paragraph behind the headings */
export function paragraphKind(text: string): Paragraph {
  const whole = text.trim();
  const line = whole.slice(0, MAX_LOOK);
  if (beginsProse(whole, '', true)) return 'prose';
  const isUnclear = ONE_WORD.test(line) || SECTION.test(line) || COMMENT.some((pattern) => pattern.test(line));
  return isUnclear ? 'unclear' : 'message';
}

/** What VSS parts its messages with, in the languages that it speaks. */
const VSS_LABEL =
  /^\s*(?:Operation|Vorgang|Opération|Operación|Operazione|Operação|Bewerking|Operacja|Операция|Operace|İşlem|Åtgärd|操作|작업|Conte[xs]to?|Contexte|Kontext|Kontekst|Контекст|Bağlam|コンテキスト|上下文|내용|컨텍스트)\s?[:：]\s*$/i;
const LABEL_ALONE = /^\S[^:：]{0,40}[:：]\s*$/;
/** Sections of a report about a problem. */
const REPORT =
  /^(?:Environment|Steps|Solution|Cause|Fix|Resolution|Symptoms?|Expected|Actual|Configuration|Config|Setup|System|Hardware|Software|Specs?|Versions?|Background|Update|Question|Umgebung|Lösung|Ursache)\b/i;
const INDENTED = /^(?:[ \t]{2,}|\t)[^\s\-*+•>#|]/;

/** With what the messages of clusters (1207) and of VSS (8229) go on. */
const SECOND_PARAGRAPH =
  /^(?:(?:The text for the associated error code is|関連するエラー コードのテキストは次のとおりです)\s?[:：]|Changes that the writer made to the writer components |Check the event log for related events from the application hosting the VSS writer\.)/;

/** Does a paragraph go on with a description behind an empty line? Its parts are indented under labels. */
export const goesOn = (line: string, next: string): boolean =>
  VSS_LABEL.test(line) ||
  SECOND_PARAGRAPH.test(line) ||
  INDENTED.test(line) ||
  (LABEL_ALONE.test(line) && INDENTED.test(next) && !REPORT.test(line));
