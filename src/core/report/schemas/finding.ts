import * as z from 'zod';
import {
  countSchema,
  fingerprintSchema,
  gradeSchema,
  hostSchema,
  keySchema,
  levelSchema,
  severitySchema,
  timeBasisSchema,
  timeSchema,
} from './common.ts';

export const placeSchema = z
  .object({
    source: countSchema.describe('index into `sources`'),
    position: z.int().describe('byte offset in binary logs, otherwise the line, from 1'),
    recordId: z.int().nullable(),
  })
  .meta({ id: 'place' });

const causeSchema = z.object({
  id: z.string(),
  title: z.string(),
  score: z.number(),
  named: z.boolean().describe('it leads clearly enough to be called the cause'),
  for: z.array(z.string()),
  against: z.array(z.string()),
});

const evidenceSchema = z
  .object({
    role: z.string().describe('the name that the rule gives such events'),
    time: timeSchema.nullable(),
    provider: z.string().nullable(),
    eventId: z.int().nullable(),
    text: z.string().nullable(),
    at: placeSchema,
    host: hostSchema,
    channel: z.string().nullable(),
    level: levelSchema.nullable(),
    timeBasis: timeBasisSchema,
    codes: z.array(z.int()).describe('error codes, signed, 32 bits'),
    places: z.array(placeSchema).describe('other places of the same event'),
  })
  .meta({ id: 'evidence' });

const stepSchema = z.object({
  do: z.string(),
  run: z
    .object({
      shell: z.enum(['cmd', 'powershell']),
      command: z.string(),
      needs: z.enum(['user', 'administrator']),
      effect: z.enum(['read-only', 'restarts-service', 'restarts-machine', 'changes-settings', 'changes-data']),
      values: z.record(z.string(), z.string()).describe('words of the log; those safe to paste stand in the command'),
    })
    .nullable(),
  expect: z.string().nullable(),
  stopIf: z.string().nullable(),
  show: z.array(evidenceSchema),
});

const resolutionSchema = z.object({
  id: z.string(),
  for: z.array(z.string()).describe('ids of causes'),
  risk: z.object({
    level: z.enum(['none', 'low', 'medium', 'high']),
    downtime: z.string(),
    dataLoss: z.string(),
    reversible: z.union([z.boolean(), z.literal('partly')]),
  }),
  confirmFirst: z.string().nullable(),
  steps: z.array(stepSchema),
});

const referenceSchema = z.object({
  kb: z.int().nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  note: z.string().nullable(),
});

const truthSchema = z.enum(['true', 'lenient', 'unknown', 'false']).meta({ id: 'truth' });
const timelineSchema = z.object({
  from: timeSchema.nullable(),
  to: timeSchema.nullable(),
  windows: z.array(z.object({ pattern: z.string(), from: timeSchema, to: timeSchema })),
  missing: z.array(
    z.object({
      pattern: z.string(),
      roles: z.array(z.string()),
      from: timeSchema,
      to: timeSchema,
      value: truthSchema,
    }),
  ),
  flags: z.array(z.object({ flag: z.string(), value: truthSchema, from: timeSchema, to: timeSchema })),
});

/** One finding, in a report and as a line of `evdx diagnose -f jsonl`. */
export const findingSchema = z
  .object({
    ruleId: z.string(),
    kb: z.array(z.int()),
    title: z.string(),
    grade: gradeSchema,
    severity: severitySchema,
    host: hostSchema,
    key: keySchema,
    fingerprint: fingerprintSchema,
    count: countSchema.min(1),
    first: timeSchema.nullable(),
    last: timeSchema.nullable(),
    summary: z.string(),
    causes: z.array(causeSchema).describe('ranked'),
    wouldRaise: z.array(z.string()),
    resolution: z.array(resolutionSchema).describe('harmless ones first'),
    evidence: z.array(evidenceSchema).describe('at most 20'),
    refs: z.array(referenceSchema),
    status: z.enum(['experimental', 'test', 'stable', 'deprecated']).describe('of the rule'),
    impact: z.array(z.string()),
    notes: z.array(z.string()),
    evidenceTotal: countSchema,
    explainedBy: countSchema.nullable().describe('index into `findings` of the one that this one follows from'),
    timeline: timelineSchema,
    unknown: z.array(z.string()).describe('names in the rule that could not be decided'),
    unless: z.array(z.string()).describe('what would rule it out and could not be looked for, or is not sure'),
  })
  .meta({ id: 'finding' });
