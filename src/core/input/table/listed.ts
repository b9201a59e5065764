/** So many values of a list PowerShell prints (`$FormatEnumerationLimit`), and dots for the others. */
const PRINTED = 4;
const LIST = /^\{(.*)\}$/s;
const DOTS = /(?:\.\.\.|…)$/;

/** `{a, b}` of PowerShell; null for what is no such list. */
export function listedTexts(text: string): readonly string[] | null {
  const texts = LIST.exec(text)?.[1]?.split(', ') ?? null;
  return texts === null || texts.length < PRINTED ? texts : texts.with(-1, (texts.at(-1) ?? '').replace(DOTS, ''));
}
