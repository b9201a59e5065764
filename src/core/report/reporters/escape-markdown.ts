import { visibleText } from '../visible-text.ts';

/** Characters that begin or end something in CommonMark or GitHub's dialect, `$` for its formulas. */
const special = /[\\`*[\]<>|~&$]/g;
/** Only a word border makes emphasis of an underscore: `JET_errFileAccessDenied` stays readable. */
const emphasis = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const blockStart = /^(\s*)([#+=-]|\d{1,9}[.)])/;

/** Plain text in running Markdown. */
export const escapeMarkdown = (text: string): string =>
  visibleText(text)
    .replace(special, '\\$&')
    .replace(emphasis, '\\_')
    .replace(blockStart, (_all, blank: string, mark: string) => `${blank}${mark.slice(0, -1)}\\${mark.slice(-1)}`);

const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);

/** Words of a log as a code span: no link, mention, formula or formatting arises in one. */
export function codeSpan(text: string): string {
  const visible = visibleText(text);
  if (visible.trim() === '') return '';
  const fence = '`'.repeat(longestRun(visible) + 1);
  const padding = /^`|`$|^ .* $/.test(visible) ? ' ' : '';
  return `${fence}${padding}${visible}${padding}${fence}`;
}

/** Lines to copy or to look at as they stand, as a block of their own. */
export function codeBlock(...lines: readonly string[]): string[] {
  const visible = lines.map(visibleText);
  const fence = '`'.repeat(Math.max(3, ...visible.map((line) => longestRun(line) + 1)));
  return [fence, ...visible, fence];
}

/** @param url http or https, as the outline lets no other through. */
export const escapeUrl = (url: string): string =>
  visibleText(url).replace(/[\s<>()[\]\\"'`|]/g, (character) => encodeURIComponent(character).replace(/[()']/g, hex));
const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
