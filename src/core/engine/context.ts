import type { RuleDefinition, RuleProbe } from '../knowledge/rules/schema.ts';
import { isSaid } from '../model/facts.ts';
import { groupBy } from '../model/group-by.ts';
import type { Fact } from '../model/scan.ts';
import { FALSE, TRUE, type Truth, UNKNOWN } from './truth.ts';

/** A value, or the limits that it has to lie in. */
export type Bound<T> =
  | T
  | { readonly min?: T | undefined; readonly max?: T | undefined; readonly below?: T | undefined };
interface Named {
  readonly name: string;
  readonly servicePack: number | null;
  readonly build: string | null;
}

/** Versions and numbers by their parts: `6.5.7232.76`. */
export function compareVersions(a: string, b: string): number {
  const [partsA, partsB] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let index = 0; index < Math.max(partsA.length, partsB.length); index++) {
    const difference = (partsA[index] ?? 0) - (partsB[index] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

const isVersion = (text: string): boolean => /^\d+(\.\d+)*$/.test(text.trim());

function fits(value: string, bound: Bound<string | number>): boolean {
  if (typeof bound !== 'object') {
    const wanted = String(bound);
    return isVersion(value) && isVersion(wanted)
      ? compareVersions(value, wanted) === 0
      : value.trim().toLowerCase() === wanted.toLowerCase();
  }
  if (!isVersion(value)) return false;
  const { min, max, below } = bound;
  return (
    (min === undefined || compareVersions(value, String(min)) >= 0) &&
    (max === undefined || compareVersions(value, String(max)) <= 0) &&
    (below === undefined || compareVersions(value, String(below)) < 0)
  );
}

/** Words around a product's name that say nothing about its version. */
const DECORATION = /\b(?:microsoft|standard|enterprise|datacenter|web|x64|edition|server core)\b|\(r\)|\(tm\)|[®™]/gi;

/** `NAME [SPn] [build N]` */
export function parseNamed(text: string): Named {
  const build = /\bbuild\s+(\d[\d.]*)/i.exec(text);
  const pack = /\b(?:SP|Service Pack)\s*(\d{1,2})\b/i.exec(text);
  const name = text
    .replace(build?.[0] ?? '', '')
    .replace(pack?.[0] ?? '', '')
    .replace(DECORATION, ' ')
    .replace(/[\s,;()]+/g, ' ')
    .trim()
    .toLowerCase();
  return { name, servicePack: pack === null ? null : Number(pack[1]), build: build?.[1] ?? null };
}

const family = (name: string): string =>
  name
    .replace(/\b(19|20)\d\d\b/g, '')
    .replace(/\br2\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What facts of one rank come to: those that say nothing leave it to the others, and where two contradict each other nobody knows. */
function agreed(truths: readonly Truth[]): Truth {
  const decided = new Set(truths.filter((truth) => truth !== UNKNOWN));
  const [only] = decided;
  return only !== undefined && decided.size === 1 ? only : UNKNOWN;
}

interface NamedProbe {
  readonly service_pack?: Bound<number> | undefined;
  readonly build?: Bound<string> | undefined;
}
function fitsNamed({ servicePack, build }: Named, probe: NamedProbe): Truth {
  const checks: Truth[] = [];
  if (probe.service_pack !== undefined)
    checks.push(servicePack === null ? UNKNOWN : fits(String(servicePack), probe.service_pack) ? TRUE : FALSE);
  if (probe.build !== undefined) checks.push(build === null ? UNKNOWN : fits(build, probe.build) ? TRUE : FALSE);
  return checks.includes(FALSE) ? FALSE : checks.includes(UNKNOWN) ? UNKNOWN : TRUE;
}

/** @param ranks facts, those that count more first */
function probeNamed(wanted: string, probe: NamedProbe, ranks: readonly Values[]): Truth {
  const want = parseNamed(wanted).name;
  const read = ranks.map((values) => values.map((value) => parseNamed(String(value))));
  for (const facts of read) {
    const result = agreed(facts.filter(({ name }) => name === want).map((fact) => fitsNamed(fact, probe)));
    if (result !== UNKNOWN) return result;
  }
  const names = read.flat().map(({ name }) => name);
  return !names.includes(want) && names.some((name) => family(name) === family(want)) ? FALSE : UNKNOWN;
}

type Values = readonly Fact['value'][];

type FactProbe = Exclude<RuleProbe, { ask: unknown }>;
/** The name of the facts that a probe looks at. */
export function factNameOf(probe: FactProbe): string {
  if ('product' in probe) return 'product';
  if ('os' in probe) return 'os';
  return 'file' in probe ? `file.${probe.file}` : `registry.${probe.registry}`;
}

/** What is known about the hosts of a run, asked by the probes of rules. */
export class FactBook {
  readonly #factsByName: ReadonlyMap<string, readonly Fact[]>;

  constructor(facts: readonly Fact[]) {
    this.#factsByName = groupBy(facts, ({ name }) => name.toLowerCase());
  }

  /** What a person says of this host, the last word first, and of all; then what events and outputs of tools tell of it. */
  #ranks(name: string, host: string | null): readonly Values[] {
    const about = this.#factsByName.get(name.toLowerCase()) ?? [];
    const said = about.filter(isSaid).toReversed();
    const ranks = [
      said.filter((fact) => fact.host !== null && fact.host === host),
      said.filter((fact) => fact.host === null),
    ];
    const told = about.filter((fact) => !isSaid(fact) && fact.host === host);
    return [...ranks.flatMap((facts) => facts.map(({ value }) => [value])), told.map(({ value }) => value)];
  }

  /** An answer by name beats what a probe finds. */
  probe(rule: RuleDefinition, name: string, host: string | null): Truth {
    for (const fact of [`${rule.id}.${name}`, name]) {
      const answer = firstDecided(this.#ranks(fact, host), ([value]) => truthOfAnswer(value));
      if (answer !== UNKNOWN) return answer;
    }
    const probe = rule.context?.[name];
    return probe === undefined ? UNKNOWN : this.#look(probe, host);
  }

  #look(probe: RuleProbe, host: string | null): Truth {
    if ('ask' in probe) return UNKNOWN;
    if ('product' in probe) return probeNamed(probe.product, probe, this.#ranks(factNameOf(probe), host));
    if ('os' in probe)
      return firstDecided(this.#ranks(factNameOf(probe), host), (values) => probeNamed(probe.os, probe, [values]));
    const bound = 'file' in probe ? probe.version : probe.value;
    return firstDecided(this.#ranks(factNameOf(probe), host), (values) =>
      agreed(values.map((value) => (fits(String(value), bound) ? TRUE : FALSE))),
    );
  }
}

function firstDecided(ranks: readonly Values[], probe: (values: Values) => Truth): Truth {
  for (const values of ranks) {
    const result = probe(values);
    if (result !== UNKNOWN) return result;
  }
  return UNKNOWN;
}

const truthByWord: ReadonlyMap<string, Truth> = new Map([
  ...['true', 'yes', 'y', '1'].map((word) => [word, TRUE] as const),
  ...['false', 'no', 'n', '0'].map((word) => [word, FALSE] as const),
]);
/** What says neither yes nor no (`maybe`, a variable that a script left empty) answers nothing: taken for a no it would rule findings out. */
export const truthOfAnswer = (answer: string | boolean | undefined): Truth =>
  truthByWord.get(String(answer).trim().toLowerCase()) ?? UNKNOWN;
