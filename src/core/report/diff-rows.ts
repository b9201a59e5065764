import type { Diff, FindingState, HostChange, RunChange } from '../model/diff.ts';
import type { Finding, Severity } from '../model/report.ts';
import { isAtOrAbove } from './severity-bar.ts';

/** One finding on one host, whichever the comparison. */
export interface DiffRow extends Pick<Finding, 'ruleId' | 'kb' | 'title' | 'host' | 'key'> {
  readonly change: RunChange | HostChange;
  readonly fingerprint: string | null;
  readonly old: FindingState | null;
  /** As it is now; null: it is not there. */
  readonly state: FindingState | null;
  readonly because: string | null;
  /** false: where it is not, nobody looked for it. */
  readonly checked: boolean;
}

export const diffRows = (diff: Diff): readonly DiffRow[] =>
  diff.by === 'run'
    ? diff.findings.map(({ new: state, ...row }) => ({ ...row, state }))
    : diff.findings.flatMap(({ change, ruleId, kb, title, key, hosts }) =>
        hosts.map(({ host, fingerprint, state, because, checked }) => {
          const old = null;
          return { change, ruleId, kb, title, host, key, fingerprint, old, state, because, checked };
        }),
      );

/** Which side has no such finding, and why, where the report tells; null: nothing is missing, or it is simply new. */
export function becauseWords({ because, old, state }: DiffRow): string | null {
  if (state !== null) return because === null ? null : `before: ${because}`;
  const reason = because ?? 'not found';
  return old === null ? reason : `now: ${reason}`;
}

const alarming: readonly DiffRow['change'][] = ['new', 'worse', 'differs'];
/** Does it raise the alarm: new, worse or not the same everywhere, and heavy enough? */
export const isAlarming = ({ change, state }: DiffRow, failOn: Severity): boolean =>
  alarming.includes(change) && state !== null && isAtOrAbove(state.severity, failOn);
