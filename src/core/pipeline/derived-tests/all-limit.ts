import type { RulePattern } from '../../knowledge/rules/schema.ts';
import type { Derivation } from './support/derivation.ts';
import { bearingsOfKind, isMeasured, positionsOf } from './support/matches.ts';
import { windowLimit } from './support/window-limit.ts';

const isAll = (pattern: RulePattern): pattern is Extract<RulePattern, { all: unknown }> => 'all' in pattern;

/** Events in any order lie inside their window, from the earliest to the latest. */
export const allLimit: Derivation = (written) =>
  bearingsOfKind(written, isAll)
    .filter((bearing) => isMeasured(written, bearing))
    .flatMap(({ name, pattern: { within }, match }) =>
      windowLimit(written, { name, within, positions: positionsOf(match), events: written.events }),
    );
