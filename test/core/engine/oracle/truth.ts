/** The oracle's own scale, worst first; `lf` is what a lenient truth denies. */
export type Value = 'f' | 'lf' | 'u' | 'l' | 't';
const SCALE: readonly Value[] = ['f', 'lf', 'u', 'l', 't'];
const rank = (value: Value): number => SCALE.indexOf(value);

export const atLeast = (value: Value, least: Value): boolean => rank(value) >= rank(least);
export const least = (values: readonly Value[]): Value => values.reduce((a, b) => (rank(a) <= rank(b) ? a : b), 't');
export const most = (values: readonly Value[]): Value => values.reduce((a, b) => (rank(a) >= rank(b) ? a : b), 'f');
export const opposite = (value: Value): Value => SCALE[SCALE.length - 1 - rank(value)] ?? 'u';
/** `order: strict` */
export const strict = (value: Value): Value => (value === 'l' || value === 'lf' ? 'u' : value);
export const fromNumber = (value: number): Value => SCALE[value] ?? 'u';
