import * as z from 'zod';
import { findingSchema } from './finding.ts';
import { reportSchema } from './report.ts';

const { sources, ruledOut, limits, selection } = reportSchema.shape;
const { coverage } = sources.element.shape;
const { causes, evidence } = findingSchema.shape;

/** What a comparison reads of a report: of every version of evdx that has these keys, whatever else it holds. */
export const comparedSchema = reportSchema
  .pick({ schemaVersion: true, tool: true, notChecked: true, problems: true, redacted: true })
  .extend({
    sources: z.array(
      sources.element.pick({ name: true, events: true, timeBasis: true }).extend({
        coverage: z.array(coverage.element.pick({ host: true, first: true, last: true })),
        problems: z.array(z.object({ code: z.string() })),
      }),
    ),
    findings: z.array(
      findingSchema
        .pick({
          ruleId: true,
          kb: true,
          title: true,
          grade: true,
          severity: true,
          host: true,
          key: true,
          fingerprint: true,
          count: true,
          first: true,
          last: true,
          summary: true,
        })
        .extend({
          causes: z.array(causes.element.pick({ title: true, named: true })),
          evidence: z.array(evidence.element.pick({ timeBasis: true })),
        }),
    ),
    ruledOut: z.array(ruledOut.element.pick({ ruleId: true, because: true, host: true, key: true, fingerprint: true })),
    limits: z.array(limits.element.pick({ ruleId: true, detail: true })),
    selection: selection.optional(),
  });
