import type { Observation } from '../../../model/companion.ts';
import type { FreeText } from '../../../model/parser.ts';
import { PARTITION } from '../../partition.ts';

interface NumberedLine {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
}

/** `[Replications Check,DC1] A recent replication attempt failed:` */
const FAILED = /\[Replications Check,\s?([\w.-]{1,63})\] A recent replication attempt failed/i;
const PAIR = /^[\s>]*From ([\w.-]{1,63}) to [\w.-]{1,63}\s*$/i;
const RESULT = /\berror \((-?\d{1,10})\):?\s*$/i;
const FAILURES = /^[\s>]*(\d{1,9}) failures have occurred/i;
const MAX_LINES = 12;

export const tellsFailedReplication = (line: string): boolean => line.includes('[Replications') && FAILED.test(line);

/** What the test of replication says went wrong; it stands between the events that other tests list. */
export function failedReplications(texts: readonly FreeText[]): readonly Observation[] {
  const lines = texts.flatMap(({ text, line }) =>
    text.split('\n').map((one, index): NumberedLine => ({ text: one, number: line + index })),
  );
  return lines.flatMap((line, index) => {
    const server = tellsFailedReplication(line.text) ? FAILED.exec(line.text)?.[1] : undefined;
    return server === undefined ? [] : (observed(server, [line, ...blockFrom(lines, index + 1)]) ?? []);
  });
}

/** The lines of one link. Posters double the ends of lines. */
function blockFrom(lines: readonly NumberedLine[], from: number): readonly NumberedLine[] {
  const block: NumberedLine[] = [];
  for (let at = from; block.length < MAX_LINES; at += 1) {
    const line = lines[at];
    if (line === undefined || tellsFailedReplication(line.text)) break;
    if (line.text.trim() !== '') block.push(line);
  }
  return block;
}

function observed(server: string, block: readonly NumberedLine[]): Observation | null {
  const first = (pattern: RegExp): string | undefined => block.flatMap(({ text }) => pattern.exec(text)?.[1] ?? [])[0];
  const [partner, result] = [first(PAIR), first(RESULT)];
  if (partner === undefined || result === undefined) return null;
  const end = block.findIndex(({ text }) => RESULT.test(text));
  const fields = Object.entries({ partner, server, partition: first(PARTITION), result, failures: first(FAILURES) });
  return {
    tool: 'dcdiag',
    level: 'error',
    position: block[0]?.number ?? 1,
    fields: new Map(fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))),
    text: block
      .slice(0, end + 2)
      .map(({ text }) => text.trim())
      .join('\n'),
  };
}
