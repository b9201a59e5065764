import { expect, test } from 'vitest';
import { compileRules } from '../../../src/core/engine/compile.ts';
import { everything } from '../../../src/core/engine/interest.ts';
import { builtinCodeNames, builtinRules } from '../../../src/core/knowledge/builtin/rules.ts';
import type { Interest } from '../../../src/core/model/interest.ts';
import { scan } from '../../../src/core/pipeline/scan.ts';
import { samples } from '../../support/samples.ts';
import { sourceOf, xmlEvent } from '../../support/sources.ts';

const rules = compileRules(builtinRules, builtinCodeNames);
const scanWith = (interest: Interest, name: string, content: string | Uint8Array) =>
  scan(sourceOf(name, content), { ...rules, interest });

const EVERYDAY = { id: 7036, provider: 'Service Control Manager', level: 4 };
const CRASH = [
  { ...EVERYDAY, record: 1, time: '2012-04-06T13:58:00Z' },
  { ...EVERYDAY, record: 2, time: '2012-04-06T13:59:00Z' },
  { id: 12, provider: 'Microsoft-Windows-Kernel-General', level: 4, record: 3, time: '2012-04-06T14:06:00Z' },
  { id: 6008, provider: 'EventLog', record: 4, time: '2012-04-06T14:07:00Z' },
  { id: 6005, provider: 'EventLog', level: 4, record: 5, time: '2012-04-06T14:07:00Z' },
  { ...EVERYDAY, record: 6, time: '2012-04-06T14:08:00Z' },
]
  .map((event) => xmlEvent(event).replace('>Application<', '>System<'))
  .join('\n');

test('the machine was off from the last record before a crash, though that was dropped, and records after it as well', async () => {
  const off = [{ fromMs: Date.UTC(2012, 3, 6, 13, 59), toMs: Date.UTC(2012, 3, 6, 14, 7), why: 'off' }];
  for (const interest of [rules.interest, everything])
    expect((await scanWith(interest, 'System.xml', CRASH)).coverage).toMatchObject([{ channel: 'System', gaps: off }]);
});

test.each(samples('what logs cover'))('$path: covers the same, whatever is dropped', async ({ path, bytes }) => {
  const [some, all] = [await scanWith(rules.interest, path, bytes()), await scanWith(everything, path, bytes())];
  expect(all.coverage.length).toBeGreaterThan(0);
  expect(new Set(some.coverage)).toEqual(new Set(all.coverage));
});
