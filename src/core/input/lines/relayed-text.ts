/** rsyslog writes control characters as octal numbers. */
export const unrelayed = (text: string): string =>
  text.includes('#0') ? text.replaceAll('#015', '').replaceAll('#012', '\n').replaceAll('#011', '\t') : text;
