import type { LocalTimeText } from '../../model/event.ts';
import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { lineSegment } from '../lines/line-segment.ts';
import { NamedMonthTimes } from '../lines/named-month-time.ts';
import { Names } from '../lines/names.ts';
import { unrelayed } from '../lines/relayed-text.ts';
import { syslogPrefix } from '../lines/syslog-prefix.ts';
import { ownText } from '../text/copy-text.ts';
import type { SegmentFormat } from './segment-format.ts';

const TAG = 'MSWinEventLog';
/** A tab, and what relays make of it. */
const DELIMITERS = ['\t', '#011', '\\t', '|', ';', ','];
/** Places of the fields, counted from the date: a relay may drop or add some in front. */
const FIELDS = { id: 1, source: 2, user: 3, type: 5, host: 6, category: 7, text: 9 } as const;
const MAX_BEFORE_DATE = 5;
/** `05:52:15 2007` ends the date. */
const CLOCK_AND_YEAR = 13;
const FLAT =
  /MSWinEventLog +\d+ +(?<log>.{1,128}?) +\d+ +(?<date>[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4}) +(?<id>\d{1,10}) +(?<names>.{1,400}?) +(?<type>Success Audit|Failure Audit|Audit Success|Audit Failure|Critical|Error|Warning|Information|Verbose) +(?<host>[\w.-]{1,255})(?: +(?<text>.*))?$/;
/** The name of the account and what kind of account it is, at the end of the names. */
const KIND =
  / +(?:N\/A|User|Group|Domain|Alias|Well Known Group|Deleted Account|Invalid|Unknown|Computer|Unknown SID)$/;
const ACCOUNT =
  / +(N\/A|NULL SID|(?:NT AUTHORITY|NT SERVICE|Font Driver Host|Window Manager)\\[\w -]+|ANONYMOUS LOGON|LOCAL SERVICE|NETWORK SERVICE|\S+)$/;
/** In front of the two blanks that an empty field leaves. */
const CATEGORY = /^((?:[\w/-]+ ){0,3}[\w/-]+) {2}(?=\S)/;
/** The counter or the checksum at the end. */
const COUNTER = /^\s*(?:\d{1,20}|[\da-f]{32,64})\s*$/i;

/** Events as the agents of Snare send them by syslog, one a line. */
export const snareSegment: SegmentFormat = {
  ...lineSegment(
    'snare',
    (line) => line.includes(TAG) && new SnareReader().read(line, 0) !== null,
    createLineParser(() => new SnareReader()),
  ),
  needs: { holds: [TAG] },
  isTagged: true,
  fillsFiles: true,
};

class SnareReader implements LineReader {
  readonly #names = new Names();
  readonly #times = new NamedMonthTimes();
  #dateText = '';
  #time: LocalTimeText | null = null;

  read(line: string, position: number): LineEvent | null {
    const tag = line.indexOf(TAG);
    if (tag < 0) return null;
    const end = tag + TAG.length;
    const delimiter = DELIMITERS.find((text) => line.startsWith(text, end));
    return delimiter === undefined
      ? this.#readFlat(line, tag, position)
      : this.#readFields(line, tag, delimiter, position);
  }

  #readFields(line: string, tag: number, delimiter: string, position: number): LineEvent | null {
    const starts: number[] = [];
    let date = -1;
    let at = tag + TAG.length;
    while (at >= 0 && (date < 0 ? starts.length <= MAX_BEFORE_DATE : starts.length <= date + FIELDS.category)) {
      const start = at + delimiter.length;
      starts.push(start);
      at = line.indexOf(delimiter, start);
      if (date < 0 && this.#readDate(line.slice(start, at < 0 ? line.length : at))) date = starts.length - 1;
    }
    if (date < 1) return null;
    const field = (place: number): string => {
      const start = starts[date + place];
      const next = starts[date + place + 1] ?? (at < 0 ? line.length + delimiter.length : at + delimiter.length);
      return start === undefined ? '' : line.slice(start, next - delimiter.length);
    };
    const id = field(FIELDS.id).trim();
    if (!/^\d{1,10}$/.test(id)) return null;
    const log = line.slice(starts[Math.max(0, date - 2)], (starts[Math.max(1, date - 1)] ?? 0) - delimiter.length);
    const textStart = at < 0 ? line.length : at + delimiter.length;
    return this.#event(line.slice(0, tag), position, {
      log,
      id,
      source: field(FIELDS.source),
      user: field(FIELDS.user),
      type: field(FIELDS.type),
      host: field(FIELDS.host),
      category: field(FIELDS.category),
      message: () => textOf(line.slice(textStart), delimiter),
    });
  }

  /** Only blanks are left of the tabs. */
  #readFlat(line: string, tag: number, position: number): LineEvent | null {
    const found = FLAT.exec(line)?.groups;
    const { log = '', date = '', id = '', type = '', host = '', text = '', names: both = '' } = found ?? {};
    if (!this.#readDate(date)) return null;
    const names = both.replace(KIND, '');
    const [account = '', user = ''] = ACCOUNT.exec(names) ?? [];
    const [whole = '', category = ''] = CATEGORY.exec(text) ?? [];
    return this.#event(line.slice(0, tag), position, {
      log,
      id,
      type,
      host,
      user,
      category,
      source: names.slice(0, names.length - account.length),
      message: () =>
        text
          .slice(whole.length)
          .trimEnd()
          .replace(/ \d{1,20}$/, '')
          .trim() || null,
    });
  }

  #readDate(text: string): boolean {
    if (text === this.#dateText) return this.#time !== null;
    const time = text.length < 16 ? null : this.#times.read(text, text.length - CLOCK_AND_YEAR);
    if (time !== null) [this.#dateText, this.#time] = [ownText(text), time];
    return time !== null;
  }

  #event(prefix: string, position: number, fields: Fields): LineEvent {
    const names = this.#names;
    return {
      position,
      recordId: null,
      time: this.#time,
      host: names.ownOrNull(fields.host) ?? syslogPrefix(prefix.replace(/\t$/, ' ')).host,
      channel: names.ownOrNull(fields.log),
      provider: names.ownOrNull(fields.source),
      eventId: Number(fields.id),
      level: names.levelOf(fields.type),
      category: names.ownOrNull(/^None$/i.test(fields.category.trim()) ? '' : fields.category),
      user: names.ownOrNull(fields.user),
      message: fields.message,
    };
  }
}

interface Fields extends Readonly<Record<'log' | 'id' | 'source' | 'user' | 'type' | 'host' | 'category', string>> {
  readonly message: () => string | null;
}

/** The data, the text, which may hold the delimiter, and the counter. An event without a text has its inserts in the data. */
function textOf(rest: string, delimiter: string): string | null {
  const [data = '', ...fields] = rest.split(delimiter);
  if (fields.length > 1 && COUNTER.test(fields.at(-1) ?? '')) fields.pop();
  const text = unrelayed(fields.join(delimiter === ',' ? ',' : '\t')).trim();
  const inserts = unrelayed(data).trim();
  return text || (inserts === 'N/A' ? '' : inserts) || null;
}
