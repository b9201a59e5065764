import type { DateOrder, RawTime } from '../../../model/event.ts';
import type {
  CreateTextParser,
  ParsedBatch,
  ParserContext,
  ParserFindings,
  TextParser,
} from '../../../model/parser.ts';
import { emptyBatch, joinedBatches, NO_FINDINGS } from '../../../model/parser.ts';
import { deliver } from '../../deliver.ts';
import { FreeTextCollector } from '../../free-text.ts';
import { suggestedOrder } from '../../normalise/suggested-order.ts';
import { LineCutter } from '../../text/lines.ts';
import { Votes } from '../../votes.ts';
import type { Block } from './block.ts';
import { toRawEvent } from './raw-event.ts';
import { BlockReader } from './reader.ts';

/**
 * Reads events as both generations of the Event Viewer copy them as text, in any of 21 languages, with what mails, forums and articles
 * make of them. What is no event stays free text.
 */
export const createClipboardParser: CreateTextParser = (context) => new ClipboardParser(context);

class ClipboardParser implements TextParser {
  readonly #context: ParserContext;
  readonly #cutter = new LineCutter();
  readonly #freeText = new FreeTextCollector();
  readonly #languages = new Votes<string>();
  readonly #orders = new Votes<DateOrder>();
  readonly #reader: BlockReader;
  #batch = emptyBatch();
  #line = 0;
  #records = 0;

  constructor(context: ParserContext) {
    this.#context = context;
    this.#reader = new BlockReader({
      block: (block) => this.#addBlock(block),
      freeText: (text, line) => this.#freeText.add(text, line),
      badId: (line) => {
        this.#records += 1;
        this.#batch.problems.push({ code: 'clipboard/bad-id', position: line, detail: null });
      },
      toldId: (line) => this.#batch.problems.push({ code: 'event/no-headings', position: line, detail: null }),
    });
  }

  push(text: string): ParsedBatch {
    return this.#read(this.#cutter.push(text));
  }

  end(): ParsedBatch {
    const lines = this.#read(this.#cutter.end());
    this.#reader.end();
    return joinedBatches(lines, this.#take());
  }

  findings(): ParserFindings {
    return {
      ...NO_FINDINGS,
      language: this.#languages.winner('en'),
      likelyOrder: this.#orders.winner(null),
      timeBasis: 'local',
      freeText: this.#freeText.found,
      records: this.#records,
    };
  }

  #read(lines: readonly string[]): ParsedBatch {
    for (const line of lines) {
      this.#line += 1;
      this.#reader.push(line, this.#line);
    }
    this.#batch.problems.push(...this.#cutter.takeProblems());
    return this.#take();
  }

  #take(): ParsedBatch {
    const batch = this.#batch;
    this.#batch = emptyBatch();
    return batch;
  }

  #addBlock(block: Block): void {
    const { event, problems } = toRawEvent(block);
    this.#records += 1;
    const { dialect } = block.head;
    if (dialect !== null) this.#languages.add(dialect.language);
    this.#vote(event.time);
    this.#batch.problems.push(...problems);
    deliver(event, this.#context, this.#batch);
  }

  /** Only a date in doubt has something to say about the region. */
  #vote(time: RawTime | null): void {
    const order = suggestedOrder(time);
    if (order !== null) this.#orders.add(order);
  }
}
