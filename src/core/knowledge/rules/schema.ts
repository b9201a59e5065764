import * as z from 'zod';
import { levels } from '../../model/event.ts';
import { grades, severities } from '../../model/report.ts';
import { ruleIdPattern } from '../../model/rule-id.ts';
import { DAY_MS } from '../../model/time-units.ts';
import { durationMs } from './duration.ts';

/**
 * The rule language as rule-language.md has it; what needs more than one key to decide is checked in `semantics.ts`. Phrases of checks
 * stand after "write …"; descriptions and ids are for editors (schema/rule.schema.json).
 */

const text = z.string().min(1).max(4096).meta({ id: 'text' });
const name = z
  .string()
  .regex(/^(?!\d+$)[A-Za-z0-9_]{1,64}$/, 'a name: letters, digits and _, not digits alone')
  .meta({ id: 'name' });
const MAX_DURATION_MS = 36_500 * DAY_MS; // a century: any date plus that stays a whole number
const durationForm = 'a number and a unit: 30s, 10m, 24h';
const duration = z
  .string(durationForm)
  .regex(/^\d{1,9}(ms|s|m|h|d)$/, durationForm)
  .refine((value) => !(durationMs(value) > MAX_DURATION_MS), 'at most 36500d')
  .meta({ id: 'duration', description: 'a number and a unit: 500ms, 30s, 10m, 24h, 7d' });
const version = z
  .string('a version in quotes: "6.5" is a version, 6.5 a number')
  .regex(/^\d{1,9}(\.\d{1,9})*$/, 'numbers with dots: "6.5.7232.76"')
  .meta({ id: 'version', description: 'in quotes: "6.5" is a version, 6.5 a number' });
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);

const ruleId = z
  .string()
  .regex(ruleIdPattern, 'the path below rules/ without .yaml: area/short-name')
  .meta({ id: 'rule-id', description: 'the path of a rule below rules/, without .yaml' });
const eventId = z.int().min(0).max(0xffff);
const code = z
  .union([
    z.int().min(-0x8000_0000).max(0xffff_ffff),
    z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'a number or a name such as JET_errFileAccessDenied'),
  ])
  .meta({
    id: 'code',
    description: 'an error code in any notation, or its name: -1032, 0xfffffbf8, JET_errFileAccessDenied',
  });
const regex = text.meta({ id: 'regex', description: 'an RE2 expression; looks without case' });
const words = z
  .union([oneOrMore(text), z.strictObject({ like: oneOrMore(text).describe('with * and ?') })])
  .meta({ id: 'words', description: 'one or more texts, compared without case, or {like: "ESE*"}' });

type TextTest =
  | { contains: string | string[] }
  | { regex: string | string[] }
  | { any: TextTest[] }
  | { all: TextTest[] };
const textTest: z.ZodType<TextTest> = z
  .lazy(() =>
    z.union([
      z.strictObject({ contains: oneOrMore(text) }),
      z.strictObject({ regex: oneOrMore(regex) }),
      z.strictObject({ any: z.array(textTest).min(1) }),
      z.strictObject({ all: z.array(textTest).min(1) }),
    ]),
  )
  .meta({ id: 'text-test', description: 'looks at the message, then at each insert and named value, without case' });
const valueTest = z
  .union([
    oneOrMore(z.union([z.string(), z.number(), z.boolean()])),
    z.strictObject({ contains: oneOrMore(text) }),
    z.strictObject({ regex: oneOrMore(regex) }),
    z.strictObject({ code: oneOrMore(code) }),
  ])
  .meta({ id: 'value-test' });
const dataTest = z.union([
  z.strictObject({ text: oneOrMore(text) }),
  z.strictObject({
    hex: oneOrMore(z.string().regex(/^[0-9a-fA-F]{2}( ?[0-9a-fA-F]{2})*$/, 'pairs of hex digits: 0d05, or 0d 05')),
  }),
  z.strictObject({ dword: oneOrMore(code) }),
]);

/** Tools whose outputs are read beside logs. */
const companionTools = [
  'vssadmin',
  'eseutil',
  'ntbackup',
  'wbadmin',
  'diskshadow',
  'fltmc',
  'chkdsk',
  'writer-status',
  'repadmin',
  'dcdiag',
] as const;

const partKeys = {
  log: words.optional().describe('the log it stands in: Application, System, …'),
  provider: words.optional().describe('who writes it; also called the source'),
  tool: oneOrMore(z.enum(companionTools))
    .optional()
    .describe('in place of log, provider and id: what the output of this tool says, as fields'),
  id: z
    .union([oneOrMore(eventId), z.strictObject({ from: eventId, to: eventId })])
    .optional()
    .describe('one or more event ids, or {from, to}'),
  level: oneOrMore(z.enum(levels)).optional(),
  category: words.optional(),
  user: words.optional(),
  code: oneOrMore(code).optional().describe('an error code that the event carries, in whatever notation'),
  text: textTest.optional(),
  strings: z
    .record(z.string().regex(/^[1-9]\d?$/, 'the number of an insert: 1 to 99'), valueTest)
    .optional()
    .describe('tests by number of the insert, from 1'),
  fields: z.record(z.string().min(1), valueTest).optional().describe('tests by name of the value'),
  data: dataTest.optional().describe('the bytes of the Data section'),
};
export const partSchema = z.strictObject(partKeys).meta({ id: 'part', description: 'every clause given must hold' });

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
  any: z.array(partSchema).min(1).optional().describe('one of these branches is enough'),
  not: oneOrMore(partSchema).optional().describe('none of these may hold'),
  extends: name.optional().describe('takes all keys of that class; a key given again replaces it whole'),
  capture: z.record(name, oneOrMore(captureSource)).optional().describe('values cut out of the event, by name'),
  by: fieldNames.optional().describe('a coarser key than that of the rule'),
  source: z
    .enum(['refs', 'external', 'unverified'])
    .optional()
    .describe('where the author knows the event from: the references, elsewhere, nowhere yet'),
  expect: z
    .strictObject({ level: z.enum(levels).optional(), logging: text.optional() })
    .optional()
    .describe('for its absence: the level it is written with, the logging level it takes'),
});
const findingClass = z.strictObject({
  finding: ruleId.describe('findings of that rule, likely or better'),
  by: fieldNames.optional().describe('a coarser key than that of the rule'),
});

const names = oneOrMore(name);
const flags = z.record(name, z.boolean());
const step = z
  .union([
    name,
    z.strictObject({
      event: names,
      when: flags.optional().describe('flags as they have to be just before the event'),
      gap: duration.optional().describe('at most this long after the step before'),
      forbid: names.optional().describe('none of these between the step before and this one'),
      optional: z.boolean().optional().describe('shown if it is there; never decides'),
      times: z.int().min(1).max(16).optional(),
    }),
  ])
  .meta({ id: 'step' });
const within = duration.describe('from the first event to the last');
const by = fieldNames.optional().describe('instead of the key of the rule; [] joins all hosts');
const pattern = z
  .union([
    z.strictObject({ one: names.describe('each event of these classes') }),
    z.strictObject({
      seq: z.array(step).min(1).max(32).describe('in this order'),
      within,
      by,
      skip: z.enum(['past_end', 'none']).optional(),
    }),
    z.strictObject({ all: z.array(names).min(2).max(32).describe('each of them, in any order'), within, by }),
    z.strictObject({
      count: z.strictObject({ of: names, min: z.int().min(1).max(100_000), distinct: name.optional() }),
      within,
      by,
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
    z.strictObject({ any: z.array(name).min(1).describe('the first listed wins') }),
  ])
  .meta({ id: 'pattern' });

const expression = z
  .union([text, z.boolean()])
  .meta({ id: 'expression', description: 'names and ctx.NAME with not, and, or and brackets' });
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
const action = z
  .strictObject({
    do: text.describe('one step in words; {{field}} is filled from captures'),
    run: z
      .strictObject({
        shell: z.enum(['cmd', 'powershell']),
        command: text,
        needs: z.enum(['user', 'administrator']),
        effect: z.enum(['read-only', 'restarts-service', 'restarts-machine', 'changes-settings', 'changes-data']),
      })
      .optional()
      .describe('shown, never run'),
    expect: z
      .union([z.strictObject({ event: name, within: duration }), z.strictObject({ output: text })])
      .optional()
      .describe('what proves that the step worked'),
    stop_if: text.optional().describe('when not to go on'),
    show: z
      .union([z.strictObject({ flag: name }), z.strictObject({ events: names })])
      .optional()
      .describe('events to list: those that set the flag, or these'),
  })
  .meta({ id: 'action' });
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
    stopped_by: z.enum(['window', 'gap', 'forbid', 'key', 'guard', 'coverage', 'seen', 'zone', 'undecided']).optional(),
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
  name: text.describe('the fact it proves'),
  covers: z.union([z.literal('none'), z.string().regex(/^\S+\/\S+$/, 'FROM/TO in ISO 8601, or none')]).optional(),
  facts: facts.optional().describe('answers to context probes, by name'),
  expect: expectation,
  near_miss: nearMiss.optional(),
  redundant: names.optional(),
  known_gap: z.boolean().optional(),
};
const ruleTestSchema = z.union([
  z.strictObject({
    ...testCommon,
    log: z.string().describe('time host log provider id level | message | data text | JSON'),
  }),
  z.strictObject({ ...testCommon, file: text }),
]);

export const ruleSchema = z
  .strictObject({
    evdx: z.literal(1).describe('version of the rule language'),
    id: ruleId,
    revision: z.int().positive().optional(),
    title: text.describe('what is wrong, in one line'),
    status: z
      .enum(['experimental', 'test', 'stable', 'deprecated'])
      .optional()
      .describe('test when left out; experimental: no real log confirms its events yet'),
    severity: z.enum(severities),
    by: fieldNames.optional().describe('the key: host, log, cluster, site or captured fields; [host] when left out'),
    scope: z
      .strictObject({ before: duration.optional(), after: duration.optional() })
      .optional()
      .describe('how far evidence may lie from the anchor; 24h each way when left out'),
    order: z.enum(['lenient', 'strict']).optional(),
    context: z.record(name, probe).optional().describe('what is known of the host, or asked'),
    events: z.record(name, z.union([eventClass, findingClass])).describe('classes of events, by name'),
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
      .optional()
      .describe('flags that some events set and others clear'),
    find: z.record(name, pattern).describe('patterns of events, by name'),
    anchor: name.optional().describe('every match of it is one possible finding; needed with several patterns'),
    grade: z.array(grade).min(1).optional().describe('from confirmed to possible; the first true one wins'),
    rule_out: z
      .array(z.strictObject({ if: expression, because: text }))
      .optional()
      .describe('what shows that it is something else'),
    causes: z
      .array(z.strictObject({ id: name, title: text, evidence: z.array(evidence).min(1) }))
      .min(1)
      .describe('what may be behind it, ranked by the evidence'),
    impact: z.array(z.strictObject({ if: expression, text })).optional(),
    resolution: z
      .array(
        z.strictObject({
          id: name,
          for: names.optional().describe('the causes it helps against'),
          risk: z.strictObject({
            level: z.enum(['none', 'low', 'medium', 'high']),
            downtime: text,
            data_loss: text,
            reversible: z.union([z.boolean(), z.literal('partly')]),
          }),
          confirm_first: text.optional().describe('what has to be sure before the first step'),
          steps: z.array(action).min(1),
        }),
      )
      .min(1)
      .describe('what to do, harmless things first'),
    refs: z.array(reference).min(1).describe('where it is known from: a diagnosis without a source is an opinion'),
    tests: z
      .union([z.array(ruleTestSchema), text])
      .describe('logs and what the rule has to say about them, or the path of a file with them'),
  })
  .meta({
    title: 'evdx rule',
    description: 'A known problem: its events, how sure they make it, its causes and the way out.',
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
