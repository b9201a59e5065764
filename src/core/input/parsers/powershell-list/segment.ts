import type { LinesAhead, SegmentFormat, SegmentStart } from '../segment-format.ts';
import { createPowershellListParser, isAligned, namedProperty, propertyIn } from './parser.ts';

const LOOKAHEAD = 7;
const MIN_PROPERTIES = 3;
const ID = /^(?:Id|EventID|InstanceId|EventCode|EventIdentifier)$/i;
/** Only events have one of them: other objects have an id and a computer, too. */
const EVENT =
  /^(?:Message|ProviderName|ProviderId|Source|SourceName|EntryType|LogName|LogFile|LevelDisplayName|TimeCreated|TimeWritten|EventCode|EventID|RecordId|RecordNumber|Qualifiers|UserId|ReplacementStrings|InsertionStrings|CategoryNumber|CategoryString)$/i;
/** All that `Format-List TimeCreated, Message` prints; the message may tell its event. */
const TIME = /^(?:TimeCreated|TimeGenerated|TimeWritten)$/i;
const MESSAGE = /^Message$/i;
/** `Format-List *` begins with the message, which may have any number of lines. */
const LONG_MESSAGE = /^Message\s{5,}: /;

/** Lists of events as PowerShell prints them. */
export const powershellListSegment: SegmentFormat = {
  name: 'powershell-list',
  isDetail: false,
  isOpenEnded: true,
  needs: { first: /[a-z_]/i, holds: [':'] },
  begins,
  create: createPowershellListParser,
};

function begins(lines: LinesAhead): SegmentStart | null {
  const first = lines(0) ?? '';
  const property = namedProperty(first);
  if (property === null) return null;
  const ahead = Array.from({ length: LOOKAHEAD }, (_, index) => namedProperty(lines(index + 1) ?? ''));
  const isPadded = /^\w+\s+: /.test(first) || /^\w+\s+:$/.test(first);
  const count = 1 + ahead.filter((other) => other?.colon === property.colon || other !== null).length;
  const names = [property, ...ahead].flatMap((other) => (other === null ? [] : [other.name]));
  const isEvent = names.some((name) => ID.test(name)) && names.some((name) => EVENT.test(name));
  const isTimed = names.some((name) => TIME.test(name)) && names.some((name) => MESSAGE.test(name));
  return isPadded && ((count >= MIN_PROPERTIES && isEvent) || isTimed || LONG_MESSAGE.test(first))
    ? { column: 0, ends: createEnds(property.colon) }
    : null;
}

/** A list ends at a line that is neither a property nor indented. */
function createEnds(colon: number): SegmentStart['ends'] {
  let isAfterBlank = false;
  return (lines) => {
    const line = lines(0) ?? '';
    const property = propertyIn(line);
    const isPart =
      property !== null ||
      isAligned(line, colon) ||
      line.trim() === '' ||
      /^\s+$/.test(line.slice(0, Math.min(colon, 4)));
    const isOther = !isPart && (isAfterBlank || colon > 8);
    isAfterBlank = line.trim() === '';
    return isOther ? 0 : -1;
  };
}
