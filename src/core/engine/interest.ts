import { CodeBytes } from '../knowledge/codes/code-bytes.ts';
import { mayHoldCode } from '../knowledge/codes/scan.ts';
import type { RulePart } from '../knowledge/rules/schema.ts';
import { canonicalProvider } from '../knowledge/words/providers.ts';
import type { Level } from '../model/event.ts';
import type { Interest } from '../model/interest.ts';
import { type Identity, isRange } from './class-index.ts';
import { compileWords, listOf } from './clauses.ts';
import type { CompiledClass } from './compile.ts';
import { branchesOf } from './compile-class.ts';
import { compileGlob } from './glob.ts';

/**
 * What coverage needs from every log: cleared (104, 1102, 517), clock (1, 520, 4616), start and stop (12, 41, 6005, 6006, 6008),
 * versions (6009).
 */
const COVERAGE_IDS = [1, 12, 41, 104, 517, 520, 1102, 4616, 6005, 6006, 6008, 6009];
/** Of these only Kernel-General and Kernel-Power mean it; any other provider uses them for everyday things. */
const KERNEL_IDS = [1, 12, 41];
const KERNEL_PROVIDERS = new Set(
  ['Microsoft-Windows-Kernel-General', 'Microsoft-Windows-Kernel-Power'].map(canonicalProvider),
);

const BITMAP_BYTES = 65_536 / 8;
/** A hostile file may name more providers than any real one: beyond this their bitmaps are not remembered. */
const MAX_CACHED_PROVIDERS = 4096;

class IdBitmap {
  readonly #bytes = new Uint8Array(BITMAP_BYTES);
  add(id: number): void {
    this.#bytes[id >> 3] = (this.#bytes[id >> 3] ?? 0) | (1 << (id & 7));
  }
  addAll(): void {
    this.#bytes.fill(0xff);
  }
  has(id: number): boolean {
    return ((this.#bytes[(id & 0xffff) >> 3] ?? 0) & (1 << (id & 7))) !== 0;
  }
}

interface Wish {
  readonly ids: Identity['ids'];
  /** null: every provider. */
  readonly matches: ((canonical: string) => boolean) | null;
  /** Of a class that names no id: what it asks of level and log. null: nothing. */
  readonly asks: ((level: Level | null, channel: string | null) => boolean) | null;
}
/** What the classes ask of one provider. */
interface Wanted {
  readonly ids: IdBitmap;
  readonly asks: readonly NonNullable<Wish['asks']>[];
}

function wishesOf(compiled: CompiledClass): readonly Wish[] {
  const { definition } = compiled;
  const branches = branchesOf(definition);
  return compiled.identities.flatMap(({ ids, providers, isNamed }, index): readonly Wish[] => {
    if (!isNamed) return [];
    const branch = branches[index] ?? {};
    const provider = branch.provider ?? definition.provider;
    const like =
      typeof provider === 'object' && !Array.isArray(provider) ? listOf(provider.like).map(compileGlob) : null;
    const asks = ids === null ? asksOf([definition, branch]) : null;
    if (providers !== null) return [{ ids, asks, matches: (name) => providers.includes(name) }];
    return [{ ids, asks, matches: like === null ? null : (name) => like.some((glob) => glob(name)) }];
  });
}

/** Every event of a provider would be read for a class that wants its errors. What is unknown fits. */
function asksOf(parts: readonly RulePart[]): Wish['asks'] {
  const tests = parts.flatMap(({ level, log }): readonly NonNullable<Wish['asks']>[] => {
    const [levels, isLog] = [listOf(level), log === undefined ? null : compileWords(log)];
    return [
      ...(level === undefined ? [] : [(one: Level | null) => one === null || levels.includes(one)]),
      ...(isLog === null
        ? []
        : [(_: Level | null, channel: string | null) => channel === null || isLog(channel.trim())]),
    ];
  });
  return tests.length === 0 ? null : (level, channel) => tests.every((test) => test(level, channel));
}

const wish = (bitmap: IdBitmap, ids: Identity['ids']): void => {
  if (ids === null) bitmap.addAll();
  else if (isRange(ids)) for (let id = ids.from; id <= ids.to; id++) bitmap.add(id);
  else for (const id of ids) bitmap.add(id);
};

function wantedBy(wishes: readonly Wish[]): Wanted {
  const wanted = new IdBitmap();
  for (const { ids, asks } of wishes) if (asks === null) wish(wanted, ids);
  return { ids: wanted, asks: wishes.flatMap(({ asks }) => asks ?? []) };
}

/** Everything: for `evdx events` and full parsing. */
export const everything: Interest = {
  wantsId: () => true,
  wants: () => true,
  mayHoldCode: () => true,
  everything: true,
};

export function createInterest(
  classes: readonly CompiledClass[],
  codes: ReadonlySet<number>,
  codeNames: ReadonlyMap<string, number> = new Map(),
): Interest {
  const wishes: readonly Wish[] = [
    ...classes.flatMap(wishesOf),
    { ids: COVERAGE_IDS.filter((id) => !KERNEL_IDS.includes(id)), matches: null, asks: null },
    { ids: KERNEL_IDS, matches: (name: string) => KERNEL_PROVIDERS.has(name), asks: null },
  ];
  const union = wantedBy(wishes);
  const wantedByProvider = new Map<string, Wanted>();
  const wantedOf = (provider: string): Wanted => {
    const known = wantedByProvider.get(provider);
    if (known !== undefined) return known;
    const canonical = canonicalProvider(provider);
    const wanted = wantedBy(
      wishes.filter(({ matches }) => matches === null || matches(canonical) || matches(provider.toLowerCase())),
    );
    if (wantedByProvider.size < MAX_CACHED_PROVIDERS) wantedByProvider.set(provider, wanted);
    return wanted;
  };
  let codeBytes: CodeBytes | null = null;
  return {
    wantsId: (eventId) => union.ids.has(eventId) || union.asks.length > 0,
    wants: (provider, eventId, level = null, channel = null) => {
      if (eventId === null) return true;
      const { ids, asks } = provider === null ? union : wantedOf(provider);
      return ids.has(eventId) || asks.some((fits) => fits(level, channel));
    },
    mayHoldCode: (text) => codes.size > 0 && mayHoldCode(text, codes, codeNames),
    mayHoldCodeIn: (bytes, from, to) => {
      codeBytes ??= new CodeBytes(codes, codeNames);
      return codes.size > 0 && codeBytes.mayStandIn(bytes, from, to);
    },
    everything: false,
  };
}
