declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Whole UTC milliseconds since 1970-01-01; what is finer stands in `ticks`. */
export type EpochMs = Brand<number, 'EpochMs'>;

/** As `since` and `until` of a run take it: `epochMs(Date.UTC(2024, 4, 1))`. @throws RangeError for what is no whole number */
export const epochMs = (value: number): EpochMs => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole milliseconds: ${value}`);
  return value as EpochMs;
};
