import type { RawTime } from '../../../model/event.ts';
import { fromWmiTime } from '../../lines/wmi-time.ts';
import { TableTimes } from '../../table/times.ts';

const OWN_FORM = /^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d(?:\.\d{1,6})? [AP]M$/;
const LINE =
  /^"?(?:\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2}(?:\.\d{1,6})?(?: [AP]M)?|\d{14}\.\d{6}(?:[+-]\d{3})?)\s*$/;
const MAX_LINE = 40;
const ZERO = 0x30;
const NINE = 0x39;
const QUOTE = 0x22;

/** Is the line the time that stands above an event? */
export function isTimeLine(line: string): boolean {
  const first = line.charCodeAt(0);
  return ((first >= ZERO && first <= NINE) || first === QUOTE) && line.length < MAX_LINE && LINE.test(line);
}

export class SplunkTimes {
  readonly #times = new TableTimes(null, false);

  /** Forwarders write month, day and year in every region. */
  read(text: string): RawTime | null {
    const time = this.#times.read(fromWmiTime(text));
    const isOwn = time?.kind === 'local' && time.orders.includes('mdy') && OWN_FORM.test(text);
    return isOwn ? { ...time, orders: ['mdy'] } : time;
  }
}
