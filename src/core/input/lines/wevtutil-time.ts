const FILLED_UP = /(\.\d{3})0000z$/i;

/**
 * `2024-01-31T04:26:39.0170000Z` of newer builds: milliseconds, filled up; as 100 ns the time would be another than the one in the log. Nothing
 * has proven that the `Z` means UTC.
 */
export const fromWevtutilTime = (written: string): string => written.replace(FILLED_UP, '$1').replace(/z$/i, '');
