import type { CreateTextParser } from '../../../model/parser.ts';
import { type BlockFormat, createBlockParser, type ReadBlock } from '../../blocks/block-parser.ts';
import { KeyValues } from '../../blocks/key-lines.ts';

const FIRST_LINE = /^Event number\s*: ?\d/;
/** The names that the tools print. @see https://github.com/libyal/libevtx/wiki/Usage and libevt */
const KEY_LINE =
  /^(Event number|Creation time|Written time|Event version|Event level|Event type|Event category|Event identifier|Event identifier qualifiers|User security identifier|Computer name|Provider identifier|Source name|Channel name|Number of strings|Message string|String: ?\d+|Data size|Data|XML string|Event)\s*: ?(.*)$/;
/** Bytes, which the tool prints as the last string: hex digits in capitals, more than a number has. */
const BYTES = /^(?:[\dA-F]{2}){4,}$/;

export const isKeyLine = (line: string): boolean => KEY_LINE.test(line);
export const isFirstLine = (line: string): boolean => FIRST_LINE.test(line);
const BANNER = /^evtx?export \d{8}\s*$/;
export const isBanner = (line: string): boolean => BANNER.test(line);

export const evtxexportFormat: BlockFormat = {
  isUtc: true,
  startsBlock: isFirstLine,
  read,
  heading: (line) => (isBanner(line) ? { channel: null, host: null } : null),
};

/** Reads the text of libevtx's `evtxexport` and libevt's `evtexport`: UTC, all inserts, no message unless its library was found. */
export const createEvtxexportParser: CreateTextParser = createBlockParser(evtxexportFormat);

function read(lines: readonly string[]): ReadBlock {
  const found = new KeyValues();
  const strings: string[] = [];
  const end = lines.at(-1)?.trim() === '' ? lines.length - 1 : lines.length;
  for (let index = 0; index < end; ) {
    const [, key, first = ''] = KEY_LINE.exec(lines[index] ?? '') ?? [];
    const from = index;
    for (index += 1; index < end && !KEY_LINE.test(lines[index] ?? ''); ) index += 1;
    if (key === undefined) continue;
    const value = [first, ...lines.slice(from + 1, index)].join('\n');
    if (key.startsWith('String')) strings.push(value);
    else if (key !== 'Data') found.add(key, value.trim());
  }
  const last = strings.at(-1) ?? '';
  // Only EVT logs have types, and of those the tool leaves the bytes out.
  const isBytes = !found.values.has('eventType') && BYTES.test(last) && (/[A-F]/.test(last) || /^00|00$/.test(last));
  return isBytes
    ? { values: found.values, strings: strings.slice(0, -1), data: bytesOf(last) }
    : { values: found.values, strings, data: null };
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
