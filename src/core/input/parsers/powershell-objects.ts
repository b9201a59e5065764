import { namedColumn } from '../../knowledge/words/table-columns.ts';
import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { KeyValues } from '../blocks/key-lines.ts';
import { beginsOther } from '../blocks/other-text.ts';
import { listedTexts } from '../table/listed.ts';
import type { LinesAhead, SegmentFormat } from './segment-format.ts';

const START = /^\s*"?@\{(?=\w{1,40}=)/;
/** Behind the last value. */
const END = /\}[",\]\s]*$/;
const PARTING = /; (?=\w{1,40}=)/;
const ID = /(?:\{|; )(?:Id|EventID|InstanceId|EventCode)=\d{1,10}(?:; |\}|$)/i;
/** Other objects have ids, too. */
const EVENT = /(?:\{|; )(?:ProviderName|LogName|LevelDisplayName|EntryType|SourceName|RecordId)=/i;
const LOOKAHEAD = 8;

/** Objects that PowerShell put into a string: `@{TimeCreated=05/13/2023 09:59:58; Id=7; ProviderName=disk}`. */
export const powershellObjectsSegment: SegmentFormat = {
  name: 'powershell-objects',
  isDetail: false,
  needs: { holds: ['@{'] },
  begins: (lines) => (START.test(lines(0) ?? '') && isEvent(lines) ? { column: 0, ends: createEnds() } : null),
  create: createBlockParser({
    isUtc: false,
    // Strings are made in the invariant culture.
    dateOrder: { order: 'mdy', isSure: false },
    stringsOf: (text) => listedTexts(text) ?? [text],
    startsBlock: (line) => START.test(line),
    read,
  }),
};

/** A message in front of the id may have lines. */
function isEvent(lines: LinesAhead): boolean {
  const ahead: string[] = [];
  for (let index = 0; index < LOOKAHEAD; index += 1) {
    const line = lines(index);
    if (line === undefined || (index > 0 && START.test(line))) break;
    ahead.push(line);
    if (isWhole(ahead.join('\n'))) break;
  }
  const text = ahead.join('\n');
  return ID.test(text) && EVENT.test(text);
}

/** Values may hold brackets, of a GUID for one. */
const isWhole = (text: string): boolean => END.test(text) && openBrackets(text) <= 0;
function openBrackets(text: string): number {
  let open = 0;
  for (const bracket of text.match(/[{}]/g) ?? []) open += bracket === '{' ? 1 : -1;
  return open;
}

function createEnds(): (lines: LinesAhead) => number {
  let open = 0;
  let isOver = false;
  return (lines) => {
    const line = lines(0) ?? '';
    const isNew = START.test(line);
    if ((isOver && !isNew && line.trim() !== '') || (!isNew && beginsOther(line))) return 0;
    open = (isNew ? 0 : open) + openBrackets(line);
    isOver = (isOver && !isNew) || (END.test(line) && open <= 0);
    return -1;
  };
}

function read(lines: readonly string[]): ReadBlock {
  const text = lines.join('\n').replace(START, '').replace(END, '');
  const found = new KeyValues();
  for (const part of text.split(PARTING)) {
    const equals = part.indexOf('=');
    const named = equals < 0 ? null : namedColumn(part.slice(0, equals), null);
    if (named !== null) found.set(named.column, part.slice(equals + 1).trim(), named.rank);
  }
  return { values: found.values };
}
