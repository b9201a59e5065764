import type { RE2JS } from 're2js';
import { neededLiteral } from './needed-literal.ts';

/** Linear-time regular expressions. The engine is loaded on first need; expressions compile at first use. */
let engine: typeof RE2JS | null = null;

export async function loadRegexEngine(): Promise<void> {
  engine ??= (await import('re2js')).RE2JS;
}

export const isRegexEngineLoaded = (): boolean => engine !== null;

/** Only so much of a text is looked at by one expression. */
const MAX_EXPRESSION_TEXT = 64 * 1024;
export const clip = (text: string): string =>
  text.length > MAX_EXPRESSION_TEXT ? text.slice(0, MAX_EXPRESSION_TEXT) : text;

export interface Expression {
  /** @param lower the text in lower case */
  test(text: string, lower: string): boolean;
  /** What the group `v` caught, or null. */
  capture(text: string): string | null;
}

/** An expression without case takes the long s for an `s`, but its lower case is itself. No other letter is like that. */
const LONG_S = '\u017f';

/** Compiles at first use, without case. @throws when `loadRegexEngine` was not awaited before. */
export function lazyExpression(source: string): Expression {
  let compiled: ReturnType<typeof RE2JS.compile> | null = null;
  let literal: string | null = null;
  const matcherOf = (text: string) => {
    if (engine === null) throw new Error('the regular expression engine is not loaded');
    compiled ??= engine.compile(source, engine.CASE_INSENSITIVE);
    return compiled.matcher(clip(text));
  };
  return {
    test: (text, lower) => {
      literal ??= neededLiteral(source);
      return (literal === '' || lower.includes(literal) || lower.includes(LONG_S)) && matcherOf(text).find();
    },
    capture: (text) => {
      const matcher = matcherOf(text);
      return matcher.find() ? (matcher.group('v') ?? null) : null;
    },
  };
}
