import type { NotChecked } from '../../../model/report.ts';
import type { Document } from '../../outline/document.ts';
import { describeNearMisses } from '../../outline/near-miss.ts';
import { evdx, inputWord } from '../../outline/questions.ts';
import {
  describeFacts,
  describeMentioned,
  describeOpenQuestions,
  describeRuledOut,
  describeUnexplained,
  isClose,
} from '../../outline/rest.ts';
import type { View } from '../../outline/view.ts';
import { counted } from '../../outline/words.ts';
import { MOST_RULES } from './amounts.ts';
import { commandLine, formatBlocks, formatInline, formatTrees } from './blocks.ts';
import { all, type Markup, markup, nothing } from './markup.ts';

/** A part of the page, by its heading in the outline. */
interface Section {
  readonly id: string;
  readonly blocks: Document;
}
function formatSection({ id, blocks: [first, ...rest] }: Section): Markup {
  if (first?.kind !== 'heading') return nothing;
  return markup`<section id="${id}" aria-labelledby="s-${id}"><h2 id="s-${id}">${formatInline(first.text)}</h2>${formatBlocks(rest)}</section>`;
}

/** Hundreds of rules in one line, and all of them for who wants to know. */
function formatNotChecked({ report: { notChecked } }: View): Markup {
  const byReason = new Map<string, NotChecked[]>();
  for (const one of notChecked) {
    const known = byReason.get(one.because);
    if (known === undefined) byReason.set(one.because, [one]);
    else known.push(one);
  }
  if (byReason.size === 0) return nothing;
  const reasons = [...byReason].slice(0, MOST_RULES).map(([because, rules]) => {
    const names = rules
      .slice(0, MOST_RULES)
      .map(
        ({ ruleId, host }) =>
          markup`<li>${ruleId}${host === null ? null : markup` <span class="quiet">on ${host}</span>`}</li>`,
      );
    const more = rules.length - names.length;
    return markup`<details><summary>${counted(new Set(rules.map(({ ruleId }) => ruleId)).size, 'rule')}: ${because}</summary><ul>${names}${more > 0 ? markup`<li class="quiet">and ${more} more</li>` : null}</ul></details>`;
  });
  return markup`<section id="unchecked" aria-labelledby="s-unchecked"><h2 id="s-unchecked">Not checked</h2>${reasons}</section>`;
}

const MOST_CLOSE = 20;
const MOST_MISSES = 12;
/** Rules without a finding that saw almost all they ask for. */
function formatClose(view: View): Markup {
  const { nearMisses, findings } = view.report;
  const found = new Set(findings.map(({ ruleId }) => ruleId));
  const ids = [...new Set(nearMisses.filter(isClose).map(({ ruleId }) => ruleId))].filter((id) => !found.has(id));
  if (ids.length === 0) return nothing;
  const rules = ids.slice(0, MOST_CLOSE).map((id) => {
    const own = nearMisses.filter(({ ruleId }) => ruleId === id).slice(0, MOST_MISSES);
    const trees = describeNearMisses({ ...view, report: { ...view.report, nearMisses: own } }, id, new Map());
    return markup`<details><summary>${id}</summary>${formatTrees(trees)}${commandLine(evdx('explain', id, inputWord(view.report)))}</details>`;
  });
  const more = ids.length - rules.length;
  const rest =
    more > 0 ? markup`<p class="quiet">${counted(more, 'more rule')}; <code>-f json</code> lists all.</p>` : null;
  return markup`<section id="close" aria-labelledby="s-close"><h2 id="s-close">Came close</h2><p>These rules saw some of their events, but something stopped them.</p>${rules}${rest}</section>`;
}

/** Everything below the findings. */
export const formatRest = (view: View): Markup => {
  const questions = describeOpenQuestions(view.report);
  return all([
    formatSection({ id: 'unexplained', blocks: describeUnexplained(view) }),
    formatClose(view),
    formatSection({ id: 'ruled-out', blocks: describeRuledOut(view.report) }),
    formatSection({ id: 'questions', blocks: questions }),
    formatSection({ id: 'known', blocks: describeFacts(view.report) }),
    formatNotChecked(view),
    formatSection({ id: 'mentioned', blocks: describeMentioned(view) }),
  ]);
};
