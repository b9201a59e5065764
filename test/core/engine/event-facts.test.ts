import { expect, test } from 'vitest';
import { clockGapOf } from '../../../src/core/engine/event-facts.ts';

const gap = (...strings: readonly string[]) =>
  clockGapOf({
    ...{ position: 1, recordId: 1, host: 'h', channel: 'System', fields: new Map(), message: null },
    provider: 'Microsoft-Windows-Kernel-General',
    eventId: 1,
    strings,
  });
const utc = (text: string): number => Date.parse(`${text}Z`);

test.each([
  ['within one minute', '2012-03-14T04:17:00.0000000Z', '2012-03-14T04:17:59.9999999Z'],
  ['across a minute, by 60 seconds', '2012-03-14T04:18:30.0000000Z', '2012-03-14T04:17:30.0000000Z'],
  ['with one time alone', '2012-03-14T04:18:30.0000000Z', 'no time'],
])('a clock set %s breaks no coverage', (_what, first, second) => {
  expect(gap(first, second)).toBeNull();
  expect(gap(first, second, '2')).toBeNull();
});

test('a clock set by more breaks the coverage between both times, whichever comes first', () => {
  const [early, late] = ['2012-03-14T04:17:30', '2012-03-14T04:18:31'];
  const between = { fromMs: utc(early), toMs: utc(late), why: 'clock' };
  expect(gap(`${late}.0000000Z`, `${early}.1234567Z`, '1')).toEqual(between);
  expect(gap(`${early}.0000000Z`, `${late}.0000000Z`)).toEqual(between);
});

test('the time of sleep is a rest: the clock goes on to what the hardware clock shows, and not back', () => {
  const [asleep, awake] = ['2012-03-14T04:17:30', '2012-03-14T09:18:31'];
  const between = { fromMs: utc(asleep), toMs: utc(awake), why: 'clock' };
  expect(gap(`${awake}.0000000Z`, `${asleep}.1234567Z`, '2')).toEqual({ ...between, isSleep: true });
  expect(gap(`${asleep}.0000000Z`, `${awake}.1234567Z`, '2')).toEqual(between);
});

test('times that agree to the minute do not hide a third', () => {
  const [time, other] = ['2012-03-14T04:17:30', '2012-03-14T05:17:30'];
  expect(gap(`${time}Z`, `${time}Z`, `${other}Z`)).toEqual({ fromMs: utc(time), toMs: utc(other), why: 'clock' });
});

test('marks of writing direction between the parts are no part of the time', () => {
  const marked = (minute: number) => `\u200e2012\u200e-\u200e03\u200e-\u200e14T04:${minute}:30.000000000Z`;
  expect(gap(marked(17), marked(27))).toEqual({
    fromMs: utc('2012-03-14T04:17:30'),
    toMs: utc('2012-03-14T04:27:30'),
    why: 'clock',
  });
});
