import { findCodes } from '../knowledge/codes/scan.ts';
import type { FreeText } from '../model/parser.ts';
import type { Mention, MentionKind } from '../model/scan.ts';

/** So many different codes and ids of one source are listed. */
const MAX_MENTIONS = 200;

/** What else stands in free text, each with the group that holds the value. All linear: no quantifier meets another one. */
const PATTERNS: readonly (readonly [MentionKind, RegExp])[] = [
  ['event-id', /\bevent(?:[ \t-]{0,3}id(?:entifier)?)?s?[ \t:#=]{1,4}(\d{1,5})\b(?![.\-/]\d)/gi],
  ['kb', /\b(?:KB|Q)[ -]?(\d{6,7})\b/g],
  ['guid', /\{?\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b\}?/gi],
];

/** `IRQ 4294967294`, and the number of a device below its bus, `PCI\VEN_8086&DEV_A0E3\3&C1583659&0`: inventories are full of them. */
const OF_HARDWARE = /(?:\bIRQ |[\da-f]&)$/i;
const OF_HARDWARE_CHARACTERS = 4;
const namesHardware = (text: string, start: number): boolean =>
  OF_HARDWARE.test(text.slice(Math.max(0, start - OF_HARDWARE_CHARACTERS - 1), start));

/** Is there any code to name? */
export const holdsCodes = (freeText: readonly FreeText[]): boolean =>
  freeText.some(({ text }) => {
    let found = false;
    findCodes(text, null, () => {
      found = true;
      return true;
    });
    return found;
  });

/** What the name of a code is; null: not in any table. */
export type NameCode = (code: number) => string | null;

/** Codes and ids that stand in text that is no event, in order of place. @param nameOf called only for codes that were found */
export function findMentions(
  freeText: readonly FreeText[],
  nameOf: NameCode,
): { readonly mentions: readonly Mention[]; readonly givenUp: number } {
  const found = new Map<
    string,
    { kind: MentionKind; value: string; code: number | null; count: number; position: number }
  >();
  let givenUp = 0;
  const add = (kind: MentionKind, value: string, code: number | null, position: number): void => {
    const key = `${kind} ${code ?? value}`;
    const known = found.get(key);
    if (known !== undefined) known.count += 1;
    else if (found.size < MAX_MENTIONS) found.set(key, { kind, value, code, count: 1, position });
    else givenUp += 1;
  };
  for (const { text, line } of freeText) {
    const lines = new LineCounter(text, line);
    findCodes(text, null, (code, start, end) => {
      // Zero says success in every family; logs of CBS and the like hold it in every other line.
      if (code !== 0 && !namesHardware(text, start)) add('code', text.slice(start, end), code, lines.at(start));
      return false;
    });
    for (const [kind, pattern] of PATTERNS) {
      const counter = new LineCounter(text, line);
      for (const match of text.matchAll(pattern))
        add(kind, (match[1] ?? '').toLowerCase(), null, counter.at(match.index));
    }
  }
  const mentions = [...found.values()]
    .map(
      ({ kind, value, code, count, position }): Mention => ({
        kind,
        value,
        name: code === null ? null : nameOf(code),
        count,
        position,
      }),
    )
    .sort((a, b) => a.position - b.position);
  return { mentions, givenUp };
}

/** Lines of rising offsets in a text, each character looked at once. */
class LineCounter {
  readonly #text: string;
  #line: number;
  #offset = 0;

  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.#line = firstLine;
  }

  at(offset: number): number {
    for (
      let end = this.#text.indexOf('\n', this.#offset);
      end !== -1 && end < offset;
      end = this.#text.indexOf('\n', end + 1)
    ) {
      this.#line += 1;
      this.#offset = end + 1;
    }
    return this.#line;
  }
}
