import { groupBy } from '../../../model/group-by.ts';
import { commandLine, formatBlocks, formatInline, formatTrees, section } from '../../html/blocks.ts';
import { all, type Markup, markup, nothing } from '../../html/markup.ts';
import { closeRules } from '../../outline/close-rules.ts';
import type { Document } from '../../outline/document.ts';
import { describeFacts } from '../../outline/facts.ts';
import { describeMentioned } from '../../outline/mentioned.ts';
import { describeNearMisses } from '../../outline/near-miss.ts';
import { describeOpenQuestions } from '../../outline/questions.ts';
import { describeRuledOut } from '../../outline/ruled-out.ts';
import { suggestedCommand } from '../../outline/suggested-command.ts';
import { describeUnexplained } from '../../outline/unexplained.ts';
import type { View } from '../../outline/view.ts';
import { counted } from '../../outline/words.ts';
import { MOST_RULES } from './amounts.ts';

/** What the outline says under a heading. */
const formatSection = (id: string, [first, ...rest]: Document): Markup =>
  first?.kind === 'heading' ? section(id, formatInline(first.text), formatBlocks(rest)) : nothing;

/** Hundreds of rules in one line, and all of them for who wants to know. */
function formatNotChecked({ report: { notChecked } }: View): Markup {
  const byReason = groupBy(notChecked, ({ because }) => because);
  if (byReason.size === 0) return nothing;
  const reasons = [...byReason].slice(0, MOST_RULES).map(([because, rules]) => {
    const names = rules
      .slice(0, MOST_RULES)
      .map(
        ({ ruleId, host }) =>
          markup`<li>${ruleId}${host === null ? null : markup` <span class="quiet">on ${host}</span>`}</li>`,
      );
    const more = rules.length - names.length;
    const count = counted(new Set(rules.map(({ ruleId }) => ruleId)).size, 'rule');
    const last = more > 0 ? markup`<li class="quiet">and ${more} more</li>` : null;
    return markup`<details><summary>${count}: ${because}</summary><ul>${names}${last}</ul></details>`;
  });
  return section('unchecked', 'Not checked', all(reasons));
}

const MOST_CLOSE = 20;
const MOST_MISSES = 12;
/** How far the rules got that have no finding but came close. */
function formatClose(view: View): Markup {
  const { nearMisses } = view.report;
  const ids = closeRules(view);
  if (ids.length === 0) return nothing;
  const rules = ids.slice(0, MOST_CLOSE).map((id) => {
    const own = nearMisses.filter(({ ruleId }) => ruleId === id).slice(0, MOST_MISSES);
    const trees = describeNearMisses({ ...view, report: { ...view.report, nearMisses: own } }, id, new Map());
    const command = commandLine(suggestedCommand(view, 'explain', id));
    return markup`<details><summary>${id}</summary>${formatTrees(trees)}${command}</details>`;
  });
  const more = ids.length - rules.length;
  const rest =
    more > 0 ? markup`<p class="quiet">${counted(more, 'more rule')}; <code>-f json</code> lists all.</p>` : null;
  const intro = markup`<p>These rules saw some of their events, but something stopped them.</p>`;
  return section('close', 'Came close', markup`${intro}${rules}${rest}`);
}

/** Everything below the findings. */
export const formatRest = (view: View): Markup =>
  all([
    formatSection('unexplained', describeUnexplained(view)),
    formatClose(view),
    formatSection('ruled-out', describeRuledOut(view.report)),
    formatSection('questions', describeOpenQuestions(view)),
    formatSection('known', describeFacts(view.report)),
    formatNotChecked(view),
    formatSection('mentioned', describeMentioned(view)),
  ]);
