import type { RawTime } from '../../model/event.ts';
import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { lineSegment } from '../lines/line-segment.ts';
import { Names } from '../lines/names.ts';
import { syslogPrefix } from '../lines/syslog-prefix.ts';
import { parseEpoch } from '../normalise/epoch.ts';
import { parseLocalTime } from '../normalise/parse-local-time.ts';
import type { SegmentFormat } from './segment-format.ts';

const TAG = 'CEF:';
/** Version, vendor, product, version of the product, class of the event, its name, severity: a bar inside one has a backslash in front. */
const HEADER = /CEF:\d{1,2}((?:\|(?:[^|\\]|\\.){0,1024}){6})\|/;
const CELL = /\|((?:[^|\\]|\\.){0,1024})/g;
/** `Service Control Manager:7031`, the class of what the connector read out of an event log. */
const CLASS = /^(.{1,256}):(\d{1,5})$/;
const ID = /^\d{1,5}$/;
const WINDOWS = /^(?:Microsoft )?Windows\b|^System or Application Event$/i;
/** An equals sign inside a value has a backslash in front. */
const KEY = /(?:^|\s)([A-Za-z][\w.[\]-]{0,63})=/g;
const MAX_PAIRS = 256;

/**
 * Events of Windows in the Common Event Format, as ArcSight and what feeds it write them. Products without an event log send it, too: the
 * class has to name source and id, or the product has to be Windows.
 */
export const cefSegment: SegmentFormat = {
  ...lineSegment(
    'cef',
    (line) => line.includes(TAG) && new CefReader().read(line, 0) !== null,
    createLineParser(() => new CefReader()),
  ),
  needs: { holds: [TAG] },
  isTagged: true,
};

class CefReader implements LineReader {
  readonly #names = new Names();

  read(line: string, position: number): LineEvent | null {
    const header = line.includes(TAG) ? HEADER.exec(line) : null;
    if (header === null) return null;
    const cells = [...(header[1] ?? '').matchAll(CELL)].map(([, cell = '']) => unescaped(cell).trim());
    const [vendor = '', product = '', , classId = '', title = ''] = cells;
    const pairs = pairsIn(line.slice(header.index + header[0].length));
    const named = namedEvent(classId, product, pairs);
    if (vendor !== 'Microsoft' || named === null) return null;
    const names = this.#names;
    const provider = named.provider ?? labelled(pairs, 'EventSource');
    const written = pairs.get('rt') ?? '';
    const time = timeOf(written);
    return {
      position,
      recordId: null,
      time,
      host:
        names.ownOrNull(pairs.get('dhost') ?? pairs.get('dvchost')) ?? syslogPrefix(line.slice(0, header.index)).host,
      channel: names.ownOrNull(pairs.get('cat')),
      provider: names.ownOrNull(provider),
      eventId: named.id,
      level: names.levelOf(pairs.get('deviceSeverity') ?? ''),
      category: null,
      user: null,
      message: () => pairs.get('msg') || (title === provider ? null : title) || null,
      badTime: time === null && written !== '' ? written : undefined,
    };
  }
}

type Pairs = ReadonlyMap<string, string>;

function pairsIn(extension: string): Pairs {
  const keys = [...extension.matchAll(KEY)].slice(0, MAX_PAIRS);
  return new Map(
    keys.map((key, index) => {
      const end = keys[index + 1]?.index ?? extension.length;
      return [key[1] ?? '', unescaped(extension.slice(key.index + key[0].length, end)).trim()];
    }),
  );
}

function namedEvent(classId: string, product: string, pairs: Pairs): { id: number; provider: string | null } | null {
  const external = pairs.get('externalId') ?? '';
  const [, provider = null, digits = classId] = CLASS.exec(classId) ?? [];
  const isSure = WINDOWS.test(product) || (provider !== null && digits === external);
  const id = [digits, external].find((text) => ID.test(text));
  return !isSure || id === undefined ? null : { id: Number(id), provider };
}

/** `cs3=disk … cs3Label=EventSource` */
function labelled(pairs: Pairs, label: string): string | undefined {
  for (const [key, value] of pairs) if (value === label && key.endsWith('Label')) return pairs.get(key.slice(0, -5));
  return undefined;
}

const timeOf = (text: string): RawTime | null => parseEpoch(text) ?? parseLocalTime(text, null, null);

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', ''],
]);
const unescaped = (text: string): string =>
  text.includes('\\') ? text.replace(/\\([nr|=\\])/g, (_, mark: string) => ESCAPES.get(mark) ?? mark) : text;
