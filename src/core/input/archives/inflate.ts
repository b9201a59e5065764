import { Inflate } from 'fflate';
import { SourceError } from '../../model/source-error.ts';

/** A piece gives at most 1032 times its size (RFC 1951): this bounds what one step makes. */
const STEP_BYTES = 1 << 14;

/** Where packed bytes come from. */
export interface PackedBytes {
  /** null at the end. */
  some(count: number): Promise<Uint8Array | null>;
  unread(bytes: Uint8Array): void;
}

/** The state of an inflater of fflate 0.8.3, which tells nobody where the packed bytes ended. */
interface InflaterState {
  /** The last block began. */
  readonly f?: number;
  /** The code table of an open block. */
  readonly l?: unknown;
  /** Bits read of the first byte that is left. */
  readonly p?: number;
}
const stateOf = (inflater: Inflate): { readonly state: InflaterState; readonly left: Uint8Array } => {
  const state: unknown = Reflect.get(inflater, 's');
  const left: unknown = Reflect.get(inflater, 'p');
  if (typeof state !== 'object' || state === null || !(left instanceof Uint8Array))
    throw new Error('fflate is not the version this was written for');
  return { state, left };
};

/**
 * Unpacks one deflate stream and gives back what stands behind it.
 * @throws SourceError when the bytes are no deflate stream, or end inside it
 */
export async function* inflated(packed: PackedBytes): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  const inflater = new Inflate((piece) => {
    if (piece.length > 0) out.push(piece);
  });
  for (;;) {
    const bytes = await packed.some(STEP_BYTES);
    if (bytes === null) throw new SourceError('input/cut-archive', null);
    try {
      inflater.push(bytes);
    } catch (error) {
      throw new SourceError('input/damaged-archive', error instanceof Error ? error.message : null, { cause: error });
    }
    yield* out;
    out = [];
    const { state, left } = stateOf(inflater);
    if (state.f && !state.l) {
      // The byte in which the stream ended is used up.
      packed.unread(left.slice(state.p ? 1 : 0));
      return;
    }
  }
}
