import { fromWevtutilTime } from '../lines/wevtutil-time.ts';
import { frameOfRun } from '../parsers/clipboard/heading-frame.ts';
import { isStartHeading, readLeadingRun } from '../parsers/clipboard/leading-run.ts';
import { Line } from '../parsers/clipboard/line.ts';
import { recognise } from '../parsers/clipboard/recognise.ts';
import { messageOfDescription } from '../table/raw-event.ts';

const MAX_LINES = 32;
const MAX_HEAD = 4096;

/** What stands around the values that differ from event to event, each as it begins its line. */
export interface CopyLayout {
  /** Of the segment, or `text`. */
  readonly format: string;
  /** Its headings are of a language. */
  readonly hasLanguage: boolean;
  readonly start: string;
  /** The whole first line, where it numbers the events. */
  readonly numbered: RegExp | null;
  readonly date: string;
  /** Where the time has a line of its own. */
  readonly time: string | null;
  readonly description: string;
  messageOf(description: string): string | null;
  /** null: a time that may say more than a clock does. */
  timeText(written: string): string | null;
}

/** Digits, what stands between them, and the half of the day: no zone and no weekday. */
const PLAIN_TIME = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4} \d{1,2}:\d{2}:\d{2}(?: [AP]M)?$/;

/** How the copied event at the beginning of a text is laid out; null where it is not as a viewer copies it. */
export function copiedLayout(text: string): CopyLayout | null {
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
  const [heading] = lines[0]?.headings ?? [];
  if (heading === undefined || !isStartHeading(heading)) return null;
  return {
    format: 'text',
    hasLanguage: true,
    numbered: null,
    start: lines[0]?.text.slice(0, heading.end) ?? '',
    date: `\n${date}`,
    time: time === null ? null : `\n${time}`,
    description: `\n${description}`,
    messageOf: (found) => found.trim() || null,
    timeText: (written) => (PLAIN_TIME.test(written) ? written : null),
  };
}

const WEVTUTIL =
  /^Event\[\d{1,10}\]:?(?:\n +[A-Z][\w ]*:[^\n]*){0,4}?(\n +Date: )[^\n]*(?:\n[^\n]*){0,24}?(\n +Description:)/;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z?$/i;

/** How `wevtutil` prints the event at the beginning of a text. */
export function wevtutilLayout(text: string): CopyLayout | null {
  const [, date, description] = WEVTUTIL.exec(text.slice(0, MAX_HEAD)) ?? [];
  if (date === undefined || description === undefined) return null;
  return {
    format: 'wevtutil-text',
    hasLanguage: false,
    start: 'Event[',
    date,
    time: null,
    description,
    numbered: /^Event\[\d{1,10}\]:?\s*$/,
    messageOf: (found) => messageOfDescription(found.replace(/^\s*\n/, '')),
    timeText: (written) => (ISO_TIME.test(written) ? fromWevtutilTime(written) : null),
  };
}
