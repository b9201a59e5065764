import * as z from 'zod';
import { diffSchema } from '../../src/core/report/schemas/diff.ts';
import { eventSchema } from '../../src/core/report/schemas/event.ts';
import { findingSchema } from '../../src/core/report/schemas/finding.ts';
import { reportSchema } from '../../src/core/report/schemas/report.ts';
import type { Output } from './output.ts';

const schemas: Readonly<Record<string, z.ZodType>> = {
  report: reportSchema,
  finding: findingSchema.meta({
    id: undefined,
    title: 'evdx finding',
    description: 'A line of `evdx diagnose -f jsonl`; `source` counts the sources of the report.',
  }),
  event: eventSchema,
  diff: diffSchema,
};

/** As for input: later versions of evdx add keys, and what they write stays valid. */
const toJsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' });

/** schema/*.schema.json of what evdx writes. */
export const resultSchemas: readonly Output[] = Object.entries(schemas).map(([name, schema]) => {
  const path = `schema/${name}.schema.json`;
  return {
    path,
    isCommitted: true,
    files: () => [{ path, content: `${JSON.stringify(toJsonSchema(schema), null, 2)}\n` }],
  };
});
