import { describe, expect, test } from 'vitest';
import { createEventXmlParser } from '../../../../../src/core/input/parsers/event-xml/parser.ts';
import { fixtureText } from '../../../../support/fixtures.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { event, expected, readOne, readXml } from './support.ts';

const withData = (data: string): string => event({ payload: `<EventData><Data>${data}</Data></EventData>` });

describe('characters that XML forbids', () => {
  test('are removed and counted once a source, raw or as references', () => {
    const text = `${withData('a\u0001\u0000b')}\n${withData('c&#x0;d&#x1F;e&#11;&#xFFFE;\ufffff\ud800')}\n${withData('fine\t&#10;&#x9;.')}`;
    const { events, problems } = readXml(text);
    expect(events.map(({ strings }) => strings)).toEqual([['ab'], ['cdef'], ['fine\t\n\t.']]);
    expect(problems).toEqual([{ code: 'xml/forbidden-characters', position: null, detail: '8' }]);
  });

  test('a reference above U+10FFFF is removed; one pair of halves is too, and a whole character stays', () => {
    const { events, problems } = readXml(withData('a&#x110000;b&#55357;&#56832;c&#128512;'));
    expect(events[0]?.strings).toEqual(['abc😀']);
    expect(problems).toEqual([{ code: 'xml/forbidden-characters', position: null, detail: '3' }]);
  });

  test('numbers are Unicode, not windows-1252', () => {
    expect(readOne(withData('&#133;&#x96;')).strings).toEqual(['\u0085\u0096']);
  });

  test('they do not hide a tag', () => {
    const { events } = readXml(event().replace('<System>', '<\u0000System>'));
    expect(events).toMatchObject([expected]);
  });
});

describe('copied through a web page', () => {
  test.each([
    ['a bare &', 'AT&T & more &x; &', 'AT&T & more &x; &'],
    ['a bare < before a blank', 'a < b', 'a < b'],
    ['a bare < before another tag', 'if x<y', 'if x<y'],
    ['a bare < and >', 'a <= b => c', 'a <= b => c'],
  ])('%s is text', (_name, data, text) => {
    expect(readOne(withData(data)).strings).toEqual([text]);
  });

  test('smart quotes around attributes', () => {
    const xml = event().replace("Name='Service Control Manager'", 'Name=“Service Control Manager”');
    expect(readOne(xml)).toMatchObject(expected);
  });

  test('no-break blanks inside tags', () => {
    expect(readOne(event().replace("Control Manager' Guid", "Control\u00a0Manager'\u00a0Guid"))).toMatchObject(
      expected,
    );
  });

  test('text that looks like a tag leaves the event malformed, and only this one', () => {
    const { events, problems } = readXml(`${withData('if (a<b && c>d)')}\n${event()}`);
    expect(events).toMatchObject([expected]);
    expect(problems).toEqual([{ code: 'xml/malformed', position: 1, detail: null }]);
  });

  test('CDATA is never repaired', () => {
    const { events, problems } = readXml(withData('<![CDATA[a & b < c]]> & '));
    expect(events).toEqual([]);
    expect(problems).toMatchObject([{ code: 'xml/malformed' }]);
  });
});

describe('wrapped by mail', () => {
  test.each([
    ['in the name of a tag', '<EventRecordID>', '<EventRec\nordID>'],
    ['in a closing tag', '</Computer>', '</Comp\n uter>'],
    ['in the name of a tag with attributes', '<TimeCreated ', '<Time\nCreated '],
    ['in the name of an attribute', 'SystemTime=', 'System\nTime='],
    ['between attributes', ' Guid=', '\nGuid='],
    ['at a blank of a value', "'Service Control Manager'", "'Service\nControl Manager'"],
    ['in a token of a value', "ProcessID='548'", "ProcessID='54\n8'"],
    ['in a name that holds no blank', 'HOST01.example.com', 'HOST01.exa\nmple.com'],
    ['in a number', '>4711<', '>47\n11<'],
    ['in the closing tag of the event', '</Event>', '</Eve\nnt>'],
    ['in its opening tag', '<Event ', '<Event\n  '],
    ['in the namespace', 'events/event', 'events/\nevent'],
    ['lost between attributes', "Manager' Guid", "Manager'Guid"],
  ])('%s', (_name, part, wrapped) => {
    expect(event()).toContain(part);
    expect(readOne(`${event().replace(part, wrapped)}\n`)).toMatchObject(expected);
  });

  test('behind a hyphen or slash of a name without a blank', () => {
    const xml = event()
      .replaceAll('Service Control Manager', 'Microsoft-Windows-\n  DNS-Client')
      .replace('>System<', '>Microsoft-Windows-DNS-Client/\nOperational<');
    expect(readOne(xml)).toMatchObject({
      provider: 'Microsoft-Windows-DNS-Client',
      channel: 'Microsoft-Windows-DNS-Client/Operational',
    });
  });
});

describe('cut and unclosed', () => {
  test('the whole events ahead of the cut are kept', () => {
    const text = `${event({ id: '1' })}\n${event({ id: '2' })}\n${event({ id: '3' }).slice(0, 400)}`;
    const { events, problems, findings } = readXml(text);
    expect(events.map(({ eventId }) => eventId)).toEqual([1, 2]);
    expect(problems).toEqual([{ code: 'xml/cut', position: 3, detail: null }]);
    expect(findings.records).toBe(3);
  });

  test('a real paste that the poster cut is read up to its last whole value', () => {
    const text = fixtureText('formats/clipboard-text/vista-clipboard-with-xml.txt');
    expect(readXml(text.slice(text.indexOf('<Event ')))).toMatchObject({
      events: [{ eventId: 490, recordId: 2181, strings: { length: 7 } }],
      problems: [{ code: 'xml/cut-values', position: 1, detail: null }],
    });
  });

  test('a value that the cut goes through is left out', () => {
    const [before = ''] = event({ payload: '<EventData><Data>one</Data><Data>two</Data></EventData>' }).split(
      'wo</Data>',
    );
    expect(readXml(before)).toMatchObject({ events: [{ strings: ['one'] }], problems: [{ code: 'xml/cut-values' }] });
  });

  test('elements that do not close each other are no event that was cut', () => {
    const text = event({ payload: '<EventData><Data>one</Name><Data>two' }).split('two')[0] ?? '';
    expect(readXml(`${text}two`)).toMatchObject({ events: [], problems: [{ code: 'xml/cut' }] });
  });

  test('an event that lacks its closing tag alone is read', () => {
    const open = event({ id: '2' }).replace('</Event>', '');
    for (const [text, ids] of [
      [`${event({ id: '1' })}\n${open}\n${event({ id: '3' })}`, [1, 2, 3]],
      [open, [2]],
      [`${open}\n</Events>\n`, [2]],
      [`${open}</Ev`, [2]],
      [open.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1ns0:').replace('xmlns', 'xmlns:ns0'), [2]],
    ] as const) {
      const { events, problems } = readXml(text);
      expect(events.map(({ eventId }) => eventId)).toEqual(ids);
      expect(events.map(({ strings }) => strings.length > 0)).toEqual(ids.map(() => true));
      expect(problems).toEqual([]);
    }
  });

  test('words behind it are text', () => {
    const { findings } = readXml(`${event().replace('</Event>', '')}\n\nWhat does 0x80042306 mean?\n`);
    expect(findings.freeText.map(({ text }) => text.trim())).toEqual(['What does 0x80042306 mean?']);
  });

  test('an unclosed event costs only itself', () => {
    const text = `${event({ id: '1' })}\n${event({ id: '2' }).replace('</EventData></Event>', '')}\n${event({ id: '3' })}`;
    const { events, problems } = readXml(text);
    expect(events.map(({ eventId }) => eventId)).toEqual([1, 3]);
    expect(problems).toEqual([{ code: 'xml/malformed', position: 2, detail: null }]);
  });

  test('a section without an end hides nothing', () => {
    const text = `${withData('<![CDATA[ never closed')}\n${withData('<!-- never closed')}\n${event({ id: '3' })}`;
    const { events, problems } = readXml(text);
    expect(events.map(({ eventId }) => eventId)).toEqual([3]);
    expect(problems).toMatchObject([
      { code: 'xml/malformed', position: 1 },
      { code: 'xml/malformed', position: 2 },
    ]);
  });

  test.each([
    ['tags that do not match', '<Data>1</Date>'],
    ['a tag that is not closed', '<Data>1'],
    ['a closing tag too many', '<Data>1</Data></Data>'],
    ['an attribute without a value', '<Data Name>1</Data>'],
    ['an attribute twice', "<Data Name='a' Name='b'>1</Data>"],
    ['a DOCTYPE inside', '<!DOCTYPE x [<!ENTITY y "z">]><Data>&y;</Data>'],
  ])('%s: malformed', (_name, data) => {
    const { events, problems } = readXml(`${event({ payload: `<EventData>${data}</EventData>` })}\n${event()}`);
    expect(events).toMatchObject([expected]);
    expect(problems).toEqual([{ code: 'xml/malformed', position: 1, detail: null }]);
  });

  test('an event without System says so', () => {
    const { problems } = readXml(
      "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><EventData/></Event>",
    );
    expect(problems).toEqual([{ code: 'xml/malformed', position: 1, detail: 'no System element' }]);
  });

  test.each(['viewer-saveas', 'evtx-dump-security', 'evtxexport-system'])(
    '%s cut at every character gives the events that are whole, and what is there of one whose head is',
    (name) => {
      const text = fixtureText(`formats/event-xml/${name}.xml`);
      const ends = Array.from(text.matchAll(/<\/Event>/g), ({ index }) => index + '</Event>'.length);
      for (let end = 0; end <= text.length; end += 1) {
        const { events } = parseText(createEventXmlParser, text.slice(0, end));
        const whole = ends.filter((index) => index <= end);
        const hasHead = text.slice(whole.at(-1) ?? 0, end).includes('</System>');
        expect(events.length).toBe(whole.length + (hasHead ? 1 : 0));
      }
    },
  );
});

test('quotes are doubled where the event stands in a cell of CSV', () => {
  const xml = event().replaceAll("'", '"');
  const { events, problems } = readXml(
    `_time,_raw\n1,"${xml.replaceAll('"', '""')}"\n2,"${xml.replaceAll('"', '""')}"\n`,
  );
  expect(problems).toEqual([]);
  expect(events).toMatchObject([expected, expected]);
  expect(events[0]?.provider).toBe(readOne(xml).provider);
});
