import type { CreateTextParser } from '../../../model/parser.ts';
import { createBlockParser, type ReadBlock } from '../../blocks/block-parser.ts';
import { KeyValues } from '../../blocks/key-lines.ts';
import { fromWevtutilTime } from '../../lines/wevtutil-time.ts';

const EVENT_LINE = /^\s*Event\[\d{1,10}\]:?\s*$/;
/** The keys are English in every language; what stands in the description is text. */
const KEY_LINE =
  /^\s*(Log Name|Source|Date|Event ID|Task|Level|Opcode|Keyword|User|User Name|Computer|Description):(?:\s(.*))?$/;

/** `Event[0]:` in builds before about 1809, `Event[0]` in later ones. */
export const isEventLine = (line: string): boolean => line.includes('Event[') && EVENT_LINE.test(line);

/**
 * Reads the text of `wevtutil qe /f:text`. Older builds print a local time; newer ones the same digits with a `Z`, which nothing has proven to be
 * UTC, so both are local.
 */
export const createWevtutilTextParser: CreateTextParser = createBlockParser({
  isUtc: false,
  startsBlock: isEventLine,
  read,
});

function read(lines: readonly string[]): ReadBlock {
  const found = new KeyValues();
  let last = '';
  for (const [index, line] of lines.entries()) {
    const [, key, value = ''] = index === 0 ? [] : (KEY_LINE.exec(line) ?? []);
    if (key === 'Description') {
      found.set('message', [value, ...lines.slice(index + 1)].join('\n').replace(/^\s*\n/, ''));
      break;
    }
    if (key !== undefined) last = key;
    // A list of keywords goes on over several lines.
    if (key === 'Date') found.set('dateTime', fromWevtutilTime(value.trim()));
    else if (key !== undefined) found.add(key, value);
    else if (last === 'Keyword' && line.trim() !== '') found.add(last, line);
  }
  return { values: found.values };
}
