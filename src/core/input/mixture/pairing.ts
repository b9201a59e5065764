import type { DateOrder, RawEvent } from '../../model/event.ts';
import type { Problem } from '../../model/problems.ts';
import { Votes } from '../votes.ts';
import { agreementOf, isPair, isRowOf, mergePair, mergeRow } from './pair.ts';

/** An event as a segment gave it. */
export interface Offered {
  readonly event: RawEvent;
  /** `text`: a copied event; `detail`: what may be another form of one; `row`: what may be the row of a list that shows one. */
  readonly form: 'text' | 'detail' | 'row' | 'other';
  /** Words stand between it and the event before. */
  readonly isApart: boolean;
  /** The text before ends in the heading of its XML part. */
  readonly isAnnounced: boolean;
  /** Some rule asks for it: the parser has checked. */
  readonly isChecked: boolean;
}

/** Joins the row, the text and the XML of one event. Keeps one event back, since its other form may follow. */
export class Pairing {
  readonly #release: (event: RawEvent, isChecked: boolean) => void;
  readonly #report: (problem: Problem) => void;
  readonly #offsets = new Votes<number>();
  readonly #orders = new Votes<DateOrder>();
  #held: Offered | null = null;
  #pairs = 0;

  constructor(release: (event: RawEvent, isChecked: boolean) => void, report: (problem: Problem) => void) {
    this.#release = release;
    this.#report = report;
  }

  /** A copied event waits for its details. */
  get awaitsDetail(): boolean {
    return this.#held?.form === 'text';
  }
  get pairs(): number {
    return this.#pairs;
  }
  /** Local minus UTC, when all pairs say the same: the clock of the viewer changes in spring and in autumn. */
  get offsetMs(): number | null {
    return this.#offsets.unanimous;
  }
  get order(): DateOrder | null {
    return this.#orders.unanimous;
  }

  offer(offered: Offered): void {
    const held = this.#held;
    this.#held = null;
    if (held !== null && mayJoin(held, offered) && this.#join(held, offered)) return;
    if (held !== null && isRowAbove(held, offered)) {
      this.#pairs += 1;
      // Its XML may follow.
      this.#held = { ...offered, event: mergeRow(held.event, offered.event), isChecked: false };
      return;
    }
    if (held !== null) this.#release(held.event, held.isChecked);
    this.#held = offered;
  }

  end(): void {
    if (this.#held !== null) this.#release(this.#held.event, this.#held.isChecked);
    this.#held = null;
  }

  #join(before: Offered, after: Offered): boolean {
    const [text, xml] = before.form === 'text' ? [before.event, after.event] : [after.event, before.event];
    if (!isPair(text, xml, after.isAnnounced)) return false;
    const agreement = agreementOf(text, xml);
    if (agreement === 'edited') this.#report({ code: 'time/edited', position: text.position, detail: null });
    else if (typeof agreement === 'object') {
      this.#offsets.add(agreement.offsetMs);
      if (text.time?.kind === 'local' && text.time.orders.length > 1) this.#orders.add(agreement.order);
    }
    this.#pairs += 1;
    this.#release(mergePair(text, xml), false);
    return true;
  }
}

const mayJoin = (before: Offered, after: Offered): boolean =>
  (!after.isApart || after.isAnnounced) && before.form !== after.form && isForm(before) && isForm(after);
const isForm = ({ form }: Offered): boolean => form === 'text' || form === 'detail';

const isRowAbove = (before: Offered, after: Offered): boolean =>
  before.form === 'row' && after.form === 'text' && !after.isApart && isRowOf(before.event, after.event);
