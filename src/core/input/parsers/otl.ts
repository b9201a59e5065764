import { type BlockHeading, createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { KeyValues } from '../blocks/key-lines.ts';
import type { LinesAhead, SegmentFormat } from './segment-format.ts';

/** `Error - 11/22/2011 4:01:14 PM | Computer Name = X | Source = VSS | ID = 8194` */
const ENTRY =
  /^\s*(\p{L}[\p{L} ]{2,24}?) - (\d.{7,40}?) \| Computer Name = (.{0,256}?) \| Source = (.{0,256}?) \| ID = (\d{1,10})\s*$/u;
const DESCRIPTION = /^\s*Description = ?/;
const SECTION = /^\[ (.{2,60}?) Events \]\s*$/;
/** A long description is broken at blanks, which stand at the beginning of the next line. */
const CONTINUED = /^\s+\S/;

const isEntry = (line: string): boolean => line.includes('| Source = ') && ENTRY.test(line);

/** The events in a report of OTL. Unconfirmed: by posted reports only. */
export const otlSegment: SegmentFormat = {
  name: 'otl',
  isDetail: false,
  needs: { holds: ['| Source = ', '[ '] },
  begins(lines) {
    const first = lines(0) ?? '';
    const isSection = first.startsWith('[ ') && SECTION.test(first) && [1, 2].some((at) => isEntry(lines(at) ?? ''));
    return isSection || isEntry(first) ? { column: 0, ends } : null;
  },
  create: createBlockParser({
    isUtc: false,
    startsBlock: isEntry,
    closesBlock: (line) => line.trim() === '',
    heading: (line): BlockHeading | null => {
      const channel = SECTION.exec(line)?.[1];
      return channel === undefined ? null : { channel, host: null };
    },
    read,
  }),
};

function ends(lines: LinesAhead): number {
  const line = lines(0) ?? '';
  const isPart = line.trim() === '' || isEntry(line) || SECTION.test(line) || DESCRIPTION.test(line);
  return isPart || CONTINUED.test(line) ? -1 : 0;
}

function read(lines: readonly string[]): ReadBlock {
  const [, word = '', date = '', host = '', source = '', id = ''] = ENTRY.exec(lines[0] ?? '') ?? [];
  const found = new KeyValues();
  found.set('eventType', word);
  found.set('dateTime', date);
  found.set('host', host);
  found.set('provider', source);
  found.set('eventId', id);
  found.set('message', lines.slice(1).join('').replace(DESCRIPTION, ''));
  return { values: found.values };
}
