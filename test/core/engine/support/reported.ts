import { loadRules } from '../../../../src/core/knowledge/rules/load.ts';
import { parseTestLog } from '../../../../src/core/knowledge/rules/test-log.ts';
import type { Report } from '../../../../src/core/model/report.ts';
import { concludeTest, createTestBench, scanTestEvents } from '../../../../src/core/pipeline/rule-test.ts';
import { ruleFile } from './rule-file.ts';

const CAUSES = '\ncauses: [{id: c, title: C, evidence: [{if: true, for: strong, because: b}]}]';

/** What a rule says of the lines of one log; of several rules, by id, the last one may use the findings of the others. */
export async function reported(bodyById: Readonly<Record<string, string>>, log: string): Promise<Report> {
  const files = Object.entries(bodyById).map(([id, body]) =>
    ruleFile(id, body.includes('causes:') ? body : `${body}${CAUSES}`),
  );
  const { rules, problems } = loadRules(files);
  const rule = rules.at(-1);
  if (rule === undefined || problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  const bench = await createTestBench(rule, rules);
  const { events } = parseTestLog(log);
  const test = { name: 'a test', log, expect: 'none' } as const;
  return concludeTest([scanTestEvents('test', events, null, bench)], test, bench).report;
}
