import type { FreeText } from '../../model/parser.ts';
import { type OutputLine, Telling } from '../companions/companion.ts';
import { PARTITION } from '../companions/replication-links.ts';

/** `[Replications Check,DC1] A recent replication attempt failed:` */
const FAILED = /\[Replications Check,\s?([\w.-]{1,63})\] A recent replication attempt failed/i;
const PAIR = /^[\s>]*From ([\w.-]{1,63}) to [\w.-]{1,63}\s*$/i;
const RESULT = /\berror \((-?\d{1,10})\):?\s*$/i;
const FAILURES = /^[\s>]*(\d{1,9}) failures have occurred/i;
const MAX_LINES = 12;

export const tellsFailedReplication = (line: string): boolean => line.includes('[Replications') && FAILED.test(line);

/** What the test of replication says went wrong; it stands between the events that other tests list. */
export function failedReplications(texts: readonly FreeText[]): Telling {
  const lines = texts.flatMap(({ text, line }) =>
    text.split('\n').map((one, index): OutputLine => ({ text: one, number: line + index })),
  );
  const telling = new Telling('dcdiag');
  for (const [index, line] of lines.entries()) {
    const server = tellsFailedReplication(line.text) ? FAILED.exec(line.text)?.[1] : undefined;
    if (server !== undefined) tell(telling, server, [line, ...blockBehind(lines.slice(index + 1))]);
  }
  return telling;
}

/** The lines of one link. Posters double the ends of lines. */
function blockBehind(lines: readonly OutputLine[]): readonly OutputLine[] {
  const block: OutputLine[] = [];
  for (const line of lines) {
    if (tellsFailedReplication(line.text) || block.length === MAX_LINES) break;
    if (line.text.trim() !== '') block.push(line);
  }
  return block;
}

function tell(telling: Telling, server: string, block: readonly OutputLine[]): void {
  const first = (pattern: RegExp): string | undefined => block.flatMap(({ text }) => pattern.exec(text)?.[1] ?? [])[0];
  const [partner, result] = [first(PAIR), first(RESULT)];
  if (partner === undefined || result === undefined) return;
  const end = block.findIndex(({ text }) => RESULT.test(text));
  const fields = { partner, server, partition: first(PARTITION), result, failures: first(FAILURES) };
  telling.observe('error', fields, block.slice(0, end + 2));
}
