import { describe, expect, test } from 'vitest';
import { joinHosts } from '../../../src/core/engine/hosts.ts';
import { at, cell, kept, scanOf } from './support/events.ts';

const named = (source: string, ...names: (string | null)[]) =>
  scanOf(source, { statistics: names.map((name) => cell(name, 'System')) });

test('an unknown host is that of the only named host of the same source', () => {
  const hosts = joinHosts([named('a', 'ex1.contoso.com', null), named('b', null)]);
  expect(hosts.nameOf('a', null)).toBe('ex1');
  expect(hosts.keyOf('a', null)).toBe(hosts.keyOf('b', 'ex1.contoso.com'));
});

test('where a source names two hosts, or none, its events without a host are nameless', () => {
  const hosts = joinHosts([named('a', 'ex1', 'ex2'), named('b', null)]);
  expect([hosts.nameOf('a', null), hosts.nameOf('b', null)]).toEqual([null, null]);
});

test('two names of one host in a source are one host', () => {
  expect(joinHosts([named('a', 'ex1', 'ex1.contoso.com')]).nameOf('a', null)).toBe('ex1');
});

test('nameless hosts of two sources never combine', () => {
  const hosts = joinHosts([named('a', null), named('b', null)]);
  expect(hosts.keyOf('a', null)).not.toBe(hosts.keyOf('b', null));
  expect(hosts.labelOf(hosts.keyOf('a', null))).toBeNull();
});

describe('a source that names no host', () => {
  const SECONDS = [11, 407, 3722, 9011, 20_077, 33_333];
  const records = (source: string, host: string | null, seconds: readonly number[], ids = [7000, 7009, 7036]) =>
    scanOf(source, {
      events: seconds.length,
      kept: seconds.map((second, index) =>
        kept({ source, host, timeMs: at(second), eventId: ids[index % ids.length] ?? 0 }),
      ),
    });
  const hostOf = (list: ReturnType<typeof records>) =>
    joinHosts([records('a', 'ex1.contoso.com', SECONDS), records('b', 'ex2', [5, 6, 7]), list]).nameOf('c', null);

  test('and holds the records of another one is of the host of that one', () => {
    expect(hostOf(records('c', null, SECONDS))).toBe('ex1');
  });

  test('and holds the records of two is of none of them', () => {
    const later = SECONDS.map((second) => second + 40_000);
    const both = joinHosts([
      records('a', 'ex1', SECONDS),
      records('b', 'ex2', later.slice(0, 3)),
      records('c', null, [...SECONDS, ...later.slice(0, 3)]),
    ]);
    expect(both.nameOf('c', null)).toBeNull();
  });

  test.each([
    ['a few records', records('c', null, SECONDS.slice(0, 4))],
    ['records of few kinds, as all machines have them by the clock', records('c', null, SECONDS, [7000])],
    [
      'records of its own',
      records(
        'c',
        null,
        SECONDS.map((second, index) => second + index),
      ),
    ],
  ])('stays nameless: %s', (_, list) => {
    expect(hostOf(list)).toBeNull();
  });
});

test('a host that is called like a source is not the nameless host of that source', () => {
  const hosts = joinHosts([named('ex1', null), named('b', 'ex1', 'source:ex1')]);
  expect(new Set([hosts.keyOf('ex1', null), hosts.keyOf('b', 'ex1'), hosts.keyOf('b', 'source:ex1')]).size).toBe(3);
});

test('the key is the first label', () => {
  const hosts = joinHosts([named('a', 'ex1.contoso.com'), named('b', 'ex1')]);
  expect([hosts.nameOf('a', 'ex1.contoso.com'), hosts.nameOf('b', 'ex1'), hosts.ambiguous]).toEqual(['ex1', 'ex1', []]);
  expect(hosts.labelOf(hosts.keyOf('b', 'ex1'))).toBe('ex1');
});

test.each(['10.0.0.12', 'fe80::1', '2001:db8::7'])('the address %s is never cut', (address) => {
  expect(joinHosts([named('a', address)]).nameOf('a', address)).toBe(address);
});

test('where two full names share a first label both stay full, and the bare label is kept and reported', () => {
  const hosts = joinHosts([
    named('a', 'ex1.contoso.com', 'ex1.fabrikam.com'),
    named('b', 'ex1'),
    named('c', 'ex2.contoso.com'),
  ]);
  expect(hosts.nameOf('a', 'ex1.contoso.com')).toBe('ex1.contoso.com');
  expect(hosts.nameOf('a', 'ex1.fabrikam.com')).toBe('ex1.fabrikam.com');
  expect(hosts.nameOf('b', 'ex1')).toBe('ex1');
  expect(hosts.nameOf('c', 'ex2.contoso.com')).toBe('ex2');
  expect(hosts.ambiguous).toEqual(['ex1']);
});

test('names of kept events count as those of the statistics', () => {
  const hosts = joinHosts([
    scanOf('a', { kept: [kept({ host: 'ex1.contoso.com' }), kept({ host: 'ex1.fabrikam.com' })] }),
  ]);
  expect(hosts.nameOf('a', 'ex1.contoso.com')).toBe('ex1.contoso.com');
});

test('short and full are fixed by the configuration, whatever else is in the run', () => {
  const scans = [named('a', 'ex1.contoso.com', 'ex1.fabrikam.com'), named('b', 'ex1')];
  const [short, full] = [joinHosts(scans, 'short'), joinHosts(scans, 'full')];
  expect([short.nameOf('a', 'ex1.fabrikam.com'), short.ambiguous]).toEqual(['ex1', []]);
  expect([full.nameOf('a', 'ex1.fabrikam.com'), full.nameOf('b', 'ex1'), full.ambiguous]).toEqual([
    'ex1.fabrikam.com',
    'ex1',
    [],
  ]);
});
