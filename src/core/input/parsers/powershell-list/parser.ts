import { namedColumn } from '../../../knowledge/words/table-columns.ts';
import type { CreateTextParser } from '../../../model/parser.ts';
import { createBlockParser, type ReadBlock } from '../../blocks/block-parser.ts';
import { KeyValues } from '../../blocks/key-lines.ts';
import { listedTexts } from '../../table/listed.ts';
import { withToldEvent } from '../../table/told-values.ts';
import { type LineBreak, lineBreaksOf } from './wrap.ts';

/** The properties that the objects of `Get-EventLog`, `Get-WinEvent` and `Win32_NTLogEvent` have. */
const PROPERTIES: ReadonlySet<string> = new Set(
  (
    'Index EntryType InstanceId Message Category CategoryNumber CategoryString ReplacementStrings InsertionStrings Source SourceName ' +
    'TimeGenerated TimeWritten UserName User EventID EventCode EventIdentifier MachineName ComputerName Data Site Container Id Version ' +
    'Qualifiers Level Task Opcode Keywords RecordId RecordNumber ProviderName ProviderId LogName LogFile ProcessId ThreadId UserId ' +
    'TimeCreated ActivityId RelatedActivityId ContainerLog MatchedQueryIds Bookmark LevelDisplayName OpcodeDisplayName TaskDisplayName ' +
    'KeywordsDisplayNames Properties EventType Type TypeEvent PSComputerName PSShowComputerName PSStatus __CLASS __PATH'
  )
    .toLowerCase()
    .split(' '),
);
const MAX_COLON = 40;

export interface Property {
  readonly name: string;
  readonly value: string;
  /** Where its colon stands. */
  readonly colon: number;
}

export function propertyIn(line: string): Property | null {
  const colon = line.indexOf(':');
  if (colon < 2 || colon > MAX_COLON || (colon + 1 < line.length && line[colon + 1] !== ' ')) return null;
  const name = line.slice(0, colon).trimEnd();
  return PROPERTIES.has(name.toLowerCase()) ? { name, value: line.slice(colon + 2), colon } : null;
}

const PADDED = /^([A-Za-z]\w{1,38}) +:(?: |$)/;
/** Scripts choose names of their own: `Time`, `Computer`, `Log`. */
export function namedProperty(line: string): Property | null {
  const known = propertyIn(line);
  const name = known === null ? PADDED.exec(line)?.[1] : undefined;
  if (name === undefined || namedColumn(name, null) === null) return known;
  const colon = line.indexOf(':');
  return { name, value: line.slice(colon + 2), colon };
}

const NAME = /^[A-Za-z]\w{0,60}\s*$/;
/** Other objects have other properties; in a list their colons stand in one column. Messages are indented behind it. */
export const isAligned = (line: string, colon: number): boolean =>
  line[colon] === ':' &&
  (colon + 1 === line.length || line[colon + 1] === ' ') &&
  line[colon - 1] === ' ' &&
  NAME.test(line.slice(0, colon));

/** Reads lists of PowerShell (`| Format-List`). Names are English everywhere; times are local in the culture of the session. */
export const createPowershellListParser: CreateTextParser = createBlockParser({
  isUtc: false,
  startsBlock,
  read,
  stringsOf: (text) => listedTexts(text) ?? [text],
});

/** A property that the event in hand has already begins the next one. */
function startsBlock(line: string, block: readonly string[]): boolean {
  const property = namedProperty(line);
  if (property === null) return false;
  if (block.length === 0) return true;
  const first = namedProperty(block[0] ?? '');
  const isInColumn = first === null || first.colon === property.colon || block.at(-1)?.trim() === '';
  return isInColumn && first?.name.toLowerCase() === property.name.toLowerCase();
}

function read(lines: readonly string[]): ReadBlock | null {
  const found = new KeyValues();
  const colon = namedProperty(lines[0] ?? '')?.colon ?? 0;
  const breakBetween = lineBreaksOf(lines, (line) => propertyIn(line) === null);
  let [open, text, last] = ['', '', ''];
  const close = (): void => {
    if (open !== '') found.add(open, text.trimEnd());
  };
  for (const line of lines) {
    const property = propertyIn(line);
    if (property !== null && (property.colon === colon || open === '' || !isPadded(lines))) {
      close();
      [open, text] = [property.name, property.value];
    } else if (isAligned(line, colon)) {
      close();
      [open, text] = [line.slice(0, colon).trimEnd(), line.slice(colon + 2)];
    } else {
      // The value stands behind the colon and a blank.
      const rest = /^\s*$/.test(line.slice(0, colon + 2)) ? line.slice(colon + 2) : line.trimStart();
      text += `${BREAKS[breakBetween(last, line)]}${rest}`;
    }
    last = line;
  }
  close();
  const hasId = found.values.has('eventId') || found.values.has('instanceId');
  const values = hasId ? found.values : (withToldEvent(found.values) ?? found.values);
  const time = values.get('dateTime')?.[0] ?? '';
  return { values: values.has('dateTime') ? new Map([...values, ['dateTime', [fromDmtf(time)]]]) : values };
}

const BREAKS: Readonly<Record<LineBreak, string>> = { word: '', blank: ' ', own: '\n' };

/** Blanks before the colon: then all colons stand in one column. */
const isPadded = (lines: readonly string[]): boolean => lines.some((line) => /^\w+\s{2,}:/.test(line));

/** The time of WMI, `20190401190721.000000+060`, as other tools write it: its offset is in minutes. */
function fromDmtf(text: string): string {
  const [, year, month, day, hour, minute, second, fraction, sign, offset] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{6})([+-])(\d{3})$/.exec(text.trim()) ?? [];
  if (year === undefined) return text;
  const minutes = Number(offset);
  const zone = `${sign}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}${minutes === 0 ? 'Z' : zone}`;
}
