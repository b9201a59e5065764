import { listOf } from '../model/list-of.ts';
import type { Finding, NearMiss, Report } from '../model/report.ts';

type OneOrMore = string | readonly string[];
/** What a rule test says of its report (rule-language.md, section 7). */
export interface Expectation {
  readonly expect:
    | 'none'
    | 'ruled_out'
    | {
        readonly grade?: string | undefined;
        readonly cause?: string | undefined;
        readonly findings?: number | undefined;
        readonly count?: number | undefined;
        readonly unknown?: OneOrMore | undefined;
        readonly evidence?: OneOrMore | undefined;
      };
  readonly near_miss?:
    | { readonly event: string; readonly failed: OneOrMore }
    | {
        readonly pattern: string;
        readonly reached?: OneOrMore | undefined;
        readonly missing?: OneOrMore | undefined;
        readonly stopped_by?: string | undefined;
        readonly had?: string | number | undefined;
        readonly needed?: string | number | undefined;
      }
    | undefined;
}

const lacking = (wanted: readonly string[], have: readonly string[]): readonly string[] =>
  wanted.filter((name) => !have.includes(name));
const causeOf = ({ causes }: Finding): string => causes.find(({ named }) => named)?.id ?? 'none';
const shownFindings = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? 'no finding'
    : findings.map((one) => `${one.grade} ×${one.count}, cause ${causeOf(one)}`).join('; ');

/** What the report of one rule lacks of what the test expects; null: nothing. */
export function unmet(report: Report, ruleId: string, test: Expectation): string | null {
  const findings = report.findings.filter((finding) => finding.ruleId === ruleId);
  const ruledOut = report.ruledOut.filter((one) => one.ruleId === ruleId);
  return (
    unmetFindings(findings, ruledOut.length, test.expect) ??
    unmetNearMiss(
      report.nearMisses.filter((miss) => miss.ruleId === ruleId),
      test.near_miss,
    )
  );
}

function unmetFindings(findings: readonly Finding[], ruledOut: number, expect: Expectation['expect']): string | null {
  const got = `got ${shownFindings(findings)}${ruledOut > 0 ? `, ${ruledOut} ruled out` : ''}`;
  if (expect === 'none') return findings.length + ruledOut === 0 ? null : `expected none, ${got}`;
  if (expect === 'ruled_out') return findings.length === 0 && ruledOut > 0 ? null : `expected ruled_out, ${got}`;
  if (findings.length === 0) return `expected a finding, ${got}`;
  if (expect.findings !== undefined && findings.length !== expect.findings)
    return `expected ${expect.findings} findings, ${got}`;
  const [first] = findings;
  if (expect.count !== undefined && first?.count !== expect.count) return `expected count ${expect.count}, ${got}`;
  for (const finding of findings) {
    if (expect.grade !== undefined && finding.grade !== expect.grade) return `expected ${expect.grade}, ${got}`;
    if (expect.cause !== undefined && causeOf(finding) !== expect.cause)
      return `expected cause ${expect.cause}, ${got}`;
    const unknown = lacking(listOf(expect.unknown), finding.unknown);
    if (unknown.length > 0)
      return `expected ${unknown.join(', ')} to be unknown, unknown are: ${finding.unknown.join(', ') || 'none'}`;
    const roles = finding.evidence.map(({ role }) => role);
    const absent = lacking(listOf(expect.evidence), roles);
    if (absent.length > 0)
      return `expected ${absent.join(', ')} in the evidence, it holds: ${[...new Set(roles)].join(', ')}`;
  }
  return null;
}

function unmetNearMiss(misses: readonly NearMiss[], expected: Expectation['near_miss']): string | null {
  if (expected === undefined) return null;
  const name = 'event' in expected ? expected.event : expected.pattern;
  const about = misses.filter((miss) => miss.name === name);
  if (about.some((miss) => meets(miss, expected))) return null;
  const seen = about
    .map(({ failed, reached, stoppedBy, had, needed }) => JSON.stringify({ failed, reached, stoppedBy, had, needed }))
    .join(' ');
  return `expected the near miss ${JSON.stringify(expected)}, got ${seen || 'none of that name'}`;
}

function meets(miss: NearMiss, expected: NonNullable<Expectation['near_miss']>): boolean {
  if ('event' in expected) return miss.kind === 'class' && lacking(listOf(expected.failed), miss.failed).length === 0;
  // A step of several classes lacks each of them.
  const unseen = miss.steps.filter(({ seen }) => seen === 0).flatMap(({ role }) => role.split('|'));
  return (
    lacking(listOf(expected.reached), miss.reached).length === 0 &&
    lacking(listOf(expected.missing), unseen).length === 0 &&
    (expected.stopped_by === undefined || miss.stoppedBy === expected.stopped_by) &&
    (expected.had === undefined || miss.had === String(expected.had)) &&
    (expected.needed === undefined || miss.needed === String(expected.needed))
  );
}
