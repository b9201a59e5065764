import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtinRules } from '../src/core/knowledge/builtin/rules.ts';

/** docs/catalogue/*.tsv say what became of each entry of the researched catalogue, which lies beside the repository. */
const LISTS = new URL('../docs/catalogue/', import.meta.url);
const RESEARCH = new URL('../../shared/kb/', import.meta.url);
const HEAD = 'entry\trule\tnote';
/** In place of a rule: there is none, and the note says why. */
const NONE = '-';

interface Line {
  readonly place: string;
  readonly cells: readonly string[];
}
const lines: readonly Line[] = readdirSync(LISTS)
  .filter((name) => name.endsWith('.tsv'))
  .flatMap((name) => {
    const [head, ...rows] = readFileSync(new URL(name, LISTS), 'utf8').trimEnd().split(/\r?\n/);
    const own = rows.map((row, index) => ({ place: `${name}:${index + 2}`, cells: row.split('\t') }));
    return head === HEAD ? own : [{ place: `${name}:1`, cells: [] }, ...own];
  });
const told = (wrong: readonly Line[]): readonly string[] =>
  wrong.map(({ place, cells }) => `${place}: ${cells.join(' | ')}`);

test('each line has an entry, a rule and a note, below the heading', () => {
  expect(told(lines.filter(({ cells: [entry, rule, ...rest] }) => !entry || !rule || rest.length > 1))).toEqual([]);
});

test('each rule exists', () => {
  const ids = new Set(builtinRules.map(({ id }) => id));
  const isUnknown = (rule: string): boolean => rule !== NONE && !ids.has(rule);
  expect(told(lines.filter(({ cells }) => cells[1]?.split(/[,\s]+/).some(isUnknown)))).toEqual([]);
});

test('what became no rule has a reason', () => {
  expect(told(lines.filter(({ cells }) => cells[1] === NONE && (cells[2] ?? '').trim() === ''))).toEqual([]);
});

test.runIf(existsSync(RESEARCH))('every entry of the research is a rule, or has a reason why not', () => {
  const known = new Set(lines.map(({ cells }) => cells[0]));
  const missing = readdirSync(RESEARCH)
    .filter((name) => /^catalogue.*\.jsonl$/.test(name))
    .flatMap((name) =>
      idsOf(name)
        .filter((id) => !known.has(id))
        .map((id) => `${name}: ${id}`),
    );
  expect(missing, `${missing.length} entries stand in no docs/catalogue/*.tsv`).toEqual([]);
});

const idsOf = (name: string): readonly string[] =>
  readFileSync(new URL(name, RESEARCH), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const entry: unknown = JSON.parse(line);
      return typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : '';
    });
