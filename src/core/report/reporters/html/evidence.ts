import { isWarningOrWorse, type Level } from '../../../model/event.ts';
import type { Finding, ReportEvidence } from '../../../model/report.ts';
import { commandLine, formatInline } from '../../html/blocks.ts';
import { type Markup, markup, nothing } from '../../html/markup.ts';
import { eventName } from '../../outline/event-name.ts';
import { formatPlace, type View } from '../../outline/view.ts';
import { counted, shortened, spoken, withoutClosing } from '../../outline/words.ts';
import { winEventQueries } from '../../win-event-query.ts';
import type { Amounts } from './amounts.ts';

export const formatLevel = (level: Level | null): Markup => {
  if (level === null) return nothing;
  return isWarningOrWorse(level) ? markup`<span class="lv ${level}">${spoken(level)}</span>` : markup`${spoken(level)}`;
};

const formatPlaces = (view: View, { at, places, host, channel }: ReportEvidence): Markup => {
  const more = places.length === 0 ? null : ` and ${counted(places.length, 'other place')}`;
  const log = [host, channel].filter((word) => word !== null).join(' ');
  return markup`
    ${formatInline(formatPlace(view, at))}
    ${more === null ? null : markup`<span class="quiet">${more}</span>`}
    ${log === '' ? null : markup`<br><span class="quiet">${log}</span>`}`;
};

function formatRow(view: View, event: ReportEvidence, index: number, characters: number): Markup {
  const text = event.text === null ? '' : shortened(withoutClosing(event.text), characters);
  return markup`
    <tr data-i="${index}">
      <td>${view.time(event.time, event.timeBasis)}</td>
      <td><b>${eventName(event) ?? 'event'}</b> ${formatLevel(event.level)}<br><span class="quiet">${spoken(event.role)}</span></td>
      <td>${text === '' ? null : markup`<code>${text}</code>`}</td>
      <td>${formatPlaces(view, event)}</td>
    </tr>`;
}

const formatQueries = (evidence: readonly ReportEvidence[]): readonly Markup[] =>
  winEventQueries(evidence).map(({ host, channel, command, events }) => {
    const where = host === null ? '' : ` on ${host}`;
    return markup`
      <details class="query">
        <summary>Find ${counted(events, 'event')} again in ${channel}${where}</summary>
        ${commandLine(command)}
      </details>`;
  });

const columns = ['Time', 'Event', 'Text', 'Where'].map((name) => markup`<th scope="col">${name}</th>`);

/** What a finding rests on, with file and record, and the query that finds it again on the machine. */
export function formatEvidence(view: View, { evidence, evidenceTotal }: Finding, amounts: Amounts): Markup {
  if (evidence.length === 0) return nothing;
  const shown = evidence.slice(0, amounts.evidence);
  const elsewhere = evidence.length > shown.length ? markup`; <code>-f json</code> has ${evidence.length}` : null;
  const rest =
    evidenceTotal > shown.length
      ? markup`<p class="quiet">${shown.length} of ${counted(evidenceTotal, 'event')} shown${elsewhere}.</p>`
      : null;
  return markup`
    <table class="ev">
      <thead><tr>${columns}</tr></thead>
      <tbody>${shown.map((event, index) => formatRow(view, event, index, amounts.textCharacters))}</tbody>
    </table>
    ${rest}
    ${formatQueries(shown)}`;
}
