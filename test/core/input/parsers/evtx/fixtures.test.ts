import { describe, expect, test } from 'vitest';
import { createEvtxParser } from '../../../../../src/core/input/parsers/evtx/parser.ts';
import { fixtureBytes } from '../../../../support/fixtures.ts';
import { parseEvtx } from '../../../../support/parse-bytes.ts';
import { PIECE_SIZES } from '../../../../support/sources.ts';
import { expectSame } from '../binary-interest.ts';

const security = fixtureBytes('formats/evtx/Security_1_record.evtx');
const capi = fixtureBytes('formats/evtx/Microsoft-Windows-CAPI2_Operational_EventID70.evtx');

test('the one record of a log, its time to 100 ns and its named values', () => {
  const { events } = parseEvtx(security, { noRecovered: true });
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({
    recordId: 33_072,
    eventId: 1102,
    provider: 'Microsoft-Windows-Eventlog',
    channel: 'Security',
    host: 'TestComputer',
    level: 'audit-success',
    time: { kind: 'exact', timeMs: Date.UTC(2019, 1, 9, 17, 5, 24, 672), ticks: 7578, basis: 'utc' },
    strings: ['S-1-5-21-546003962-2713609280-610790815-1001', 'test', 'TESTCOMPUTER', '0x2118a'],
  });
});

test('UserData that is binary XML inside binary XML', () => {
  const { events } = parseEvtx(capi, { noRecovered: true });
  expect(events).toMatchObject([{ recordId: 707, eventId: 70, provider: 'Microsoft-Windows-CAPI2' }]);
  expect(events[0]?.strings).toHaveLength(5);
});

test('the slack of a log that was exported holds what was there before', () => {
  const { events, findings, problems } = parseEvtx(security);
  expect(events.filter(({ recovered }) => recovered)).toHaveLength(77);
  expect(findings).toMatchObject({ records: 78, recovered: 77 });
  // Once for all of them: nothing is wrong with the log.
  expect(problems).toEqual([{ code: 'evtx/remains', position: 7744, detail: 'records: 77' }]);
});

describe.each([
  ['Security', security],
  ['CAPI2', capi],
])('%s', (_, bytes) => {
  test.each(PIECE_SIZES)('in pieces of %i byte(s) is the same', (size) => {
    expect(parseEvtx(bytes, {}, size)).toEqual(parseEvtx(bytes, {}, bytes.length));
  });
  test('read early or filtered late is the same', () => {
    expectSame(createEvtxParser, bytes);
  });
});
