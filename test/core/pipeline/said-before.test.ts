import { describe, expect, test } from 'vitest';
import { Detacher } from '../../../src/core/input/normalise/detached.ts';
import { epochMs } from '../../../src/core/model/brand.ts';
import type { RawEvent, RawTime } from '../../../src/core/model/event.ts';
import { SaidBefore } from '../../../src/core/pipeline/said-before.ts';
import { rawEvent } from '../../support/sample-events.ts';

const FIRST = rawEvent({
  position: 0,
  recordId: 1,
  host: 'EX1',
  channel: 'Application',
  provider: 'ESE',
  eventId: 474,
  qualifiers: 1,
  level: 'error',
  category: 'Recovery',
  user: 'S-1-5-18',
  strings: ['edb', '-1018'],
  fields: new Map([
    ['Database', 'edb'],
    ['Error', '-1018'],
  ]),
  message: 'Verification failed with error -1018.',
  data: Uint8Array.of(1, 2),
});
/** The same words in texts of their own. */
const again = (changes: Partial<RawEvent> = {}): RawEvent => ({
  ...structuredClone(FIRST),
  ...{ position: 99, recordId: 2, host: 'EX2', recovered: true, otherForms: [120] },
  ...changes,
});
const saidBefore = () => new SaidBefore(new Detacher(), new Map());

test('what was said before is known again, whichever record of whichever host says it', () => {
  const said = saidBefore();
  const first = said.of(FIRST, true);
  expect(said.of(again(), true)).toBe(first);
  expect(first.content.codes).toEqual([-1018]);
});

describe('it is something else with another', () => {
  const others: readonly (readonly [string, Partial<RawEvent>])[] = [
    ['id', { eventId: 475 }],
    ['source', { provider: 'ESENT' }],
    ['other name of the source', { providerAlias: 'ESE' }],
    ['log', { channel: 'System' }],
    ['level', { level: 'warning' }],
    ['qualifiers', { qualifiers: 2 }],
    ['category', { category: 'General' }],
    ['user', { user: null }],
    ['message', { message: 'Verification failed with error -1019.' }],
    ['insert', { strings: ['edb', '-1019'] }],
    ['number of inserts', { strings: ['edb', '-1018', ''] }],
    ['value', { fields: new Map([...FIRST.fields, ['Error', '-1019']]) }],
    ['name of a value', { fields: new Map([...FIRST.fields].map(([name, value]) => [`${name}s`, value])) }],
    ['byte of data', { data: Uint8Array.of(1, 3) }],
    ['number of bytes', { data: null }],
  ];
  test.each(others)('%s', (_, changes) => {
    const said = saidBefore();
    const first = said.of(FIRST, true);
    const other = said.of(again(changes), true);
    expect(other).not.toBe(first);
    expect(other.raw).toMatchObject(changes);
  });
});

test.each<readonly [string, Partial<RawEvent>]>([
  ['message', { message: 'x'.repeat(5000) }],
  ['insert', { strings: ['x'.repeat(5000)] }],
  ['value', { fields: new Map([['Database', 'x'.repeat(5000)]]) }],
  ['data', { data: new Uint8Array(5000) }],
])('a long %s is not remembered', (_, changes) => {
  const said = saidBefore();
  expect(said.of(again(changes), true)).not.toBe(said.of(again(changes), true));
});

test('an event that waits shares the texts of an equal one, and has its own place, time and host', () => {
  const said = saidBefore();
  const time: RawTime = { kind: 'exact', basis: 'utc', timeMs: epochMs(1000), ticks: 0, precisionMs: 1 };
  const [first, second] = [said.detached(FIRST), said.detached(again({ time }))];
  expect(second.strings).toBe(first.strings);
  expect(second.fields).toBe(first.fields);
  expect(second).toEqual({ ...again({ time }), strings: first.strings, fields: first.fields, data: first.data });
  expect(first).toEqual(FIRST);
});
