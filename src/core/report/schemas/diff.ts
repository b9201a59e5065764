import * as z from 'zod';
import { hostChanges, runChanges } from '../../model/diff.ts';
import {
  countSchema,
  fingerprintSchema,
  gradeSchema,
  hostSchema,
  keySchema,
  schemaVersionSchema,
  severitySchema,
  timeBasisSchema,
  timeSchema,
} from './common.ts';

const sideSchema = z
  .object({
    version: z.string(),
    ruleCount: countSchema,
    sources: countSchema,
    events: countSchema,
    first: timeSchema.nullable(),
    last: timeSchema.nullable(),
    timeBasis: timeBasisSchema,
    complete: z.boolean().describe('false: an input could not be read, or a limit was reached'),
    hosts: z.array(hostSchema).describe('whose logs were given'),
  })
  .meta({ id: 'side', description: 'what a report looked at' });

const stateSchema = z
  .object({
    grade: gradeSchema,
    severity: severitySchema,
    count: countSchema.min(1),
    first: timeSchema.nullable(),
    last: timeSchema.nullable(),
    summary: z.string(),
    timeBasis: timeBasisSchema,
    episodes: countSchema.min(1),
    cause: z.string().nullable().describe('where one is named'),
  })
  .meta({ id: 'state', description: 'the last episode of a finding' });

const common = { ruleId: z.string(), kb: z.array(z.int()), title: z.string() };
const missing = {
  because: z.string().nullable().describe('why there is no such finding, where the report tells'),
  checked: z.boolean().describe('false: it was not looked for where there is none'),
};

const findingChangeSchema = z
  .object({
    change: z.enum(runChanges),
    ...common,
    host: hostSchema,
    key: keySchema,
    fingerprint: fingerprintSchema,
    old: stateSchema.nullable(),
    new: stateSchema.nullable(),
    ...missing,
  })
  .meta({ id: 'findingChange', description: 'a line of `evdx diff OLD.json NEW.json -f jsonl`' });

const hostComparisonSchema = z
  .object({
    change: z.enum(hostChanges),
    ...common,
    key: keySchema.describe('without the host'),
    hosts: z.array(
      z.object({
        host: hostSchema,
        fingerprint: fingerprintSchema.nullable(),
        state: stateSchema.nullable(),
        ...missing,
      }),
    ),
  })
  .meta({ id: 'hostComparison', description: 'a line of `evdx diff --by host REPORT.json -f jsonl`' });

const counts = <const T extends readonly string[]>(names: T) => z.record(z.enum(names), countSchema);
const notes = z.array(z.string()).describe('what has to be known before trusting the comparison');
const redacted = z.string().nullable().describe('the map of pseudonyms of the reports');

const runDiffSchema = z.object({
  schemaVersion: schemaVersionSchema,
  by: z.literal('run'),
  old: sideSchema,
  new: sideSchema,
  counts: counts(runChanges),
  findings: z.array(findingChangeSchema),
  notes,
  redacted,
});
const hostDiffSchema = z.object({
  schemaVersion: schemaVersionSchema,
  by: z.literal('host'),
  report: sideSchema,
  hosts: z.array(hostSchema),
  counts: counts(hostChanges),
  findings: z.array(hostComparisonSchema),
  notes,
  redacted,
});

/** The object of `evdx diff -f json`. */
export const diffSchema = z
  .discriminatedUnion('by', [runDiffSchema, hostDiffSchema])
  .meta({ title: 'evdx diff', description: 'What `evdx diff -f json` writes.' });
