import type {
  ByteParser,
  CreateByteParser,
  ParsedBatch,
  ParserContext,
  ParserFindings,
} from '../../../model/parser.ts';
import { NO_FINDINGS } from '../../../model/parser.ts';
import { ByteBlock } from '../../binary/byte-block.ts';
import { ChunkReader } from './chunk-reader.ts';
import { readFileHeader } from './file-header.ts';
import { GapReader } from './gap-reader.ts';
import { Intake } from './intake.ts';
import { CHUNK_BYTES, FILE_HEADER_BYTES } from './layout.ts';
import { isChunkHeader, isFileHeader, nextChunk } from './marks.ts';

/**
 * Reads EVTX logs of any size, whole or damaged, and pieces of them. Counts and flags of the headers are not trusted: every chunk and, outside the
 * chunks, every record that its mark, size and copy of the size agree on is read.
 */
export const createEvtxParser: CreateByteParser = (context) => new EvtxParser(context);

const NOTHING = new Uint8Array(0);

class EvtxParser implements ByteParser {
  readonly #intake: Intake;
  readonly #chunks: ChunkReader;
  readonly #gaps: GapReader;
  readonly #verify: boolean;
  /** Bytes of a window that is not full yet. */
  #window: Uint8Array = NOTHING;
  #filled = 0;
  /** Of the first byte that is not done with. */
  #position = 0;
  /** Where a chunk begins or should; null: no header and no chunk was seen. */
  #chunksAt: number | null = null;

  constructor(context: ParserContext) {
    this.#verify = context.verify === true;
    this.#intake = new Intake(context);
    this.#chunks = new ChunkReader(this.#intake, this.#verify);
    this.#gaps = new GapReader(this.#intake);
  }

  push(piece: Uint8Array): ParsedBatch {
    let at = 0;
    while (at < piece.length) {
      // A window that lies in the piece as a whole is read there.
      if (this.#filled === 0 && piece.length - at >= CHUNK_BYTES)
        at += this.#read(piece.subarray(at, at + CHUNK_BYTES), false);
      else {
        if (this.#window === NOTHING) this.#window = new Uint8Array(CHUNK_BYTES);
        const added = piece.subarray(at, at + CHUNK_BYTES - this.#filled);
        this.#window.set(added, this.#filled);
        this.#filled += added.length;
        at += added.length;
        if (this.#filled === CHUNK_BYTES) this.#readWindow(false);
      }
    }
    return this.#intake.takeBatch();
  }

  end(): ParsedBatch {
    while (this.#filled > 0) this.#readWindow(true);
    this.#intake.finish();
    return this.#intake.takeBatch();
  }

  findings(): ParserFindings {
    const { records, recovered } = this.#intake;
    return { ...NO_FINDINGS, timeBasis: 'utc', records, recovered };
  }

  #readWindow(isLast: boolean): void {
    const done = this.#read(this.#window.subarray(0, this.#filled), isLast);
    this.#window.copyWithin(0, done, this.#filled);
    this.#filled -= done;
  }

  /** @returns how many bytes are done with, at least one. */
  #read(window: Uint8Array, isLast: boolean): number {
    const block = new ByteBlock(window);
    const position = this.#position;
    const done = this.#readPart(block, window, isLast);
    this.#position = position + done;
    return done;
  }

  #readPart(block: ByteBlock, window: Uint8Array, isLast: boolean): number {
    if (isFileHeader(block, 0)) return this.#readFileHeader(block);
    if (!isChunkHeader(block, 0)) return this.#gaps.read(window, this.#position, this.#chunksAt, isLast);
    this.#chunksAt = this.#position;
    return this.#chunks.read(window, this.#position);
  }

  #readFileHeader(block: ByteBlock): number {
    const end = nextChunk(block, 1, Math.min(FILE_HEADER_BYTES, block.length));
    if (this.#verify && readFileHeader(block).isChecksumWrong)
      this.#intake.note('evtx/bad-checksum', this.#position, 'file header');
    this.#chunksAt = this.#position + end;
    return end;
  }
}
