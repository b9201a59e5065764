import { type BlockHeading, createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { KeyValues } from '../blocks/key-lines.ts';
import { beginsOther } from '../blocks/other-text.ts';
import type { SegmentFormat } from './segment-format.ts';

const FIRST_LINE = /^Type:\s+\S/;
const KEY_LINE = /^(Type|Event|Date Time|Source|ComputerName|Category|User|Description):\s*(.*)$/;
const HEADING = /'([^']+)' log of host '([^']+)'/i;
const RULE = /^-{20,}\s*$/;

/** What `eventquery.vbs /FO LIST` of XP and 2003 prints; the names are those in the script. */
export const eventqueryListSegment: SegmentFormat = {
  name: 'eventquery-list',
  isDetail: false,
  isOpenEnded: true,
  needs: { holds: ['Type:', "' log of host '"] },
  begins(lines) {
    const first = lines(0) ?? '';
    const from = FIRST_LINE.test(first)
      ? 0
      : first.includes("' log of host '")
        ? firstBelow((at) => lines(at) ?? '')
        : -1;
    const isList =
      from >= 0 && /^Event:\s+\d/.test(lines(from + 1) ?? '') && (lines(from + 2) ?? '').startsWith('Date Time:');
    return isList ? { column: 0, ends: (now) => (endsAt(now(0) ?? '') ? 0 : -1) } : null;
  },
  create: createBlockParser({ isUtc: false, startsBlock: (line) => FIRST_LINE.test(line), read, heading }),
};

const firstBelow = (line: (at: number) => string): number => [1, 2, 3].find((at) => FIRST_LINE.test(line(at))) ?? -1;
const endsAt = (line: string): boolean => !KEY_LINE.test(line) && beginsOther(line);

function heading(line: string): BlockHeading | null {
  const [, channel, host] = HEADING.exec(line) ?? [];
  return channel === undefined || host === undefined ? null : { channel, host };
}

function read(lines: readonly string[]): ReadBlock {
  const found = new KeyValues();
  let [open, text] = ['', ''];
  for (const line of [...lines, 'Type:']) {
    const [, key, value = ''] = KEY_LINE.exec(line) ?? [];
    if (key === undefined || open === 'Description') {
      if (line !== 'Type:' && !RULE.test(line)) text += `\n${line}`;
      if (line !== 'Type:') continue;
    }
    if (open !== '') found.add(open, text.trimEnd());
    [open, text] = [key ?? '', value];
  }
  return { values: found.values };
}
