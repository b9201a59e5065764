import { isSaid } from '../../model/facts.ts';
import { groupBy } from '../../model/group-by.ts';
import type { NearMiss, Report, ReportFact, ReportMention, Unexplained } from '../../model/report.ts';
import { describeCodesOfSample } from './codes.ts';
import {
  bullets,
  code,
  type Document,
  type Inline,
  joined,
  link,
  list,
  log,
  quiet,
  section,
  text,
} from './document.ts';
import { asks } from './finding.ts';
import { describeProblems } from './problems.ts';
import { describeQuestion, evdx, inputWord } from './questions.ts';
import type { View } from './view.ts';
import { counted, ended, enumerated, shortened, spoken } from './words.ts';

const SHOWN_REASONS = 3;
const SHOWN_HOSTS = 3;
const SAMPLE_CHARACTERS = 160;

const onHost = (host: string | null): Inline => (host === null ? [] : [' on ', log(host)]);

/** What was ruled out for the same reason again and again is one line. */
export function describeRuledOut({ ruledOut, findings }: Report): Document {
  const alike = new Map<string, Report['ruledOut']>();
  for (const one of ruledOut) {
    const key = JSON.stringify([one.ruleId, one.host, one.because]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return section(
    'Ruled out',
    bullets(
      [...alike.values()].flatMap((same) =>
        same
          .slice(0, 1)
          .map(({ ruleId, host, because }) => [
            findings.find((finding) => finding.ruleId === ruleId)?.title ?? ruleId,
            ...onHost(host),
            same.length > 1 ? `, ${counted(same.length, 'time')}` : '',
            `: ${ended(because)}`,
          ]),
      ),
    ),
  );
}

export const describeOpenQuestions = (report: Report): Document =>
  section(
    'Open questions',
    report.questions
      .filter((question) => !report.findings.some((finding) => asks(question, finding)))
      .map((question) => list('question', [describeQuestion(report, question)])),
  );

const countRules = (all: Report['notChecked']): number => new Set(all.map(({ ruleId }) => ruleId)).size;

/** The most frequent reasons in one line: a list of hundreds of rules hides the answer. */
function countReasons(all: Report['notChecked']): string {
  const byReason = groupBy(all, ({ because }) => because);
  const reasons = [...byReason].map(([because, own]) =>
    byReason.size === 1 ? because : `${because} (${countRules(own)})`,
  );
  const more = reasons.length - SHOWN_REASONS;
  return enumerated([...reasons.slice(0, SHOWN_REASONS), ...(more > 0 ? [counted(more, 'other reason')] : [])]);
}

/** What was checked on no host, and what on some. */
const describeNotChecked = ({ notChecked }: Report): Document => {
  if (notChecked.length === 0) return [];
  const everywhere = notChecked.filter(({ host }) => host === null);
  const elsewhere = notChecked.filter(({ host }) => host !== null);
  return section('Not checked', [
    text(
      ...sayNotChecked(everywhere, []),
      ...sayNotChecked(elsewhere, onSome(elsewhere)),
      code('-f json'),
      quiet(' lists them.'),
    ),
  ]);
};
const sayNotChecked = (all: Report['notChecked'], where: Inline): Inline =>
  all.length === 0 ? [] : [counted(countRules(all), 'rule'), ...where, `: ${countReasons(all)}. `];

function onSome(all: Report['notChecked']): Inline {
  const hosts = [...new Set(all.flatMap(({ host }) => host ?? []))];
  const more = hosts.length - SHOWN_HOSTS;
  return [
    ' on ',
    log(enumerated([...hosts.slice(0, SHOWN_HOSTS), ...(more > 0 ? [counted(more, 'other host')] : [])])),
  ];
}

/** All was there but a clause or a limit. A few steps of something ordinary, as in every healthy log, is no near miss worth a word. */
const isClose = ({ kind, stoppedBy, steps }: NearMiss): boolean =>
  kind === 'class' ||
  (stoppedBy !== null && STOPPED_AT_THE_END.includes(stoppedBy) && steps.every(({ seen }) => seen > 0));
const STOPPED_AT_THE_END: readonly NearMiss['stoppedBy'][] = ['window', 'gap', 'forbid', 'guard', 'zone'];

/** Rules that saw almost all they ask for, and neither found anything nor were ruled out. */
export function closeRules({ report: { nearMisses, findings, ruledOut }, leftOut }: View): readonly string[] {
  const found = new Set([...findings, ...leftOut, ...ruledOut].map(({ ruleId }) => ruleId));
  return [...new Set(nearMisses.filter(isClose).map(({ ruleId }) => ruleId))].filter((ruleId) => !found.has(ruleId));
}

/** Only more of the same events lack: what is pasted are some of many, and each fault is named by a few of them. */
const isShort = ({ kind, isAnchor, stoppedBy }: NearMiss): boolean =>
  kind === 'count' && isAnchor && stoppedBy === 'window';
const shareOf = ({ had, needed }: NearMiss): number => Number(had) / Number(needed);
const SHOWN_SHORT = 3;

function describeShort(report: Report, ids: readonly string[]): Document {
  const nearest = new Map<string, NearMiss>();
  for (const miss of report.nearMisses.filter(isShort)) {
    const known = nearest.get(miss.ruleId);
    if (ids.includes(miss.ruleId) && (known === undefined || shareOf(miss) > shareOf(known)))
      nearest.set(miss.ruleId, miss);
  }
  const short = [...nearest.values()].toSorted((a, b) => shareOf(b) - shareOf(a)).slice(0, SHOWN_SHORT);
  const isPicked = report.sources.some(({ coverage }) => coverage.some((one) => one.completeness === 'selected'));
  return [
    ...bullets(
      short.map(({ title, had, needed, host }) => [
        title,
        ...onHost(host),
        `: ${had} of the ${needed} events it takes`,
      ]),
    ),
    ...(isPicked && short.length > 0 ? [text('If these are only some of its events, give the whole log.')] : []),
  ];
}

const describeNearMisses = (view: View): Document => {
  const { report } = view;
  const ids = closeRules(view);
  const [first] = ids;
  if (first === undefined) return [];
  return section('Came close', [
    ...describeShort(report, ids),
    text(`${counted(ids.length, 'rule')} saw some of the events: `, code(evdx('explain', first, inputWord(report)))),
  ]);
};

const describeUnexplainedOne = (view: View, one: Unexplained): Document => {
  const name = [one.provider, one.eventId].filter((value) => value !== null).join(' ');
  const where = [one.host, one.channel].filter((value) => value !== null).join(' ');
  const related = one.related.map(
    ({ kb, title, url, because }): Inline => [`KB${kb} `, ...link(title, url), quiet(` (${because})`)],
  );
  return [
    text(
      ...joined([
        [`${one.count} × `, name === '' ? 'event' : log(name), one.level === null ? '' : `, ${spoken(one.level)}`],
        where === '' ? null : [log(where)],
        one.last === null ? null : [one.count > 1 ? 'last ' : '', view.time(one.last, view.basis)],
      ]),
    ),
    ...(one.sample === null ? [] : [text(log(shortened(one.sample, SAMPLE_CHARACTERS)))]),
    ...describeCodesOfSample(view, one),
    ...bullets(related),
  ];
};

export const describeUnexplained = (view: View): Document => {
  const { unexplained } = view.report;
  const { unexplained: most } = view.caps;
  const shown = unexplained.slice(0, most).map((one) => describeUnexplainedOne(view, one));
  const more = unexplained.length - shown.length;
  const rest = more > 0 ? [text(quiet(`${counted(more, 'more kind')}; `), code('-f json'), quiet(' lists all.'))] : [];
  const what = unexplained.every(({ level }) => level === 'critical' || level === 'error') ? 'Errors' : 'Events';
  return section(`${what} that no rule explains`, shown.length === 0 ? [] : [list('bullet', shown), ...rest]);
};

const mentionName = ({ kind, value, name, count }: ReportMention): Inline => [
  log(kind === 'kb' && !/^kb/i.test(value) ? `KB${value}` : value),
  name === null ? '' : ` ${name}`,
  count > 1 ? ` (${count} ×)` : '',
];
export const describeMentioned = ({ report: { mentioned }, caps }: View): Document => {
  const shown = joined(mentioned.slice(0, caps.mentions).map(mentionName), ', ');
  const more = mentioned.length - caps.mentions;
  return section(
    'Mentioned in the text, not counted as events',
    mentioned.length === 0 ? [] : [text(...shown, more > 0 ? ` and ${more} more` : '')],
  );
};

const fromWords: Readonly<Record<ReportFact['from'], string>> = {
  event: 'from an event',
  companion: 'from a command output',
  option: 'given',
  answer: 'answered',
};
/** An answer that no rule asked for, perhaps because its name has a slip of the pen. */
const isIdle = ({ from, changed }: Pick<ReportFact, 'from' | 'changed'>): boolean =>
  isSaid({ from }) && changed.length === 0;
export const describeFacts = ({ facts }: Report): Document =>
  section(
    'Known',
    bullets(
      facts.map(({ name, value, host, from, changed }) => [
        `${name}: `,
        log(typeof value === 'boolean' ? (value ? 'yes' : 'no') : shortened(value, SAMPLE_CHARACTERS)),
        ...onHost(host),
        quiet(` (${fromWords[from]}${isIdle({ from, changed }) ? ', changes nothing here' : ''})`),
        ...changed.map(({ ruleId, was, is }) => `; ${ruleId}: was ${spoken(was)}, is ${spoken(is)}`),
      ]),
    ),
  );

/** What concerns the inputs, not the rules. */
export const describeInput = (view: View): Document => [
  ...describeMentioned(view),
  ...describeFacts(view.report),
  ...describeProblems(view),
];

/** What is left open about one rule or all. */
export const describeOpen = (view: View): Document => [
  ...describeRuledOut(view.report),
  ...describeOpenQuestions(view.report),
  ...describeFacts(view.report),
  ...describeNotChecked(view.report),
  ...describeProblems(view),
];

/** What stands below the findings. */
export const describeRest = (view: View): Document => [
  ...describeUnexplained(view),
  ...describeMentioned(view),
  ...describeNearMisses(view),
  ...describeOpen(view),
];
