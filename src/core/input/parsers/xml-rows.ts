import { type Column, namedColumn } from '../../knowledge/words/table-columns.ts';
import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { KeyValues } from '../blocks/key-lines.ts';
import { decodeEntities } from '../text/entities.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from './segment-format.ts';

/** `<item>`, `<ROW>`, `<Object Type="…">` on a line of its own. */
const OPEN = /^\s{0,40}<([A-Za-z_][\w.-]{0,63})(?:\s[^<>]{0,400})?(?<!\/)>\s*$/;
/** `<event_id>7</event_id>`, `<Property Name="Id" Type="System.Int32">7</Property>` */
const LEAF = /<([A-Za-z_][\w.-]{0,63})((?:\s+[\w:.-]{1,64}="[^"<]{0,400}")*)\s*>([^<]*)<\/\1>/g;
const EVENT = /^\s{0,40}<(?:[\w.-]{1,64}:)?Event[\s>]/;
const NAME = /\sname="([^"]*)"/i;
const LOOKAHEAD = 7;
const MIN_KNOWN = 3;
/** Ids, severities and types have the events of any program. */
const TELLING: readonly Column[] = ['provider', 'channel', 'recordId', 'host', 'dateTime', 'message'];

/** What tells that something happened: a list of the events that exist has none of it. */
const HAPPENED: readonly Column[] = ['dateTime', 'date', 'clock', 'recordId', 'host', 'user', 'strings', 'data'];

const tagOf = (line: string): string | null => (line.includes('<') ? (OPEN.exec(line)?.[1] ?? null) : null);
const isEnd = (line: string, tag: string): boolean => line.trim() === `</${tag}>`;

/** Rows of a table as XML: of FullEventLogView, of LogParser, of `ConvertTo-Xml`. */
export const xmlRowsSegment: SegmentFormat = {
  name: 'xml-rows',
  isDetail: false,
  needs: { first: /</ },
  begins,
  create: createBlockParser({
    isUtc: false,
    // As LogParser joins them.
    stringsOf: (text) => text.split('|'),
    startsBlock: (line, [first]) => {
      const tag = tagOf(line);
      return tag !== null && (first === undefined || tag === tagOf(first));
    },
    closesBlock: (line, [first = '']) => isEnd(line, tagOf(first) ?? ''),
    read,
  }),
};

function begins(lines: LinesAhead): SegmentStart | null {
  const tag = tagOf(lines(0) ?? '');
  if (tag === null || !isRow(lines)) return null;
  let isInside = false;
  const ends = (now: LinesAhead): number => {
    const line = now(0) ?? '';
    if (!isInside && line.trim() !== '' && tagOf(line) !== tag) return 0;
    if (line.trim() !== '') isInside = !isEnd(line, tag);
    return -1;
  };
  return { column: 0, ends };
}

/** The id of an event and other columns of a table have to stand at its beginning. */
function isRow(lines: LinesAhead): boolean {
  const first = lines(1) ?? '';
  // What holds the rows begins in front of the first; what holds whole events (`wevtutil qe … /e:NAME`) is no row.
  if (tagOf(first) !== null || EVENT.test(first)) return false;
  const known = new Set<string>();
  const tag = tagOf(lines(0) ?? '') ?? '';
  let isWhole = false;
  for (let at = 1; at <= LOOKAHEAD && !isWhole; at += 1) {
    isWhole = isEnd(lines(at) ?? '', tag);
    for (const [name] of leavesIn(lines(at) ?? '')) {
      const column = namedColumn(name, null)?.column;
      if (column !== undefined && column !== 'ignored') known.add(column);
    }
  }
  if (isWhole && !HAPPENED.some((column) => known.has(column))) return false;
  const hasId = known.has('eventId') || known.has('instanceId');
  return hasId && known.size >= MIN_KNOWN && TELLING.some((column) => known.has(column));
}

function* leavesIn(text: string): Generator<readonly [name: string, value: string]> {
  if (!text.includes('</')) return;
  for (const [, tag = '', attributes = '', value = ''] of text.matchAll(LEAF))
    yield [NAME.exec(attributes)?.[1] ?? tag, decodeEntities(value)];
}

/** A list of `ConvertTo-Xml`: properties without names in one that has a name. */
const LIST =
  /<Property\s+Name="(ReplacementStrings|InsertionStrings|Data)"[^<>]*>((?:\s*<Property(?:\s+Type="[^"<]*")?\s*>[^<]*<\/Property>)+)\s*<\/Property>/g;
const ITEM = /<Property[^<>]*>([^<]*)<\/Property>/g;

function read(lines: readonly string[]): ReadBlock {
  const found = new KeyValues();
  const text = lines.join('\n');
  for (const [name, value] of leavesIn(text)) found.add(name, value);
  for (const [, name, inner = ''] of text.matchAll(LIST)) {
    const items = [...inner.matchAll(ITEM)].map(([, item = '']) => decodeEntities(item));
    if (name === 'Data') found.set('data', `{${items.join(',')}}`);
    else found.set('strings', JSON.stringify(items));
  }
  return { values: found.values };
}
