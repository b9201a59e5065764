import {
  type HostChange,
  type HostComparison,
  type HostDiff,
  type HostState,
  hostChanges,
} from '../../../model/diff.ts';
import { heaviest } from '../../diff-hosts.ts';
import type { FormatTime } from '../../display-time.ts';
import { formatInline } from '../../html/blocks.ts';
import { type Markup, markup, nothing } from '../../html/markup.ts';
import { groupOthers, hostHeadings } from '../../outline/diff-hosts.ts';
import { hostName } from '../../outline/diff-words.ts';
import { counted } from '../../outline/words.ts';
import { hostsCell, missingCell, nameCell, OPEN_HOSTS, stateCell } from './cells.ts';
import type { Part } from './part.ts';
import { type Column, formatTable } from './table.ts';

const formatHost = ({ host, state }: HostState, time: FormatTime): Markup =>
  state === null ? nothing : markup`<li>${formatInline(hostName(host))} ${stateCell(state, time)}</li>`;
const formatList = (hosts: readonly HostState[], time: FormatTime): Markup =>
  markup`<ul class="hosts">${hosts.map((host) => formatHost(host, time))}</ul>`;

function foundCell({ hosts }: HostComparison, time: FormatTime): Markup {
  const found = hosts.filter(({ state }) => state !== null);
  const rest = found.slice(OPEN_HOSTS);
  const more =
    rest.length === 0
      ? nothing
      : markup`<details><summary>${counted(rest.length, 'more host')}</summary>${formatList(rest, time)}</details>`;
  return markup`${formatList(found.slice(0, OPEN_HOSTS), time)}${more}`;
}

function otherCell({ hosts }: HostComparison): Markup {
  const groups = groupOthers(hosts).map(
    (group) => markup`<li>${missingCell(group.because, group.checked)}<div>${hostsCell(group.hosts)}</div></li>`,
  );
  return groups.length === 0 ? markup`<span class="quiet">nowhere</span>` : markup`<ul class="hosts">${groups}</ul>`;
}

const columnsOf = (time: FormatTime): readonly Column<HostComparison>[] => [
  { name: 'Finding', isNamed: false, cell: nameCell },
  { name: 'Found on', isNamed: true, cell: (comparison) => foundCell(comparison, time) },
  { name: 'Not found on', isNamed: true, cell: otherCell },
];

const titles: Readonly<Record<HostChange, string>> = { differs: 'Different', unclear: 'Unclear', same: 'The same' };
const remarks: Readonly<Record<HostChange, string | null>> = {
  differs: null,
  unclear: 'not looked for on every host; the others agree',
  same: null,
};

/** What the hosts of one report have and have not in common. */
export const partsOfHosts = (diff: HostDiff, time: FormatTime): readonly Part[] =>
  hostChanges.map((change) => {
    const findings = diff.findings.filter((comparison) => comparison.change === change);
    return {
      id: change,
      title: titles[change],
      heading: hostHeadings[change],
      states: findings.flatMap((comparison) => heaviest(comparison) ?? []),
      remark: findings.length === 0 ? null : remarks[change],
      table: formatTable('by-host', columnsOf(time), findings),
      isClosed: change === 'same',
    };
  });
