/** What a capture without a value stands as in a key (`else`), so that its events take part. */
export const UNKNOWN_VALUE = '?';
