import { type Finding, grades, type Question } from '../../model/report.ts';
import { code, type Document, type Inline, list, quiet, section, text } from './document.ts';
import { shellWord, suggestedCommand } from './suggested-command.ts';
import type { View } from './view.ts';
import { ended, enumerated } from './words.ts';

const valueFact = /^(os|product)$|^(file|registry)\.|\.(os|product)$/;
/** Neither yes nor no is an answer. */
export const takesValue = (fact: string): boolean => valueFact.test(fact);

/** What a question needs of a view. */
type Asked = Pick<View, 'report' | 'given'>;

const answerCommand = (view: Asked, { fact, host }: Question): string => {
  const name = host === null ? fact : `${host}:${fact}`;
  const answer = `${shellWord(name) ?? 'NAME'}=${takesValue(fact) ? 'VALUE' : 'yes'}`;
  return suggestedCommand(view, '--fact', answer);
};

const isGrade = (word: string): boolean => grades.some((grade) => grade === word);

/** `make it confirmed or likely, name the cause or rule it out`; what is no grade is a cause. */
const decided = (decides: readonly string[]): string => {
  const raised = decides.filter(isGrade);
  return enumerated(
    [
      raised.length === 0 ? '' : `make it ${enumerated(raised, 'or')}`,
      decides.some((word) => !isGrade(word) && word !== 'ruled_out') ? 'name the cause' : '',
      decides.includes('ruled_out') ? 'rule it out' : '',
    ].filter((part) => part !== ''),
    'or',
  );
};

/** Where a fact of a general name decides as well, the engine puts that fact in place of a way to find out. */
const factPattern = /^(os|product|(?:file|registry)\.[^=]{1,200})=(.*)$/s;

/** How a person finds the answer; null where only another fact would tell it. */
export const wayToFindOut = ({ how }: Question): string | null =>
  how === null || factPattern.test(how) ? null : ended(how);

const describeHow = (question: Question): Document => {
  const { how, host } = question;
  const way = wayToFindOut(question);
  if (way !== null) return [text(quiet('How to find out: '), way)];
  if (how === null) return [];
  const prefix = host === null ? '' : `${shellWord(host) ?? 'HOST'}:`;
  return [text(quiet('Or say which it is: '), code(`--fact ${prefix}${how}`))];
};

const instead = ({ fact }: Question): Inline => (takesValue(fact) ? [] : [quiet(' (or '), code('no'), quiet(')')]);

/** It ends with a question mark, however the rule ended it. */
export const questionText = ({ ask }: Question): string => ended(ask).replace(/\.$/, '?').replace(/\?\?$/, '?');

/** The question, how to find the answer, and the command that gives it to evdx. */
export const describeQuestion = (view: Asked, question: Question): Document => [
  text(questionText(question)),
  text(
    quiet(question.decides.length === 0 ? 'Answer: ' : `The answer can ${decided(question.decides)}: `),
    code(answerCommand(view, question)),
    ...instead(question),
  ),
  ...describeHow(question),
];

/** Questions belong to the rule on that host, or on all hosts. */
export const asks = ({ ruleId, host }: Question, finding: Finding): boolean =>
  ruleId === finding.ruleId && (host === null || host === finding.host);

/** Those of rules without a finding; the others stand in their findings. */
export const describeOpenQuestions = (view: Asked): Document =>
  section(
    'Open questions',
    view.report.questions
      .filter((question) => !view.report.findings.some((finding) => asks(question, finding)))
      .map((question) => list('question', [describeQuestion(view, question)])),
  );
