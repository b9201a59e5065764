import * as z from 'zod';
import { levels } from '../../model/event.ts';
import { grades, severities } from '../../model/report.ts';

/** The rule language as rule-language.md has it; what needs more than one key to decide is checked in `semantics.ts`. */

const text = z.string().min(1).max(4096);
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, 'a name is a letter, then letters, digits or _');
const duration = z
  .string('write a number and a unit: 30s, 10m, 24h')
  .regex(/^\d{1,9}(ms|s|m|h|d)$/, 'write a number and a unit: 30s, 10m, 24h');
const version = z
  .string('quote it: "6.5" is a version, 6.5 a number')
  .regex(/^\d+(\.\d+)*$/, 'a version is numbers with dots: "6.5.7232.76"');
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);

export const ruleIdPattern = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)+$/;
const ruleId = z.string().regex(ruleIdPattern, 'an id is the path below rules/ without .yaml: area/short-name');
const eventId = z.int().min(0).max(0xffff);
const code = z.union([
  z.int().min(-0x8000_0000).max(0xffff_ffff),
  z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'a code is a number or a name such as JET_errFileAccessDenied'),
]);
const regex = text;
const words = z.union([oneOrMore(text), z.strictObject({ like: oneOrMore(text) })]);

type TextTest =
  | { contains: string | string[] }
  | { regex: string | string[] }
  | { any: TextTest[] }
  | { all: TextTest[] };
const textTest: z.ZodType<TextTest> = z.lazy(() =>
  z.union([
    z.strictObject({ contains: oneOrMore(text) }),
    z.strictObject({ regex: oneOrMore(regex) }),
    z.strictObject({ any: z.array(textTest).min(1) }),
    z.strictObject({ all: z.array(textTest).min(1) }),
  ]),
);
const valueTest = z.union([
  oneOrMore(z.union([z.string(), z.number(), z.boolean()])),
  z.strictObject({ contains: oneOrMore(text) }),
  z.strictObject({ regex: oneOrMore(regex) }),
  z.strictObject({ code: oneOrMore(code) }),
]);
const dataTest = z.union([
  z.strictObject({ text: oneOrMore(text) }),
  z.strictObject({ hex: oneOrMore(z.string().regex(/^([0-9a-fA-F]{2})+$/, 'hex is pairs of hex digits')) }),
  z.strictObject({ dword: oneOrMore(code) }),
]);

const partKeys = {
  log: words.optional(),
  provider: words.optional(),
  id: z.union([oneOrMore(eventId), z.strictObject({ from: eventId, to: eventId })]).optional(),
  level: oneOrMore(z.enum(levels)).optional(),
  category: words.optional(),
  user: words.optional(),
  code: oneOrMore(code).optional(),
  text: textTest.optional(),
  strings: z.record(z.string().regex(/^[1-9]\d?$/, 'inserts are numbered from 1'), valueTest).optional(),
  fields: z.record(z.string().min(1), valueTest).optional(),
  data: dataTest.optional(),
};
export const partSchema = z.strictObject(partKeys);

const normalizers = z.enum(['winpath', 'host', 'lower', 'int']);
const captureKeys = { normalize: normalizers.optional(), else: z.string().optional() };
const captureSource = z.union([
  z.strictObject({ string: z.int().min(1).max(99), ...captureKeys }),
  z.strictObject({ field: z.string().min(1), ...captureKeys }),
  z.strictObject({ regex, ...captureKeys }),
]);
const fieldNames = z.array(name);

const eventClass = z.strictObject({
  ...partKeys,
  any: z.array(partSchema).min(1).optional(),
  not: oneOrMore(partSchema).optional(),
  extends: name.optional(),
  capture: z.record(name, oneOrMore(captureSource)).optional(),
  by: fieldNames.optional(),
  source: z.enum(['refs', 'external', 'unverified']).optional(),
  expect: z.strictObject({ level: z.enum(levels).optional(), logging: text.optional() }).optional(),
});
const findingClass = z.strictObject({ finding: ruleId, by: fieldNames.optional() });

const names = oneOrMore(name);
const flags = z.record(name, z.boolean());
const step = z.union([
  name,
  z.strictObject({
    event: names,
    when: flags.optional(),
    gap: duration.optional(),
    forbid: names.optional(),
    optional: z.boolean().optional(),
    times: z.int().min(1).max(16).optional(),
  }),
]);
const pattern = z.union([
  z.strictObject({ one: names }),
  z.strictObject({
    seq: z.array(step).min(1).max(32),
    within: duration,
    by: fieldNames.optional(),
    skip: z.enum(['past_end', 'none']).optional(),
  }),
  z.strictObject({ all: z.array(names).min(2).max(32), within: duration, by: fieldNames.optional() }),
  z.strictObject({
    count: z.strictObject({ of: names, min: z.int().min(1).max(100_000), distinct: name.optional() }),
    within: duration,
    by: fieldNames.optional(),
  }),
  z.strictObject({
    absent: z.strictObject({
      of: names,
      after: name.optional(),
      before: name.optional(),
      for: duration,
      until: names.optional(),
    }),
  }),
  z.strictObject({
    near: z.strictObject({ of: names, around: name, before: duration.optional(), after: duration.optional() }),
  }),
  z.strictObject({ any: z.array(name).min(1) }),
]);

const expression = z.union([text, z.boolean()]);
const grade = z.union(grades.map((word) => z.strictObject({ [word]: expression })));
const strengths = z.enum(['strong', 'moderate', 'weak']);
const bounded = <T extends z.ZodType>(value: T) =>
  z.union([value, z.strictObject({ min: value.optional(), max: value.optional(), below: value.optional() })]);
const probe = z.union([
  z.strictObject({
    product: text,
    service_pack: bounded(z.int().min(0)).optional(),
    build: bounded(version).optional(),
  }),
  z.strictObject({ os: text, service_pack: bounded(z.int().min(0)).optional(), build: bounded(version).optional() }),
  z.strictObject({ file: text, version: bounded(version) }),
  z.strictObject({ registry: text, value: bounded(z.union([z.string(), z.int()])) }),
  z.strictObject({ ask: text, how: text.optional() }),
]);
const evidence = z.union([
  z.strictObject({ if: expression, for: strengths, because: text }),
  z.strictObject({ if: expression, against: strengths, because: text }),
]);
const action = z.strictObject({
  do: text,
  run: z
    .strictObject({
      shell: z.enum(['cmd', 'powershell']),
      command: text,
      needs: z.enum(['user', 'administrator']),
      effect: z.enum(['read-only', 'restarts-service', 'restarts-machine', 'changes-settings', 'changes-data']),
    })
    .optional(),
  expect: z.union([z.strictObject({ event: name, within: duration }), z.strictObject({ output: text })]).optional(),
  stop_if: text.optional(),
  show: z.union([z.strictObject({ flag: name }), z.strictObject({ events: names })]).optional(),
});
const reference = z.union([
  text,
  z.strictObject({
    kb: z.int().positive().optional(),
    url: z.url().optional(),
    title: text.optional(),
    note: text.optional(),
  }),
]);

const nearMiss = z.union([
  z.strictObject({ event: name, failed: oneOrMore(name) }),
  z.strictObject({
    pattern: name,
    reached: names.optional(),
    missing: names.optional(),
    stopped_by: z.enum(['window', 'gap', 'forbid', 'key', 'guard', 'coverage', 'seen']).optional(),
    had: z.union([z.int(), text]).optional(),
    needed: z.union([z.int(), text]).optional(),
  }),
]);
const expectation = z.union([
  z.enum(['none', 'ruled_out']),
  z.strictObject({
    grade: z.enum(grades).optional(),
    cause: name.optional(),
    findings: z.int().positive().optional(),
    count: z.int().positive().optional(),
    unknown: names.optional(),
    evidence: names.optional(),
  }),
]);
const facts = z.record(z.string().min(1), z.union([z.boolean(), z.string(), z.number()]));
const testCommon = {
  name: text,
  covers: z.union([z.literal('none'), z.string().regex(/^\S+\/\S+$/, 'FROM/TO in ISO 8601, or none')]).optional(),
  facts: facts.optional(),
  expect: expectation,
  near_miss: nearMiss.optional(),
  redundant: names.optional(),
  known_gap: z.boolean().optional(),
};
export const ruleTestSchema = z.union([
  z.strictObject({ ...testCommon, log: z.string() }),
  z.strictObject({ ...testCommon, file: text }),
]);

export const ruleSchema = z.strictObject({
  evdx: z.literal(1),
  id: ruleId,
  revision: z.int().positive().optional(),
  title: text,
  status: z.enum(['experimental', 'test', 'stable', 'deprecated']).optional(),
  severity: z.enum(severities),
  by: fieldNames.optional(),
  scope: z.strictObject({ before: duration.optional(), after: duration.optional() }).optional(),
  order: z.enum(['lenient', 'strict']).optional(),
  context: z.record(name, probe).optional(),
  events: z.record(name, z.union([findingClass, eventClass])),
  state: z
    .record(
      name,
      z.strictObject({
        set: names,
        clear: names,
        initial: z.union([z.literal('unknown'), z.boolean()]).optional(),
        by: fieldNames.optional(),
      }),
    )
    .optional(),
  find: z.record(name, pattern),
  anchor: name.optional(),
  grade: z.array(grade).min(1).optional(),
  rule_out: z.array(z.strictObject({ if: expression, because: text })).optional(),
  causes: z.array(z.strictObject({ id: name, title: text, evidence: z.array(evidence).min(1) })).min(1),
  impact: z.array(z.strictObject({ if: expression, text })).optional(),
  resolution: z
    .array(
      z.strictObject({
        id: name,
        for: names.optional(),
        risk: z.strictObject({
          level: z.enum(['none', 'low', 'medium', 'high']),
          downtime: text,
          data_loss: text,
          reversible: z.union([z.boolean(), z.literal('partly')]),
        }),
        confirm_first: text.optional(),
        steps: z.array(action).min(1),
      }),
    )
    .min(1),
  refs: z.array(reference).min(1),
  tests: z.union([z.array(ruleTestSchema), text]),
});

/** A rule as its file has it, code names turned into numbers by the loader. */
export type RuleFile = z.infer<typeof ruleSchema>;
export type RuleTest = z.infer<typeof ruleTestSchema>;
/** What the engine runs: a rule without its tests. */
export type RuleDefinition = Omit<RuleFile, 'tests'>;
export type RulePart = z.infer<typeof partSchema>;
export type RuleClass = RuleFile['events'][string];
export type RulePattern = z.infer<typeof pattern>;
export type RuleProbe = z.infer<typeof probe>;
export type RuleStep = z.infer<typeof step>;
export type RuleTextTest = TextTest;
export type RuleValueTest = z.infer<typeof valueTest>;
export type RuleDataTest = z.infer<typeof dataTest>;
export type RuleCapture = z.infer<typeof captureSource>;
export type RuleExpression = z.infer<typeof expression>;
