import type { EventRecord } from '../model/event.ts';
import { fnv1a64 } from '../model/hash.ts';

/** What stands for the text of an event where that is not kept. */
export const textHashOf = ({ message, strings }: EventRecord): string => fnv1a64(JSON.stringify([message, strings]));
