export const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);

/** One value, several or none, as a list. */
export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : isList(value) ? value : [value];
