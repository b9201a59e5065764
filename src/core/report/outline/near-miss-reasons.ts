import { isWholeMiss, needsAllSteps } from '../../model/near-miss.ts';
import type { NearMiss } from '../../model/report.ts';
import { keyValues } from '../key-values.ts';
import { limitWords } from './durations.ts';
import { counted, enumerated, spoken } from './words.ts';

/** What reasons are told with. */
export interface Missed {
  readonly miss: NearMiss;
  /** All misses of the rule: what this key lacks may stand under another. */
  readonly misses: readonly NearMiss[];
  /** `MSExchangeIS 9607` by the name that the rule gives such events. */
  readonly eventByRole: ReadonlyMap<string, string>;
  /** Patterns that a finding of the rule could not decide. */
  readonly unknown: ReadonlySet<string>;
}

const clauseWords: ReadonlyMap<string, string> = new Map([
  ['code', 'error code'],
  ['data', 'data bytes'],
  ['strings', 'inserts'],
  ['fields', 'named values'],
]);
export const clauseName = (clause: string): string => clauseWords.get(clause) ?? clause;

/** `begin (MSExchangeIS 9604)`; alternatives stand with a bar between them. */
export const roleWords = (role: string, { eventByRole }: Pick<Missed, 'eventByRole'>): string =>
  enumerated(
    role.split('|').map((name) => {
      const event = eventByRole.get(name);
      return event === undefined ? name : `${name} (${event})`;
    }),
    'or',
  );

/** `ex1`, `ex1, device \Device\Harddisk1`. */
export const keyWords = ({ host, key }: NearMiss): string => {
  return [host ?? 'a host without a name', ...keyValues(key).map(([name, value]) => `${spoken(name)} ${value}`)].join(
    ', ',
  );
};

const missingRoles = ({ steps }: NearMiss): string[] => steps.filter(({ seen }) => seen === 0).map(({ role }) => role);

/** Where the steps stand that this key saw nothing of. */
const elsewhere = (missed: Missed): string => {
  const { miss, misses } = missed;
  const lacking = missingRoles(miss);
  const found = misses
    .filter((other) => other.name === miss.name && other !== miss)
    .flatMap((other) => {
      const there = other.steps.filter(({ role, seen }) => seen > 0 && lacking.includes(role));
      return there.map(({ role }) => `${roleWords(role, missed)} on ${keyWords(other)}`);
    });
  return found.length === 0 ? '' : `: ${enumerated([...new Set(found)])}`;
};

const windowWords = ({ kind, had, needed }: NearMiss): string => {
  if (kind === 'count') return `at most ${had ?? '0'} in the window, ${needed ?? 'more'} needed`;
  if (had === null) return `no such event in the window${limitWords(had, needed)}`;
  if (kind === 'near') return `the nearest one lies ${had} away${limitWords(had, needed)}`;
  return `the events lie ${had} apart${limitWords(had, needed)}`;
};

/** Of the right kind, but without what its rule tells such events apart by. */
const keylessWords = ({ count, failed }: NearMiss): string =>
  `${counted(count, 'event')} of the right kind, but without a value for ${enumerated(failed.map(spoken))}`;

const UNDECIDED = 'all steps, but not decidable';

const reasons: Readonly<Record<NonNullable<NearMiss['stoppedBy']>, (missed: Missed) => string>> = {
  window: ({ miss }) => windowWords(miss),
  gap: ({ miss: { had, needed, reached } }) =>
    `the next event came ${had ?? 'too long'} after ${reached.at(-1) ?? 'the one before'}${limitWords(had, needed)}`,
  forbid: () => 'an event in between ends it',
  key: (missed) =>
    missed.miss.kind === 'class' ? keylessWords(missed.miss) : `the events do not belong together${elsewhere(missed)}`,
  guard: () => 'it is not known whether a flag is as it must be at that time',
  coverage: ({ miss: { needed } }) =>
    needed === null ? 'the log does not cover the time' : `the log does not cover the ${needed} needed`,
  seen: ({ miss: { had } }) =>
    had === null ? 'an event that must be absent is there' : `an event that must be absent is there, ${had} away`,
  undecided: () => UNDECIDED,
  zone: () => 'all of them, but their times name no zone, so those of two hosts cannot be compared: give --tz',
};

/** The clause `not` names what the class leaves out. */
function refusedBy(failed: readonly string[]): string {
  const clauses = failed.filter((name) => name !== 'not').map(clauseName);
  return enumerated([
    ...(clauses.length === 0 ? [] : [`without the right ${enumerated(clauses)}`]),
    ...(failed.includes('not') ? ['of a kind that is left out'] : []),
  ]);
}

/** What stopped it, as half a sentence; null when the steps say it all. */
export function describeReason(missed: Missed): string | null {
  const { miss } = missed;
  if (miss.stoppedBy !== null) return reasons[miss.stoppedBy](missed);
  if (isWholeMiss(miss)) return missed.unknown.has(miss.name) ? UNDECIDED : 'matched';
  const lacking = needsAllSteps(miss.kind) ? missingRoles(miss) : [];
  if (lacking.length > 0)
    return `${enumerated(lacking.map((role) => roleWords(role, missed)))} ${lacking.length === 1 ? 'is' : 'are'} missing`;
  if (miss.kind !== 'class' || miss.failed.length === 0) return null;
  return `${counted(miss.count, 'event')} of the right source and id, but ${refusedBy(miss.failed)}`;
}
