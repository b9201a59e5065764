/** Escapes that the flavour of Sigma does not have, as the classes of characters they stand for. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ['d', '0-9'],
  ['w', '0-9A-Za-z_'],
  ['s', ' \\t\\r\\n'],
]);

/**
 * An RE2 expression in the flavour of Sigma 2.1: dots, anchors, quantifiers, classes, alternatives and groups, nothing else.
 * @returns null where that cannot say it.
 */
export function sigmaRegex(regex: string): string | null {
  let result = '';
  let isInClass = false;
  const source = regex.replace(/^\(\?i\)/, '');
  for (let at = 0; at < source.length; at++) {
    const character = source[at] ?? '';
    if (character === '\\') {
      at += 1;
      const escaped = translated(source[at] ?? '', isInClass);
      if (escaped === null) return null;
      result += escaped;
    } else if (character === '(' && !isInClass && source[at + 1] === '?') {
      if (source[at + 2] !== ':') return null;
      result += '(';
      at += 2;
    } else {
      if (character === '[') isInClass = true;
      if (character === ']') isInClass = false;
      result += character;
    }
  }
  return result;
}

function translated(letter: string, isInClass: boolean): string | null {
  const known = CLASSES.get(letter);
  if (known !== undefined) return isInClass ? known : `[${known}]`;
  const negated = CLASSES.get(letter.toLowerCase());
  if (negated !== undefined) return isInClass ? null : `[^${negated}]`;
  return /[A-Za-z0-9]/.test(letter) && !/[trn]/.test(letter) ? null : `\\${letter}`;
}
