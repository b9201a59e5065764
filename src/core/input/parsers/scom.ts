import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { KeyValues } from '../blocks/key-lines.ts';
import { beginsMarkup } from '../blocks/other-text.ts';
import { trimEndMarks } from '../lines/trim-marks.ts';
import type { LinesAhead, SegmentFormat } from './segment-format.ts';

const LOOKAHEAD = 8;
/** What administrators write in front of the variables of an alert; of several names of one thing the first counts most. */
const KEYS = {
  eventId: ['event id', 'event number', 'event display number', 'eventdisplaynumber', 'eventnumber'],
  provider: ['event source', 'event source name', 'eventsourcename', 'publisher name', 'publishername', 'source'],
  eventType: ['event level', 'eventlevel'],
  category: ['event category', 'eventcategory'],
  host: ['logging computer', 'loggingcomputer', 'computer'],
  channel: ['event log', 'log name', 'channel'],
  user: ['user', 'user name', 'username'],
  dateTime: ['event time', 'time'],
  message: ['event description', 'eventdescription'],
} as const;
type Field = keyof typeof KEYS;
const fields: readonly Field[] = [
  'eventId',
  'provider',
  'eventType',
  'category',
  'host',
  'channel',
  'user',
  'dateTime',
  'message',
];
const fieldByKey: ReadonlyMap<string, { readonly field: Field; readonly rank: number }> = new Map(
  fields.flatMap((field) => KEYS[field].map((key, rank) => [key, { field, rank }] as const)),
);
/** No other program writes these. */
const OWN = /^(?:event description|eventdescription|event number|event display number|logging computer)$/;

/** `_Event ID: 8193_`, `Alert description: Event Description: …`; a break in Markdown at the end. */
const KEY_LINE = /^[\s*_>]{0,20}(?:(?:Alert )?[Dd]escription:\s*)?([A-Z][A-Za-z ]{2,24}?)\s?:[*_]{0,2}(?:\s+|$)(.*)$/;

interface KeyLine {
  readonly key: string;
  readonly field: Field;
  readonly rank: number;
  readonly value: string;
}

function keyLine(line: string): KeyLine | null {
  const [, name = '', value = ''] = line.includes(':') ? (KEY_LINE.exec(line) ?? []) : [];
  const key = name.toLowerCase();
  const found = fieldByKey.get(key);
  if (found === undefined) return null;
  const isEmphasised = /^\s*_/.test(line);
  const plain = value.replace(/\\\s*$/, '').trimEnd();
  return { key, ...found, value: isEmphasised ? trimEndMarks(plain, '_') : plain };
}

/** The event in the description of an alert of System Center Operations Manager, with the names its guides recommend. */
export const scomSegment: SegmentFormat = {
  name: 'scom',
  isDetail: false,
  needs: { first: /[A-Z*_>d]/, holds: [':'] },
  begins: (lines) => (beginsAlert(lines) ? { column: 0, ends: createEnds() } : null),
  create: createBlockParser({ isUtc: false, startsBlock, read }),
};

function beginsAlert(lines: LinesAhead): boolean {
  if (keyLine(lines(0) ?? '') === null) return false;
  const found = new Set<Field>();
  let isOwn = false;
  for (let index = 0; index < LOOKAHEAD; index += 1) {
    const line = keyLine(lines(index) ?? '');
    if (line === null) continue;
    found.add(line.field);
    isOwn ||= OWN.test(line.key);
  }
  return isOwn && found.has('eventId') && found.size > 2;
}

/** The text of the event may have paragraphs; it ends where no key follows soon. */
function createEnds(): (lines: LinesAhead) => number {
  let isAfterBlank = false;
  return (lines) => {
    const line = lines(0) ?? '';
    const wasAfterBlank = isAfterBlank;
    isAfterBlank = line.trim() === '';
    if (beginsMarkup(line)) return 0;
    return wasAfterBlank && !isAfterBlank && !hasKeyAhead(lines) ? 0 : -1;
  };
}
function hasKeyAhead(lines: LinesAhead): boolean {
  for (let index = 0; index < LOOKAHEAD; index += 1) if (keyLine(lines(index) ?? '') !== null) return true;
  return false;
}

/** A key that the alert has already begins the next one. */
function startsBlock(line: string, block: readonly string[]): boolean {
  const found = keyLine(line);
  return found !== null && (block.length === 0 || block.some((other) => keyLine(other)?.key === found.key));
}

function read(lines: readonly string[]): ReadBlock {
  const found = new KeyValues();
  let open: KeyLine | null = null;
  let text = '';
  const close = (): void => {
    if (open !== null) found.set(open.field, text.trim(), open.rank);
  };
  for (const line of lines) {
    const next = keyLine(line);
    if (next === null) {
      if (open?.field === 'message') text += `\n${line}`;
      continue;
    }
    close();
    [open, text] = [next, next.value];
  }
  close();
  return { values: found.values };
}
