import { isStartHeading, readLeadingRun } from '../parsers/clipboard/leading-run.ts';
import { Line } from '../parsers/clipboard/line.ts';
import { frameOfRun } from '../parsers/clipboard/line-frame.ts';
import { recognise } from '../parsers/clipboard/recognise.ts';

const MAX_LINES = 32;

/** The headings that stand around what differs from copy to copy, each as it begins its line. */
export interface CopyFrame {
  readonly start: string;
  readonly date: string;
  /** The older generation has the time on a line of its own. */
  readonly time: string | null;
  readonly description: string;
}

/** How the copied event at the beginning of a text is laid out; null where it is not as a viewer copies it. */
export function frameOf(text: string): CopyFrame | null {
  const lines = text.split('\n', MAX_LINES).map((line, index) => new Line(line, index + 1));
  const run = readLeadingRun(lines, 0);
  if (run === null || !run.hasDescription || (recognise(lines, run, false)?.dialect ?? null) === null) return null;
  const { prefix, suffix } = frameOfRun(lines, run);
  if (prefix !== '' || suffix !== '' || run.accepted.some(({ heading }) => heading.start !== 0)) return null;
  const textOf = (field: (typeof run.accepted)[number]['field']): string | null => {
    const found = run.accepted.find((accepted) => accepted.field === field);
    return found === undefined ? null : (lines[found.line]?.text.slice(0, found.heading.end) ?? null);
  };
  const [first] = run.accepted;
  const [date, time, description] = [textOf('date'), textOf('time'), textOf('description')];
  if (
    first === undefined ||
    first.line !== 0 ||
    !('meanings' in first.heading) ||
    date === null ||
    description === null
  )
    return null;
  const start = lines[0]?.text.slice(0, first.heading.end) ?? '';
  return lines[0]?.headings[0] !== undefined && isStartHeading(lines[0].headings[0])
    ? { start, date: `\n${date}`, time: time === null ? null : `\n${time}`, description: `\n${description}` }
    : null;
}
