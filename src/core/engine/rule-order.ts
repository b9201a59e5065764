import { compareText } from '../model/order.ts';
import type { CompiledRule } from './compile.ts';

/** Rules after those whose findings they use. The loader has checked that there is no circle; one that slips through stops the descent. */
export function inOrder(rules: readonly CompiledRule[]): readonly CompiledRule[] {
  const byId = new Map(rules.map((rule) => [rule.head.id, rule]));
  const ordered = new Set<CompiledRule>();
  const visiting = new Set<CompiledRule>();
  const visit = (rule: CompiledRule): void => {
    if (ordered.has(rule) || visiting.has(rule)) return;
    visiting.add(rule);
    for (const [, id] of rule.head.findings) {
      const other = byId.get(id);
      if (other !== undefined) visit(other);
    }
    ordered.add(rule);
  };
  for (const rule of [...rules].sort((a, b) => compareText(a.head.id, b.head.id))) visit(rule);
  return [...ordered];
}
