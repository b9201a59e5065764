import { type BlockHeading, createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { KeyValues } from '../blocks/key-lines.ts';
import { beginsOther } from '../blocks/other-text.ts';
import { levelOfWord } from '../table/values.ts';
import type { LinesAhead, SegmentFormat } from './segment-format.ts';

/** `Error: (01/14/2022 07:59:26 PM) (Source: VSS) (EventID: 8194) (User: )`; MiniToolBox and older versions print no id, and brackets side by side. */
const ENTRY =
  /^\s*(\p{L}[\p{L} ]{2,24}): \((\d[^()]{8,40})\) ?\(Source: (.{0,256}?)\)(?: ?\(EventID: (\d{1,10})\))?(?: ?\(User: (.{0,256}?)\)?)?\s*$/u;
const DESCRIPTION = /^\s*Description:\s?/;
/** `System errors:` above a line of `=`. */
const SECTION = /^(Application|System|Security) errors:\s*$/i;
/** Events that stand there twice, and the sections of other programs. */
const OTHER_SECTION =
  /^(?:(?:Microsoft Office Sessions|CodeIntegrity|Windows Defender):|Date: \d.{0,30}|Event\[\d+\]:?)\s*$/i;
const RULE = /^=+\s*$/;
/** The heading of a section in whatever language, above a rule. */
const HEADING = /^\p{L}[\p{L} ]{3,40}:\s*$/u;
/** `==================== Memory info ===========================` */
const NEXT_PART = /^={6,} .{1,80}=/;
const EVENT_PART = /^={6,} Event log errors/i;

const isEntry = (line: string): boolean => line.includes('(Source: ') && ENTRY.test(line);
const isSection = (line: string): boolean => line.includes(' errors:') && SECTION.test(line);

/** The event log errors in the reports of FRST and MiniToolBox. A description holds empty lines, so it goes on to the next heading. */
export const frstSegment: SegmentFormat = {
  name: 'frst',
  isDetail: false,
  isOpenEnded: true,
  ignoresIndent: true,
  needs: { holds: ['(Source: ', ' errors:', '======'] },
  begins: (lines) => (beginsHere(lines) ? { column: 0, ends: createEnds() } : null),
  create: createBlockParser({
    isUtc: false,
    dateOrder: { order: 'mdy', isSure: true },
    mayLackId: true,
    startsBlock: isEntry,
    closesBlock: (line) => NEXT_PART.test(line),
    heading,
    read,
  }),
};

function beginsHere(lines: LinesAhead): boolean {
  const first = lines(0) ?? '';
  if (isEntry(first)) return true;
  if (EVENT_PART.test(first)) return true;
  return isSection(first) && [1, 2, 3].some((index) => isEntry(lines(index) ?? ''));
}

function createEnds(): (lines: LinesAhead) => number {
  let isFirst = true;
  return (lines) => {
    const line = lines(0) ?? '';
    const wasFirst = isFirst;
    isFirst = false;
    if (wasFirst || isEntry(line)) return -1;
    const isOver =
      (NEXT_PART.test(line) && !EVENT_PART.test(line)) || /^(?:CodeIntegrity|Windows Defender):/i.test(line);
    return isOver || beginsOther(line) ? 0 : -1;
  };
}

function heading(line: string): BlockHeading | null {
  if (isEntry(line)) return null;
  const name = SECTION.exec(line)?.[1];
  if (name !== undefined) return { channel: name, host: null };
  return OTHER_SECTION.test(line) ? { channel: null, host: null } : null;
}

function read(lines: readonly string[]): ReadBlock | null {
  const [, word = '', date = '', source = '', id, user = ''] = ENTRY.exec(lines[0] ?? '') ?? [];
  if (levelOfWord(word) === null) return null;
  const found = new KeyValues();
  found.set('eventType', word);
  found.set('dateTime', date);
  found.set('provider', source);
  if (id !== undefined) found.set('eventId', id);
  found.set('user', user);
  const next = lines.findIndex((line, at) => RULE.test(line) && HEADING.test(lines[at - 1] ?? ''));
  const body = lines.slice(1, next < 0 ? lines.length : next - 1).filter((line) => !RULE.test(line));
  found.set('message', body.join('\n').replace(DESCRIPTION, ''));
  return { values: found.values };
}
