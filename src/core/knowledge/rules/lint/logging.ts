import { listOf } from '../../../model/list-of.ts';
import { familyOf, isFindingClass } from '../classes.ts';
import { type Complaint, onKey, quote } from '../problem.ts';
import type { RulePart } from '../schema.ts';
import { negatedNames } from '../semantics/conditions.ts';
import { basesOf, classNamesOf } from '../semantics/view.ts';
import { type LintView, namesAny, partsOf } from './view.ts';

/** Logs that Windows writes only once somebody enables them or sets an audit policy. */
const OFF_BY_DEFAULT = [
  '*/Analytic',
  '*/Debug',
  '*/Trace',
  'Microsoft-Windows-CAPI2/Operational',
  'Microsoft-Windows-DNS-Client/Operational',
  'Microsoft-Windows-DriverFrameworks-UserMode/Operational',
  'Microsoft-Windows-PrintService/Operational',
  'Microsoft-Windows-TaskScheduler/Operational',
];
/** Their informational events take diagnostics logging above the default (Exchange: Set-EventLogLevel; NTDS: the Diagnostics key). */
const DIAGNOSTIC = ['MSExchange*', 'NTDS *', 'Microsoft-Windows-ActiveDirectory_DomainService'];

/** An event whose absence means nothing as long as nobody turned its logging up. */
export function* lintLogging(view: LintView): Generator<Complaint> {
  const { rule } = view;
  const missed = namesMissed(view);
  for (const name of view.names.classes) {
    const definition = rule.events[name];
    if (definition === undefined || isFindingClass(definition) || !missed.has(name)) continue;
    const hasExpect = [...familyOf(rule.events, name)].some((one) => {
      const member = rule.events[one];
      return member !== undefined && !isFindingClass(member) && member.expect !== undefined;
    });
    const why = partsOf(view, name)
      .map(({ whole }) => needsLogging(whole))
      .find((reason) => reason !== null);
    if (hasExpect || why === undefined || why === null) continue;
    yield onKey(
      ['events', name],
      `the absence of ${quote(name)} counts, but ${why}`,
      'add "expect: {logging: …}" with what has to be turned on',
    );
  }
}

function needsLogging({ log, provider, level }: RulePart): string | null {
  const levels = listOf(level);
  if (levels.length > 0 && levels.every((one) => one === 'verbose')) return 'verbose events are not logged by default';
  if (namesAny(log, OFF_BY_DEFAULT)) return 'its log is off by default';
  const isQuiet = levels.length > 0 && levels.every((one) => one === 'information' || one === 'verbose');
  return isQuiet && namesAny(provider, DIAGNOSTIC)
    ? 'its source writes such events only with more diagnostics logging'
    : null;
}

/** Classes that an `absent` looks for, and those of names under a `not`. */
function namesMissed(view: LintView): ReadonlySet<string> {
  const { find } = view.rule;
  const missed = new Set<string>();
  for (const pattern of Object.values(find))
    if ('absent' in pattern) for (const name of listOf(pattern.absent.of)) missed.add(name);
  const pending = [...negatedNames(view)];
  const seen = new Set<string>();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const pattern = Object.hasOwn(find, name) ? find[name] : undefined;
    if (pattern === undefined) missed.add(name);
    else pending.push(...classNamesOf(pattern), ...basesOf(pattern).map(([, base]) => base));
  }
  return missed;
}
