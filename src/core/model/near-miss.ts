import type { NearMiss } from './report.ts';

/** Must every step be seen? */
export const needsAllSteps = (kind: NearMiss['kind']): boolean => kind === 'seq' || kind === 'all';

/** Every step is there, in order and in time. */
export const isWholeMiss = ({ kind, steps, reached }: Pick<NearMiss, 'kind' | 'steps' | 'reached'>): boolean =>
  needsAllSteps(kind) && steps.length > 0 && reached.length >= steps.length;
