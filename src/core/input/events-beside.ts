import { headingBefore } from '../knowledge/words/headings.ts';
import { beginsSomething, beginsTagged, isShownAbove } from './mixture/begins.ts';
import { NOTHING_WANTED } from './nothing-wanted.ts';
import { createCsvParser } from './parsers/csv/parser.ts';
import { endOfContainer, skipBlanks } from './parsers/json/syntax.ts';

// A text that is of one format but for some events of another is a mixture: the reader of the one format would take these for words.

/** Do events of other formats stand between those in XML, or copied ones beside them? */
export const hasEventsBesideXml = (head: string): boolean => holdsCopiedEvents(head) || holdsEvents(betweenXml(head));

/** Do events of other formats stand behind the objects of PowerShell? */
export const hasEventsBesideClixml = (head: string): boolean => holdsEvents(behindClixml(head));

/** Do events of other formats stand between records of JSON? */
export const hasEventsBesideJson = (head: string): boolean => holdsEvents(linesOutsideJson(head));

/** Do events of other formats stand in the lines of a table that are no rows? */
export const hasEventsBesideRows = (head: string): boolean =>
  holdsTaggedLines(head) || holdsShownEvents(head) || holdsEventsOutsideRows(head);

/** Each begins with the heading of its log, or of its type. */
function holdsCopiedEvents(head: string): boolean {
  for (const { index } of head.matchAll(/[:：]/g)) {
    const heading = headingBefore(head, index);
    const isFirstOfBlock = heading?.meanings.some(
      ({ field, dialect: { generation } }) => field === (generation === 'vista' ? 'logName' : 'level'),
    );
    if (heading !== null && isFirstOfBlock === true && /^[^<]*$/.test(lineStart(head, heading.start))) return true;
  }
  return false;
}
const lineStart = (text: string, end: number): string =>
  text.slice(Math.max(text.lastIndexOf('\n', end), end - 80), end);

function holdsEventsOutsideRows(table: string): boolean {
  const parser = createCsvParser(NOTHING_WANTED);
  parser.push(table);
  parser.end();
  return parser.findings().freeText.some(({ text }) => holdsEvents(text));
}

/** Copied events below rows that show them. */
function holdsShownEvents(table: string): boolean {
  const lines = table.split('\n');
  return lines.some((_, at) => isShownAbove(lines[at - 1] ?? '', (index) => lines[at + index]));
}

/** Behind an empty line, so that they are no rows. */
function holdsTaggedLines(table: string): boolean {
  const lines = table.split('\n');
  return lines.some(
    (line, at) => line !== '' && lines[at - 1]?.trim() === '' && beginsTagged((index) => lines[at + index]),
  );
}

/** So many brackets of one text are followed to its end in vain; no record is nested as deep. */
const MAX_OPEN = 64;

/** The lines of a text that are in no JSON; a record without an end hides what is behind it, and the names and texts below it. */
function linesOutsideJson(head: string): string {
  const outside: string[] = [];
  let open = 0;
  for (let at = 0; at < head.length; ) {
    const start = skipBlanks(head, at);
    const isRecord = head[start] === '{' || head[start] === '[';
    const end = isRecord && open < MAX_OPEN ? endOfContainer(head, start) : -1;
    const lineEnd = head.indexOf('\n', Math.max(start, end));
    const next = lineEnd < 0 ? head.length : lineEnd + 1;
    // The head of a large text is cut inside a record: what is in it may look like an event.
    if (isRecord && end < 0) open += 1;
    const isInside = isRecord || (open > 0 && head[start] === '"');
    if (!isInside && !head.slice(start, next).includes('{"')) outside.push(head.slice(start, next));
    at = next;
  }
  return outside.join('');
}

function holdsEvents(text: string): boolean {
  const lines = text.split('\n');
  return lines.some((_, at) => beginsSomething((index) => lines[at + index]));
}

/** What stands between events in XML; the last one may be cut. */
const betweenXml = (head: string): string =>
  head
    .replaceAll(/<Event[\s>][\s\S]*?<\/Event>/g, '\n')
    .replace(/<Event[\s>][\s\S]*/, '')
    .replaceAll(/<(?!Objs\b)[?/]?[\w:][^<>]*>/g, '');

const CLIXML_END = '</Objs>';
const behindClixml = (head: string): string => {
  const end = head.indexOf(CLIXML_END);
  return end < 0 ? '' : head.slice(end + CLIXML_END.length).replaceAll(/<Objs[\s>][\s\S]*?(?:<\/Objs>|$)/g, '');
};
