const isBlank = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || character === '\u3000';
const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

/**
 * A line without the prefix that the headings of its block had, as far as it has it: wrapping drops quote marks, an editor changes
 * indents, numbers count up.
 */
export function withoutPrefix(text: string, prefix: string): string {
  let [at, index] = [0, 0];
  while (index < prefix.length) {
    if (isBlank(prefix[index])) {
      if (isBlank(text[at])) at += 1;
      index += 1;
      continue;
    }
    const unit = unitLength(prefix, index);
    const end = matchUnit(text, skipBlanks(text, at), prefix.slice(index, index + unit));
    if (end === null) break;
    [at, index] = [end, index + unit];
  }
  return text.slice(at);
}

const skipBlanks = (text: string, from: number): number => {
  let at = from;
  while (isBlank(text[at])) at += 1;
  return at;
};
const unitLength = (prefix: string, from: number): number => {
  let end = from + 1;
  while (end < prefix.length && !isBlank(prefix[end]) && prefix[end] !== '>') end += 1;
  return end - from;
};

/** Behind the unit in `text`, null where something else stands; any number matches any number. */
function matchUnit(text: string, from: number, unit: string): number | null {
  let [at, index] = [from, 0];
  while (index < unit.length) {
    if (isDigit(unit[index])) {
      if (!isDigit(text[at])) return null;
      while (isDigit(unit[index])) index += 1;
      while (isDigit(text[at])) at += 1;
    } else {
      if (text[at] !== unit[index]) return null;
      at += 1;
      index += 1;
    }
  }
  // `-1018` is no bullet.
  const needsBlank = /^[-*+•‣◦▪○●·–]$|^\(?\d+[.)]$/.test(unit);
  return needsBlank && at < text.length && !isBlank(text[at]) ? null : at;
}
