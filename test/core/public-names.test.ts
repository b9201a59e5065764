import { expect, test } from 'vitest';
import { conclude, diagnose, epochMs, type InputOptions, rulesOf, scan } from '../../src/core/index.ts';

const event = (time: string): string =>
  `Log Name: System\nSource: disk\nDate: ${time}\nEvent ID: 7\nLevel: Error\nComputer: ex1\nDescription:\nIt failed.\n\n`;

test('a period is given with what the library exports', async () => {
  const options: InputOptions = { since: epochMs(Date.UTC(2006, 2, 14)), tz: [{ file: null, zone: 'UTC' }] };
  const { statistics } = await diagnose([event('2006-03-13 10:00:00') + event('2006-03-14 10:00:00')], options);
  expect(statistics.map(({ count, first }) => [count, first])).toEqual([[1, '2006-03-14T10:00:00.000Z']]);
  expect(() => epochMs(0.5)).toThrow(RangeError);
});

test('the two halves of a diagnosis give it with what the library exports', async () => {
  const text = event('2006-03-13 10:00:00');
  const source = (name: string) => ({ name, sizeBytes: null, chunks: () => [new TextEncoder().encode(text)] });
  const { compiled, unseen, selection } = await rulesOf({ only: ['storage'] });
  const scans = [await scan(source('a'), compiled), await scan(source('b'), compiled)];
  const report = conclude(scans, compiled, { unseen, selection });
  expect(report.findings.map(({ ruleId }) => ruleId)).toContain('storage/bad-blocks-on-disk');
  expect(report).toEqual(await diagnose([source('b'), source('a')], { only: ['storage'] }));
});
