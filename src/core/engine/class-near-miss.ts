import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import type { NearMissVerdict } from '../model/verdict.ts';

/** So many events of a near miss are shown. */
export const MAX_SAMPLES = 3;

/**
 * Events with the provider and id of a class that take no part in the rule.
 * @param stoppedBy `key`: `failed` names the fields of the key that they lack; null: the clauses that refused them
 */
export const classNearMiss = (
  { id: ruleId, title }: Pick<RuleDefinition, 'id' | 'title'>,
  name: string,
  { host, count, failed, samples }: Pick<NearMissVerdict, 'host' | 'count' | 'failed' | 'samples'>,
  stoppedBy: 'key' | null,
): NearMissVerdict => ({
  ruleId,
  host,
  key: { host },
  kind: 'class',
  name,
  count,
  failed,
  steps: [],
  reached: [],
  stoppedBy,
  had: null,
  needed: null,
  samples: samples.slice(0, MAX_SAMPLES),
  title,
  isAnchor: false,
});
