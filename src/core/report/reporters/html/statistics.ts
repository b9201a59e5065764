import type { ReportStatistics as Cell } from '../../../model/report.ts';
import { section } from '../../html/blocks.ts';
import { type Markup, markup, nothing } from '../../html/markup.ts';
import type { View } from '../../outline/view.ts';
import { counted, grouped } from '../../outline/words.ts';
import { MOST_STATISTICS } from './amounts.ts';
import { formatLevel } from './evidence.ts';

const row = ({ time, basis }: View, { host, channel, provider, eventId, level, count, first, last }: Cell): Markup =>
  markup`
    <tr>
      <td>${host}</td><td>${channel}</td><td>${provider}</td><td class="n">${eventId}</td>
      <td>${formatLevel(level)}</td><td class="n">${grouped(count)}</td>
      <td>${first === null ? null : time(first, basis)}</td><td>${last === null ? null : time(last, basis)}</td>
    </tr>`;

const columns = ['Host', 'Log', 'Source', 'Id', 'Level', 'Events', 'First', 'Last'].map(
  (name) => markup`<th scope="col">${name}</th>`,
);

/** How often each event occurred. */
export function formatStatistics(view: View): Markup {
  const { statistics } = view.report;
  if (statistics.length === 0) return nothing;
  const shown = statistics.slice(0, MOST_STATISTICS);
  const more = statistics.length - shown.length;
  const rest =
    more > 0 ? markup`<p class="quiet">${counted(more, 'more row')}; <code>-f json</code> lists all.</p>` : null;
  const table = markup`
    <details>
      <summary>${counted(statistics.length, 'kind')} of event</summary>
      <div class="wide" tabindex="0" role="region" aria-label="Statistics of events">
        <table class="stat">
          <thead><tr>${columns}</tr></thead>
          <tbody>${shown.map((cell) => row(view, cell))}</tbody>
        </table>
      </div>
      ${rest}
    </details>`;
  return section('statistics', 'Events by host, log, source and id', table);
}
