import { durationMs } from '../knowledge/rules/duration.ts';
import type { RulePattern } from '../knowledge/rules/schema.ts';
import { familyOf } from '../knowledge/rules/classes.ts';
import type { HistoryEvent } from './history-event.ts';
import { agrees, type Key, narrowKey } from './keys.ts';
import { firstMsOf, lastMsOf, type PatternMatch, type PatternMiss, type PatternResult } from './patterns/match.ts';
import { classesOf, patternsOf, runPattern, windowOf } from './patterns/index.ts';
import type { RuleRun } from './rule-run.ts';
import type { Flags } from './state.ts';

/** The matches of all patterns of one rule, made when first asked for, and found again by event or by key and time. */
export class RuleMatches {
  readonly #run: RuleRun;
  readonly #flags: Flags;
  readonly #results = new Map<string, PatternResult>();
  readonly #indexes = new Map<string, MatchIndex>();
  readonly anchor: string;

  constructor(run: RuleRun, flags: Flags) {
    this.#run = run;
    this.#flags = flags;
    this.anchor = run.rule.anchor ?? Object.keys(run.rule.find)[0] ?? '';
  }

  /** A class name where a pattern is asked for means each of its events. */
  patternOf(name: string): RulePattern {
    return this.#run.rule.find[name] ?? { one: name };
  }

  #result(name: string): PatternResult {
    const known = this.#results.get(name);
    if (known !== undefined) return known;
    const result = runPattern(name, this.patternOf(name), this.#run, this.#flags, (other) => this.matchesOf(other));
    this.#results.set(name, result);
    return result;
  }

  matchesOf(name: string): readonly PatternMatch[] {
    return this.#result(name).matches;
  }

  misses(): readonly PatternMiss[] {
    return Object.keys(this.#run.rule.find).flatMap((name) => this.#result(name).misses);
  }

  /** Every class the pattern rests on, through the patterns it refers to. */
  classesBehind(name: string): readonly string[] {
    const pattern = this.patternOf(name);
    return [...classesOf(pattern), ...('any' in pattern ? pattern.any.flatMap((member) => this.classesBehind(member)) : [])];
  }

  /** Does the pattern speak about the anchor's own events, so that only matches that hold one of them count? */
  isBound(name: string): boolean {
    const pattern = this.patternOf(name);
    const related = 'any' in pattern ? [] : patternsOf(pattern);
    const names = related.length > 0 ? related.flatMap((other) => this.classesBehind(other)) : this.classesBehind(name);
    const anchors = this.classesBehind(this.anchor);
    const { rule } = this.#run;
    return names.some((mine) => anchors.some((other) => familyOf(rule.events, mine).has(other) || familyOf(rule.events, other).has(mine)));
  }

  /** The matches that count for an anchor match. */
  countedFor(name: string, anchor: PatternMatch): readonly PatternMatch[] {
    if (name === this.anchor) return [anchor];
    const index = this.#indexes.get(name) ?? new MatchIndex(this.matchesOf(name));
    this.#indexes.set(name, index);
    if (this.isBound(name)) return index.holding(anchor);
    const [firstMs, lastMs] = [firstMsOf(anchor), lastMsOf(anchor)];
    return index.touching(
      anchor.key,
      firstMs === null ? null : firstMs - this.#run.scopeBeforeMs,
      lastMs === null ? null : lastMs + this.#run.scopeAfterMs,
    );
  }

  /** How far around the anchor the logs must be covered for the pattern to count as absent, in ms before and after. */
  reachOf(name: string): { readonly beforeMs: number; readonly afterMs: number } {
    const pattern = this.patternOf(name);
    if ('any' in pattern) {
      const reaches = pattern.any.map((member) => this.reachOf(member));
      return { beforeMs: Math.max(...reaches.map(({ beforeMs }) => beforeMs)), afterMs: Math.max(...reaches.map(({ afterMs }) => afterMs)) };
    }
    const window = windowOf(pattern);
    if (window === null) return { beforeMs: this.#run.scopeBeforeMs, afterMs: this.#run.scopeAfterMs };
    return { beforeMs: durationMs(window), afterMs: durationMs(window) };
  }
}

/** Matches of one pattern by event, and by key in order of time. */
class MatchIndex {
  readonly #byEvent = new Map<HistoryEvent, PatternMatch[]>();
  readonly #byKey = new Map<string, PatternMatch[]>();
  readonly #fields: readonly string[];
  readonly #all: readonly PatternMatch[];

  constructor(matches: readonly PatternMatch[]) {
    this.#all = matches;
    this.#fields = matches[0]?.key.fields ?? [];
    for (const match of matches) {
      for (const { event } of match.events) push(this.#byEvent, event, match);
      push(this.#byKey, match.key.id, match);
    }
  }

  holding(anchor: PatternMatch): readonly PatternMatch[] {
    return [...new Set(anchor.events.flatMap(({ event }) => this.#byEvent.get(event) ?? []))].filter((match) => agrees(match.key, anchor.key));
  }

  /** A match without a time, or an anchor without one, touches every time. */
  touching(key: Key, fromMs: number | null, toMs: number | null): readonly PatternMatch[] {
    const isFiner = this.#fields.some((field) => !key.fields.includes(field));
    const candidates = isFiner ? this.#all.filter((match) => agrees(match.key, key)) : (this.#byKey.get(narrowKey(key, this.#fields).id) ?? []);
    return candidates.filter((match) => {
      const [first, last] = [firstMsOf(match), lastMsOf(match)];
      return first === null || last === null || fromMs === null || toMs === null || (last >= fromMs && first <= toMs);
    });
  }
}

function push<K>(map: Map<K, PatternMatch[]>, key: K, match: PatternMatch): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [match]);
  else list.push(match);
}
