import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import type { Interest } from '../../../../src/core/model/interest.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { parseInPieces, parseText } from '../../../support/parse-text.ts';

beforeAll(() => prepareMixture('<Event>'));

const read = (...lines: readonly string[]) => parseInPieces(createMixtureParser, lines.join('\n'));
const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';

interface Xml {
  readonly id?: number;
  readonly provider?: string;
  readonly time?: string;
  readonly record?: number;
}
const xml = ({
  id = 7,
  provider = 'disk',
  time = '2014-01-11T19:04:33.250000000Z',
  record = 1,
}: Xml = {}): string[] => [
  `<Event xmlns="${NAMESPACE}">`,
  '  <System>',
  `    <Provider Name="${provider}" />`,
  `    <EventID Qualifiers="49156">${id}</EventID>`,
  '    <Level>2</Level>',
  '    <Task>0</Task>',
  '    <Keywords>0x80000000000000</Keywords>',
  `    <TimeCreated SystemTime="${time}" />`,
  `    <EventRecordID>${record}</EventRecordID>`,
  '    <Channel>System</Channel>',
  '    <Computer>HOST01.example.com</Computer>',
  '    <Security />',
  '  </System>',
  '  <EventData>',
  '    <Data>\\Device\\Harddisk0\\DR0</Data>',
  '    <Binary>0300</Binary>',
  '  </EventData>',
  '</Event>',
];
const text = (id = 7, date = '1/11/2014 12:04:33 PM', source = 'disk'): string[] => [
  'Log Name:      System',
  `Source:        ${source}`,
  `Date:          ${date}`,
  `Event ID:      ${id}`,
  'Task Category: None',
  'Level:         Error',
  'Keywords:      Classic',
  'User:          N/A',
  'Computer:      HOST01',
  'Description:',
  'The device, \\Device\\Harddisk0\\DR0, has a bad block.',
];

describe('the text and the XML of one event', () => {
  test('are one event: numbers, names and time of the XML, the message of the text', () => {
    const { events, problems, findings } = read(...text(), 'Event Xml:', ...xml(), '');
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      {
        position: 1,
        otherForms: [13],
        recordId: 1,
        eventId: 7,
        qualifiers: 49_156,
        provider: 'disk',
        host: 'HOST01.example.com',
        channel: 'System',
        level: 'error',
        time: { kind: 'exact', basis: 'utc', timeMs: Date.UTC(2014, 0, 11, 19, 4, 33, 250) },
        message: 'The device, \\Device\\Harddisk0\\DR0, has a bad block.',
        strings: ['\\Device\\Harddisk0\\DR0'],
        data: Uint8Array.of(3, 0),
      },
    ]);
    expect(findings).toMatchObject({
      records: 1,
      language: 'en',
      timeBasis: 'mixed',
      freeText: [],
      inferredOffsetMs: -7 * 3_600_000,
      likelyOrder: 'mdy',
    });
  });

  test.each([
    'Event Xml:',
    'Ereignis-XML:',
    'イベント XML:',
    '事件 Xml:',
    'Xml события:',
    'Az esemény XML-leírása:',
    '**Event Xml:**',
  ])('behind the heading %s', (heading) => {
    const { events, findings } = read(...text(), '', heading, '', ...xml());
    expect(events).toHaveLength(1);
    expect(events[0]?.message).toBe('The device, \\Device\\Harddisk0\\DR0, has a bad block.');
    expect(findings.freeText).toEqual([]);
  });

  test.each([
    ['```', '```'],
    ['```xml', '```'],
    ['```XML', '```'],
    ['~~~ xml', '~~~'],
    ['>', ''],
    ['<pre>', '</pre>'],
    ['[code]', '[/code]'],
  ])('with %s between', (opening, closing) => {
    const announced = read(...text(7, '1/8/2014 12:04:33 PM'), 'Event Xml:', '', opening, ...xml(), closing);
    expect(announced.events).toMatchObject([{ position: 1, otherForms: [15], recordId: 1, eventId: 7 }]);
    expect(announced.problems).toMatchObject([{ code: 'time/edited', position: 1 }]);
    const beside = read(opening, ...text(), closing, '', opening, ...xml(), closing);
    expect(beside.events).toMatchObject([{ position: 2, otherForms: [16], recordId: 1 }]);
    expect(read(opening, ...xml(), closing, opening, ...text(), closing).events).toHaveLength(1);
    expect(read(...text(), closing, 'I also found:', opening, ...xml(), closing).events).toHaveLength(2);
  });

  test('on one line', () => {
    const { events } = read([...text(), 'Event Xml:', ...xml()].map((line) => line.trim()).join(' '));
    expect(events).toMatchObject([
      { position: 1, otherForms: [1], recordId: 1, message: 'The device, \\Device\\Harddisk0\\DR0, has a bad block.' },
    ]);
  });

  test('side by side without a heading, when provider, id and minutes agree', () => {
    expect(read(...text(), '', ...xml()).events).toMatchObject([{ position: 1, otherForms: [13], recordId: 1 }]);
    expect(read(...xml(), '', ...text()).events).toMatchObject([{ position: 1, otherForms: [20], recordId: 1 }]);
    const alias = read(
      ...text(10_016, '1/11/2014 12:04:33 PM', 'DCOM'),
      ...xml({ id: 10_016, provider: 'Microsoft-Windows-DistributedCOM' }),
    );
    expect(alias.events).toHaveLength(1);
  });

  test.each([
    ['another id', xml({ id: 11 })],
    ['another provider', xml({ provider: 'volsnap' })],
    ['five minutes later', xml({ time: '2014-01-11T19:09:33Z' })],
    ['words between', ['I also found:', ...xml()]],
  ])('not without a heading, when there is %s', (_name, other) => {
    expect(read(...text(), '', ...other).events).toHaveLength(2);
  });

  test('several in a row', () => {
    const { events, findings } = read(
      ...[1, 2, 3].flatMap((record) => [
        ...text(7, `1/11/2014 12:0${record}:33 PM`),
        'Event Xml:',
        ...xml({ record, time: `2014-01-11T19:0${record}:33.5Z` }),
      ]),
    );
    expect(events.map(({ recordId, position, otherForms }) => [recordId, position, ...otherForms])).toEqual([
      [1, 1, 13],
      [2, 31, 43],
      [3, 61, 73],
    ]);
    expect(findings).toMatchObject({ records: 3, inferredOffsetMs: -7 * 3_600_000 });
  });

  test('a date that was edited is a problem and tells no zone', () => {
    const { events, problems, findings } = read(...text(7, '1/8/2014 12:04:33 PM'), 'Event Xml:', ...xml());
    expect(problems).toEqual([{ code: 'time/edited', position: 1, detail: null }]);
    expect(events).toMatchObject([{ time: { kind: 'exact', timeMs: Date.UTC(2014, 0, 11, 19, 4, 33, 250) } }]);
    expect(findings.inferredOffsetMs).toBeNull();
  });

  test.each([
    ['11/1/2014 12:04:33 PM', 'dmy', -7],
    ['12/1/2014 12:49:33 AM', 'dmy', 5.75],
    ['1/12/2014 9:04:33 AM', 'mdy', 14],
    ['1/11/2014 8:04:33 AM', 'mdy', -11],
  ])('%s settles day and month (%s) and the zone (%f h)', (date, order, hours) => {
    const { findings } = read(...text(7, date), 'Event Xml:', ...xml());
    expect(findings).toMatchObject({ likelyOrder: order, inferredOffsetMs: hours * 3_600_000 });
  });

  test('two zones are none', () => {
    const { findings } = read(
      ...text(),
      'Event Xml:',
      ...xml(),
      ...text(7, '1/11/2014 8:04:33 PM'),
      'Event Xml:',
      ...xml(),
    );
    expect(findings.inferredOffsetMs).toBeNull();
  });

  test('a cut XML leaves the text, and the event behind it', () => {
    const { events, problems } = read(...text(), 'Event Xml:', ...xml().slice(0, 6), ...text(11));
    expect(events.map(({ eventId, message }) => [eventId, message !== null])).toEqual([
      [7, true],
      [11, true],
    ]);
    expect(problems).toEqual([{ code: 'xml/cut', position: 13, detail: null }]);
    const real = read(fixtureText('formats/clipboard-text/vista-clipboard-with-xml.txt'));
    expect(real.events).toMatchObject([{ eventId: 490, provider: 'ESENT', host: 'HOST01.example.com' }]);
  });
});

describe('XML between words', () => {
  test('in every layout', () => {
    const line = xml()
      .map((part) => part.trim())
      .join('');
    const layouts: Readonly<Record<string, string>> = {
      'as it is': xml().join('\n'),
      'on one line': line,
      'two on one line': `${line}${xml({ record: 2 }).join('').replace(/>\s+</g, '><')}`,
      'in a tree view': xml()
        .map((part) => (/<(?:Event|System|EventData)[ >]/.test(part) ? `- ${part}` : `  ${part}`))
        .join('\n'),
      'escaped once': xml().join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      'with declaration and root': `<?xml version="1.0"?>\n<Events>${line}</Events>`,
      'as evtx_dump writes it': `Record 1\n<?xml version="1.0" encoding="utf-8"?>\n${xml().join('\n')}\nRecord 2\n<?xml version="1.0" encoding="utf-8"?>\n${xml({ record: 2 }).join('\n')}`,
      'quoted in a mail': xml()
        .map((part) => `> ${part}`)
        .join('\n'),
    };
    for (const [name, layout] of Object.entries(layouts)) {
      const { events, problems, findings } = read('This is what I see:', '', layout, '', 'Is 0x8007045b bad?');
      expect([name, problems]).toEqual([name, []]);
      expect([name, ...events.map(({ eventId, recordId }) => [eventId, recordId])]).toEqual(
        [name, [7, 1], [7, 2]].slice(0, name.startsWith('two') || name.startsWith('as evtx') ? 3 : 2),
      );
      expect(findings.freeText.map(({ text: words }) => words)).toEqual(['This is what I see:', 'Is 0x8007045b bad?']);
    }
  });

  test('places are lines of the whole text', () => {
    const { events, findings } = read('one', '', ...text(), '', 'two?', ...xml({ id: 9 }), 'three', ...xml({ id: 10 }));
    expect(events.map(({ eventId, position }) => [eventId, position])).toEqual([
      [7, 3],
      [9, 16],
      [10, 35],
    ]);
    expect(findings.freeText).toEqual([
      { text: 'one', line: 1 },
      { text: 'two?', line: 15 },
      { text: 'three', line: 34 },
    ]);
  });

  test('the word Event and tags of other kinds begin nothing', () => {
    const { events, findings } = read(
      '<Event',
      'Event <b>log</b> <Events> <EventLog>',
      '<event xmlns="x">',
      '&lt;Event',
    );
    expect(events).toEqual([]);
    expect(findings.freeText[0]?.line).toBe(1);
  });

  test('a log of many events on one line', () => {
    const line = xml()
      .map((part) => part.trim())
      .join('');
    const { events, problems } = read(`My log: <Events>${line.repeat(3000)}</Events> end`);
    expect(problems).toEqual([]);
    expect(events).toHaveLength(3000);
  });
});

describe('other mixtures', () => {
  test('both generations, prose, and an article', () => {
    const { events, findings } = read('Hello', '', ...text(), '', fixtureText('cases/kb-253111/article.txt'), ...xml());
    expect(events.map(({ eventId }) => eventId)).toEqual([7, 145, 158, 439, 7]);
    expect(findings.records).toBe(5);
  });

  test('without any event everything is free text', () => {
    const { events, findings } = read('nothing', '', 'here');
    expect(events).toEqual([]);
    expect(findings).toEqual({
      facts: [],
      observations: [],
      format: null,
      language: null,
      likelyOrder: null,
      inferredOffsetMs: null,
      timeBasis: 'local',
      freeText: [{ text: 'nothing\n\nhere', line: 1 }],
      records: 0,
    });
  });

  test('dropping early gives the same as filtering late', () => {
    const wanted = (provider: string | null, id: number | null): boolean => provider === 'disk' && id === 7;
    const interest: Interest = {
      everything: false,
      wants: wanted,
      mayHoldCode: () => false,
    };
    const lines = [
      ...text(),
      'Event Xml:',
      ...xml(),
      '',
      'words',
      '',
      ...xml({ id: 11 }),
      ...text(9),
      '',
      ...xml({ record: 2 }),
    ].join('\n');
    const all = parseText(createMixtureParser, lines);
    const some = parseText(createMixtureParser, lines, { interest });
    expect(some.events.map(({ recordId }) => recordId)).toEqual([1, 2]);
    expect(some.events.length + some.counted.length).toBe(all.events.length);
    expect(some.findings).toEqual(all.findings);
  });
});

describe('damage', () => {
  const whole = ['Hello:', ...text(), 'Event Xml:', ...xml(), 'and', ...xml({ id: 9 }), ...text(11), 'Bye'].join('\n');

  test('a text cut anywhere never throws and keeps its whole events', () => {
    for (let end = 0; end <= whole.length; end += 3) {
      const { events } = parseText(createMixtureParser, whole.slice(0, end));
      expect(events.length).toBeLessThanOrEqual(3);
    }
  });

  test('characters changed at random never throw, and pieces of any size agree', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.nat(whole.length - 1), fc.constantFrom('<', '>', '&', ':', '\n', ' ', '"', '/', 'E', '')),
          { maxLength: 30 },
        ),
        fc.integer({ min: 1, max: 400 }),
        (changes, size) => {
          const characters = [...whole];
          for (const [at, character] of changes) characters[at] = character;
          const changed = characters.join('');
          expect(parseText(createMixtureParser, changed, { size })).toEqual(parseText(createMixtureParser, changed));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a line longer than any event is a problem of its line', () => {
    const { events, problems } = parseText(createMixtureParser, `a\n${'x'.repeat(1_100_000)}\n${whole}`);
    expect(problems).toMatchObject([{ code: 'text/line-too-long', position: 2 }]);
    expect(events.map(({ position }) => position)).toEqual([4, 35, 53]);
  });
});
