import { headingBefore } from '../../../knowledge/words/headings.ts';

const [PLUS, DIGIT_0, DIGIT_9] = [0x2b, 0x30, 0x39];
/** The file and the line that `grep -n` puts in front. */
const GREP = /^([^\s:]{1,200}:)\d{1,7}:/;
const NUMBER = /^\d{1,7}[:-]/;
const MAX_HEADING = 40;

/** Takes off what diff and grep put in front of each line, from the first heading of a copied event on, as long as it goes on. */
export class ToolPrefix {
  /** `+` of a diff, or the file name of grep with its colon. */
  #prefix: string | null = null;
  /** With the line read last it ended. */
  hasEnded = false;

  strip(line: string): string {
    this.hasEnded = false;
    this.#prefix ??= prefixAt(line);
    if (this.#prefix === null) return line;
    const rest = withoutPrefix(line, this.#prefix);
    if (rest !== null) return rest;
    [this.#prefix, this.hasEnded] = [null, true];
    return line;
  }
}

/** The prefix of a line that goes on with the first heading of a copied event. */
function prefixAt(line: string): string | null {
  if (line.charCodeAt(0) === PLUS) return beginsCopy(line.slice(1, MAX_HEADING)) ? '+' : null;
  const digit = line.charCodeAt(line.indexOf(':') + 1);
  if (!(digit >= DIGIT_0 && digit <= DIGIT_9)) return null;
  const match = GREP.exec(line);
  return match !== null && beginsCopy(line.slice(match[0].length, match[0].length + MAX_HEADING))
    ? (match[1] ?? null)
    : null;
}

function beginsCopy(text: string): boolean {
  const colon = text.search(/[:：]/);
  const heading = colon < 0 ? null : headingBefore(text, colon);
  return heading?.start === 0 && heading.meanings.some(({ dialect, field }) => dialect.start === field);
}

/** null: the line lacks it. Lines of a diff without a sign are those that did not change. */
function withoutPrefix(line: string, prefix: string): string | null {
  if (prefix === '+') return line === '' ? line : line.startsWith('+') || line.startsWith(' ') ? line.slice(1) : null;
  const file = prefix.slice(0, -1);
  const sign = line.charAt(file.length);
  const rest = line.startsWith(file) && (sign === ':' || sign === '-') ? line.slice(prefix.length) : '';
  const number = NUMBER.exec(rest)?.[0];
  return number === undefined ? null : rest.slice(number.length);
}
