import type { SourceTally } from '../engine/tally.ts';
import type { Detacher } from '../input/normalise/detached.ts';
import type { LocalDays } from '../input/normalise/local-days.ts';
import type { LocalTimeText, RawEvent, RawTime, TimeBasis } from '../model/event.ts';
import type { EventKind, PlacedCell, SeenEvent, Tally, TallyCell } from '../model/interest.ts';
import { DroppedTimes } from './dropped-times.ts';
import {
  clockErrorOf,
  isAskedFor,
  isHostAskedFor,
  isNarrowed,
  isTakenAsItIs,
  placeInPeriod,
  setBack,
} from './period.ts';
import type { SeenHosts } from './seen-hosts.ts';
import type { ScanOptions } from './source-scan.ts';
import { UndecidedDrops } from './undecided-drops.ts';

/** Dropped events of a source that may lie in the period or not, until its end. */
const MAX_UNDECIDED = 500_000;

/** The events of a source that no class asks for: the parser dropped them, but statistics, coverage and its direction know them. */
export class DroppedEvents {
  readonly tally: Tally = {
    count: (event, sample) => this.#count(event, sample),
    cell: (kind) => this.#cellFor(kind),
    placedCell: (kind) => this.#placedCellFor(kind),
  };
  readonly #counts: SourceTally;
  readonly #days: LocalDays;
  readonly #options: ScanOptions;
  readonly #hosts: SeenHosts;
  readonly #undecided: UndecidedDrops;
  /** Since the last batch: a parser counts them before it hands over those that stand between them. */
  readonly #times = new DroppedTimes();
  readonly #bases = new Set<TimeBasis>();
  #read = 0;
  #givenUp = 0;
  /** A record of bytes was counted that has a time. */
  #hasExact = false;
  /** An event was counted whose time is settled at the end. */
  #hasLocal = false;

  constructor(counts: SourceTally, days: LocalDays, options: ScanOptions, detacher: Detacher, hosts: SeenHosts) {
    [this.#counts, this.#days, this.#options, this.#hosts] = [counts, days, options, hosts];
    this.#undecided = new UndecidedDrops(detacher);
  }

  get read(): number {
    return this.#read;
  }
  /** Whose times wait for the end of the source, beyond what is kept of them. */
  get givenUp(): number {
    return this.#givenUp;
  }

  /** Those of the last batch and the events of it, in the order of the source. */
  visitTimesWith(kept: readonly RawEvent[], visit: (time: RawTime | null) => void): void {
    this.#times.visitWith(kept, visit);
  }

  /** At the end of the source, when it is known what its local times are. */
  release(settledMs: (time: LocalTimeText) => number | null): void {
    this.#undecided.release((seen, time, sample) => {
      if (isAskedFor(this.#options, settledMs(time), seen.host)) this.#countInPeriod(seen, sample);
    });
  }

  /** @param localBasis what the local times of the source are now */
  basesWith(localBasis: TimeBasis): readonly TimeBasis[] {
    return [...this.#bases, ...(this.#hasExact ? (['utc'] as const) : []), ...(this.#hasLocal ? [localBasis] : [])];
  }

  #count(event: SeenEvent, sample: (() => string | null) | undefined): void {
    this.#read += 1;
    this.#times.add(event.position, event.time);
    const { host } = event;
    this.#hosts.see(host);
    const time = setBack(event.time, clockErrorOf(host, this.#options));
    if (time?.kind !== 'local') {
      if (isAskedFor(this.#options, time?.timeMs ?? null, host)) this.#countInPeriod({ ...event, time }, sample);
      return;
    }
    if (!isHostAskedFor(this.#options, host)) return;
    const place = placeInPeriod(time, this.#days.of(time).startsMs, this.#options);
    if (place === 'inside') this.#countInPeriod({ ...event, time }, sample);
    if (place !== 'undecided') return;
    if (this.#undecided.length < MAX_UNDECIDED) this.#undecided.add(event, time, sample);
    else this.#givenUp += 1;
  }

  #countInPeriod(event: SeenEvent, sample: (() => string | null) | undefined): void {
    this.#addBasis(event.time);
    this.#counts.count(event, sample);
  }

  #addBasis(time: RawTime | null): void {
    if (time?.kind === 'local') this.#hasLocal = true;
    else this.#bases.add(time?.basis ?? 'none');
  }

  /** For logs of bytes: their times are exact, and their records stand as they were written, so none is evidence for anything. */
  #cellFor(kind: EventKind): TallyCell {
    this.#hosts.see(kind.host);
    let cell: TallyCell | null = null;
    const errorMs = clockErrorOf(kind.host, this.#options);
    const count: TallyCell['add'] = (timeMs, recordId, sample) => {
      this.#read += 1;
      if (timeMs === null) this.#bases.add('none');
      else this.#hasExact = true;
      cell ??= this.#counts.cell(kind);
      cell.add(timeMs, recordId, sample);
    };
    if (errorMs === 0 && !isNarrowed(this.#options)) return { add: count };
    return {
      add: (writtenMs, recordId, sample) => {
        const timeMs = writtenMs === null ? null : writtenMs - errorMs;
        if (isAskedFor(this.#options, timeMs, kind.host)) count(timeMs, recordId, sample);
        else this.#read += 1;
      },
    };
  }

  #placedCellFor(kind: EventKind): PlacedCell {
    if (!isTakenAsItIs(this.#options))
      return {
        count: (position, recordId, time, sample) => this.#count({ ...kind, position, recordId, time }, sample),
      };
    let cell: PlacedCell | null = null;
    return {
      count: (position, recordId, time, sample) => {
        this.#read += 1;
        this.#times.add(position, time);
        this.#addBasis(time);
        cell ??= this.#counts.cell(kind);
        cell.count(position, recordId, time, sample);
      },
    };
  }
}
