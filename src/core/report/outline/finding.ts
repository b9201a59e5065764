import { openCauses } from '../../model/open-causes.ts';
import type { Finding, Question, ReportCause, ReportReference } from '../../model/report.ts';
import { pictureOfFinding } from '../timeline/finding-picture.ts';
import { describeCodes } from './codes.ts';
import {
  type Block,
  type Document,
  type Inline,
  joined,
  link,
  list,
  listOf,
  log,
  partOf,
  quiet,
  strong,
  text,
} from './document.ts';
import { describeEvidence } from './finding-evidence.ts';
import { describeKey } from './key.ts';
import { asks, describeQuestion } from './questions.ts';
import { describeInstead, type SaidParts } from './said-parts.ts';
import { spelledKey } from './spelled.ts';
import { describeSteps } from './steps.ts';
import { basisOf, formatSpan, type View } from './view.ts';
import { capitalised, counted, ended } from './words.ts';

const reasons = ({ for: pros, against: cons }: ReportCause): Document => [
  ...listOf(
    'for',
    pros.map((because) => [text(because)]),
  ),
  ...listOf(
    'against',
    cons.map((because) => [text(because)]),
  ),
];

const describeLess = (causes: readonly ReportCause[]): Document => {
  const rest = causes.map((cause) => [text(quiet(cause.title)), ...reasons(cause)]);
  return rest.length === 0 ? [] : [text(quiet('Less likely:')), list('bullet', rest)];
};

const describeCauses = (causes: readonly ReportCause[]): Document => {
  const named = causes.find((cause) => cause.named);
  if (named !== undefined)
    return [text(strong(named.title)), ...reasons(named), ...describeLess(causes.filter((cause) => cause !== named))];
  const open = openCauses(causes);
  const less = describeLess(causes.filter((cause) => !open.includes(cause)));
  const [only] = open;
  if (only !== undefined && open.length === 1)
    return [text('Possibly, but little speaks for it: ', strong(only.title)), ...reasons(only), ...less];
  const candidates = open.map((cause) => [text(cause.title), ...reasons(cause)]);
  return causes.length === 0 ? [] : [text(strong('Cannot decide between:')), list('bullet', candidates), ...less];
};

const describeReference = ({ kb, url, title, note }: ReportReference): Inline =>
  joined([
    joined([kb === null ? null : [`KB${kb}`], title === null ? null : [title]], ', '),
    url === null ? null : link(url, url),
    note === null ? null : [quiet(note)],
  ]);

const describeAbout = (view: View, finding: Finding): Inline =>
  joined([
    finding.host === null ? ['host not named'] : [log(finding.host)],
    describeKey(spelledKey(finding)),
    [counted(finding.count, 'time')],
    finding.first === null ? null : [formatSpan(view, finding.first, finding.last, basisOf(finding.evidence, view))],
    finding.kb.length === 0 ? null : [finding.kb.map((kb) => `KB${kb}`).join(' ')],
    [quiet(finding.ruleId)],
  ]);

const describeNotes = ({ notes }: Finding): Document => notes.map((note) => text(quiet(capitalised(ended(note)))));

const describeChain = ({ report }: View, { explainedBy }: Finding): Document => {
  const cause = explainedBy === null ? undefined : report.findings[explainedBy];
  if (cause === undefined || explainedBy === null) return [];
  return [text(`Follows from finding ${explainedBy + 1}: `, strong(cause.title), '. Fix that one first.')];
};

/** What would raise it, but for the questions: they stand in a part of their own. */
const describeRaise = ({ wouldRaise }: Finding, questions: readonly Question[]): Document => {
  const others = wouldRaise.filter((sentence) => !questions.some(({ ask }) => sentence.endsWith(`answer: ${ask}`)));
  return listOf(
    'bullet',
    others.map((sentence) => [text(sentence)]),
  );
};

const describeDoubts = ({ unless }: Finding): Document =>
  listOf(
    'bullet',
    unless.map((sentence) => [text(sentence)]),
  );

const describeQuestions = (view: View, questions: readonly Question[]): Document =>
  listOf(
    'question',
    questions.map((question) => describeQuestion(view, question)),
  );

const describeReferences = ({ refs }: Finding): Document =>
  refs.map((reference) => text(...describeReference(reference)));

/** What there is to say of one finding, by part; an empty part is not shown. */
export interface FindingParts {
  readonly about: Inline;
  readonly why: Document;
  readonly codes: Document;
  readonly impact: Document;
  readonly causes: Document;
  readonly unless: Document;
  readonly raise: Document;
  readonly questions: Document;
  readonly steps: Document;
  readonly references: Document;
}

export function describeParts(view: View, finding: Finding): FindingParts {
  const questions = view.report.questions.filter((question) => asks(question, finding));
  return {
    about: describeAbout(view, finding),
    why: [...describeChain(view, finding), text(capitalised(ended(finding.summary))), ...describeNotes(finding)],
    codes: describeCodes(view, finding),
    impact: finding.impact.map((sentence) => text(ended(sentence))),
    causes: describeCauses(finding.causes),
    unless: describeDoubts(finding),
    raise: describeRaise(finding, questions),
    questions: describeQuestions(view, questions),
    steps: describeSteps(view, finding),
    references: describeReferences(finding),
  };
}

/** The same choice of causes is told in full once. */
function sayCausesOnce(said: SaidParts, number: number, finding: Finding, causes: Document): Document {
  if (finding.causes.length < 2) return causes;
  const before = said.before(number, finding, 'causes', causes);
  if (before === null) return causes;
  const named = finding.causes.find((cause) => cause.named);
  return named === undefined
    ? [text(`Undecided, as for finding ${before.number}.`)]
    : [text(strong(named.title), quiet(`, as for finding ${before.number}`))];
}

const sayStepsOnce = (said: SaidParts, number: number, finding: Finding, steps: Document): Document => {
  const before = said.before(number, finding, 'steps', steps);
  return before === null
    ? steps
    : [text(`The same steps as for finding ${before.number}`, ...describeInstead(before), '.')];
};

export function describeFinding(view: View, finding: Finding, index: number, said: SaidParts): Block {
  const number = index + 1;
  const sayOnce = (part: string, blocks: Document): Document =>
    said.before(number, finding, part, blocks) === null ? blocks : [];
  const parts = describeParts(view, finding);
  const picture = pictureOfFinding(view, finding);
  return {
    kind: 'finding',
    number,
    grade: finding.grade,
    severity: finding.severity,
    title: [finding.title],
    about: parts.about,
    blocks: [
      ...partOf('Why', parts.why),
      ...(picture === null ? [] : [{ kind: 'timeline', label: 'Time line', picture } as const]),
      ...partOf('Evidence', describeEvidence(view, finding)),
      ...partOf('Codes', parts.codes),
      ...partOf('Impact', parts.impact),
      ...partOf('Cause', sayCausesOnce(said, number, finding, parts.causes)),
      ...partOf('Unless', sayOnce('unless', parts.unless)),
      ...partOf('Question', parts.questions),
      ...partOf('Do', sayStepsOnce(said, number, finding, parts.steps)),
      ...partOf('Surer if', sayOnce('raise', parts.raise)),
      ...partOf('More', sayOnce('references', parts.references)),
    ],
  };
}
