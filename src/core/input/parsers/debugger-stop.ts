import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { stopEvent } from '../blocks/stop-event.ts';
import type { LinesAhead, SegmentFormat } from './segment-format.ts';

/** `MEMORY_MANAGEMENT (1a)`; that of a code the debugger does not know says `Unknown bugcheck code`, and may be no stop. */
const HEADING = /^[A-Z][A-Z\d]{1,40}(?:_[A-Z\d]{1,40}){1,12} \(([\da-f]{1,8})\)\s*$/;
const ARGUMENTS = /^Arguments:\s*$/;
const ARGUMENT = /^Arg[1-4]: ([\da-f`]{8,17})(?:,|\s*$)/;
/** Between the heading and the arguments the debugger explains the code. */
const MAX_WORDS = 40;
/** What it says of dumps that were taken while Windows went on. */
const OF_LIVE_DUMP = /can never be used for (?:a )?real bug ?check|live ?dump/i;

/** The stop error that a debugger found in a dump (`!analyze -v`). @see https://learn.microsoft.com/windows-hardware/drivers/debuggercmds/-analyze */
export const debuggerStopSegment: SegmentFormat = {
  name: 'debugger-stop',
  isDetail: false,
  needs: { first: /[A-Z]/, holds: [' ('] },
  begins: (lines) => (HEADING.test(lines(0) ?? '') && hasArguments(lines) ? { column: 0, ends: createEnds() } : null),
  create: createBlockParser({ isUtc: true, startsBlock: (line) => HEADING.test(line), read }),
};

function hasArguments(lines: LinesAhead): boolean {
  for (let index = 1; index < MAX_WORDS; index += 1)
    if (ARGUMENTS.test(lines(index) ?? '')) return ARGUMENT.test(lines(index + 1) ?? '');
  return false;
}

/** An argument may be explained in several lines. */
function createEnds(): (lines: LinesAhead) => number {
  let isBehind = false;
  return (lines) => {
    const line = lines(0) ?? '';
    isBehind ||= ARGUMENT.test(line);
    return isBehind && line.trim() === '' ? 0 : -1;
  };
}

function read(lines: readonly string[]): ReadBlock | null {
  const message = lines.join('\n').trim();
  const [, code] = HEADING.exec(lines[0] ?? '') ?? [];
  const parameters = lines.flatMap((line) => ARGUMENT.exec(line)?.[1]?.replaceAll('`', '') ?? []);
  if (code === undefined || parameters.length === 0 || OF_LIVE_DUMP.test(message)) return null;
  return stopEvent(code, parameters.slice(0, 4), '', message);
}
