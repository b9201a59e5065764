import type { TimeBasis } from '../../model/event.ts';

/** What `evdx events` says of a time whose zone nobody told: its digits stand as if they were UTC. */
export const LOCAL: TimeBasis = 'assumed-local';
export const localDigits = (text: string): string => text.trim().replace(/Z$/, '');
