import { toolOf } from '../../../model/companion.ts';
import type { Level } from '../../../model/event.ts';
import type { Finding, NearMiss, ReportEvidence } from '../../../model/report.ts';
import type { Document } from '../../outline/document.ts';
import { describeParts } from '../../outline/finding.ts';
import { describeNearMisses } from '../../outline/near-miss.ts';
import { evdx, inputWord } from '../../outline/questions.ts';
import { formatPlace, type View } from '../../outline/view.ts';
import { capitalised, counted, shortened, spoken, withoutClosing } from '../../outline/words.ts';
import { pictureOfFinding } from '../../timeline/finding-picture.ts';
import { winEventQueries } from '../../win-event-query.ts';
import type { Amounts } from './amounts.ts';
import { commandLine, formatBlocks, formatInline, formatTrees } from './blocks.ts';
import { type Markup, markup, nothing, wrapped } from './markup.ts';
import { figure } from './timeline.ts';

const part = (label: string, blocks: Document): Markup =>
  wrapped(formatBlocks(blocks), (inner) => markup`<div class="part"><h4>${label}</h4><div>${inner}</div></div>`);
/** Needs the whole width. */
const widePart = (label: string, content: Markup): Markup =>
  wrapped(content, (inner) => markup`<div class="part full"><h4>${label}</h4>${inner}</div>`);

const eventName = ({ provider, eventId }: ReportEvidence): string => {
  const tool = toolOf(provider);
  if (tool !== null) return `${tool} output`;
  return [provider, eventId].filter((word) => word !== null).join(' ') || 'event';
};

const loud: readonly (Level | null)[] = ['critical', 'error', 'warning'];
const formatLevel = (level: Level | null): Markup => {
  if (level === null) return nothing;
  return loud.includes(level) ? markup`<span class="lv ${level}">${spoken(level)}</span>` : markup`${spoken(level)}`;
};

const formatPlaces = (view: View, { at, places }: ReportEvidence): Markup => {
  const more =
    places.length === 0 ? null : markup` <span class="quiet">and ${counted(places.length, 'other place')}</span>`;
  return markup`${formatInline(formatPlace(view, at))}${more}`;
};

function evidenceRow(view: View, event: ReportEvidence, index: number, characters: number): Markup {
  const log = [event.host, event.channel].filter((word) => word !== null).join(' ');
  const text = event.text === null ? '' : shortened(withoutClosing(event.text), characters);
  return markup`<tr data-i="${index}"><td>${view.time(event.time, event.timeBasis)}</td><td><b>${eventName(event)}</b> ${formatLevel(event.level)}<br><span class="quiet">${spoken(event.role)}</span></td><td>${text === '' ? null : markup`<code>${text}</code>`}</td><td>${formatPlaces(view, event)}${log === '' ? null : markup`<br><span class="quiet">${log}</span>`}</td></tr>`;
}

const queries = (evidence: readonly ReportEvidence[]): Markup =>
  markup`${winEventQueries(evidence).map(({ host, channel, command, events }) => {
    const where = host === null ? '' : ` on ${host}`;
    return markup`<details class="query"><summary>Find ${counted(events, 'event')} again in ${channel}${where}</summary>${commandLine(command)}</details>`;
  })}`;

function formatEvidence(view: View, { evidence, evidenceTotal }: Finding, amounts: Amounts): Markup {
  if (evidence.length === 0) return nothing;
  const shown = evidence.slice(0, amounts.evidence);
  const rows = shown.map((event, index) => evidenceRow(view, event, index, amounts.textCharacters));
  const rest =
    evidenceTotal > shown.length
      ? markup`<p class="quiet">${shown.length} of ${counted(evidenceTotal, 'event')} shown${evidence.length > shown.length ? markup`; <code>-f json</code> has ${evidence.length}` : null}.</p>`
      : null;
  return markup`<table class="ev"><thead><tr><th scope="col">Time</th><th scope="col">Event</th><th scope="col">Text</th><th scope="col">Where</th></tr></thead><tbody>${rows}</tbody></table>${rest}${queries(shown)}`;
}

/** Names of the rule's events, as far as its evidence shows them. */
const rolesOf = ({ evidence }: Finding): ReadonlyMap<string, string> =>
  new Map(evidence.map((event) => [event.role, eventName(event)]));

function formatNearMisses(view: View, finding: Finding, misses: readonly NearMiss[], most: number): Markup {
  if (misses.length === 0 || most === 0) return nothing;
  const command = evdx('explain', finding.ruleId, inputWord(view.report));
  const shown = misses.slice(0, most);
  const trees = describeNearMisses(
    { ...view, report: { ...view.report, nearMisses: shown } },
    finding.ruleId,
    rolesOf(finding),
  );
  const rest = misses.length - shown.length;
  const all = markup`<p class="quiet">${rest > 0 ? `${counted(rest, 'more part')}, all of them: ` : 'With all limits: '}</p>${commandLine(command)}`;
  return markup`<details class="near"><summary>How far each part of the rule got</summary>${trees.length === 0 ? null : formatTrees(trees)}${all}</details>`;
}

/** What stands once in a report is not said again. */
export interface Said {
  readonly stepsByText: Map<string, number>;
  readonly missesByRule: ReadonlyMap<string, readonly NearMiss[]>;
}
export const keyOfMisses = (ruleId: string, host: string | null): string => JSON.stringify([ruleId, host]);

function formatSteps(ruleId: string, steps: Markup, number: number, { stepsByText }: Said): Markup {
  if (steps.html === '') return nothing;
  const key = `${ruleId} ${steps.html}`;
  const first = stepsByText.get(key);
  if (first === undefined) stepsByText.set(key, number);
  return first === undefined ? steps : markup`<p>The same steps as for <a href="#do${first}">finding ${first}</a>.</p>`;
}

export function formatFinding(view: View, finding: Finding, index: number, amounts: Amounts, said: Said): Markup {
  const number = index + 1;
  const parts = describeParts(view, finding);
  const picture = index < amounts.timeLines ? pictureOfFinding(view, finding) : null;
  const drawing = picture === null ? nothing : figure(picture, view, 'Time line', `Time line of finding ${number}`);
  const steps = formatSteps(finding.ruleId, formatBlocks(parts.steps), number, said);
  const misses = said.missesByRule.get(keyOfMisses(finding.ruleId, finding.host)) ?? [];
  return markup`<article class="finding ${finding.severity}" id="f${number}" aria-labelledby="t${number}"><header><p class="rank"><span class="no">${number}</span> <span class="sev ${finding.severity}">${capitalised(finding.severity)}</span> <span class="grade ${finding.grade}">${capitalised(finding.grade)}</span></p><h3 id="t${number}">${finding.title}</h3><p class="about">${formatInline(parts.about)}</p></header>${part('Why', parts.why)}${part('Impact', parts.impact)}${part('Cause', parts.causes)}${wrapped(steps, (inner) => markup`<div class="part" id="do${number}"><h4>Do</h4><div>${inner}</div></div>`)}${part('Question', parts.questions)}${drawing}${widePart('Evidence', formatEvidence(view, finding, amounts))}${part('Surer if', parts.raise)}${formatNearMisses(view, finding, misses, amounts.nearMisses)}${part('More', parts.references)}</article>`;
}
