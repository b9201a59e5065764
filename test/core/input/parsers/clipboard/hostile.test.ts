import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClipboardParser } from '../../../../../src/core/input/parsers/clipboard/parser.ts';
import { costMs, leastCostMs } from '../../../../support/cost.ts';
import { fixtureText } from '../../../../support/fixtures.ts';
import { hostileTexts } from '../../../../support/hostile-texts.ts';
import { asking } from '../../../../support/interests.ts';
import { parseText } from '../../../../support/parse-text.ts';

const TEXTS = [
  'formats/clipboard-text/es-nt-clipboard-chkdsk.txt',
  'formats/clipboard-text/nt-short-headings-data.txt',
  'formats/clipboard-text/vista-clipboard-with-xml.txt',
  'formats/clipboard-text/zh-CN-vista-clipboard.txt',
].map(fixtureText);

describe('damage', () => {
  test.each(TEXTS.map((text, index) => [index, text] as const))(
    'text %i cut at every character never throws',
    (_index, text) => {
      for (let end = 0; end <= text.length; end += 1) {
        const { events } = parseText(createClipboardParser, text.slice(0, end));
        expect(events.length).toBeLessThanOrEqual(1);
      }
    },
  );

  test('characters changed at random never throw, and pieces of any size agree', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS),
        fc.array(
          fc.tuple(fc.nat(2000), fc.constantFrom(':', '\n', ' ', '>', '|', '*', '<', '&', '0', 'é', '：', '\t', '')),
        ),
        fc.integer({ min: 1, max: 300 }),
        (text, changes, size) => {
          const characters = [...text];
          for (const [at, character] of changes) characters[at % characters.length] = character;
          const changed = characters.join('');
          expect(parseText(createClipboardParser, changed, { size })).toEqual(
            parseText(createClipboardParser, changed),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('any order of headings, values and line ends gives events with a number, or none', () => {
    const word = fc.constantFrom(
      ...[
        'Event Type:',
        'Log Name:',
        'Event ID: 7',
        'Source:',
        'Event Source: x',
        'Description:',
        'Data:',
        'Data: 0000: 41 42',
        'Event Xml:',
      ],
      ...[
        '\n',
        '\n\n',
        '> ',
        ' ',
        'text',
        'Date: 1/2/2003',
        'Time: 1:02:03',
        '0008: 41',
        'Quelle:',
        'Ereignis-ID: 8',
        '**',
        '`',
        '|',
        '<br>',
        ':',
      ],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (words, size) => {
        const text = words.join('');
        const whole = parseText(createClipboardParser, text);
        for (const { eventId, position } of whole.events) {
          expect(eventId).not.toBeNull();
          expect(position).toBeGreaterThan(0);
          expect(position).toBeLessThanOrEqual(text.split('\n').length);
        }
        expect(parseText(createClipboardParser, text, { size })).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  test.each(Object.entries(hostileTexts))('%s as a value and as a message', (_name, text) => {
    const { events } = parseText(
      createClipboardParser,
      `Log Name: System\nSource: disk\nEvent ID: 7\nUser: ${text.replaceAll('\n', ' ')}\nDescription:\nfirst\n${text}\n`,
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.message?.startsWith('first')).toBe(true);
  });
});

describe('much of everything', () => {
  const start = 'Event Type: Error\nEvent Source: VSS\nEvent ID: 5\nDescription:\nx\n\n';
  test.each([
    ['one line without end', 'lorem ipsum '],
    ['first headings on one line', 'Event Type: '],
    ['first headings, one a line', 'Event Type: x\n'],
    ['first headings of two generations', 'Event Type: x\nLog Name: y\n'],
    ['headings without a number', 'Source: x\nDate: y\nUser: z\n'],
    ['keys', 'a=1, source=2, id=x\n'],
    ['colons', 'a:'],
    ['headings without colons', 'Log Name\nSystem\nEvent ID\n'],
    ['paragraphs on one line', '<p>x</p>'],
    ['tags of a table', '<tr><td>\n'],
    ['frames', '<pre>[code]</pre>'],
    ['ends of sections', ']]> '],
    ['rows of a table', '| a | b |\n'],
    ['announcements', 'a b c: '],
    ['separated keys', 'Source: a; Event ID: b; Level: c; '],
    ['stars', '**'],
    ['tags', '<b '],
    ['references', '&amp;'],
    ['quote marks', '> '],
    ['empty lines', '\n'],
    ['rows of a dump', '0000: 41 41\n'],
    ['rows of a dump on one line', '0000: 41 41 '],
    ['closing sentences', 'a. b http://go.microsoft.com/fwlink/events.asp '],
    ['words of missing messages', '( 5 ) in ( VSS ) DLL '],
    ['paragraphs in brackets', '(A) \n\n'],
    ['ends of frames below a heading', '</pre>\n', start.slice(0, -'x\n\n'.length)],
    ['marks of Jira below a heading', '{noformat}\n', start.slice(0, -'x\n\n'.length)],
  ])('four times the text costs about four times the time: %s', async (_name, part, begin = start) => {
    const reading = (size: number): (() => void) => {
      const text = begin + part.repeat(Math.ceil(size / part.length));
      return () => parseText(createClipboardParser, text);
    };
    const short = reading(100_000);
    short();
    // A quadratic parser needs sixteen times; the rest is for a busy machine.
    const limitMs = 10 * Math.min(await costMs(short), await costMs(short)) + 200;
    expect(await leastCostMs(reading(400_000), limitMs)).toBeLessThan(limitMs);
  });

  test('a line longer than any event is a problem, and the rest is read', () => {
    const { events, problems } = parseText(createClipboardParser, `${'x'.repeat(1_100_000)}\n${start}`);
    expect(problems).toMatchObject([{ code: 'text/line-too-long', position: 1 }]);
    expect(events.map(({ position, eventId }) => [position, eventId])).toEqual([[2, 5]]);
  });

  test('a message ends where no event could be longer', () => {
    const { events } = parseText(createClipboardParser, start + 'Stop 0x7e in module.\n'.repeat(40_000));
    expect(events[0]?.message?.length).toBeLessThan(300_000);
  });
});

describe('interest', () => {
  test('an event no rule asks for is counted, with what statistics need', () => {
    const interest = asking((_provider, id) => id === 9606);
    const { events, counted } = parseText(createClipboardParser, fixtureText('cases/kb-910250/article.txt'), {
      interest,
    });
    expect(events.map(({ eventId }) => eventId)).toEqual([9606, 9606, 9606]);
    expect(counted).toMatchObject([{ position: 7, eventId: 9607, provider: 'MSExchangeIS', level: 'error' }]);
  });

  test('a warning or worse that may hold a wanted code is handed over', () => {
    const interest = asking(
      () => false,
      (text) => text.includes('0x50d'),
    );
    const { events, counted } = parseText(createClipboardParser, fixtureText('cases/kb-910250/article.txt'), {
      interest,
    });
    expect(events.map(({ eventId }) => eventId)).toEqual([9607]);
    expect(counted).toHaveLength(3);
  });
});
