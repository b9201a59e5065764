import { groupBy } from '../../../model/group-by.ts';
import type { Report } from '../../../model/report.ts';
import { formatBlocks, formatInline, section } from '../../html/blocks.ts';
import { type Entry, formatFrame } from '../../html/frame.ts';
import { all, Markup, markup, nothing } from '../../html/markup.ts';
import { describeLooked, formatVerdict } from '../../outline/head.ts';
import { SaidParts } from '../../outline/said-parts.ts';
import { createView, type View } from '../../outline/view.ts';
import { counted } from '../../outline/words.ts';
import type { ReporterOptions } from '../reporter.ts';
import { amountsFor, pageCaps } from './amounts.ts';
import { formatFinding, keyOfMisses } from './finding.ts';
import { formatLooked } from './looked.ts';
import { formatRest } from './rest.ts';
import { formatStatistics } from './statistics.ts';
import { formatSummary } from './summary.ts';

/** Stripes over what a log does not cover; every drawing refers to it. */
const hatch = new Markup(
  '<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="hb"/><rect width="2" height="6" class="hl"/></pattern></defs></svg>',
);

function formatFindings(view: View): Markup {
  const { report } = view;
  if (report.findings.length === 0) return nothing;
  const amounts = amountsFor(report);
  const missesByRule = groupBy(report.nearMisses, ({ ruleId, host }) => keyOfMisses(ruleId, host));
  const said = { steps: new SaidParts(), missesByRule };
  const findings = report.findings.map((finding, index) => formatFinding(view, finding, index, amounts, said));
  const drawn =
    amounts.timeLines < findings.length ? `Time lines are drawn for the first ${amounts.timeLines} findings. ` : null;
  const explained =
    amounts.nearMisses === 0 ? markup`How far each part of a rule got: <code>evdx explain RULE FILES</code>` : null;
  const hint = drawn === null && explained === null ? null : markup`<p class="quiet">${drawn}${explained}</p>`;
  return section('findings', counted(findings.length, 'finding'), markup`${hint}${findings}`);
}

const contents: readonly Entry[] = [
  ['summary', 'What to do'],
  ['looked', 'What was looked at'],
  ['findings', 'Findings'],
  ['unexplained', 'Unexplained errors'],
  ['close', 'Came close'],
  ['ruled-out', 'Ruled out'],
  ['questions', 'Open questions'],
  ['known', 'Known facts'],
  ['unchecked', 'Not checked'],
  ['mentioned', 'Mentioned'],
  ['statistics', 'Statistics'],
];

/** The whole page. */
export function formatPage(report: Report, { zone, ...options }: ReporterOptions): string {
  const view = createView(report, zone, { ...options, caps: pageCaps });
  const { name, version, ruleCount } = report.tool;
  return formatFrame({
    title: `Event log diagnosis: ${counted(report.findings.length, 'finding')}`,
    generator: `${name} ${version}`,
    kicker: `Event log diagnosis · ${name} ${version}`,
    heading: formatInline(formatVerdict(view)),
    lead: formatBlocks(describeLooked(view)),
    contents,
    main: all([
      hatch,
      formatSummary(view),
      formatLooked(view),
      formatFindings(view),
      formatRest(view),
      formatStatistics(view),
    ]),
    footer: markup`
      <p>Written by ${name} ${version} with ${counted(ruleCount, 'rule')}.${' '}
      “Found nothing” holds only for the time that the logs cover.</p>`,
  });
}
