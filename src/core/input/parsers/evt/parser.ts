import {
  type ByteParser,
  type CreateByteParser,
  emptyBatch,
  NO_FINDINGS,
  type ParsedBatch,
  type ParserContext,
  type ParserFindings,
} from '../../../model/parser.ts';
import { isFiller } from '../../binary/blank.ts';
import { ByteBlock } from '../../binary/byte-block.ts';
import { PieceBuffer } from '../../binary/piece-buffer.ts';
import { LiveRecords } from '../../recovery/live-records.ts';
import { RecoveredRecords } from '../../recovery/recovered-records.ts';
import {
  type Extent,
  extentOfEnd,
  extentOfHeader,
  isEnd,
  isHeader,
  isInUse,
  isWhole,
  nextFrame,
  statedLength,
} from './frames.ts';
import { END_BYTES, FILLER, HEADER_BYTES, MAX_RECORD_BYTES } from './layout.ts';
import { numberOf, type RecordPlace, RecordReader, timeMsOf } from './record-reader.ts';

const GROWTH_BYTES = 65_536;
/** The copy of the length, which ends a record. */
const LENGTH_BYTES = 4;
/** What has to be there to tell which frame begins. */
const FRAME_BYTES = HEADER_BYTES;

/**
 * Reads EVT logs of Windows NT to 2003 in the order of the file. Which records are in use says a clean header, else the end record; without either
 * all are. Whole records outside that are recovered ones.
 */
export const createEvtParser: CreateByteParser = (context) => new EvtParser(context);

class EvtParser implements ByteParser {
  readonly #reader: RecordReader;
  readonly #noRecovered: boolean;
  readonly #pieces = new PieceBuffer(FRAME_BYTES);
  /** Of the first byte that is not done with. */
  #position = 0;
  #extent: Extent | null = null;
  /** The bytes between header and first frame: in a log that wrapped, the end of the last record of the file. */
  #headBuffer = new Uint8Array(0);
  #headSize = 0;
  #isBehindHeader = false;
  #isInGap = false;
  readonly #live = new LiveRecords();
  readonly #recovered = new RecoveredRecords(this.#live);
  #liveCount = 0;
  #batch = emptyBatch();

  constructor(context: ParserContext) {
    this.#reader = new RecordReader(context);
    this.#noRecovered = context.noRecovered === true;
  }

  push(piece: Uint8Array): ParsedBatch {
    const bytes = this.#pieces.add(piece);
    if (bytes !== null) this.#scan(bytes, false);
    return this.#takeBatch();
  }

  end(): ParsedBatch {
    this.#scan(this.#pieces.rest(), true);
    this.#recovered.deliver(this.#batch);
    return this.#takeBatch();
  }

  findings(): ParserFindings {
    const recovered = this.#recovered.count;
    return { ...NO_FINDINGS, timeBasis: 'utc', records: this.#liveCount + recovered, recovered };
  }

  #takeBatch(): ParsedBatch {
    const batch = this.#batch;
    this.#batch = emptyBatch();
    return batch;
  }

  #scan(bytes: Uint8Array, isLast: boolean): void {
    const block = new ByteBlock(bytes);
    let at = 0;
    let needed = FRAME_BYTES;
    while (at < block.length) {
      const left = block.length - at;
      const length = statedLength(block, at);
      needed = Math.max(FRAME_BYTES, length);
      if (left < needed && !isLast) break;
      const done = this.#readFrame(block, at, length);
      if (done > 0) this.#isInGap = false;
      at += done > 0 ? done : this.#skip(block, at, isLast);
    }
    this.#position += at;
    this.#pieces.keep(bytes.subarray(at), needed);
  }

  /** @returns how many bytes it takes; 0 when none begins here. */
  #readFrame(block: ByteBlock, at: number, length: number): number {
    if (length > 0) return this.#readRecord(block, at, length);
    if (isHeader(block, at)) return this.#readHeader(block, at);
    if (!isEnd(block, at)) return 0;
    this.#isBehindHeader = false;
    this.#extent ??= extentOfEnd(block, at, this.#position + at);
    return END_BYTES;
  }

  #readHeader(block: ByteBlock, at: number): number {
    if (this.#position + at === 0) this.#extent = extentOfHeader(block, at);
    this.#isBehindHeader = true;
    return HEADER_BYTES;
  }

  #readRecord(block: ByteBlock, at: number, length: number): number {
    const left = block.length - at;
    if (left >= length && isWhole(block, at, length)) {
      this.#isBehindHeader = false;
      this.#take(block, at, length, this.#position + at);
      return length;
    }
    return this.#readSplit(block, at, length, Math.min(left, this.#toOldEnd(at)));
  }

  /** The file grows by 64 KiB, and a record may have been split where it ended once. */
  #toOldEnd(at: number): number {
    return GROWTH_BYTES - ((this.#position + at) % GROWTH_BYTES);
  }

  /** The record at the end of a log that wrapped goes on behind the header. @returns how many bytes it takes here; 0 when it does not. */
  #readSplit(block: ByteBlock, at: number, length: number, here: number): number {
    const missing = length - here;
    if (missing <= 0 || this.#headSize < missing || !this.#endsRecord(missing, length)) return 0;
    const bytes = new Uint8Array(length);
    bytes.set(block.bytes.subarray(at, at + here));
    bytes.set(this.#headBuffer.subarray(0, missing), here);
    const joined = new ByteBlock(bytes);
    if (!isWhole(joined, 0, length)) return 0;
    this.#take(joined, 0, length, this.#position + at);
    return here;
  }

  /** Do the first bytes behind the header end with the copy of this length? Asked before any of them is copied. */
  #endsRecord(missing: number, length: number): boolean {
    if (missing < LENGTH_BYTES) return true;
    return new DataView(this.#headBuffer.buffer).getUint32(missing - LENGTH_BYTES, true) === length;
  }

  #take(block: ByteBlock, at: number, length: number, position: number): void {
    if (this.#liveCount === 0 && position === 0)
      this.#batch.problems.push({ code: 'evt/no-header', position: 0, detail: null });
    const isRecovered = this.#extent !== null && !isInUse(this.#extent, position);
    const place = { block, at, length, position, isRecovered };
    if (isRecovered) this.#takeRecovered(place);
    else this.#takeLive(place);
  }

  #takeLive(place: RecordPlace): void {
    this.#liveCount += 1;
    this.#live.add(numberOf(place), timeMsOf(place));
    const event = this.#reader.read(place);
    if (event !== null) this.#batch.events.push(event);
  }

  #takeRecovered(place: RecordPlace): void {
    const [id, timeMs] = [numberOf(place), timeMsOf(place)];
    if (this.#noRecovered || this.#recovered.isCopy(id, timeMs)) return;
    // Later the bytes of the piece will be gone.
    const kept = { ...place, block: new ByteBlock(place.block.copy(place.at, place.length)), at: 0 };
    const deliver = ({ events }: ParsedBatch): void => {
      const event = this.#reader.read(kept);
      if (event !== null) events.push(event);
    };
    this.#recovered.add({ id, timeMs, deliver }, this.#batch);
  }

  /** @returns how many bytes lie ahead of the next frame, or certainly hold none: at least one. */
  #skip(block: ByteBlock, at: number, isLast: boolean): number {
    const next = nextFrame(block, at + 1, block.length);
    // A mark may begin in the last bytes.
    const end = next < block.length || isLast ? next : Math.max(at + 1, block.length - FRAME_BYTES + 1);
    if (this.#isBehindHeader) this.#keepHead(block, at, end);
    else if (!this.#isInGap && !isFiller(block, at, end, FILLER)) {
      this.#isInGap = true;
      this.#batch.problems.push({
        code: isLast && next === block.length ? 'evt/cut' : 'evt/damaged-record',
        position: this.#position + at,
        detail: null,
      });
    }
    return end - at;
  }

  #keepHead(block: ByteBlock, at: number, end: number): void {
    const size = this.#headSize + end - at;
    if (size > MAX_RECORD_BYTES) return;
    if (size > this.#headBuffer.length) {
      const larger = new Uint8Array(Math.max(size, this.#headBuffer.length * 2));
      larger.set(this.#headBuffer.subarray(0, this.#headSize));
      this.#headBuffer = larger;
    }
    this.#headBuffer.set(block.bytes.subarray(at, end), this.#headSize);
    this.#headSize = size;
  }
}
