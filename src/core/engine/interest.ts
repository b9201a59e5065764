import { CodeBytes } from '../knowledge/codes/code-bytes.ts';
import { mayHoldCode } from '../knowledge/codes/scan.ts';
import { type Identity, isNamed } from '../knowledge/rules/rule-head.ts';
import { canonicalProvider } from '../knowledge/words/providers.ts';
import type { Level } from '../model/event.ts';
import type { Interest } from '../model/interest.ts';
import { listOf } from '../model/list-of.ts';
import { listAt } from '../model/map-at.ts';
import { isRange } from './class-index.ts';
import { compileWords } from './clauses.ts';
import { matchesGlob } from './glob.ts';
import { KERNEL_GENERAL, KERNEL_POWER } from './system-providers.ts';

/**
 * What coverage needs from every log: cleared (104, 1102, 517), clock (1, 520, 4616), start and stop (12, 41, 6005, 6006, 6008),
 * versions (6009). Any provider but Kernel-General and Kernel-Power uses 1, 12 and 41 for everyday things.
 */
const COVERAGE: readonly Identity[] = [
  { ids: [104, 517, 520, 1102, 4616, 6005, 6006, 6008, 6009] },
  {
    ids: [1, 12, 41],
    providers: [KERNEL_GENERAL, KERNEL_POWER],
  },
];

const BITMAP_BYTES = 65_536 / 8;
/** A hostile file may name more providers than any real one: beyond this their bitmaps are not remembered. */
const MAX_CACHED_PROVIDERS = 4096;

class IdBitmap {
  readonly #bytes = new Uint8Array(BITMAP_BYTES);
  add(id: number): void {
    this.#bytes[id >> 3] = (this.#bytes[id >> 3] ?? 0) | (1 << (id & 7));
  }
  /** @param ids undefined: every one. */
  addAll(ids: Identity['ids']): void {
    if (ids === undefined) this.#bytes.fill(0xff);
    else if (isRange(ids)) for (let id = ids.from; id <= ids.to; id++) this.add(id);
    else for (const id of ids) this.add(id);
  }
  has(id: number): boolean {
    return ((this.#bytes[(id & 0xffff) >> 3] ?? 0) & (1 << (id & 7))) !== 0;
  }
}

/** What an identity without id asks. */
type Ask = (level: Level | null, channel: string | null) => boolean;
/** What the classes ask of one provider. */
interface Wanted {
  readonly ids: IdBitmap;
  readonly asks: readonly Ask[];
}

/** Level and log of a class without id: for one that wants the errors of a provider not every event of it is read. What is unknown fits. */
function askOf(parts: NonNullable<Identity['asks']>): Ask {
  const tests = parts.flatMap(({ level, log }): readonly Ask[] => {
    const [levels, isLog] = [listOf(level), log === undefined ? null : compileWords(log)];
    return [
      ...(level === undefined ? [] : [(one: Level | null) => one === null || levels.includes(one)]),
      ...(isLog === null
        ? []
        : [(_: Level | null, channel: string | null) => channel === null || isLog(channel.trim())]),
    ];
  });
  return (level, channel) => tests.every((test) => test(level, channel));
}

function wantedBy(identities: Iterable<Identity>): Wanted {
  const wanted = new IdBitmap();
  const asks: Ask[] = [];
  for (const { ids, asks: parts } of identities) {
    if (ids === undefined && parts !== undefined) asks.push(askOf(parts));
    else wanted.addAll(ids);
  }
  return { ids: wanted, asks };
}

/** Identities by the providers that they name: hundreds of rules name thousands, and a log has a few. */
class IdentityIndex {
  readonly #byProvider = new Map<string, Identity[]>();
  /** Many rules name the same patterns. */
  readonly #byGlob = new Map<string, Identity[]>();
  readonly #ofAll: Identity[] = [];

  constructor(identities: readonly Identity[]) {
    for (const identity of identities) {
      const { providers, like } = identity;
      for (const provider of providers ?? []) listAt(this.#byProvider, provider).push(identity);
      if (providers !== undefined) continue;
      if (like === undefined) this.#ofAll.push(identity);
      else for (const glob of like) listAt(this.#byGlob, glob.toLowerCase()).push(identity);
    }
  }

  of(provider: string): ReadonlySet<Identity> {
    const names = [canonicalProvider(provider), provider.toLowerCase()];
    const found = new Set(this.#ofAll);
    const addAll = (identities: readonly Identity[] = []): void => {
      for (const identity of identities) found.add(identity);
    };
    for (const name of names) addAll(this.#byProvider.get(name));
    for (const [glob, identities] of this.#byGlob)
      if (names.some((name) => matchesGlob(glob, name))) addAll(identities);
    return found;
  }
}

/** Everything: for `evdx events` and full parsing. */
export const everything: Interest = {
  wants: () => true,
  mayHoldCode: () => true,
  everything: true,
};
/** Everything but the payload as elements, which only XML needs. */
export const everyValue: Interest = { ...everything, withoutElements: true };

export function createInterest(
  identities: readonly Identity[],
  codes: ReadonlySet<number>,
  codeNames: ReadonlyMap<string, number> = new Map(),
): Interest {
  const named = [...identities.filter(isNamed), ...COVERAGE];
  let union: Wanted | null = null;
  const ofAll = (): Wanted => {
    union ??= wantedBy(named);
    return union;
  };
  let index: IdentityIndex | null = null;
  const wantedByProvider = new Map<string, Wanted>();
  const wantedOf = (provider: string): Wanted => {
    const known = wantedByProvider.get(provider);
    if (known !== undefined) return known;
    index ??= new IdentityIndex(named);
    const wanted = wantedBy(index.of(provider));
    if (wantedByProvider.size < MAX_CACHED_PROVIDERS) wantedByProvider.set(provider, wanted);
    return wanted;
  };
  let codeBytes: CodeBytes | null = null;
  return {
    wants: (provider, eventId, level = null, channel = null) => {
      if (eventId === null) return true;
      const { ids, asks } = provider === null ? ofAll() : wantedOf(provider);
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
