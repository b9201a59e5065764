import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import { listOf } from '../model/list-of.ts';
import { openCauses } from '../model/open-causes.ts';
import type { ReportCause } from '../model/report.ts';
import type { Evidence, VerdictResolution, VerdictStep } from '../model/verdict.ts';
import { PLACEHOLDER } from './captured-values.ts';
import type { Key } from './keys.ts';
import type { RuleRun } from './rule-run.ts';
import type { Flags } from './state.ts';

type Resolution = RuleDefinition['resolution'][number];
type Action = Resolution['steps'][number];

const RISKS = ['none', 'low', 'medium', 'high'];
/** A value goes into a command only if it can do nothing there but name something. */
const isSafe = (value: string): boolean => /^[\p{L}\p{N} _\-.:\\/]+$/u.test(value) && !/^[-/]/.test(value);
const MAX_SHOWN = 10;

/** Steps for the named cause, or for all that are open where none is named; harmless ones first, else in the order of the rule. */
export function resolutionFor(
  run: RuleRun,
  flags: Flags,
  key: Key,
  causes: readonly ReportCause[],
  captured: Readonly<Record<string, string>>,
): readonly VerdictResolution[] {
  const named = causes.filter((cause) => cause.named);
  const meant = new Set((named.length > 0 ? named : openCauses(causes)).map(({ id }) => id));
  const serves = ({ for: of }: Resolution): boolean => of === undefined || listOf(of).some((id) => meant.has(id));
  return run.rule.resolution
    .filter(serves)
    .sort((a, b) => RISKS.indexOf(a.risk.level) - RISKS.indexOf(b.risk.level))
    .map((one) => ({
      id: one.id,
      for: listOf(one.for),
      risk: {
        level: one.risk.level,
        downtime: one.risk.downtime,
        dataLoss: one.risk.data_loss,
        reversible: one.risk.reversible,
      },
      confirmFirst: one.confirm_first ?? null,
      steps: one.steps.map((action) => toStep(action, run, flags, key, captured)),
    }));
}

function toStep(
  action: Action,
  run: RuleRun,
  flags: Flags,
  key: Key,
  captured: Readonly<Record<string, string>>,
): VerdictStep {
  const capturedAs = (name: string): string | null => (Object.hasOwn(captured, name) ? (captured[name] ?? null) : null);
  const inCommand = (placeholder: string, name: string): string => {
    const value = capturedAs(name);
    return value !== null && isSafe(value) ? value : placeholder;
  };
  const named = [...(action.run?.command ?? '').matchAll(PLACEHOLDER)].flatMap(([, name = '']) => {
    const value = capturedAs(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    do: action.do.replace(PLACEHOLDER, (_, name: string) => capturedAs(name) ?? `<${name}>`),
    run:
      action.run === undefined
        ? null
        : {
            shell: action.run.shell,
            command: action.run.command.replace(PLACEHOLDER, inCommand),
            needs: action.run.needs,
            effect: action.run.effect,
            values: Object.fromEntries(named),
          },
    expect: expectation(action, run),
    stopIf: action.stop_if ?? null,
    show: shown(action, run, flags, key),
  };
}

function expectation({ expect }: Action, run: RuleRun): string | null {
  if (expect === undefined) return null;
  if ('output' in expect) return expect.output;
  const definition = run.rule.events[expect.event];
  const ids =
    definition !== undefined &&
    'id' in definition &&
    (typeof definition.id === 'number' || Array.isArray(definition.id))
      ? listOf(definition.id).join(' or ')
      : expect.event.replaceAll('_', ' ');
  return `event ${ids} within ${expect.within}`;
}

function shown({ show }: Action, run: RuleRun, flags: Flags, key: Key): readonly Evidence[] {
  if (show === undefined) return [];
  if ('flag' in show)
    return flags.setters(show.flag, key, MAX_SHOWN).map((event) => ({ role: show.flag, event: event.event }));
  return run
    .indexFor(listOf(show.events), key)
    .entries.slice(-MAX_SHOWN)
    .map(({ event, roles }) => ({ role: [...roles][0] ?? '', event: event.event }));
}
