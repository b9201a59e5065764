const MIN_CHARACTERS = 3;
const PLAIN = /^[A-Za-z0-9 _,:;<>=!"'#%&@~`/-]$/;
/** What stands for itself behind a backslash. */
const PUNCTUATION = /^[^A-Za-z0-9]$/;

/** Where the class that opens at `from` ends: `]` stands for itself at its beginning, `[:alpha:]` within. */
function endOfClass(source: string, from: number): number {
  let at = from + (source[from + 1] === '^' ? 2 : 1);
  if (source[at] === ']') at += 1;
  while (at < source.length && source[at] !== ']') {
    const named = source.startsWith('[:', at) ? source.indexOf(':]', at) : -1;
    at = named >= 0 ? named + 2 : at + (source[at] === '\\' ? 2 : 1);
  }
  return at + 1;
}

/** Where the group that opens at `from` ends. */
function endOfGroup(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; ) {
    const character = source[at];
    if (character === '[') {
      at = endOfClass(source, at);
      continue;
    }
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    at += character === '\\' ? 2 : 1;
    if (depth === 0) return at;
  }
  return source.length;
}

/**
 * The longest run of characters, in lower case, that every match of a regular expression holds outside its groups; empty where none is sure. To look for
 * it costs a hundredth of the expression.
 */
export function neededLiteral(source: string): string {
  let [longest, run] = ['', ''];
  const close = (): void => {
    if (run.length > longest.length) longest = run;
    run = '';
  };
  for (let at = 0; at < source.length; ) {
    const character = source[at] ?? '';
    const next = source[at + 1] ?? '';
    if (character === '|' || (character === '\\' && /[pPQxX0-7]/.test(next))) return '';
    if (PLAIN.test(character)) [run, at] = [run + character.toLowerCase(), at + 1];
    else if (character === '\\' && PUNCTUATION.test(next)) [run, at] = [run + next, at + 2];
    else if ('?*{'.includes(character)) {
      // What stands before it may be missing.
      run = run.slice(0, -1);
      close();
      at = character === '{' ? source.indexOf('}', at) + 1 || source.length : at + 1;
    } else {
      close();
      if (character === '(') at = endOfGroup(source, at);
      else if (character === '[') at = endOfClass(source, at);
      else at += character === '\\' ? 2 : 1;
    }
  }
  close();
  return longest.length < MIN_CHARACTERS ? '' : longest;
}
