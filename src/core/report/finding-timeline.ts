import { isoFromMs } from '../model/iso-time.ts';
import type { Finding } from '../model/report.ts';
import type { FindingVerdict, VerdictTimeline } from '../model/verdict.ts';

/** What the time line of a finding shows, from the first to the last of all of it. */
export function timelineOf({ timeline, first, last }: FindingVerdict): Finding['timeline'] {
  const span = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }) => ({
    from: isoFromMs(fromMs),
    to: isoFromMs(toMs),
  });
  const { windows, missing, flags }: VerdictTimeline = timeline;
  const starts = [
    first?.timeMs ?? null,
    ...windows.map(({ fromMs }) => fromMs),
    ...missing.map(({ fromMs }) => fromMs),
    ...flags.map(({ fromMs }) => fromMs),
  ];
  const ends = [
    last?.timeMs ?? null,
    ...windows.map(({ toMs }) => toMs),
    ...missing.map(({ toMs }) => toMs),
    ...flags.map(({ toMs }) => toMs),
  ];
  const known = (times: readonly (number | null)[]): readonly number[] =>
    times.flatMap((time) => (time === null ? [] : [time]));
  return {
    from: known(starts).length === 0 ? null : isoFromMs(Math.min(...known(starts))),
    to: known(ends).length === 0 ? null : isoFromMs(Math.max(...known(ends))),
    windows: windows.map(({ pattern, ...rest }) => ({ pattern, ...span(rest) })),
    missing: missing.map(({ pattern, roles, value, ...rest }) => ({ pattern, roles, ...span(rest), value })),
    flags: flags.map(({ flag, value, ...rest }) => ({ flag, value, ...span(rest) })),
  };
}
