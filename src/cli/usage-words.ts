import type { Command } from 'commander';
import { optionError } from './option-error.ts';

/** What commander says, and the same as the other messages say it: the option, what was given, what to write. */
const REWORDED: readonly (readonly [RegExp, string])[] = [
  [
    /^option '(?:-\w, )?(--[\w-]+)[^']*' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s,
    '$1 "$2": write $3',
  ],
  [/^option '(?:-\w, )?(--[\w-]+) (<.*>)' argument missing$/s, '$1: its value is missing; write $1 $2'],
  [/^required option '(?:-\w, )?(--[\w-]+) (<.*>)' not specified$/s, '$1 is missing; write $1 $2'],
  [/^(.*)\s*\(Did you mean (.+)\?\)$/s, '$1; did you mean $2?'],
];

/** A sentence of commander about a wrong use. */
export function usageSentence(text: string): string {
  const said = text
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [pattern, words] of REWORDED)
    if (pattern.test(said)) return said.replace(pattern, words).replace(' ;', ';');
  return said;
}

/** Also a list of nothing: `--only "$A,$B"`. */
const EMPTY = /^[\s,]*$/;

/**
 * No option takes an empty text: it is the variable of a script that was not set, and would silently choose everything or the folder of the run.
 * @throws EvdxError for the first one
 */
export function refuseEmptyValues(command: Command): void {
  for (const option of command.options) {
    const name = option.attributeName();
    const values: unknown[] = [command.getOptionValue(name)].flat();
    if (command.getOptionValueSource(name) !== 'cli') continue;
    if (values.some((value) => typeof value === 'string' && EMPTY.test(value)))
      throw optionError(option.name(), '""', 'it is empty; a variable of a script may not be set');
  }
}
