import { groupBy } from '../model/group-by.ts';
import type { Report, ReportProblem, ReportSource } from '../model/report.ts';
import { counted } from './outline/words.ts';

/** All that tells whether everything was read. */
interface Looked {
  readonly problems: readonly Pick<ReportProblem, 'code' | 'place'>[];
  readonly sources: readonly (Pick<ReportSource, 'name'> & {
    readonly problems: readonly { readonly code: string }[];
  })[];
}

/** The reasons why inputs gave nothing, by their names. */
function reasonsByInput({ problems, sources }: Looked): ReadonlyMap<string, readonly string[]> {
  const all = [
    ...problems.map(({ code, place }) => ({ code, name: place })),
    ...sources.flatMap(({ name, problems: own }) => own.map(({ code }) => ({ code, name }))),
  ].filter(({ code }) => code.startsWith('input/'));
  return new Map([...groupBy(all, ({ name }) => name)].map(([name, own]) => [name, own.map(({ code }) => code)]));
}

/** What could not be looked at, by name: inputs that are missing, unreadable, empty, unrecognised, or with nothing in them, and hosts that were asked for. */
export const unreadInputs = (looked: Looked): readonly string[] => [...reasonsByInput(looked).keys()];

/** They were read, and nothing is in them. */
const EMPTY: ReadonlySet<string> = new Set(['input/no-events', 'input/definition', 'input/other-log']);

/** `2 inputs could not be read`, `1 host asked for is in no input`, `3 inputs hold no event`, as notes beside a log do; none where all gave something. */
export function formatUnread(looked: Looked): readonly string[] {
  const reasons = [...reasonsByInput(looked).values()];
  const count = (isOne: (code: string) => boolean): number => reasons.filter((codes) => codes.every(isOne)).length;
  const [empty, absent] = [count((code) => EMPTY.has(code)), count((code) => code === 'input/no-host')];
  const unread = reasons.length - empty - absent;
  return [
    ...(unread > 0 ? [`${counted(unread, 'input')} could not be read`] : []),
    ...(empty > 0 ? [`${counted(empty, 'input')} ${empty === 1 ? 'holds' : 'hold'} no event`] : []),
    ...(absent > 0 ? [`${counted(absent, 'host')} asked for ${absent === 1 ? 'is' : 'are'} in no input`] : []),
  ];
}

/** Rules that could not be checked on any host. */
const uncheckedRules = ({ notChecked }: Pick<Report, 'notChecked'>): number =>
  new Set(notChecked.filter(({ host }) => host === null).map(({ ruleId }) => ruleId)).size;

/** `590 rules could not be checked`; none where all were. */
export function formatUnchecked(report: Pick<Report, 'notChecked'>): readonly string[] {
  const unchecked = uncheckedRules(report);
  return unchecked === 0 ? [] : [`${counted(unchecked, 'rule')} could not be checked`];
}

/** Events were read, and no rule asks for any log that they are of. */
export function isNoRuleChecked({ notChecked, tool }: Pick<Report, 'notChecked' | 'tool'>): boolean {
  const unchecked = uncheckedRules({ notChecked });
  return unchecked > 0 && unchecked >= tool.ruleCount;
}

/** Events were read, and all of them were left out: they are of another time or host than was asked for. */
export const isNothingAskedFor = ({ sources, statistics }: Pick<Report, 'sources' | 'statistics'>): boolean =>
  statistics.length === 0 &&
  sources.some(({ events }) => events > 0) &&
  sources.every(({ coverage, timeBasis }) => coverage.length === 0 && timeBasis === 'none');
