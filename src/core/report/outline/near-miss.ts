import { groupBy } from '../../model/group-by.ts';
import { isWholeMiss } from '../../model/near-miss.ts';
import type { NearMiss } from '../../model/report.ts';
import { bad, good, joined, log, quiet, strong, type Tree } from './document.ts';
import { describeReason, keyWords, type Missed, roleWords } from './near-miss-reasons.ts';
import { formatPlace, type View } from './view.ts';
import { counted, shortened, withoutClosing } from './words.ts';

const SAMPLE_CHARACTERS = 160;

const kindWords: Readonly<Record<NearMiss['kind'], string>> = {
  class: 'kind of event',
  one: 'one event',
  seq: 'sequence',
  all: 'all of them, in any order',
  count: 'count',
  absent: 'absence',
  near: 'near another event',
  any: 'one of several',
};

/** Which steps were reached, which were seen but not in order or in time, which never. What is to be absent is told only if it is there. */
const describeSteps = (missed: Missed): Tree[] => {
  const { kind, steps, reached } = missed.miss;
  return steps.flatMap(({ role, seen }, index) => {
    if (kind === 'absent' && seen === 0) return [];
    const isReached = kind === 'seq' ? index < reached.length : reached.includes(role);
    const mark = isReached ? good('✓ ') : seen > 0 ? quiet('– ') : bad('✗ ');
    const times = seen === 0 ? ', never seen' : `, seen ${counted(seen, 'time')}`;
    return [{ text: [mark, roleWords(role, missed), quiet(times)], children: [] }];
  });
};

const describeSamples = (view: View, { samples }: NearMiss): Tree[] =>
  samples.map(({ time, at, text }) => {
    const words = shortened(withoutClosing(text ?? ''), SAMPLE_CHARACTERS);
    const when = view.time(time, view.report.sources[at.source]?.timeBasis ?? view.basis);
    return { text: joined([[when], formatPlace(view, at), words === '' ? null : [log(words)]]), children: [] };
  });

const describeMiss = (view: View, missed: Missed): Tree => {
  const { name, kind } = missed.miss;
  const reason = describeReason(missed);
  return {
    text: [strong(name), quiet(` (${kindWords[kind]})`), ...(reason === null ? [] : [': ', reason])],
    children: [...describeSteps(missed), ...(isWholeMiss(missed.miss) ? [] : describeSamples(view, missed.miss))],
  };
};

/** A pattern that was looked for around each of several events may have failed alike each time. */
const saidOnce = (trees: readonly Tree[]): readonly Tree[] =>
  [...groupBy(trees, (tree) => JSON.stringify(tree)).values()].map(([tree, ...others]) =>
    others.length === 0
      ? tree
      : { ...tree, text: [...tree.text, quiet(`, ${counted(others.length + 1, 'time')} alike`)] },
  );

/** How far each pattern of a rule got, by host and key. */
export function describeNearMisses(
  view: View,
  ruleId: string,
  eventByRole: ReadonlyMap<string, string>,
): readonly Tree[] {
  const misses = view.report.nearMisses.filter((miss) => miss.ruleId === ruleId);
  const findings = view.report.findings.filter((finding) => finding.ruleId === ruleId);
  const unknown = new Set(findings.flatMap((finding) => finding.unknown));
  return [...groupBy(misses, keyWords)].map(([words, group]) => ({
    text: [log(words)],
    children: saidOnce(group.map((miss) => describeMiss(view, { miss, misses, eventByRole, unknown }))),
  }));
}
