import type { RawEvent } from '../../model/event.ts';
import type { Tally } from '../../model/interest.ts';
import type {
  CreateTextParser,
  FreeText,
  ParsedBatch,
  ParserContext,
  ParserFindings,
  TextParser,
} from '../../model/parser.ts';
import { isFrame } from '../blocks/fence.ts';
import type { SegmentFormat, SegmentStart } from '../parsers/segment-format.ts';

/** What a segment is read by. */
export interface SegmentReader {
  /** null: the rest, which no format claims. */
  readonly format: SegmentFormat | null;
  readonly start: SegmentStart | null;
  readonly create: CreateTextParser;
  readonly context: ParserContext;
  /** The context asks for what the rules ask for, not for everything. */
  readonly isChecked: boolean;
}

/** A segment while it is read; its places become those of the whole text. */
export class OpenSegment {
  readonly format: SegmentFormat | null;
  readonly start: SegmentStart | null;
  /** Of its first character, 1-based. */
  readonly line: number;
  /** Its parser hands over only what some rule asks for. */
  readonly isChecked: boolean;
  readonly #parser: TextParser;
  readonly #linesBefore: number;
  #pieces: string[] = [];
  /** The places of its first and last event. */
  #first: number | null = null;
  #last = 0;

  constructor({ format, start, create, context, isChecked }: SegmentReader, line: number) {
    [this.format, this.start, this.isChecked] = [format, start, isChecked];
    this.line = line;
    this.#linesBefore = line - 1;
    this.#parser = create(line === 1 ? context : behindLines(context, line - 1));
  }

  add(text: string): void {
    this.#pieces.push(text);
  }

  /** Has its parser read what was added. */
  read(): ParsedBatch {
    const text = this.#pieces.join('');
    this.#pieces = [];
    return this.#placed(this.#parser.push(text));
  }

  end(): ParsedBatch {
    const { events, problems } = this.read();
    const rest = this.#placed(this.#parser.end());
    return { events: [...events, ...rest.events], problems: [...problems, ...rest.problems] };
  }

  /** Asked after the end. */
  findings(): ParserFindings {
    const findings = this.#parser.findings();
    const freeText = findings.freeText.map(({ text, line }) => ({ text, line: line + this.#linesBefore }));
    const placed = <T extends { readonly position: number }>(found: readonly T[] = []): readonly T[] =>
      found.map((one) => ({ ...one, position: one.position + this.#linesBefore }));
    return { ...findings, freeText, facts: placed(findings.facts), observations: placed(findings.observations) };
  }

  /** Do words stand between the beginning of the segment and this event? */
  hasWordsBefore({ position }: RawEvent): boolean {
    return this.#words().some(({ line }) => line <= position);
  }
  /** Do words stand behind its last event? Without an event, any words. */
  hasWordsAtEnd(): boolean {
    return this.#words().some((words) => this.#first === null || lastLineOf(words) > this.#last);
  }
  /** Its free text, without what is nothing but a frame around a log. */
  #words(): readonly FreeText[] {
    return this.findings().freeText.filter(({ text }) => !text.split('\n').every(isFrame));
  }
  get isFirstEvent(): boolean {
    return this.#first === null;
  }

  #placed({ events, problems }: ParsedBatch): ParsedBatch {
    const by = this.#linesBefore;
    const shift = (position: number): number => position + by;
    return {
      events: events.map((event) => ({
        ...event,
        position: shift(event.position),
        otherForms: event.otherForms.map(shift),
      })),
      problems: problems.map((problem) => ({
        ...problem,
        position: problem.position === null ? null : shift(problem.position),
      })),
    };
  }

  /** Notes that an event was handed over. */
  note({ position }: RawEvent): void {
    this.#first ??= position;
    this.#last = position;
  }
}

const lastLineOf = ({ text, line }: FreeText): number => line + text.split('\n').length - 1;

/** What a parser counts stands behind the lines in front of its segment. */
function behindLines(context: ParserContext, lines: number): ParserContext {
  const { tally } = context;
  const placed = tally.placedCell?.bind(tally);
  const count: Tally['count'] = (event, sample) => tally.count({ ...event, position: event.position + lines }, sample);
  if (placed === undefined) return { ...context, tally: { ...tally, count } };
  const placedCell: Tally['placedCell'] = (kind) => {
    const cell = placed(kind);
    return { count: (position, recordId, time, sample) => cell.count(position + lines, recordId, time, sample) };
  };
  return { ...context, tally: { ...tally, count, placedCell } };
}
