import type { EventRecord } from '../../../../src/core/model/event.ts';
import type { Verdict } from '../../../../src/core/model/verdict.ts';

const keyOf = (key: Readonly<Record<string, string | null>>): string => JSON.stringify(Object.entries(key).sort());
const timeOf = (event: EventRecord | null): number => event?.timeMs ?? 0;

/** Findings and rule-outs as lines; of a rule-out there is no count and no cause. */
export function summaryOf({ findings, ruledOut }: Verdict): readonly string[] {
  const found = findings.map(({ key, grade, count, first, last, causes }) => ({
    key: keyOf(key),
    grade,
    first: timeOf(first),
    last: timeOf(last),
    count,
    causes: causes.map(({ id, score, named }) => ({ id, score, named })),
  }));
  const out = ruledOut.map(({ key, grade, first, last }) => ({
    key: keyOf(key),
    grade,
    first: timeOf(first),
    last: timeOf(last),
    count: 'ruled out',
  }));
  return [...found, ...out].map((one) => JSON.stringify(one)).sort();
}
