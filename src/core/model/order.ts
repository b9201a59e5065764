/** By code units: the same on every machine and in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** null stands before every text. */
export const compareNullable = (a: string | null, b: string | null): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compareText(a, b);
};

/** Applies comparisons in order until one decides. */
export const firstDifference = (...differences: readonly number[]): number => differences.find((d) => d !== 0) ?? 0;
