import { CodeBytes } from '../knowledge/codes/code-bytes.ts';
import { mayHoldCode } from '../knowledge/codes/scan.ts';
import { canonicalProvider } from '../knowledge/words/providers.ts';
import type { Interest } from '../model/interest.ts';
import { type Identity, isRange } from './class-index.ts';
import { listOf } from './clauses.ts';
import type { CompiledClass } from './compile.ts';
import { branchesOf } from './compile-class.ts';
import { compileGlob } from './glob.ts';

/**
 * What coverage needs from every log: cleared (104, 1102, 517), clock (1, 520, 4616), start and stop (12, 41, 6005, 6006, 6008),
 * versions and uptime (6009, 6013).
 */
const COVERAGE_IDS = [1, 12, 41, 104, 517, 520, 1102, 4616, 6005, 6006, 6008, 6009, 6013];
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
}

function wishesOf(compiled: CompiledClass): readonly Wish[] {
  const globs = branchesOf(compiled.definition).map((branch) => {
    const provider = branch.provider ?? compiled.definition.provider;
    return typeof provider === 'object' && !Array.isArray(provider) ? listOf(provider.like).map(compileGlob) : null;
  });
  return compiled.identities.flatMap(({ ids, providers, isNamed }, index): readonly Wish[] => {
    if (!isNamed) return [];
    const like = globs[index] ?? null;
    if (providers !== null) return [{ ids, matches: (name) => providers.includes(name) }];
    return [{ ids, matches: like === null ? null : (name) => like.some((glob) => glob(name)) }];
  });
}

const wish = (bitmap: IdBitmap, ids: Identity['ids']): void => {
  if (ids === null) bitmap.addAll();
  else if (isRange(ids)) for (let id = ids.from; id <= ids.to; id++) bitmap.add(id);
  else for (const id of ids) bitmap.add(id);
};

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
  const wishes = [
    ...classes.flatMap(wishesOf),
    { ids: COVERAGE_IDS.filter((id) => !KERNEL_IDS.includes(id)), matches: null },
    { ids: KERNEL_IDS, matches: (name: string) => KERNEL_PROVIDERS.has(name) },
  ];
  const union = new IdBitmap();
  for (const { ids } of wishes) wish(union, ids);
  const bitmapByProvider = new Map<string, IdBitmap>();
  const bitmapOf = (provider: string): IdBitmap => {
    const known = bitmapByProvider.get(provider);
    if (known !== undefined) return known;
    const bitmap = new IdBitmap();
    const canonical = canonicalProvider(provider);
    for (const { ids, matches } of wishes)
      if (matches === null || matches(canonical) || matches(provider.toLowerCase())) wish(bitmap, ids);
    if (bitmapByProvider.size < MAX_CACHED_PROVIDERS) bitmapByProvider.set(provider, bitmap);
    return bitmap;
  };
  let codeBytes: CodeBytes | null = null;
  return {
    wantsId: (eventId) => union.has(eventId),
    wants: (provider, eventId) =>
      eventId === null || (provider === null ? union.has(eventId) : bitmapOf(provider).has(eventId)),
    mayHoldCode: (text) => codes.size > 0 && mayHoldCode(text, codes, codeNames),
    mayHoldCodeIn: (bytes, from, to) => {
      codeBytes ??= new CodeBytes(codes, codeNames);
      return codes.size > 0 && codeBytes.mayStandIn(bytes, from, to);
    },
    everything: false,
  };
}
