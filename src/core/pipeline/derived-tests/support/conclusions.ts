import { ORDER_NOTE } from '../../../engine/patterns/match.ts';
import { compareText } from '../../../model/order.ts';
import type { Finding, RuledOut } from '../../../model/report.ts';
import { unmet } from '../../../report/expect.ts';
import type { Judged, WrittenTest } from './derivation.ts';

const keyWords = (key: Finding['key']): string =>
  Object.entries(key)
    .map(([field, value]) => `${field} ${value ?? '-'}`)
    .join(', ');
const sorted = (words: readonly string[]): string => [...words].sort(compareText).join(', ') || 'none';

/** A format that writes more digits than the line has shows the same tie at a smaller step. */
const withoutStep = (note: string): string => (note.startsWith(ORDER_NOTE) ? ORDER_NOTE : note);

const findingWords = ({ key, grade, count, summary, causes, unknown, notes, evidence }: Finding): string =>
  [
    `${grade} ×${count} (${keyWords(key)})`,
    summary,
    `causes ${causes.map(({ id, score, named }) => `${id} ${score}${named ? '!' : ''}`).join(', ')}`,
    `evidence ${sorted(evidence.map(({ role }) => role))}`,
    `unknown ${sorted(unknown)}`,
    `notes ${sorted(notes.map(withoutStep))}`,
  ].join('; ');
const ruledOutWords = ({ key, grade, because }: RuledOut): string =>
  `${grade} (${keyWords(key)}) ruled out: ${because}`;

/** What the rule under test concludes, without times and places: logs that mean the same give the same lines. */
export const conclusionsOf = ({ report }: Judged, { bench }: WrittenTest): readonly string[] =>
  [
    ...report.findings.filter(({ ruleId }) => ruleId === bench.rule.id).map(findingWords),
    ...report.ruledOut.filter(({ ruleId }) => ruleId === bench.rule.id).map(ruledOutWords),
  ].sort(compareText);

/** The difference between two conclusions as a sentence; null: there is none. */
export function difference(expected: readonly string[], actual: readonly string[]): string | null {
  const lacking = expected.filter((line) => !actual.includes(line));
  const extra = actual.filter((line) => !expected.includes(line));
  if (lacking.length + extra.length === 0 && expected.length === actual.length) return null;
  const shown = (lines: readonly string[]): string => lines.join(' | ') || 'no finding';
  return `expected ${shown(lacking)}, got ${shown(extra)}`;
}

/** The expectation of the test holds, and everything else that is concluded is as written, too. */
export const changed = (written: WrittenTest, judged: Judged): string | null =>
  unmetBy(written, judged) ?? difference(conclusionsOf(written.judged, written), conclusionsOf(judged, written));

export const unmetBy = ({ test, bench }: WrittenTest, { report }: Judged): string | null =>
  unmet(report, bench.rule.id, test);
