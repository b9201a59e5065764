/** A line that ends inside a sentence, and the indent of the next. */
const WRAP = /([^\s.:;!?])[ \t]*\n[ \t]*(?=\S)/g;

/** A mail or a console breaks lines at its width: the text with these breaks as blanks; null where there are none. */
export function unwrapped(text: string): string | null {
  if (!text.includes('\n')) return null;
  const whole = text.replace(WRAP, '$1 ');
  return whole === text ? null : whole;
}
