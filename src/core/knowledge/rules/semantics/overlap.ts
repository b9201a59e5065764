import { listOf } from '../../../model/list-of.ts';
import { type Classes, flattenClass, isFindingClass } from '../classes.ts';
import { type Complaint, onValue, type Path, quote } from '../problem.ts';
import type { RulePart } from '../schema.ts';
import { writtenWords } from '../words.ts';
import { placed } from './view.ts';

type Words = RulePart['provider'];

/** No event may serve two entries of `all`: classes that can share an id must differ in provider. */
export function* checkOverlap(
  path: Path,
  entries: readonly (string | readonly string[])[],
  events: Classes,
): Generator<Complaint> {
  for (const [index, entry] of entries.entries()) {
    const earlier = entries.slice(0, index).flatMap((other) => listOf(other));
    for (const [place, name] of placed([...path, index], entry)) {
      const other = earlier.find((candidate) => canShare(events, candidate, name));
      if (other === undefined) continue;
      yield other === name
        ? onValue(
            place,
            `${quote(name)} stands in two entries`,
            'one event serves one entry; use "count" for more of a kind',
          )
        : onValue(
            place,
            `${quote(name)} and ${quote(other)} can take the same event`,
            'give them other ids or providers',
          );
    }
  }
}

function canShare(events: Classes, a: string, b: string): boolean {
  if (a === b) return true;
  const [first, second] = [a, b].map((name) => (Object.hasOwn(events, name) ? events[name] : undefined));
  if (first === undefined || second === undefined) return false;
  if (isFindingClass(first) || isFindingClass(second)) {
    return isFindingClass(first) && isFindingClass(second) && first.finding === second.finding;
  }
  return branchesOf(events, a).some((one) =>
    branchesOf(events, b).some((other) => shareId(one, other) && shareProvider(one, other)),
  );
}

const branchesOf = (events: Classes, name: string): readonly RulePart[] => {
  const flat = flattenClass(events, name) ?? {};
  return (flat.any ?? [{}]).map((branch) => ({ ...flat, ...branch }));
};

function shareId({ id: a }: RulePart, { id: b }: RulePart): boolean {
  if (a === undefined || b === undefined) return true;
  return idRanges(a).some(([from, to]) => idRanges(b).some(([start, end]) => from <= end && start <= to));
}

const idRanges = (id: NonNullable<RulePart['id']>): readonly (readonly [number, number])[] =>
  typeof id === 'object' && 'from' in id ? [[id.from, id.to]] : listOf(id).map((number) => [number, number]);

const shareProvider = ({ provider: a }: RulePart, { provider: b }: RulePart): boolean =>
  globsOf(a).some((one) => globsOf(b).some((other) => globsMeet(one, other)));

/** Plain words as globs; `*` and `?` cannot stand in a provider's name. */
const globsOf = (words: Words): readonly string[] =>
  words === undefined ? ['*'] : writtenWords(words).map((word) => word.toLowerCase());

const isGlob = (word: string): boolean => /[*?]/.test(word);
const headOf = (glob: string): string => glob.slice(0, glob.search(/[*?]/));
const tailOf = (glob: string): string => /[^*?]*$/.exec(glob)?.[0] ?? '';

/** May a text fit both? Two globs are compared by their plain beginnings and ends: rather "yes" too often. */
function globsMeet(a: string, b: string): boolean {
  if (!isGlob(a)) return isGlob(b) ? a.startsWith(headOf(b)) && a.endsWith(tailOf(b)) : a === b;
  if (!isGlob(b)) return globsMeet(b, a);
  const heads = [headOf(a), headOf(b)] as const;
  const tails = [tailOf(a), tailOf(b)] as const;
  return (
    (heads[0].startsWith(heads[1]) || heads[1].startsWith(heads[0])) &&
    (tails[0].endsWith(tails[1]) || tails[1].endsWith(tails[0]))
  );
}
