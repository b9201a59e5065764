import { expect, test } from 'vitest';
import { reported } from './support/reported.ts';

const RULE = `
by: [host, service]
events:
  boot: {log: System, provider: EventLog, id: 6005, by: [host]}
  stop: {log: System, provider: EventLog, id: 6006, by: [host]}
  start: {log: System, provider: SCM, id: 7036, capture: {service: {string: 1}}}
  failed: {log: System, provider: SCM, id: 7000, capture: {service: {string: 1}}}
find:
  failure: {one: failed}`;
const LOG = `
2012-03-01T00:50:00 EX1 System EventLog 6006 info
2012-03-01T01:00:00 EX1 System EventLog 6005 info
2012-03-01T01:01:00 EX1 System SCM 7036 info | | | ["Spooler"]
2012-03-01T01:02:00 EX1 System SCM 7000 error | | | ["Netman"]
2012-03-01T01:03:00 EX1 System SCM 7000 error | | | ["Spooler"]
2012-03-01T03:00:00 EX1 System Other 1 info`;

/** The grade that each service gets, by what holds of it. */
async function graded(pattern: string): Promise<Readonly<Record<string, string>>> {
  const rule = `${RULE}\n  looked: ${pattern}\nanchor: failure\ngrade: [{confirmed: looked}, {possible: failure}]`;
  const { findings } = await reported({ 'own/rule': rule }, LOG);
  return Object.fromEntries(findings.map(({ key, grade }) => [key.service, grade]));
}

test('what is looked for around an event of the whole host is that of the key: each service started after the boot or not', async () => {
  expect(await graded('{near: {of: start, around: boot, after: 10m}}')).toEqual({
    Netman: 'possible',
    Spooler: 'confirmed',
  });
  expect(await graded('{absent: {of: start, after: boot, for: 10m}}')).toEqual({
    Netman: 'confirmed',
    Spooler: 'possible',
  });
});

test('what ends an absence is that of the key, too', async () => {
  const pattern = '{absent: {of: failed, after: boot, for: 10m, until: start}}';
  expect(await graded(pattern)).toEqual({ Netman: 'possible', Spooler: 'confirmed' });
});

test('an event of the whole host stands at every service, whether or not the pattern takes events of services as well', async () => {
  expect(await graded('{one: [boot, start]}')).toEqual({ Netman: 'confirmed', Spooler: 'confirmed' });
  expect(await graded('{count: {of: [boot, start], min: 2}, within: 1h}')).toEqual({
    Netman: 'possible',
    Spooler: 'confirmed',
  });
});

test('what must not stand between events of the whole host is that of the key', async () => {
  const between = '{seq: [stop, {event: boot, forbid: start}], within: 1h}';
  expect(await graded(between)).toEqual({ Netman: 'confirmed', Spooler: 'confirmed' });
  const after = '{seq: [boot, {event: last, forbid: start}], within: 3h}';
  const { findings } = await reported(
    {
      'own/rule': `${RULE.replace('events:', 'events:\n  last: {log: System, provider: Other, id: 1, by: [host]}')}
  looked: ${after}
anchor: failure
grade: [{confirmed: looked}, {possible: failure}]`,
    },
    LOG,
  );
  expect(findings.map(({ key, grade }) => [key.service, grade])).toEqual([
    ['Netman', 'confirmed'],
    ['Spooler', 'possible'],
  ]);
});
