import { isFindingClass } from '../knowledge/rules/classes.ts';
import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import type { EventRecord } from '../model/event.ts';
import type { Question, ReportReference } from '../model/report.ts';
import type { FindingVerdict, NearMissVerdict, RuledOutVerdict } from '../model/verdict.ts';
import { capturedValues } from './captured-values.ts';
import { type RankedCauses, rankCauses } from './causes.ts';
import { type FactBook, questionOf } from './context.ts';
import { describeMatch } from './describe.ts';
import { showEvidence } from './evidence.ts';
import { type Graded, gradeOf, isBetter } from './grading.ts';
import type { HistoryEvent } from './history-event.ts';
import { Incident, type Outcome, type Reservation } from './incident.ts';
import { type Key, reportKey } from './keys.ts';
import { firstMsOf, lastMsOf, type PatternMatch, type PatternMiss } from './patterns/match.ts';
import { resolutionFor } from './resolution.ts';
import { RuleMatches } from './rule-matches.ts';
import type { RuleRun } from './rule-run.ts';
import { Flags } from './state.ts';
import { holds, strictly, TRUE, UNKNOWN } from './truth.ts';

/** So many findings of one rule stand in a report for one host. */
const MAX_FINDINGS_PER_HOST = 1000;

/** A finding as other rules may use it, with the events that make it. */
export interface FoundIncident {
  readonly verdict: FindingVerdict;
  readonly key: Key;
  readonly events: readonly HistoryEvent[];
  /** The matches that decided its grade. */
  readonly decisive: readonly PatternMatch[];
  /** Those behind the evidence for and against its causes. */
  readonly supporting: readonly PatternMatch[];
}
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
interface JudgedIncident {
  readonly incident: Incident;
  readonly graded: Graded;
  readonly ruledOut: string | null;
  readonly ruleOuts: readonly Outcome[];
}

/** Everything one rule says about one history. */
/** Without an event of any class nothing can match or come close. */
const NOTHING_FOUND = { findings: [], ruledOut: [], ruledOutBy: [], questions: [], nearMisses: [], findingsGivenUp: 0 };

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
  const findings: FoundIncident[] = [];
  const ruledOut: RuledOutVerdict[] = [];
  const ruledOutBy: PatternMatch[] = [];
  const questions: Question[] = [];
  const countByHost = new Map<string | null, number>();
  let findingsGivenUp = 0;
  for (const episode of episodes) {
    const open = episode.filter((one) => one.ruledOut === null);
    const best = bestOf(open.length > 0 ? open : episode);
    if (best === null) continue;
    if (open.length === 0) {
      ruledOut.push(toRuledOut(best, episode, run.rule));
      ruledOutBy.push(...best.ruleOuts.flatMap((outcome) => (outcome.value === TRUE ? outcome.matches : [])));
      continue;
    }
    const host = best.incident.anchor.key.host;
    const known = countByHost.get(host) ?? 0;
    countByHost.set(host, known + 1);
    if (known >= MAX_FINDINGS_PER_HOST) {
      findingsGivenUp += 1;
      continue;
    }
    const found = toFinding(best, episode, run, flags, matches);
    findings.push(found.found);
    questions.push(...found.questions);
  }
  return {
    matches,
    findings,
    ruledOut,
    ruledOutBy,
    questions: mergeQuestions(questions),
    nearMisses: nearMissesOf(run.rule, matches),
    findingsGivenUp,
  };
}

function judgeIncident(incident: Incident, rule: RuleDefinition, anchor: string): readonly JudgedIncident[] {
  const graded = gradeOf(incident, rule, anchor);
  if (graded === null) return [];
  const ruleOuts = (rule.rule_out ?? []).map((one) => ({ ...one, outcome: incident.evaluate(one.if) }));
  return [
    {
      incident,
      graded,
      ruledOut: ruleOuts.find(({ outcome }) => outcome.value === TRUE)?.because ?? null,
      ruleOuts: ruleOuts.map(({ outcome }) => outcome),
    },
  ];
}

/** The place of its first event in the history. */
const startOf = ({ events }: PatternMatch): number =>
  events.reduce((first, { event }) => Math.min(first, event.order), Number.POSITIVE_INFINITY);

/** Anchor matches of one key belong together while the gap to the next is not larger than the scope; without times they all do. */
function episodesOf(judged: readonly JudgedIncident[], gapMs: number): readonly (readonly JudgedIncident[])[] {
  const byKey = new Map<string, { episodes: JudgedIncident[][]; endMs: number }>();
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
function bestOf(episode: readonly JudgedIncident[]): JudgedIncident | null {
  let best: JudgedIncident | null = null;
  for (const one of episode) if (best === null || !isBetter(best.graded.grade, one.graded.grade)) best = one;
  return best;
}

function endsOf(episode: readonly JudgedIncident[]): {
  readonly first: EventRecord | null;
  readonly last: EventRecord | null;
} {
  const events = episode
    .flatMap(({ incident }) => incident.anchor.events.map(({ event }) => event))
    .filter(({ timeMs }) => timeMs !== null);
  let [first, last] = [events[0], events[0]];
  for (const event of events) {
    if (first !== undefined && isEarlier(event, first)) first = event;
    if (last !== undefined && isEarlier(last, event)) last = event;
  }
  return { first: first?.event ?? null, last: last?.event ?? null };
}
const isEarlier = (a: HistoryEvent, b: HistoryEvent): boolean =>
  (a.timeMs ?? 0) < (b.timeMs ?? 0) || (a.timeMs === b.timeMs && a.ticks < b.ticks);

const toRuledOut = (
  { incident, graded, ruledOut }: JudgedIncident,
  episode: readonly JudgedIncident[],
  rule: RuleDefinition,
): RuledOutVerdict => ({
  ruleId: rule.id,
  because: ruledOut ?? '',
  host: incident.anchor.key.host,
  key: reportKey(incident.anchor.key),
  grade: graded.grade,
  ...endsOf(episode),
});

function toFinding(
  best: JudgedIncident,
  episode: readonly JudgedIncident[],
  run: RuleRun,
  flags: Flags,
  matches: RuleMatches,
): { readonly found: FoundIncident; readonly questions: readonly Question[] } {
  const { rule } = run;
  const { incident, graded } = best;
  const { anchor } = incident;
  const ranked = rankCauses(incident, rule);
  const shown = showEvidence(incident, graded.outcome.matches, ranked.matches, rule, flags);
  const captured = capturedValues(run, anchor.key, [
    episode.flatMap(({ incident: one }) => one.anchor.events),
    graded.outcome.matches.flatMap(({ events }) => events),
    ranked.matches.flatMap(({ events }) => events),
  ]);
  const status = rule.status ?? 'test';
  const open = [...graded.open, ...openRuleOuts(best), ...ranked.open];
  const verdict: FindingVerdict = {
    ruleId: rule.id,
    kb: articlesOf(rule),
    title: rule.title,
    grade: graded.grade,
    severity: rule.severity,
    host: anchor.key.host,
    key: reportKey(anchor.key),
    count: episode.length,
    ...endsOf(episode),
    summary: summaryOf(graded.outcome, anchor, matches),
    causes: ranked.causes,
    wouldRaise: [...graded.wouldRaise, ...ranked.wouldName],
    resolution: resolutionFor(run, flags, anchor.key, ranked.causes, captured),
    evidence: shown.evidence,
    evidenceTotal: shown.total,
    refs: rule.refs.map(toReference),
    status,
    impact: (rule.impact ?? []).filter((one) => holds(incident.evaluate(one.if).value)).map(({ text }) => text),
    notes: [
      ...new Set([
        ...graded.notes,
        ...(status === 'experimental' ? ['experimental rule: its events are not confirmed by a real log yet'] : []),
      ]),
    ],
    timeline: shown.timeline,
    explainedBy: explanation(ranked, rule),
    unknown: [
      ...new Set(
        open.filter(({ reservation }) => reservation.value === UNKNOWN).map(({ reservation }) => reservation.name),
      ),
    ],
  };
  const events = episode.flatMap(({ incident: one }) => one.anchor.events.map(({ event }) => event));
  const found = { verdict, key: anchor.key, events, decisive: graded.outcome.matches, supporting: ranked.matches };
  return { found, questions: questionsOf(open, rule, anchor.key.host) };
}

const openRuleOuts = ({ ruleOuts }: JudgedIncident): Graded['open'] =>
  ruleOuts
    .filter(({ value }) => value >= UNKNOWN && value < TRUE)
    .flatMap(({ reservations }) => reservations.map((reservation) => ({ decides: 'ruled_out', reservation })));

const toReference = (ref: RuleDefinition['refs'][number]): ReportReference =>
  typeof ref === 'string'
    ? { kb: null, url: null, title: ref, note: null }
    : { kb: ref.kb ?? null, url: ref.url ?? null, title: ref.title ?? null, note: ref.note ?? null };

export const articlesOf = (rule: RuleDefinition): readonly number[] =>
  rule.refs.flatMap((ref) => (typeof ref === 'object' && ref.kb !== undefined ? [ref.kb] : []));

function summaryOf(outcome: Outcome, anchor: PatternMatch, matches: RuleMatches): string {
  const deciding = outcome.matches.length > 0 ? outcome.matches : [anchor];
  return [...new Set(deciding.map((match) => describeMatch(match, matches.patternOf(match.pattern))))]
    .slice(0, 3)
    .join('; ');
}

/** The named cause rests on a finding of another rule: that finding explains this one. */
function explanation({ namedBy }: RankedCauses, rule: RuleDefinition): FindingVerdict['explainedBy'] {
  for (const { events } of namedBy) {
    for (const { role, event } of events) {
      const definition = rule.events[role];
      if (definition !== undefined && isFindingClass(definition) && event.finding !== null) return event.finding;
    }
  }
  return null;
}

function questionsOf(
  open: readonly { readonly decides: string; readonly reservation: Reservation }[],
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

const MAX_MISSES_PER_PATTERN = 20;

/** Every step was seen, but under different keys: that is what stopped the pattern. */
function explainKeys(misses: readonly PatternMiss[]): readonly PatternMiss[] {
  const seenSteps = new Set(
    misses.flatMap(({ pattern, steps }) =>
      steps.filter(({ seen }) => seen > 0).map(({ role }) => `${pattern} ${role}`),
    ),
  );
  return misses.map((miss) => {
    const { pattern, steps, stoppedBy } = miss;
    const lacks = steps.some(({ seen }) => seen === 0);
    const isElsewhere = lacks && stoppedBy === null && steps.every(({ role }) => seenSteps.has(`${pattern} ${role}`));
    return isElsewhere ? { ...miss, stoppedBy: 'key' } : miss;
  });
}

function nearMissesOf(rule: RuleDefinition, matches: RuleMatches): readonly NearMissVerdict[] {
  const countByPattern = new Map<string, number>();
  return explainKeys(matches.misses()).flatMap(({ pattern, key, events, ...rest }) => {
    const known = countByPattern.get(pattern) ?? 0;
    countByPattern.set(pattern, known + 1);
    if (known >= MAX_MISSES_PER_PATTERN) return [];
    const samples = events.slice(0, 3).map(({ event }) => event);
    return [
      { ruleId: rule.id, host: key.host, key: reportKey(key), name: pattern, count: 1, failed: [], samples, ...rest },
    ];
  });
}
