import { visibleText } from '../core/report/visible-text.ts';

/** What evdx itself writes beyond ASCII, and how it looks without. */
const asciiByGlyph = new Map([
  ['\u00a0', ' '],
  ['·', '-'],
  ['…', '...'],
  ['×', 'x'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['•', '*'],
  ['─', '-'],
  ['├', '|'],
  ['└', '`'],
  ['│', '|'],
  ['→', '->'],
  ['✓', '+'],
  ['✗', 'x'],
  ['≤', '<='],
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['«', '"'],
  ['»', '"'],
]);

/** In a locale that is not UTF-8 the bytes of other characters could be control codes: U+021B holds 0x9B, the 8-bit CSI. */
const toAscii = (text: string): string =>
  text.replace(/[^\x20-\x7e]/gu, (character) => asciiByGlyph.get(character) ?? '?');

/** The only way of text into a terminal, whatever wrote it. */
export const terminalText = (text: string, unicode: boolean): string =>
  unicode ? visibleText(text) : toAscii(visibleText(text));
