import { formatBlocks, section } from '../../html/blocks.ts';
import { type Markup, markup, nothing } from '../../html/markup.ts';
import { describeProblems } from '../../outline/problems.ts';
import { describeSource } from '../../outline/summary.ts';
import type { View } from '../../outline/view.ts';
import { counted } from '../../outline/words.ts';
import type { Picture } from '../../timeline/picture.ts';
import { pictureOfReport } from '../../timeline/report-picture.ts';
import { OPEN_LANES } from './amounts.ts';
import { figure } from './timeline.ts';

const keys: readonly (readonly [name: string, words: string])[] = [
  ['proven', 'covered, proven by record numbers'],
  ['assumed', 'seems covered'],
  ['selected', 'picked events, prove no absence'],
  ['gap', 'not covered'],
  ['dot', 'first event of a finding, by its number'],
];
const legend = markup`
  <p class="legend">${keys.map(([name, words]) => markup`<span><i class="k ${name}"></i>${words}</span> `)}</p>`;

function formatCoverage(view: View): Markup {
  const picture = pictureOfReport(view);
  if (picture === null) return nothing;
  const part = (lanes: Picture['lanes'], title: string): Markup =>
    figure({ ...picture, lanes }, view, title, 'What each log of each host covers, and where the findings begin');
  const rest = picture.lanes.slice(OPEN_LANES);
  const more =
    rest.length === 0
      ? null
      : markup`<details><summary>${counted(rest.length, 'more log')}</summary>${part(rest, 'Coverage')}</details>`;
  return markup`${part(picture.lanes.slice(0, OPEN_LANES), 'Coverage')}${legend}${more}`;
}

const MOST_SOURCES = 300;
/** As many take no more room than a drawing. */
const OPEN_SOURCES = 3;

/** What the report rests on: sources with their logs, what they cover, and what was not understood. */
export function formatLooked(view: View): Markup {
  const { sources } = view.report;
  const listed = sources
    .slice(0, MOST_SOURCES)
    .map((source) => markup`<li>${formatBlocks(describeSource(view, source))}</li>`);
  const more = sources.length - MOST_SOURCES;
  const rest =
    more > 0 ? markup`<p class="quiet">${counted(more, 'more source')}; <code>-f json</code> lists all.</p>` : null;
  const details = markup`
    <details${sources.length > OPEN_SOURCES ? null : markup` open=""`}>
      <summary>${counted(sources.length, 'source')}, with formats and periods</summary>
      <ul class="sources">${listed}</ul>
      ${rest}
    </details>`;
  const [, ...problems] = describeProblems(view);
  const notUnderstood =
    problems.length === 0
      ? null
      : markup`<h3>Not understood, and limits that were reached</h3>${formatBlocks(problems)}`;
  return section('looked', 'What was looked at', markup`${formatCoverage(view)}${details}${notUnderstood}`);
}
