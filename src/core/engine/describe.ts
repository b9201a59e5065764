import type { RuleDefinition, RulePattern } from '../knowledge/rules/schema.ts';
import { stepOf } from '../knowledge/rules/steps.ts';
import { toolOf } from '../model/companion.ts';
import { formatDuration } from '../model/duration.ts';
import { listOf } from '../model/list-of.ts';
import { eventsOf } from './events-of.ts';
import type { Reservation } from './incident.ts';
import { classesOf } from './patterns/index.ts';
import type { PatternMatch } from './patterns/match.ts';
import { questionOf } from './probe-question.ts';
import { elapsedMs } from './relations.ts';

/** What its events are called in a sentence: by their ids, or by the provider where the id is unknown. */
const namesOf = (match: PatternMatch): readonly string[] =>
  match.events.map(({ event: { event } }) =>
    event.eventId === null ? nameWithoutId(event.provider) : String(event.eventId),
  );

function nameWithoutId(provider: string | null): string {
  const tool = toolOf(provider);
  return tool === null ? (provider ?? 'an event') : `the output of ${tool}`;
}

const spanOf = ({ events }: PatternMatch): string => {
  const timed = events.filter(({ event }) => event.timeMs !== null).map(({ event }) => event);
  const [first, last] = [timed[0], timed.at(-1)];
  if (first === undefined || last === undefined || timed.length < 2) return '';
  const spanMs = Math.round(Math.max(0, elapsedMs(first, last)));
  return spanMs === 0 ? ' at the same time' : ` within ${formatDuration(spanMs)}`;
};

/** `7023 (6 times), 7000`: what happened again and again is named once. */
function counted(names: readonly string[]): string {
  const countByName = new Map<string, number>();
  for (const name of names) countByName.set(name, (countByName.get(name) ?? 0) + 1);
  return [...countByName].map(([name, count]) => (count === 1 ? name : `${name} (${count} times)`)).join(', ');
}

/** What stands ahead of the ids, as a sentence that begins with a bare number says little; the output of a tool has a name. */
function wordFor({ events }: PatternMatch, named: number): string {
  if (events.some(({ event: { event } }) => toolOf(event.provider) !== null)) return '';
  return named === 1 ? 'event ' : 'events ';
}

/** A match as half a sentence: `9604 → 9614 → 9607 within 1s`. */
export function describeMatch(match: PatternMatch, pattern: RulePattern, rule: RuleDefinition): string {
  const names = namesOf(match);
  if ('seq' in pattern) return `${names.join(' → ')}${spanOf(match)}`;
  if ('count' in pattern) return `${wordFor(match, new Set(names).size)}${counted(names)}${spanOf(match)}`;
  if ('absent' in pattern) {
    const { absence } = match;
    const missing = eventsOf(rule, classesOf(pattern)) || listOf(pattern.absent.of).join(', ');
    return `no ${missing}${absence === null ? '' : ` in ${formatDuration(absence.toMs - absence.fromMs)}`}`;
  }
  if ('near' in pattern) return `${counted(names.slice(1))} close to ${names[0]}`;
  return `${wordFor(match, names.length)}${names.join(' and ')}${spanOf(match)}`;
}

/** What a name of a condition stands for, for sentences on what is missing. */
function wordOf(rule: RuleDefinition, name: string): string {
  const pattern = rule.find[name];
  const readable = name.replaceAll('_', ' ');
  if (pattern === undefined) return readable;
  if ('near' in pattern || 'absent' in pattern || 'count' in pattern || 'one' in pattern) {
    const events = eventsOf(rule, classesOf(pattern));
    return events === '' ? readable : `${events} (${readable})`;
  }
  if (!('seq' in pattern)) return readable;
  const flags = pattern.seq.flatMap((step) => Object.entries(stepOf(step).when ?? {}));
  return flags.length === 0
    ? readable
    : `${readable} (${flags.map(([flag, value]) => `${flag} ${value ? 'set' : 'not set'}`).join(', ')})`;
}

/** Half a sentence: what keeps a condition from being plainly true. */
export function describeReservation(rule: RuleDefinition, { kind, name, reasons }: Reservation): string {
  if (kind === 'name')
    return reasons.length === 0 ? wordOf(rule, name) : `${wordOf(rule, name)}: ${reasons.join('; ')}`;
  const probe = rule.context?.[name];
  return probe === undefined ? `answer ${name}` : `answer: ${questionOf(probe).ask}`;
}
