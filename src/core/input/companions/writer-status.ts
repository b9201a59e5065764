import { blocksOf, type Companion, type OutputLine, Telling } from './companion.ts';

/** `FAILED_AT_FREEZE`, `VSS_WS_FAILED_AT_FREEZE`: the names of VSS_WRITER_STATE. @see learn.microsoft.com, VSS_WRITER_STATE (vss.h) */
const STATE = /\b(?:VSS_WS_)?FAILED_AT_([A-Z]{4,8}(?:_[A-Z]{6,8})?)\b/;
/** A writer that vetoed is stable again, with the code of its veto. */
const STABLE = /\bSTABLE\s?\((0x8004[0-9a-f]{4})\b/i;
const CODE = /\b0x8004[0-9a-f]{4}\b/i;
const SELECTED = /\bwriter\s+['"‘“]([^'"’”]{2,120})['"’”] is in failed state/i;
const NAME = /\bWriter name:\s*\[([^\]]{2,120})\]|\bStatus for writer ([^:]{2,120}):/i;
/** Lines of the second form below. */
const PART = /^\s*[-–]\s*(?:Status|Writer Failure code|Writer ID|Instance ID)\s*:/i;

const isWhole = (line: string): boolean =>
  (line.includes('FAILED_AT_') && STATE.test(line) && CODE.test(line)) ||
  (line.includes('STABLE') && STABLE.test(line) && NAME.test(line));
const isSelected = (line: string): boolean => line.includes('failed state') && SELECTED.test(line);

/**
 * The state of a writer in the words of a backup program: on a line of its own (`FAILED_AT_FREEZE (0x800423f2 - VSS_E_WRITERERROR_TIMEOUT)`,
 * `Writer name: [X]. … Writer's state: [VSS_WS_FAILED_AT_FREEZE]. Error code: [0x800423f2].`, `Status for writer X: STABLE(0x800423f3 - …)`), or below
 * `Selected writer 'X' is in failed state!`.
 * @see support.microsoft.com/kb/915331; kb/4037535 (BETEST); veeam.com/kb1680; the log in actiphyhelp.zendesk.com 13451207432217
 */
export const writerStatus: Companion = {
  tool: 'writer-status',
  isQuoted: true,
  needs: { holds: ['FAILED_AT_', 'STABLE', 'failed state'] },
  begins: (lines) => isWhole(lines(0) ?? '') || (isSelected(lines(0) ?? '') && PART.test(lines(1) ?? '')),
  continues: (line) => isWhole(line) || isSelected(line) || PART.test(line),
  read(lines) {
    const telling = new Telling('writer-status');
    for (const writer of blocksOf(lines, beginsWriter)) tell(writer, telling);
    return telling;
  },
};

const beginsWriter = (line: string): boolean => isSelected(line) || (isWhole(line) && !PART.test(line));

function tell(lines: readonly OutputLine[], telling: Telling): void {
  const text = lines.map((line) => line.text).join('\n');
  const [first] = lines;
  const failedAt = STATE.exec(text)?.[1];
  if (first === undefined || (failedAt === undefined && !STABLE.test(text))) return;
  const [, bracketed, labelled] = NAME.exec(text) ?? [];
  const writer = SELECTED.exec(text)?.[1] ?? bracketed ?? labelled?.trim();
  const code = CODE.exec(text)?.[0].toLowerCase();
  const stateWords = failedAt === undefined ? 'stable' : `failed at ${failedAt.toLowerCase().replaceAll('_', ' ')}`;
  if (writer !== undefined) telling.fact(`writer.${writer}`, stateWords, first);
  telling.observe('error', { writer, state: stateWords, code }, lines);
}
