import type { Finding, ReportResolution, ResolutionStep, Risk, StepCommand } from '../../model/report.ts';
import {
  bad,
  command,
  type Document,
  good,
  type Inline,
  joined,
  list,
  log,
  quiet,
  type Span,
  strong,
  text,
  warn,
} from './document.ts';
import { describeEvents } from './evidence.ts';
import type { View } from './view.ts';
import { ended, enumerated, spoken } from './words.ts';

const riskWords: Readonly<Record<Risk['level'], Span>> = {
  none: good('No risk'),
  low: good('Low risk'),
  medium: warn('Medium risk'),
  high: bad('High risk'),
};
const undoWords = (reversible: Risk['reversible']): Span => {
  if (reversible === 'partly') return warn('can be undone in part');
  return reversible ? good('can be undone') : bad('cannot be undone');
};
const priced = (name: string, value: string): Span =>
  value === 'none' ? good(`no ${name}`) : warn(`${name}: ${value}`);

/** `Low risk · no downtime · no data loss · can be undone`. */
export const describeRisk = ({ level, downtime, dataLoss, reversible }: Risk): Inline =>
  joined([
    [riskWords[level]],
    [priced('downtime', downtime)],
    [priced('data loss', dataLoss)],
    [undoWords(reversible)],
  ]);

const shells: Readonly<Record<StepCommand['shell'], string>> = { cmd: 'Command Prompt', powershell: 'PowerShell' };
const rights: Readonly<Record<StepCommand['needs'], string>> = { user: '', administrator: ' as administrator' };
const effects: Readonly<Record<StepCommand['effect'], Span>> = {
  'read-only': good('only reads'),
  'restarts-service': warn('restarts a service'),
  'restarts-machine': bad('restarts the machine'),
  'changes-settings': warn('changes settings'),
  'changes-data': bad('changes data'),
};

/** A value that may not stand in the command stands below it: nobody shall paste what a log wrote. */
const leftOver = ({ command: line, values }: StepCommand): Document =>
  Object.entries(values)
    .filter(([name]) => line.includes(`{{${name}}}`))
    .map(([name, value]) => text(`where {{${name}}} is `, log(value)));

/** Where a command runs, with which rights and to what effect, and the command. */
export const describeCommand = (run: StepCommand): Document => [
  text(`In ${shells[run.shell]}${rights[run.needs]} (`, effects[run.effect], '):'),
  command(run.command),
  ...leftOver(run),
];

const describeStep = (view: View, step: ResolutionStep, host: string | null): Document => [
  text(ended(step.do)),
  ...describeEvents(view, step.show, host),
  ...(step.run === null ? [] : describeCommand(step.run)),
  ...describeOutcomes(step),
];
export const describeOutcomes = ({ expect, stopIf }: Pick<ResolutionStep, 'expect' | 'stopIf'>): Document => [
  ...(expect === null ? [] : [text(quiet('It worked if: '), ended(expect))]),
  ...(stopIf === null ? [] : [text(warn('Stop if: '), ended(stopIf))]),
];
export const describeCondition = (confirmFirst: string | null): Document =>
  confirmFirst === null ? [] : [text(warn('Make sure first: '), ended(confirmFirst))];

/** `If “The drive is failing”:`. */
export const describeCauses = (titles: readonly string[]): Inline => [
  strong(
    `If ${enumerated(
      titles.map((title) => `“${title}”`),
      'or',
    )}:`,
  ),
];

/** Which causes the steps are for; said unless the one named cause is meant. */
const describeAim = ({ causes }: Finding, { for: aims }: ReportResolution): Inline | null => {
  const named = causes.filter((cause) => cause.named).map(({ id }) => id);
  if (aims.length === 0 || causes.length < 2 || aims.some((id) => named.includes(id))) return null;
  const titles = aims.map((id) => causes.find((cause) => cause.id === id)?.title ?? spoken(id));
  return describeCauses(titles);
};

const describeResolution = (view: View, finding: Finding, resolution: ReportResolution): Document => {
  const aim = describeAim(finding, resolution);
  const steps = resolution.steps.map((step) => describeStep(view, step, finding.host));
  const [only] = steps;
  return [
    ...(aim === null ? [] : [text(...aim)]),
    text(...describeRisk(resolution.risk)),
    ...describeCondition(resolution.confirmFirst),
    ...(steps.length === 1 && only !== undefined ? only : [list('bullet', steps)]),
  ];
};

/** In the order of the report: harmless first. */
export const describeSteps = (view: View, finding: Finding): Document =>
  finding.resolution.length === 0
    ? []
    : [
        list(
          'number',
          finding.resolution.map((resolution) => describeResolution(view, finding, resolution)),
        ),
      ];
