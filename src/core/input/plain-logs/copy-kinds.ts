import type { RawEvent } from '../../model/event.ts';
import type { PlacedCell } from '../../model/interest.ts';
import type { ParserContext } from '../../model/parser.ts';
import { placedCellOf } from '../event-schema/event-kind.ts';
import { isAskedFor, mayNameCodes } from '../event-schema/wanted.ts';
import { Detacher } from '../normalise/detached.ts';
import { copyText } from '../text/copy-text.ts';
import type { CopyLayout } from './copy-layout.ts';
import { readAlone } from './read-alone.ts';

const MAX_KINDS = 4096;

/** Where a copied event stands in a text. */
export interface CopyText {
  readonly text: string;
  readonly start: number;
  /** Of the description. */
  readonly from: number;
  readonly end: number;
}

/** All copies with the same headings but for their time. */
export interface CopyKind {
  /** Without time and description. */
  readonly event: RawEvent;
  readonly language: string | null;
  readonly isCounted: boolean;
  readonly counted: PlacedCell;
  /** Lines up to the description. */
  readonly headLines: number;
  readonly head: string;
  readonly tail: string;
  /** What came behind it last time, which often comes again. */
  next: CopyKind | null;
}

/** The kinds of copies of one source, by what stands in front of the date and behind it. */
export class CopyKinds {
  readonly #context: ParserContext;
  readonly #layout: CopyLayout;
  readonly #detacher = new Detacher();
  readonly #byHead = new Map<string, Map<string, CopyKind | null>>();
  #count = 0;
  #last: CopyKind | null = null;

  constructor(layout: CopyLayout, context: ParserContext) {
    [this.#layout, this.#context] = [layout, context];
  }

  /** @returns null where the reader of all copies makes something else of it than an event with this description */
  find(head: string, tail: string, copy: CopyText): CopyKind | null {
    const guess = this.#last?.next ?? null;
    const found =
      guess !== null && guess.tail === tail && guess.head === head ? guess : this.#findOrLearn(head, tail, copy);
    if (found !== null && this.#last !== null) this.#last.next = found;
    this.#last = found;
    return found;
  }

  #findOrLearn(head: string, tail: string, copy: CopyText): CopyKind | null {
    const known = this.#byHead.get(head)?.get(tail);
    if (known !== undefined) return known;
    const kind = this.#learn(copyText(head), copyText(tail), copy);
    if (this.#count >= MAX_KINDS) return kind;
    this.#count += 1;
    const byTail = this.#byHead.get(head) ?? new Map<string, CopyKind | null>();
    this.#byHead.set(copyText(head), byTail);
    byTail.set(copyText(tail), kind);
    return kind;
  }

  #learn(head: string, tail: string, { text, start, from, end }: CopyText): CopyKind | null {
    const read = readAlone(text.slice(start, end), this.#layout.format);
    if (read === null) return null;
    const { event, language } = read;
    if (event.message !== this.#layout.messageOf(text.slice(from, end)) || event.data !== null) return null;
    const own = this.#detacher.detach({ ...event, message: null, strings: [] });
    const { host, channel, provider, eventId, level } = own;
    return {
      event: own,
      language,
      isCounted: !isAskedFor(this.#context.interest, own) && !mayNameCodes(own),
      counted: placedCellOf(this.#context, { host, channel, provider, eventId, level }),
      head,
      tail,
      next: null,
      headLines: text.slice(start, from).split('\n').length - 1,
    };
  }
}
