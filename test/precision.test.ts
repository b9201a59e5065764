import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtinRules } from '../src/core/knowledge/builtin/rules.ts';
import type { ByteSource } from '../src/core/model/source.ts';
import { conclude } from '../src/core/pipeline/conclude.ts';
import { rulesOf } from '../src/core/pipeline/diagnose.ts';
import { scan } from '../src/core/pipeline/scan.ts';
import { findInputs } from '../src/node/find-inputs.ts';
import { hasSamples } from './support/samples.ts';

/**
 * The whole catalogue over logs of real machines and over the fixtures of formats, which nobody picked for a problem. Every finding there
 * was looked at and stands in expected.tsv with a sentence why it is right; a rule that finds something else is wrong, or a line is missing.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LIST = fileURLToPath(new URL('precision/expected.tsv', import.meta.url));
const HEAD = 'source\trule\thost\tgrade\twhy it is right';
const MAX_SHOWN = 3;

interface Expected {
  /** Source, rule, host and grade. */
  readonly key: string;
  readonly why: string;
}
function readExpected(): readonly Expected[] {
  const [head, ...lines] = readFileSync(LIST, 'utf8').trimEnd().split('\n');
  expect(head).toBe(HEAD);
  return lines.map((line) => {
    const cells = line.split('\t');
    return { key: cells.slice(0, 4).join('\t'), why: cells[4] ?? '' };
  });
}

/** Keys of all findings, each with events that show what it rests on. */
async function findings(inputs: readonly ByteSource[], nameOf: (source: string) => string) {
  const found = new Map<string, string>();
  // Each source by itself: the same log stands there in several formats.
  const { compiled, unseen } = await rulesOf({});
  for (const input of inputs) {
    const report = conclude([await scan(input, compiled)], compiled, { unseen });
    for (const { ruleId, host, grade, evidence } of report.findings) {
      const shown = evidence
        .slice(0, MAX_SHOWN)
        .map(({ time, provider, eventId, text }) =>
          [time ?? '-', provider ?? '-', eventId ?? '-', (text ?? '').replace(/\s+/g, ' ').slice(0, 120)].join(' '),
        );
      found.set([nameOf(input.name), ruleId, host ?? '-', grade].join('\t'), shown.join('; '));
    }
  }
  return found;
}

/** Findings without a line, ready to paste once the last column says why, and lines without a finding. */
function differences(found: ReadonlyMap<string, string>, expected: readonly Expected[]): string {
  const known = new Set(expected.map(({ key }) => key));
  const missing = [...found]
    .filter(([key]) => !known.has(key))
    .map(([key, shown]) => `${key}\tWRITE WHY IT IS RIGHT: ${shown}`);
  const stale = expected.filter(({ key }) => !found.has(key)).map(({ key }) => key);
  return [
    ...(missing.length === 0 ? [] : [`Not in ${LIST}; if they are right, add:`, ...missing]),
    ...(stale.length === 0 ? [] : ['No longer found; take out:', ...stale]),
  ].join('\n');
}

const expected = readExpected();
const partOf = (prefix: string): readonly Expected[] => expected.filter(({ key }) => key.startsWith(prefix));

test('each line of the list says why, stands once, and names a rule', () => {
  const ids = new Set(builtinRules.map(({ id }) => id));
  const keys = expected.map(({ key }) => key);
  expect(expected.filter(({ why }) => !/^[^\s].{10,}\.$/.test(why) || why.includes('WRITE WHY'))).toEqual([]);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(keys.filter((key) => !ids.has(key.split('\t')[1] ?? ''))).toEqual([]);
  expect(keys.filter((key) => !/^(samples|fixtures)\//.test(key))).toEqual([]);
});

test('fixtures of formats show what the list says', async () => {
  const inputs = findInputs(['fixtures/formats', 'fixtures/companions'], ROOT);
  expect(differences(await findings(inputs, (name) => name), partOf('fixtures/'))).toBe('');
}, 400_000);

test.runIf(hasSamples)(
  'logs of real machines show what the list says',
  async () => {
    const inputs = findInputs(['../shared/samples'], ROOT);
    const found = await findings(inputs, (name) => name.replace(/^.*?shared\//, ''));
    expect(differences(found, partOf('samples/'))).toBe('');
  },
  900_000,
);
