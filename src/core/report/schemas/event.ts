import * as z from 'zod';
import { levelSchema, timeBasisSchema, timeSchema } from './common.ts';

const placeSchema = z.object({
  source: z.string().describe('the name of the source'),
  position: z.int().describe('byte offset in binary logs, otherwise the line, from 1'),
  recordId: z.int().nullable(),
});
const text = z.string().nullable();
const number = z.int().nullable();

/** A line of `evdx events -f jsonl`. */
export const eventSchema = z
  .object({
    time: timeSchema.nullable(),
    timeBasis: timeBasisSchema,
    host: text.describe('as logged, lower case'),
    channel: text,
    provider: text,
    eventId: z.int().min(0).max(0xffff).nullable(),
    qualifiers: number,
    level: levelSchema.nullable(),
    category: text,
    user: text,
    recordId: number,
    strings: z.array(z.string()).describe('inserts by position'),
    fields: z.record(z.string(), z.string()).describe('inserts by name'),
    message: text,
    data: z
      .string()
      .regex(/^([0-9a-f]{2})*$/)
      .nullable()
      .describe('bytes, hexadecimal'),
    codes: z.array(z.int()).describe('error codes, signed, 32 bits'),
    at: placeSchema,
    places: z.array(placeSchema).describe('other places of the same event'),
    providerAlias: text.describe('EventSourceName'),
    recovered: z.boolean(),
    system: z.object({
      version: number,
      task: number,
      opcode: number,
      keywords: text,
      processId: number,
      threadId: number,
      activityId: text,
      relatedActivityId: text,
      providerGuid: text,
      userId: text,
    }),
  })
  .meta({ title: 'evdx event', description: 'A line of `evdx events -f jsonl`; `-f json` is an array of them.' });
