import { type Expression, parseExpression } from '../knowledge/rules/expression.ts';
import type { RuleExpression } from '../knowledge/rules/schema.ts';
import type { FactBook } from './context.ts';
import { NO_TIMES, type PatternMatch } from './patterns/match.ts';
import type { RuleMatches } from './rule-matches.ts';
import type { RuleRun } from './rule-run.ts';
import { and, FALSE, holds, LENIENT, LENIENT_FALSE, not, or, strictly, TRUE, type Truth, UNKNOWN } from './truth.ts';

/** Why a name of a condition is not plainly true or false. */
export interface Reservation {
  readonly kind: 'name' | 'context';
  readonly name: string;
  readonly value: Truth;
  readonly reasons: readonly string[];
}
export interface Outcome {
  readonly value: Truth;
  readonly reservations: readonly Reservation[];
  /** Matches that make it true. */
  readonly matches: readonly PatternMatch[];
}

const parsed = new Map<string, Expression>();
const expressionOf = (text: RuleExpression): Expression => {
  const key = String(text);
  const known = parsed.get(key) ?? parseExpression(text);
  parsed.set(key, known);
  return known;
};

/** What a strict rule does not take is unknown to it, and is reported so. */
const withoutReservations = ({ value, reservations, matches }: Outcome): Outcome => ({
  value: strictly(value),
  reservations: reservations.map((reservation) => ({ ...reservation, value: strictly(reservation.value) })),
  matches,
});

const constant = (value: Truth): Outcome => ({ value, reservations: [], matches: [] });

/**
 * What is asked of a name: that it was seen (else it is simply false), that it was not (then its logs have to cover the time), or one as much as the
 * other. A `not` turns it round.
 */
type Asked = 'seen' | 'unseen' | 'either';
const OPPOSITE: Readonly<Record<Asked, Asked>> = { seen: 'unseen', unseen: 'seen', either: 'either' };

/** One anchor match and what the rule's conditions say about it (rule-language.md, section 4, "From anchor match to finding"). */
export class Incident {
  readonly anchor: PatternMatch;
  readonly #run: RuleRun;
  readonly #matches: RuleMatches;
  readonly #facts: FactBook;
  readonly #outcomes = new Map<string, Outcome>();

  constructor(anchor: PatternMatch, run: RuleRun, matches: RuleMatches, facts: FactBook) {
    this.anchor = anchor;
    this.#run = run;
    this.#matches = matches;
    this.#facts = facts;
  }

  evaluate(text: RuleExpression): Outcome {
    return this.#strictly(this.#evaluate(expressionOf(text), 'seen'));
  }

  /** What would keep the finding from counting: here what is not seen is not taken for absent either, so that UNKNOWN is what the logs leave open. */
  evaluateDoubt(text: RuleExpression): Outcome {
    return this.#strictly(this.#evaluate(expressionOf(text), 'either'));
  }

  #strictly(outcome: Outcome): Outcome {
    return this.#run.rule.order === 'strict' ? withoutReservations(outcome) : outcome;
  }

  /** A grade rests on its condition and on the anchor match itself, whether or not the condition names it; what decides is told by the condition alone. */
  evaluateGrade(text: RuleExpression): Outcome {
    const outcome = this.evaluate(text);
    const anchor = this.evaluate(this.#matches.anchor);
    const told = new Set(outcome.reservations.map(({ name }) => name));
    return {
      value: and(outcome.value, anchor.value),
      reservations: [...outcome.reservations, ...anchor.reservations.filter(({ name }) => !told.has(name))],
      matches: outcome.matches,
    };
  }

  #evaluate(expression: Expression, asked: Asked): Outcome {
    switch (expression.kind) {
      case 'constant':
        return constant(expression.value ? TRUE : FALSE);
      case 'context':
        return this.#context(expression.name);
      case 'name':
        return this.#name(expression.name, asked);
      case 'not': {
        const { value, reservations } = this.#evaluate(expression.of, OPPOSITE[asked]);
        return { value: not(value), reservations, matches: [] };
      }
      default:
        return combine(
          expression.of.map((part) => this.#evaluate(part, asked)),
          expression.kind,
        );
    }
  }

  #context(name: string): Outcome {
    const value = this.#facts.probe(
      this.#run.rule,
      name,
      this.anchor.key.host ?? this.anchor.events[0]?.event.host ?? null,
    );
    return {
      value,
      reservations: value === UNKNOWN ? [{ kind: 'context', name, value, reasons: [] }] : [],
      matches: [],
    };
  }

  #name(name: string, asked: Asked): Outcome {
    const memo = `${asked} ${name}`;
    const known = this.#outcomes.get(memo);
    if (known !== undefined) return known;
    const outcome = this.#look(name, asked);
    this.#outcomes.set(memo, outcome);
    return outcome;
  }

  #look(name: string, asked: Asked): Outcome {
    const { value, matches } = this.#matches.countedFor(name, this.anchor);
    if (value === FALSE && !this.#answersItself(name)) {
      const leftOut = this.#matches.leftOut(name);
      if (leftOut !== null) return unknown(name, leftOut);
      const isTold = asked === 'either' ? this.#matches.isAboutAnchor(name) : this.#matches.isToldBy(this.anchor, name);
      if (asked !== 'seen' && !isTold) return this.#unseen(name);
    }
    const reasons = [...new Set(matches.flatMap((match) => match.reasons))];
    const isPlain = value === TRUE || value === FALSE;
    return {
      value,
      reservations: isPlain ? [] : [{ kind: 'name', name, value, reasons }],
      matches: holds(value) ? matches : [],
    };
  }

  /** Absence and nearness look at coverage themselves. */
  #answersItself(name: string): boolean {
    const pattern = this.#matches.patternOf(name);
    return 'absent' in pattern || 'near' in pattern;
  }

  /** Not seen is not the same as absent: false only where the logs of the classes are covered around the anchor. */
  #unseen(name: string): Outcome {
    const { value: covered, reason } = this.#matches.coveredAround(name, this.anchor);
    if (covered === TRUE) return constant(FALSE);
    const value = covered === LENIENT ? LENIENT_FALSE : UNKNOWN;
    const reasons = [this.#matches.tooOldFor(name, this.anchor) ?? reason ?? NO_TIMES];
    return { value, reservations: [{ kind: 'name', name, value, reasons }], matches: [] };
  }
}

const unknown = (name: string, reason: string): Outcome => ({
  value: UNKNOWN,
  reservations: [{ kind: 'name', name, value: UNKNOWN, reasons: [reason] }],
  matches: [],
});

function combine(parts: readonly Outcome[], kind: 'and' | 'or'): Outcome {
  const value = parts.map((part) => part.value).reduce(kind === 'and' ? and : or);
  const isDeciding = (part: Outcome): boolean =>
    holds(value) ? (kind === 'or' ? part.value === value : true) : part.value !== FALSE;
  const deciding = parts.filter(isDeciding);
  return {
    value,
    reservations: deciding.flatMap(({ reservations }) => reservations),
    matches: deciding.flatMap(({ matches }) => matches),
  };
}
