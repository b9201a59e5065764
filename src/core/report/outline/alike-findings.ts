import { groupBy } from '../../model/group-by.ts';
import type { Finding } from '../../model/report.ts';
import { keyValues } from '../key-values.ts';
import { type Inline, log } from './document.ts';
import { describeKey } from './key.ts';
import { spelledKey } from './spelled.ts';
import { grouped } from './words.ts';

/** So many things of a host that one rule finds something of have a line each; more of them share one. */
const APART_UP_TO = 3;
const NAMED_VALUES = 2;

/** `device \Device\Harddisk0`; of several things the first values of what tells them apart: `service a, b and 5 more`. */
export function describeKeys(findings: readonly [Finding, ...Finding[]]): Inline | null {
  const [first] = findings;
  for (const [name] of keyValues(first.key)) {
    const values = [...new Set(findings.flatMap((finding) => spelledKey(finding)[name] ?? []))];
    if (values.length < 2) continue;
    const named = values.slice(0, NAMED_VALUES).flatMap((value, index) => [index === 0 ? '' : ', ', log(value)]);
    const more = values.length - NAMED_VALUES;
    return [`${name} `, ...named, more > 0 ? ` and ${grouped(more)} more` : ''];
  }
  return describeKey(spelledKey(first));
}

/** Episodes of one finding share a line, and many things of a host that one rule finds something of. */
export function groupAlike(roots: readonly Finding[]): readonly [Finding, ...Finding[]][] {
  const alike = groupBy(roots, ({ ruleId, title, severity, host }) => JSON.stringify([ruleId, title, severity, host]));
  const lineOf = new Map<Finding, string>();
  for (const [rule, findings] of alike) {
    const isMany = new Set(findings.map(({ fingerprint }) => fingerprint)).size > APART_UP_TO;
    for (const finding of findings) lineOf.set(finding, isMany ? rule : finding.fingerprint);
  }
  return [...groupBy(roots, (finding) => lineOf.get(finding)).values()];
}
