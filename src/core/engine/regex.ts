import type { RE2JS } from 're2js';

/** Linear-time regular expressions. The engine is loaded on first need; expressions compile at first use. */
let engine: typeof RE2JS | null = null;

export async function loadRegexEngine(): Promise<void> {
  engine ??= (await import('re2js')).RE2JS;
}

export const isRegexEngineLoaded = (): boolean => engine !== null;

/** Only so much of a text is looked at by one expression. */
export const MAX_EXPRESSION_TEXT = 64 * 1024;

export interface Expression {
  test(text: string): boolean;
  /** What the group `v` caught, or null. */
  capture(text: string): string | null;
}

/** Compiles at first use, without case. @throws when `loadRegexEngine` was not awaited before. */
export function lazyExpression(source: string): Expression {
  let compiled: ReturnType<typeof RE2JS.compile> | null = null;
  const matcherOf = (text: string) => {
    if (engine === null) throw new Error('the regular expression engine is not loaded');
    compiled ??= engine.compile(source, engine.CASE_INSENSITIVE);
    return compiled.matcher(text.length > MAX_EXPRESSION_TEXT ? text.slice(0, MAX_EXPRESSION_TEXT) : text);
  };
  return {
    test: (text) => matcherOf(text).find(),
    capture: (text) => {
      const matcher = matcherOf(text);
      return matcher.find() ? (matcher.group('v') ?? null) : null;
    },
  };
}
