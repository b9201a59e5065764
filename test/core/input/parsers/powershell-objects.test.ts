import { beforeAll, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { powershellObjectsSegment } from '../../../../src/core/input/parsers/powershell-objects.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { expectInterest } from '../../../support/interest-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { readInput } from '../../../support/read-input.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const object = (id: number): string =>
  `@{TimeCreated=05/04/2023 09:59:58; Message=The device; has {a}\nbad block.; Id=${id}; ProviderName=disk; LogName=System; LevelDisplayName=Error}`;
const TEXT = ['Found:', object(7), object(51), '', 'Thanks'].join('\n');
const seen = { provider: 'disk', channel: 'System', level: 'error', message: 'The device; has {a}\nbad block.' };

test('objects in strings, and words around them', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = parseText(createMixtureParser, TEXT, { size });
    expect(events).toMatchObject([
      { ...seen, eventId: 7, position: 2, time: { kind: 'local', date: [5, 4, 2023], orders: ['mdy', 'dmy'] } },
      { ...seen, eventId: 51, position: 4 },
    ]);
    expect(problems).toEqual([]);
    expect(findings.freeText.map(({ text }) => text)).toEqual(['Found:', 'Thanks']);
  }
});

test('ConvertTo-Json writes what is too deep for it so', async () => {
  const { events } = await readInput(JSON.stringify({ name: 'x', events: [object(7), object(51)] }, null, 4));
  expect(events).toMatchObject([
    { ...seen, eventId: 7, position: 4 },
    { ...seen, eventId: 51, position: 5 },
  ]);
});

test('other objects are none', () => {
  expect(
    parseText(createMixtureParser, '@{Id=7; ProcessName=x; Path=C:\\x}\n@{Name=a; LogName=System}\n').events,
  ).toEqual([]);
});

test('what is dropped early is counted', () => expectInterest(powershellObjectsSegment.create, TEXT));

test('cut or changed anywhere it never throws', () => {
  expectRobust(createMixtureParser, TEXT, 60);
});
