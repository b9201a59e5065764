import { anchorOf } from '../core/knowledge/rules/defaults.ts';
import type { RuleDefinition, RulePattern } from '../core/knowledge/rules/schema.ts';
import {
  code,
  type Document,
  heading,
  type Inline,
  joined,
  link,
  list,
  listOf,
  partOf,
  quiet,
  strong,
  text,
} from '../core/report/outline/document.ts';
import {
  describeCauses,
  describeCommand,
  describeCondition,
  describeOutcomes,
  describeRisk,
} from '../core/report/outline/steps.ts';
import { ended, enumerated } from '../core/report/outline/words.ts';
import { either, eventName, type RuleEvent } from './rule-words.ts';

/** `code 1293`, `(data (text Backup in progress))`: clauses nest. */
const describeValue = (value: unknown): string => {
  if (Array.isArray(value)) return enumerated(value.map(describeValue), 'or');
  if (typeof value !== 'object' || value === null) return String(value);
  return `(${describeClauses(Object.entries(value))})`;
};
const describeClauses = (clauses: readonly (readonly [string, unknown])[]): string =>
  clauses.map(([name, value]) => `${name} ${describeValue(value)}`).join(', ');

const ownWords = new Set(['provider', 'id', 'capture', 'extends', 'by', 'source', 'expect']);

/** `MSExchangeIS 9607, log Application, any (code 1293) or (data (text Backup in progress))`. */
const describeClass = (definition: RuleEvent): string => {
  if ('finding' in definition) return eventName(definition);
  return [
    eventName(definition),
    definition.extends === undefined ? '' : `like ${definition.extends}`,
    describeClauses(Object.entries(definition).filter(([name]) => !ownWords.has(name))),
  ]
    .filter((word) => word !== '')
    .join(', ');
};

type SeqStep = Extract<RulePattern, { seq: unknown }>['seq'][number];
const describeStep = (step: SeqStep): string => {
  if (typeof step === 'string') return step;
  const limits = [
    step.gap === undefined ? '' : `at most ${step.gap} later`,
    step.forbid === undefined ? '' : `no ${either(step.forbid)} between`,
    step.times === undefined ? '' : `${step.times} times`,
    step.optional === true ? 'if it is there' : '',
    ...Object.entries(step.when ?? {}).map(([flag, value]) => `${flag} ${value ? 'set' : 'not set'}`),
  ].filter((limit) => limit !== '');
  return `${either(step.event)}${limits.length === 0 ? '' : ` (${limits.join(', ')})`}`;
};

const describePattern = (pattern: RulePattern): string => {
  if ('one' in pattern) return either(pattern.one);
  if ('seq' in pattern) return `${pattern.seq.map(describeStep).join(' → ')}, within ${pattern.within}`;
  if ('all' in pattern) return `${enumerated(pattern.all.map(either))} in any order, within ${pattern.within}`;
  if ('any' in pattern) return either(pattern.any);
  if ('near' in pattern) {
    const { of, around, before, after } = pattern.near;
    return `${either(of)} near ${around}${before === undefined ? '' : `, ${before} before`}${after === undefined ? '' : `, ${after} after`}`;
  }
  if ('absent' in pattern) {
    const { of, after, before, for: span, until } = pattern.absent;
    const side = after === undefined ? `before ${before ?? ''}` : `after ${after}`;
    return `no ${either(of)} in the ${span} ${side}${until === undefined ? '' : `, until ${either(until)}`}`;
  }
  const { of, min, distinct } = pattern.count;
  return distinct === undefined
    ? `at least ${min} × ${either(of)} within ${pattern.within}`
    : `${either(of)} with at least ${min} different values of ${distinct} within ${pattern.within}`;
};

const named = (entries: readonly (readonly [string, string])[]): Document =>
  listOf(
    'bullet',
    entries.map(([name, words]) => [text(strong(name), `: ${words}`)]),
  );

const describeCause = ({ title, evidence }: RuleDefinition['causes'][number]): Document => [
  text(title),
  ...evidence.map((one) =>
    list('for' in one ? 'for' : 'against', [[text(one.because, quiet(` (${'for' in one ? one.for : one.against})`))]]),
  ),
];

type Resolution = RuleDefinition['resolution'][number];
type Action = Resolution['steps'][number];
const expectation = ({ expect }: Action, { events }: RuleDefinition): string | null => {
  if (expect === undefined || 'output' in expect) return expect?.output ?? null;
  const definition = events[expect.event];
  const name = definition === undefined ? '' : eventName(definition);
  return `${name === '' ? expect.event : name} within ${expect.within}`;
};
const describeAction = (step: Action, rule: RuleDefinition): Document => [
  text(ended(step.do)),
  ...(step.run === undefined ? [] : describeCommand({ ...step.run, values: {} })),
  ...describeOutcomes({ expect: expectation(step, rule), stopIf: step.stop_if ?? null }),
];
const describeResolution = (
  { for: aims = [], risk: { level, downtime, data_loss: dataLoss, reversible }, confirm_first, steps }: Resolution,
  rule: RuleDefinition,
): Document => {
  const { causes } = rule;
  const titles = [aims].flat().flatMap((id) => causes.find((cause) => cause.id === id)?.title ?? []);
  return [
    ...(titles.length === 0 || causes.length < 2 ? [] : [text(...describeCauses(titles))]),
    text(...describeRisk({ level, downtime, dataLoss, reversible })),
    ...describeCondition(confirm_first ?? null),
    ...steps.flatMap((step) => describeAction(step, rule)),
  ];
};

const describeReference = (ref: RuleDefinition['refs'][number]): Inline =>
  typeof ref === 'string'
    ? [ref]
    : joined([
        ref.kb === undefined ? null : [`KB${ref.kb}`],
        ref.title === undefined ? null : [ref.title],
        ref.url === undefined ? null : link(ref.url, ref.url),
        ref.note === undefined ? null : [quiet(ref.note)],
      ]);

/** A rule as `evdx rules show` prints it; its file has all of it. */
export const outlineRule = (rule: RuleDefinition): Document => [
  heading(rule.title),
  text(...joined([[code(rule.id)], [`${rule.severity} severity`], [`status ${rule.status ?? 'test'}`]])),
  text(),
  ...partOf('Events', named(Object.entries(rule.events).map(([name, value]) => [name, describeClass(value)]))),
  ...partOf('Finds', named(Object.entries(rule.find).map(([name, value]) => [name, describePattern(value)]))),
  ...partOf(
    'Grades',
    named(
      (rule.grade ?? [{ confirmed: anchorOf(rule) }]).flatMap((grade) =>
        Object.entries(grade).map(([name, condition]) => [name, `if ${condition}`] as const),
      ),
    ),
  ),
  ...partOf(
    'Not if',
    listOf(
      'bullet',
      (rule.rule_out ?? []).map((one) => [text(`${one.if}: ${one.because}`)]),
    ),
  ),
  ...partOf('Causes', listOf('bullet', rule.causes.map(describeCause))),
  ...partOf(
    'Do',
    listOf(
      'number',
      rule.resolution.map((one) => describeResolution(one, rule)),
    ),
  ),
  ...partOf(
    'More',
    rule.refs.map((ref) => text(...describeReference(ref))),
  ),
];
