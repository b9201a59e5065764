import * as fc from 'fast-check';
import type { RuleDefinition } from '../../../../src/core/knowledge/rules/schema.ts';
import {
  absentPattern,
  allPattern,
  countPattern,
  flagStates,
  nearPattern,
  oneOf,
  ruleWith,
  type Shape,
  seqPattern,
} from './arbitrary.ts';
import { type Condition, type OracleRule, wordsOf } from './verdict.ts';

const ANCHORS = ['single', 'chain', 'set', 'burst', 'either'] as const;
const NAMES = ['single', 'chain', 'other', 'set', 'burst', 'gone', 'close', 'either', 'a', 'b'] as const;

const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 4, arbitrary: fc.constantFrom(...NAMES).map((name) => ({ name })) },
    { weight: 1, arbitrary: tie('tree').map((not) => ({ not })) },
    { weight: 1, arbitrary: fc.tuple(tie('tree'), tie('tree')).map((and) => ({ and })) },
    { weight: 1, arbitrary: fc.tuple(tie('tree'), tie('tree')).map((or) => ({ or })) },
  ),
})).tree;

const WEIGHTS = [
  ['for', 'strong', 3],
  ['for', 'moderate', 2],
  ['for', 'weak', 1],
  ['against', 'strong', -3],
  ['against', 'moderate', -2],
  ['against', 'weak', -1],
] as const;
const evidence = fc.record({ if: condition, weight: fc.constantFrom(...WEIGHTS) });
const causes = fc.tuple(
  fc.array(evidence, { minLength: 1, maxLength: 3 }),
  fc.array(evidence, { minLength: 1, maxLength: 3 }),
);
const grades = fc
  .tuple(fc.tuple(condition, condition, condition), fc.integer({ min: 1, max: 7 }))
  .map(([conditions, chosen]) =>
    (['confirmed', 'likely', 'possible'] as const).flatMap((grade, index) =>
      (chosen >> index) & 1 ? [[grade, conditions[index] ?? conditions[0]] as const] : [],
    ),
  );

/** A whole rule with a pattern of each kind, and what the oracle needs to know of its conditions. */
export const wholeRule = (world: Shape, by: readonly string[][]): fc.Arbitrary<OracleRule> => {
  const { classes } = world;
  return fc
    .record({
      find: fc.record({
        single: oneOf(classes).map((one) => ({ one })),
        chain: seqPattern(classes, { maxSteps: 3, flags: ['up'] }),
        other: seqPattern(classes, { maxSteps: 2 }),
        set: allPattern(classes),
        burst: countPattern(classes),
        gone: absentPattern(classes, ['single', 'chain', 'a']),
        close: nearPattern(classes, ['single', 'other', 'b']),
        either: fc
          .constantFrom<string[]>(['chain', 'single'], ['other', 'chain', 'b'], ['set', 'burst'])
          .map((any) => ({ any })),
      }),
      state: flagStates(classes),
      anchor: fc.constantFrom(...ANCHORS),
      before: fc.constantFrom('5s', '15s', '60s'),
      after: fc.constantFrom('5s', '15s', '60s'),
      order: fc.constantFrom('lenient', 'lenient', 'lenient', 'strict' as const),
      by: fc.constantFrom(...by),
      grades,
      ruleOuts: fc.array(condition, { maxLength: 1 }),
      causes,
    })
    .map((parts): OracleRule => {
      const toEvidence = ({ if: tree, weight: [side, strength] }: (typeof parts.causes)[0][number]) => {
        const words = wordsOf(tree);
        return side === 'for'
          ? { if: words, for: strength, because: words }
          : { if: words, against: strength, because: words };
      };
      const more: Partial<RuleDefinition> = {
        by: parts.by,
        scope: { before: parts.before, after: parts.after },
        order: parts.order,
        state: parts.state,
        anchor: parts.anchor,
        grade: parts.grades.map(([grade, tree]) => ({ [grade]: wordsOf(tree) })) as NonNullable<
          RuleDefinition['grade']
        >,
        rule_out: parts.ruleOuts.map((tree) => ({ if: wordsOf(tree), because: 'it is so' })),
        causes: parts.causes.map((list, index) => ({
          id: `cause${index}`,
          title: 'A cause',
          evidence: list.map(toEvidence),
        })),
      };
      return {
        definition: ruleWith(parts.find, world, more),
        grades: parts.grades,
        ruleOuts: parts.ruleOuts,
        causes: parts.causes.map((list, index) => ({
          id: `cause${index}`,
          evidence: list.map(({ if: tree, weight }) => ({ if: tree, weight: weight[2] })),
        })),
      };
    });
};
