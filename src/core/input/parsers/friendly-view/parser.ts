import type {
  CreateTextParser,
  ParsedBatch,
  ParserContext,
  ParserFindings,
  TextParser,
} from '../../../model/parser.ts';
import { emptyBatch, NO_FINDINGS } from '../../../model/parser.ts';
import { deliver } from '../../deliver.ts';
import { partsIn, toRawEvent } from '../../event-schema/raw-event.ts';
import { SystemElement } from '../../event-schema/system.ts';
import { LineCutter } from '../../text/lines.ts';
import { isFirstLine } from './first-line.ts';
import { treeOf } from './tree.ts';

/** No event is longer. */
const MAX_CHARACTERS = 1 << 20;

/** Reads what the Details tab of the Event Viewer gives when its friendly view is copied. */
export const createFriendlyViewParser: CreateTextParser = (context) => new FriendlyViewParser(context);

class FriendlyViewParser implements TextParser {
  readonly #context: ParserContext;
  readonly #cutter = new LineCutter();
  #lines: string[] = [];
  #characters = 0;
  #start = 1;
  #line = 0;
  #records = 0;

  constructor(context: ParserContext) {
    this.#context = context;
  }

  push(text: string): ParsedBatch {
    return this.#read(this.#cutter.push(text));
  }

  end(): ParsedBatch {
    const batch = this.#read(this.#cutter.end());
    this.#finish(batch);
    return batch;
  }

  findings(): ParserFindings {
    return { ...NO_FINDINGS, timeBasis: 'utc', records: this.#records };
  }

  #read(lines: readonly string[]): ParsedBatch {
    const batch = emptyBatch();
    for (const line of lines) {
      this.#line += 1;
      if (isFirstLine(line)) this.#finish(batch);
      if (this.#lines.length === 0) this.#start = this.#line;
      if (this.#characters + line.length <= MAX_CHARACTERS) this.#lines.push(line);
      this.#characters += line.length + 1;
    }
    batch.problems.push(...this.#cutter.takeProblems());
    return batch;
  }

  #finish(batch: ParsedBatch): void {
    const text = this.#lines.join('\n');
    this.#lines = [];
    this.#characters = 0;
    if (text.trim() === '') return;
    this.#records += 1;
    const root = treeOf(text);
    const [system] = root.children;
    if (system === undefined || typeof system === 'string') return;
    const origin = { position: this.#start, recordId: null, time: null, recovered: false };
    const { everything } = this.#context.interest;
    const read = toRawEvent(new SystemElement(system), partsIn(root), origin, everything);
    const notes = 'event' in read ? read.notes : [read];
    for (const note of notes) batch.problems.push({ ...note, position: this.#start });
    if ('event' in read) deliver(read.event, this.#context, batch);
  }
}
