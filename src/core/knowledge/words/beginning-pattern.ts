import { escapeRegExp } from '../../model/escape-regexp.ts';

/** Of words with `…` for what an event fills in. A quote ends what stands in quotes; a line may be broken at each blank. */
export const beginningPattern = (text: string): RegExp =>
  new RegExp(
    `^${escapeRegExp(text)
      .replace(/(['"])…\1/g, '$1[^\n$1]{1,255}$1')
      .replaceAll('…', '.{0,255}?')
      .replaceAll(' ', '\\s{1,2}')}`,
  );
