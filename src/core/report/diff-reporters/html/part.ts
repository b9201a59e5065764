import type { FindingState } from '../../../model/diff.ts';
import { severities } from '../../../model/report.ts';
import { section } from '../../html/blocks.ts';
import { type Markup, markup, nothing } from '../../html/markup.ts';
import { counted, grouped } from '../../outline/words.ts';

/** All findings that one thing became of. */
export interface Part {
  readonly id: string;
  /** Where all of them are listed. */
  readonly title: string;
  readonly heading: string;
  /** The weightiest state of each. */
  readonly states: readonly FindingState[];
  /** What has to be known of the count; null: nothing. */
  readonly remark: string | null;
  readonly table: Markup;
  /** Nothing happened: it is there to be opened. */
  readonly isClosed: boolean;
}

const formatSeverities = (states: readonly FindingState[]): readonly Markup[] =>
  severities.flatMap((severity) => {
    const count = states.filter((state) => state.severity === severity).length;
    return count === 0 ? [] : [markup`<span class="sev ${severity}">${grouped(count)} ${severity}</span> `];
  });

const formatRow = ({ id, title, states, remark }: Part): Markup => markup`
  <tr>
    <th scope="row">${states.length === 0 ? title : markup`<a href="#${id}">${title}</a>`}</th>
    <td class="n">${grouped(states.length)}</td>
    <td>${formatSeverities(states)}${remark === null ? null : markup`<div class="quiet">${remark}</div>`}</td>
  </tr>`;

/** How many of each kind, how bad, and what is not sure. */
export const formatSummary = (parts: readonly Part[]): Markup =>
  section('summary', 'Summary', markup`<table class="sum"><tbody>${parts.map(formatRow)}</tbody></table>`);

export function formatPart({ id, heading, states, table, isClosed }: Part): Markup {
  if (states.length === 0) return nothing;
  const all = markup`<details><summary>${counted(states.length, 'finding')}</summary>${table}</details>`;
  return section(id, heading, isClosed ? all : table);
}
