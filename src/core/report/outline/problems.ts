import { groupBy } from '../../model/group-by.ts';
import type { ReportLimit } from '../../model/report.ts';
import { problemMessage } from '../problem-text.ts';
import { bullets, code, type Document, type Inline, joined, log, quiet, section, text } from './document.ts';
import { formatPosition, sourceName, type View } from './view.ts';
import { counted, ended, shortened } from './words.ts';

const DETAIL_CHARACTERS = 160;

const describeProblem = (place: Inline, problemCode: string, detail: string | null, count: number): Inline => [
  ...place,
  count > 1 ? `: ${count} × ` : ': ',
  problemMessage(problemCode),
  ...(detail === null || detail === problemMessage(problemCode)
    ? []
    : [' (', log(shortened(detail, DETAIL_CHARACTERS)), ')']),
  quiet(` [${problemCode}]`),
];

interface Told {
  readonly code: string;
  readonly place: Inline;
  /** What such an input is: «a minidump». */
  readonly kind: string | null;
  readonly line: Inline;
}

/** Each kind of problem of a source once, with the first place. */
const sourceProblems = (view: View): Told[] =>
  view.report.sources.flatMap(({ name, problems }, source) => {
    const codes = [...new Set(problems.map((problem) => problem.code))];
    return codes.map((problemCode) => {
      const all = problems.filter((problem) => problem.code === problemCode);
      const { position = null, detail = null } = all[0] ?? {};
      const spot = position === null ? [] : [` ${formatPosition(view, source, position)}`];
      const place = [...sourceName(name), ...spot];
      return { code: problemCode, place, kind: detail, line: describeProblem(place, problemCode, detail, all.length) };
    });
  });

const ALIKE = 2;
/** Of files that could hold no event of a log anyway. */
const OF_OTHER_FILES: ReadonlySet<string> = new Set([
  'input/other-log',
  'input/no-events',
  'input/definition',
  'input/picture',
  'input/document',
  'input/unrecognised',
]);
/** Codes and ids that are not listed hide no event either. */
const isMinor = (problemCode: string): boolean => OF_OTHER_FILES.has(problemCode) || problemCode === 'mentions';
/** Hundreds of files without an event would bury the one log that is damaged: they come last, and beyond a few the same problem is counted. */
function* withoutFloods(all: readonly Told[]): Generator<Inline> {
  const groups = [...groupBy(all, (one) => one.code)].sort(([a], [b]) => Number(isMinor(a)) - Number(isMinor(b)));
  for (const [problemCode, alike] of groups) {
    if (alike.length <= ALIKE + 1) for (const { line } of alike) yield line;
    else if (OF_OTHER_FILES.has(problemCode)) yield describeAlike(problemCode, alike);
    else {
      for (const { line } of alike.slice(0, ALIKE)) yield line;
      yield [`${counted(alike.length - ALIKE, 'more input')} like these`, quiet(` [${problemCode}]`)];
    }
  }
}

/** `case.zip!/a.log and 37 more: This is a file of another kind, … (12 × an IIS log, a log of DISM)` */
const describeAlike = (problemCode: string, alike: readonly [Told, ...Told[]]): Inline => [
  ...alike[0].place,
  ` and ${alike.length - 1} more: `,
  problemMessage(problemCode),
  ...kindsOf(alike),
  quiet(` [${problemCode}]`),
];

const KINDS = 30;
/** `(12 × an IIS log, a minidump)`, the commonest first; nothing where it is not known of all. */
function kindsOf(all: readonly Told[]): Inline {
  const kinds = [...groupBy(all, ({ kind }) => kind ?? null)].sort(([, a], [, b]) => b.length - a.length);
  if (kinds.length > KINDS || kinds.some(([kind]) => kind === null || kind.length > DETAIL_CHARACTERS)) return [];
  return [' (', log(kinds.map(([kind, { length }]) => (length > 1 ? `${length} × ${kind}` : kind)).join(', ')), ')'];
}

const describeLimit = ({ report }: View, { detail, source, ruleId }: ReportLimit): Inline => [
  'Incomplete: ',
  ended(detail),
  ...joined(
    [
      source === null ? null : [' ', ...sourceName(report.sources[source]?.name ?? '')],
      ruleId === null ? null : [` ${ruleId}`],
    ],
    ',',
  ),
];

/** What could not be read or was left out, and the limits that were reached. */
export const describeProblems = (view: View): Document => {
  const own = new Set(
    view.report.sources.flatMap(({ name, problems }) => problems.map((one) => `${one.code} ${name}`)),
  );
  const ofRun = view.report.problems
    .filter((one) => !own.has(`${one.code} ${one.place}`))
    .map((one): Told => {
      const place = sourceName(one.place);
      const line = describeProblem(place, one.code, one.detail, 1);
      return { code: one.code, place, kind: one.detail, line };
    });
  // What was left out comes first: it counts most.
  const all = [
    ...withoutFloods([
      ...view.report.limits.map(
        (limit): Told => ({ code: limit.limit, place: [], kind: null, line: describeLimit(view, limit) }),
      ),
      ...ofRun,
      ...sourceProblems(view),
    ]),
  ];
  const more = all.length - view.caps.problems;
  const rest =
    more > 0 ? [text(quiet(`${counted(more, 'more problem')}; `), code('-f json'), quiet(' lists all.'))] : [];
  return section('Problems with the input', [...bullets(all.slice(0, view.caps.problems)), ...rest]);
};
