import { crc32 } from 'node:zlib';
import { joined } from '../../../../support/sources.ts';

/** Builds EVTX byte by byte, from the description of the format alone: nothing here comes from the reader. */

export const CHUNK_BYTES = 65_536;
export const FILE_HEADER_BYTES = 4096;
const FIRST_RECORD = 512;
const RECORD_MAGIC = 0x2a2a;

/** Writes something where the chunk is written next. */
export type Part = (chunk: ChunkBytes) => void;
export interface Value {
  readonly type: number;
  readonly write: Part;
}

export class ChunkBytes {
  readonly bytes = new Uint8Array(CHUNK_BYTES);
  readonly view = new DataView(this.bytes.buffer);
  readonly nameOffsets = new Map<string, number>();
  readonly templateOffsets = new Map<number, number>();
  at = FIRST_RECORD;
  /** Elements begin with a dependency id: inside templates. */
  hasDependencyIds = false;

  u8(...values: readonly number[]): void {
    for (const value of values) this.view.setUint8(this.at++, value);
  }
  u16(value: number): void {
    this.view.setUint16(this.at, value, true);
    this.at += 2;
  }
  u32(value: number): void {
    this.view.setUint32(this.at, value, true);
    this.at += 4;
  }
  u64(value: bigint): void {
    this.view.setBigUint64(this.at, BigInt.asUintN(64, value), true);
    this.at += 8;
  }
  raw(bytes: Iterable<number>): void {
    this.u8(...bytes);
  }
  units(text: string): void {
    for (let index = 0; index < text.length; index++) this.u16(text.charCodeAt(index));
  }
  all(parts: readonly Part[]): void {
    for (const part of parts) part(this);
  }

  /** The offset of a name; where it stands nowhere yet, the name itself. */
  name(text: string): void {
    const known = this.nameOffsets.get(text);
    if (known !== undefined) {
      this.u32(known);
      return;
    }
    this.nameOffsets.set(text, this.at + 4);
    this.u32(this.at + 4);
    this.u32(0);
    this.u16(hashOf(text));
    this.u16(text.length);
    this.units(text);
    this.u16(0);
  }

  /** How many bytes follow, then these. */
  sized(write: () => void): void {
    const at = this.at;
    this.u32(0);
    write();
    this.view.setUint32(at, this.at - at - 4, true);
  }

  /** @returns where it begins. */
  record(id: number, written: bigint, parts: readonly Part[]): number {
    const start = this.at;
    this.u32(RECORD_MAGIC);
    this.u32(0);
    this.u64(BigInt(id));
    this.u64(written);
    this.all(parts);
    this.view.setUint32(start + 4, this.at - start + 4, true);
    this.u32(this.at - start + 4);
    return start;
  }

  /** With header and checksums. @param header what replaces the truth in it, by offset. */
  finish(header: ReadonlyMap<number, number> = new Map()): Uint8Array {
    const { view } = this;
    this.bytes.set(latin('ElfChnk\0'));
    for (const [at, value] of [[40, 128], [44, FIRST_RECORD], [48, this.at], [120, 1], ...header] as const)
      view.setUint32(at, value, true);
    view.setUint32(52, header.get(52) ?? crc32(this.bytes.subarray(FIRST_RECORD, this.at)), true);
    const checksum = crc32(this.bytes.subarray(128, FIRST_RECORD), crc32(this.bytes.subarray(0, 120)));
    view.setUint32(124, header.get(124) ?? checksum, true);
    return this.bytes;
  }
}

export const latin = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0));

function hashOf(name: string): number {
  let hash = 0n;
  for (let index = 0; index < name.length; index++) hash = hash * 65_599n + BigInt(name.charCodeAt(index));
  return Number(hash & 0xffffn);
}

export const fileHeader = ({ flags = 0, chunks = 1 } = {}): Uint8Array => {
  const bytes = new Uint8Array(FILE_HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(latin('ElfFile\0'));
  view.setUint32(32, 128, true);
  view.setUint16(36, 1, true);
  view.setUint16(38, 3, true);
  view.setUint16(40, FILE_HEADER_BYTES, true);
  view.setUint16(42, chunks, true);
  view.setUint32(120, flags, true);
  view.setUint32(124, crc32(bytes.subarray(0, 120)), true);
  return bytes;
};

export const fileOf = (...chunks: readonly Uint8Array[]): Uint8Array =>
  joined(fileHeader({ chunks: chunks.length }), ...chunks);

// Tokens

const MORE = 0x40;
export const fragmentHeader: Part = (chunk) => chunk.u8(0x0f, 1, 1, 0);
export const endOfFragment: Part = (chunk) => chunk.u8(0);
export const text = (content: string, more = 0): Part => {
  return (chunk) => {
    chunk.u8(0x05 | more, 1);
    chunk.u16(content.length);
    chunk.units(content);
  };
};
export const cdata = (content: string): Part => {
  return (chunk) => {
    chunk.u8(0x07);
    chunk.u16(content.length);
    chunk.units(content);
  };
};
export const characterReference = (code: number, token = 0x08): Part => {
  return (chunk) => {
    chunk.u8(token);
    chunk.u16(code);
  };
};
export const entityReference = (name: string): Part => {
  return (chunk) => {
    chunk.u8(0x09);
    chunk.name(name);
  };
};
export const instruction = (target: string, data: string): Part => {
  return (chunk) => {
    chunk.u8(0x0a);
    chunk.name(target);
    chunk.u8(0x0b);
    chunk.u16(data.length);
    chunk.units(data);
  };
};
/** Value number `index` of the instance. */
export const value = (index: number, { optional = true, type = 1 } = {}): Part => {
  return (chunk) => {
    chunk.u8(optional ? 0x0e : 0x0d);
    chunk.u16(index);
    chunk.u8(type);
  };
};

export const element = (
  name: string,
  attributes: Readonly<Record<string, Part | readonly Part[]>>,
  ...content: readonly Part[]
): Part => {
  return (chunk) => {
    const entries = Object.entries(attributes);
    chunk.u8(entries.length > 0 ? 0x41 : 0x01);
    if (chunk.hasDependencyIds) chunk.u16(0xffff);
    chunk.sized(() => {
      chunk.name(name);
      if (entries.length > 0)
        chunk.sized(() => {
          for (const [index, [key, parts]] of entries.entries()) {
            chunk.u8(index < entries.length - 1 ? 0x06 | MORE : 0x06);
            chunk.name(key);
            chunk.all([parts].flat());
          }
        });
      if (content.length === 0) chunk.u8(0x03);
      else {
        chunk.u8(0x02);
        chunk.all(content);
        chunk.u8(0x04);
      }
    });
  };
};

/** Content whose elements have dependency ids, or none, against what is usual there. */
export const withDependencyIds = (hasThem: boolean, ...content: readonly Part[]): Part => {
  return (chunk) => {
    const before = chunk.hasDependencyIds;
    chunk.hasDependencyIds = hasThem;
    chunk.all(content);
    chunk.hasDependencyIds = before;
  };
};

export interface TemplateOptions {
  /** First quarter of the GUID. */
  readonly id: number;
  /** `false`: the instance does not bring the definition, even if it stands nowhere. */
  readonly isInline?: boolean;
}

/** An instance; its definition stands in line where the chunk has none with this id. */
export const instance = (
  { id, isInline = true }: TemplateOptions,
  content: readonly Part[],
  values: readonly Value[],
): Part => {
  return (chunk) => {
    const known = chunk.templateOffsets.get(id);
    chunk.u8(0x0c, 1);
    chunk.u32(id);
    chunk.u32(known ?? (isInline ? chunk.at + 4 : 0));
    if (known === undefined && isInline) define(chunk, id, content);
    writeValues(chunk, values);
  };
};

function define(chunk: ChunkBytes, id: number, content: readonly Part[]): void {
  chunk.templateOffsets.set(id, chunk.at);
  chunk.u32(0);
  chunk.u32(id);
  chunk.raw([0, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xaa, 0xbb]);
  chunk.sized(() => chunk.all([fragmentHeader, withDependencyIds(true, ...content), endOfFragment]));
}

function writeValues(chunk: ChunkBytes, values: readonly Value[]): void {
  chunk.u32(values.length);
  const table = chunk.at;
  for (const { type } of values) {
    chunk.u16(0);
    chunk.u8(type, 0);
  }
  for (const [index, { write }] of values.entries()) {
    const start = chunk.at;
    write(chunk);
    chunk.view.setUint16(table + index * 4, chunk.at - start, true);
  }
}

// Values

const ofBytes = (type: number, bytes: Iterable<number>): Value => ({ type, write: (chunk) => chunk.raw(bytes) });
export const bytesAs = ofBytes;
export const none: Value = ofBytes(0, []);
export const string = (content: string): Value => ({ type: 0x01, write: (chunk) => chunk.units(content) });
const uint8 = (number: number): Value => ofBytes(0x04, [number]);
export const uint16 = (number: number): Value => ({ type: 0x06, write: (chunk) => chunk.u16(number) });
export const uint32 = (number: number): Value => ({ type: 0x08, write: (chunk) => chunk.u32(number) });
export const uint64 = (number: bigint): Value => ({ type: 0x0a, write: (chunk) => chunk.u64(number) });
export const filetime = (ticks: bigint): Value => ({ type: 0x11, write: (chunk) => chunk.u64(ticks) });
export const hex64 = (number: bigint): Value => ({ type: 0x15, write: (chunk) => chunk.u64(number) });
export const binary = (...bytes: readonly number[]): Value => ofBytes(0x0e, bytes);
export const binXml = (...content: readonly Part[]): Value => ({
  type: 0x21,
  write: withDependencyIds(false, ...content),
});

// Whole events

export const WRITTEN_MS = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
/** As a FILETIME, which counts from 1601: 2026-01-02T03:04:05.6789012Z. */
export const WRITTEN = BigInt(WRITTEN_MS - Date.UTC(1601, 0, 1)) * 10_000n + 9012n;
const FIRST_INSERT = 13;

/** Where insert number `n`, from 0, goes in the payload of a `logEvent`. */
export const insert = (index: number, options = {}): Part => value(FIRST_INSERT + index, options);

export interface LogEvent {
  readonly recordId?: number;
  readonly eventId?: number;
  readonly level?: number;
  readonly provider?: string;
  readonly written?: bigint;
  readonly inserts?: readonly Value[];
  /** Beside `System`; missing: EventData with a Data for each insert. */
  readonly payload?: readonly Part[];
  /** Of the template; a payload of one's own needs one of its own. */
  readonly template?: TemplateOptions;
}

/** `System` as Windows lays it out: all its values but the names come from the instance. */
export const systemElement = (provider: string): Part =>
  element(
    'System',
    {},
    element('Provider', { Name: text(provider) }),
    element('EventID', { Qualifiers: value(4, { type: 6 }) }, value(3, { type: 6 })),
    element('Version', {}, value(11, { type: 4 })),
    element('Level', {}, value(0, { type: 4 })),
    element('Task', {}, value(2, { type: 6 })),
    element('Opcode', {}, value(1, { type: 4 })),
    element('Keywords', {}, value(5, { type: 0x15 })),
    element('TimeCreated', { SystemTime: value(6, { type: 0x11 }) }),
    element('EventRecordID', {}, value(10, { type: 0x0a })),
    element('Correlation', { ActivityID: value(7, { type: 0x0f }) }),
    element('Execution', { ProcessID: value(8, { type: 8 }), ThreadID: value(9, { type: 8 }) }),
    element('Channel', {}, text('Application')),
    element('Computer', {}, text('EX1.corp.example')),
    element('Security', { UserID: value(12, { type: 0x13 }) }),
  );

export const systemValues = ({ recordId = 1, eventId = 1000, level = 2, written = WRITTEN }: LogEvent): Value[] => [
  ...[uint8(level), uint8(0), uint16(3), uint16(eventId), uint16(0xc000), hex64(0x80000000000000n)],
  ...[filetime(written), none, uint32(4), uint32(8), uint64(BigInt(recordId)), uint8(0), none],
];

const dataElements = (count: number): Part =>
  element('EventData', {}, ...Array.from({ length: count }, (_, index) => element('Data', {}, insert(index))));

/** The BinXML of an event as most records hold it: one instance. */
export function eventParts(event: LogEvent): readonly Part[] {
  const { provider = 'ESE', inserts = [], payload = [dataElements(inserts.length)] } = event;
  const template = event.template ?? { id: 0x1000 + inserts.length };
  const content = element(
    'Event',
    { xmlns: text('http://schemas.microsoft.com/win/2004/08/events/event') },
    systemElement(provider),
    ...payload,
  );
  return [fragmentHeader, instance(template, [content], [...systemValues(event), ...inserts]), endOfFragment];
}

/** @returns where the record begins. */
export const addEvent = (chunk: ChunkBytes, event: LogEvent): number =>
  chunk.record(event.recordId ?? 1, event.written ?? WRITTEN, eventParts(event));

/** A chunk with these events. */
export function chunkOf(...events: readonly LogEvent[]): ChunkBytes {
  const chunk = new ChunkBytes();
  for (const event of events) addEvent(chunk, event);
  return chunk;
}
/** Events numbered from `first` on, one second apart, each with its number as its insert. */
export const numbered = (first: number, count: number, differences: LogEvent = {}): readonly LogEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    recordId: first + index,
    written: WRITTEN + BigInt(first + index) * 10_000_000n,
    inserts: [string(`event ${first + index}`)],
    ...differences,
  }));
