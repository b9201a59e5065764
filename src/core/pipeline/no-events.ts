import type { InputTraits } from '../input/open-input.ts';
import type { ParserFindings } from '../model/parser.ts';
import type { Problem, ProblemCode } from '../model/problems.ts';

/** Binary files and archives: none of them is ever a page. */
const IS_NO_PAGE = /\.(?:evtx?|zip|7z|rar|cab|gz|tgz|tar|bz2|xz|zst)$/i;

/** Of these no record was lost in what the log holds. */
const LOSES_NOTHING: ReadonlySet<ProblemCode> = new Set(['evtx/bad-checksum', 'evtx/remains']);

/** A sound log file may be empty, but for what records left behind its chain; where parts could not be read nobody knows what stood in them. */
export const isSoundAndEmpty = (
  { canBeEmpty }: Pick<InputTraits, 'canBeEmpty'>,
  { records, recovered = 0 }: Pick<ParserFindings, 'records' | 'recovered'>,
  problems: Iterable<ProblemCode>,
): boolean => canBeEmpty && records === recovered && [...problems].every((code) => LOSES_NOTHING.has(code));

/** Why nothing was read of a source in which no event is. */
export const noEventsIn = (
  name: string,
  { isWebPage, isDefinition, otherLog }: Pick<InputTraits, 'isWebPage' | 'isDefinition' | 'otherLog'>,
): Problem => {
  const told = (code: ProblemCode, detail: string | null = null): Problem => ({ code, position: null, detail });
  if (isWebPage && IS_NO_PAGE.test(name)) return told('input/web-page');
  if (isDefinition) return told('input/definition');
  return otherLog === null ? told('input/no-events') : told('input/other-log', otherLog);
};
