/** What matches, with a little around it; null when nothing does. Short, where a diff of the whole text would be megabytes. */
export function excerptOf(text: string, pattern: RegExp): string | null {
  const found = pattern.exec(text);
  return found === null ? null : text.slice(Math.max(0, found.index - 40), found.index + 40);
}
