import { expect, test } from 'vitest';
import { textOf } from '../../../src/core/report/evidence-text.ts';
import { eventRecord } from '../../support/sample-events.ts';

const event = (over: Parameters<typeof eventRecord>[0]) => eventRecord({ message: null, data: null, ...over });

const SHA_256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

test.each([
  ['an address as bytes', `02000000C0A80202${'0'.repeat(240)}`, '02000000C0A80202…'],
  ['bytes behind 0x', `0x${'ab'.repeat(40)}`, '0xabababababababab…'],
  ['a SHA-256', SHA_256, SHA_256],
  ['words', '0123 abcd '.repeat(12).trim(), '0123 abcd '.repeat(12).trim()],
])('%s among the inserts', (_, insert, shown) => {
  expect(textOf(event({ strings: ['wpad', insert] }))).toBe(`wpad | ${shown}`);
  expect(textOf(event({ fields: new Map([['Address', insert]]) }))).toBe(`Address: ${shown}`);
});

test('a message keeps what it says', () => {
  const message = `Hash ${'0'.repeat(100)}`;
  expect(textOf(event({ message, strings: ['0'.repeat(100)] }))).toBe(message);
});
