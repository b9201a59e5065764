import { textOfLiteral } from '../wrapped/printed-literals.ts';

/** So many values of a list PowerShell prints (`$FormatEnumerationLimit`), and dots for the others. */
const PRINTED = 4;
const LIST = /^\{(.*)\}$/s;
const DOTS = /(?:\.\.\.|…)$/;

/** `{a, b}` of PowerShell; null for what is no such list. */
export function listedTexts(text: string): readonly string[] | null {
  const texts = LIST.exec(text)?.[1]?.split(', ') ?? null;
  return texts === null || texts.length < PRINTED ? texts : texts.with(-1, (texts.at(-1) ?? '').replace(DOTS, ''));
}

const PRINTED_LIST = /^[([]((?:[bBuU]{0,2}(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"),?\s{0,4})+)[)\]]$/s;
const PRINTED_TEXT = /[bBuU]{0,2}(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/gs;

/** `('Print Spooler', 'stopped')`, as Python prints the inserts; null for what is no such list. */
export function printedTexts(text: string): readonly string[] | null {
  const inner = PRINTED_LIST.exec(text)?.[1];
  return inner === undefined
    ? null
    : [...inner.matchAll(PRINTED_TEXT)].map(([literal]) => textOfLiteral(literal) ?? literal);
}
