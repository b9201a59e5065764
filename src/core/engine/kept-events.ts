import type { EventContent, EventRecord } from '../model/event.ts';
import type { ClassHit, KeptEvent, Limit } from '../model/scan.ts';
import type { Candidate } from './class-index.ts';
import { ClassMissCounter } from './class-misses.ts';
import type { CompiledRules } from './compile.ts';
import { textHashOf } from './text-hash.ts';

/** rule-language.md, section 6.2 */
const MAX_TEXT_BYTES = 32 * 1024 * 1024;
const MAX_PER_CLASS = 200_000;

const NO_TEXT = { message: null, strings: [], fields: new Map<string, string>(), data: null, payload: null } as const;

const textBytes = ({ message, strings, fields, data }: EventRecord): number => {
  let characters = message?.length ?? 0;
  for (const insert of strings) characters += insert.length;
  for (const [name, value] of fields) characters += name.length + value.length;
  return characters * 2 + (data?.length ?? 0);
};

const areSame = (one: readonly ClassHit[], other: readonly ClassHit[]): boolean =>
  one.length === other.length && one.every((hit, index) => hit === other[index]);

/** What the classes make of what an event says. */
export interface Judgement {
  readonly hits: readonly ClassHit[];
  /** Classes whose provider and id were right, and the clauses that refused. */
  readonly misses: readonly Miss[];
  /** The text of an event of this judgement is kept already, and costs nothing once more. */
  isTextKept: boolean;
}
interface Miss {
  readonly classIndex: number;
  readonly failed: readonly string[];
}
const NO_MISSES: readonly Miss[] = [];

/** The events of one source that some class takes, under the caps that keep memory bounded, and the near misses of its classes. */
export class KeptEvents {
  readonly #rules: CompiledRules;
  /** Of most sources no event is kept. */
  #countByClass: Uint32Array | null = null;
  readonly misses = new ClassMissCounter();
  /** What the last event of each name was taken by; the candidates of a name are one list, made once. */
  readonly #lastHits = new WeakMap<readonly Candidate[], readonly ClassHit[]>();
  #textBytes = 0;
  #withoutText = 0;
  #givenUp = 0;

  constructor(rules: CompiledRules) {
    this.#rules = rules;
  }

  judge(content: EventContent): Judgement {
    const candidates = this.#rules.candidates(content);
    const hits: ClassHit[] = [];
    let misses: Miss[] | null = null;
    for (const { compiled, judge } of candidates) {
      const verdict = judge(content);
      if (verdict.takes) hits.push(compiled.hit(content));
      else if (verdict.near) {
        misses ??= [];
        misses.push({ classIndex: compiled.index, failed: verdict.failed });
      }
    }
    return { hits: this.#shared(candidates, hits), misses: misses ?? NO_MISSES, isTextKept: false };
  }

  /** In record order: the caps keep what comes first. null: no class takes the event. */
  take(event: EventRecord, judgement: Judgement): KeptEvent | null {
    for (const { classIndex, failed } of judgement.misses) this.misses.add(classIndex, failed, event);
    if (judgement.hits.length === 0) return null;
    const hits = this.#counted(judgement.hits);
    return hits.length === 0 ? null : this.#keep(event, hits, judgement);
  }

  #counted(hits: readonly ClassHit[]): readonly ClassHit[] {
    this.#countByClass ??= new Uint32Array(this.#rules.classes.length);
    let left = hits;
    for (const hit of hits) {
      const known = this.#countByClass[hit.classIndex] ?? 0;
      if (known < MAX_PER_CLASS) this.#countByClass[hit.classIndex] = known + 1;
      else {
        this.#givenUp += 1;
        left = left.filter((other) => other !== hit);
      }
    }
    return left;
  }

  /**
   * Events of one name are mostly taken by the same classes, which capture nothing: one list serves all of them. A list that grew has room
   * for more; its copy has none.
   */
  #shared(candidates: readonly Candidate[], hits: readonly ClassHit[]): readonly ClassHit[] {
    const last = this.#lastHits.get(candidates);
    if (last !== undefined && areSame(last, hits)) return last;
    const exact = hits.slice();
    this.#lastHits.set(candidates, exact);
    return exact;
  }

  #keep(event: EventRecord, hits: readonly ClassHit[], judgement: Judgement): KeptEvent {
    const bytes = judgement.isTextKept ? 0 : textBytes(event);
    if (this.#textBytes + bytes > MAX_TEXT_BYTES) {
      this.#withoutText += 1;
      return { event: { ...event, ...NO_TEXT }, hits, textHash: textHashOf(event) };
    }
    this.#textBytes += bytes;
    judgement.isTextKept = true;
    return { event, hits, textHash: null };
  }

  limits(): readonly Limit[] {
    const limits: Limit[] = [];
    if (this.#withoutText > 0)
      limits.push({ limit: 'kept-text', ruleId: null, detail: `the text of ${this.#withoutText} events was not kept` });
    if (this.#givenUp > 0)
      limits.push({
        limit: 'kept-events',
        ruleId: null,
        detail: `${this.#givenUp} events beyond ${MAX_PER_CLASS} of one class were given up`,
      });
    return limits;
  }
}
