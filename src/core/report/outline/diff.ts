import type { Diff } from '../../model/diff.ts';
import { createTimeFormat, type DisplayZone } from '../display-time.ts';
import { outlineHosts } from './diff-hosts.ts';
import { outlineRuns } from './diff-runs.ts';
import type { Document } from './document.ts';

/** A comparison as a person reads it: what was compared, what may mislead, then the changes, the worst first. */
export function outlineDiff(diff: Diff, zone: DisplayZone): Document {
  const time = createTimeFormat(zone);
  return diff.by === 'run' ? outlineRuns(diff, time, zone) : outlineHosts(diff, time, zone);
}
