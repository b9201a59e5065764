import { describe, expect, test } from 'vitest';
import { element, event, readOne, readXml } from './support.ts';

const read = (payload: string) => readOne(event({ payload }));
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('EventData', () => {
  test('the n-th Data is insert n, so empty ones count', () => {
    const { strings, fields } = read(
      '<EventData><Data>a</Data><Data></Data><Data/><Data>\n    </Data><Data>b</Data></EventData>',
    );
    expect(strings).toEqual(['a', '', '', '', 'b']);
    expect(fields).toEqual(new Map());
  });

  test('values keep their blanks and line breaks', () => {
    expect(read('<EventData><Data> x</Data><Data>one\ntwo </Data><Data>&#32;</Data></EventData>').strings).toEqual([
      ' x',
      'one\ntwo ',
      ' ',
    ]);
  });

  test('named values stand by name and by position; of a repeated name the first', () => {
    const { strings, fields } = read(
      '<EventData><Data Name="a">1</Data><Data>2</Data><Data Name="a">3</Data><Data Name="__proto__">4</Data></EventData>',
    );
    expect(strings).toEqual(['1', '2', '3', '4']);
    expect([...fields]).toEqual([
      ['a', '1'],
      ['__proto__', '4'],
    ]);
  });

  test('bytes stand in hex, or in Base64 where python-evtx wrote them', () => {
    expect(read('<EventData><Data>x</Data><Binary>2D20436F6465</Binary></EventData>')).toMatchObject({
      strings: ['x'],
      data: bytes('- Code'),
    });
    expect(read('<EventData><Binary>2D20\n 436F 6465</Binary></EventData>').data).toEqual(bytes('- Code'));
    expect(read('<EventData><Binary>LSBDb2RlOg==</Binary></EventData>').data).toEqual(bytes('- Code:'));
    expect(read('<EventData><Binary></Binary></EventData>').data).toBeNull();
    expect(read('<EventData><Binary>2D2 is broken</Binary></EventData>').data).toBeNull();
  });

  test('structures: rendered as one value, or the parts in order', () => {
    const { strings, fields } = read(
      '<EventData><ComplexData Name="c">0a0b</ComplexData><ComplexData Name="d"><Data Name="x">1</Data><Data Name="y">2</Data></ComplexData></EventData>',
    );
    expect(strings).toEqual(['0a0b', '1', '2']);
    expect([...fields]).toEqual([
      ['c', '0a0b'],
      ['x', '1'],
      ['y', '2'],
    ]);
  });

  test('references are decoded once, text in CDATA not at all', () => {
    expect(
      read(
        '<EventData><Data>&lt;a&gt; &amp;lt; &quot;&apos; &#65;&#x42; &unknown;</Data><Data><![CDATA[&lt; ]] <b/>]]></Data></EventData>',
      ).strings,
    ).toEqual(['<a> &lt; "\' AB &unknown;', '&lt; ]] <b/>']);
  });

  test('the payload keeps names, attributes and order for XML out', () => {
    expect(
      read("<EventData Name='T'><Data Name='a'>1</Data><Data>\n  </Data><Binary>00</Binary></EventData>").payload,
    ).toEqual(
      element(
        'EventData',
        [element('Data', ['1'], [['Name', 'a']]), element('Data'), element('Binary', ['00'])],
        [['Name', 'T']],
      ),
    );
  });

  test('the payload does not keep the prefix of the event itself', () => {
    const xml = event({ payload: '<EventData><x:Data xmlns:x="y">1</x:Data></EventData>' })
      .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1ns0:')
      .replace('xmlns=', 'xmlns:ns0=');
    expect(readOne(xml).payload).toEqual(element('EventData', [element('x:Data', ['1'], [['xmlns:x', 'y']])]));
  });
});

describe('the other payloads', () => {
  test('UserData: leaves by local name, in order; a repeated name also by its path', () => {
    const { strings, fields } = read(
      '<UserData><v:EventXML xmlns:v="Vendor_NS"><Param1>a</Param1><In><Name>b</Name></In><Out><Name>c</Name><v:Empty/></Out></v:EventXML></UserData>',
    );
    expect(strings).toEqual(['a', 'b', 'c', '']);
    expect([...fields]).toEqual([
      ['Param1', 'a'],
      ['Name', 'b'],
      ['EventXML/In/Name', 'b'],
      ['EventXML/Out/Name', 'c'],
      ['Empty', ''],
    ]);
  });

  test('ProcessingErrorData: no inserts, its parts by name, and a problem', () => {
    const payload =
      '<ProcessingErrorData><ErrorCode>15005</ErrorCode><DataItemName>shutdown</DataItemName><EventPayload>0A0B</EventPayload></ProcessingErrorData>';
    const { events, problems } = readXml(`\n${event({ payload })}`);
    expect(problems).toEqual([{ code: 'xml/no-payload', position: 2, detail: '15005' }]);
    expect(events).toMatchObject([{ strings: [], data: null }]);
    expect([...(events[0]?.fields ?? [])]).toEqual([
      ['ErrorCode', '15005'],
      ['DataItemName', 'shutdown'],
      ['EventPayload', '0A0B'],
    ]);
  });

  test('BinaryEventData is bytes', () => {
    expect(read('<BinaryEventData>2D20436F6465</BinaryEventData>').data).toEqual(bytes('- Code'));
  });

  test('DebugData is read by name', () => {
    expect(read('<DebugData><SequenceNumber>7</SequenceNumber><Message>trace</Message></DebugData>')).toMatchObject({
      strings: ['7', 'trace'],
      message: null,
    });
  });

  test('RenderingInfo gives the message, with its line breaks, and the category', () => {
    const payload =
      "<EventData/><RenderingInfo Culture='en-US'><Message>One.\n\nTwo &lt;3&gt;.</Message><Level>Error</Level><Task> Logon </Task><Opcode/><Keywords><Keyword>Classic</Keyword></Keywords></RenderingInfo>";
    expect(read(payload)).toMatchObject({
      message: 'One.\n\nTwo <3>.',
      category: 'Logon',
      level: 'error',
      strings: [],
    });
  });

  test('a message that could not be rendered is none', () => {
    expect(read("<RenderingInfo Culture=''><Message>\n  </Message><Task></Task></RenderingInfo>")).toMatchObject({
      message: null,
      category: null,
    });
  });
});
