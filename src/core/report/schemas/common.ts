import * as z from 'zod';
import { levels, timeBases } from '../../model/event.ts';
import { grades, severities } from '../../model/report.ts';

/** Three fraction digits, seven where there are ticks of 100 ns; years beyond 9999 with a sign, as ECMA-262 writes them. */
export const timeSchema = z
  .string()
  .regex(/^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(\d{4})?Z$/)
  .meta({ id: 'time', description: 'ISO 8601 in UTC' });
export const countSchema = z.int().min(0);
export const hostSchema = z.string().nullable().describe('null: the source names no host');
export const levelSchema = z.enum(levels).meta({ id: 'level' });
export const gradeSchema = z.enum(grades).meta({ id: 'grade', description: 'how sure it is' });
export const severitySchema = z.enum(severities).meta({ id: 'severity' });
export const timeBasisSchema = z.enum(timeBases).meta({ id: 'timeBasis', description: 'how the time came about' });
export const keySchema = z
  .record(z.string(), z.string().nullable())
  .describe('what keeps findings of one rule apart, by name');
export const fingerprintSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .describe('of rule and key: the same in every run; findings of one fingerprint are episodes');
export const schemaVersionSchema = z.literal(1).describe('new keys at the end of an object are no new version');
