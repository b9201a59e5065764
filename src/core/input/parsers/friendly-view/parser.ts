import type { CreateTextParser, ParsedBatch, ParserContext, ParserFindings } from '../../../model/parser.ts';
import { NO_FINDINGS } from '../../../model/parser.ts';
import { deliver } from '../../deliver.ts';
import { partsIn, toRawEvent } from '../../event-schema/raw-event.ts';
import { SystemElement } from '../../event-schema/system.ts';
import { parserByLines, type ReadsLines } from '../../lines/by-lines.ts';
import { isFirstLine } from './first-line.ts';
import { treeOf } from './tree.ts';

/** No event is longer. */
const MAX_CHARACTERS = 1 << 20;

/** Reads what the Details tab of the Event Viewer gives when its friendly view is copied. */
export const createFriendlyViewParser: CreateTextParser = parserByLines((context) => new FriendlyViews(context));

class FriendlyViews implements ReadsLines {
  readonly #context: ParserContext;
  #lines: string[] = [];
  #characters = 0;
  #start = 1;
  #records = 0;

  constructor(context: ParserContext) {
    this.#context = context;
  }

  take(line: string, number: number, batch: ParsedBatch): void {
    if (isFirstLine(line)) this.#finish(batch);
    if (this.#lines.length === 0) this.#start = number;
    if (this.#characters + line.length <= MAX_CHARACTERS) this.#lines.push(line);
    this.#characters += line.length + 1;
  }

  end(batch: ParsedBatch): void {
    this.#finish(batch);
  }

  findings(): ParserFindings {
    return { ...NO_FINDINGS, timeBasis: 'utc', records: this.#records };
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
