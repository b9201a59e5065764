/** 100 ns, which is all that Windows knows; digits behind are dropped. */
export const MAX_FRACTION_DIGITS = 7;

/** How long a time may stand for in ms, by the number of its fraction digits. */
export const PRECISION_MS_BY_DIGITS = [1000, 100, 10, 1, 0.1, 0.01, 0.001, 0.0001] as const;
