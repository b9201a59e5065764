import type { ExactTime, RawEvent } from '../../../model/event.ts';
import type { TallyCell } from '../../../model/interest.ts';
import { emptyBatch, type ParsedBatch, type ParserContext } from '../../../model/parser.ts';
import type { PlacedEvents, PlacedInserts } from '../../../model/placed-inserts.ts';
import type { Problem, ProblemCode } from '../../../model/problems.ts';
import { DAY_MS } from '../../../model/time-units.ts';
import { LiveRecords } from '../../recovery/live-records.ts';
import { RecoveredRecords } from '../../recovery/recovered-records.ts';
import type { Chunk } from './chunk.ts';
import { exactTimeAt, timeMsAt } from './exact-time.ts';
import { headerIdAt, writtenAt } from './record.ts';
import { type Outlet, RecordReader } from './record-reader.ts';

/** Takes the records as they are found, in a chain or outside, and gathers what they give into batches. */
export class Intake implements Outlet {
  readonly #records: RecordReader;
  readonly #live = new LiveRecords();
  readonly #recovered = new RecoveredRecords(this.#live);
  readonly #noRecovered: boolean;
  readonly #placed: PlacedEvents | undefined;
  readonly #remains = new Remains();
  #batch = emptyBatch();
  #liveCount = 0;

  constructor(context: ParserContext) {
    this.#records = new RecordReader(context);
    this.#noRecovered = context.noRecovered === true;
    this.#placed = context.placed;
  }

  /** Found, damaged ones and copies of others included. */
  get records(): number {
    return this.#liveCount + this.#recovered.count;
  }
  get recovered(): number {
    return this.#recovered.count;
  }

  /** A record that the chain leads to. */
  takeLive(chunk: Chunk, at: number, size: number, isTorn: boolean): void {
    this.#liveCount += 1;
    this.#live.add(chunk.block.u64(headerIdAt(at)) ?? 0, timeMsAt(chunk.block, writtenAt(at)));
    this.#records.read(chunk, at, size, isTorn ? 'torn' : 'live', this);
  }

  /** A record found without the chain. */
  takeRecovered(chunk: Chunk, at: number, size: number): void {
    if (this.#noRecovered) return;
    const { block } = chunk;
    const [id, timeMs] = [block.u64(headerIdAt(at)) ?? 0, timeMsAt(block, writtenAt(at))];
    if (this.#recovered.isCopy(id, timeMs)) return;
    const time = exactTimeAt(block, writtenAt(at));
    const outlet = new Waiting(this.#remains, { id, time, position: chunk.position + at });
    this.#records.read(chunk, at, size, 'recovered', outlet);
    const { ownId } = outlet;
    this.#recovered.add({ id, ownId, timeMs, deliver: (batch) => outlet.deliver(batch) }, this.#batch);
  }

  keep(event: RawEvent, inserts: PlacedInserts | null): void {
    if (inserts === null) this.#batch.events.push(event);
    else this.#placed?.take(event, inserts, this.#batch.events);
  }
  cellOf(cell: TallyCell): TallyCell {
    return cell;
  }
  renumbered({ block }: Chunk, at: number, ownId: number): void {
    this.#recovered.renumbered(ownId, timeMsAt(block, writtenAt(at)));
  }
  report(problem: Problem): void {
    this.#batch.problems.push(problem);
  }
  note(code: ProblemCode, position: number | null, detail: string | null = null): void {
    this.report({ code, position, detail });
  }

  /** What was gathered since the last call. */
  takeBatch(): ParsedBatch {
    const batch = this.#batch;
    this.#batch = emptyBatch();
    return batch;
  }
  /** What still waits for the end of the source. */
  finish(): void {
    this.#recovered.deliver(this.#batch);
    const { count, position } = this.#remains;
    if (count > 0) this.note('evtx/remains', position, `records: ${count}`);
  }
}

/** Recovered records that are not whole. A log in good order has many: the templates of what lies behind its chain get overwritten. */
class Remains {
  count = 0;
  /** Of the first one. */
  position: number | null = null;

  add(position: number | null): void {
    this.count += 1;
    this.position ??= position;
  }
}
const REMAINS: readonly ProblemCode[] = ['evtx/damaged-record', 'evtx/unreadable-record'];

/** What stands in front of a record. */
interface Header {
  readonly id: number;
  readonly time: ExactTime | null;
  readonly position: number;
}
/** No clock that is set back explains more between an event and its record. */
const MAX_APART_MS = DAY_MS;

/** What a recovered record gives, until it is known whether it is a copy of another one. */
class Waiting implements Outlet {
  readonly #remains: Remains;
  readonly #header: Header;
  readonly #deliveries: ((batch: ParsedBatch) => void)[] = [];
  #isWhole = true;
  ownId: number | null = null;

  constructor(remains: Remains, header: Header) {
    this.#remains = remains;
    this.#header = header;
  }

  keep(event: RawEvent): void {
    const timeMs = event.time?.kind === 'exact' ? event.time.timeMs : null;
    const change = this.#changeOf(timeMs, event.recordId);
    if (change !== null) this.#isWhole = false;
    if (change !== 'all')
      this.#deliveries.push(({ events }) =>
        events.push(change === null ? event : { ...event, time: this.#header.time }),
      );
  }
  cellOf(cell: TallyCell): TallyCell {
    return {
      add: (timeMs, recordId, sample) => {
        const change = this.#changeOf(timeMs, recordId);
        if (change !== null) this.#isWhole = false;
        if (change === 'all') return;
        // Later the bytes it is made of will be gone.
        const text = sample?.() ?? null;
        const ms = change === null ? timeMs : (this.#header.time?.timeMs ?? null);
        this.#deliveries.push(() => cell.add(ms, recordId, () => text));
      },
    };
  }
  renumbered(_chunk: Chunk, _at: number, ownId: number): void {
    this.ownId = ownId;
  }
  report(problem: Problem): void {
    if (REMAINS.includes(problem.code)) this.#isWhole = false;
    else this.#deliveries.push(({ problems }) => problems.push(problem));
  }
  deliver(batch: ParsedBatch): void {
    for (const deliver of this.#deliveries) deliver(batch);
    if (!this.#isWhole) this.#remains.add(this.#header.position);
  }

  /**
   * What newer bytes took of the values of an event: nothing, its time, or all. A record bears the time of its event, but in exports and of
   * forwarded events, whose numbers differ as well; these are written down after they happened.
   */
  #changeOf(timeMs: number | null, recordId: number | null): 'time' | 'all' | null {
    const { id, time } = this.#header;
    if (timeMs === null || time === null || recordId === null) return null;
    if (recordId !== id) return timeMs > time.timeMs + MAX_APART_MS ? 'all' : null;
    return Math.abs(timeMs - time.timeMs) > MAX_APART_MS ? 'time' : null;
  }
}
