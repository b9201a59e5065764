import type { CreateTextParser } from '../../../model/parser.ts';
import { type BlockHeading, createBlockParser, type ReadBlock } from '../../blocks/block-parser.ts';
import { KeyValues } from '../../blocks/key-lines.ts';

/** `[1234] Service Control Manager` */
const FIRST_LINE = /^\s*\[(\d{1,10})\] (\S.*)$/;
const KEYS = /^\s+(?:Type|Computer|Time|User|Category|ID):/;
const KEY = /(?<=^\s*|\s{2})(Type|Computer|Time|ID|User|Category):\s*/g;
const HEADING = /^(\S[^\\]{0,80}?) log on \\\\([^\s:]+):?\s*$/;
const COLUMNS = { Type: 'eventType', Computer: 'host', Time: 'dateTime', ID: 'eventId', User: 'user' } as const;

export const isFirstLine = (line: string): boolean => FIRST_LINE.test(line);
export const isHeading = (line: string): boolean => line.includes(' log on ') && HEADING.test(line);

/** Reads the default output of PsLogList. @see https://learn.microsoft.com/sysinternals/downloads/psloglist */
export const createPsloglistParser: CreateTextParser = createBlockParser({
  isUtc: false,
  startsBlock: isFirstLine,
  read,
  heading,
});

function heading(line: string): BlockHeading | null {
  const [, channel, host] = HEADING.exec(line) ?? [];
  return channel === undefined || host === undefined ? null : { channel, host };
}

function read(lines: readonly string[]): ReadBlock | null {
  const found = new KeyValues();
  const [, recordId = '', provider = ''] = FIRST_LINE.exec(lines[0] ?? '') ?? [];
  found.set('recordId', recordId);
  found.set('provider', provider);
  let at = 1;
  for (; at < lines.length && KEYS.test(lines[at] ?? ''); at += 1) {
    const line = lines[at] ?? '';
    const keys = [...line.matchAll(KEY)];
    for (const [index, match] of keys.entries()) {
      const text = line.slice(match.index + match[0].length, keys[index + 1]?.index).trim();
      const column = Object.entries(COLUMNS).find(([name]) => name === match[1])?.[1];
      found.set(column ?? 'category', text);
    }
  }
  found.set('message', lines.slice(at).join('\n'));
  return { values: found.values };
}
