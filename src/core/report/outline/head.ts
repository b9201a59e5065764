import type { Level } from '../../model/event.ts';
import { compareText } from '../../model/order.ts';
import { type Finding, type Grade, grades, type IsoTime, type Report, type ReportSource } from '../../model/report.ts';
import { formatUnchecked, formatUnread, isNoRuleChecked, isNothingAskedFor, unreadInputs } from '../looked.ts';
import { type Document, type Inline, joined, list, log, quiet, strong, text } from './document.ts';
import { describeEarlierNames } from './earlier-names.ts';
import { formatSpan, sourceName, type View } from './view.ts';
import { counted, languageName, spoken } from './words.ts';
import { zoneWords } from './zone-words.ts';

/** More sources than these are counted, not listed: the answer has to stay on the screen. */
const LISTED_SOURCES = 4;
const LISTED_LOGS = 3;

const sum = <T>(items: readonly T[], amount: (item: T) => number): number =>
  items.reduce((total, item) => total + amount(item), 0);
const unique = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter((value) => value !== null))].sort(compareText);

const loudLevels: readonly (readonly [Level, string])[] = [
  ['critical', 'critical event'],
  ['error', 'error'],
  ['warning', 'warning'],
];
/** `3 errors, 40 warnings`. */
const formatLevels = ({ statistics }: Report): string =>
  loudLevels
    .map(([level, word]) => {
      const count = sum(statistics, (cell) => (cell.level === level ? cell.count : 0));
      return count === 0 ? '' : counted(count, word);
    })
    .filter((words) => words !== '')
    .join(', ');

/** Sources that gave something to judge. */
export const readable = ({ sources, facts }: Report): readonly ReportSource[] =>
  sources.filter(({ events }, index) => events > 0 || facts.some(({ at }) => at?.source === index));

const formatPeriod = (view: View, sources: readonly ReportSource[], basis = view.basis): Inline => {
  const ends = sources.flatMap(({ coverage }) => coverage);
  if (ends.length === 0) return ['no times in it'];
  const first = ends.map((log) => log.first).reduce(earlier);
  const last = ends.map((log) => log.last).reduce(later);
  return [formatSpan(view, first, last, basis)];
};
// Times of this format sort as text, years beyond 9999 apart, which no log reaches.
const earlier = (a: IsoTime, b: IsoTime): IsoTime => (a < b ? a : b);
const later = (a: IsoTime, b: IsoTime): IsoTime => (a > b ? a : b);

const formatZone = ({ zone, basis, report }: View): Inline => [
  zoneWords(
    zone,
    report.sources.map(({ timeBasis }) => timeBasis),
  ),
  basis === 'assumed-local' ? ' (--tz sets it)' : '',
];

const formatLogs = (source: ReportSource): Inline => {
  const names = unique(source.coverage.map(({ host, channel }) => [host, channel].filter(Boolean).join(' ')));
  const shown = names.filter((name) => name !== '').slice(0, LISTED_LOGS);
  const more = names.length - LISTED_LOGS;
  return shown.length === 0 ? [] : [log(shown.join(', ')), more > 0 ? ` and ${more} more` : ''];
};

/** `clipboard, in German, windows-1252`. */
export const formatFormat = ({ format, language, encoding }: ReportSource): string =>
  [
    spoken(format),
    language === null ? null : `in ${languageName(language)}`,
    encoding === null || encoding === 'utf-8' ? null : encoding,
  ]
    .filter((word) => word !== null)
    .join(', ');

/** `4 facts`, which outputs of tools beside the events gave; null: none. */
export function formatFacts({ report }: View, source: ReportSource): Inline | null {
  const at = report.sources.indexOf(source);
  const count = sum(report.facts, (fact) => Number(fact.at?.source === at));
  return count === 0 ? null : [counted(count, 'fact')];
}

const describeSource = (view: View, source: ReportSource): Document => [
  text(
    ...joined([
      sourceName(source.name),
      [formatFormat(source)],
      [counted(source.events, 'event')],
      formatFacts(view, source),
      formatLogs(source),
      source.coverage.length === 0 ? null : formatPeriod(view, [source], source.timeBasis),
    ]),
  ),
];

/** `380 evtx, 20 clipboard text`. */
const countFormats = (sources: readonly ReportSource[]): string =>
  unique(sources.map(({ format }) => format))
    .map((format) => `${sum(sources, (source) => Number(source.format === format))} ${spoken(format)}`)
    .join(', ');

const describeSources = (view: View, read: readonly ReportSource[]): Document => {
  if (read.length === 0) return [];
  if (read.length <= LISTED_SOURCES)
    return [
      list(
        'bullet',
        read.map((source) => describeSource(view, source)),
      ),
    ];
  const folder: Inline = view.folder === '' ? [] : [' in ', log(view.folder)];
  return [text(quiet(countFormats(read)), ...folder, ' · ', ...formatPeriod(view, read))];
};

const NONE_ASKED_FOR = 'none is in the period and on the hosts asked for';

const formatLooked = (view: View): Inline => {
  const { sources, tool } = view.report;
  const hosts = unique(sources.flatMap(({ coverage }) => coverage.map(({ host }) => host)));
  const levels = formatLevels(view.report);
  const events = counted(
    sum(sources, ({ events }) => events),
    'event',
  );
  const from = hosts.length > 1 ? ` from ${counted(hosts.length, 'host')}` : '';
  const rules = tool.ruleCount === 0 ? '' : ` with ${counted(tool.ruleCount, 'rule')}`;
  if (isNothingAskedFor(view.report))
    return [`Read ${events} in ${counted(sources.length, 'source')}${rules}; ${NONE_ASKED_FOR}.`];
  return [
    `Looked at ${events}${levels === '' ? '' : ` (${levels})`} in ${counted(sources.length, 'source')}${from}${rules}; `,
    ...formatZone(view),
    '.',
  ];
};

const gradeCounts = ({ findings }: Report): string =>
  grades
    .map((grade: Grade) => [grade, sum(findings, (finding) => Number(finding.grade === grade))] as const)
    .filter(([, count]) => count > 0)
    .map(([grade, count]) => `${count} ${grade}`)
    .join(', ');

/** They were found, so it is not said that nothing was. */
export const formatLeftOut = ({ length }: readonly Finding[]): string =>
  `${counted(length, 'less sure finding')} ${length === 1 ? 'is' : 'are'} left out`;

const NO_EVENT = 'no event was read, so nothing can be said about the machine.';

/** "Found nothing" and "could not look" are different sentences. */
export const formatVerdict = ({ report, leftOut }: View): Inline => {
  const { findings, ruledOut } = report;
  const read = readable(report).length;
  const but = formatUnread(report)
    .map((words) => ` ${words}.`)
    .join('');
  const less = leftOut.length === 0 ? '' : ` ${formatLeftOut(leftOut)}.`;
  if (findings.length > 0)
    return [strong(`${counted(findings.length, 'finding')}: ${gradeCounts(report)}.`), less, but];
  if (leftOut.length > 0) return [strong('Found nothing sure enough:'), less, but];
  if (read === 0) {
    const isSound = report.sources.length > 0 && unreadInputs(report).length + report.limits.length === 0;
    return [strong(isSound ? 'Found nothing: ' : 'Could not look: '), NO_EVENT];
  }
  if (isNothingAskedFor(report))
    return [
      strong(unreadInputs(report).length > 0 ? 'Could not look: ' : 'Found nothing: '),
      `${NONE_ASKED_FOR}.`,
      but,
    ];
  // The input was sound, so this is no failure to look: the exit code is that of "found nothing".
  if (isNoRuleChecked(report))
    return [strong('Found nothing: '), 'no rule needs the logs of these events, so none could be checked.', but];
  const known = ruledOut.length > 0 ? 'what looked like a known fault is ruled out (see below)' : 'no rule matched';
  const unchecked = formatUnchecked(report).map((words) => ` ${words}.`);
  return [strong('Found nothing: '), `${known}.`, ...unchecked, but];
};

/** Said of any result: who reads it must not look for these names. */
export const describeRedaction = ({ redacted }: Pick<Report, 'redacted'>): Document =>
  redacted === null ? [] : [text(quiet(`Names and addresses are pseudonyms (map ${redacted}).`))];

/** What was looked at, in one sentence. */
export const describeLooked = (view: View): Document => [
  text(...formatLooked(view)),
  ...describeEarlierNames(view.report),
  ...describeRedaction(view.report),
];

/** What was looked at, with its sources. */
export const describeInputs = (view: View): Document => [
  ...describeLooked(view),
  ...describeSources(view, readable(view.report)),
];

/** What was looked at, and the result in one line. */
export const describeHead = (view: View): Document => [
  ...describeInputs(view),
  { kind: 'verdict', text: formatVerdict(view) },
];
