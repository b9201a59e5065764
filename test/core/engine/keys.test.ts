import { expect, test } from 'vitest';
import { fieldOf, keyIdOf, makeKey, narrowKey, reportKey } from '../../../src/core/engine/keys.ts';
import { historyEvent } from './support/events.ts';

const key = (values: Readonly<Record<string, string>>) =>
  makeKey(Object.keys(values), new Map(Object.entries(values)), Object.hasOwn(values, 'host') ? 'ex1' : null);

test('values that hold separators do not collide', () => {
  expect(key({ host: 'a","b', path: 'c' }).id).not.toBe(key({ host: 'a', path: 'b","c' }).id);
  expect(key({ host: '__proto__', path: 'c' }).id).toBe('["__proto__","c"]');
});

test('a narrowed key keeps the order and the values of the fields that are left', () => {
  const narrowed = narrowKey(key({ host: 'h', path: 'c:' }), ['path', 'host', 'other']);
  expect(narrowed.fields).toEqual(['host', 'path']);
  expect(narrowKey(narrowed, ['path'])).toMatchObject({ id: '["c:"]', fields: ['path'], host: null });
  expect(keyIdOf(narrowed, ['host'])).toBe('["h"]');
});

test('a field is the host, the log, a group of the inventory or what was captured', () => {
  const groups = new Map([['ex1', { cluster: 'c1' }]]);
  const event = historyEvent(1, 0);
  const read = (field: string) => fieldOf(event, { path: 'c:', toString: 'x' }, field, groups);
  expect([read('host'), read('log'), read('cluster'), read('site'), read('path')]).toEqual([
    'host:ex1',
    'application',
    'c1',
    null,
    'c:',
  ]);
  expect([read('other'), read('constructor')]).toEqual([null, null]);
});

test('a nameless host is null in reports, and the fields stand in camel case', () => {
  const nameless = makeKey(
    ['host', 'file_path'],
    new Map([
      ['host', 'source:a.evtx'],
      ['file_path', 'c:'],
    ]),
    null,
  );
  expect(reportKey(nameless)).toEqual({ host: null, filePath: 'c:' });
});
