import { isoFromMs } from '../../../model/iso-time.ts';
import { DAY_MS, MINUTE_MS } from '../../../model/time-units.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * `2012`, `2 Mar`, `01:30`, `01:30:15`, `01:30:15.250`: what changes at this tick. The script of the page names its own
 * ticks with it, too.
 */
export function tickLabel(wallMs: number): string {
  const iso = isoFromMs(wallMs);
  if (wallMs % DAY_MS !== 0) {
    if (wallMs % 1000 !== 0) return iso.slice(11, 23);
    return wallMs % MINUTE_MS === 0 ? iso.slice(11, 16) : iso.slice(11, 19);
  }
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  const name = months[Number(month) - 1] ?? month;
  return month === '01' && day === '01' ? year : `${Number(day)} ${name}`;
}
