import type { ReportStatistics } from '../../../model/report.ts';
import type { View } from '../../outline/view.ts';
import { counted, grouped, spoken } from '../../outline/words.ts';
import { MOST_STATISTICS } from './amounts.ts';
import { type Markup, markup, nothing } from './markup.ts';

const row = (view: View, cell: ReportStatistics): Markup =>
  markup`<tr><td>${cell.host}</td><td>${cell.channel}</td><td>${cell.provider}</td><td class="n">${cell.eventId}</td><td>${cell.level === null ? null : markup`<span class="lv ${cell.level}">${spoken(cell.level)}</span>`}</td><td class="n">${grouped(cell.count)}</td><td>${cell.first === null ? null : view.time(cell.first, view.basis)}</td><td>${cell.last === null ? null : view.time(cell.last, view.basis)}</td></tr>`;

const columns = ['Host', 'Log', 'Source', 'Id', 'Level', 'Events', 'First', 'Last'];

/** How often each event occurred. */
export function formatStatistics(view: View): Markup {
  const { statistics } = view.report;
  if (statistics.length === 0) return nothing;
  const shown = statistics.slice(0, MOST_STATISTICS);
  const more = statistics.length - shown.length;
  const rest =
    more > 0 ? markup`<p class="quiet">${counted(more, 'more row')}; <code>-f json</code> lists all.</p>` : null;
  return markup`<section id="statistics" aria-labelledby="s-statistics"><h2 id="s-statistics">Events by host, log, source and id</h2><details><summary>${counted(statistics.length, 'kind')} of event</summary><div class="wide" tabindex="0" role="region" aria-label="Statistics of events"><table class="stat"><thead><tr>${columns.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead><tbody>${shown.map((cell) => row(view, cell))}</tbody></table></div>${rest}</details></section>`;
}
