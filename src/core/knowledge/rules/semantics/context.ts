import { type Complaint, onKey, onValue, type Path } from '../problem.ts';
import type { RuleView } from './view.ts';

type Bound = string | number;
interface Bounds {
  readonly min?: Bound | undefined;
  readonly max?: Bound | undefined;
  readonly below?: Bound | undefined;
}

const BOUNDED_KEYS: readonly string[] = ['service_pack', 'build', 'version', 'value'];

/** Bounds of probes that leave something in and something out. */
export function* checkContext({ rule }: RuleView): Generator<Complaint> {
  for (const [name, probe] of Object.entries(rule.context ?? {})) {
    for (const [key, bounds] of Object.entries(probe)) {
      if (BOUNDED_KEYS.includes(key) && typeof bounds === 'object') yield* checkBounds(['context', name, key], bounds);
    }
  }
}

function* checkBounds(path: Path, { min, max, below }: Bounds): Generator<Complaint> {
  if (max !== undefined && below !== undefined) {
    yield onKey(
      [...path, 'below'],
      '"max" and "below" exclude each other',
      'keep one: "max" is included, "below" is not',
    );
  }
  const isEmpty =
    min !== undefined &&
    ((max !== undefined && compareVersions(min, max) > 0) || (below !== undefined && compareVersions(min, below) >= 0));
  if (isEmpty) yield onValue([...path, 'min'], 'nothing lies between these bounds', 'write the lower one as "min"');
}

/** Part by part: 6.10 is newer than 6.9. */
function compareVersions(a: Bound, b: Bound): number {
  const [left, right] = [a, b].map((bound) => String(bound).split('.').map(Number));
  const length = Math.max(left?.length ?? 0, right?.length ?? 0);
  for (let index = 0; index < length; index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
