import { expect, test } from 'vitest';
import { resolveCodes } from '../../../../src/core/knowledge/rules/resolve-codes.ts';

const CODES = new Map([
  ['JET_errFileAccessDenied', -1032],
  ['VSS_E_WRITERERROR_TIMEOUT', -2147212302],
]);
const resolve = (events: Parameters<typeof resolveCodes>[0]['events']) =>
  resolveCodes(
    { events },
    (name) => CODES.get(name),
    () => CODES.keys(),
  );

test('names become numbers wherever a class names codes', () => {
  const name = 'JET_errFileAccessDenied';
  const { rule, complaints } = resolve({
    a: {
      id: 1,
      code: [name, 5],
      strings: { '2': { code: name }, '3': 'plain' },
      fields: { error: { code: [name] } },
      data: { dword: name },
      any: [{ code: name }],
      not: { code: name },
    },
    b: { id: 2, not: [{ code: name }], data: { text: name } },
    c: { finding: 'area/name' },
  });
  expect(complaints).toEqual([]);
  expect(rule.events).toEqual({
    a: {
      id: 1,
      code: [-1032, 5],
      strings: { '2': { code: -1032 }, '3': 'plain' },
      fields: { error: { code: [-1032] } },
      data: { dword: -1032 },
      any: [{ code: -1032 }],
      not: { code: -1032 },
    },
    b: { id: 2, not: [{ code: -1032 }], data: { text: name } },
    c: { finding: 'area/name' },
  });
});

test.each([
  [4294966264, -1032],
  [0xfffffbf8, -1032],
  [0x800423f2, -2147212302],
  [-1032, -1032],
  [0x7fffffff, 2147483647],
  [0x80000000, -2147483648],
])('%i is the signed number %i', (code, signed) => {
  expect(resolve({ a: { id: 1, code } }).rule.events).toEqual({ a: { id: 1, code: signed } });
});

test('an unknown name is told with its place and the nearest known name', () => {
  expect(
    resolve({ a: { id: 1, any: [{ id: 2 }, { strings: { '1': { code: [1, 'JET_errFileAccesDenied'] } } }] } })
      .complaints,
  ).toEqual([
    {
      path: ['events', 'a', 'any', 1, 'strings', '1', 'code', 1],
      on: 'value',
      offset: 0,
      message: 'no code is called "JET_errFileAccesDenied"',
      hint: 'write "JET_errFileAccessDenied"',
    },
  ]);
});

test('a name that resembles none is told all the same', () => {
  expect(resolve({ a: { id: 1, code: 'Nonsense' } }).complaints).toMatchObject([
    { path: ['events', 'a', 'code'], hint: 'write the number, or a name that "evdx decode" knows' },
  ]);
});
