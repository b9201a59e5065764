import { gzipSync, type Zippable, zipSync } from 'fflate';
import { joined, toBytes } from './sources.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

export const zipOf = (files: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, toBytes(content)])) satisfies Zippable,
  );

export const gzipOf = (content: string | Uint8Array): Uint8Array => gzipSync(toBytes(content));

const BLOCK = 512;
const put = (block: Uint8Array, at: number, text: string): void => block.set(toBytes(text), at);

function tarHeader(name: string, size: number, type: string): Uint8Array {
  const block = new Uint8Array(BLOCK);
  put(block, 0, name.slice(0, 100));
  put(block, 100, '0000644\0');
  put(block, 124, `${size.toString(8).padStart(11, '0')}\0`);
  put(block, 148, '        ');
  put(block, 156, type);
  put(block, 257, 'ustar\x0000');
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(block, 148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return block;
}

const padded = (content: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(Math.ceil(content.length / BLOCK) * BLOCK);
  whole.set(content);
  return whole;
};

/** A tar as GNU tar writes it; names that end in a slash are folders. */
export function tarOf(files: Files): Uint8Array {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const bytes = toBytes(content);
    const long = toBytes(`${name}\0`);
    const longName = name.length > 100 ? [tarHeader('././@LongLink', long.length, 'L'), padded(long)] : [];
    return [...longName, tarHeader(name, bytes.length, name.endsWith('/') ? '5' : '0'), padded(bytes)];
  });
  return joined(...blocks, new Uint8Array(2 * BLOCK));
}

interface ZipEntryOptions {
  readonly name: string;
  /** As it stands in the archive. */
  readonly packed: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  /** Sizes in the header; 0 with flag 8 puts them behind. */
  readonly size?: number;
  readonly extra?: Uint8Array;
  readonly behind?: Uint8Array;
}
/** One entry of a zip, with whatever header is wanted. */
export function zipEntry({
  name,
  packed,
  method = 8,
  flags = 0,
  size = packed.length,
  extra = new Uint8Array(),
  behind = new Uint8Array(),
}: ZipEntryOptions): Uint8Array {
  const header = new Uint8Array(30);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(6, flags, true);
  view.setUint16(8, method, true);
  view.setUint32(18, size, true);
  view.setUint16(26, toBytes(name).length, true);
  view.setUint16(28, extra.length, true);
  return joined(header, toBytes(name), extra, packed, behind);
}
/** What stands behind the entries. */
export const zipEnd = (): Uint8Array => joined(Uint8Array.of(0x50, 0x4b, 5, 6), new Uint8Array(18));
