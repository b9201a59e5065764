import { type CompiledRules, compileRules } from '../../../../src/core/engine/compile.ts';
import { CoverageIndex } from '../../../../src/core/engine/coverage-index.ts';
import type { ClassEvent } from '../../../../src/core/engine/entry.ts';
import { buildHistory } from '../../../../src/core/engine/history.ts';
import { joinHosts } from '../../../../src/core/engine/hosts.ts';
import { RuleMatches } from '../../../../src/core/engine/rule-matches.ts';
import { RuleRun } from '../../../../src/core/engine/rule-run.ts';
import { type RunOptions, runRules } from '../../../../src/core/engine/run-rules.ts';
import { Flags } from '../../../../src/core/engine/state.ts';
import type { RuleDefinition } from '../../../../src/core/knowledge/rules/schema.ts';
import type { Verdict } from '../../../../src/core/model/verdict.ts';
import { fromNumber, type Value } from './truth.ts';
import { toScans, type World } from './world.ts';

/** What a match comes to, in words that the oracle has too. */
export interface PlainMatch {
  readonly key: string;
  readonly uids: readonly number[];
  readonly value: Value;
}

const NO_OPTIONS: RunOptions = { facts: [], groups: new Map(), unseen: new Set() };

export const run = (world: World, rules: readonly RuleDefinition[]): Verdict => {
  const compiled = compileRules(rules);
  const scans = toScans(world, compiled);
  return runRules(scans, compiled, joinHosts(scans), NO_OPTIONS);
};

/** The matches of the patterns of one rule, below the level of verdicts. */
export function matchesIn(world: World, rule: RuleDefinition): RuleMatches {
  const compiled: CompiledRules = compileRules([rule]);
  const scans = toScans(world, compiled);
  const hosts = joinHosts(scans);
  const history = buildHistory(scans, hosts);
  const events = new Map(
    compiled.classes.map(({ name, index }) => [
      name,
      history.events.flatMap((event): ClassEvent[] => {
        const captured = event.hits.find(({ classIndex }) => classIndex === index)?.captured;
        return captured === undefined ? [] : [{ event, captured }];
      }),
    ]),
  );
  const compiledRule = compiled.rules[0];
  if (compiledRule === undefined) throw new Error('no rule');
  const ruleRun = new RuleRun(compiledRule, events, new CoverageIndex(scans, hosts, history), new Map(), new Map());
  return new RuleMatches(ruleRun, new Flags(ruleRun));
}

/** @param optional roles whose events are shown but decide nothing. */
export const plainMatches = (
  matches: RuleMatches,
  name: string,
  optional: ReadonlySet<string> = new Set(),
): readonly PlainMatch[] =>
  matches.matchesOf(name).map(({ key, events, value }) => ({
    key: JSON.stringify(
      [...key.valueByField]
        .map(([field, text]) => [field, text.replace(/^host:/, '').replace(/^source:/, 'nameless of ')])
        .sort(),
    ),
    uids: events.filter(({ role }) => !optional.has(role)).map(({ event }) => event.event.position),
    value: fromNumber(value),
  }));
