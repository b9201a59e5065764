import { beforeAll, expect, test } from 'vitest';
import { compileCapture } from '../../../src/core/engine/captures.ts';
import { compileHit } from '../../../src/core/engine/compile-class.ts';
import { loadRegexEngine } from '../../../src/core/engine/regex.ts';
import type { RuleCapture } from '../../../src/core/knowledge/rules/schema.ts';
import type { EventRecord } from '../../../src/core/model/event.ts';
import { eventRecord } from './support/events.ts';

beforeAll(loadRegexEngine);

const capture = (sources: RuleCapture | readonly RuleCapture[], event: Partial<EventRecord>) =>
  compileCapture(sources)(eventRecord(event));
const normalized = (normalize: NonNullable<RuleCapture['normalize']>, value: string) =>
  capture({ string: 1, normalize }, { strings: [value] });

test('an insert by position, a field by name without case, an expression in message, inserts and fields', () => {
  expect(capture({ string: 2 }, { strings: ['a', 'b'] })).toBe('b');
  expect(capture({ field: 'path' }, { fields: new Map([['Path', 'c:']]) })).toBe('c:');
  expect(capture({ regex: 'file (?<v>\\S+)' }, { message: 'The FILE x.edb' })).toBe('x.edb');
  expect(capture({ regex: 'file (?<v>\\S+)' }, { message: 'none', strings: ['', 'file y'] })).toBe('y');
  expect(capture({ regex: 'file (?<v>\\S+)' }, { fields: new Map([['a', 'file z']]) })).toBe('z');
});

test('an insert that the source does not carry is read from a message whose form is known', () => {
  const late = {
    provider: 'Service Control Manager',
    eventId: 7009,
    message: 'Das Zeitlimit (30000 ms) wurde beim Verbindungsversuch mit dem Dienst\n"Agent X" erreicht.',
  };
  expect(capture({ string: 2 }, late)).toBe('Agent X');
  expect(capture({ string: 1 }, late)).toBe('30000');
  expect(capture({ string: 3 }, late)).toBeNull();
  expect(capture({ string: 2 }, { ...late, strings: ['30000'] })).toBeNull();
  expect(capture({ string: 2 }, { ...late, eventId: 7011 })).toBeNull();
  expect(capture({ string: 2 }, { ...late, provider: 'Agent' })).toBeNull();
});

test('where no line holds it a line break inside a sentence counts as a blank', () => {
  const service = { regex: 'The (?<v>[^.]+) service entered' };
  expect(capture(service, { message: 'The Windows\nUpdate service\nentered the stopped state.' })).toBe(
    'Windows Update',
  );
  expect(capture({ regex: 'Writer: (?<v>[^\\n]+)' }, { message: 'Writer: A\nid 1' })).toBe('A');
});

test('sources are tried in order and an empty value is no hit', () => {
  const sources: readonly RuleCapture[] = [
    { string: 1 },
    { field: 'path' },
    { regex: 'at (?<v>\\w*)', else: 'nowhere' },
  ];
  expect(capture(sources, { strings: [''], fields: new Map([['path', 'c:']]) })).toBe('c:');
  expect(capture(sources, { message: 'at home' })).toBe('home');
  expect(capture(sources, { message: 'at ' })).toBe('nowhere');
  expect(capture(sources.slice(0, 2), {})).toBeNull();
});

test.each([
  ['C:/Exchsrvr//MDBData\\', 'c:\\exchsrvr\\mdbdata'],
  ['\\\\?\\C:\\x', 'c:\\x'],
  ['\\\\Server\\Share\\', '\\\\server\\share'],
  [' D:\\ ', 'd:'],
  ['\\Device\\Harddisk1', '\\device\\harddisk1'],
])('winpath: %s is %s', (value, path) => {
  expect(normalized('winpath', value)).toBe(path);
});

test.each([
  ['17', '17'],
  ['0x1F', '31'],
  [' -5 ', '-5'],
  ['007', '7'],
  ['18446744073709551615', '18446744073709551615'],
  ['0xffffffffffffffff', '18446744073709551615'],
  ['1e3', '1e3'],
  ['0b11', '0b11'],
  ['twelve', 'twelve'],
])('int: %s is %s', (value, number) => {
  expect(normalized('int', value)).toBe(number);
});

test('host and lower give lower case', () => {
  expect([normalized('host', ' EX1.Contoso.COM '), normalized('lower', 'ABC')]).toEqual(['ex1.contoso.com', 'abc']);
});

test('a name without a value is not there, whatever it is called', () => {
  const hit = compileHit({ capture: { path: { string: 1 }, drive: { string: 2 }, constructor: { string: 3 } } }, 7);
  expect(hit(eventRecord({ strings: ['c:'] }))).toEqual({ classIndex: 7, captured: { path: 'c:' } });
});

test('all events of a class that captures nothing are kept with one hit', () => {
  const hit = compileHit({}, 7);
  expect(hit(eventRecord({}))).toEqual({ classIndex: 7, captured: {} });
  expect(hit(eventRecord({ strings: ['c:'] }))).toBe(hit(eventRecord({})));
});
