import type { TruthName } from '../model/report.ts';

/**
 * How surely something holds, in rising order. The lenient values carry a reservation (a tie, a missing time, another host's clock,
 * coverage that is merely assumed): they count, but cap the grade. `not` mirrors the scale, `and` is the minimum, `or` the maximum (Kleene).
 */
export const FALSE = 0;
export const LENIENT_FALSE = 1;
export const UNKNOWN = 2;
export const LENIENT = 3;
export const TRUE = 4;
export type Truth = 0 | 1 | 2 | 3 | 4;

const MIRROR: readonly [Truth, Truth, Truth, Truth, Truth] = [TRUE, LENIENT, UNKNOWN, LENIENT_FALSE, FALSE];
export const not = (value: Truth): Truth => MIRROR[value];
export const and = (a: Truth, b: Truth): Truth => (a < b ? a : b);
export const or = (a: Truth, b: Truth): Truth => (a > b ? a : b);

/** `order: strict` takes no reservations. */
export const strictly = (value: Truth): Truth => (value === LENIENT || value === LENIENT_FALSE ? UNKNOWN : value);

export const holds = (value: Truth): boolean => value >= LENIENT;

const NAMES: readonly [TruthName, TruthName, TruthName, TruthName, TruthName] = [
  'false',
  'false',
  'unknown',
  'lenient',
  'true',
];
export const nameOfTruth = (value: Truth): TruthName => NAMES[value];
