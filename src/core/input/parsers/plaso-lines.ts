import type { RawTime } from '../../model/event.ts';
import { levelFrom } from '../event-schema/values.ts';
import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { lineSegment } from '../lines/line-segment.ts';
import { Names } from '../lines/names.ts';
import { parseLocalTime } from '../normalise/parse-local-time.ts';
import { parseRecordId } from '../table/values.ts';
import type { SegmentFormat } from './segment-format.ts';

/** `2023-12-26 00:48:16.151380+00:00,Creation Time,EVT,` of the module dynamic, `12/26/2023,00:48:16,UTC,M...,EVT,` of l2tcsv. */
const HEAD =
  /^(?:(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^,]{0,20}),[^,]{1,60}|(\d\d)\/(\d\d)\/(\d{4}),(\d\d:\d\d:\d\d),([^,]{1,40}),[^,]{1,8}),EVT,/;
/** In front of the text of an event; in l2tcsv the beginning of it stands in a column of its own before. */
const ID = /,("?)\[(\d{1,10}) \/ 0x[\da-f]{4,8}\] /g;
const MESSAGE = ' Message string: ';
const STRINGS = ' Strings: [';
const PROVIDER =
  /(?:^| )Source Name: (.{1,256}?)(?= (?:Computer Name|Hostname|Record Number|Event (?:Level|Type|Category)|Username): |$)/;
const ITEM = /[\s,;]*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(None))/y;
const ESCAPE = /\\([nrt\\'"])/g;
const CHARACTERS: Readonly<Record<string, string>> = { n: '\n', r: '', t: '\t' };
/** A record has a row for each of its times; so many rows ago the other may stand. */
const MAX_SEEN = 256;

const isRow = (line: string): boolean => line.includes(',EVT,') && HEAD.test(line) && textOf(line) !== null;

/** Events in the tables of Plaso, in whose text stands all that is known of them. @see https://plaso.readthedocs.io */
export const plasoSegment: SegmentFormat = {
  ...lineSegment(
    'plaso',
    isRow,
    createLineParser(() => new PlasoReader()),
  ),
  needs: { holds: [',EVT,'] },
};

class PlasoReader implements LineReader {
  readonly #names = new Names();
  readonly #seen = new Set<string>();

  read(line: string, position: number): LineEvent | 'skip' | null {
    const head = line.includes(',EVT,') ? HEAD.exec(line) : null;
    const found = head === null ? null : textOf(line);
    if (head === null || found === null) return null;
    const { facts, message } = partsOf(found.text);
    const { strings, rest } = listIn(facts);
    const fact = (name: RegExp): string | undefined => name.exec(rest)?.[1];
    const provider = this.#names.ownOrNull(fact(PROVIDER));
    const record = fact(/ Record Number: (\d{1,16})/) ?? '';
    const host = fact(/ (?:Computer Name|Hostname): (\S{1,256})/);
    if (record !== '' && this.#isKnown(`${host} ${provider} ${found.id} ${record}`)) return 'skip';
    return {
      position,
      recordId: parseRecordId(record),
      time: timeOf(head),
      host: this.#names.ownOrNull(host),
      channel: null,
      provider,
      eventId: found.id,
      level: levelFrom(fact(/ Event Level: (\d)/) ?? null, null),
      category: null,
      user: null,
      message: () => unescaped(message).trim() || null,
      strings: () => strings,
    };
  }

  #isKnown(record: string): boolean {
    if (this.#seen.has(record)) return true;
    const [oldest] = this.#seen;
    if (this.#seen.size >= MAX_SEEN && oldest !== undefined) this.#seen.delete(oldest);
    this.#seen.add(record);
    return false;
  }
}

/** Plaso writes a blank for a comma inside a value; what others make of its tables has quotes. */
function textOf(line: string): { readonly id: number; readonly text: string } | null {
  let last: RegExpMatchArray | null = null;
  for (const found of line.matchAll(ID)) last = found;
  if (last?.index === undefined) return null;
  const from = last.index + last[0].length;
  const end = line.indexOf(last[1] === '' ? ',' : '",', from);
  return { id: Number(last[2]), text: ` ${line.slice(from, end < 0 ? line.length : end)}` };
}

/** The message stands last; before 2020 in front of the inserts and the host. It may name anything. */
function partsOf(text: string): { readonly facts: string; readonly message: string } {
  const at = text.indexOf(MESSAGE);
  if (at < 0) return { facts: text, message: '' };
  const [head, rest] = [text.slice(0, at), text.slice(at + MESSAGE.length)];
  if (head.includes(' Record Number: ')) return { facts: head, message: rest };
  const strings = rest.lastIndexOf(STRINGS);
  const end = strings >= 0 ? strings : rest.lastIndexOf(' Computer Name: ');
  return end < 0 ? { facts: head, message: rest } : { facts: head + rest.slice(end), message: rest.slice(0, end) };
}

/** The inserts as Python prints a list, its commas lost, and the facts without them. */
function listIn(facts: string): { readonly strings: readonly string[]; readonly rest: string } {
  const at = facts.indexOf(STRINGS);
  if (at < 0) return { strings: [], rest: facts };
  const strings: string[] = [];
  let end = at + STRINGS.length;
  ITEM.lastIndex = end;
  for (let item = ITEM.exec(facts); item !== null; item = ITEM.exec(facts)) {
    end = ITEM.lastIndex;
    strings.push(unescaped(item[1] ?? item[2] ?? ''));
  }
  return { strings, rest: facts.slice(0, at) + facts.slice(end).replace(/^\s*\]/, '') };
}

const unescaped = (text: string): string =>
  text.includes('\\') ? text.replace(ESCAPE, (_, sign: string) => CHARACTERS[sign] ?? sign) : text;

function timeOf([, whole, month, day, year, clock, zone]: RegExpExecArray): RawTime | null {
  const text = whole === undefined ? `${year}-${month}-${day} ${clock} ${zone}` : whole.replace('T', ' ');
  return parseLocalTime(text, null, null);
}
