import type { Finding } from '../../model/report.ts';
import { type Document, type Inline, log } from './document.ts';
import { spelledKey } from './spelled.ts';
import { withoutValues } from './without-values.ts';

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

/** As it stands within a text of JSON. */
const inJson = (value: string): string => JSON.stringify(value).slice(1, -1);

/** What a report said so far below its findings: sixty services that do not start for one reason take the same steps. */
export class SaidParts {
  readonly #saidByText = new Map<string, Said>();

  /** @returns null where it is new, or there is nothing to say. */
  before(
    number: number,
    finding: Pick<Finding, 'ruleId' | 'key' | 'evidence'>,
    part: string,
    blocks: Document,
  ): SaidBelow | null {
    if (blocks.length === 0) return null;
    const { ruleId } = finding;
    const { text, valueByName } = withoutValues(JSON.stringify(blocks), spelledKey(finding), inJson);
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

/** `, with service spooler`. */
export const describeInstead = ({ instead }: SaidBelow): Inline =>
  instead.flatMap(([name, value], index) => [index === 0 ? ', with ' : ' and ', `${name} `, log(value)]);
