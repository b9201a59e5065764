/** A text without the marks at its end; an expression for that costs the square of a long run of blanks inside. */
export function trimEndMarks(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The same at both ends. */
export function trimMarks(text: string, marks: string): string {
  const trimmed = trimEndMarks(text, marks);
  let start = 0;
  while (start < trimmed.length && marks.includes(trimmed.charAt(start))) start += 1;
  return trimmed.slice(start);
}
