import type { CreateTextParser, ParsedBatch, ParserContext, ParserFindings, TextParser } from '../../model/parser.ts';
import { emptyBatch, NO_FINDINGS } from '../../model/parser.ts';
import { createPlainLogParser } from '../plain-logs/plain-log.ts';
import { LineUnwrapper, lineByLine } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { previewPaneFormat } from './preview-pane.ts';
import { unwrapAll } from './unwrapper.ts';
import { wrappedFormat } from './wrapped-format.ts';

/** What a program that reads screens may take for another: `rn` for `m`, `1`, `l` and `I`, `0` and `O`. */
const alike = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('rn', 'm')
    .replace(/[1l|!]/g, 'i')
    .replaceAll('0', 'o')
    .replace(/\s+/g, ' ');

/** Of the English viewer. */
const HEADINGS = [
  ...['Log Name', 'Source', 'Date', 'Logged', 'Event ID', 'Task Category', 'Level', 'Keywords', 'User', 'Computer'],
  ...['OpCode', 'Description', 'Event Type', 'Event Source', 'Event Category', 'Time'],
];
const headingByShape: ReadonlyMap<string, string> = new Map(HEADINGS.map((heading) => [alike(heading), heading]));

/** A heading at the beginning of a line, or behind the value of another one. */
const HEADING = /(^|\s)([A-Za-z][A-Za-z01|!]{1,11}(?: [A-Za-z01|!]{1,9})?)(\s?:)/g;
const TIME_HEADINGS: ReadonlySet<string> = new Set(['Date', 'Logged', 'Time']);
/** A number with letters in it, or of letters between the signs of a date or a clock. */
const NUMBER =
  /(?<![A-Za-z\d])(?:[OoIlSB]{0,4}\d[\dOoIlSB]{0,4}|(?<=[:/.])[OoIl]{1,4}|[OoIl]{1,4}(?=[:/]))(?![A-Za-z\d])/g;
const ID = /^(\s*)([OoIlSB]{0,4}\d[\dOoIlSB]{0,4})(?![A-Za-z\d])/;
const DIGITS: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', S: '5', B: '8' };
const asNumber = (text: string): string => text.replace(/[OoIlSB]/g, (letter) => DIGITS[letter] ?? letter);

/** A line with its headings, its id and its time as they were on the screen. */
function repaired(line: string): string {
  let out = '';
  let at = 0;
  let heading: string | null = null;
  const takeValue = (text: string): string => {
    if (heading === 'Event ID') return text.replace(ID, (_, gap: string, id: string) => gap + asNumber(id));
    return heading !== null && TIME_HEADINGS.has(heading) ? text.replace(NUMBER, asNumber) : text;
  };
  for (const { 0: whole, 1: gap = '', 2: words = '', 3: colon = '', index } of line.matchAll(HEADING)) {
    // The first of two words may be the end of a value.
    const name = headingByShape.has(alike(words)) ? words : words.slice(words.indexOf(' ') + 1);
    const known = headingByShape.get(alike(name));
    if (known === undefined) continue;
    const isRight = name.toLowerCase() === known.toLowerCase();
    const start = index + gap.length + words.length - name.length;
    out += takeValue(line.slice(at, start)) + (isRight ? name : known) + colon;
    [at, heading] = [index + whole.length, known];
  }
  return out + takeValue(line.slice(at));
}

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper(lineByLine(repaired));

/** Reads the repaired text by what it looks like then: the pane of the viewer has its message in front. */
class PaneOrText implements TextParser {
  readonly #context: ParserContext;
  #parser: TextParser | null = null;

  constructor(context: ParserContext) {
    this.#context = context;
  }

  push(text: string): ParsedBatch {
    const create = previewPaneFormat.recognises(text) ? previewPaneFormat.create : createPlainLogParser;
    this.#parser ??= create(this.#context);
    return this.#parser.push(text);
  }

  end(): ParsedBatch {
    return this.#parser?.end() ?? emptyBatch();
  }

  findings(): ParserFindings {
    return this.#parser?.findings() ?? NO_FINDINGS_OF_TEXT;
  }
}
const NO_FINDINGS_OF_TEXT: ParserFindings = { ...NO_FINDINGS, timeBasis: 'local' };
const createPaneOrText: CreateTextParser = (context) => new PaneOrText(context);

/** Signs that no viewer writes: a heading with a digit or `rn` for a letter, an id or a time with letters. */
const MAY_HOLD =
  /\b(?:Log Narne|Cornputer|Leve1|Event [l1]D)\s?:|\bEvent ID\s?:\s{0,20}(?:\d{1,4}[OoIlSB]|[OoIlSB]{1,4}\d)|\b(?:Date|Logged)\s?:[^\n]{0,40}(?:\d[OlI]|[/:][OlI]\d)/;

/** A copy that a program read off a picture of the viewer, with letters for digits. */
export const misreadTextFormat = wrappedFormat({
  name: 'misread-text',
  unwrapHead: (head) => {
    const text = MAY_HOLD.test(head) ? unwrapAll(head, createUnwrapper()) : null;
    return text === null || text.trimEnd() === head.trimEnd() ? null : text;
  },
  isSure: () => true,
  create: createWrappedParser(createUnwrapper, createPaneOrText),
});
