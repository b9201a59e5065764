import { groupBy } from '../../../model/group-by.ts';
import type { Finding, Question, Report } from '../../../model/report.ts';
import { type HostAction, type HostSummary, summariseHosts } from '../../host-summary.ts';
import { formatBlocks, formatInline, formatRank, section } from '../../html/blocks.ts';
import { type Markup, markup, nothing } from '../../html/markup.ts';
import { describeKeys, groupAlike } from '../../outline/alike-findings.ts';
import { describeQuestion } from '../../outline/questions.ts';
import type { View } from '../../outline/view.ts';
import { capitalised, counted, ended, grouped } from '../../outline/words.ts';
import { MOST_ACTIONS } from './amounts.ts';

const findingLink = (index: number): Markup => markup`<a href="#f${index + 1}">${index + 1}</a>`;
const MOST_LINKS = 6;
const findingLinks = (indices: readonly number[]): Markup => {
  const links = indices.slice(0, MOST_LINKS).map((index, at) => markup`${at === 0 ? '' : ', '}${findingLink(index)}`);
  const more = indices.length - MOST_LINKS;
  return markup`${links}${more > 0 ? ` and ${more} more` : null}`;
};

/** Findings of one kind and grade share a line: the same episode again, and the many things that one rule finds something of. */
function formatRoots({ findings }: Report, roots: HostSummary['roots']): readonly Markup[] {
  const rootByFinding = new Map(
    roots.flatMap((root) => {
      const finding = findings[root.index];
      return finding === undefined ? [] : [[finding, root] as const];
    }),
  );
  const byGrade = groupBy([...rootByFinding.keys()], ({ grade }) => grade);
  const lines = [...byGrade.values()].flatMap(groupAlike).map((alike) => ({
    alike,
    own: alike.flatMap((finding) => rootByFinding.get(finding) ?? []),
  }));
  const place = ({ own: [first] }: (typeof lines)[number]): number => first?.index ?? 0;
  return lines.toSorted((a, b) => place(a) - place(b)).map(({ alike, own }) => formatRoot(alike, own));
}

function formatRoot(alike: readonly [Finding, ...Finding[]], own: HostSummary['roots']): Markup {
  const [finding] = alike;
  const [index = 0, ...others] = own.map((root) => root.index);
  const explains = own.flatMap((root) => root.explains);
  const key = describeKeys(alike);
  const of = key === null ? null : markup` <span class="quiet">${formatInline(key)}</span>`;
  const more = others.length === 0 ? null : markup` <span class="quiet">also ${findingLinks(others)}</span>`;
  const rest = explains.length === 0 ? null : markup` <span class="quiet">and with it ${findingLinks(explains)}</span>`;
  return markup`
    <li>
      ${formatRank(finding)}${' '}
      <span class="what"><span class="no">${index + 1}</span> <a href="#f${index + 1}">${finding.title}</a>${of}${more}${rest}</span>
    </li>`;
}

const cost = ({ risk: { level, downtime, dataLoss } }: HostAction): string =>
  [
    level === 'none' ? 'no risk' : `${level} risk`,
    downtime === 'none' ? null : `downtime: ${downtime}`,
    dataLoss === 'none' ? null : `data loss: ${dataLoss}`,
  ]
    .filter((word) => word !== null)
    .join('; ');

const formatAction = (action: HostAction): Markup => {
  const [first = 0] = action.findings;
  const more = action.moreSteps === 0 ? '' : ` ${counted(action.moreSteps, 'more step')}.`;
  const links = markup`<a href="#do${first + 1}">Steps</a> (${action.findings.length === 1 ? 'finding' : 'findings'} ${findingLinks(action.findings)})`;
  return markup`<li>${ended(action.do)} <span class="quiet">${capitalised(cost(action))}.${more} ${links}</span></li>`;
};

const column = (title: string, items: readonly Markup[], isOrdered = false): Markup => {
  if (items.length === 0) return nothing;
  const shown = items.slice(0, MOST_ACTIONS);
  const more = items.length - shown.length;
  const rest = more > 0 ? markup`<p class="quiet">${grouped(more)} more with the findings below.</p>` : null;
  const list = isOrdered ? markup`<ol>${shown}</ol>` : markup`<ul>${shown}</ul>`;
  return markup`<div><h4>${title}</h4>${list}${rest}</div>`;
};

const formatAsk = (view: View, question: Question): Markup =>
  markup`<li>${formatBlocks(describeQuestion(view, question))}</li>`;

function formatHost(view: View, summary: HostSummary, at: number): Markup {
  const { host, roots, now, inWindow, ask } = summary;
  const questions = ask.map((question) => formatAsk(view, question));
  return markup`
    <section class="host" aria-labelledby="h${at + 1}">
      <h3 id="h${at + 1}">${host ?? 'Host not named'}</h3>
      <ul class="roots">${formatRoots(view.report, roots)}</ul>
      <div class="columns">
        ${column('Do now', now.map(formatAction), true)}
        ${column('In a maintenance window', inWindow.map(formatAction), true)}
        ${column('Ask', questions)}
      </div>
    </section>`;
}

/** Per host: what is wrong at the root, what to do now, what has to wait for a window, what to ask. */
export function formatSummary(view: View): Markup {
  const { report } = view;
  const { hosts, quiet } = summariseHosts(report);
  if (hosts.length === 0) return nothing;
  const names = quiet.map((host) => host ?? 'a host without a name').join(', ');
  const rest = quiet.length === 0 ? null : markup`<p class="quiet">Nothing found on ${names}.</p>`;
  return section(
    'summary',
    'What to do, by host',
    markup`${hosts.map((host, at) => formatHost(view, host, at))}${rest}`,
  );
}
