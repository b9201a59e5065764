import type { Finding, NearMiss } from '../../../model/report.ts';
import { commandLine, formatBlocks, formatInline, formatRank, formatTrees } from '../../html/blocks.ts';
import { type Markup, markup, nothing, wrapped } from '../../html/markup.ts';
import type { Document } from '../../outline/document.ts';
import { eventName } from '../../outline/event-name.ts';
import { describeParts } from '../../outline/finding.ts';
import { describeNearMisses } from '../../outline/near-miss.ts';
import { describeInstead, type SaidParts } from '../../outline/said-parts.ts';
import { suggestedCommand } from '../../outline/suggested-command.ts';
import type { View } from '../../outline/view.ts';
import { counted } from '../../outline/words.ts';
import { pictureOfFinding } from '../../timeline/finding-picture.ts';
import type { Amounts } from './amounts.ts';
import { formatEvidence } from './evidence.ts';
import { figure } from './timeline.ts';

const part = (label: string, blocks: Document): Markup =>
  wrapped(formatBlocks(blocks), (inner) => markup`<div class="part"><h4>${label}</h4><div>${inner}</div></div>`);
/** Needs the whole width. */
const widePart = (label: string, content: Markup): Markup =>
  wrapped(content, (inner) => markup`<div class="part full"><h4>${label}</h4>${inner}</div>`);

/** Names of the rule's events, as far as its evidence shows them. */
const rolesOf = ({ evidence }: Finding): ReadonlyMap<string, string> =>
  new Map(evidence.map((event) => [event.role, eventName(event) ?? 'event']));

function formatNearMisses(view: View, finding: Finding, misses: readonly NearMiss[], most: number): Markup {
  if (misses.length === 0 || most === 0) return nothing;
  const command = suggestedCommand(view, 'explain', finding.ruleId);
  const shown = misses.slice(0, most);
  const trees = describeNearMisses(
    { ...view, report: { ...view.report, nearMisses: shown } },
    finding.ruleId,
    rolesOf(finding),
  );
  const rest = misses.length - shown.length;
  return markup`
    <details class="near">
      <summary>How far each part of the rule got</summary>
      ${trees.length === 0 ? null : formatTrees(trees)}
      <p class="quiet">${rest > 0 ? `${counted(rest, 'more part')}, all of them: ` : 'With all limits: '}</p>
      ${commandLine(command)}
    </details>`;
}

/** What stands once in a report is not said again. */
export interface Said {
  readonly steps: SaidParts;
  readonly missesByRule: ReadonlyMap<string, readonly NearMiss[]>;
}
export const keyOfMisses = (ruleId: string, host: string | null): string => JSON.stringify([ruleId, host]);

function formatSteps(finding: Finding, steps: Document, number: number, said: SaidParts): Markup {
  const before = said.before(number, finding, 'steps', steps);
  return before === null
    ? formatBlocks(steps)
    : markup`<p>The same steps as for <a href="#do${before.number}">finding ${before.number}</a>${formatInline(describeInstead(before))}.</p>`;
}

export function formatFinding(view: View, finding: Finding, index: number, amounts: Amounts, said: Said): Markup {
  const number = index + 1;
  const parts = describeParts(view, finding);
  const picture = index < amounts.timeLines ? pictureOfFinding(view, finding) : null;
  const drawing = picture === null ? nothing : figure(picture, view, 'Time line', `Time line of finding ${number}`);
  const steps = formatSteps(finding, parts.steps, number, said.steps);
  const misses = said.missesByRule.get(keyOfMisses(finding.ruleId, finding.host)) ?? [];
  const doing = wrapped(
    steps,
    (inner) => markup`<div class="part" id="do${number}"><h4>Do</h4><div>${inner}</div></div>`,
  );
  return markup`
    <article class="finding ${finding.severity}" id="f${number}" aria-labelledby="t${number}">
      <header>
        <p class="rank"><span class="no">${number}</span> ${formatRank(finding)}</p>
        <h3 id="t${number}">${finding.title}</h3>
        <p class="about">${formatInline(parts.about)}</p>
      </header>
      ${part('Why', parts.why)}
      ${part('Impact', parts.impact)}
      ${part('Cause', parts.causes)}
      ${part('Unless', parts.unless)}
      ${doing}
      ${part('Question', parts.questions)}
      ${drawing}
      ${widePart('Evidence', formatEvidence(view, finding, amounts))}
      ${part('Codes', parts.codes)}
      ${part('Surer if', parts.raise)}
      ${formatNearMisses(view, finding, misses, amounts.nearMisses)}
      ${part('More', parts.references)}
    </article>`;
}
