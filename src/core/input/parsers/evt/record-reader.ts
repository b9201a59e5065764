import { epochMs } from '../../../model/brand.ts';
import { type ExactTime, NO_SYSTEM, type PayloadElement, type RawEvent } from '../../../model/event.ts';
import { upperHexOf } from '../../../model/hex.ts';
import type { Interest } from '../../../model/interest.ts';
import type { ParserContext } from '../../../model/parser.ts';
import type { ByteBlock } from '../../binary/byte-block.ts';
import { sidText } from '../../binary/sid.ts';
import { EventKind } from '../../event-schema/event-kind.ts';
import { cleanName, cleanToken, levelFromType } from '../../event-schema/values.ts';
import { sampleOf } from '../../event-schema/wanted.ts';
import { AT, FIXED_BYTES } from './layout.ts';
import { textReaderOf } from './names.ts';

const COPY_BYTES = 4;
const MAX_KINDS = 4096;
const NO_FIELDS: ReadonlyMap<string, string> = new Map();

/** A record in a block. */
export interface RecordPlace {
  readonly block: ByteBlock;
  readonly at: number;
  readonly length: number;
  /** In the source. */
  readonly position: number;
  readonly isRecovered: boolean;
}

export const numberOf = ({ block, at }: RecordPlace): number => block.u32(at + AT.number);
/** Generated; written, where that is not set. NaN without a time. */
export const timeMsOf = ({ block, at }: RecordPlace): number =>
  (block.u32(at + AT.generated) || block.u32(at + AT.written)) * 1000 || Number.NaN;

/** Reads the records that some rule asks for and counts the others. */
export class RecordReader {
  readonly #context: ParserContext;
  /** The kind found last with this id and type; its `next` leads to the others. */
  readonly #kindByKey = new Map<number, EventKind>();
  #count = 0;

  constructor(context: ParserContext) {
    this.#context = context;
  }

  /** @returns null when nobody asks for it; then it was counted. */
  read(place: RecordPlace): RawEvent | null {
    const { interest } = this.#context;
    const kind = this.#kindOf(place);
    if (!kind.isAskedFor && !(kind.mayNameCodes && this.#mayHoldCode(place))) {
      kind.cell.add(timeOf(place)?.timeMs ?? null, numberOf(place), () =>
        sampleOf({ message: null, strings: stringsOf(place) }),
      );
      return null;
    }
    return toEvent(place, kind, interest);
  }

  #mayHoldCode(place: RecordPlace): boolean {
    const { interest } = this.#context;
    const { block, at, length } = place;
    return (
      interest.mayHoldCodeIn?.(block.bytes, at + FIXED_BYTES, at + length) !== false &&
      interest.mayHoldCode(stringsOf(place).join('\n'))
    );
  }

  #kindOf(place: RecordPlace): EventKind {
    const { block, at } = place;
    const key = (block.u16(at + AT.identifier) << 8) | Math.min(block.u16(at + AT.type), 0xff);
    for (let kind = this.#kindByKey.get(key) ?? null; kind !== null; kind = kind.next)
      if (kind.isAt(block, at + FIXED_BYTES)) return kind;
    return this.#add(key, place);
  }

  #add(key: number, { block, at, length }: RecordPlace): EventKind {
    const end = at + length - COPY_BYTES;
    const read = textReaderOf(block, at + FIXED_BYTES);
    const source = read(block, at + FIXED_BYTES, end);
    const computer = read(block, source.end, end);
    const seen = {
      provider: cleanName(source.text),
      providerAlias: null,
      channel: null,
      host: cleanToken(computer.text),
      eventId: block.u16(at + AT.identifier),
      level: levelFromType(block.u16(at + AT.type)),
    };
    const kind = new EventKind(seen, [block.copy(at + FIXED_BYTES, computer.end - at - FIXED_BYTES)], this.#context);
    // Without its NUL the name could be the beginning of another one.
    const isClosed = block.u8(computer.end - 1) === 0;
    if (isClosed && this.#count < MAX_KINDS) {
      this.#count += 1;
      kind.next = this.#kindByKey.get(key) ?? null;
      this.#kindByKey.set(key, kind);
    }
    return kind;
  }
}

function timeOf(place: RecordPlace): ExactTime | null {
  const timeMs = timeMsOf(place);
  return Number.isNaN(timeMs)
    ? null
    : { kind: 'exact', basis: 'utc', timeMs: epochMs(timeMs), ticks: 0, precisionMs: 1000 };
}

function stringsOf({ block, at, length }: RecordPlace): readonly string[] {
  const end = at + length - COPY_BYTES;
  const read = textReaderOf(block, at + FIXED_BYTES);
  const strings: string[] = [];
  let start = at + Math.max(FIXED_BYTES, block.u32(at + AT.stringOffset));
  for (let left = block.u16(at + AT.stringCount); left > 0 && start < end; left--) {
    const string = read(block, start, end);
    strings.push(string.text);
    start = string.end;
  }
  return strings;
}

/** null when it has none: then its offset may be anything. */
function dataOf({ block, at, length }: RecordPlace): Uint8Array | null {
  const size = block.u32(at + AT.dataBytes);
  const offset = block.u32(at + AT.dataOffset);
  return size === 0 || offset < FIXED_BYTES || offset + size > length - COPY_BYTES
    ? null
    : block.copy(at + offset, size);
}

function userOf({ block, at, length }: RecordPlace): string | null {
  const size = block.u32(at + AT.sidBytes);
  const offset = block.u32(at + AT.sidOffset);
  return size === 0 || offset < FIXED_BYTES || offset + size > length - COPY_BYTES
    ? null
    : sidText(block, at + offset, size);
}

function toEvent(place: RecordPlace, { seen }: EventKind, { everything, withoutElements = false }: Interest): RawEvent {
  const { block, at } = place;
  const strings = stringsOf(place);
  const data = dataOf(place);
  const user = userOf(place);
  return {
    position: place.position,
    recordId: numberOf(place),
    time: timeOf(place),
    host: seen.host,
    channel: null,
    provider: seen.provider,
    providerAlias: null,
    eventId: seen.eventId,
    qualifiers: block.u16(at + AT.identifier + 2),
    level: seen.level,
    // The record has its number only; the name stands in a library of the machine.
    category: null,
    user,
    strings,
    fields: NO_FIELDS,
    message: null,
    data,
    recovered: place.isRecovered,
    system: everything ? { ...NO_SYSTEM, task: block.u16(at + AT.category), userId: user } : null,
    payload: everything && !withoutElements ? payloadOf(strings, data) : null,
    otherForms: [],
  };
}

/** As Windows shows such events in XML. */
function payloadOf(strings: readonly string[], data: Uint8Array | null): PayloadElement {
  const element = (name: string, text: string): PayloadElement => ({
    name,
    attributes: [],
    children: text === '' ? [] : [text],
  });
  const values = strings.map((text) => element('Data', text));
  return {
    name: 'EventData',
    attributes: [],
    children: data === null ? values : [...values, element('Binary', upperHexOf(data))],
  };
}
