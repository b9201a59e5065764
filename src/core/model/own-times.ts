import type { TimeBasis } from './event.ts';

/** What `evdx events` says of a time whose zone nobody told: its digits stand as if they were UTC. */
export const LOCAL: TimeBasis = 'assumed-local';
/** Where it says so in XML, an attribute of `TimeCreated`: the schema of Windows knows no such time. */
export const BASIS_NAMESPACE = 'urn:evdx:event';
export const BASIS_ATTRIBUTE = 'evdx:timeBasis';
export const localDigits = (text: string): string => text.trim().replace(/Z$/, '');
