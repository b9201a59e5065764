import { beforeAll, describe, expect, test } from 'vitest';
import { compileClauses } from '../../../src/core/engine/clauses.ts';
import { compileJudge } from '../../../src/core/engine/compile-class.ts';
import { loadRegexEngine } from '../../../src/core/engine/regex.ts';
import { flattenClass } from '../../../src/core/knowledge/rules/classes.ts';
import type { RuleClass, RulePart } from '../../../src/core/knowledge/rules/schema.ts';
import type { EventRecord } from '../../../src/core/model/event.ts';
import { eventRecord } from './support/events.ts';

beforeAll(loadRegexEngine);

/** true: it holds; false: it does not; null: the event does not carry the field. */
const clause = (part: RulePart, event: Partial<EventRecord>): readonly (boolean | null)[] =>
  compileClauses(part).map((one) => one.test(eventRecord(event)));
const judge = (definition: Exclude<RuleClass, { finding: string }>, event: Partial<EventRecord>) =>
  compileJudge(definition)(eventRecord(event))(eventRecord(event));
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
/** Data as Windows writes them: UTF-16. */
const CONTROLLER = { provider: 'Service Control Manager', eventId: 7034, data: bytes('S\0p\0o\0o\0l\0e\0r\0\0\0') };

describe('one clause', () => {
  test.each<[string, RulePart, Partial<EventRecord>, boolean | null]>([
    ['a log without case', { log: 'application' }, { channel: 'Application' }, true],
    ['one log of a list', { log: ['System', 'Application'] }, { channel: 'Application' }, true],
    ['another log', { log: 'System' }, { channel: 'Application' }, false],
    ['a log by glob', { log: { like: ['Directory*', 'Appl*'] } }, { channel: 'Application' }, true],
    ['an unknown log', { log: 'System' }, { channel: null }, null],
    [
      'a provider through the alias table',
      { provider: 'DCOM' },
      { provider: 'Microsoft-Windows-DistributedCOM' },
      true,
    ],
    ['a provider by its EventSourceName', { provider: 'DCOM' }, { provider: 'other', providerAlias: 'DCOM' }, true],
    ['a provider by glob', { provider: { like: 'ESE*' } }, { provider: 'ese98' }, true],
    ['another provider', { provider: 'ESE' }, { provider: 'ESENT' }, false],
    ['an unknown provider', { provider: 'ESE' }, { provider: null }, null],
    ['an id', { id: 439 }, { eventId: 439 }, true],
    ['an id of a list', { id: [1, 439] }, { eventId: 439 }, true],
    ['the ends of a range belong to it', { id: { from: 430, to: 439 } }, { eventId: 439 }, true],
    ['an id beside a range', { id: { from: 430, to: 438 } }, { eventId: 439 }, false],
    ['an unknown id', { id: 439 }, { eventId: null }, null],
    ['a level of a list', { level: ['error', 'warning'] }, { level: 'warning' }, true],
    ['an unknown level', { level: 'error' }, { level: null }, null],
    ['a category', { category: 'logging/recovery' }, { category: 'Logging/Recovery' }, true],
    ['an unknown category', { category: 'x' }, { category: null }, null],
    ['a user', { user: 'NT AUTHORITY\\SYSTEM' }, { user: 'nt authority\\system' }, true],
    ['an unknown user', { user: 'x' }, { user: null }, null],
    [
      'a service by the name in the data, where its insert is in the language of Windows',
      { strings: { 1: ['Print Spooler', 'Spooler'] } },
      { ...CONTROLLER, strings: ['Druckwarteschlange', '1'] },
      true,
    ],
    [
      'another insert is not the service',
      { strings: { 2: 'Spooler' } },
      { ...CONTROLLER, strings: ['Druckwarteschlange', '1'] },
      false,
    ],
    ['a code', { code: -1032 }, { codes: [-1032] }, true],
    ['a code in its unsigned spelling', { code: 4_294_966_264 }, { codes: [-1032] }, true],
    ['another code', { code: -1032 }, { codes: [-1033] }, false],
  ])('%s', (_, part, event, expected) => {
    expect(clause(part, event)).toEqual([expected]);
  });

  test('text looks at the message, then the inserts, then the named values, without case', () => {
    const text = (event: Partial<EventRecord>) => clause({ text: { contains: 'Denied' } }, event);
    expect(text({ message: 'access DENIED' })).toEqual([true]);
    expect(text({ strings: ['', 'denied'] })).toEqual([true]);
    expect(text({ fields: new Map([['reason', 'denied']]) })).toEqual([true]);
    expect(text({ message: 'fine' })).toEqual([false]);
    expect(clause({ text: { regex: '\\.chk\\b' } }, { message: 'C:\\E00.CHK.' })).toEqual([true]);
  });

  test('a line break inside a sentence counts as a blank', () => {
    const denied = (message: string) => clause({ text: { contains: 'access is denied' } }, { message });
    expect(denied('The service failed to start: Access is\n  denied.')).toEqual([true]);
    expect(denied('Access is granted.\ndenied')).toEqual([false]);
    expect(denied('Access is.\n denied')).toEqual([false]);
    expect(clause({ text: { regex: 'after \\d+ seconds' } }, { message: 'It ended after\n30\nseconds' })).toEqual([
      true,
    ]);
    expect(clause({ strings: { 2: 'Access is denied' } }, { message: 'failed: Access\nis denied.' })).toEqual([true]);
  });

  test('tests of the text nest: any and all', () => {
    const both: RulePart = { text: { all: [{ contains: 'a' }, { any: [{ contains: 'b' }, { regex: 'c$' }] }] } };
    expect([clause(both, { message: 'ab' }), clause(both, { message: 'ac' }), clause(both, { message: 'ca' })]).toEqual(
      [[true], [true], [false]],
    );
  });

  test('an insert is tested at its place; what is not there fails', () => {
    const second = (test: NonNullable<RulePart['strings']>[string], strings: readonly string[]) =>
      clause({ strings: { 2: test } }, { strings });
    expect(second('C:', ['x', 'c:'])).toEqual([true]);
    expect(second('C:', ['c:', 'x'])).toEqual([false]);
    expect(second('', ['x'])).toEqual([false]);
    expect(second('', ['x', ''])).toEqual([true]);
    expect(second(5, ['x', '5'])).toEqual([true]);
    expect(second({ contains: 'disk' }, ['x', '\\Device\\Harddisk1'])).toEqual([true]);
    expect(second({ regex: '^\\d+$' }, ['x', '17'])).toEqual([true]);
  });

  test('an insert may be read as a code where the rule knows the place: small positive numbers count there', () => {
    const code = (value: string) => clause({ strings: { 1: { code: [5, -1032] } } }, { strings: [value] });
    expect(['5', '0x5', '-1032', '4294966264', '0xfffffbf8', '%%5'].map((value) => code(value)[0])).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['15', '5 times', '', '1032'].map((value) => code(value)[0])).toEqual([false, false, false, false]);
  });

  test('without inserts the message is searched, and a plain value means contains', () => {
    expect(clause({ strings: { 2: 'C:\\x' } }, { message: 'The file c:\\X is gone.' })).toEqual([true]);
    expect(clause({ strings: { 2: 'C:\\x' } }, {})).toEqual([null]);
    expect(clause({ fields: { Path: 'C:\\x' } }, { message: 'The file c:\\X is gone.' })).toEqual([true]);
  });

  test('without inserts a code is one that the message holds; small positive numbers count only where the place is known', () => {
    const code = (part: RulePart, message: string, codes: number[] = []) => clause(part, { message, codes })[0];
    const denied: RulePart = { strings: { 2: { code: [5, 0x80070005] } } };
    expect(code(denied, 'It failed with 0x80070005.', [0x80070005 | 0])).toBe(true);
    expect(code({ fields: { Status: { code: 0x80070005 } } }, 'Status: 0x80070005.', [0x80070005 | 0])).toBe(true);
    expect(code(denied, 'It failed with 0x80070006.', [0x80070006 | 0])).toBe(false);
    expect(code(denied, 'Process 5 failed.')).toBe(false);
  });

  test('fields are found by name without case, the first of repeated ones', () => {
    const fields = new Map([
      ['Path', 'a'],
      ['PATH', 'b'],
    ]);
    expect(clause({ fields: { path: 'A' } }, { fields })).toEqual([true]);
    expect(clause({ fields: { path: 'b' } }, { fields })).toEqual([false]);
    expect(clause({ fields: { other: 'a' } }, { fields })).toEqual([false]);
    expect(clause({ fields: { __proto__x: 'a' } }, { fields: new Map([['__proto__', 'a']]) })).toEqual([false]);
  });

  test('data is read as ASCII and UTF-16, as bytes, and as aligned little-endian numbers', () => {
    const data = (test: NonNullable<RulePart['data']>, value: Uint8Array | null) =>
      clause({ data: test }, { data: value })[0];
    expect(data({ text: 'Backup in' }, bytes('..BACKUP IN progress'))).toBe(true);
    expect(data({ text: 'backup' }, bytes('B\0a\0c\0k\0u\0p\0'))).toBe(true);
    expect(data({ hex: '0D05' }, Uint8Array.of(1, 0x0d, 5))).toBe(true);
    expect(data({ hex: '0d 05' }, Uint8Array.of(1, 0x0d, 5))).toBe(true);
    expect(data({ hex: 'd05f' }, Uint8Array.of(0x0d, 0x05, 0xf0))).toBe(false);
    expect(data({ dword: -1032 }, Uint8Array.of(0, 0, 0, 0, 0xf8, 0xfb, 0xff, 0xff))).toBe(true);
    expect(data({ dword: -1032 }, Uint8Array.of(0, 0, 0xf8, 0xfb, 0xff, 0xff, 0, 0))).toBe(false);
    expect(data({ dword: 1 }, Uint8Array.of(1, 0, 0))).toBe(false);
    expect(data({ text: 'x' }, null)).toBeNull();
  });
});

describe('a class', () => {
  const ese = { provider: 'ESE', id: 439 };

  test('an unknown log, level, category or user is no miss', () => {
    expect(
      judge({ ...ese, log: 'Application', level: 'error', category: 'x', user: 'y' }, { channel: null, level: null }),
    ).toEqual({ takes: true });
  });

  test('an unknown provider or id passes no clause', () => {
    expect(judge(ese, { provider: null })).toMatchObject({ takes: false, near: false });
    expect(judge(ese, { eventId: null })).toMatchObject({ takes: false, near: false });
  });

  test('with the right provider and id the other clauses tell a near miss', () => {
    expect(judge({ ...ese, code: -1032, data: { hex: '00' }, log: 'System' }, {})).toEqual({
      takes: false,
      near: true,
      failed: ['code', 'data', 'log'],
    });
  });

  test('one branch of any is enough, and each stands beside the keys of the class', () => {
    const either = {
      log: 'Application',
      any: [
        { provider: 'ESE', id: 439 },
        { provider: 'EDB', id: 61, text: { contains: 'shadowed' } },
      ],
    };
    expect(judge(either, {})).toEqual({ takes: true });
    expect(judge(either, { channel: 'System' })).toMatchObject({ takes: false, near: true, failed: ['log'] });
    expect(judge(either, { provider: 'EDB', eventId: 61, message: 'shadowed header' })).toEqual({ takes: true });
    expect(judge(either, { provider: 'EDB', eventId: 61, message: 'else' })).toEqual({
      takes: false,
      near: true,
      failed: ['text'],
    });
    expect(judge(either, { provider: 'EDB', eventId: 439 })).toMatchObject({ takes: false, near: false });
  });

  test('not excludes what it describes; of a list one is enough, of a part all clauses', () => {
    const without = { ...ese, not: [{ level: 'warning' as const, user: 'x' }, { text: { contains: 'test' } }] };
    expect(judge(without, { level: 'warning', user: 'y' })).toEqual({ takes: true });
    expect(judge(without, { level: 'warning', user: 'x' })).toEqual({ takes: false, near: true, failed: ['not'] });
    expect(judge(without, { message: 'a test' })).toMatchObject({ takes: false });
  });

  test('an unknown field never excludes', () => {
    expect(judge({ ...ese, not: { user: 'x' } }, { user: null })).toEqual({ takes: true });
    expect(judge({ ...ese, not: { data: { hex: '00' } } }, { data: null })).toEqual({ takes: true });
  });

  test('a class of codes alone has no near miss, nor has a branch of codes alone', () => {
    expect(judge({ code: -1032, level: 'error' }, {})).toMatchObject({ takes: false, near: false });
    expect(judge({ level: 'error', any: [{ code: -1032 }, { provider: 'EDB', id: 61 }] }, {})).toMatchObject({
      takes: false,
      near: false,
    });
  });

  test('extends takes all keys of that class, a key given again replaces it whole', () => {
    const events: Record<string, RuleClass> = {
      denied: { log: 'Application', any: [{ id: 439 }], capture: { path: { string: 1 } }, by: ['host'] },
      coded: { extends: 'denied', code: -1032, any: [{ id: 61 }] },
      final: { extends: 'coded', log: 'System' },
    };
    expect(flattenClass(events, 'final')).toMatchObject({
      log: 'System',
      any: [{ id: 61 }],
      code: -1032,
      capture: { path: { string: 1 } },
      by: ['host'],
    });
  });
});
