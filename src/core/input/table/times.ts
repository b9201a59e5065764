import { epochMs } from '../../model/brand.ts';
import type { LocalTimeText, RawTime } from '../../model/event.ts';
import { parseSystemTime } from '../event-schema/system-time.ts';
import { localTimeMs } from '../normalise/calendar.ts';
import { parseLocalTime } from '../normalise/parse-local-time.ts';

/** Hours, minutes and seconds with what stands around them. */
const CLOCK = /^(.{1,40}?)(\d{1,2}):(\d{2}):(\d{2})(.{0,12})$/s;
const MAX_KNOWN = 512;
const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}/;

/** What all times with one text around the clock share. */
interface Known {
  readonly local: LocalTimeText;
  /** `null`: the text around says AM, 12 and more is no hour of it. */
  readonly hours: readonly (number | null)[];
}

/**
 * Reads the times of a table. Times of one day share their date, and reading it is most of the work: it is read once for each text that
 * stands around a clock.
 */
export class TableTimes {
  readonly #language: string | null;
  readonly #isUtc: boolean;
  readonly #known = new Map<string, Known | null>();
  #lastText = '';
  #lastTime: RawTime | null = null;

  /** @param isUtc times without a zone are UTC in this format. */
  constructor(language: string | null, isUtc: boolean) {
    this.#language = language;
    this.#isUtc = isUtc;
  }

  read(text: string): RawTime | null {
    if (text === this.#lastText) return this.#lastTime;
    const time = this.#read(text.trim());
    this.#lastText = text;
    this.#lastTime = time;
    return time;
  }

  #read(text: string): RawTime | null {
    if (ISO.test(text)) {
      const isZoned = this.#isUtc || /(?:Z|UTC|[+-]\d\d:?\d\d)$/i.test(text);
      if (isZoned) return parseSystemTime(text);
    }
    const local = this.#readLocal(text) ?? parseLocalTime(text, null, this.#language);
    return local?.kind === 'local' && this.#isUtc ? asUtc(local) : local;
  }

  #readLocal(text: string): RawTime | null {
    const match = CLOCK.exec(text);
    if (match === null) return null;
    const [, before = '', hour, minute, second, after = ''] = match;
    const around = `${before}\n${after}`;
    const known = this.#known.has(around) ? this.#known.get(around) : this.#learn(around, before, after);
    const hours = known?.hours[Number(hour)];
    if (known === null || known === undefined || hours === undefined || hours === null) return null;
    if (Number(minute) > 59 || Number(second) > 59) return null;
    return { ...known.local, timeOfDayMs: hours * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000 };
  }

  /** Asks the reader of all times what it makes of every hour. */
  #learn(around: string, before: string, after: string): Known | null {
    const at = (hour: number): RawTime | null => parseLocalTime(`${before}${hour}:00:00${after}`, null, this.#language);
    const local = at(1);
    const known: Known | null =
      local?.kind !== 'local' || local.ticks !== 0 || local.timeOfDayMs % 1000 !== 0
        ? null
        : {
            local,
            hours: Array.from({ length: 24 }, (_, hour) => {
              const time = at(hour);
              return time?.kind === 'local' ? Math.floor(time.timeOfDayMs / 3_600_000) : null;
            }),
          };
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(` ${around}`.slice(1), known);
    return known;
  }
}

/** Where day and month are in doubt the first reading is taken: tools that print UTC print one order. */
function asUtc(local: LocalTimeText): RawTime | null {
  const [order] = local.orders;
  const timeMs = order === undefined ? null : localTimeMs(local, order);
  return timeMs === null
    ? local
    : { kind: 'exact', basis: 'utc', timeMs: epochMs(timeMs), ticks: local.ticks, precisionMs: local.precisionMs };
}
