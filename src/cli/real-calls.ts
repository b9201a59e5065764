import { memoryForEvents } from '../node/memory.ts';
import type { Calls } from './calls.ts';

const builtin = async () => (await import('../core/knowledge/builtin/rules.ts')).builtinRules;
const select = async () => ({
  ...(await import('../core/engine/select.ts')),
  ...(await import('../core/engine/rule-head.ts')),
});
const folders = () => import('../node/rule-folders.ts');

/** What a run outside of tests does. Not through core/index.ts, which holds all tables of codes: each call loads what it needs. */
export const realCalls: Calls = {
  diagnose: async (inputs, own, jobs) => {
    const { diagnose } = await import('../core/pipeline/diagnose.ts');
    const { threadsFor } = await import('../node/threads-for.ts');
    const options = { memoryBytes: memoryForEvents(), ...own };
    if (threadsFor(inputs, jobs) === 1) return diagnose(inputs, options);
    const { poolScan } = await import('../node/scan-pool.ts');
    return diagnose(inputs, options, poolScan(options, { jobs }));
  },
  async *events(inputs, options) {
    yield* (await import('../core/pipeline/events.ts')).events(inputs, options);
  },
  async *eventLines(inputs, options) {
    yield* (await import('../core/pipeline/event-lines.ts')).eventLines(inputs, options);
  },
  explainEvent: async (input, address, options) =>
    (await import('../core/pipeline/explain-event.ts')).explainEvent(input, address, options),
  nameCodes: async (report) => (await import('../core/pipeline/code-book.ts')).codeBookOf(report),
  decode: async (text) => (await import('../core/knowledge/codes/decode.ts')).decode(text),
  loadRules: async (paths, cwd) => (await folders()).loadRuleFolders(paths, cwd, await builtin()),
  checkRules: async (paths, cwd) => (await folders()).checkRuleFolders(paths, cwd, await builtin()),
  allRules: async (added) => {
    const { mergeRules, sourceOf } = await select();
    return mergeRules((await builtin()).map(sourceOf), added.map(sourceOf)).map(({ definition }) => definition);
  },
  rulesNamed: async (name, added) => {
    const { mergeRules, selectRules, sourceOf } = await select();
    const all = mergeRules((await builtin()).map(sourceOf), added.map(sourceOf));
    const { rules, unseen } = selectRules(all, [name]);
    return rules.flatMap(({ head, definition }) => (unseen.has(head.id) ? [] : [definition]));
  },
  testRules: async (paths, cwd, { derive }) =>
    (await import('../node/rule-tests.ts')).runRuleTests(paths, cwd, { derive, beside: await builtin() }),
  newRule: async (inputs, options, id) => (await import('../node/new-rule.ts')).newRule(inputs, options, id),
  exportRules: async (rules, to, allowLossy) =>
    (await import('../core/knowledge/rules/exporters/index.ts')).exportRules(rules, to, allowLossy),
  async *watchRules(paths, cwd) {
    yield* (await import('../node/watch-rules.ts')).watchRuleFiles(paths, cwd);
  },
};
