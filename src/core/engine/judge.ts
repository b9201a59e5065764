import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import { groupBy } from '../model/group-by.ts';
import type { Question } from '../model/report.ts';
import type { NearMissVerdict, RuledOutVerdict } from '../model/verdict.ts';
import type { FactBook } from './context.ts';
import { type FoundIncident, type JudgedIncident, toFinding, toRuledOut } from './finding.ts';
import { gradeOf, isBetter } from './grading.ts';
import { Incident } from './incident.ts';
import { nearMissesOf } from './near-misses.ts';
import { firstMsOf, lastMsOf, type PatternMatch } from './patterns/match.ts';
import { mergeQuestions } from './questions.ts';
import { RuleMatches } from './rule-matches.ts';
import type { RuleRun } from './rule-run.ts';
import { Flags } from './state.ts';
import { holds, LENIENT, strictly, TRUE } from './truth.ts';

/** So many findings of one rule stand in a report for one host. */
const MAX_FINDINGS_PER_HOST = 1000;

export interface RuleVerdict {
  /** Of every pattern, counted or not. */
  readonly matches: RuleMatches;
  readonly findings: readonly FoundIncident[];
  readonly ruledOut: readonly RuledOutVerdict[];
  /** The matches behind the rule-outs. */
  readonly ruledOutBy: readonly PatternMatch[];
  readonly questions: readonly Question[];
  readonly nearMisses: readonly NearMissVerdict[];
  readonly findingsGivenUp: number;
}
/** Without an event of any class nothing can match or come close. */
const NOTHING_FOUND = { findings: [], ruledOut: [], ruledOutBy: [], questions: [], nearMisses: [], findingsGivenUp: 0 };

/** Everything one rule says about one history. */
export function judgeRule(run: RuleRun, facts: FactBook): RuleVerdict {
  const flags = new Flags(run);
  const matches = new RuleMatches(run, flags);
  if (run.isEmpty) return { ...NOTHING_FOUND, matches };
  const judged = matches
    .matchesOf(matches.anchor)
    .filter(({ value }) => holds(run.rule.order === 'strict' ? strictly(value) : value))
    .toSorted((a, b) => startOf(a) - startOf(b))
    .flatMap((anchor) => judgeIncident(new Incident(anchor, run, matches, facts), run.rule, matches.anchor));
  const episodes = episodesOf(judged, Math.max(run.scopeBeforeMs, run.scopeAfterMs));
  const ruledOut = episodes.flatMap((episode) => told(episode.filter((one) => one.ruledOut !== null)));
  const open = episodes.flatMap((episode) => told(episode.filter((one) => one.ruledOut === null)));
  const { kept, givenUp } = cappedByHost(run.rule.severity === 'info' ? joinedByKey(open) : open);
  const found = kept.map(({ best, episodes: own }) => toFinding(best, own, run, flags, matches));
  return {
    matches,
    findings: found.map((one) => one.found),
    ruledOut: ruledOut.map(({ best, episodes: own }) => toRuledOut(best, own.flat(), run.rule)),
    ruledOutBy: ruledOut.flatMap(({ best }) =>
      best.ruleOuts.flatMap((outcome) => (outcome.value === TRUE ? outcome.matches : [])),
    ),
    questions: mergeQuestions(found.flatMap(({ questions }) => questions)),
    nearMisses: nearMissesOf(run.rule, matches),
    findingsGivenUp: givenUp,
  };
}

type Episode = readonly [JudgedIncident, ...JudgedIncident[]];
/** What becomes one finding, and the incident that it is told by. */
interface ToldEpisodes {
  readonly episodes: readonly [Episode, ...Episode[]];
  readonly best: JudgedIncident;
}
/** The incidents of one episode as a finding; none, where there is none. */
const told = ([first, ...others]: readonly JudgedIncident[]): readonly ToldEpisodes[] =>
  first === undefined ? [] : [{ episodes: [[first, ...others]], best: bestOf([first, ...others]) }];

/** Known noise is one note for a thing, however long its pauses are: when it came again decides nothing. */
const joinedByKey = (all: readonly ToldEpisodes[]): readonly ToldEpisodes[] =>
  [...groupBy(all, ({ best }) => best.incident.anchor.key.id).values()].map(([first, ...others]) => ({
    episodes: [...first.episodes, ...others.flatMap(({ episodes }) => episodes)],
    best: bestOf([first.best, ...others.map(({ best }) => best)]),
  }));

function cappedByHost(all: readonly ToldEpisodes[]): {
  readonly kept: readonly ToldEpisodes[];
  readonly givenUp: number;
} {
  const byHost = groupBy(all, ({ best }) => best.incident.anchor.key.host);
  const kept = new Set([...byHost.values()].flatMap((own) => own.slice(0, MAX_FINDINGS_PER_HOST)));
  return { kept: all.filter((one) => kept.has(one)), givenUp: all.length - kept.size };
}

function judgeIncident(incident: Incident, rule: RuleDefinition, anchor: string): readonly JudgedIncident[] {
  const graded = gradeOf(incident, rule, anchor);
  if (graded === null) return [];
  const ruleOuts = (rule.rule_out ?? []).map((one) => ({ ...one, outcome: incident.evaluate(one.if) }));
  const isDoubted = ruleOuts.some(({ outcome }) => outcome.value === LENIENT);
  return [
    {
      incident,
      // What it speaks against is not likely any more.
      graded: isDoubted ? { ...graded, grade: 'possible' } : graded,
      ruledOut: ruleOuts.find(({ outcome }) => outcome.value === TRUE)?.because ?? null,
      ruleOuts: ruleOuts.map(({ outcome }) => outcome),
    },
  ];
}

/** The place of its first event in the history. */
const startOf = ({ events }: PatternMatch): number =>
  events.reduce((first, { event }) => Math.min(first, event.order), Number.POSITIVE_INFINITY);

/** Anchor matches of one key belong together while the gap to the next is not larger than the scope; without times they all do. */
function episodesOf(judged: readonly JudgedIncident[], gapMs: number): readonly Episode[] {
  const byKey = new Map<string, { episodes: [JudgedIncident, ...JudgedIncident[]][]; endMs: number }>();
  for (const one of judged) {
    const { anchor } = one.incident;
    const known = byKey.get(anchor.key.id) ?? { episodes: [], endMs: Number.NEGATIVE_INFINITY };
    byKey.set(anchor.key.id, known);
    const firstMs = firstMsOf(anchor);
    const isNext = firstMs !== null && firstMs - known.endMs > gapMs && known.endMs !== Number.NEGATIVE_INFINITY;
    const last = known.episodes.at(-1);
    if (last === undefined || isNext) known.episodes.push([one]);
    else last.push(one);
    known.endMs = Math.max(known.endMs, lastMsOf(anchor) ?? Number.NEGATIVE_INFINITY);
  }
  return [...byKey.values()].flatMap(({ episodes }) => episodes);
}

/** The best-graded, then latest. */
const bestOf = ([first, ...others]: Episode): JudgedIncident =>
  others.reduce((best, one) => (isBetter(best.graded.grade, one.graded.grade) ? best : one), first);
