import { describe, expect, test } from 'vitest';
import { event, NAMESPACE, readOne, readXml } from './support.ts';

/** A System of nothing but these elements. */
const bare = (elements: string): string => `<Event xmlns='${NAMESPACE}'><System>${elements}</System></Event>`;

describe('times', () => {
  const exact = (timeMs: number, ticks: number, precisionMs: number, basis = 'utc') => ({
    kind: 'exact',
    basis,
    timeMs,
    ticks,
    precisionMs,
  });
  const second = Date.UTC(2026, 2, 17, 15, 18, 0);

  test.each([
    ['seven digits', '2026-03-17T15:18:00.6262234Z', exact(second + 626, 2234, 0.0001)],
    ['nine digits, the last two below a tick', '2026-03-17T15:18:00.626223499Z', exact(second + 626, 2234, 0.0001)],
    ['six digits', '2026-03-17T15:18:00.626223Z', exact(second + 626, 2230, 0.001)],
    ['three digits', '2026-03-17T15:18:00.626Z', exact(second + 626, 0, 1)],
    ['no fraction', '2026-03-17T15:18:00Z', exact(second, 0, 1000)],
    [
      'an offset (tracerpt)',
      '2026-03-17T15:18:00.626223400-04:00',
      exact(second + 4 * 3_600_000 + 626, 2234, 0.0001, 'offset'),
    ],
    ['the offset of python-evtx', '2026-03-17 15:18:00.626223+00:00', exact(second + 626, 2230, 0.001, 'offset')],
    [
      'a blank instead of T, no zone: the schema means UTC',
      '2026-03-17 15:18:00.626223',
      exact(second + 626, 2230, 0.001),
    ],
    ['a word instead of Z', '2026-03-17T15:18:00.626223400 UTC', exact(second + 626, 2234, 0.0001)],
    ['a line break of mail inside', '2026-03-17T15:\n18:00.626Z', exact(second + 626, 0, 1)],
    ['a line break instead of the blank', '2026-03-17\n15:18:00.626', exact(second + 626, 0, 1)],
    ['29 February of a leap year', '2024-02-29T00:00:00Z', exact(Date.UTC(2024, 1, 29), 0, 1000)],
    ['before 1970', '1969-12-31T23:59:59.9999999Z', exact(-1, 9999, 0.0001)],
  ])('%s', (_name, time, expected) => {
    expect(readOne(event({ time })).time).toEqual(expected);
  });

  test('FILETIME 0 is none', () => {
    expect(readOne(event({ time: '1601-01-01T00:00:00.0000000Z' })).time).toBeNull();
  });

  test.each([
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-03-17T24:00:00Z',
    '17.03.2026 15:18',
    '2026-03-17T15:18:00X',
  ])('what is no time costs the time, not the event: %s', (time) => {
    const { events, problems } = readXml(event({ time }));
    expect(events).toMatchObject([{ eventId: 7011, time: null }]);
    expect(problems).toEqual([{ code: 'time/unreadable', position: 1, detail: time }]);
  });
});

describe('levels', () => {
  test.each([
    ['0', '0x8000000000000000', 'information'],
    ['1', '0x8000000000000002', 'critical'],
    ['2', '0x80000000000000', 'error'],
    ['3', '0x80000000000000', 'warning'],
    ['4', '0x80000000000000', 'information'],
    ['5', '0x8000000000000000', 'verbose'],
    ['0', '0x8020000000000000', 'audit-success'],
    ['0', '0x8010000000000000', 'audit-failure'],
    ['0', '0xffffffffffffffff', 'information'],
    ['4', '0x4020000000000000', 'audit-success'],
    ['2', '0x4020000000000000', 'error'],
    ['0', '0xa0000000000000', 'audit-success'],
    ['0', '0x90000000000000', 'audit-failure'],
    ['17', '0x0', null],
  ])('level %s with keywords %s', (level, keywords, expected) => {
    const xml = event().replace('<Level>2<', `<Level>${level}<`).replace('0x8080000000000000', keywords);
    expect(readOne(xml).level).toBe(expected);
  });

  test('a rendered word never beats the number', () => {
    const payload = "<RenderingInfo Culture='de-DE'><Message>m</Message><Level>Warnung</Level></RenderingInfo>";
    expect(readOne(event({ payload })).level).toBe('error');
  });
});

describe('numbers and names', () => {
  test.each([
    ['blanks around it', ' 7011\n', 7011],
    ['nothing', '', null],
    ['more than 16 bits, as found', '3221232495', 3_221_232_495],
    ['hex', '0xc0001b6f', 3_221_232_495],
  ])('an event id with %s', (_name, id, expected) => {
    expect(readOne(event({ id })).eventId).toBe(expected);
  });

  test.each(['seven', '7011.5', '-7', '99999999999999999999'])(
    'an event without a readable id is left out: %s',
    (id) => {
      const { events, problems, findings } = readXml(`\n${event({ id })}${event()}`);
      expect(events.map(({ eventId }) => eventId)).toEqual([7011]);
      expect(problems).toEqual([{ code: 'event/bad-id', position: 2, detail: id }]);
      expect(findings.records).toBe(2);
    },
  );

  test('a record number above 2^53 is none rather than a wrong one', () => {
    expect(readOne(event().replace('>4711<', '>9007199254740993<')).recordId).toBeNull();
    expect(readOne(event().replace('>4711<', '>9007199254740991<')).recordId).toBe(9_007_199_254_740_991);
  });

  test('what a System lacks is null', () => {
    expect(readOne(bare(''))).toEqual({
      position: 1,
      recordId: null,
      time: null,
      host: null,
      channel: null,
      provider: null,
      providerAlias: null,
      eventId: null,
      qualifiers: null,
      level: null,
      category: null,
      user: null,
      strings: [],
      fields: new Map(),
      message: null,
      data: null,
      recovered: false,
      system: {
        version: null,
        task: null,
        opcode: null,
        keywords: null,
        processId: null,
        threadId: null,
        activityId: null,
        relatedActivityId: null,
        providerGuid: null,
        userId: null,
      },
      payload: null,
      otherForms: [],
    });
  });

  test('empty elements and attributes are null too', () => {
    const elements =
      "<Provider Name='' Guid=''/><EventID Qualifiers=''> </EventID><Channel></Channel><Computer/><Security UserID=''/>";
    expect(readOne(bare(elements))).toMatchObject({
      provider: null,
      qualifiers: null,
      channel: null,
      host: null,
      user: null,
    });
  });

  test('all that only the full rendering needs', () => {
    const elements =
      '<Version>2</Version><Task>13312</Task><Opcode>12</Opcode><Keywords>0x8000000000000014</Keywords>' +
      "<Correlation ActivityID='{A}' RelatedActivityID='{B}'/><Execution ProcessID='4' ThreadID='0x28'/>" +
      "<Provider Guid='{331c3b3a-\n2005-44c2}'/><Security UserID='S-1-5-18'/>";
    expect(readOne(bare(elements)).system).toEqual({
      version: 2,
      task: 13_312,
      opcode: 12,
      keywords: '0x8000000000000014',
      processId: 4,
      threadId: 40,
      activityId: '{A}',
      relatedActivityId: '{B}',
      providerGuid: '{331c3b3a-2005-44c2}',
      userId: 'S-1-5-18',
    });
  });

  test('references in names are decoded', () => {
    expect(readOne(bare("<Provider Name='A&amp;B &#x41;'/><Channel>C&lt;D</Channel>"))).toMatchObject({
      provider: 'A&B A',
      channel: 'C<D',
    });
  });

  test('of repeated elements the first counts', () => {
    expect(readOne(bare('<EventID>1</EventID><EventID>2</EventID><Level>3</Level><Level>2</Level>'))).toMatchObject({
      eventId: 1,
      level: 'warning',
    });
  });
});
