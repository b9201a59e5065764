import { describeCloseRules } from './close-rules.ts';
import type { Document } from './document.ts';
import { describeFacts } from './facts.ts';
import { describeMentioned } from './mentioned.ts';
import { describeNotChecked } from './not-checked.ts';
import { describeProblems } from './problems.ts';
import { describeOpenQuestions } from './questions.ts';
import { describeRuledOut } from './ruled-out.ts';
import { describeUnexplained } from './unexplained.ts';
import type { View } from './view.ts';

/** What concerns the inputs, not the rules. */
export const describeInput = (view: View): Document => [
  ...describeMentioned(view),
  ...describeFacts(view.report),
  ...describeProblems(view),
];

/** What is left open about one rule or all. */
export const describeOpen = (view: View): Document => [
  ...describeRuledOut(view.report),
  ...describeOpenQuestions(view),
  ...describeFacts(view.report),
  ...describeNotChecked(view.report),
  ...describeProblems(view),
];

/** What stands below the findings. */
export const describeRest = (view: View): Document => [
  ...describeUnexplained(view),
  ...describeMentioned(view),
  ...describeCloseRules(view),
  ...describeOpen(view),
];
