import { type EventRecord, hasUnknownZone } from '../model/event.ts';
import { listAt, mapAt } from '../model/map-at.ts';
import { MAX_ZONE_OFFSET_MS } from '../model/time-units.ts';
import { ZONE_STEP_MS } from '../model/zone-offset.ts';
import { providerOf } from './twins.ts';

/** Times of a coarser step agree by chance too often. */
const STEP_MS = 1000;
const ZONE_STEP = ZONE_STEP_MS / STEP_MS;
const MAX_OFFSET = MAX_ZONE_OFFSET_MS / STEP_MS;
/** Events of a source, spread over it, that vote for an offset. */
const MAX_VOTERS = 2000;
/** Records of one kind in one second of all quarters of an hour: more of them agree by chance, or come by the clock, and tell nothing. */
const MAX_ALIKE = 4;
/** No clock was set to more zones. */
const MAX_OFFSETS = 8;
/** In so many seconds both have the same event. */
const MIN_SECONDS = 3;
/** Each form keeps events that the other does not: a class may ask for what one of them lacks. */
const MIN_SHARE = 0.6;
/** Of the votes for the best offset; summer and winter share them. */
const MIN_OF_BEST = 0.05;

/** An event by what two forms of a log share of it. */
interface Dated {
  readonly kind: string;
  readonly second: number;
}
const nameOf = ({ kind, second }: Dated): string => `${second} ${kind}`;

/** null for an event that says too little. */
function datedOf(event: EventRecord): Dated | null {
  const { timeMs, precisionMs, eventId, provider } = event;
  if (timeMs === null || precisionMs > STEP_MS || eventId === null || provider === null) return null;
  return { kind: `${eventId} ${providerOf(event)}`, second: Math.floor(timeMs / STEP_MS) };
}

/** The records of one host whose times are of one basis. */
interface Book {
  readonly hostKey: string;
  readonly isLocal: boolean;
  readonly names: Set<string>;
  first: number;
  last: number;
}

/** A source holds records that a book holds, too. */
export interface Alignment {
  readonly hostKey: string;
  /** Of records that both hold. */
  readonly kinds: number;
  readonly seconds: number;
  holds(event: EventRecord): boolean;
  /** Local minus UTC in ms; null for an event that the book does not hold, or holds at several offsets. */
  offsetOf(event: EventRecord): number | null;
}

/** Records that those of another source may be, by second: no zone changes where in a quarter of an hour one stands. */
export class RecordBooks {
  readonly #books = new Map<string, Book>();
  /** By second of a quarter of an hour and kind. */
  readonly #secondsByBook = new Map<string, Map<Book, number[]>>();

  add(event: EventRecord, hostKey: string): void {
    const dated = datedOf(event);
    if (dated === null) return;
    const book = this.#bookOf(hostKey, hasUnknownZone(event));
    const name = nameOf(dated);
    if (book.names.has(name)) return;
    book.names.add(name);
    book.first = Math.min(book.first, dated.second);
    book.last = Math.max(book.last, dated.second);
    const alike = listAt(mapAt(this.#secondsByBook, placeOf(dated)), book);
    if (alike.length <= MAX_ALIKE) alike.push(dated.second);
  }

  /**
   * The book whose records those of a source are, at the offsets that most of them agree on; null without one.
   * @param events of one host of one source, all of one basis
   * @param hostKey null: of any host
   */
  align(events: readonly EventRecord[], hostKey: string | null): Alignment | null {
    const own = [...new Map(events.flatMap(datedAndNamed)).values()].sort((a, b) => a.second - b.second);
    const [event] = events;
    if (event === undefined || own.length < MIN_SECONDS) return null;
    const votes = this.#votesOf(own, hasUnknownZone(event), hostKey);
    const best = votes.reduce<Vote | null>((most, one) => (most === null || one.count > most.count ? one : most), null);
    if (best === null || best.count < MIN_SECONDS) return null;
    const { book } = best;
    const offsets = votes
      .filter((vote) => vote.book === book && vote.count >= Math.max(MIN_SECONDS, best.count * MIN_OF_BEST))
      .map(({ offset }) => offset);
    if (offsets.length > MAX_OFFSETS) return null;
    const offsetsOf = ({ kind, second }: Dated): readonly number[] =>
      offsets.filter((offset) => book.names.has(nameOf({ kind, second: second - offset })));
    const inReach = own.filter(({ second }) => second - best.offset >= book.first && second - best.offset <= book.last);
    const shared = own.filter((dated) => offsetsOf(dated).length > 0);
    const seconds = new Set(shared.map(({ second }) => second)).size;
    if (seconds < MIN_SECONDS || shared.length < inReach.length * MIN_SHARE) return null;
    return {
      hostKey: book.hostKey,
      kinds: new Set(shared.map(({ kind }) => kind)).size,
      seconds,
      holds: (one) => {
        const dated = datedOf(one);
        return dated !== null && offsetsOf(dated).length > 0;
      },
      offsetOf: (one) => {
        const dated = datedOf(one);
        const [offset, other] = dated === null ? [] : offsetsOf(dated);
        return offset === undefined || other !== undefined ? null : offset * STEP_MS;
      },
    };
  }

  #bookOf(hostKey: string, isOfLocal: boolean): Book {
    const key = `${isOfLocal} ${hostKey}`;
    const known = this.#books.get(key);
    if (known !== undefined) return known;
    const book: Book = {
      hostKey,
      isLocal: isOfLocal,
      names: new Set(),
      first: Number.POSITIVE_INFINITY,
      last: Number.NEGATIVE_INFINITY,
    };
    this.#books.set(key, book);
    return book;
  }

  /** Each second has one vote for an offset of a book. */
  #votesOf(own: readonly Dated[], isOfLocal: boolean, hostKey: string | null): readonly Vote[] {
    const votes = new Map<Book, Map<number, Vote>>();
    const step = Math.max(1, Math.floor(own.length / MAX_VOTERS));
    for (let at = 0; at < own.length; at += step) {
      const dated = own[at];
      if (dated === undefined) break;
      for (const [book, alike] of this.#secondsByBook.get(placeOf(dated)) ?? []) {
        if (alike.length > MAX_ALIKE || (hostKey !== null && book.hostKey !== hostKey)) continue;
        for (const second of alike) {
          const offset = dated.second - second;
          const isPossible = book.isLocal === isOfLocal ? offset === 0 : isOfLocal && Math.abs(offset) <= MAX_OFFSET;
          if (isPossible) count(votes, book, offset, dated.second);
        }
      }
    }
    return [...votes.values()].flatMap((byOffset) => [...byOffset.values()]);
  }
}

interface Vote {
  readonly book: Book;
  readonly offset: number;
  count: number;
  last: number;
}
function count(votes: Map<Book, Map<number, Vote>>, book: Book, offset: number, second: number): void {
  const byOffset = mapAt(votes, book);
  const vote = byOffset.get(offset);
  if (vote === undefined) byOffset.set(offset, { book, offset, count: 1, last: second });
  else if (vote.last !== second) [vote.count, vote.last] = [vote.count + 1, second];
}

const placeOf = ({ kind, second }: Dated): string => `${second % ZONE_STEP} ${kind}`;
const datedAndNamed = (event: EventRecord): readonly (readonly [string, Dated])[] => {
  const dated = datedOf(event);
  return dated === null ? [] : [[nameOf(dated), dated]];
};
