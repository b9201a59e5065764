import type { DiffSide } from '../../../model/diff.ts';
import type { FormatTime } from '../../display-time.ts';
import { section } from '../../html/blocks.ts';
import { type Markup, markup } from '../../html/markup.ts';
import { counted } from '../../outline/words.ts';
import { hostsCell, periodCell } from './cells.ts';

type Row = readonly [name: string, cell: (side: DiffSide, time: FormatTime) => Markup];
const rows: readonly Row[] = [
  ['Period', (side, time) => (side.first === null ? markup`no times in it` : periodCell(side, time))],
  ['Hosts', ({ hosts }) => (hosts.length === 0 ? markup`none is named` : hostsCell(hosts))],
  ['Read', ({ events, sources }) => markup`${counted(events, 'event')} in ${counted(sources, 'source')}`],
  ['Written by', ({ version, ruleCount }) => markup`evdx ${version} with ${counted(ruleCount, 'rule')}`],
  [
    'Complete',
    ({ complete }) =>
      complete ? markup`yes` : markup`<span class="warn">no: an input could not be read, or a limit was reached</span>`,
  ],
];

/** What each report looked at, side by side. */
export function formatCompared(sides: readonly (readonly [name: string, side: DiffSide])[], time: FormatTime): Markup {
  const heads = sides.map(([name]) => markup`<th scope="col">${name}</th>`);
  const body = rows.map(([name, cell]) => {
    const cells = sides.map(([, side]) => markup`<td>${cell(side, time)}</td>`);
    return markup`<tr><th scope="row">${name}</th>${cells}</tr>`;
  });
  const table = markup`<table class="sides"><thead><tr><td></td>${heads}</tr></thead><tbody>${body}</tbody></table>`;
  return section('compared', 'What was compared', table);
}
