import { builtinRulesByCode } from '../builtin/code-rules.ts';
import { describeHresult, describeNtstatus } from './facilities.ts';
import type { CodeEntry } from './family.ts';
import { codeFamilies, entriesByCode, entryByName } from './index.ts';
import { meaningOf } from './meanings.ts';
import { type CodeToken, codeTokens } from './tokens.ts';
import { hexOf, unwrap } from './wrappers.ts';

/** One thing that an error code can mean. */
export interface CodeReading {
  /** As it stood in the text. */
  readonly input: string;
  /** Signed 32-bit. */
  readonly code: number;
  /** `0x` and eight digits. */
  readonly hex: string;
  readonly unsigned: number;
  /** `JET`, `Win32`, `HRESULT`, … */
  readonly family: string;
  readonly name: string;
  /** One line in our own words; null where nobody has written one. */
  readonly meaning: string | null;
  /** The header or document that has name and number. */
  readonly source: string;
  /** What its bits say: severity and facility, or the number of another family inside. */
  readonly note: string | null;
  /** Ids of the built-in rules that ask for the code, whatever it means to them. */
  readonly rules: readonly string[];
}

/**
 * Every meaning of an error code in any notation: -1032, 0xfffffbf8, 4294966264, 0xC8000713, FFFFFBF8, %%2147942402, a name in any
 * case, or a whole pasted line.
 * @returns the likeliest first, code by code in the order of the text; empty when nothing in it is known.
 */
export function decode(text: string): CodeReading[] {
  const expected = expectedFamilies(text);
  const isWord = !/\s/.test(text.trim());
  return codeTokens(text).flatMap((token) =>
    withSign(token, readingsOf(token), isWord || expected.has('JET')).sort(
      (a, b) => rank(a, token, expected) - rank(b, token, expected),
    ),
  );
}

function readingsOf(token: CodeToken): CodeReading[] {
  const named = token.written === 'name' ? entryByName(token.input) : undefined;
  if (named !== undefined) return [reading(token, named, noteOf(named))];
  const direct = entriesByCode(token.code).map((entry) => reading(token, entry, noteOf(entry)));
  const inside = unwrap(token.code).flatMap(({ family, code, note }) =>
    entriesByCode(code)
      .filter((entry) => entry.family === family)
      .map((entry) => reading(token, entry, note)),
  );
  return [...direct, ...inside];
}

/**
 * Errors of the engine are negative, and people leave the sign out: "the 1018". In a line that speaks of something else a number with a
 * meaning of its own is none.
 */
function withSign(token: CodeToken, known: readonly CodeReading[], isAsked: boolean): CodeReading[] {
  if (token.written !== 'decimal' || token.code <= 0 || (known.length > 0 && !isAsked)) return [...known];
  const errors = entriesByCode(-token.code).filter(({ family }) => family === 'JET');
  return [...known, ...errors.map((entry) => reading(token, entry, `${NO_SIGN}: ${entry.code}`, entry.code))];
}

/** @param meant the code that events carry for it */
const reading = (
  { input, code }: CodeToken,
  { family, name, source }: CodeEntry,
  note: string | null,
  meant: number = code,
): CodeReading => ({
  input,
  code,
  hex: hexOf(code),
  unsigned: code >>> 0,
  family,
  name,
  meaning: meaningOf(name),
  source,
  note,
  rules: builtinRulesByCode.get(meant)?.split(' ') ?? [],
});

/** Families whose numbers have no parts. */
const PLAIN_FAMILIES = new Set([
  'JET',
  'Win32',
  'Network',
  'WinHTTP',
  'WinINet',
  'Exchange store',
  'Bug check',
  'LDAP',
]);
const noteOf = ({ family, code }: CodeEntry): string | null => {
  if (PLAIN_FAMILIES.has(family)) return null;
  return family === 'NTSTATUS' ? describeNtstatus(code) : describeHresult(code);
};

const NO_SIGN = 'JET error without its sign';

/** Words beside a code that make a family likelier. */
const CONTEXT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bstop\b|bug ?check/i, ['Bug check']],
  [/exchange|\bmapi\b|outlook|mailbox/i, ['MAPI', 'Exchange store']],
  [/\bldap\b/i, ['LDAP']],
  [/\bntstatus\b/i, ['NTSTATUS']],
  [/\bjet\b|\bese(nt|9[78])?\b/i, ['JET']],
];
const expectedFamilies = (text: string): ReadonlySet<string> =>
  new Set(CONTEXT.flatMap(([words, families]) => (words.test(text) ? families : [])));

const FAMILY_RANK: ReadonlyMap<string, number> = new Map(codeFamilies.map(({ title }, index) => [title, index]));
/** Stop codes are small and written in hex. */
const LAST_STOP_CODE = 0x1ff;

/** Less is likelier: what the words around say, then codes known from event logs, then the family. */
function rank(
  { family, meaning, code, note }: CodeReading,
  { written }: CodeToken,
  expected: ReadonlySet<string>,
): number {
  const isStopCode = family === 'Bug check' && written === 'hex' && code > 0 && code <= LAST_STOP_CODE;
  return (
    (expected.has(family) ? 0 : 10_000) +
    (note?.startsWith(NO_SIGN) === true ? 2_000 : 0) +
    (meaning === null ? 1_000 : 0) +
    (isStopCode ? 0 : 100) +
    (FAMILY_RANK.get(family) ?? 99)
  );
}
