import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEventXmlParser } from '../../../../../src/core/input/parsers/event-xml/parser.ts';
import { fixtureText } from '../../../../support/fixtures.ts';
import { hostileTexts } from '../../../../support/hostile-texts.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { event, expected, NAMESPACE } from './support.ts';

const read = (text: string, size = 65_536) => parseText(createEventXmlParser, text, { size });
const withData = (data: string): string => event({ payload: `<EventData><Data>${data}</Data></EventData>` });
const OPEN = `<Event xmlns='${NAMESPACE}'><System>`;
const MANY = 100_000;
const MAX_EVENT_CHARACTERS = 8 << 20;

describe('entities', () => {
  test('are never declared, so never expanded', () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`).join('\n');
    const text = `<?xml version="1.0"?>\n<!DOCTYPE Events [<!ENTITY lol0 "lol">\n${laughs}]>\n<Events>${withData('&lol9;')}</Events>`;
    const { events, problems } = read(text);
    expect(events.map(({ strings }) => strings)).toEqual([['&lol9;']]);
    expect(problems).toEqual([]);
  });

  test('nothing outside is asked for', () => {
    const text = `<!DOCTYPE Events [<!ENTITY x SYSTEM "file:///etc/passwd">]>${withData('&x;')}`;
    expect(read(text).events.map(({ strings }) => strings)).toEqual([['&x;']]);
  });
});

describe('names of JavaScript', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('%s as a tag costs the record', (name) => {
    const { events, problems } = read(`${event({ payload: `<UserData><${name}>x</${name}></UserData>` })}\n${event()}`);
    expect(events).toMatchObject([expected]);
    expect(problems).toEqual([{ code: 'xml/malformed', position: 1, detail: null }]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s as the name of a value is a name',
    (name) => {
      const { events, problems } = read(event({ payload: `<EventData><Data Name='${name}'>x</Data></EventData>` }));
      expect(problems).toEqual([]);
      expect(events.map(({ fields }) => [...fields])).toEqual([[[name, 'x']]]);
    },
  );

  test('toString and its like as tags are leaves like others', () => {
    const { events } = read(event({ payload: '<UserData><toString>x</toString><valueOf>y</valueOf></UserData>' }));
    expect(events.map(({ fields }) => [...fields])).toEqual([
      [
        ['toString', 'x'],
        ['valueOf', 'y'],
      ],
    ]);
  });
});

describe('masses', () => {
  test('100 000 unclosed events, each costing only itself', () => {
    const { events, problems, findings } = read(OPEN.repeat(MANY) + event());
    expect(problems).toHaveLength(MANY);
    expect(problems[MANY - 1]).toEqual({ code: 'xml/malformed', position: 1, detail: null });
    expect(events).toMatchObject([expected]);
    expect(findings.records).toBe(MANY + 1);
  });

  test.each([
    ['tags called Event', '<Event>'],
    ['tags without an end', '<Event '],
    ['words', 'Event:Event '],
    ['prefixes', '<a:Event b:'],
    ['sections without an end', `${OPEN}<![CDATA[`],
    ['comments without an end', `${OPEN}<!--`],
    ['marks', '<!'],
    ['escaped beginnings', '&lt;Event x '],
    ['ampersands', '&lt;Event x&gt;&&&'],
    ['line ends', `${OPEN}\n\n\n`],
    ['broken names', `${OPEN}<a\nb `],
  ])('%s, a hundred thousand times', (_name, piece) => {
    const { events } = read(piece.repeat(MANY));
    expect(events).toEqual([]);
  });

  test('sections without an end in one event, whose end is looked for once', () => {
    const { events, problems } = read(OPEN + '<![CDATA[ '.repeat(8 * MANY));
    expect(events).toEqual([]);
    expect(problems).toMatchObject([{ code: 'xml/cut', position: 1 }]);
  });

  test.each([
    ['nested elements', '<a>'.repeat(MANY) + '</a>'.repeat(MANY)],
    ['unclosed elements', '<a>'.repeat(MANY)],
    ['bare ampersands and tags', `${'& < '.repeat(MANY)}<a>`],
    ['broken names', '<a\nb c\n>'.repeat(MANY)],
    ['quotes', `<a b="`.repeat(MANY)],
    ['blanks in a tag', `<a ${' '.repeat(MANY)}b></a>`],
  ])('%s in a payload: that record only', (_name, payload) => {
    const { events, problems } = read(`${event({ payload })}\n${event()}`);
    expect(events).toMatchObject([expected]);
    expect(problems).toMatchObject([{ code: 'xml/malformed', position: 1 }]);
  });

  test('100 000 attributes, values and references are read', () => {
    const attributes = Array.from({ length: MANY }, (_, n) => `a${n}='${n}'`).join(' ');
    expect(read(event({ payload: `<EventData><Data ${attributes}>x</Data></EventData>` })).events).toMatchObject([
      { strings: ['x'] },
    ]);
    expect(
      read(event({ payload: `<EventData>${'<Data/>'.repeat(MANY)}</EventData>` })).events[0]?.strings,
    ).toHaveLength(MANY);
    expect(read(withData('&amp;'.repeat(MANY))).events[0]?.strings).toEqual(['&'.repeat(MANY)]);
  });

  test('an event larger than any real one is left out, and reading goes on behind it', () => {
    const large = withData('x'.repeat(MAX_EVENT_CHARACTERS + 1));
    for (const size of [65_536, 5_000_000]) {
      const { events, problems, findings } = read(`${event({ id: '1' })}\n${large}\n${event({ id: '2' })}`, size);
      expect(events.map(({ eventId }) => eventId)).toEqual([1, 2]);
      expect(problems).toEqual([{ code: 'xml/too-large', position: 2, detail: null }]);
      expect(findings).toMatchObject({ records: 3, freeText: [] });
    }
  });

  test('one just below that is read', () => {
    const value = 'x'.repeat(MAX_EVENT_CHARACTERS - 2000);
    expect(read(withData(value)).events[0]?.strings[0]).toHaveLength(value.length);
  });

  test('an event that never ends is left out, whatever its length', () => {
    const text = `${event({ id: '1' })}${event({ id: '2' }).replace('</Event>', '')}${'x'.repeat(2 * MAX_EVENT_CHARACTERS)}`;
    const { events, problems } = read(text);
    expect(events.map(({ eventId }) => eventId)).toEqual([1]);
    expect(problems).toMatchObject([{ code: 'xml/too-large' }]);
  });
});

describe('any text', () => {
  test.each(Object.entries(hostileTexts))('%s as a value does not leave its element', (_name, text) => {
    const value = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const { events } = read(`${withData(value)}${event()}`);
    expect(events).toHaveLength(2);
    expect(events[1]).toMatchObject(expected);
  });

  const TEXTS = ['viewer-saveas', 'evtx-dump-security', 'evtxexport-system'].map((name) =>
    fixtureText(`formats/event-xml/${name}.xml`),
  );
  const character = fc.constantFrom(
    ...['<', '>', '/', '&', '"', "'", '\n', ' ', '!', '-', '[', ']', ':', ';', 'E', '0', 'é', '\u0000', ''],
  );

  // The parser gathers small pieces, so these are longer than what it gathers.
  const sizes = fc.integer({ min: 16_000, max: 40_000 });

  test('characters changed at random never throw, and pieces of any size agree', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS),
        fc.array(fc.tuple(fc.nat(100_000), character), { maxLength: 100 }),
        sizes,
        (text, changes, size) => {
          const characters = [...text.repeat(Math.ceil(60_000 / text.length))];
          for (const [at, changed] of changes) characters[at % characters.length] = changed;
          const changed = characters.join('');
          expect(read(changed, size)).toEqual(read(changed, 1 << 20));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('markup in any order never throws, and pieces of any size agree', () => {
    const part = fc.constantFrom(
      ...[
        OPEN,
        event(),
        '</Event>',
        '<Event>',
        '<System>',
        '</System>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        'Event',
        '<ns0:Event',
      ],
      ...[
        '<Event xmlns="events/event"',
        '>',
        '<',
        '&lt;Event xmlns=&quot;',
        '&gt;',
        '<?xml',
        '?>',
        'Record 5\n',
        ' words ',
        '\n',
      ],
      ...['x'.repeat(15_990), ' '.repeat(15_990)],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.integer({ min: 1, max: 40_000 }), (parts, size) => {
        const text = parts.join('');
        expect(read(text, size)).toEqual(read(text, 1 << 20));
      }),
      { numRuns: 500 },
    );
  });
});
