import { wholeLinesIn } from '../wrapped/wrapped-format.ts';
import { type OtherLog, otherLogs } from './kinds.ts';

/** A text that begins with a piece of such a log, among words of people, has fewer of its lines. */
const LEAST_SHARE = 0.5;

/** Only at its beginning: a head is long. */
const begins = otherLogs.map((kind) => ({
  kind,
  pattern: new RegExp(`^(?:${kind.begins.source})`, kind.begins.flags),
}));

/** Which kind of log without events a text is, by its beginning and by the lines of its head; null: none that is known. */
export function otherLogOf(head: string): OtherLog | null {
  const start = head.trimStart();
  const found = begins.find(({ pattern }) => pattern.test(start))?.kind;
  return found !== undefined && hasOwnLines(found, start) ? found : null;
}

function hasOwnLines(kind: OtherLog, head: string): boolean {
  const isOwn = ownLine(kind);
  if (isOwn === null) return true;
  const lines = wholeLinesIn(head).filter((line) => line.trim() !== '');
  return lines.filter(isOwn).length >= lines.length * LEAST_SHARE;
}

/** Tells the lines of such a log; null: they look like anything. */
export function ownLine({ line }: OtherLog): ((text: string) => boolean) | null {
  if (line === undefined) return null;
  const own = new RegExp(`^(?:${line.source})`, line.flags);
  return (text) => text === '' || own.test(text);
}
