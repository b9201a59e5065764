import * as z from 'zod';
import {
  countSchema,
  fingerprintSchema,
  gradeSchema,
  hostSchema,
  keySchema,
  levelSchema,
  schemaVersionSchema,
  timeBasisSchema,
  timeSchema,
} from './common.ts';
import { findingSchema, placeSchema } from './finding.ts';

const coverageSchema = z.object({
  host: hostSchema,
  channel: z.string().nullable(),
  first: timeSchema,
  last: timeSchema,
  gaps: z.array(
    z.object({
      from: timeSchema,
      to: timeSchema,
      why: z.enum(['jump', 'cleared', 'off', 'clock', 'unreadable']),
    }),
  ),
  levels: z.union([z.literal('all'), z.array(levelSchema)]),
  completeness: z.enum(['proven', 'assumed', 'selected']),
});

const sourceSchema = z.object({
  name: z.string(),
  format: z.string(),
  records: countSchema.describe('found, damaged ones too'),
  events: countSchema.describe('read'),
  recovered: countSchema.describe('found outside the chain of records'),
  coverage: z.array(coverageSchema).describe('the time that each log really covers'),
  problems: z.array(z.object({ code: z.string(), position: z.int().nullable(), detail: z.string().nullable() })),
  language: z.string().nullable(),
  encoding: z.string().nullable(),
  timeBasis: timeBasisSchema,
  unclaimed: countSchema.describe('characters that stayed free text'),
});

const ruledOutSchema = z.object({
  ruleId: z.string(),
  because: z.string(),
  host: hostSchema,
  key: keySchema,
  fingerprint: fingerprintSchema,
  grade: gradeSchema,
  first: timeSchema.nullable(),
  last: timeSchema.nullable(),
});

const questionSchema = z.object({
  ruleId: z.string(),
  fact: z.string(),
  ask: z.string(),
  host: z.string().nullable().describe('null: all hosts, or the one without a name'),
  how: z.string().nullable(),
  decides: z.array(z.string()),
});

const notCheckedSchema = z.object({
  ruleId: z.string(),
  because: z.string(),
  host: z.string().nullable().describe('null: all hosts, or the one without a name'),
});

const kindOfEvent = {
  provider: z.string().nullable(),
  eventId: z.int().nullable(),
  level: levelSchema.nullable(),
  count: countSchema,
  first: timeSchema.nullable(),
  last: timeSchema.nullable(),
  host: hostSchema,
  channel: z.string().nullable(),
};
const unexplainedSchema = z.object({
  ...kindOfEvent,
  sample: z.string().nullable(),
  related: z.array(z.object({ kb: z.int(), title: z.string(), url: z.string(), because: z.string() })),
});

const limitSchema = z.object({
  limit: z.enum([
    'kept-text',
    'kept-events',
    'statistics',
    'keys',
    'findings',
    'expression-text',
    'mentions',
    'problems',
    'places',
    'archive-entries',
    'archive-size',
    'archive-ratio',
    'archive-depth',
  ]),
  source: countSchema.nullable().describe('index into `sources`'),
  ruleId: z.string().nullable(),
  detail: z.string(),
});

const factSchema = z.object({
  name: z.string(),
  value: z.union([z.string(), z.boolean()]),
  host: z.string().nullable(),
  from: z.enum(['event', 'companion', 'option', 'answer']),
  at: placeSchema.nullable(),
  changed: z.array(z.object({ ruleId: z.string(), was: z.string(), is: z.string() })),
});

const mentionSchema = z.object({
  kind: z.enum(['code', 'event-id', 'kb', 'guid']),
  value: z.string(),
  name: z.string().nullable(),
  count: countSchema,
  at: placeSchema,
});

const nearMissSchema = z.object({
  ruleId: z.string(),
  host: hostSchema,
  key: keySchema,
  kind: z.enum(['class', 'one', 'seq', 'all', 'count', 'absent', 'near', 'any']),
  name: z.string(),
  count: countSchema,
  failed: z.array(z.string()),
  steps: z.array(z.object({ role: z.string(), seen: countSchema })),
  reached: z.array(z.string()),
  stoppedBy: z.enum(['window', 'gap', 'forbid', 'key', 'guard', 'coverage', 'seen', 'zone', 'undecided']).nullable(),
  had: z.string().nullable(),
  needed: z.string().nullable(),
  samples: z.array(z.object({ time: timeSchema.nullable(), at: placeSchema, text: z.string().nullable() })),
  title: z.string().describe('of the rule'),
  isAnchor: z.boolean().describe('what the rule finds begins with this pattern'),
});

/** The object of `evdx diagnose -f json`. */
export const reportSchema = z
  .object({
    schemaVersion: schemaVersionSchema,
    tool: z.object({ name: z.literal('evdx'), version: z.string(), ruleCount: countSchema }),
    sources: z.array(sourceSchema).describe('by name'),
    findings: z
      .array(findingSchema)
      .describe('by severity, grade, first time, rule and key; a cause before its effects'),
    ruledOut: z.array(ruledOutSchema),
    questions: z.array(questionSchema),
    notChecked: z.array(notCheckedSchema),
    unexplained: z
      .array(unexplainedSchema)
      .describe(
        'errors of a kind that no finding shows; of a few picked events also warnings and those without a level',
      ),
    problems: z.array(z.object({ code: z.string(), place: z.string(), detail: z.string().nullable() })),
    limits: z.array(limitSchema).describe('limits that were reached: the report is incomplete'),
    facts: z.array(factSchema),
    mentioned: z.array(mentionSchema).describe('codes and ids in free text, not counted as events'),
    statistics: z.array(z.object(kindOfEvent)),
    nearMisses: z.array(nearMissSchema),
    redacted: z.string().nullable().describe('the map of pseudonyms; null: nothing is redacted'),
    selection: z
      .object({
        only: z.array(z.string()).nullable().describe('ids of the rules that alone ran; null: all'),
        skip: z.array(z.string()).describe('ids of the rules that did not run'),
        minGrade: gradeSchema.describe('findings below it are not told'),
      })
      .describe('what the run was told to look for and to tell'),
  })
  .meta({ title: 'evdx report', description: 'What `evdx diagnose -f json` writes.' });
