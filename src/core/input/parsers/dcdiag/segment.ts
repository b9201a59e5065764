import type { CreateTextParser } from '../../../model/parser.ts';
import { type BlockHeading, createBlockParser, type ReadBlock } from '../../blocks/block-parser.ts';
import { KeyValues } from '../../blocks/key-lines.ts';
import { beginsMarkup } from '../../blocks/other-text.ts';
import { marksLength } from '../../line-marks.ts';
import { trimMarks } from '../../lines/trim-marks.ts';
import type { LinesAhead, SegmentFormat } from '../segment-format.ts';
import { failedReplications, tellsFailedReplication } from './replications.ts';

/** `An error event occurred.  EventID: 0xC0000FAC`; the 32-bit id in hex, and until 2008 one `r` less. */
const EVENT = /^[`*]*An? (\w{3,20}) Event occurr?ed\.\s+EventID: (0x[\da-f]{1,8})\W*$/i;
const TIME = /^[`*]*Time Generated: (\d[\d/.:\s-]{8,40}?(?:\s[AP]M)?)\W*$/i;
const TEXT = /^[`*]*Event String:\s?/i;
/** `(Event String (event log = System) could not be retrieved, error 0x3afc)` */
const NO_TEXT = /^[`*]*(?:\(Event String\b|EvtFormatMessage failed)/i;
/** What stands around a line, printed or quoted. */
const AROUND = ' \t>`';
const LOG = /\(event log = (.{1,100}?)\) could/i;
const TEST = /^[`*]*Starting test: (\w{2,40})\W*$/i;
const RESULT = /^[`*]*\.{10,} /;
const HOST = /^[`*]*(?:Testing server: .{0,100}\\|Home Server = )([\w-]{1,63})\W*$/i;
/** Whose log each test reads. @see https://learn.microsoft.com/windows-server/administration/windows-commands/dcdiag */
const CHANNELS: ReadonlyMap<string, string> = new Map([
  ['systemlog', 'System'],
  ['dfsrevent', 'DFS Replication'],
  ['frsevent', 'File Replication Service'],
  ['kccevent', 'Directory Service'],
]);

/** Without indent, quote marks, and the bullets of pages that show a text as a list. */
const bare = (line: string): string => line.slice(marksLength(line));

const isEvent = (line: string): boolean => line.includes('EventID: 0x') && EVENT.test(bare(line));

/** The events that dcdiag lists, which have no source, and the replications that failed. */
export const dcdiagSegment: SegmentFormat = {
  name: 'dcdiag',
  isDetail: false,
  isOpenEnded: true,
  needs: { holds: ['EventID: 0x', 'Test', 'test', 'Home Server', '[Replications'] },
  begins: (lines) => (beginsHere(lines(0) ?? '') ? { column: 0, ends: createEnds() } : null),
  create: (context) => withReplications(createDcdiagParser())(context),
};

const withReplications =
  (create: CreateTextParser): CreateTextParser =>
  (context) => {
    const parser = create(context);
    const findings: typeof parser.findings = () => {
      const found = parser.findings();
      return { ...found, observations: failedReplications(found.freeText) };
    };
    return { push: (text) => parser.push(text), end: () => parser.end(), findings };
  };

function beginsHere(line: string): boolean {
  if (isEvent(line) || tellsFailedReplication(line)) return true;
  if (!line.includes('est') && !line.includes('Home Server')) return false;
  return HOST.test(bare(line)) || CHANNELS.has(TEST.exec(bare(line))?.[1]?.toLowerCase() ?? '');
}

/** Behind the result of a test nothing is known until the next one begins. */
function createEnds(): (lines: LinesAhead) => number {
  let isFirst = true;
  return (lines) => {
    const line = lines(0) ?? '';
    const wasFirst = isFirst;
    isFirst = false;
    return !wasFirst && (beginsMarkup(line) || isProse(line)) ? 0 : -1;
  };
}
/** What dcdiag prints is indented, but for a few lines; posters lose the indents of all. */
const isProse = (line: string): boolean => /^(?:Thanks|Thank you|Regards|Log Name:|Event Type:)/i.test(line);

function createDcdiagParser() {
  // The host stands far above the test that names the log.
  let host: string | null = null;
  return createBlockParser({
    isUtc: false,
    dateOrder: { order: 'mdy', isSure: false },
    startsBlock: isEvent,
    closesBlock: (line) => RESULT.test(bare(line)),
    heading(line): BlockHeading | null {
      const named = HOST.exec(bare(line))?.[1];
      const test = TEST.exec(bare(line))?.[1];
      if (named === undefined && test === undefined) return null;
      host = named ?? host;
      return { host, channel: CHANNELS.get(test?.toLowerCase() ?? '') ?? null };
    },
    read,
  });
}

/** What stands before the first line of an event stands before all of them; a text has bullets of its own. */
function withoutMarksOf(first: string): (line: string) => string {
  const marks = first.slice(0, marksLength(first)).trim();
  return (line) => {
    const text = line.trimStart();
    return marks !== '' && text.startsWith(marks) ? text.slice(marks.length).trimStart() : text;
  };
}

function read(lines: readonly string[]): ReadBlock {
  const found = new KeyValues();
  const [, word = '', id = ''] = EVENT.exec(bare(lines[0] ?? '')) ?? [];
  found.set('eventType', word);
  found.set('eventId', id);
  const unmarked = withoutMarksOf(lines[0] ?? '');
  let isText = false;
  const body: string[] = [];
  for (const line of lines.slice(1).map(unmarked)) {
    const time = isText ? undefined : TIME.exec(line)?.[1];
    const isBegin: boolean = !isText && (TEXT.test(line) || NO_TEXT.test(line));
    if (time !== undefined) found.set('dateTime', time.replace(/\s+/g, ' '));
    isText ||= isBegin;
    if (isText) body.push(trimMarks(isBegin ? line.replace(TEXT, '') : line, AROUND));
  }
  const text = body
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  found.set('message', text);
  const channel = LOG.exec(text)?.[1];
  if (channel !== undefined) found.set('channel', channel);
  return { values: found.values };
}
