const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The lines of a table in Markdown. */
export const markdownTable = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`);
