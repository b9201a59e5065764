import type { Command, Option } from 'commander';
import { shellWord } from '../core/report/outline/suggested-command.ts';

/** Options that change what is read and how it is judged. What a run shows, and where, is up to whoever types the next one. */
const SHAPING: ReadonlySet<string> = new Set([
  ...['input-format', 'tz', 'date-order', 'clock', 'since', 'until', 'host', 'no-recovered', 'verify'],
  ...['rules', 'fact', 'facts', 'config'],
]);

/** `<dir>` stands for a value that no shell could be handed safely. */
const placeholder = ({ flags }: Option): string => /<(\w+)>/.exec(flags)?.[1]?.toUpperCase() ?? 'VALUE';

const wordsOf = (option: Option, value: unknown): readonly string[] => {
  const name = option.long ?? '';
  if (typeof value === 'boolean') return [name];
  return [value].flat().flatMap((one) => [name, shellWord(String(one)) ?? placeholder(option)]);
};

/** What the command line told this run, for the commands that its report suggests; what a configuration says, the next run finds there, too. */
export const givenWords = (command: Command): readonly string[] =>
  command.options
    .filter((option) => SHAPING.has(option.name()) && command.getOptionValueSource(option.attributeName()) === 'cli')
    .flatMap((option) => wordsOf(option, command.getOptionValue(option.attributeName())));
