import type { PayloadElement } from '../../../model/event.ts';
import type {
  CreateTextParser,
  ParsedBatch,
  ParserContext,
  ParserFindings,
  TextParser,
} from '../../../model/parser.ts';
import { emptyBatch, NO_FINDINGS } from '../../../model/parser.ts';
import { deliver } from '../../deliver.ts';
import { FreeTextCollector } from '../../free-text.ts';
import { GrowingWindow } from '../../text/growing-window.ts';
import { LineNumbers } from '../../text/line-numbers.ts';
import { OwnNames } from '../../text/own-names.ts';
import { Characters } from '../../xml/characters.ts';
import { XmlReader } from '../../xml/tree.ts';
import { closedObject } from './close.ts';
import { nextObject } from './objects.ts';
import { eventFrom } from './raw-event.ts';

/** An event has at most 32 K characters of message, escaped, and as much in its properties. */
const MAX_OBJECT_CHARACTERS = 1 << 22;
/** A tag that a piece ends in. */
const TAG_CHARACTERS = 512;

/**
 * Reads what Export-Clixml writes of Get-WinEvent, Get-EventLog and of selections of their properties, object by object.
 * @throws Error when `loadXmlParser` was not awaited before.
 */
export const createClixmlParser: CreateTextParser = (context) => new ClixmlParser(context);

class ClixmlParser implements TextParser {
  readonly #context: ParserContext;
  readonly #reader = new XmlReader(new Characters(), new OwnNames());
  readonly #lines = new LineNumbers();
  readonly #arrived = new GrowingWindow();
  readonly #freeText = new FreeTextCollector();
  #unfinished = '';
  #records = 0;

  constructor(context: ParserContext) {
    this.#context = context;
  }

  push(text: string): ParsedBatch {
    this.#arrived.add(text);
    return this.#arrived.isDue(this.#unfinished.length) ? this.#readArrived(false) : emptyBatch();
  }

  end(): ParsedBatch {
    return this.#readArrived(true);
  }

  findings(): ParserFindings {
    return { ...NO_FINDINGS, timeBasis: 'utc', freeText: this.#freeText.found, records: this.#records };
  }

  #readArrived(complete: boolean): ParsedBatch {
    const batch = emptyBatch();
    const window = this.#unfinished + this.#arrived.take();
    this.#lines.enter(window, 0);
    const rest = this.#read(window, complete, batch);
    this.#lines.at(window, rest);
    this.#unfinished = window.slice(rest);
    return batch;
  }

  /** @returns where the unfinished rest begins. */
  #read(window: string, complete: boolean, batch: ParsedBatch): number {
    for (let at = 0; ; ) {
      const found = nextObject(window, at, complete);
      if (found === null) return complete ? window.length : Math.max(at, window.length - TAG_CHARACTERS);
      const { start, end } = found;
      if (end === -1 && !complete && window.length - start <= MAX_OBJECT_CHARACTERS)
        // The indent of the object tells where the next one begins.
        return Math.max(at, window.lastIndexOf('\n', start));
      const line = this.#lines.at(window, start);
      if (end === -1 && !complete) {
        this.#lose(batch, 'xml/too-large', line);
        return window.length - TAG_CHARACTERS;
      }
      if (end === -1) this.#takeCut(window.slice(start), line, batch);
      else this.#take(window.slice(start, end), line, batch);
      if (end === -1) return window.length;
      at = end;
    }
  }

  #lose(batch: ParsedBatch, code: 'xml/too-large' | 'xml/malformed', position: number): void {
    this.#records += 1;
    batch.problems.push({ code, position, detail: null });
  }

  #takeCut(xml: string, line: number, batch: ParsedBatch): void {
    batch.problems.push({ code: 'clixml/cut', position: line, detail: null });
    const closed = closedObject(xml);
    if (closed === null) this.#records += 1;
    else this.#take(closed, line, batch);
  }

  #take(xml: string, line: number, batch: ParsedBatch): void {
    const root = this.#reader.read(xml) ?? this.#readClosed(xml);
    if (root === null) {
      this.#lose(batch, 'xml/malformed', line);
      return;
    }
    const read = eventFrom(root, line, this.#context.interest.everything);
    if (read === null) {
      this.#freeText.add(xml.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '), line);
      return;
    }
    this.#records += 1;
    if (read.unreadableTime !== null)
      batch.problems.push({ code: 'time/unreadable', position: line, detail: read.unreadableTime });
    deliver(read.event, this.#context, batch);
  }

  /** An object that lost its end. */
  #readClosed(xml: string): PayloadElement | null {
    const closed = closedObject(xml);
    return closed === null ? null : this.#reader.read(closed);
  }
}
