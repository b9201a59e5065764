/** The first UTF-16 units of a text; half of a surrogate pair at the end is no character. */
export const beginningOf = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

/** At most `length` UTF-16 units, with `…` where something was cut off. */
export const cutText = (text: string, length: number): string =>
  text.length <= length ? text : `${beginningOf(text, length - 1)}…`;
