import { Command } from 'commander';
import { expect, test } from 'vitest';
import { givenWords } from '../../src/cli/given-words.ts';
import { addInputOptions, addOutputOptions, addRuleOptions } from '../../src/cli/shared-options.ts';

const given = (...args: readonly string[]): string => {
  const command = addInputOptions(addRuleOptions(addOutputOptions(new Command('diagnose'), ['table', 'json'])));
  command.exitOverride().parse(args, { from: 'user' });
  return givenWords(command).join(' ');
};

test('what shapes a run is said again, what shows its result is not', () => {
  expect(
    given('--tz', 'Europe/Berlin', '-f', 'json', '-o', 'x.json', '--rules', 'own', '--rules', 'more', '--quiet'),
  ).toBe('--rules own --rules more --tz Europe/Berlin');
  expect(given('--no-recovered', '--verify')).toBe('--no-recovered --verify');
  expect(given()).toBe('');
});
test.each([
  [['--tz', 'W. Europe Standard Time'], '--tz "W. Europe Standard Time"'],
  [['--tz', 'a b.csv=+02:00'], '--tz "a b.csv=+02:00"'],
  [['--rules', 'Régeln'], '--rules "Régeln"'],
  [['--rules', 'C:\\my rules\\'], '--rules DIR'],
  [['--rules', '$(reboot)'], '--rules DIR'],
  [['--host', 'ex1`n'], '--host NAME'],
  [['--clock', 'a"b=+90s'], '--clock VALUE'],
])('%j is one word of any shell, or stands for itself', (args, words) => expect(given(...args)).toBe(words));
