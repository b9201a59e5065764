import { keyValues } from '../key-values.ts';
import { type Inline, log } from './document.ts';

/** The other values of a key that are known: the host stands in the heading already. */
export const describeKey = (key: Readonly<Record<string, string | null>>): Inline | null => {
  const pairs = keyValues(key);
  return pairs.length === 0
    ? null
    : pairs.flatMap(([name, value], index) => [index > 0 ? ', ' : '', `${name} `, log(value)]);
};
