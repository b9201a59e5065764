import { foldWord } from '../../knowledge/words/fold.ts';
import { meaningsOf } from '../../knowledge/words/headings.ts';
import { UNKNOWN_HEADINGS } from '../../knowledge/words/headings-unknown.ts';
import { parseLocalTime } from '../normalise/parse-local-time.ts';
import { type LineTaker, LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { type Unwrapped, unwrapAll } from './unwrapper.ts';
import { wholeLinesIn, wrappedFormat } from './wrapped-format.ts';

type Heading = keyof typeof UNKNOWN_HEADINGS;
/** The viewer of Vista and later copies them in this order in every language. */
const ORDER: readonly Heading[] = [
  'logName',
  'source',
  'date',
  'eventId',
  'category',
  'level',
  'keywords',
  'user',
  'computer',
  'description',
];
/** Behind quote marks or an indent. */
const LINE = /^([>|\s]{0,16})(\p{L}[\p{L}\p{M}\p{N}'’. -]{0,39}?)\s?[:：]\s*(.*)$/u;
/** The names of logs are the same in every language. */
const LOG = /^(?:System|Application|Security|Setup|ForwardedEvents|Windows PowerShell|[\w .-]{3,128}\/[\w .-]{3,64})$/;
const ID = /^\d{1,5}$/;

interface NamedLine {
  readonly front: string;
  readonly heading: string;
  readonly value: string;
}
function namedLine(line: string): NamedLine | null {
  const [, front = '', heading, value = ''] = LINE.exec(line) ?? [];
  return heading === undefined ? null : { front, heading, value: value.trim() };
}

/** An account in letters of no language, so that the word for none is no user. */
const ACCOUNT = /\\|^S-1-|^[A-Z ]+$/;

/** What the headings mean that follow one another from here on, by their order and what stands behind them; null where they are none. */
function headingsAt(lines: readonly string[], at: number): ReadonlyMap<string, Heading> | null {
  if (!LOG.test(namedLine(lines[at] ?? '')?.value ?? '')) return null;
  const named = ORDER.map((_, index) => namedLine(lines[at + index] ?? ''));
  if (named.some((line) => line === null)) return null;
  const value = (heading: Heading): string => named[ORDER.indexOf(heading)]?.value ?? '';
  const isEvent =
    value('source') !== '' && ID.test(value('eventId')) && parseLocalTime(value('date'), null, null) !== null;
  const headings = named.map((line) => foldWord(line?.heading ?? ''));
  const isKnown = headings.some((heading) => meaningsOf(heading).some(({ field }) => field === 'logName'));
  if (!isEvent || isKnown || new Set(headings).size < ORDER.length) return null;
  return new Map(ORDER.map((field, index) => [headings[index] ?? '', field]));
}

/** Names the headings of each event anew; what stands in its message is left alone. */
function createUnwrap(fields: ReadonlyMap<string, Heading>): (text: string) => string {
  let isOpen = false;
  return (text) => {
    const line = namedLine(text);
    const field = line === null ? undefined : fields.get(foldWord(line.heading));
    if (field === 'logName') isOpen = true;
    if (line === null || field === undefined || !isOpen) return text;
    if (field === 'description') isOpen = false;
    const value = field === 'user' && !ACCOUNT.test(line.value) ? '' : line.value;
    return `${line.front}${UNKNOWN_HEADINGS[field]}: ${value}`;
  };
}

/** Holds as many lines as an event has headings, until the first event tells them. */
class HeadingReader implements LineTaker {
  readonly #out: Unwrapped;
  readonly #held: string[] = [];
  #unwrap: ((text: string) => string) | null = null;

  constructor(out: Unwrapped) {
    this.#out = out;
  }

  take(text: string, line: number): void {
    if (this.#unwrap !== null) {
      this.#out.addLine(this.#unwrap(text), line);
      return;
    }
    this.#held.push(text);
    if (this.#held.length < ORDER.length) return;
    const fields = headingsAt(this.#held, 0);
    if (fields === null) {
      this.#out.addLine(this.#held.shift() ?? '', line - ORDER.length + 1);
      return;
    }
    this.#unwrap = createUnwrap(fields);
    this.#letGo(line, this.#unwrap);
  }

  end(line: number): void {
    this.#letGo(line, (text) => text);
  }

  #letGo(last: number, unwrap: (text: string) => string): void {
    const first = last - this.#held.length + 1;
    for (const [index, text] of this.#held.entries()) this.#out.addLine(unwrap(text), first + index);
    this.#held.length = 0;
  }
}

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper((out) => new HeadingReader(out));

function unwrapHead(head: string): string | null {
  const lines = wholeLinesIn(head);
  return lines.some((_, at) => headingsAt(lines, at) !== null) ? unwrapAll(head, createUnwrapper()) : null;
}

/** Events that a viewer copied in a language whose headings no table has. */
export const unknownHeadingsFormat = wrappedFormat({
  name: 'unknown-headings',
  unwrapHead,
  create: createWrappedParser(createUnwrapper),
});
