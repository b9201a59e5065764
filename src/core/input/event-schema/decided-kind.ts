import type { EventKind, TallyCell } from '../../../model/interest.ts';
import type { ParserContext } from '../../../model/parser.ts';
import { isAskedFor, mayNameCodes } from '../../event-schema/wanted.ts';

/** All events that agree in what decides about them, decided and looked up once. */
export class QuickKind {
  readonly kind: EventKind;
  /** Some rule asks for them. */
  readonly isAskedFor: boolean;
  /** They are read if they may hold a code that some rule looks for. */
  readonly mayNameCodes: boolean;
  readonly #context: ParserContext;
  #cell: TallyCell | null = null;

  constructor(kind: EventKind, providerAlias: string | null, context: ParserContext) {
    const deciding = { ...kind, providerAlias };
    this.kind = kind;
    this.isAskedFor = isAskedFor(context.interest, deciding);
    this.mayNameCodes = mayNameCodes(deciding);
    this.#context = context;
  }

  /** Where they are counted; null when the tally has no cells. */
  get cell(): TallyCell | null {
    this.#cell ??= this.#context.tally.cell?.(this.kind) ?? null;
    return this.#cell;
  }
}
