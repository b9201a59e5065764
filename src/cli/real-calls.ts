import type { Calls } from './calls.ts';

const core = () => import('../core/index.ts');
const builtin = async () => (await import('../core/knowledge/builtin/rules.ts')).builtinRules;
const select = () => import('../core/engine/select.ts');
const folders = () => import('../node/rule-folders.ts');

/** What a run outside of tests does. */
export const realCalls: Calls = {
  diagnose: async (inputs, options) => (await core()).diagnose(inputs, options),
  async *events(inputs, options) {
    yield* (await core()).events(inputs, options);
  },
  explainEvent: async (input, address, options) => (await core()).explainEvent(input, address, options),
  decode: async (text) => (await core()).decode(text),
  loadRules: async (paths, cwd) => (await folders()).loadRuleFolders(paths, cwd, await builtin()),
  allRules: async (added) => (await select()).mergeRules(await builtin(), added),
  rulesNamed: async (name, added) => {
    const { mergeRules, selectRules } = await select();
    const { rules, unseen } = selectRules(mergeRules(await builtin(), added), [name]);
    return rules.filter(({ id }) => !unseen.has(id));
  },
  testRules: async (paths, cwd, { derive }) =>
    (await import('../node/rule-tests.ts')).runRuleTests(paths, cwd, { derive, beside: await builtin() }),
};
