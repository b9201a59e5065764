/** The error codes of one family as their header has them. */
export interface CodeFamily {
  readonly title: string;
  /** Where names and numbers come from. */
  readonly source: string;
  /**
   * `NAME number` a line, a line end before the first and after the last: decimal up to 65535 and where negative, else `0x…`.
   * It stays text: searching it for the few codes of a run is cheaper than an index of all.
   */
  readonly entries: string;
}

export interface CodeEntry {
  readonly name: string;
  /** Signed 32-bit. */
  readonly code: number;
  readonly family: string;
  readonly source: string;
}

export const entriesOf = (family: CodeFamily): CodeEntry[] =>
  family.entries
    .trim()
    .split('\n')
    .map((line) => entryOf(family, line));

/** The entries of a signed number, in the order of the header. */
export function entriesWithCode(family: CodeFamily, code: number): CodeEntry[] {
  const spellings = [...(code <= LAST_DECIMAL ? [`${code}`] : []), `0x${(code >>> 0).toString(16)}`];
  return spellings
    .flatMap((spelling) => linesWith(family.entries, ` ${spelling}\n`))
    .map((line) => entryOf(family, line));
}

/** @param entries the text of the family, or the same in lower case to find the name in any case. */
export function entryWithName(
  family: CodeFamily,
  name: string,
  entries: string = family.entries,
): CodeEntry | undefined {
  const at = entries.indexOf(`\n${name} `) + 1;
  return at === 0 ? undefined : entryOf(family, family.entries.slice(at, family.entries.indexOf('\n', at)));
}

const LAST_DECIMAL = 0xffff;

function linesWith(entries: string, ending: string): string[] {
  const lines: string[] = [];
  for (let at = entries.indexOf(ending); at !== -1; at = entries.indexOf(ending, at + 1)) {
    lines.push(entries.slice(entries.lastIndexOf('\n', at) + 1, at + ending.length - 1));
  }
  return lines;
}

function entryOf({ title, source }: CodeFamily, line: string): CodeEntry {
  const [name = '', number = ''] = line.split(' ');
  return { name, code: Number(number) | 0, family: title, source };
}
