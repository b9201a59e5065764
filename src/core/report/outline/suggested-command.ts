import type { Report } from '../../model/report.ts';
import { standardInputName, type View } from './view.ts';

const plainWord = /^[\w.:/\\][\w.:/\\-]*$/;
/** What stands for itself between double quotes in cmd, PowerShell and POSIX shells alike. */
const quotableWord = /^[\p{L}\p{N}_.:/\\+][\p{L}\p{M}\p{N}_.:/\\+ =,@()#~-]*$/u;
/** In cmd a backslash ahead of the closing quote would take it for a character. */
const endsWithBackslash = /\\$/;

/** As one word for any shell; null where a name holds anything a shell could take for more than a word. */
export const shellWord = (word: string): string | null => {
  if (plainWord.test(word)) return word;
  return quotableWord.test(word) && !endsWithBackslash.test(word) ? `"${word}"` : null;
};

/** What stands for the inputs. */
function inputWord({ sources }: Report): string {
  const [only] = sources;
  if (only === undefined || sources.length > 1) return 'FILES';
  return only.name === standardInputName ? '' : (shellWord(only.name) ?? 'FILE');
}

/**
 * A command line that a reader may type: it reads the inputs of this run as this run did. A redacted report keeps to itself what the run was
 * told: file and host names are among it.
 */
export const suggestedCommand = (
  { report, given }: Pick<View, 'report' | 'given'>,
  ...words: readonly string[]
): string =>
  ['evdx', ...words, ...(report.redacted === null ? given : []), inputWord(report)]
    .filter((word) => word !== '')
    .join(' ');
