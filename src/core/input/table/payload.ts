import { isPlainMap } from '../../model/plain-map.ts';
import { decodeEntities } from '../text/entities.ts';

/** The values of an event in the order they stand, and by name. */
export interface TablePayload {
  readonly strings: readonly string[];
  readonly fields: ReadonlyMap<string, string>;
  /** The bytes of a classic event, in hex. */
  readonly binary: string | null;
}

const NOTHING: TablePayload = { strings: [], fields: new Map(), binary: null };
const MAX_DEPTH = 8;

/** The payload of an event in one cell: JSON as EvtxECmd prints it, or XML as Azure Monitor does. */
export function readPayloadCell(text: string): TablePayload {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return readJson(trimmed);
  return trimmed.startsWith('<') ? readXml(trimmed) : readLines(trimmed);
}

const NAMED_LINE = /^([A-Za-z][\w.-]{0,63}): ?(.*)$/;

/** `AccountName: LocalSystem` on lines, as Chainsaw prints it; a value may go on over lines. They have no positions. */
function readLines(text: string): TablePayload {
  const fields = new Map<string, string>();
  let last: string | null = null;
  for (const line of text.split('\n')) {
    const [, name, value = ''] = NAMED_LINE.exec(line) ?? [];
    if (name !== undefined) {
      last = name;
      fields.set(name, value);
    } else if (last === null) return NOTHING;
    else fields.set(last, `${fields.get(last)}\n${line}`);
  }
  return { ...NOTHING, fields };
}

function readJson(text: string): TablePayload {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return NOTHING; // a cell that was cut: Excel keeps 32 767 characters
  }
  const strings: string[] = [];
  const fields = new Map<string, string>();
  let binary: string | null = null;
  collect(value, null, 0, (name, found) => {
    if (name === 'Binary') {
      binary ??= found;
      return;
    }
    strings.push(found);
    if (name !== null && !fields.has(name)) fields.set(name, found);
  });
  return { strings, fields, binary };
}

type Found = (name: string | null, value: string) => void;

/** `{"@Name":"x","#text":"y"}` is one value; containers, which may have a name, too, pass on theirs; attributes are no values. */
function collect(value: unknown, name: string | null, depth: number, found: Found): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) for (const item of value) collect(item, name, depth + 1, found);
  else if (isPlainMap(value)) {
    const own = value['@Name'];
    const isEmpty = own !== undefined && Object.keys(value).every(isAttribute);
    if (isEmpty || '#text' in value) found(own === undefined ? name : String(own), String(value['#text'] ?? ''));
    else
      for (const [key, inner] of Object.entries(value))
        if (!isAttribute(key)) collect(inner, nameOf(key), depth + 1, found);
  } else if (value !== null && value !== undefined) found(name, String(value));
}
const isAttribute = (key: string): boolean => key.startsWith('@');
const nameOf = (key: string): string | null => (key === 'Data' || key === 'EventData' ? null : key);

const ELEMENT = /<(Data|Param)\b([^>]*?)(?:\/>|>([^<]*)<\/\1>)/gi;
const NAME = /\bName\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

const BINARY = /<Binary>([^<]*)<\/Binary>/i;

function readXml(text: string): TablePayload {
  const strings: string[] = [];
  const fields = new Map<string, string>();
  for (const [, , attributes = '', inner = ''] of text.matchAll(ELEMENT)) {
    const value = decodeEntities(inner);
    const [, double, single] = NAME.exec(attributes) ?? [];
    const name = double ?? single;
    strings.push(value);
    if (name !== undefined && !fields.has(name)) fields.set(name, value);
  }
  return { strings, fields, binary: BINARY.exec(text)?.[1] ?? null };
}
