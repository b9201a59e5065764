import { isSampled, type RawEvent } from '../../../model/event.ts';
import type { TallyCell } from '../../../model/interest.ts';
import type { ParserContext } from '../../../model/parser.ts';
import type { PlacedInserts } from '../../../model/placed-inserts.ts';
import type { Problem } from '../../../model/problems.ts';
import { cellOf, type EventKind } from '../../event-schema/event-kind.ts';
import type { EventNote, ReadEvent } from '../../event-schema/raw-event.ts';
import { isAskedFor, isWanted, mayNameCodes, sampleOf } from '../../event-schema/wanted.ts';
import type { Chunk } from './chunk.ts';
import { Definitions } from './definitions.ts';
import { QuickReader } from './quick-reader.ts';
import { headerIdAt, placeOf, type RecordPlace, type RecordState } from './record.ts';
import { TreeReader } from './tree-reader.ts';

/** Where goes what a record gives. */
export interface Outlet {
  /** @param inserts what is missing in the event, valid during the call */
  keep(event: RawEvent, inserts: PlacedInserts | null): void;
  /** What counts a dropped event of this kind. */
  cellOf(cell: TallyCell): TallyCell;
  /** The event of the record says another number than the record. */
  renumbered(chunk: Chunk, at: number, ownId: number): void;
  report(problem: Problem): void;
}

/** Recovered records are asked for theirs at once, since their bytes go: only where statistics show it. */
const NO_SAMPLE = (): null => null;

/** Reads the records that some rule asks for and counts the others: quickly where the template allows it, else through the tree. */
export class RecordReader {
  readonly #context: ParserContext;
  readonly #isPlaced: boolean;
  readonly #definitions: Definitions;
  readonly #quick: QuickReader;
  readonly #tree: TreeReader;
  /** The record dropped last, for its sample: a function for each of a million records would be garbage. */
  #dropped: { chunk: Chunk | null; at: number; size: number } = { chunk: null, at: 0, size: 0 };
  readonly #sample = (): string | null => {
    const { chunk, at, size } = this.#dropped;
    return chunk === null ? null : this.#sampleOf(placeOf(chunk, at, size, 'live'));
  };

  constructor(context: ParserContext) {
    const definitions = new Definitions(context);
    this.#context = context;
    this.#isPlaced = context.placed !== undefined;
    this.#definitions = definitions;
    this.#quick = new QuickReader(definitions);
    this.#tree = new TreeReader(definitions);
  }

  read(chunk: Chunk, at: number, size: number, state: RecordState, outlet: Outlet): void {
    const kind = state === 'torn' ? null : this.#quick.kindOf(chunk, at, size);
    if (kind === null) this.#readTree(placeOf(chunk, at, size, state), outlet);
    else if (kind.isAskedFor || (kind.mayNameCodes && this.#mayHoldCode(chunk, at, size)))
      this.#readKind(placeOf(chunk, at, size, state), kind, outlet);
    else this.#dropKind(chunk, at, size, kind, outlet);
  }

  #mayHoldCode(chunk: Chunk, at: number, size: number): boolean {
    if (
      !this.#definitions.mayHoldCode &&
      this.#context.interest.mayHoldCodeIn?.(chunk.block.bytes, at, at + size) === false
    )
      return false;
    const text = this.#quick.codeText(chunk, at, size);
    return text === null || this.#context.interest.mayHoldCode(text);
  }

  #dropKind(chunk: Chunk, at: number, size: number, kind: EventKind, outlet: Outlet): void {
    this.#dropped.chunk = chunk;
    this.#dropped.at = at;
    this.#dropped.size = size;
    const cell = outlet.cellOf(kind.cell);
    const recordId = this.#quick.count(chunk, at, cell, isSampled(kind.seen.level) ? this.#sample : NO_SAMPLE);
    this.#compareNumbers(chunk, at, recordId, outlet);
  }

  #readKind(place: RecordPlace, kind: EventKind, outlet: Outlet): void {
    const { interest } = this.#context;
    const read =
      this.#quick.read(place, kind, interest, this.#isPlaced && place.state === 'live') ??
      this.#tree.read(place, interest.everything);
    this.#deliver(read, place, outlet);
  }

  #readTree(place: RecordPlace, outlet: Outlet): void {
    const { interest } = this.#context;
    const head = interest.everything ? null : this.#tree.readHead(place);
    const decides = head !== null && 'event' in head && !isAskedFor(interest, head.event) && !mayNameCodes(head.event);
    if (decides) {
      this.#compareNumbers(place.chunk, place.at, head.event.recordId, outlet);
      this.#drop(head.event, () => this.#sampleOf(place), outlet);
    } else this.#deliver(this.#tree.read(place, interest.everything), place, outlet);
  }

  #deliver(read: ReadEvent | EventNote, { chunk, at }: RecordPlace, outlet: Outlet): void {
    const notes = 'event' in read ? read.notes : [read];
    for (const { code, detail } of notes) outlet.report({ code, position: chunk.position + at, detail });
    if (!('event' in read)) return;
    const { event, inserts = null } = read;
    this.#compareNumbers(chunk, at, event.recordId, outlet);
    if (isWanted(this.#context.interest, event)) outlet.keep(event, inserts);
    else this.#drop(event, () => sampleOf(event), outlet);
  }

  #compareNumbers(chunk: Chunk, at: number, ownId: number | null, outlet: Outlet): void {
    if (ownId !== null && ownId !== chunk.block.u64(headerIdAt(at))) outlet.renumbered(chunk, at, ownId);
  }

  #drop(event: RawEvent, sample: () => string | null, outlet: Outlet): void {
    const timeMs = event.time?.kind === 'exact' ? event.time.timeMs : null;
    outlet
      .cellOf(cellOf(this.#context, event))
      .add(timeMs, event.recordId, isSampled(event.level) ? sample : NO_SAMPLE);
  }

  #sampleOf(place: RecordPlace): string | null {
    const read = this.#tree.read(place, false);
    return 'event' in read ? sampleOf(read.event) : null;
  }
}
