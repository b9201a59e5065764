/** What a rule means by the keys that it leaves out. */
export const DEFAULT_BY: readonly string[] = ['host'];
export const DEFAULT_SCOPE = '24h';
