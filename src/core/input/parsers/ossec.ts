import type { LocalTimeText, RawTime } from '../../model/event.ts';
import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { lineSegment } from '../lines/line-segment.ts';
import { NamedMonthTimes, namedMonthTime } from '../lines/named-month-time.ts';
import { Names } from '../lines/names.ts';
import { syslogPrefix } from '../lines/syslog-prefix.ts';
import { parseLocalTime } from '../normalise/parse-local-time.ts';
import type { SegmentFormat } from './segment-format.ts';

const TAG = 'WinEvtLog: ';
/** `System: INFORMATION(7040): ` behind the tag, `Information` where a channel is read by the newer interface. */
const HEAD = /([^:]{1,256}): ?([A-Za-z_ ]{2,20})\((\d{1,10})\): ?/y;
/** `2018 Dec 05 08:22:48 ` or `2018-12-05 08:22:48 `, right in front of the tag. */
const NAMED_TIME = /\d{4} [A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2} $/;
const ISO_TIME = /(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d) $/;
/** The place of an alert stands above its event: `2011 Mar 17 18:29:40 (AGENT) 10.0.0.1->WinEvtLog`. */
const PLACE = /^(\d{4} [A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2}) .{0,256}->WinEvtLog\s*$/;
const ALERT_LINE = /^(?:\*\* Alert |Rule: \d|Src IP: |User: |Src Port: |Dst IP: |Dst Port: )/;
const WINDOW = 32;
/** `08:22:48 ` */
const CLOCK = 9;

const isFirst = (line: string): boolean => line.includes('WinEvtLog') && (eventAt(line) >= 0 || PLACE.test(line));
const isLine = (line: string): boolean => isFirst(line) || ALERT_LINE.test(line);

/** Events as the agents of OSSEC, and of older Wazuh, flatten them: in archives, alerts and syslog. */
export const ossecSegment: SegmentFormat = {
  ...lineSegment(
    'ossec',
    isLine,
    createLineParser(() => new OssecReader()),
    isFirst,
  ),
  needs: { holds: ['WinEvtLog'] },
  fillsFiles: true,
};

/** Behind the tag of an event; -1 without one. */
function eventAt(line: string): number {
  for (let tag = line.indexOf(TAG); tag >= 0; tag = line.indexOf(TAG, tag + 1)) {
    HEAD.lastIndex = tag + TAG.length;
    if (HEAD.test(line)) return tag + TAG.length;
  }
  return -1;
}

class OssecReader implements LineReader {
  readonly #names = new Names();
  readonly #times = new NamedMonthTimes();
  #placeTime: LocalTimeText | null = null;

  read(line: string, position: number): LineEvent | 'skip' | null {
    if (!line.includes('WinEvtLog')) return ALERT_LINE.test(line) ? 'skip' : null;
    const from = eventAt(line);
    if (from < 0) {
      const place = PLACE.exec(line)?.[1];
      if (place !== undefined) this.#placeTime = namedMonthTime(place);
      return place === undefined ? null : 'skip';
    }
    HEAD.lastIndex = from;
    const [, channel, word = '', id] = HEAD.exec(line) ?? [];
    const rest = restOf(line, HEAD.lastIndex);
    const { time, host } = this.#before(line.slice(0, from - TAG.length));
    const lacksYear = time === null && /\d:\d\d:\d\d/.test(line.slice(0, from));
    return {
      position,
      recordId: null,
      time,
      host: this.#names.ownOrNull(rest.host) ?? (host === null ? null : this.#names.own(host)),
      channel: this.#names.ownOrNull(channel),
      provider: this.#names.ownOrNull(rest.provider),
      eventId: Number(id),
      level: this.#names.levelOf(word),
      category: null,
      user: userOf(rest),
      message: () => line.slice(rest.textAt).trim() || null,
      lacksYear,
    };
  }

  #before(text: string): { time: RawTime | null; host: string | null } {
    const end = text.slice(-WINDOW);
    const named = NAMED_TIME.exec(end);
    if (named !== null) return { time: this.#times.read(named[0].trimEnd(), named[0].length - CLOCK), host: null };
    const iso = ISO_TIME.exec(end)?.[1];
    if (iso !== undefined) return { time: parseLocalTime(iso.replace('T', ' '), null, null), host: null };
    const placeTime = this.#placeTime;
    this.#placeTime = null;
    const { time, host } = syslogPrefix(text);
    return { time: time ?? placeTime, host };
  }
}

interface Rest {
  readonly provider: string;
  readonly user?: string;
  readonly domain?: string;
  readonly host?: string;
  readonly textAt: number;
}

/** `Provider: user: DOMAIN: host: text`; relays drop some, and then all behind the provider is text. */
function restOf(line: string, from: number): Rest {
  const parts: string[] = [];
  let at = from;
  let behindProvider = line.length;
  for (let count = 0; count < 4; count += 1) {
    const end = line.indexOf(': ', at);
    if (end < 0) break;
    parts.push(line.slice(at, end));
    at = end + 2;
    if (count === 0) behindProvider = at;
  }
  const [provider = line.slice(from), user = '', domain = '', host = ''] = parts;
  const isWhole = parts.length === 4 && host !== '' && !/\s/.test(host) && domain.length < 64;
  return isWhole ? { provider, user, domain, host, textAt: at } : { provider, textAt: behindProvider };
}

/** Of an event without a user it says `(no user): no domain`. */
function userOf({ user = '', domain = '' }: Rest): string | null {
  if (user === '' || user === '(no user)') return null;
  return domain === '' || domain === 'no domain' ? user : `${domain}\\${user}`;
}
