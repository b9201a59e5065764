import { escapeRegExp } from '../../model/escape-regexp.ts';
import type { Finding } from '../../model/report.ts';
import { UNKNOWN_VALUE } from '../../model/unknown-value.ts';
import { type Document, type Inline, log } from './document.ts';

/** An earlier finding of the rule, below which the same stands but for values of the key. */
export interface SaidBelow {
  readonly number: number;
  /** Names and values that stand here where other ones stood there. */
  readonly instead: readonly (readonly [name: string, value: string])[];
}
interface Said {
  readonly number: number;
  readonly valueByName: ReadonlyMap<string, string>;
}

/** An expression of a megabyte is none; a name or a path is never that long. */
const MAX_CHARACTERS = 512;

/** What a report said so far below its findings: sixty services that do not start for one reason take the same steps. */
export class SaidParts {
  readonly #saidByText = new Map<string, Said>();

  /** @returns null where it is new, or there is nothing to say. */
  before(
    number: number,
    { ruleId, key }: Pick<Finding, 'ruleId' | 'key'>,
    part: string,
    blocks: Document,
  ): SaidBelow | null {
    if (blocks.length === 0) return null;
    const { text, valueByName } = withoutValues(JSON.stringify(blocks), key);
    const said = this.#saidByText.get(`${ruleId} ${part} ${text}`);
    if (said === undefined) {
      this.#saidByText.set(`${ruleId} ${part} ${text}`, { number, valueByName });
      return null;
    }
    return {
      number: said.number,
      instead: [...valueByName].filter(([name, value]) => said.valueByName.get(name) !== value),
    };
  }
}

/** The text with a mark for each value of the key that stands in it as a word of its own. */
function withoutValues(
  json: string,
  key: Finding['key'],
): { readonly text: string; readonly valueByName: ReadonlyMap<string, string> } {
  const valueByName = new Map<string, string>();
  let text = json;
  for (const [name, value] of Object.entries(key)) {
    if (value === null || value === '' || value === UNKNOWN_VALUE || value.length > MAX_CHARACTERS) continue;
    const marked = text.replace(wordOf(value), `\u0000${name}\u0000`);
    if (marked !== text) valueByName.set(name, value);
    text = marked;
  }
  return { text, valueByName };
}

const wordOf = (value: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(JSON.stringify(value).slice(1, -1))}(?![\\p{L}\\p{N}])`, 'gu');

/** `, with service spooler`. */
export const describeInstead = ({ instead }: SaidBelow): Inline =>
  instead.flatMap(([name, value], index) => [index === 0 ? ', with ' : ' and ', `${name} `, log(value)]);
