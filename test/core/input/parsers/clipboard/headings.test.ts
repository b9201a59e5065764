import { describe, expect, test } from 'vitest';
import { createClipboardParser } from '../../../../../src/core/input/parsers/clipboard/parser.ts';
import { parseText } from '../../../../support/parse-text.ts';

const parse = (...lines: readonly string[]) => parseText(createClipboardParser, lines.join('\n'));

describe('values', () => {
  const vista = (changes: Readonly<Record<string, string>> = {}) =>
    Object.entries({
      'Log Name': 'Security',
      Source: 'Microsoft-Windows-Security-Auditing',
      Date: '10/19/2010 6:17:16 AM',
      'Event ID': '4625',
      'Task Category': 'Logon',
      Level: 'Information',
      Keywords: 'Audit Failure',
      User: 'N/A',
      Computer: 'server1.example.com',
      Description: '',
      ...changes,
    }).map(([heading, value]) => `${heading}: ${value}`);
  const read = (changes: Readonly<Record<string, string>>) => parse(...vista(changes), 'text').events[0];

  test.each([
    ['4625', 4625],
    ['1073748860', 1_073_748_860],
    ['1,296', 1296],
    ['0x1211', 0x1211],
    ['(4625)', 4625],
    ['4625 (0x1211)', 4625],
  ])('event id %s', (text, id) => {
    expect(read({ 'Event ID': text })?.eventId).toBe(id);
  });

  test.each(['', 'xxxx', '<id>', '99999999999'])(
    'an event id that is none (%s) leaves the block free text, with a problem',
    (text) => {
      const { events, problems, findings } = parse('before', ...vista({ 'Event ID': text }), 'Failed with 0x80070005.');
      expect(events).toEqual([]);
      expect(problems).toEqual([{ code: 'clipboard/bad-id', position: 2, detail: null }]);
      expect(findings.records).toBe(1);
      expect(findings.freeText[0]?.text.startsWith('before\nLog Name: Security\nSource: ')).toBe(true);
      expect(findings.freeText[0]?.text.endsWith('Failed with 0x80070005.')).toBe(true);
    },
  );

  test('audit keywords are the level', () => {
    expect(read({})?.level).toBe('audit-failure');
    expect(read({ Keywords: 'Classic,Audit Success' })?.level).toBe('audit-success');
    expect(read({ Keywords: 'Failure,Installation', Level: 'Error' })?.level).toBe('error');
    expect(read({ Keywords: '', Level: '' })?.level).toBeNull();
  });

  test.each([
    ['Computer', '<Computer>', 'host'],
    ['Computer', '\\<node name>', 'host'],
    ['Computer', '_servername_', 'host'],
    ['Computer', '*Computer fqdn*', 'host'],
    ['Computer', 'computername', 'host'],
    ['Computer', 'SERVERNAME', 'host'],
    ['Computer', 'ComputerName', 'host'],
    ['Computer', '\\<fqdn>', 'host'],
    ['Computer', '\\<hostname>.\\<domain name>.\\<top level domain>', 'host'],
    ['Computer', '%nazwa komputera%', 'host'],
    ['User', 'N/A', 'user'],
    ['User', '', 'user'],
    ['Task Category', 'None', 'category'],
    ['Source', '', 'provider'],
    ['Log Name', '', 'channel'],
  ] as const)('%s: %s is unknown, not a name', (heading, value, field) => {
    expect(read({ [heading]: value })?.[field]).toBeNull();
  });

  test.each(['Date', 'date', '<date>', '*time*', '', 'yyyy'])(
    'the date %s is a placeholder: no time, no problem',
    (date) => {
      const { events, problems } = parse(...vista({ Date: date }), 'text');
      expect(events[0]?.time).toBeNull();
      expect(problems).toEqual([]);
    },
  );

  test.each(['31.02.2010 10:00:00', '20/07/2553 10:00:00', '1/1/1601 12:00:00 AM', '7/20/2010 25:00:00'])(
    'the date %s is none, which is a problem',
    (date) => {
      const { events, problems } = parse(...vista({ Date: date }), 'text');
      expect(events[0]?.time).toBeNull();
      expect(problems).toEqual([{ code: 'time/unreadable', position: 1, detail: date }]);
    },
  );

  test('an exact time stays exact', () => {
    expect(read({ Date: '2010-10-19T06:17:16.1234567Z' })?.time).toEqual({
      kind: 'exact',
      basis: 'utc',
      timeMs: Date.UTC(2010, 9, 19, 6, 17, 16, 123),
      ticks: 4567,
      precisionMs: 0.0001,
    });
  });

  test('the audit words of 2003 are the level', () => {
    const levels = ['Success Audit', 'Failure Audit', 'None', 'Success'].map(
      (word) =>
        parse(`Event Type: ${word}`, 'Event Source: Security', 'Event ID: 528', 'Description:', 'x').events[0]?.level,
    );
    expect(levels).toEqual(['audit-success', 'audit-failure', 'information', 'information']);
  });
});

describe('headings of machine translation and of other tools', () => {
  test('an unknown heading in bold type is no end of the value above', () => {
    const lines = [
      '**Log Name:** System',
      '**Source:** disk',
      '**Event ID:** 11',
      '**Level:** Error',
      '**Tags:** Classic',
    ];
    expect(parse(...lines, '**Computer:** s1', '**Description:** It failed.').events).toMatchObject([
      { eventId: 11, level: 'error', host: 's1', message: 'It failed.' },
    ]);
  });

  test('Russian and Turkish names of the id on Microsoft Learn', () => {
    const ids = [
      [
        '**Имя журнала:** System',
        '**Источник:** disk',
        '**Идентификатор события:** 11',
        '**Уровень:** Ошибка',
        '**Описание:** x',
      ],
      ['**Günlük Adı:** Sistem', '**Kaynak:** disk', '**Etkinlik Id:** 11', '**Düzey:** Hata', '**Açıklama:** x'],
    ].map((lines) => parse(...lines).events);
    for (const events of ids)
      expect(events).toMatchObject([{ channel: 'System', provider: 'disk', eventId: 11, level: 'error' }]);
  });

  test('a German tool that names the time of the event and its type', () => {
    const { events } = parse(
      ...['Typ:    Fehler', 'Quelle: Application Error', 'Ereignis-ID:    1000', 'Ereigniszeit:   22.08.2011 09:09:30'],
      ...['Benutzer:   n/v', 'Computer:   PC1', 'Beschreibung:', 'Fehlgeschlagene Anwendung.'],
    );
    expect(events).toMatchObject([
      { eventId: 1000, level: 'error', host: 'PC1', time: { kind: 'local' }, message: 'Fehlgeschlagene Anwendung.' },
    ]);
  });
});

describe('incomplete headings', () => {
  test('the description heading may be missing: lines right behind the headings are the message', () => {
    const { events, problems, findings } = parse(
      ...['Event Type: Error', 'Event Source: ESE', 'Event ID: 474', 'Computer: EX1'],
      ...['Information Store (1234) error -1018.', 'Second line.', '', 'Is 0x80042306 bad'],
    );
    expect(events[0]).toMatchObject({
      eventId: 474,
      host: 'EX1',
      message: 'Information Store (1234) error -1018.\nSecond line.',
    });
    expect(problems).toEqual([]);
    expect(findings.freeText).toEqual([{ text: 'Is 0x80042306 bad', line: 8 }]);
  });

  test('a block without any message was cut', () => {
    const { events, problems } = parse('Log Name: System', 'Source: disk', 'Date: 1/2/2010 3:04:05 AM', 'Event ID: 7');
    expect(events[0]).toMatchObject({ channel: 'System', provider: 'disk', eventId: 7, message: null });
    expect(problems).toEqual([{ code: 'clipboard/incomplete', position: 1, detail: null }]);
  });

  test('the first heading may be missing when five others are there', () => {
    const block = [
      'Source: disk',
      'Date: 1/2/2010 3:04:05 AM',
      'Event ID: 7',
      'Level: Error',
      'Computer: A',
      'Description:',
      'bad block',
    ];
    const { events, findings } = parse(...block, ...block);
    expect(events.map(({ eventId, level, message }) => [eventId, level, message])).toEqual([
      [7, 'error', 'bad block'],
      [7, 'error', 'bad block'],
    ]);
    expect(findings.language).toBe('en');
  });

  test('the short headings of the NT 4 dialog', () => {
    const { events } = parse(
      'Event ID: 4120',
      'Type: Error',
      'Source: MSExchangeIMC',
      'Category: Internal',
      '',
      'Description:',
      'A',
      '',
      'B',
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      eventId: 4120,
      level: 'error',
      provider: 'MSExchangeIMC',
      category: 'Internal',
      message: 'A\n\nB',
    });
  });

  test('its two columns', () => {
    const { events } = parse(
      'Date:     3/2/99            Event ID:  4120',
      'Time:     10:15:22 AM       Source:    MSExchangeIMC',
      'User:     N/A               Type:      Error',
      'Computer: EX1               Category:  Internal Processing',
      'Description:',
      'Lost.',
    );
    expect(events[0]).toMatchObject({
      eventId: 4120,
      level: 'error',
      provider: 'MSExchangeIMC',
      category: 'Internal Processing',
      host: 'EX1',
      message: 'Lost.',
      time: { kind: 'local', date: [3, 2, 99], timeOfDayMs: 36_922_000 },
    });
  });

  test('labels of other tools between the headings are passed over', () => {
    const { events } = parse(
      ...[
        'Log Name: System',
        'Source: disk',
        'Opcode: Info',
        'User SID: S-1-5-18',
        'Event ID: 7',
        'Level: Error',
        'Description:',
        'x',
      ],
    );
    expect(events[0]).toMatchObject({ eventId: 7, provider: 'disk', level: 'error' });
  });

  test('the General tab says when an event was logged', () => {
    const { events } = parse(
      ...[
        'Log Name: System',
        'Source: disk',
        'Event ID: 7',
        'Level: Error',
        'User: N/A',
        'OpCode: Info',
        'Logged: 7/20/2010 1:02:03 AM',
        'Computer: A',
      ],
    );
    expect(events[0]).toMatchObject({ eventId: 7, host: 'A', time: { kind: 'local', date: [7, 20, 2010] } });
  });

  test('translated and hand-typed headings of a block are understood', () => {
    const { events } = parse(
      ...[
        'Protokollname: System',
        'Quelle: disk',
        'Ereignis-ID: 7',
        'Aufgabe Kategorie: (100)',
        'Stufe: Fehler',
        'Beschreibung:',
        'x',
      ],
    );
    expect(events[0]).toMatchObject({ eventId: 7, category: '(100)', level: 'error' });
  });

  test('words in front of an event that look like a heading are none of its headings', () => {
    const { events } = parse(
      'User: bob',
      'Log Name: System',
      'Source: disk',
      'Event ID: 7',
      'User: SYSTEM',
      'Description:',
      'x',
    );
    expect(events.map(({ position, user }) => [position, user])).toEqual([[2, 'SYSTEM']]);
  });
});

describe('pages', () => {
  test('a translated page in Markdown, with words for date and computer', () => {
    const { events, findings } = parse(
      '**Protokollname:**      Microsoft-Windows-TerminalServices-SessionBroker/Operational <br />',
      '**Quelle:**        Microsoft-Windows-TerminalServices-SessionBroker <br />',
      '**Datum:**          *Uhrzeit* <br />',
      '**Ereignis-ID:**      2056 <br />',
      '**Aufgabenkategorie:** (109) <br />',
      '**Stufe:**         Fehler <br />',
      '**Schlüsselwörter:**       <br />',
      '**Benutzer:**          NETZWERKDIENST <br />',
      '**Computer:**      *Computer fqdn* <br />',
      '**Beschreibung:** Fehler bei der Anmeldung. <br />',
    );
    expect(events).toMatchObject([
      {
        eventId: 2056,
        provider: 'Microsoft-Windows-TerminalServices-SessionBroker',
        level: 'error',
        category: '(109)',
        user: 'NETZWERKDIENST',
        host: null,
        time: null,
        message: 'Fehler bei der Anmeldung.',
      },
    ]);
    expect(findings).toMatchObject({ language: 'de', freeText: [] });
  });

  test.each([
    ['empty lines between', ['']],
    ['words between', ['', 'Then this one follows:', '']],
    ['nothing between', []],
  ])('the id in front of all other headings: %s', (_name, between) => {
    const block = (id: number, ...message: readonly string[]) => [
      ...[`Event ID: ${id}`, 'Event Type: Warning', 'Event Source: MSExchangeMTA', 'Event Category: None'],
      ...['Description:', ...message],
    ];
    const { events, problems } = parse(
      ...['These events appear:', '', ...block(3080, 'A fatal error.', '[41 26]'), ...between],
      ...[...block(2171, 'An error.'), ...between, ...block(2155, 'Another.')],
    );
    expect(events.map(({ eventId, provider, level }) => [eventId, provider, level])).toEqual(
      [3080, 2171, 2155].map((id) => [id, 'MSExchangeMTA', 'warning']),
    );
    expect(events.at(-1)?.message).toBe('Another.');
    expect(events[0]?.message?.startsWith('A fatal error.\n[41 26]')).toBe(true);
    expect(events[0]?.message).not.toContain('2171');
    expect(problems).toEqual([]);
  });

  test('a number that a message gives does not begin an event in front of the next', () => {
    const block = (id: number, ...message: readonly string[]) => [
      ...['Event Type: Error', 'Event Source: VSS', `Event ID: ${id}`, 'Description:', ...message],
    ];
    const { events } = parse(...block(1, 'Seen before:', 'Event ID: 7'), ...block(2, 'next'));
    expect(events.map(({ eventId, message }) => [eventId, message])).toEqual([
      [1, 'Seen before:\nEvent ID: 7'],
      [2, 'next'],
    ]);
  });

  test('a source that lost its colon, between two headings', () => {
    const block = (id: number, source: string) => [
      ...[`   Event ID: ${id}`, `   ${source}`, '   Type: Error', '   Description: Unable to open it.', ''],
    ];
    expect(parse(...block(3001, 'Source: ATKCTRS'), ...block(2000, 'Source SFMCTRS')).events).toMatchObject([
      { eventId: 3001, provider: 'ATKCTRS', level: 'error', message: 'Unable to open it.' },
      { eventId: 2000, provider: 'SFMCTRS', level: 'error', message: 'Unable to open it.' },
    ]);
  });

  test('cells on lines of their own, with rows that no viewer has', () => {
    const lines = [
      ...['Log Name', 'System', 'Source', 'Service Control Manager', 'Machine role', 'Print server'],
      ...['Event ID', '7034', 'Keywords', 'Level', 'Error', 'OpCode', 'Info', 'Computer', 'SRV1'],
      ...['Description', 'The service stopped.', '', 'It is started again.'],
    ];
    for (const separator of ['\n', '\n\n'])
      expect(parse('The event:', lines.join(separator)).events).toMatchObject([
        { provider: 'Service Control Manager', eventId: 7034, level: 'error', host: 'SRV1', channel: 'System' },
      ]);
    expect(parse(...lines).events[0]?.message).toBe('The service stopped.\n\nIt is started again.');
  });

  test('the end of the source of a table ends the message', () => {
    const rows = ['Log Name|System', 'Source|disk', 'Event ID|7', 'Level|Error', 'Description|It has a bad block.'].map(
      (row) => `<tr>\n<td>${row.replace('|', '</td>\n<td>')}</td>\n</tr>`,
    );
    const { events } = parse('<table>', ...rows, '</table>', '<p>Often 0x80042306 comes, too.</p>');
    expect(events).toMatchObject([{ provider: 'disk', eventId: 7, message: 'It has a bad block.' }]);
  });

  test.each([
    ['words below one another', ['Source', 'Date', 'Level', 'User', 'Computer', 'Description']],
    ['no number', ['Log Name', 'System', 'Source', 'disk', 'Event ID', 'seven', 'Level', 'Error']],
    ['too few', ['Source', 'disk', 'Event ID', '7', 'words']],
    ['no source', ['Event ID', '7', 'Level', 'Error', 'User', 'SYSTEM', 'Computer', 'SRV1']],
  ])('what is no table of an event stays text: %s', (_name, lines) => {
    const { events, findings } = parse(...lines);
    expect(events).toEqual([]);
    expect(findings.freeText.map(({ text }) => text).join('\n')).toBe(lines.join('\n'));
  });

  test('keys in brackets in a sentence end with the bracket', () => {
    const { events, findings } = parse(
      'We see it (Source: VSS, Event ID: 8193, Level: Error) every hour, with 12289. Also: Source: volsnap, Event ID: 36.',
      'It says 0x80042306 (Source: disk, Event ID: 7).',
    );
    expect(events).toMatchObject([
      { provider: 'VSS', eventId: 8193, level: 'error', message: null },
      { provider: 'disk', eventId: 7, level: null, message: null },
    ]);
    expect(findings.freeText.map(({ text }) => text).join('\n')).toContain(
      'volsnap, Event ID: 36.\nIt says 0x80042306',
    );
  });

  const rows = (...between: readonly string[]) =>
    parse(
      ...['| Field | Value |', '|---|---|', '| Log Name | System |', '| Source | Service Control Manager |'],
      ...between,
      ...['| Event ID | 7034 |', '| Level | Error |', '| Ticket | INC0012345 |', '| Computer | SRV1 |'],
      ...['| Description | The service stopped.<br>It is started again. |', '| Done by \\| for | 0x80042306 |', ''],
      'It was 0x80042306.',
    );

  test('a table with rows that no viewer has, between the headings and behind the message', () => {
    const message = 'The service stopped.\nIt is started again.';
    for (const between of [[], ['| Machine role | Print server |'], ['| a | b |', '| c | d |', '| e | f |', '| g | |']])
      expect(rows(...between).events).toMatchObject([
        { provider: 'Service Control Manager', eventId: 7034, level: 'error', host: 'SRV1', message },
      ]);
    expect(rows().findings.freeText.at(-1)?.text).toContain('0x80042306');
  });

  test.each([
    ['Level', 'Informational', 'information'],
    ['Severity', 'Informational', 'information'],
    ['Severity', 'Fehler', 'error'],
    ['Severity', 'Avertissement', 'warning'],
    ['Severity', '오류', 'error'],
    ['Gravedad', 'Informativo', 'information'],
    ['Gravità', 'Avviso', 'warning'],
    ['Уровень серьезности', 'Ошибка', 'error'],
    ['重大度', '警告', 'warning'],
    ['严重性', '错误', 'error'],
  ])('a level under %s: %s', (key, word, level) => {
    for (const [first, between, last] of [
      ['', ': ', ''],
      ['| ', ' | ', ' |'],
      ['| **', '**|', '|'],
    ] as const) {
      const lines = [
        ...[['Event ID', '7034'] as const, ['Source', 'disk'] as const, [key, word] as const],
        ['Message', 'Stopped.'] as const,
      ].map(([name, value]) => `${first}${name}${between}${value}${last}`);
      expect(parse(...lines).events).toMatchObject([{ provider: 'disk', eventId: 7034, level, message: 'Stopped.' }]);
    }
  });

  test('a value that a mail with bars in front wrapped is no row', () => {
    const { events } = parse('| Log Name: System', '| Source: Service Control', '| Manager', '| Event ID: 7034');
    expect(events).toMatchObject([{ provider: 'Service Control Manager', eventId: 7034 }]);
  });

  test('a table whose first row is a title', () => {
    const { events } = parse(
      ...[
        '| Event log |',
        '| :---- |',
        '| Event Source: AdsmEmployeeService |',
        '| Event Category: None |',
        '| Event ID: 1227 |',
      ],
      ...[
        '| Date: 10/03/2023 |',
        '| Time: 8:29:57 AM |',
        '| User: Legal\\Administrator |',
        '| Computer: Up2-NoGud |',
        '| IP: 152.207.255.255 |',
      ],
      ...['| Description: |', '| Payroll event added. FAUX_BANK |', '', '---', '', '### Directory'],
    );
    expect(events).toMatchObject([
      {
        eventId: 1227,
        provider: 'AdsmEmployeeService',
        channel: null,
        host: 'Up2-NoGud',
        message: 'Payroll event added. FAUX_BANK',
      },
    ]);
  });

  test('HTML as it stands in a page', () => {
    const { events, findings } = parse(
      '<p><font face="Courier New" size="2">Event Type: Error<br /> Event Source: ESENT<br /> Event Category: General <br /> Event ID: 427<br /> Date: 5/17/2005<br /> Time: 10:51:44 AM<br /> User: N/A<br /> Computer: [<em>computername</em>]<br /> Description:<br /> wuaueng.dll (1280) The database engine could not access the file called C:\\WINNT\\edb.log.</font></p>',
      '<p>Additionally the following error may appear once around that time:</p>',
      '<p>Event Type: Error<br /> Event Source: ESENT<br />Event ID: 439<br />Description:<br />Unable to write &quot;E00.chk&quot;.</p>',
    );
    expect(events.map(({ eventId, host, message }) => [eventId, host, message])).toEqual([
      [427, null, 'wuaueng.dll (1280) The database engine could not access the file called C:\\WINNT\\edb.log.'],
      [439, null, 'Unable to write "E00.chk".'],
    ]);
    expect(findings.freeText.map(({ text, line }) => [line, text.trim()])).toEqual([
      [2, 'Additionally the following error may appear once around that time:'],
    ]);
  });

  test('references in a plain text stay as they are', () => {
    const { events } = parse(
      'Event Type: Error',
      'Event Source: x',
      'Event ID: 1',
      'Description:',
      'GET /?a=1&amp;b=2 gave <none> &lt;',
    );
    expect(events[0]?.message).toBe('GET /?a=1&amp;b=2 gave <none> &lt;');
  });
});

describe('keys typed by hand', () => {
  test.each([
    ['two lines', ['Event ID: 8193', 'Source: VSS']],
    ['one line', ['Event ID: 8193, Source: VSS']],
    ['one line without separators', ['Event ID: 8193 Source: VSS']],
    ['equal signs', ['EventID=8193', 'Source=VSS']],
    ['German', ['Ereigniskennung: 8193', 'Quelle: VSS']],
    ['five lines apart', ['Source: VSS', '', 'on our server', '', 'Event ID: 8193']],
    ['a bracket a key', ['(Source: VSS) (EventID: 8193)']],
    ['a bar between', ['Source: VSS | Event ID: 8193']],
    ['a dash between', ['Source: VSS - Event ID: 8193']],
  ])('an id and one more are a record: %s', (_name, lines) => {
    const { events } = parse('Hello,', ...lines, '', 'Thanks');
    expect(events.map(({ eventId, provider }) => [eventId, provider])).toEqual([[8193, 'VSS']]);
  });

  test('the text under the key or right behind the last one is the message, up to an empty line', () => {
    const [first, second] = parse(
      ...[
        'ID: 8193',
        'Level: Error',
        'Source: VSS',
        'Message: CoCreateInstance failed.',
        'hr = 0x8007045b',
        '',
        'See also 0x80042306',
        '',
      ],
      ...['Event ID: 11', 'Source: disk', 'The driver detected a controller error.', '', 'more'],
    ).events;
    expect(first).toMatchObject({
      eventId: 8193,
      level: 'error',
      message: 'CoCreateInstance failed.\nhr = 0x8007045b',
    });
    expect(second).toMatchObject({ eventId: 11, provider: 'disk', message: 'The driver detected a controller error.' });
  });

  test.each([
    ['prose', ['The Event ID: 9607 error comes from Source: MSExchangeIS each night.']],
    ['an id alone', ['Event ID: 9607']],
    ['an id of something else', ['Name: backup set', 'ID: 12', 'Type: Normal', 'Date: 1/2/2010']],
    ['no number', ['Event ID: unknown', 'Source: VSS']],
    ['too far apart', ['Event ID: 9607', 'a', 'b', 'c', 'd', 'e', 'Source: VSS']],
    ['an article', ['Article ID: 915331 - Last Review: October 11, 2007', 'Source: Microsoft']],
    ['a table of events', ['Event ID | Event data | 9600 | Initialize', '9604 | | 9606 | Volume snap']],
  ])('%s is none', (_name, lines) => {
    expect(parse(...lines).events).toEqual([]);
  });
});

describe('where events stand', () => {
  test('the position is the line of the first heading; text between is free, with its line', () => {
    const { events, findings } = parse(
      'Two events:',
      '',
      ...['Event Type: Error', 'Event Source: A', 'Event ID: 1', 'Description:', 'one', '', '## and', ''],
      ...['Event Type: Error', 'Event Source: A', 'Event ID: 2', 'Description:', 'two'],
    );
    expect(events.map(({ position }) => position)).toEqual([3, 11]);
    expect(findings.freeText).toEqual([
      { text: 'Two events:', line: 1 },
      { text: '## and', line: 9 },
    ]);
    expect(findings.records).toBe(2);
  });

  test('the language is that of most headings, English among equals', () => {
    const en = ['Event Type: Error', 'Event Source: A', 'Event ID: 1', 'Description:', 'one'];
    const es = ['Tipo de suceso: Error', 'Origen del suceso: A', 'Id. suceso: 2', 'Descripción:', 'dos'];
    expect(parse(...es, ...en).findings.language).toBe('en');
    expect(parse(...es, ...en, ...es).findings.language).toBe('es');
    expect(parse('nothing here').findings.language).toBeNull();
  });

  test('the likely order is that of the dates in doubt', () => {
    const at = (date: string) => [
      'Event Type: Error',
      'Event Source: A',
      'Event ID: 1',
      `Date: ${date}`,
      'Time: 1:02:03 AM',
      'Description:',
      'x',
    ];
    expect(parse(...at('2/3/2000')).findings.likelyOrder).toBe('mdy');
    expect(parse(...at('2/03/2000')).findings.likelyOrder).toBe('dmy');
    expect(parse(...at('2/13/2000')).findings.likelyOrder).toBeNull();
  });
});

test.each([
  ['ログ名: システム', 'ソース: Disk', 'イベント ID: 7', 'System'],
  ['Protokollname: Anwendung', 'Quelle: ESE', 'Ereignis-ID: 474', 'Application'],
  [
    'Log Name: Microsoft-Windows-Ntfs/Operational',
    'Source: Ntfs',
    'Event ID: 98',
    'Microsoft-Windows-Ntfs/Operational',
  ],
])('%s', (log, source, id, channel) => {
  expect(parse(log, source, id, '', 'It happened.').events).toMatchObject([{ channel }]);
});

describe('of some events an old article says only id, source and text', () => {
  const whole = ['- Event ID: 193', 'Source: ese97', 'Type: Error', 'Date: 13.8.00', 'Time: 6:30:38 Am'];
  const short = ['Event ID: 1005', 'Source: MSExchangeSA', 'Description: It is not available.'];
  const read = (...lines: readonly string[]) =>
    parse(...lines).events.map(({ eventId, provider, message }) => ({ eventId, provider, message }));
  const SHORT = { eventId: 1005, provider: 'MSExchangeSA', message: 'It is not available.' };

  test('they go on with the list', () => {
    const all = [{ eventId: 193, provider: 'ese97', message: 'The engine failed.' }, SHORT];
    expect(read(...whole, 'Description:', 'The engine failed.', ...short)).toEqual(all);
    expect(
      read(...whole, 'Description:', 'The engine failed.', '- Event ID: 1005 Source: MSExchangeSA', '', short[2] ?? ''),
    ).toEqual(all);
  });

  test('without a text of its own, or in an event of a viewer, they are part of the message', () => {
    const quoted = ['Event Type: Error', 'Event Source: A', 'Event ID: 1', 'Description:', 'The engine failed.'];
    expect(read(...whole, 'Description:', 'The engine failed.', ...short.slice(0, 2))).toHaveLength(1);
    expect(read(...quoted, ...short)).toHaveLength(1);
  });
});

test('the alert of a monitoring tool has its own times beside that of the event', () => {
  const { events } = parse(
    'Log: Directory Service',
    'Type: Warning',
    'Event: 1220',
    'Alert Time: 2021-05-16 01:00:29Z',
    'Event Time: 11:59:04 PM 15-May-2021 UTC',
    'Source: ActiveDirectory_DomainService',
    'Category: LDAP Interface',
    'Username: N/A',
    'Computer: DC4.EXAMPLE.NET',
    'Description: LDAP over Secure Sockets Layer (SSL) will be unavailable at this time.',
  );
  expect(events).toMatchObject([
    {
      channel: 'Directory Service',
      provider: 'ActiveDirectory_DomainService',
      eventId: 1220,
      level: 'warning',
      category: 'LDAP Interface',
      host: 'DC4.EXAMPLE.NET',
      message: 'LDAP over Secure Sockets Layer (SSL) will be unavailable at this time.',
      time: { kind: 'exact', basis: 'utc', timeMs: Date.UTC(2021, 4, 15, 23, 59, 4) },
    },
  ]);
});

test.each([
  ['Имя журнала: каталог', 'Источник службы', 'Дата', 'Идентификатор события', 'Уровень: ошибка'],
  ['Nome do log: Diretório', 'Fonte de serviço', 'Data', 'ID do evento', 'Nível: erro'],
])('translated pages take Directory Service and the heading below apart: %s', (log, source, date, id, level) => {
  const service = 'Microsoft-Windows-ActiveDirectory_DomainService';
  const { events } = parse(log, `${source}: ${service}`, `${date}: 3/9/2008 11:00:21`, `${id}: 2087`, level, 'text');
  expect(events).toMatchObject([{ channel: 'Directory Service', provider: service, eventId: 2087, level: 'error' }]);
});
