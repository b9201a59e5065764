/** One mistake in a rule file. `line` and `column` count from 1. */
export interface RuleProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
}

/** Where something stands in a rule: keys and indices from the top. */
export type Path = readonly (string | number)[];

/** A mistake before its line is known. */
export interface Complaint {
  readonly path: Path;
  /** Is it the key that is wrong, or the value? */
  readonly on: 'key' | 'value';
  /** Characters into the value, from 0. */
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

export const onKey = (path: Path, message: string, hint: string): Complaint => ({
  path,
  on: 'key',
  offset: 0,
  message,
  hint,
});

export const onValue = (path: Path, message: string, hint: string, offset = 0): Complaint => ({
  path,
  on: 'value',
  offset,
  message,
  hint,
});

/** One sentence: `rules/a/b.yaml:7:3: unknown key "providr"; write "provider"`. */
export const formatRuleProblem = ({ file, line, column, message, hint }: RuleProblem): string =>
  `${file}:${line}:${column}: ${message}; ${hint}`;

const MAX_QUOTED = 60;

/** A word of the file as problems show it: one line, short, without control characters. */
export function shown(word: unknown): string {
  const text = String(word).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}
export const quote = (word: unknown): string => `"${shown(word)}"`;

/** `a, b or c`. */
export function alternatives(words: readonly string[], conjunction = 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
