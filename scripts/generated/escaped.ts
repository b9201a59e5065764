/** The same JavaScript or JSON in ASCII. Not for the raw text of a template, which is what stands there. */
export const escaped = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
