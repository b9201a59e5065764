import { listOf } from '../../model/list-of.ts';
import { classesByPosition } from './support/class-event.ts';
import { unmetBy } from './support/conclusions.ts';
import type { Derivation, DerivedTest, WrittenTest } from './support/derivation.ts';
import { nameOfLine, positionsOf } from './support/matches.ts';
import { scanCoveredAsWritten } from './support/written-test.ts';

/** Without an event of the evidence the test fails, unless the test says that it can do without; what it says so of has to be so. */
export const droppedLines: Derivation = (written) => {
  const roles = rolesByPosition(written);
  const redundant = listOf(written.test.redundant);
  const rolesOf = (position: number): readonly string[] => [...(roles.get(position) ?? [])];
  const evidence = evidenceOf(written);
  const needed = [...evidence].flatMap((position): readonly DerivedTest[] => {
    if (rolesOf(position).some((role) => redundant.includes(role))) return [];
    const advice = `say "redundant: ${rolesOf(position).join(' or ')}", or expect more`;
    const message = passesWithout(written, position) ? `the test passes without it; ${advice}` : null;
    return [{ name: `without ${nameOfLine(written, position)} in line ${position}`, message }];
  });
  const named = redundant.map((className): DerivedTest => {
    const lines = [...roles.keys()].filter((position) => rolesOf(position).includes(className));
    const isSo = evidence.size > 0 && lines.some((position) => passesWithout(written, position));
    return { name: `redundant: ${className}`, message: isSo ? null : `no ${className} is redundant; leave that out` };
  });
  return [...needed, ...named];
};

/** The lines that a finding shows, or that rule it out. */
const evidenceOf = ({ judged: { report, verdict }, bench }: WrittenTest): ReadonlySet<number> =>
  new Set([
    ...report.findings
      .filter(({ ruleId }) => ruleId === bench.rule.id)
      .flatMap((finding) => finding.evidence.map(({ at }) => at.position)),
    ...verdict.ruledOutBy.flatMap(positionsOf),
  ]);

const passesWithout = (written: WrittenTest, position: number): boolean => {
  const others = written.events.filter((event) => event.position !== position);
  return unmetBy(written, written.judge([scanCoveredAsWritten(written, others)])) === null;
};

/** The classes that take each line, and the classes of findings it makes. */
function rolesByPosition({ bench, scan, judged }: WrittenTest): ReadonlyMap<number, ReadonlySet<string>> {
  const roles = new Map(
    [...classesByPosition(bench, scan)].map(([position, hits]) => [position, new Set(hits.keys())]),
  );
  for (const { evidence } of judged.report.findings) {
    for (const { role, at } of evidence) if (Object.hasOwn(bench.rule.events, role)) roles.get(at.position)?.add(role);
  }
  return roles;
}
