import type { Producer } from '../producer.ts';

/** Whatever heads its columns with names that are known. */
export const generic: Producer = { name: 'table', isUtc: false, hasValues: true, isOwn: () => true };
