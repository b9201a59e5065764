import type { EventRecord } from '../../model/event.ts';
import { hexOf } from '../../model/hex.ts';
import type { InsertTaker, PlacedInserts } from '../../model/placed-inserts.ts';
import { eventJsonText, headText, kindText, ownersText, sourceText, systemOf } from '../event-json-text.ts';
import { JsonBytes } from './json-bytes.ts';
import { KnownParts } from './known-parts.ts';

/** The lines of `evdx events -f jsonl` as bytes. Inserts that are still bytes go into them without becoming texts. */
export class EventLines implements InsertTaker {
  readonly #out = new JsonBytes();
  readonly #parts = new KnownParts();
  /** Names of the fields, and where their values stand among the strings. */
  readonly #names: string[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #codes: number[] = [];
  #strings = 0;
  #data: Uint8Array | null = null;

  /** The lines since the last call. They are valid until the next one is written. */
  take(): Uint8Array {
    return this.#out.take();
  }

  write(event: EventRecord): void {
    this.#out.json(eventJsonText(event));
    this.#out.json('\n');
  }

  /** The same line that `write` makes of the event once it holds what `inserts` give. */
  writePlaced(event: EventRecord, inserts: PlacedInserts): void {
    const [out, parts] = [this.#out, this.#parts];
    const { recordId } = event;
    out.json('{"time":');
    out.time(event);
    out.json(',');
    out.bytes(parts.of('head', event, headText));
    out.number(recordId);
    this.#writeInserts(inserts);
    out.json(',"at":');
    out.bytes(parts.of('source', event, sourceText));
    out.number(event.position);
    out.json(',"recordId":');
    out.number(recordId);
    out.bytes(parts.of('kind', event, kindText));
    this.#writeSystem(event);
    out.bytes(parts.of('owners', event, ownersText));
    out.json('\n');
  }

  #writeInserts(inserts: PlacedInserts): void {
    const out = this.#out;
    this.#strings = 0;
    this.#names.length = 0;
    this.#codes.length = 0;
    this.#data = null;
    out.json(',"strings":[');
    inserts.giveTo(this);
    out.json('],"fields":{');
    for (let index = 0; index < this.#names.length; index += 1) {
      if (index > 0) out.json(',');
      out.text(this.#names[index] ?? '');
      out.json(':');
      out.again(this.#from[index] ?? 0, this.#to[index] ?? 0);
    }
    out.json('},"message":null,"data":');
    out.text(this.#data === null ? null : hexOf(this.#data));
    out.json(',"codes":[');
    if (this.#codes.length > 0) out.json([...new Set(this.#codes)].sort((a, b) => a - b).join(','));
    out.json(']');
  }

  #writeSystem(event: EventRecord): void {
    const out = this.#out;
    const { processId, threadId, activityId, relatedActivityId } = systemOf(event);
    out.number(processId);
    out.json(',"threadId":');
    out.number(threadId);
    out.json(',"activityId":');
    out.text(activityId);
    out.json(',"relatedActivityId":');
    out.text(relatedActivityId);
  }

  utf16(name: string | null, view: DataView, at: number, units: number): boolean {
    const { length } = this.#out;
    if (this.#strings > 0) this.#out.json(',');
    const from = this.#out.length;
    if (this.#out.utf16(view, at, units)) this.#note(name, from);
    else {
      this.#out.cutTo(length);
      return false;
    }
    return true;
  }
  text(name: string | null, text: string): void {
    if (this.#strings > 0) this.#out.json(',');
    const from = this.#out.length;
    this.#out.text(text);
    this.#note(name, from);
  }
  data(bytes: Uint8Array): void {
    this.#data = bytes;
  }
  code(code: number): void {
    this.#codes.push(code);
  }

  #note(name: string | null, from: number): void {
    this.#strings += 1;
    // Where a name repeats the first has it.
    if (name === null || this.#names.includes(name)) return;
    this.#from[this.#names.length] = from;
    this.#to[this.#names.length] = this.#out.length;
    this.#names.push(name);
  }
}
