import type { DiffSide, FindingState } from '../../../model/diff.ts';
import type { Finding } from '../../../model/report.ts';
import type { FormatTime } from '../../display-time.ts';
import { formatInline, formatRank } from '../../html/blocks.ts';
import { type Markup, markup } from '../../html/markup.ts';
import { episodeWords, hostName, periodEnds } from '../../outline/diff-words.ts';
import { joined } from '../../outline/document.ts';
import { describeKey } from '../../outline/key.ts';
import { capitalised, counted } from '../../outline/words.ts';

/** Which finding it is. */
export const nameCell = ({ title, ruleId, key }: Pick<Finding, 'title' | 'ruleId' | 'key'>): Markup => markup`
  <b>${title}</b>
  <div class="quiet">${formatInline(joined([describeKey(key), [ruleId]]))}</div>`;

/** Dates are not broken at their hyphens. */
const formatEnd = (end: string): readonly Markup[] =>
  end.split(' ').map((word) => markup`<span class="nb">${word}</span> `);
export const periodCell = (dated: DiffSide | FindingState, time: FormatTime): Markup =>
  markup`${periodEnds(time, dated).map((end, index) => [index === 0 ? '' : 'to ', formatEnd(end)])}`;

/** How bad, how sure, how often and when. */
export function stateCell(state: FindingState, time: FormatTime): Markup {
  const episodes = episodeWords(state);
  return markup`
    <span class="nb">${formatRank(state)}</span>
    <div class="quiet">
      ${counted(state.count, 'time')} · ${periodCell(state, time)}${episodes === null ? null : `· ${episodes}`}
    </div>`;
}

/** Not found and not looked for are different things. */
export function missingCell(because: string | null, checked: boolean): Markup {
  const reason = because === null ? null : markup`<div class="quiet">${capitalised(because)}</div>`;
  return checked
    ? markup`<span class="quiet">Looked for, not found</span>${reason}`
    : markup`<span class="warn">Not looked for</span>${reason}`;
}

/** More are a list to open. */
export const OPEN_HOSTS = 8;

export function hostsCell(hosts: readonly (string | null)[]): Markup {
  const names = formatInline(joined(hosts.map(hostName), ', '));
  return hosts.length <= OPEN_HOSTS
    ? names
    : markup`<details><summary>${counted(hosts.length, 'host')}</summary>${names}</details>`;
}
