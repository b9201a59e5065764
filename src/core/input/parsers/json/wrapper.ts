import {
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfContainer,
  endOfString,
  endOfValue,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  skipBlanks,
} from './syntax.ts';
import { foldKey, isList, isObject, type JsonValue, parseJson } from './value.ts';

/** Keys whose list holds the records: of Azure, Elasticsearch, Graph, Log Analytics, OTLP, CloudWatch, Splunk, JSON-RPC, and what people call such lists. */
const LISTS: ReadonlySet<string> = new Set(
  (
    'records,hits,value,tables,rows,events,event,result,results,data,logs,items,entries,docs,documents,resourcelogs,scopelogs,' +
    'instrumentationlibrarylogs,logrecords,messages,responses,winevents,logevents,eventlogs,alerts,root,snapshot'
  ).split(','),
);
const MAX_OPENED = 8;
/** What names the columns of rows. */
const HEADS: ReadonlySet<string> = new Set(['columns', 'fields']);

/** A list of records inside objects. */
export interface WrappedList {
  /** Of the first record. */
  readonly at: number;
  /** The objects and lists that were opened on the way, true for lists. */
  readonly opened: readonly boolean[];
  readonly columns: readonly string[] | null;
}
type Look = WrappedList | 'record' | 'more';

/**
 * Is the object at `at` a wrapper around records?
 * @returns `more` when the text ends before that shows
 */
export const findWrapper = (text: string, at: number): Look => lookInto(text, at, [false]);

function lookInto(text: string, at: number, opened: readonly boolean[]): Look {
  let columns: readonly string[] | null = null;
  for (let index = skipBlanks(text, at + 1); ; index = skipBlanks(text, index)) {
    const unit = text.charCodeAt(index);
    if (unit === CLOSE_OBJECT) return 'record';
    if (unit === COMMA) {
      index += 1;
      continue;
    }
    if (index >= text.length) return 'more';
    if (unit !== QUOTE) return 'record';
    const end = endOfString(text, index);
    if (end === -1) return 'more';
    const key = foldKey(text.slice(index + 1, end - 1));
    const colon = skipBlanks(text, end);
    if (colon >= text.length) return 'more';
    if (text.charCodeAt(colon) !== COLON) return 'record';
    const from = skipBlanks(text, colon + 1);
    const look = LISTS.has(key) ? lookAtValue(text, from, opened, columns) : null;
    if (look !== null && look !== 'record') return look;
    index = endOfValue(text, from);
    if (index === -1) return 'more';
    if (HEADS.has(key)) columns = namesIn(parseJson(text.slice(from, index)));
  }
}

function lookAtValue(text: string, at: number, opened: readonly boolean[], columns: readonly string[] | null): Look {
  const unit = text.charCodeAt(at);
  if (at >= text.length) return 'more';
  if (unit === OPEN_OBJECT) {
    if (opened.length > MAX_OPENED) return 'record';
    const look = lookInto(text, at, [...opened, false]);
    return look === 'record' && endOfContainer(text, at) === -1 ? 'more' : look;
  }
  if (unit !== OPEN_ARRAY) return 'record';
  const first = skipBlanks(text, at + 1);
  if (first >= text.length) return 'more';
  const isRecord =
    text.charCodeAt(first) === OPEN_OBJECT || (columns !== null && text.charCodeAt(first) === OPEN_ARRAY);
  return isRecord ? { at: first, opened: [...opened, true], columns } : 'record';
}

/** `[{"name": "EventID", "type": "int"}]` or `["EventID"]`. */
function namesIn(value: JsonValue | null): readonly string[] | null {
  if (!isList(value)) return null;
  const names = value.map((item) => (isObject(item) ? (item.name ?? item.ColumnName) : item));
  return names.every((name): name is string => typeof name === 'string') ? names : null;
}
