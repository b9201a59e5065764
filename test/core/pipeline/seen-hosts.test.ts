import { describe, expect, test } from 'vitest';
import { diagnose, events } from '../../../src/core/index.ts';
import { epochMs } from '../../../src/core/model/brand.ts';
import { hostsNotSeen, SeenHosts } from '../../../src/core/pipeline/seen-hosts.ts';
import { brief } from '../../../src/core/report/reporters/brief.ts';
import { sourceOf } from '../../support/sources.ts';

const eventOn = (computer: string): string => `Log Name: System
Source: disk
Date: 2006-03-14 01:00:04
Event ID: 7
Level: Error
${computer}Description:
The device, \\Device\\Harddisk0\\D, has a bad block.
`;
const onEx1 = eventOn('Computer: EX1.contoso.com\n');

const missing = async (text: string, options: Parameters<typeof diagnose>[1]) =>
  (await diagnose([text], options)).problems.map(({ code, place }) => [code, place]);

describe('a host that was asked for', () => {
  test('and is in no input was not looked at', async () => {
    const report = await diagnose([onEx1], { hosts: ['EX9', 'ex1', 'ex9'] });
    expect(report.problems).toEqual([
      {
        code: 'input/no-host',
        place: 'EX9',
        detail: 'No input tells of this host, which was asked for; give its logs, or check the name.',
      },
    ]);
    expect(report.statistics.map(({ host, count }) => [host, count])).toEqual([['ex1', 1]]);
    expect(brief(await diagnose([onEx1], { hosts: ['ex9'] }), { zone: 'UTC' })).toBe(
      'UNKNOWN: of 1 event none is in the period and on the hosts asked for; 1 host asked for is in no input\n',
    );
  });
  test('is there by its name with or without its domain', async () =>
    expect(await missing(onEx1, { hosts: ['ex1', 'EX1.contoso.com'] })).toEqual([]));
  test('is there where all its events are of another time', async () =>
    expect(await missing(onEx1, { hosts: ['ex1'], since: epochMs(Date.UTC(2030, 0, 1)) })).toEqual([]));
  test('may be the one of a log that names none', async () =>
    expect(await missing(eventOn(''), { hosts: ['ex9'] })).toEqual([]));
  test('is hidden in a redacted report, though no event names it', async () => {
    const { problems } = await diagnose([onEx1], { hosts: ['secretbox'], redact: { map: null } });
    expect(problems.map(({ code, place }) => [code, /^HOST-\d$/.test(place)])).toEqual([['input/no-host', true]]);
  });
  test('is a problem of a stream of events, too', async () => {
    const told: unknown[] = [];
    const onProblem = (place: string, { code }: { readonly code: string }) => void told.push([place, code]);
    for await (const _ of events([onEx1], { hosts: ['ex9', 'ex1'], onProblem }));
    expect(told).toEqual([['ex9', 'input/no-host']]);
  });
});

test('a host that is left out is hidden in the path of its log, too', async () => {
  const sources = [
    sourceOf('case/EX1/a.txt', onEx1),
    sourceOf('case/SQL7/a.txt', eventOn('Computer: SQL7.contoso.com\n')),
  ];
  const narrowed = [{ hosts: ['ex1'] }, { since: epochMs(Date.UTC(2030, 0, 1)) }] as const;
  for (const options of narrowed) {
    const report = await diagnose(sources, { ...options, redact: { map: null } });
    expect(report.sources.map(({ name }) => name)).toEqual(['case/HOST-1/a.txt', 'case/HOST-2/a.txt']);
  }
});

test('hosts are seen once, in whatever case, and only where something is left out', () => {
  const seen = new SeenHosts({ hosts: ['ex1'] });
  for (const host of ['EX1', 'ex1.contoso.com', 'EX1']) seen.see(host);
  expect(seen.all()).toEqual(['EX1', 'ex1.contoso.com']);
  expect(hostsNotSeen(['Ex2', 'ex1', 'EX2'], seen.all())).toEqual(['Ex2']);
  expect(hostsNotSeen(['ex2'], [null])).toEqual([]);
  const whole = new SeenHosts({});
  whole.see('ex1');
  expect(whole.all()).toEqual([]);
});
test('of more hosts than any collector has none is missing', () => {
  const seen = new SeenHosts({ sinceMs: 0 });
  for (let host = 0; host <= 10_000; host += 1) seen.see(`h${host}`);
  expect([seen.all().length, hostsNotSeen(['ex9'], seen.all())]).toEqual([10_001, []]);
});
