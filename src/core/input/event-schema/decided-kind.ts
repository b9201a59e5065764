import type { EventKind, TallyCell } from '../../model/interest.ts';
import type { ParserContext } from '../../model/parser.ts';
import { isAskedFor, mayNameCodes } from './wanted.ts';

/** What makes events equal both for statistics and for whether they are read. */
export type DecidingKind = EventKind & { readonly providerAlias: string | null };

/** All events that agree in what decides about them, decided and looked up once. */
export class DecidedKind {
  readonly kind: DecidingKind;
  /** Some rule asks for them. */
  readonly isAskedFor: boolean;
  /** They are read if they may hold a code that some rule looks for. */
  readonly mayNameCodes: boolean;
  readonly #context: ParserContext;
  #cell: TallyCell | null = null;

  constructor(kind: DecidingKind, context: ParserContext) {
    this.kind = kind;
    this.isAskedFor = isAskedFor(context.interest, kind);
    this.mayNameCodes = mayNameCodes(kind);
    this.#context = context;
  }

  /** Where they are counted; null when the tally has no cells. */
  get cell(): TallyCell | null {
    this.#cell ??= this.#context.tally.cell?.(this.kind) ?? null;
    return this.#cell;
  }
}
