import { visibleText } from '../visible-text.ts';

/** A closing bracket that an address in parentheses follows, with the backslashes ahead of it. */
const linkEnd = /(\\*)\](?=\()/g;

/**
 * Text of a message: braces would be placeholders, `[…](…)` a link.
 * @see SARIF 2.1.0, 3.11.5 (braces are doubled) and 3.11.6 (a backslash takes the meaning of a bracket, and of a backslash ahead of it)
 */
export const sarifText = (text: string): string =>
  visibleText(text).replace(/[{}]/g, '$&$&').replace(linkEnd, '$1$1\\]');

/** A message of several lines; the empty ones are left out. */
export const sarifMessage = (lines: readonly string[]): { readonly text: string } => ({
  text: lines
    .map(sarifText)
    .filter((line) => line.trim() !== '')
    .join('\n'),
});
