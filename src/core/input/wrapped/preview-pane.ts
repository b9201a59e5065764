import type { HeadingField } from '../../knowledge/words/heading-field.ts';
import { type Dialect, meaningsOf } from '../../knowledge/words/headings.ts';
import { looseField } from '../../knowledge/words/loose-keys.ts';
import type { TextParser } from '../../model/parser.ts';
import { paragraphKind } from '../blocks/undescribed.ts';
import type { InputFormat } from '../input-format.ts';
import { parseLocalTime } from '../normalise/parse-local-time.ts';
import { loadXmlParser } from '../xml/tree.ts';
import { type LineTaker, LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import type { Unwrapped } from './unwrapper.ts';
import { wholeLinesIn } from './wrapped-format.ts';

/** Two keys on a line; what reads screens leaves one blank between them. */
const WIDE = /^(.{1,300}?[^\s:：])(?:\t|\s{2})\s{0,200}(\p{L}[\p{L} .'’-]{0,29}?)\s?[:：]\s{0,200}(\S.{0,80})$/u;
const NARROW = /^(.{1,300}[^\s:：]) (\p{L}[\p{L}.'’-]{0,29})\s?[:：] ?(\S.{0,80})$/u;
/** Quote marks and an indent. */
const FRONT = /^[>|\s]{0,40}/;
const KEY = /^[>|\s]{0,40}(\p{L}[\p{L} .'’-]{0,39}?)\s?[:：]/u;
/** `Event 41, Kernel-Power`, the title of the pane in any language; the window has words in front. */
const TITLE = /^(?:.{1,40} [-–] )?\p{L}{2,20} \d{1,5}, \S/u;
/** Behind the line of the log: source, id, level, user; then what no copy of an event has: operation code, link for help. */
const HEADINGS_BEHIND = 4;
const EXTRAS = 2;
const FENCE = '```';
const MAX_MESSAGE_LINES = 60;
const MAX_UNTITLED_LINES = 20;

interface Pane {
  readonly dialect: Dialect;
  readonly front: string;
  /** Its second line, as a copied event has it. */
  readonly source: string;
  readonly date: string;
}

/** The pane whose headings begin in the first of two lines: the log alone, then the source with the time beside it. */
function paneAt(first: string, second: string): Pane | null {
  const named = meaningsOf(KEY.exec(first)?.[1] ?? '');
  const dialect = named.find(
    ({ field, dialect: { generation } }) => field === 'logName' && generation === 'vista',
  )?.dialect;
  if (dialect === undefined || dialect.fieldByHeading.get((KEY.exec(second)?.[1] ?? '').toLowerCase()) !== 'source')
    return null;
  for (const pattern of [WIDE, NARROW]) {
    const [, source, , date = ''] = pattern.exec(second.trimEnd()) ?? [];
    if (source !== undefined && parseLocalTime(date, null, dialect.language) !== null)
      return { dialect, front: frontOf(first), source, date };
  }
  return null;
}

const frontOf = (text: string): string => FRONT.exec(text)?.[0] ?? '';
const plain = (text: string): string => text.replace(FRONT, '').trim();

const headingOf = ({ fieldByHeading }: Dialect, wanted: HeadingField): string =>
  [...fieldByHeading].find(([, field]) => field === wanted)?.[0] ?? wanted;

interface Held {
  readonly text: string;
  readonly line: number;
}

/** Puts the message, which the pane shows above its headings, where a copied event has it. */
class PaneReader implements LineTaker {
  readonly #out: Unwrapped;
  #above: Held[] = [];
  #log: Held | null = null;
  #pane: Pane | null = null;
  #headings: Held[] = [];
  /** Lines of the headings still to come. */
  #left = 0;
  #isFenced = false;

  constructor(out: Unwrapped) {
    this.#out = out;
  }

  take(text: string, line: number): void {
    const held = { text, line };
    if (this.#pane !== null && this.#goesOn(this.#pane, held)) return;
    const log = this.#log;
    this.#log = null;
    const pane = log === null ? null : paneAt(log.text, text);
    if (log !== null && pane !== null) this.#begin(log, pane, line);
    else {
      if (log !== null) this.#hold(log);
      if (isLogLine(text)) this.#log = held;
      else this.#hold(held);
    }
  }

  end(): void {
    if (this.#pane !== null) this.#endPane(this.#pane, false);
    if (this.#log !== null) this.#hold(this.#log);
    this.#letGo(0);
  }

  #hold(held: Held): void {
    if (plain(held.text).startsWith(FENCE)) this.#isFenced = !this.#isFenced;
    this.#above.push(held);
    this.#letGo(MAX_MESSAGE_LINES);
  }

  #letGo(left: number): void {
    for (const { text, line } of this.#above.splice(0, Math.max(0, this.#above.length - left)))
      this.#out.addLine(text, line);
  }

  #begin(log: Held, pane: Pane, line: number): void {
    const date = `${pane.front}${headingOf(pane.dialect, 'date')}: ${pane.date}`;
    this.#headings = [log, { text: pane.source, line }, { text: date, line }];
    [this.#pane, this.#left] = [pane, HEADINGS_BEHIND - 1 + EXTRAS];
  }

  /** @returns false behind the last heading */
  #goesOn(pane: Pane, held: Held): boolean {
    const key = KEY.exec(held.text)?.[1];
    const field = key === undefined ? null : looseField(key);
    if (key === undefined || this.#left === 0 || field === 'logName' || field === 'description') {
      this.#endPane(pane, field === 'description');
      return false;
    }
    if (this.#left > EXTRAS) this.#headings.push(held);
    this.#left -= 1;
    return true;
  }

  /** @param isDescribed the message stands below after all */
  #endPane({ dialect, front }: Pane, isDescribed: boolean): void {
    this.#pane = null;
    this.#letGo(isDescribed ? 0 : messageLines(this.#above));
    for (const { text, line } of this.#headings.splice(0)) this.#out.addLine(text, line);
    const [first] = this.#above;
    if (first === undefined) return;
    // What follows the pane is no part of its message. Inside a fence of the text that one ends, and another begins.
    const [opening, closing] = this.#isFenced ? [[], [FENCE, FENCE]] : [[FENCE], [FENCE]];
    for (const text of [`${headingOf(dialect, 'description')}:`, ...opening])
      this.#out.addLine(front + text, first.line);
    const last = this.#above.at(-1)?.line ?? first.line;
    this.#letGo(0);
    for (const text of closing) this.#out.addLine(front + text, last);
  }
}

const isLogLine = (text: string): boolean =>
  meaningsOf(KEY.exec(text)?.[1] ?? '').some(({ field }) => field === 'logName');

/** `General  Details` */
const TABS = /^\S{3,20}\s{1,8}\S{3,20}$/;

/** How many of the last lines are the message: those below the title of the pane and its tabs, or the last paragraph. */
function messageLines(above: readonly Held[]): number {
  const texts = above.map(({ text }) => plain(text));
  const title = texts.findLastIndex((text) => TITLE.test(text));
  const end = texts.findLastIndex((text) => text !== '');
  const first = title >= 0 ? title + 1 : texts.slice(0, end + 1).lastIndexOf('') + 1;
  const start = first < end && TABS.test(texts[first] ?? '') ? first + 1 : first;
  const isMessage = title >= 0 || (end - start < MAX_UNTITLED_LINES && paragraphKind(texts[start] ?? '') === 'message');
  return end >= start && isMessage ? above.length - start : 0;
}

function holdsPane(head: string): boolean {
  const lines = wholeLinesIn(head);
  return lines.some((line, at) => isLogLine(line) && paneAt(line, lines[at + 1] ?? '') !== null);
}

/** What a reader of screens, or a person, takes from the pane of the viewer: the message stands above the headings. */
export const previewPaneFormat: InputFormat<TextParser> = {
  name: 'preview-pane',
  isExport: false,
  canBeEmpty: false,
  recognises: holdsPane,
  prepare: loadXmlParser,
  create: createWrappedParser(() => new LineUnwrapper((out) => new PaneReader(out))),
};
