import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import type { Question } from '../model/report.ts';
import type { OpenPoint } from './lack.ts';
import { questionOf } from './probe-question.ts';

/** What the open points of a finding ask about its host. */
export function questionsOf(
  open: readonly OpenPoint[],
  rule: RuleDefinition,
  host: string | null,
): readonly Question[] {
  return open.flatMap(({ decides, reservation }) => {
    const probe = reservation.kind === 'context' ? rule.context?.[reservation.name] : undefined;
    if (probe === undefined) return [];
    const { ask, how } = questionOf(probe);
    return [{ ruleId: rule.id, fact: reservation.name, ask, host, how, decides: [decides] }];
  });
}

/** One question per fact and host, with all it decides. */
export function mergeQuestions(questions: readonly Question[]): readonly Question[] {
  const byFact = new Map<string, Question>();
  for (const question of questions) {
    const key = JSON.stringify([question.ruleId, question.fact, question.host]);
    const known = byFact.get(key);
    byFact.set(
      key,
      known === undefined ? question : { ...known, decides: [...new Set([...known.decides, ...question.decides])] },
    );
  }
  return [...byFact.values()];
}
