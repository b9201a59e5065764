import { describe, expect, test } from 'vitest';
import { createClipboardParser } from '../../../../../src/core/input/parsers/clipboard/parser.ts';
import { parseText } from '../../../../support/parse-text.ts';

const parse = (...lines: readonly string[]) => parseText(createClipboardParser, lines.join('\n'));
const messagesOf = (...lines: readonly string[]) => parse(...lines).events.map(({ message }) => message);

const nt = (id: number, ...description: readonly string[]): string[] => [
  'Event Type:\tError',
  'Event Source:\tVSS',
  'Event Category:\tNone',
  `Event ID:\t${id}`,
  'Date:\t\t11/18/2006',
  'Time:\t\t4:18:06 AM',
  'User:\t\tN/A',
  'Computer:\tSERVER1',
  'Description:',
  ...description,
];
const vista = (id: number, ...description: readonly string[]): string[] => [
  'Log Name:      Application',
  'Source:        VSS',
  'Date:          10/19/2010 6:17:16 AM',
  `Event ID:      ${id}`,
  'Task Category: None',
  'Level:         Error',
  'Keywords:      Classic',
  'User:          N/A',
  'Computer:      SERVER1',
  'Description:',
  ...description,
];
const CLOSING = 'For more information, see Help and Support Center at http://go.microsoft.com/fwlink/events.asp.';

describe('what looks like headings inside a message', () => {
  test.each([nt, vista])('lines that begin like headings belong to the message', (block) => {
    const message = [
      'Replication failed.',
      'Source: DC1',
      'Date: 1/2/2003',
      'User: SYSTEM',
      'Computer: DC2',
      'Data: none',
    ];
    expect(messagesOf(...block(1, ...message), ...block(2, 'next'))).toEqual([message.join('\n'), 'next']);
  });

  test.each([nt, vista])('a whole event that the message announces, further in, is quoted', (block) => {
    const quoted = block(77, 'inner').map((line) => `    ${line}`);
    const { events } = parse(
      ...block(1, 'The agent saw this event:', ...quoted, 'End of report.'),
      ...block(2, 'next'),
    );
    expect(events.map(({ eventId }) => eventId)).toEqual([1, 2]);
    expect(events[0]?.message).toContain('inner\nEnd of report.');
  });

  test('an announced event of the other generation is quoted, an unannounced one follows', () => {
    const quoted = parse(...vista(1, 'Forwarded from an old server:', ...nt(77, 'inner')));
    expect(quoted.events.map(({ eventId }) => eventId)).toEqual([1]);
    const follows = parse(...vista(1, 'First.'), ...nt(77, 'Second.'), ...vista(3, 'Third.'));
    expect(follows.events.map(({ eventId, message }) => [eventId, message])).toEqual([
      [1, 'First.'],
      [77, 'Second.'],
      [3, 'Third.'],
    ]);
  });

  test('a list by ids goes on behind the words of an article, with short entries, too', () => {
    const { events } = parse(
      ...['Event ID: 1217', 'Source: MSExchangeIS', 'Type: Information', 'Category: General', 'Description: Started.'],
      ...['', 'At the limit you may receive the following Event ID:', ''],
      ...['Event ID: 1112', 'Source: MSExchangeIS', 'Description:', 'The maximum is reached.', ''],
      ...['Event ID: 2035', 'Category: General', 'Description: Lost connections.'],
    );
    expect(events.map(({ eventId, provider }) => [eventId, provider])).toEqual([
      [1217, 'MSExchangeIS'],
      [1112, 'MSExchangeIS'],
      [2035, null],
    ]);
  });

  test('an event in an answered mail is an event', () => {
    const { events } = parse(
      ...nt(1, 'New one.'),
      '',
      'On 2006-11-18 admin@example.com wrote:',
      ...nt(2, 'Old one.').map((line) => `> ${line}`),
    );
    expect(events.map(({ eventId }) => eventId)).toEqual([1, 2]);
  });
});

describe('the end of a message', () => {
  test.each([
    ['English', ['Stopped.', '', CLOSING]],
    [
      'the help of another company',
      ['Stopped.', '', 'For more information, see Help and Support Center at http://www.mysql.com.'],
    ],
    [
      'wrapped before the address',
      ['Stopped.', 'For more information, see Help and Support Center at', 'http://support.microsoft.com.'],
    ],
    [
      'wrapped inside',
      [
        'Stopped.',
        'For more information, see Help and',
        'Support Center at http://go.microsoft.com/fwlink/events.asp.',
      ],
    ],
    ['stuck to the message', [`Stopped.${CLOSING}`]],
    [
      'Spanish',
      [
        'Stopped.',
        '',
        'Para obtener más información, vea el Centro de ayuda y soporte técnico en http://go.microsoft.com/fwlink/events.asp.',
      ],
    ],
    [
      'German behind a sentence',
      [
        'Stopped. Weitere Informationen über die Hilfe- und Supportdienste erhalten Sie unter http://go.microsoft.com/fwlink/events.asp.',
      ],
    ],
  ])('the closing sentence goes, and what follows it: %s', (_name, description) => {
    const { events, findings } = parse(...nt(1, ...description, 'A useful page about 0x80042306.'), ...nt(2, 'next'));
    expect(events.map(({ message }) => message)).toEqual(['Stopped.', 'next']);
    expect(findings.freeText).toEqual([{ text: 'A useful page about 0x80042306.', line: expect.any(Number) }]);
  });

  test.each([
    ['a question', 'What does 0x80042306 mean?'],
    ['a report in the first person', 'I tried to restart it, then 0x80042306 came.'],
    ['what was done first', 'Before anything, I saved and cleared the logs.'],
    ['an announcement of others', 'The following errors happen in sequence on the second one.'],
    ['a greeting', 'Hello all, after an update there is 0x80042306.'],
    ['thanks', 'Thanks for any hint about 0x80042306'],
    ['a German question', 'Hat jemand eine Idee zu 0x80042306'],
    ['a rule', '-----'],
    ['a Markdown heading', '## Environment 0x80042306'],
    ['a note in brackets', '(Exchange 2000 format, see also 0x80042306)'],
    ['an article', 'MORE INFORMATIONCode 0x80042306 means a veto.'],
    ['what an article says next', 'Additionally, the following error may appear: 0x80042306'],
    ['the line above an answered mail', 'On Mon, Jan 5, 2009, Bob <bob@example.com> wrote:'],
    ['what was yesterday', 'Yesterday it was another error: 0x80042306.'],
    ['what was last year', 'Last year we had the other problem (0x80042306).'],
    ['what we did', 'After that we replaced the disk, then 0x80042306 came.'],
    ['what was yesterday, in German', 'Gestern kam 0x80042306.'],
    ['what we did, in German', 'Danach haben wir nichts gefunden, aber wir hatten 0x80042306.'],
    ['what was yesterday, in French', 'Hier il y avait 0x80042306.'],
    ['what was yesterday, in Russian', 'Вчера была ошибка 0x80042306.'],
    ['a signature', '-- '],
    ['who says the next thing in a chat', 'Alice  10:35 AM'],
    ['who says the next thing, with two names', 'Bob Miller 10:35 PM'],
    ['who says the next thing, the time in front', '[13/04 10:35] Miller, Bob'],
  ])('words of a poster are no part of it: %s', (_name, prose) => {
    for (const block of [nt, vista]) {
      const { events, findings } = parse(...block(1, 'Stopped.', '', prose, 'Also 0x80042304 occurs.'));
      expect(events.map(({ message }) => message)).toEqual(['Stopped.']);
      expect(findings.freeText.map(({ text }) => text).join('\n')).toContain('0x80042304');
    }
  });

  test('a time at the end of a line makes nobody say it', () => {
    for (const block of [nt, vista])
      expect(messagesOf(...block(1, 'Stopped.', '', 'Last backup 10:42 AM'))).toEqual([
        'Stopped.\n\nLast backup 10:42 AM',
      ]);
  });

  test.each([
    ['thanks', 'Thanks,'],
    ['thanks in advance', 'Thanks in advance'],
    ['regards', 'Best regards'],
    ['regards in German', 'Mit freundlichen Grüßen'],
    ['the end of a block in Hugo', '{{< /log-excerpt >}}'],
    ['the end of a block in Jekyll', '{% endhighlight %}'],
  ])('end it without an empty line, too: %s', (_name, line) => {
    for (const block of [nt, vista])
      expect(messagesOf(...block(1, 'Stopped.', 'Then started.', line, 'Also 0x80042304 occurs.'))).toEqual([
        'Stopped.\nThen started.',
      ]);
  });

  test.each([
    ['BBCode', '[code]', '[/code]'],
    ['a quote in BBCode', '[quote="bob"]', '[/quote]'],
    ['JIRA', '{noformat}\n', '{noformat}'],
    ['JIRA, for code', '{code:text}\n', '{code}'],
    ['HTML', '<pre class="lang">', '</pre>'],
    ['HTML, for code', '<pre><code>', '</code></pre></body>'],
    ['a quote in HTML', '<blockquote>', '</blockquote>'],
    ['XML', '<body><![CDATA[', ']]></body>'],
    ['a fence that stands on the first and the last line', '```', '```'],
  ])('the end of the frame ends it: %s', (_name, opens, closes) => {
    for (const block of [nt, vista]) {
      const [first = '', ...rest] = block(1, 'Stopped.');
      for (const [between, message] of [
        ['', 'Stopped.'],
        ['\n', 'Stopped.'],
        ['\nThen started.\n', 'Stopped.\nThen started.'],
      ] as const)
        expect(
          messagesOf(`${opens}${first}`, `${rest.join('\n')}${between}${closes}`, 'See 0x80042306.', '', 'Bye.'),
        ).toEqual([message]);
    }
  });

  test('the end of an element of XML around it ends it, that of one in the message does not', () => {
    expect(messagesOf('<comment>', ...vista(1, 'Stopped.'), '</comment>', 'See 0x80042306.')).toEqual(['Stopped.']);
    const message = 'It sent\n<fault>\nno\n</fault>\nand stopped.';
    expect(messagesOf(...vista(1, message))).toEqual([message]);
  });

  test('a frame that the message opened does not end it, and neither do frames of single lines', () => {
    const xml = ['The answer was:', '<pre>', 'no', '</pre>', 'It is tried again.'];
    expect(messagesOf(...vista(1, ...xml))).toEqual(['The answer was:\n\nno\n\nIt is tried again.']);
    const lines = vista(1, 'Stopped.', 'Then started.').map((line) => `<code>${line}</code>`);
    expect(messagesOf(...lines)).toEqual(['Stopped. \nThen started.']);
  });

  test('what a diff or a search shows ends where its signs end', () => {
    const block = vista(1, 'Stopped.', '', 'Then started.');
    for (const [sign, next] of [
      ['+', 'diff --git a/b b/b'],
      ['+', '-See 0x80042306.'],
      ['mail.txt:7:', 'other.txt:1:See 0x80042306.'],
    ] as const) {
      const { events, findings } = parse(...block.map((line) => sign + line), next, 'See 0x80042306.');
      expect(events.map(({ message }) => message)).toEqual(['Stopped.\n\nThen started.']);
      expect(findings.freeText.at(-1)?.text).toContain(next);
    }
  });

  test('a placeholder is no frame', () => {
    const message = 'The call failed with status <code>.\nIt is tried again.';
    expect(messagesOf(...vista(1, message))).toEqual([message]);
  });

  const indented = (id: number, ...message: readonly string[]) => vista(id, ...message).map((line) => `  ${line}`);

  test('a block that stands indented ends where a line does not', () => {
    const { events, findings } = parse('text: |', ...indented(1, 'Stopped.', '', 'Then started.'), 'owner: bob');
    expect(events.map(({ message }) => message)).toEqual(['Stopped.\n\nThen started.']);
    expect(findings.freeText).toMatchObject([{ text: 'text: |' }, { text: 'owner: bob' }]);
    expect(messagesOf(...indented(1, 'Stopped.'), '', 'The service needs the network.')).toEqual(['Stopped.']);
  });

  test('a message that lost its indent, or goes on with a list, does not end there', () => {
    expect(messagesOf(...indented(1), 'Stopped.', '', 'Then started.')).toEqual(['Stopped.\n\nThen started.']);
    expect(messagesOf(...indented(1, 'One of these reasons:'), '', 'No network.')).toEqual([
      'One of these reasons:\n\nNo network.',
    ]);
    expect(messagesOf('<code>', ...indented(1, 'Stopped.'), '', 'Then started.</code>')).toEqual([
      'Stopped.\n\nThen started.',
    ]);
  });

  test('a name in capitals at the beginning of a line is no article', () => {
    const description = ['The call failed.', '', 'STATUS_ACCESS_DENIED 0xc0000022', '', 'CAUSE: no rights'];
    expect(messagesOf(...vista(1, ...description))).toEqual([description.join('\n')]);
  });

  test('the end of a code block ends it', () => {
    expect(messagesOf('```', ...vista(1, 'Stopped.'), '```', 'See 0x80042306.')).toEqual(['Stopped.']);
  });

  test('paragraphs, labels, tabs and lists stay', () => {
    const description = [
      'Volume Shadow Copy Service error: Unexpected error calling routine RegOpenKeyExW(...).  hr = 0x80070005, Access is denied.',
      '. ',
      '',
      'Operation:',
      '   Initializing Writer',
      '',
      'Context:',
      '   Writer Class Id: {e8132975-6f93-4464-a53e-1050253ae220}',
      '',
      'Additional Data',
      'Error value:',
      '8418 The replication operation failed.',
      '',
      'The service will try again.',
      '',
      'User Action:',
      '\tSecurity ID:\t\tSYSTEM',
      ' - restart it',
    ];
    for (const block of [nt, vista])
      expect(messagesOf(...block(8193, ...description), ...block(2, 'next'))).toEqual([description.join('\n'), 'next']);
  });

  test('what reads like a poster stays where the end is marked', () => {
    const description = ['The script said:', '', 'I have found no license. What now?', '', 'Thanks for waiting.'];
    expect(messagesOf(...nt(1, ...description, '', CLOSING))).toEqual([description.join('\n')]);
    expect(messagesOf(...vista(1, ...description, '', 'Event Xml:'))).toEqual([description.join('\n')]);
  });
});

describe('decoration around a message', () => {
  const coded = (...message: readonly string[]) =>
    vista(1, ...message).map((line, index) => (index < 9 ? line.replace(/^(.*?): +(.*)$/, '* *$1:* `$2`') : line));

  test.each([
    ['the values', coded('`Stopped.`'), 'Stopped.'],
    ['the values, over two lines', coded('`Stopped.', 'Then started.`'), 'Stopped.\nThen started.'],
    ['the values and two events, the first', coded('`Stopped.'), 'Stopped.'],
    ['the whole event', vista(1, 'Stopped.`'), 'Stopped.'],
    ['a word of the message', vista(1, 'The `sshd` stopped.'), 'The `sshd` stopped.'],
    ['two words of the message', vista(1, '`sshd` stopped by `cron`'), '`sshd` stopped by `cron`'],
  ])('back-ticks around %s', (_name, lines, message) => {
    expect(messagesOf(...lines)).toEqual([message]);
  });

  test('a back-tick that opens a quote of its own stays', () => {
    expect(messagesOf(...vista(1, "`sshd' stopped."))).toEqual(["`sshd' stopped."]);
  });

  const broken = (...message: readonly string[]) =>
    vista(1, ...message).map((line) => (line.startsWith('User') ? 'User: CONTOSO\\\\admin\\' : `${line}\\`));

  test('doubled backslashes, where Markdown breaks the lines', () => {
    const { events } = parse(...broken('Denied to CONTOSO\\\\admin on C:\\\\x and \\\\\\\\SRV1\\\\c.'));
    expect(events[0]?.user).toBe('CONTOSO\\admin');
    expect(events[0]?.message).toBe('Denied to CONTOSO\\admin on C:\\x and \\\\SRV1\\c.');
  });

  test.each([
    ['one stands alone', broken('Denied on \\\\SRV1\\c, JSON "C:\\\\x".'), 'Denied on \\\\SRV1\\c, JSON "C:\\\\x".'],
    ['only a server is named', broken('Denied on \\\\SRV1.'), 'Denied on \\\\SRV1.'],
    ['nothing is Markdown', vista(1, 'JSON "C:\\\\x".'), 'JSON "C:\\\\x".'],
  ])('backslashes stay where %s', (_name, lines, message) => {
    expect(messagesOf(...lines)).toEqual([message]);
  });

  test('the backslash that breaks a line behind the description on its heading', () => {
    const lines = broken('to the user', 'CONTOSO.');
    const at = lines.findIndex((line) => line.startsWith('Description'));
    lines[at] = 'Description: Denied\\';
    expect(messagesOf(...lines)).toEqual(['Denied\nto the user\nCONTOSO.']);
  });
});

describe('a cell of a CSV file', () => {
  test.each([
    ['commas', '12,"', '",bob'],
    ['semicolons', '12;"', '";bob'],
    ['tabs', '12\t"', '"\tbob'],
    ['the first and last cell', '"', '"'],
  ])('ends the event: %s', (_name, opens, closes) => {
    for (const end of ['', '\n']) {
      const { events, findings } = parse(
        opens + vista(1, 'The ""x"" service stopped.').join('\n'),
        '',
        `${vista(2, 'next').join('\n')}${end}${closes}`,
        '13,0x80042306,bob',
      );
      expect(events.map(({ message }) => message)).toEqual(['The "x" service stopped.', 'next']);
      expect(findings.freeText.map(({ text }) => text).join('\n')).toContain('0x80042306');
    }
  });

  test('quotes around a paste are no cell', () => {
    const message = 'The "x" service, or "y", stopped.\n"z" started.';
    const [first = '', ...rest] = vista(1, message);
    expect(messagesOf(`"${first}`, ...rest, '', ...vista(2, 'It says "".'))).toEqual([message, 'It says "".']);
  });
});

describe('the data section', () => {
  const bytes = [
    '0000: 42 61 63 6b 75 70 20 69   Backup i',
    '0008: 6e 20 70 72 6f 67 72 65   n progre',
    '0010: 73 73 2e 00               ss..',
  ];
  const text = 'Backup in progress.\0';
  const dataOf = (...lines: readonly string[]) => {
    const { events, problems } = parse(...lines);
    return { events, problems, text: events.map(({ data }) => data && String.fromCharCode(...data)) };
  };

  test.each([
    ['behind the closing sentence', [CLOSING, 'Data:', ...bytes]],
    ['without a closing sentence', ['Data:', ...bytes]],
    ['with the heading of another language', ['', 'Daten:', ...bytes]],
    ['without a heading', [CLOSING, ...bytes]],
    ['with the radio buttons of the dialog', ['', 'Data: * Bytes O Words', ...bytes]],
    ['on one line', [`${CLOSING} Data: ${bytes.map((row) => row.replace(/ {2,}/g, ' ')).join(' ')}`]],
    ['with empty lines between', ['', 'Data:', ...bytes.flatMap((row) => [row, ''])]],
    ['with a row broken', ['', 'Data:', '0000: 42 61 63 6b', '75 70 20 69   Backup i', ...bytes.slice(1)]],
    ['in capitals', ['', 'Data:', ...bytes.map((row) => row.slice(0, 30).toUpperCase() + row.slice(30))]],
    ['as words', ['', 'Data:', '0000: 6b636142 69207075 7270206e 6572676f', '0010: 002e7373']],
  ])('is decoded %s', (_name, rows) => {
    const read = dataOf(...nt(9607, 'Error code 0x50d.', ...rows), ...nt(2, 'next'));
    expect(read.problems).toEqual([]);
    expect(read.text).toEqual([text, null]);
    expect(read.events.map(({ message }) => message)).toEqual(['Error code 0x50d.', 'next']);
  });

  test('words behind it are free text, and no message', () => {
    const { events, findings } = parse(...nt(9607, 'Error code 0x50d.', 'Data:', ...bytes, 'See 0x80042306.'));
    expect(events[0]?.message).toBe('Error code 0x50d.');
    expect(findings.freeText).toEqual([{ text: 'See 0x80042306.', line: 15 }]);
  });

  test('a damaged dump gives a problem and no bytes', () => {
    const read = dataOf(...nt(9607, 'Error code 0x50d.', 'Data:', bytes[0] ?? '', bytes[2] ?? ''), ...nt(2, 'next'));
    expect(read.text).toEqual([null, null]);
    expect(read.problems).toEqual([{ code: 'clipboard/bad-data', position: 1, detail: null }]);
    expect(read.events.map(({ message }) => message)).toEqual(['Error code 0x50d.', 'next']);
  });

  test('a label called data inside a message is no data section', () => {
    expect(messagesOf(...nt(1, 'Rejected.', 'Data:', 'the name was empty'))).toEqual([
      'Rejected.\nData:\nthe name was empty',
    ]);
  });
});

describe('a message that could not be found', () => {
  const stringsOf = (...lines: readonly string[]) => parse(...lines).events[0]?.strings;
  const old = (id: number, list: string) =>
    `The description for Event ID ( ${id} ) in Source ( VSS ) cannot be found. The local computer may not have the necessary registry ` +
    'information or message DLL files to display messages from a remote computer. You may be able to use the /AUXSOURCE= flag to ' +
    `retrieve this description; see Help and Support for details. The following information is part of the event: ${list}`;

  test('the older generation lists its inserts behind one sentence, and the text is kept', () => {
    const { events } = parse(...nt(5, old(5, 'disk, 7, , \\Device\\Harddisk0.'), '', CLOSING));
    expect(events[0]?.strings).toEqual(['disk', '7', '', '\\Device\\Harddisk0']);
    expect(events[0]?.message).toBe(old(5, 'disk, 7, , \\Device\\Harddisk0.'));
  });

  test('PowerShell puts them in quotes', () => {
    const text =
      "The description for Event ID '5' in Source 'VSS' cannot be found.  The local computer may not have the necessary registry information or message DLL files to display the message, or you may not have permission to access them.  The following information is part of the event:'rdyboost', '4'";
    expect(stringsOf(...nt(5, text))).toEqual(['rdyboost', '4']);
  });

  test('a list that a narrow window wrapped has the same inserts', () => {
    const text = [
      ...[
        "The description for Event ID '41' in Source",
        "'Microsoft-Windows-Kernel-Power' cannot be found.",
        'The local',
      ],
      ...[
        'computer may not have the necessary registry information or message DLL files. The following information is part',
      ],
      ...["of the event:'0',", "'0x0', '0x0',", "  '0x0', '0x0', '0',", "'0', '0'"],
    ];
    expect(stringsOf(...nt(41, ...text))).toEqual(['0', '0x0', '0x0', '0x0', '0x0', '0', '0', '0']);
    expect(stringsOf(...nt(5, old(5, 'disk, 7,\n\\Device\\Harddisk0.')))).toEqual(['disk', '7', '\\Device\\Harddisk0']);
  });

  test('in Russian they are parted by semicolons', () => {
    const text =
      'Не найдено описание для события с кодом ( 5 ) в источнике ( VSS ). Возможно, на локальном компьютере нет нужных данных в реестре или файлов DLL сообщений для отображения сообщений удаленного компьютера. В записи события содержится следующая информация: диск; 7';
    const lines = [
      'Тип события:\tОшибка',
      'Источник события:\tVSS',
      'Категория события:\tОтсутствует',
      'Код события:\t5',
      'Описание:',
      text,
    ];
    expect(stringsOf(...lines)).toEqual(['диск', '7']);
  });

  const head = (id: number) => [
    `The description for Event ID ${id} from source VSS cannot be found. Either the component that raises this event is not installed on your local computer or the installation is corrupted. You can install or repair the component on the local computer.`,
    '',
    'If the event originated on another computer, the display information had to be saved with the event.',
    '',
    'The following information was included with the event: ',
  ];
  const trailer = 'The message resource is present but the message was not found in the message table';

  test.each([
    ['one a line', ['', 'disk', '7', '', trailer]],
    ['without the last sentence', ['', 'disk', '7']],
    ['with an empty line behind each', ['', 'disk', '', '7', '', trailer]],
    ['right behind the sentence', ['disk', '7', trailer]],
  ])('the newer generation lists them %s', (_name, list) => {
    expect(stringsOf(...vista(5, ...head(5), ...list))).toEqual(['disk', '7']);
  });

  test('an empty insert keeps its place', () => {
    expect(stringsOf(...vista(5, ...head(5), '', 'disk', '', '7', '8', '', trailer))).toEqual(['disk', '', '7', '8']);
  });

  test('in French and Japanese the form is the same', () => {
    const french = [
      'La description de l’ID d’événement 5 dans la source VSS est introuvable. Le composant qui a déclenché cet événement n’est pas installé sur l’ordinateur local ou l’installation est endommagée.',
      '',
      'Si l’événement provient d’un autre ordinateur, les informations d’affichage doivent être enregistrées avec l’événement.',
      '',
      'Les informations suivantes étaient incluses avec l’événement : ',
      '',
      'disque',
      '7',
      '',
      'La ressource de message est présente, mais le message est introuvable dans la table.',
    ];
    const japanese = [
      'ソース "VSS" からのイベント ID 5 の説明が見つかりません。このイベントを発生させるコンポーネントがローカル コンピューターにインストールされていないか、インストールが壊れています。',
      '',
      'イベントが別のコンピューターから発生している場合、イベントと共に表示情報を保存する必要があります。',
      '',
      'イベントには次の情報が含まれています: ',
      '',
      'disque',
      '7',
      '',
      'メッセージ リソースは存在しますが、メッセージがメッセージ テーブルに見つかりませんでした。',
    ];
    const headings = (text: readonly string[]) => [
      'Log Name: System',
      'Source: VSS',
      'Event ID: 5',
      'Description:',
      ...text,
    ];
    const other = headings(japanese).map((line) =>
      line
        .replace('Log Name', 'ログの名前')
        .replace('Source', 'ソース')
        .replace('Event ID', 'イベント ID')
        .replace('Description', '説明'),
    );
    expect(stringsOf(...other)).toEqual(['disque', '7']);
    const fr = headings(french).map((line) =>
      line
        .replace('Log Name', 'Nom du journal ')
        .replace('Source', 'Source ')
        .replace('Event ID', 'ID de l’événement ')
        .replace('Description', 'Description '),
    );
    expect(stringsOf(...fr)).toEqual(['disque', '7']);
  });

  test('a message about another event gives no inserts', () => {
    expect(stringsOf(...nt(6, old(5, 'a, b.')))).toEqual([]);
  });
});

describe('a quote of Markdown whose first line alone bears the mark', () => {
  const quoted = (id: number, ...description: readonly string[]) =>
    nt(id, ...description).map((line, at) => (at === 0 ? `> ${line}` : line));

  test('ends at an empty line, whatever the words behind it are', () => {
    const words = 'This indicates that the attempt will be repeated later:';
    expect(messagesOf(...quoted(1, 'The directory is busy.'), '', words, ...quoted(2, 'next'))).toEqual([
      'The directory is busy.',
      'next',
    ]);
  });
  test('goes on where marks follow, and the marks are no part of the message', () => {
    const message = ['No tree can be built.', '', 'Sites:', 'CN=A,CN=Sites'];
    const lines = ['No tree can be built.', '>', '> Sites:', 'CN=A,CN=Sites', '>'];
    expect(messagesOf(...quoted(1, ...lines), ...quoted(2, 'next'))).toEqual([message.join('\n'), 'next']);
  });
  test('lines without the mark go on where a marked line announces them, up to an empty one', () => {
    const lines = nt(1, 'A writer failed.', '', 'Operation:').map((line) => `> ${line}`);
    const behind = ['   Gathering Writer Data', '   Freeze', '>', '> Context: copy', '', 'Any idea?', 'Thank you'];
    expect(messagesOf(...lines, ...behind)).toEqual([
      'A writer failed.\n\nOperation:\n   Gathering Writer Data\n   Freeze\n\nContext: copy',
    ]);
  });
  test('lines of marks alone between events are part of none', () => {
    const item = (id: number) =>
      quoted(id, 'The directory is busy.').map((line, at) => (at === 0 ? line : `    ${line}`));
    expect(messagesOf(...item(1), '    >', ...item(2))).toEqual(Array(2).fill('The directory is busy.'));
  });
  test('a mark that wrapping dropped is another thing: there an empty line is part of the message', () => {
    const [first = '', second = '', ...others] = nt(1, 'A writer failed.', '', 'Operation: freeze');
    expect(messagesOf(`> ${first}`, second, ...others.map((line) => `> ${line}`))).toEqual([
      'A writer failed.\n\nOperation: freeze',
    ]);
  });
});

test.each(['#'.repeat(64), '*'.repeat(20)])('a line drawn between two events is part of none: %s', (line) => {
  const { events, findings } = parse(line, ...vista(1, 'It failed.'), line, ...vista(2, 'Again.'), line);
  expect(events.map(({ message }) => message)).toEqual(['It failed.', 'Again.']);
  expect(findings.freeText.map(({ text }) => text)).toEqual([line, line, line]);
});

describe('a line drawn above the headings', () => {
  const [line, other] = ['='.repeat(18), '-'.repeat(18)];

  test('ends the event where it comes again', () => {
    const text = [
      line,
      ...vista(1, 'It failed.'),
      line,
      'Restart helped once.',
      line,
      ...vista(2, 'Again.'),
      line,
      'Bye',
    ];
    expect(messagesOf(...text)).toEqual(['It failed.', 'Again.']);
    expect(messagesOf(line, ...vista(1, 'It failed.'), line, ...vista(2, 'Again.'), line, 'Bye')).toEqual([
      'It failed.',
      'Again.',
    ]);
  });
  test('in dashes, as pages show five hyphens', () => {
    expect(messagesOf('——-', ...vista(1, 'It failed.'), '——-', 'See the log.')).toEqual(['It failed.']);
  });
  test('another line in a message is part of it', () => {
    const message = ['Summary', other, 'Two files.'];
    expect(messagesOf(line, ...vista(1, ...message), line)).toEqual([message.join('\n')]);
  });
  test('where none was drawn, lines in a message are part of it', () => {
    const message = ['Summary', line, 'Two files.', line];
    expect(messagesOf('See this:', ...vista(1, ...message))).toEqual([message.join('\n')]);
  });
  test('a single one below a message, in front of the next event or at the end, is none of it', () => {
    const two = [...vista(1, 'It failed.', line), '', ...vista(2, 'Again.', '', other)];
    expect(messagesOf('See this:', ...two)).toEqual(['It failed.', 'Again.']);
    expect(messagesOf('```', ...two, '```')).toEqual(['It failed.', 'Again.']);
  });
});

test('in a block of YAML an event ends at the next key of what holds it', () => {
  const inner = nt(1, 'Warnings were encountered.', '', 'Consult the report.').map((line) => `      ${line}`);
  const text = ['items:', '  - id: 1', '    log: |', ...inner, '    status: open', '  - id: 2', '    log: |', ...inner];
  const { events, findings } = parse(...text);
  expect(events.map(({ message }) => message)).toEqual(
    Array(2).fill('Warnings were encountered.\n\nConsult the report.'),
  );
  expect(findings.freeText.map(({ text: words }) => words)).toEqual([
    'items:\n  - id: 1\n    log: |',
    '    status: open\n  - id: 2\n    log: |',
  ]);
});
test('a label in a message is no such key', () => {
  const message = ['It failed.', 'Operation:', '   Gathering Writer Data'];
  expect(messagesOf(...nt(1, ...message).map((line) => `    ${line}`))).toEqual([message.join('\n')]);
});

describe('a quoted value whose line ends are escaped', () => {
  const escaped = (...lines: readonly string[]): string => lines.join('\\n').replaceAll('\t', '\\t');
  test('holds an event, in YAML beside other keys', () => {
    const text = ['- id: 4712', `  log: "${escaped(...nt(7, 'D: is bad.'))}"`, '  status: open', '- id: 4713'];
    const { events, findings } = parse(...text, `  log: "${escaped(...vista(153, 'It was retried.'))}"`);
    expect(events.map(({ eventId, provider, message }) => [eventId, provider, message])).toEqual([
      [7, 'VSS', 'D: is bad.'],
      [153, 'VSS', 'It was retried.'],
    ]);
    expect(findings.freeText.map(({ text: words }) => words).join('\n')).toContain('  status: open\n- id: 4713');
  });
  test('in a piece of JSON', () => {
    const { events } = parse('"level": 2,', `"message": "${escaped(...vista(8193, 'C:\\\\new is \\"gone\\".'))}",`);
    expect(events).toMatchObject([{ eventId: 8193, message: 'C:\\new is "gone".', position: 2 }]);
  });
  test('a path with a folder that begins with n is none', () => {
    const message = ['It failed.', 'Path = "C:\\new\\night\\nobody\\none of these folders is there any more"'];
    expect(messagesOf(...nt(1, ...message))).toEqual([message.join('\n')]);
  });
});

describe('words of a letter below the message', () => {
  test.each([
    ...[
      'danke!!',
      'Danke schön :-)',
      'Danke für eure Hilfe!',
      'Vielen Dank im Voraus',
      'thx',
      'Thanks 🙂',
      'Regards - Tom',
    ],
    ...['Merci beaucoup', 'Спасибо заранее!', 'ありがとうございます。', '谢谢大家！', 'Met vriendelijke groet,'],
  ])('%j ends it', (words) => expect(messagesOf(...vista(1, 'It failed.', words))).toEqual(['It failed.']));

  test.each(['Thanks to the update it failed.', 'Danke GmbH', 'Regards: 3', 'Gracias a la actualización'])(
    '%j is none of them',
    (line) => expect(messagesOf(...vista(1, 'It failed.', line))).toEqual([`It failed.\n${line}`]),
  );
});

describe('a line without the quote mark that all lines of an event bear', () => {
  const quoted = (...message: readonly string[]) => vista(1, ...message).map((line) => `> ${line}`);

  test('is the answer, whatever it says', () => {
    expect(messagesOf(...quoted('It failed.'), 'The server has two disks.')).toEqual(['It failed.']);
    expect(messagesOf(...quoted('It failed.', '', 'Operation: none'), '', 'The server has two disks.')).toEqual([
      'It failed.\n\nOperation: none',
    ]);
  });
  test('is the rest of a line that a mail broke', () => {
    const long = 'The backup of the volume that holds the database failed with';
    expect(messagesOf(...quoted(long), 'an error.')).toEqual([`${long}\nan error.`]);
    expect(messagesOf(...quoted('It'), 'failed.', '> Operation: none')).toEqual(['It\nfailed.\nOperation: none']);
  });

  const sentence = 'Der Dienst "Druckwarteschlange" wurde unerwartet beendet.';
  test('below a finished sentence begins what is said of the event', () => {
    expect(messagesOf(...quoted(sentence), 'Danach ging nichts mehr.')).toEqual([sentence]);
    expect(messagesOf(...quoted(sentence), 'Danach ging nichts mehr.', '', 'Kennt das wer?')).toEqual([sentence]);
  });
  test.each([
    ['announces the next event', [sentence], 'ausserdem noch das hier:'],
    ['stands behind an empty line', [sentence, ''], 'ausserdem noch das hier'],
    ['stands below a line that no mail breaks', ['Er wurde beendet.'], 'ausserdem noch das hier'],
  ])('between two quoted events it is part of none where it %s', (_name, message, words) => {
    const { events, findings } = parse(...quoted(...message), words, ...quoted('next'));
    expect(events.map((event) => event.message)).toEqual([message[0], 'next']);
    expect(findings.freeText.map(({ text }) => text)).toEqual([words]);
  });
});

test('marks in an indented quote of which only some lines bear them are no part of the message', () => {
  const [first = '', ...others] = vista(1, 'It failed.');
  const lines = [
    `    > ${first}`,
    ...others.map((line) => `    ${line}`),
    '    >',
    '    > Error: 367',
    '    Volume: C:',
  ];
  expect(messagesOf(...lines)).toEqual(['It failed.\n\nError: 367\nVolume: C:']);
});

test('a page that took the first tag of the XML for its own left the rest of it behind the heading', () => {
  const rest = 'Event Xml: http://schemas.microsoft.com/win/2004/08/events/event">';
  expect(messagesOf(...vista(1, 'It failed.', rest, '', '<System>', '</System>'))).toEqual(['It failed.']);
  const named = 'The element http://schemas.microsoft.com/win/2004/08/events/event';
  expect(messagesOf(...vista(1, named))).toEqual([named]);
});

describe('the heading of an article, alone on its line', () => {
  test.each([
    'Cause',
    'Ursache',
    'Lösung',
    'Résolution',
    'Causa',
    'Solución',
    'Rozwiązanie',
    'Причина',
    '原因',
    '解决方法',
  ])('%s ends the message behind an empty line or a finished sentence', (heading) => {
    expect(messagesOf(...nt(1, 'It failed.', '', heading, '', 'The disk is full.'))).toEqual(['It failed.']);
    expect(messagesOf(...nt(1, 'It failed.', heading, 'The disk is full.'))).toEqual(['It failed.']);
  });
  test.each([
    ['with a colon', ['It failed.', '', 'Cause:', 'The disk is full.']],
    ['beside more words', ['It failed.', '', 'Cause of the failure', 'The disk is full.']],
    ['in the middle of a sentence', ['It failed for this', 'Cause', 'and no other.']],
  ])('%s it is part of the message', (_name, message) => {
    expect(messagesOf(...nt(1, ...message))).toEqual([message.join('\n')]);
  });
});
