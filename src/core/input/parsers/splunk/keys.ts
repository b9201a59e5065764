import { trimMarks } from '../../lines/trim-marks.ts';

/** The keys of the header, as the forwarders of Splunk write them for `WinEventLog`, and older ones for WMI. */
const HEADER_KEYS = [
  'LogName',
  'SourceName',
  'EventCode',
  'EventType',
  'Type',
  'ComputerName',
  'User',
  'Sid',
  'SidType',
  'TaskCategory',
  'CategoryString',
  'OpCode',
  'RecordNumber',
  'Keywords',
  'Message',
  'Date',
  'Category',
  'EventIdentifier',
  'Logfile',
  'TimeGenerated',
  'TimeWritten',
  'wmi_type',
] as const;
export type Key = (typeof HEADER_KEYS)[number];
export type Header = Partial<Record<Key, string>>;

const keyByName: ReadonlyMap<string, Key> = new Map(HEADER_KEYS.map((key) => [key, key]));
const MAX_KEY = 20;
const EQUALS = 0x3d;
const BLANK = 0x20;
/** What parts the pairs of a line. */
const PARTING = ' \t\n,;|';
const UPPER_A = 0x41;

/** Behind the key of a line `EventCode=4624`; -1 where none stands. A line may be long, so it is looked at up to the end of a key only. */
function keyEnd(line: string): number {
  const last = Math.min(line.length, MAX_KEY);
  for (let at = 0; at < last; at += 1) {
    const unit = line.charCodeAt(at);
    if (unit === EQUALS) return at;
    if (unit === BLANK && line.charCodeAt(at + 1) === EQUALS) return at;
    if (unit < UPPER_A) return -1;
  }
  return -1;
}

/** The key and the value of a line `EventCode=4624`; null for any other line. */
export function keyLine(line: string): { readonly key: Key; readonly value: string } | null {
  const end = keyEnd(line);
  const key = end < 0 ? undefined : keyByName.get(line.slice(0, end));
  if (key === undefined) return null;
  return { key, value: line.slice(line.indexOf('=', end) + 1) };
}

const ONE_LINE_KEY = new RegExp(`(?<=^|[\\s,;"|]|\\\\[rnt])(${HEADER_KEYS.join('|')}) ?= ?`, 'g');
const DATE = /(\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2}(?:\.\d{1,6})?(?: [AP]M)?)[^\d]{0,8}$/;
/** Escapes between the keys show that line ends were escaped. */
const ESCAPED = /(?:\\r)?\\n(?:SourceName|EventCode|EventType) ?=/;

/** A whole event on one line: `LogName=… EventCode=… Message=…`. */
export const isOneLine = (line: string): boolean => {
  const log = line.indexOf('LogName');
  const code = line.indexOf('EventCode');
  return log >= 0 && code >= 0 && /LogName ?=/.test(line) && /EventCode ?= ?"?\d/.test(line);
};

export function readOneLine(line: string): Header {
  const header: Header = {};
  const found = [...line.matchAll(ONE_LINE_KEY)];
  // What stands behind the message is text.
  const last = found.findIndex(([, key]) => key === 'Message');
  const keys = last < 0 ? found : found.slice(0, last + 1);
  const isEscaped = ESCAPED.test(line);
  for (const [index, match] of keys.entries()) {
    const [whole, key] = match;
    const raw = line.slice(match.index + whole.length, keys[index + 1]?.index);
    const text = isEscaped ? unescaped(raw) : raw;
    const name = keyByName.get(key ?? '');
    if (name !== undefined) header[name] ??= unquoted(trimMarks(text, PARTING));
  }
  const date = DATE.exec(line.slice(0, keys[0]?.index ?? 0))?.[1];
  if (date !== undefined) header.Date ??= date;
  return header;
}

const unquoted = (text: string): string => (/^".*"$/s.test(text) ? text.slice(1, -1) : text);
const ESCAPES: Readonly<Record<string, string>> = { r: '', n: '\n', t: '\t', '\\': '\\', '"': '"' };
const unescaped = (text: string): string =>
  text.replace(/\\([rnt\\"])/g, (whole, letter: string) => ESCAPES[letter] ?? whole);
