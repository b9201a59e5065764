import { describe, expect, test } from 'vitest';
import { fixtureText } from '../../../../support/fixtures.ts';
import { event, expected, NAMESPACE, readOne, readXml } from './support.ts';

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';
const indented = event().replaceAll("'", '"').replaceAll('><', '>\n  <').replaceAll('/>', ' />');

describe('one event in every wrapper', () => {
  test.each([
    ['wevtutil: bare, on one line', event()],
    ['with a line end behind it', `${event()}\r\n`.replace('\r', '')],
    ['Event Viewer: declaration and root on one line', `${DECLARATION}\n<Events>${event()}</Events>`],
    [
      'python-evtx: XML 1.1, standalone',
      `<?xml version="1.1" encoding="utf-8" standalone="yes" ?>\n\n<Events>\n${indented}\n</Events>\n`,
    ],
    ['evtx_dump: a record line and a declaration before it', `Record 4711\n${DECLARATION}\n${indented}\n\n`],
    ['evtxexport: a version line first', `evtxexport 20251118\n\n${indented}\n\n`],
    ['clipboard: double quotes, indented, a blank before />', indented],
    [
      'Python: a prefix',
      event()
        .replaceAll(/<(\/?)(?=\w)/g, '<$1ns0:')
        .replace('xmlns=', 'xmlns:ns0='),
    ],
    ['no namespace', event().replace(` xmlns='${NAMESPACE}'`, '')],
    ['quotes of both kinds', event().replace("Name='Service Control Manager'", 'Name="Service Control Manager"')],
    [
      'attributes in another order',
      event().replace(
        /<Provider .*?\/>/,
        "<Provider EventSourceName='Service Control Manager' Guid='{555908d1-a6d7-4695-8e1e-26931d2012f4}' Name='Service Control Manager'/>",
      ),
    ],
    [
      'System in another order',
      event()
        .replace('<EventRecordID>4711</EventRecordID>', '')
        .replace('<System>', '<System><EventRecordID>4711</EventRecordID>'),
    ],
    [
      'details tab: marks of a tree view and no-break blanks',
      indented
        .replaceAll(/^ {2}(?=<(System|EventData))/gm, '- ')
        .replaceAll(/^ {2}</gm, '\u00a0\u00a0<')
        .replace('<Event ', '- <Event '),
    ],
    ['a BOM before it', `\ufeff${event()}`],
    ['a DOCTYPE before it', `<!DOCTYPE Events [<!ENTITY x "y">]>\n<Events>${event()}</Events>`],
    ['a comment inside', event().replace('<System>', '<!-- <Event> --><System><!-- <EventID>1</EventID> -->')],
    ['values in CDATA', event().replace('>30000<', '><![CDATA[30000]]><').replace('>System<', '><![CDATA[System]]><')],
    ['escaped once, with quotes', escaped(event()).replaceAll("'", '&#39;')],
    ['escaped once, double quotes, indented', escaped(indented).replaceAll('"', '&quot;')],
  ])('%s', (_name, text) => {
    expect(readOne(text)).toMatchObject(expected);
  });

  function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  }
});

describe('several events', () => {
  const ids = (text: string): (number | null)[] => {
    const { events, problems } = readXml(text);
    expect(problems).toEqual([]);
    return events.map(({ eventId }) => eventId);
  };
  const [one, two, three] = [event({ id: '1' }), event({ id: '2' }), event({ id: '3' })];

  test.each([
    ['one a line', `${one}\n${two}\n${three}\n`],
    ['glued', one + two + three],
    ['a declaration before each', [one, two, three].map((xml) => DECLARATION + xml).join('\n')],
    ['files joined with their BOMs', `\ufeff<Events>${one}</Events>\ufeff<Events>${two}${three}</Events>`],
    ['record lines between them', `Record 1\n${one}\n\nRecord 2\n${two}\n\nRecord 3\n${three}`],
    ['words of people between them', `First:\n${one}\nand then, with 0x80042306:\n${two}\n${three}\nWhat is that?`],
  ])('%s', (_name, text) => {
    expect(ids(text)).toEqual([1, 2, 3]);
  });

  test('their places are the lines they begin in', () => {
    const text = `evtxexport 20251118\n\n${one}\n${two.replace('<System>', '\n<System>\n')}\n\n\n${three}`;
    expect(readXml(text).events.map(({ position }) => position)).toEqual([3, 4, 9]);
  });

  test('what stands between them and is no tool’s stays free text, with its line', () => {
    const text = `evtxexport 20251118\nRecord 5\n${one}\n<Events\n xmlns='x'>\nThen 0x80042306\ncame back.\n${two}<Events>\n</Events> End.`;
    expect(readXml(text).findings).toEqual({
      language: null,
      likelyOrder: null,
      timeBasis: 'utc',
      inferredOffsetMs: null,
      records: 2,
      freeText: [
        { text: 'Then 0x80042306\ncame back.', line: 6 },
        { text: 'End.', line: 9 },
      ],
    });
  });
});

describe('what an event holds is not markup', () => {
  test.each([
    ['escaped', '&lt;/Event&gt;&lt;Event&gt;&lt;EventID&gt;9&lt;/EventID&gt;', '</Event><Event><EventID>9</EventID>'],
    ['in CDATA', `<![CDATA[</Event>${event({ id: '9' })}]]>`, `</Event>${event({ id: '9' })}`],
    ['escaped once like a whole text', '&lt;Event xmlns=&quot;x&quot;&gt;', '<Event xmlns="x">'],
  ])('another event, %s', (_name, payload, text) => {
    const { events, problems } = readXml(
      `${event({ payload: `<EventData><Data>${payload}</Data></EventData>` })}${event()}`,
    );
    expect(problems).toEqual([]);
    expect(events.map(({ strings }) => strings)).toEqual([[text], ['30000']]);
  });

  test('an element of the payload that is called Event ends nothing', () => {
    const payload = '<UserData><Log><Event a="1"><Name>x</Name></Event><Event/><Name>y</Name></Log></UserData>';
    expect(readOne(event({ payload })).strings).toEqual(['x', '', 'y']);
  });

  test('other XML with elements of that name holds no event', () => {
    expect(readXml('<Log><Event id="1"><Name>x</Name></Event></Log>').findings.records).toBe(0);
  });
});

describe('files', () => {
  test('saved by the Event Viewer: the message in the language of the viewer, the level by its number', () => {
    const { events, problems } = readXml(fixtureText('formats/event-xml/viewer-saveas.xml'));
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      {
        position: 2,
        recordId: 183,
        time: { basis: 'utc', timeMs: Date.UTC(2025, 1, 19, 13, 25, 2, 656), ticks: 439, precisionMs: 0.0001 },
        host: 'host01.example.com',
        channel: 'DNS Server',
        provider: 'Microsoft-Windows-DNS-Server-Service',
        eventId: 4013,
        qualifiers: null,
        level: 'warning',
        category: null,
        user: 'S-1-5-18',
        strings: [],
        message: 'Le serveur DNS attend que [...]',
        system: {
          version: 0,
          task: 0,
          opcode: 0,
          keywords: '0x8000000000020000',
          processId: 2868,
          threadId: 3112,
          activityId: null,
          relatedActivityId: null,
          providerGuid: '{71a551f5-c893-4849-886b-b5ec8502641e}',
          userId: 'S-1-5-18',
        },
        payload: { name: 'EventData', attributes: [['Name', 'DNS_EVENT_DS_OPEN_WAIT']], children: [] },
      },
    ]);
  });

  test('evtx_dump of a security log: an audit by its keywords, an empty value in its place', () => {
    const { events, problems } = readXml(fixtureText('formats/event-xml/evtx-dump-security.xml'));
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      {
        position: 3,
        eventId: 4688,
        level: 'audit-success',
        time: { timeMs: Date.UTC(2018, 6, 28, 7, 24, 45, 754), ticks: 7870, precisionMs: 0.001 },
        strings: ['S-1-5-18', '-', '-', '0x3e7', '0x58', 'Registry', '%%1936', '0x4', '', 'S-1-16-16384'],
      },
    ]);
    expect(events[0]?.fields.get('CommandLine')).toBe('');
  });

  test('evtxexport and evtx_dump agree about seven records of one log', () => {
    const exported = readXml(fixtureText('formats/event-xml/evtxexport-system.xml'));
    const dumped = readXml(fixtureText('formats/event-xml/evtx-dump-system.xml'));
    expect([exported.problems, dumped.problems]).toEqual([[], []]);
    expect(exported.events.map(({ eventId, position }) => [eventId, position])).toEqual([
      [105, 3],
      [7036, 28],
      [1074, 52],
      [6006, 77],
      [36, 95],
      [6008, 115],
      [41, 140],
    ]);
    expect(exported.events.map(({ strings }) => strings)).toEqual([
      ['System', 'C:\\Windows\\System32\\Winevt\\Logs\\Archive-System-2012-03-14-04-17-39-932.evtx'],
      ['Windows Modules Installer', 'stopped'],
      [
        'C:\\Windows\\system32\\svchost.exe (WKS-WIN764BITB)',
        'WKS-WIN764BITB',
        'Operating System: Recovery (Planned)',
        '0x80020002',
        'restart',
        '',
        'NT AUTHORITY\\SYSTEM',
      ],
      [],
      ['\\Device\\HarddiskVolumeShadowCopy2', 'C:'],
      ['9:59:13 AM', '4/6/2012', '', '', '1846932', '', ''],
      ['65537', '0x0000000000000000', '0x0000000000000000', '0x0000000000000000', '0x0000000000000000', 'false', '0'],
    ]);
    // evtx_dump writes six digits of a second, hex numbers without zeros, and an empty Data where record 12141 has none.
    const short = (text: string) => text.replace(/^0x0+(?=.)/, '0x');
    const comparable = ({ events }: typeof exported) =>
      events.map(({ position: _position, time, system: _system, payload: _payload, strings, fields, ...same }) => ({
        ...same,
        timeMs: time?.kind === 'exact' ? time.timeMs : null,
        strings: same.eventId === 6006 ? [] : strings.map(short),
        fields: [...fields].map(([name, text]) => [name, short(text)]),
      }));
    expect(comparable(dumped)).toEqual(comparable(exported));
  });
});
