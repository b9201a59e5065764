import { groupBy } from '../../model/group-by.ts';
import { PROBLEMS } from '../../model/problems.ts';
import type { ReportLimit } from '../../model/report.ts';
import { bullets, code, type Document, type Inline, joined, log, quiet, section, text } from './document.ts';
import { formatPosition, sourceName, type View } from './view.ts';
import { counted, ended, shortened } from './words.ts';

const DETAIL_CHARACTERS = 160;

const messages: ReadonlyMap<string, string> = new Map(Object.entries(PROBLEMS));
const describeProblem = (place: Inline, problemCode: string, detail: string | null, count: number): Inline => [
  ...place,
  count > 1 ? `: ${count} × ` : ': ',
  messages.get(problemCode) ?? problemCode,
  ...(detail === null || detail === messages.get(problemCode)
    ? []
    : [' (', log(shortened(detail, DETAIL_CHARACTERS)), ')']),
  quiet(` [${problemCode}]`),
];

interface Told {
  readonly code: string;
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
      return { code: problemCode, line: describeProblem(place, problemCode, detail, all.length) };
    });
  });

const ALIKE = 2;
/** Hundreds of files without an event would bury the one log that is damaged: beyond a few the same problem is counted. */
function* withoutFloods(all: readonly Told[]): Generator<Inline> {
  for (const [problemCode, alike] of groupBy(all, (one) => one.code)) {
    const shown = alike.length > ALIKE + 1 ? alike.slice(0, ALIKE) : alike;
    for (const { line } of shown) yield line;
    const rest = alike.length - shown.length;
    if (rest > 0) yield [`${counted(rest, 'more input')} like these`, quiet(` [${problemCode}]`)];
  }
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
    .map((one) => ({ code: one.code, line: describeProblem(sourceName(one.place), one.code, one.detail, 1) }));
  // What was left out comes first: it counts most.
  const all = [
    ...view.report.limits.map((limit) => describeLimit(view, limit)),
    ...withoutFloods([...ofRun, ...sourceProblems(view)]),
  ];
  const more = all.length - view.caps.problems;
  const rest =
    more > 0 ? [text(quiet(`${counted(more, 'more problem')}; `), code('-f json'), quiet(' lists all.'))] : [];
  return section('Problems with the input', [...bullets(all.slice(0, view.caps.problems)), ...rest]);
};
