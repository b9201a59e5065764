import {
  type CreateTextParser,
  emptyBatch,
  type ParsedBatch,
  type ParserContext,
  type ParserFindings,
  type TextParser,
} from '../../model/parser.ts';
import { createBareMessageParser } from '../bare-messages/parser.ts';
import { FreeTextCollector } from '../free-text.ts';
import { beginsSomething } from '../mixture/begins.ts';
import { createMixtureParser, type MixtureParser } from '../mixture/parser.ts';
import { LOOKAHEAD } from '../mixture/pieces.ts';
import { LineCutter } from '../text/lines.ts';
import type { OtherLog } from './kinds.ts';
import { ownLine } from './recognise.ts';

/**
 * Reads a log that holds no events: of its own lines only the codes are noted. All others are a mixture, and so is everything from the first
 * of them on in which an event begins.
 */
export const createOtherLogParser =
  (kind: OtherLog): CreateTextParser =>
  (context) => {
    const named = new FreeTextCollector();
    const parser = createBareMessageParser(context, (inner) => new OtherLogParser(kind, inner, named));
    return {
      push: (text) => parser.push(text),
      end: () => parser.end(),
      findings: () => {
        const findings = parser.findings();
        return { ...findings, freeText: [...findings.freeText, ...named.found] };
      },
    };
  };

/** The codes of further lines of a source are not counted. */
const MAX_NAMED = 200_000;

class OtherLogParser implements TextParser {
  readonly #isOwn: (line: string) => boolean;
  readonly #codes: RegExp | null;
  readonly #named: FreeTextCollector;
  readonly #mixture: MixtureParser;
  readonly #cutter = new LineCutter();
  /** The last lines so far, which those before them may need to be told. */
  #ahead: readonly string[] = [];
  #line = 0;
  /** Lines in hand for the mixture, and whether it has all of them from here on. */
  #others: string[] = [];
  #hasEvents = false;
  #linesNamed = 0;
  #batch = emptyBatch();

  constructor(kind: OtherLog, context: ParserContext, named: FreeTextCollector) {
    this.#isOwn = ownLine(kind) ?? (() => false);
    [this.#codes, this.#named, this.#mixture] = [kind.codes ?? null, named, createMixtureParser(context)];
  }

  push(text: string): ParsedBatch {
    this.#read(this.#cutter.push(text), LOOKAHEAD);
    return this.#take();
  }

  end(): ParsedBatch {
    this.#read(this.#cutter.end(), 0);
    this.#add(this.#mixture.end());
    return this.#take();
  }

  findings(): ParserFindings {
    return this.#mixture.findings();
  }

  /** @param left so many lines wait for those behind them */
  #read(added: readonly string[], left: number): void {
    const lines = [...this.#ahead, ...added];
    const count = Math.max(0, lines.length - left);
    for (let at = 0; at < count; at += 1) this.#readLine(lines, at);
    this.#ahead = lines.slice(count);
    this.#hand();
  }

  #readLine(lines: readonly string[], at: number): void {
    const line = lines[at] ?? '';
    this.#line += 1;
    if (!this.#hasEvents && this.#isOwn(line)) {
      this.#endOthers();
      this.#noteCodes(line);
      return;
    }
    if (!this.#hasEvents && this.#others.length === 0) this.#mixture.goOnAt(this.#line);
    this.#hasEvents ||= beginsSomething((index) => (index < LOOKAHEAD ? lines[at + index] : undefined));
    this.#others.push(line);
  }

  /** Nothing else of the line is kept: it is full of names and ids of other things. */
  #noteCodes(line: string): void {
    if (this.#codes === null || this.#linesNamed === MAX_NAMED) return;
    const codes = line.match(this.#codes);
    if (codes === null) return;
    this.#linesNamed += 1;
    this.#named.add(codes.join(' '), this.#line);
  }

  #endOthers(): void {
    if (this.#others.length === 0) return;
    this.#hand();
    this.#add(this.#mixture.pause());
  }

  #hand(): void {
    if (this.#others.length > 0) this.#add(this.#mixture.push(this.#others.map((line) => `${line}\n`).join('')));
    this.#others = [];
  }

  #add({ events, problems }: ParsedBatch): void {
    for (const event of events) this.#batch.events.push(event);
    for (const problem of problems) this.#batch.problems.push(problem);
  }

  #take(): ParsedBatch {
    const batch = this.#batch;
    batch.problems.push(...this.#cutter.takeProblems());
    this.#batch = emptyBatch();
    return batch;
  }
}
