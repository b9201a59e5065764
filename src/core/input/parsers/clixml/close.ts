const TAG = /<(\/?)([A-Za-z]\w*)(?:\s[^<>]*?)?(\/?)>/g;

/** The beginning of an object up to its last whole value, closed; null when nothing of it is whole. */
export function closedObject(xml: string): string | null {
  const open: string[] = [];
  let [end, openAtEnd]: [number, readonly string[]] = [-1, []];
  for (const { 0: tag, 1: closing, 2: name = '', 3: empty, index } of xml.matchAll(TAG)) {
    if (closing !== '') open.pop();
    else if (empty === '') open.push(name);
    if (closing === '' && empty === '') continue;
    [end, openAtEnd] = [index + tag.length, [...open]];
  }
  const closers = [...openAtEnd].reverse().map((name) => `</${name}>`);
  return end === -1 || openAtEnd.length === 0 ? null : xml.slice(0, end) + closers.join('');
}
