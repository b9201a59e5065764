import { articlesOf } from '../knowledge/rules/articles-of.ts';
import { isFindingClass } from '../knowledge/rules/classes.ts';
import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import type { EventRecord } from '../model/event.ts';
import type { Grade, Question, ReportReference, RuleStatus } from '../model/report.ts';
import type { FindingVerdict, RuledOutVerdict } from '../model/verdict.ts';
import { capturedValues } from './captured-values.ts';
import { type RankedCauses, rankCauses } from './causes.ts';
import { describeMatch } from './describe.ts';
import { doubtsOf } from './doubts.ts';
import { showEvidence } from './evidence.ts';
import { type Graded, isBetter } from './grading.ts';
import type { HistoryEvent } from './history-event.ts';
import type { Incident, Outcome } from './incident.ts';
import { type Key, reportKey } from './keys.ts';
import { type OpenPoint, sentencesOf } from './lack.ts';
import type { PatternMatch } from './patterns/match.ts';
import { questionsOf } from './questions.ts';
import { resolutionFor } from './resolution.ts';
import type { RuleMatches } from './rule-matches.ts';
import type { RuleRun } from './rule-run.ts';
import type { Flags } from './state.ts';
import { holds, TRUE, UNKNOWN } from './truth.ts';

/** A finding as other rules may use it, with the events that make it. */
export interface FoundIncident {
  readonly verdict: FindingVerdict;
  readonly key: Key;
  readonly episodes: readonly FoundEpisode[];
  /** The matches that decided its grade. */
  readonly decisive: readonly PatternMatch[];
  /** Those behind the evidence for and against its causes. */
  readonly supporting: readonly PatternMatch[];
}

/** Other rules ask what stood near an event, so a finding of several episodes is not one long one to them. */
export interface FoundEpisode {
  /** The best of its incidents. */
  readonly grade: Grade;
  readonly events: readonly HistoryEvent[];
}

/** A match of the anchor with what the rule says of it. */
export interface JudgedIncident {
  readonly incident: Incident;
  readonly graded: Graded;
  readonly ruledOut: string | null;
  readonly ruleOuts: readonly Outcome[];
}

/** One or several episodes as the report tells them, by the best of their incidents. */
export function toFinding(
  best: JudgedIncident,
  episodes: readonly (readonly JudgedIncident[])[],
  run: RuleRun,
  flags: Flags,
  matches: RuleMatches,
): { readonly found: FoundIncident; readonly questions: readonly Question[] } {
  const { rule } = run;
  const { incident, graded } = best;
  const { anchor } = incident;
  const episode = episodes.flat();
  const ranked = rankCauses(incident, rule);
  const impact = impactOf(incident, rule);
  const told = { causes: ranked.matches, impact: impact.flatMap(({ matches: own }) => own) };
  const shown = showEvidence(incident, graded.outcome.matches, told, rule, flags);
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
    summary: summaryOf(graded.outcome, anchor, matches, rule),
    causes: ranked.causes,
    wouldRaise: sentencesOf([...graded.wouldRaise, ...ranked.wouldName]),
    resolution: resolutionFor(run, flags, anchor.key, ranked.causes, captured),
    evidence: shown.evidence,
    events: recordsOf(episode),
    evidenceTotal: shown.total,
    refs: rule.refs.map(toReference),
    status,
    impact: impact.map(({ text }) => text),
    notes: notesOf(graded, status),
    timeline: shown.timeline,
    explainedBy: explanation(ranked, rule),
    unknown: undecidedNames(open),
    unless: doubtsOf(incident, rule, matches),
  };
  const found = {
    verdict,
    key: anchor.key,
    episodes: episodes.map(toFoundEpisode),
    decisive: graded.outcome.matches,
    supporting: ranked.matches,
  };
  return { found, questions: questionsOf(open, rule, anchor.key.host) };
}

const EXPERIMENTAL = 'experimental rule: its events are not confirmed by a real log yet';
const notesOf = ({ notes }: Graded, status: RuleStatus): readonly string[] => [
  ...new Set([...notes, ...(status === 'experimental' ? [EXPERIMENTAL] : [])]),
];

const undecidedNames = (open: readonly OpenPoint[]): readonly string[] => [
  ...new Set(open.flatMap(({ reservation: { name, value } }) => (value === UNKNOWN ? [name] : []))),
];

const toFoundEpisode = (episode: readonly JudgedIncident[]): FoundEpisode => ({
  grade: episode.map(({ graded }) => graded.grade).reduce((best, one) => (isBetter(best, one) ? best : one)),
  events: episode.flatMap(({ incident }) => incident.anchor.events.map(({ event }) => event)),
});

/** The sentences that hold, with the matches that they speak of. */
const impactOf = (
  incident: Incident,
  { impact }: RuleDefinition,
): readonly { readonly text: string; readonly matches: readonly PatternMatch[] }[] =>
  (impact ?? []).flatMap(({ if: condition, text }) => {
    const { value, matches } = incident.evaluate(condition);
    return holds(value) ? [{ text, matches }] : [];
  });

export const toRuledOut = (
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
  events: recordsOf(episode),
});

const recordsOf = (episode: readonly JudgedIncident[]): readonly EventRecord[] => [
  ...new Set(episode.flatMap(({ incident }) => incident.anchor.events.map(({ event }) => event.event))),
];

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

const openRuleOuts = ({ ruleOuts }: JudgedIncident): readonly OpenPoint[] =>
  ruleOuts
    .filter(({ value }) => value >= UNKNOWN && value < TRUE)
    .flatMap(({ reservations }) => reservations.map((reservation) => ({ decides: 'ruled_out', reservation })));

const toReference = (ref: RuleDefinition['refs'][number]): ReportReference =>
  typeof ref === 'string'
    ? { kb: null, url: null, title: ref, note: null }
    : { kb: ref.kb ?? null, url: ref.url ?? null, title: ref.title ?? null, note: ref.note ?? null };

function summaryOf(outcome: Outcome, anchor: PatternMatch, matches: RuleMatches, rule: RuleDefinition): string {
  const deciding = outcome.matches.length > 0 ? outcome.matches : [anchor];
  return [...new Set(deciding.map((match) => describeMatch(match, matches.patternOf(match.pattern), rule)))]
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
