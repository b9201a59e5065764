import * as z from 'zod';
import { dateOrders } from '../core/model/event.ts';
import { grades } from '../core/model/report.ts';
import { failingSeverities } from './exit-codes.ts';

/** One value or several, as the texts that the command line would give. */
const textsOf = <T extends string | number>(item: z.ZodType<T>) =>
  z.union([item, z.array(item)]).transform((value) => [value].flat().map(String));
const oneOrMore = textsOf(z.string());

/** `evdx.config.yaml`: every long option by its name, and what only a configuration can say. */
export const configSchema = z.strictObject({
  'input-format': z.string().optional(),
  tz: oneOrMore.optional(),
  'date-order': z.enum(dateOrders).optional(),
  clock: oneOrMore.optional(),
  since: z.string().optional(),
  until: z.string().optional(),
  host: oneOrMore.optional(),
  recovered: z.boolean().optional(),
  verify: z.boolean().optional(),
  jobs: z.int().min(1).max(999).optional(),
  rules: oneOrMore.optional(),
  only: oneOrMore.optional(),
  skip: oneOrMore.optional(),
  fact: oneOrMore.optional(),
  facts: z.string().optional(),
  format: z.enum(['table', 'markdown', 'html', 'json', 'jsonl', 'csv', 'xml', 'sarif', 'junit', 'brief']).optional(),
  output: z.string().optional(),
  'display-tz': z.string().optional(),
  'min-grade': z.enum(grades).optional(),
  'fail-on': z.enum(failingSeverities).optional(),
  redact: z.boolean().optional(),
  'redact-map': z.string().optional(),
  interactive: z.boolean().optional(),
  color: z.boolean().optional(),
  quiet: z.boolean().optional(),
  progress: z.boolean().optional(),
  id: textsOf(z.union([z.string(), z.int()])).optional(),
  provider: oneOrMore.optional(),
  level: oneOrMore.optional(),
  summary: z.boolean().optional(),
  event: z.string().optional(),
  derive: z.boolean().optional(),
  by: z.enum(['run', 'host']).optional(),
  watch: z.boolean().optional(),
  to: z.string().optional(),
  'allow-lossy': z.boolean().optional(),
  /** Groups of a host, which rules may join on: `{ex1: {cluster: c1, site: muc}}`. */
  hosts: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  'host-names': z.enum(['short', 'full']).optional(),
});
export type Config = z.infer<typeof configSchema>;
