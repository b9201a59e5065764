import { DAY_MS } from '../../../model/time-units.ts';
import { type Row, tableText } from '../../table/tab-rows.ts';
import { decodeEntities } from '../../text/entities.ts';
import { elementsIn, tagsOf, withoutElements } from './elements.ts';

/** The text of a part of the package, by its name. */
export type PartOf = (name: string) => string | undefined;
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

const SHEET = /<(?:\w+:)?sheet\s([^<>]*)>/g;
const RELATIONSHIP = /<(?:\w+:)?Relationship\s([^<>]*)>/g;
const PATTERNS = new Map<string, RegExp>();
function attribute(attributes: string, name: string): string | undefined {
  let pattern = PATTERNS.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    PATTERNS.set(name, pattern);
  }
  const [, double, single] = pattern.exec(attributes) ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : decodeEntities(value);
}

/** The sheets of a workbook of Excel, each as a table of tabs. @see ECMA-376 part 1, 18 */
export function sheetTexts(part: PartOf): readonly NamedText[] {
  const workbook = part('xl/workbook.xml') ?? '';
  const targets = new Map(
    [...(part('xl/_rels/workbook.xml.rels') ?? '').matchAll(RELATIONSHIP)].map(([, attributes = '']) => [
      attribute(attributes, 'Id') ?? '',
      attribute(attributes, 'Target') ?? '',
    ]),
  );
  const strings = sharedStrings(part('xl/sharedStrings.xml') ?? '');
  const styles = dateStyles(part('xl/styles.xml') ?? '');
  const is1904 = /<(?:\w+:)?workbookPr\s[^<>]*date1904="(?:1|true)"/.test(workbook);
  return [...workbook.matchAll(SHEET)].flatMap(([, attributes = ''], index) => {
    const target = targets.get(attribute(attributes, 'id') ?? '') ?? `worksheets/sheet${index + 1}.xml`;
    const xml = part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    const name = attribute(attributes, 'name') ?? `sheet${index + 1}`;
    return xml === undefined ? [] : [{ name, text: tableText(rowsOf(xml, { strings, styles, is1904 })) }];
  });
}

const STRING_ITEM = tagsOf('si');
const TEXT = /<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)<\/(?:\w+:)?t>/g;
/** How to pronounce it is no text. */
const PHONETIC = tagsOf('rPh');

const sharedStrings = (xml: string): readonly string[] =>
  [...elementsIn(xml, STRING_ITEM)].map(({ inner }) => textIn(inner));

/** What XML cannot hold stands as `_x000D_`. */
const ESCAPED = /_x([\dA-Fa-f]{4})_/g;
const textIn = (xml: string): string =>
  [...withoutElements(xml, PHONETIC).matchAll(TEXT)]
    .map(([, text = '']) => decodeEntities(text))
    .join('')
    .replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n');

/** Formats that every Excel knows as dates or times. @see ECMA-376 part 1, 18.8.30 */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
/** Texts, colours and escaped signs in a format are none of its letters. */
const NO_LETTERS = /"[^"]*"|\[(?!h|m|s)[^\]]*\]|\\./gi;
const NUMBER_FORMAT = /<(?:\w+:)?numFmt\s([^<>]*)>/g;
const CELL_FORMATS = tagsOf('cellXfs');
/** Excel takes no longer one. */
const MAX_FORMAT_CHARACTERS = 255;
const CELL_FORMAT = /<(?:\w+:)?xf\s([^<>]*)>/g;

/** What a number stands for: a day, or a day with a time of it. */
type DateStyle = 'date' | 'time' | null;
/** Of those the ones with a clock. */
const hasBuiltInClock = (id: number): boolean =>
  (id >= 18 && id <= 22) || id === 32 || id === 33 || (id >= 45 && id <= 47) || id === 55 || id === 56;

/** By index of the style. */
function dateStyles(xml: string): readonly DateStyle[] {
  const dates = new Map<number, DateStyle>();
  for (const [, attributes = ''] of xml.matchAll(NUMBER_FORMAT)) {
    const code = (attribute(attributes, 'formatCode') ?? '').slice(0, MAX_FORMAT_CHARACTERS).replace(NO_LETTERS, '');
    const style = /[hs]/i.test(code) ? 'time' : /[ymd]/i.test(code) ? 'date' : null;
    if (!/general/i.test(code)) dates.set(Number(attribute(attributes, 'numFmtId')), style);
  }
  const [formats] = elementsIn(xml, CELL_FORMATS);
  return [...(formats?.inner ?? '').matchAll(CELL_FORMAT)].map(([, attributes = '']) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0);
    return isBuiltInDate(id) ? (hasBuiltInClock(id) ? 'time' : 'date') : (dates.get(id) ?? null);
  });
}

interface Book {
  readonly strings: readonly string[];
  readonly styles: readonly DateStyle[];
  readonly is1904: boolean;
}

const ROW = tagsOf('row');
const CELL = tagsOf('c');
const VALUE = /<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*)<\/(?:\w+:)?v>/;
/** XFD. */
const MAX_COLUMNS = 16_384;

function* rowsOf(xml: string, book: Book): Generator<Row> {
  for (const { inner } of elementsIn(xml, ROW)) {
    const row: string[] = [];
    for (const { attributes, inner: content } of elementsIn(inner, CELL)) {
      const column = columnOf(attribute(attributes, 'r') ?? '') ?? row.length;
      while (row.length < Math.min(column, MAX_COLUMNS)) row.push('');
      row.push(cellText(attributes, content, book));
    }
    yield row;
  }
}

/** `AB12` is the 28th; null where it is not said. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 0x40;
  return column - 1;
}

function cellText(attributes: string, content: string, { strings, styles, is1904 }: Book): string {
  const type = attribute(attributes, 't');
  if (type === 'inlineStr') return textIn(content);
  const value = decodeEntities(VALUE.exec(content)?.[1] ?? '');
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'd') return value.replace('T', ' ');
  if (type === 'str') return value.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  if (type !== undefined && type !== 'n') return value;
  const style = styles[Number(attribute(attributes, 's') ?? 0)] ?? null;
  if (value === '' || style === null) return numberText(value);
  return dateText(Number(value), style, is1904) ?? value;
}

/** `1.6E+12` is the whole number that it is. */
function numberText(value: string): string {
  const number = /e/i.test(value) ? Number(value) : Number.NaN;
  return Number.isSafeInteger(number) ? String(number) : value;
}

/** Days of 1900 are counted from 30 December 1899, since Excel knows a 29 February 1900. */
const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);
const MAX_DAYS = 2_958_466;

/** A number of days as a local time, to the millisecond; without a date where it has none, without a clock where none is shown. */
function dateText(days: number, style: DateStyle, is1904: boolean): string | null {
  if (!(days >= 0 && days < MAX_DAYS)) return null;
  const iso = new Date((is1904 ? EPOCH_1904_MS : EPOCH_1900_MS) + Math.round(days * DAY_MS)).toISOString();
  const [date = '', clock = ''] = iso.replace(/(?:\.000)?Z$/, '').split('T');
  if (days < 1) return clock;
  return Number.isInteger(days) && style === 'date' ? date : `${date} ${clock}`;
}
