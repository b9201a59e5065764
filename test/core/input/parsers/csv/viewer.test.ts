import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../../src/core/input/mixture/parser.ts';
import { createCsvParser } from '../../../../../src/core/input/parsers/csv/parser.ts';
import { isTable } from '../../../../../src/core/input/parsers/csv/recognise.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../../support/sources.ts';
import { AT, HEADER, ROWS, readCsv } from './support.ts';

/** The headers of the viewer by language; half of them are unconfirmed. */
const HEADERS: readonly (readonly [string, string])[] = [
  ['en', 'Level,Date and Time,Source,Event ID,Task Category'],
  ['de', 'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie'],
  ['fr', 'Niveau,Date et heure,Source,ID de l’événement,Catégorie de la tâche'],
  ['es', 'Nivel,Fecha y hora,Origen,Id. del evento,Categoría de la tarea'],
  ['it', 'Livello,Data e ora,Origine,ID evento,Categoria attività'],
  ['pt-BR', 'Nível,Data e Hora,Fonte,Identificação do Evento,Categoria da Tarefa'],
  ['pt-PT', 'Nível,Data e Hora,Origem,ID do Evento,Categoria da Tarefa'],
  ['nl', 'Niveau,Datum en tijd,Bron,Gebeurtenis-id,Taakcategorie'],
  ['pl', 'Poziom,Data i godzina,Źródło,Identyfikator zdarzenia,Kategoria zadania'],
  ['ru', 'Уровень,Дата и время,Источник,Код события,Категория задачи'],
  ['cs', 'Úroveň,Datum a čas,Zdroj,ID události,Kategorie úlohy'],
  ['tr', 'Düzey,Tarih ve Saat,Kaynak,Olay Kimliği,Görev Kategorisi'],
  ['sv', 'Nivå,Datum och tid,Källa,Händelse-ID,Aktivitetskategori'],
  ['da', 'Niveau,Dato og klokkeslæt,Kilde,Hændelses-id,Opgavekategori'],
  ['nb', 'Nivå,Dato og klokkeslett,Kilde,Hendelses-ID,Oppgavekategori'],
  ['fi', 'Taso,Päivämäärä ja kellonaika,Lähde,Tapahtuman tunnus,Tehtävän luokka'],
  ['hu', 'Szint,Dátum és idő,Forrás,Eseményazonosító,Feladatkategória'],
  ['ja', 'レベル,日付と時刻,ソース,イベント ID,タスクのカテゴリ'],
  ['zh-CN', '级别,日期和时间,来源,事件 ID,任务类别'],
  ['zh-TW', '等級,日期和時間,來源,事件識別碼,工作類別'],
  ['ko', '수준,날짜 및 시간,원본,이벤트 ID,작업 범주'],
];
const EVENT = { provider: 'VSS', eventId: 8193, level: 'error', message: 'It, and\n"more".', time: AT };
const rowBy = (sign: string): string =>
  ['Error', '07.10.2016 18:38:24', 'VSS', '8193', 'None', '"It, and\n""more""."'].join(sign);

describe.each(HEADERS)('%s', (language, header) => {
  test.each([',', '\t', ';'])('parted by %j', (sign) => {
    const text = `${header.replaceAll(',', sign)}\n${rowBy(sign)}\n`;
    expect(isTable(text)).toBe(true);
    const { events, problems, findings } = readCsv(text);
    expect(events).toMatchObject([EVENT]);
    expect(problems).toEqual([]);
    // Norwegian and Danish share their words, and Spanish and Portuguese most of them.
    expect(findings.language).toBe(language);
  });
});

test.each([
  ['Keywords,Date and Time,Source,Event ID,Task Category', 'Audit Failure', 'audit-failure'],
  ['キーワード,日付と時刻,ソース,イベント ID,タスクのカテゴリ', '失敗の監査', 'audit-failure'],
  ['關鍵字,日期和時間,來源,事件識別碼,工作類別', '稽核成功', 'audit-success'],
  [
    'Schlüsselwörter,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie',
    'Überwachung erfolgreich',
    'audit-success',
  ],
])('a security log: %s', (header, word, level) => {
  expect(readCsv(`${header}\n${word},2016/10/07 18:38:24,Security,4625,Logon,Text\n`).events).toMatchObject([
    { level, eventId: 4625, message: 'Text', category: 'Logon', time: AT },
  ]);
});

test('columns that the view added, in Portuguese', () => {
  const header =
    'Nível,Data e Hora,Fonte,Identificação do Evento,Categoria da Tarefa,Identificação do Processo,Identificação de Thread,Identificação do processador,Identificação da Sessão,Nome de Origem do Evento,Usuário,Palavras-chave,Código Operacional,Log,Computador,Tempo do Kernel,Tempo do Usuário,Tempo do Processador,ID de Correlação,ID de Correlação Relativa';
  const row =
    'Erro,07/10/2016 18:38:24,VSS,8193,Nenhum,4,8,,,VSS,N/D,Clássico,Informações,Application,HOST01,,,,{1},{2},"Erro do Serviço."';
  expect(readCsv(`${header}\n${row}`).events).toMatchObject([
    {
      level: 'error',
      provider: 'VSS',
      eventId: 8193,
      category: null,
      user: null,
      channel: 'Application',
      host: 'HOST01',
      message: 'Erro do Serviço.',
      system: { processId: 4, threadId: 8, activityId: '{1}', relatedActivityId: '{2}' },
      time: { ...AT, orders: ['dmy', 'mdy'] },
    },
  ]);
});

test('a log by the name that the viewer shows', () => {
  const { events } = readCsv(
    'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Protokollname\nFehler,01.05.2023 09:59:58,disk,7,Anwendung\n',
  );
  expect(events).toMatchObject([{ eventId: 7, channel: 'Application' }]);
});

test('a French table that a spreadsheet saved with the months by name', () => {
  const header = 'Niveau;Date et heure;Source;ID de l’événement;Catégorie de la tâche';
  const rows = ['Erreur;3-janv.-12 15:04;disk;7;Aucun;x', 'Erreur;mardi 14 août 2012 15:04:05;disk;7;Aucun;y'];
  expect(readCsv(`${header}\n${rows.join('\n')}\n`).events).toMatchObject([
    { eventId: 7, message: 'x', time: { kind: 'local', date: [3, 1, 12], orders: ['dmy'], timeOfDayMs: 54_240_000 } },
    {
      eventId: 7,
      message: 'y',
      time: { kind: 'local', date: [14, 8, 2012], orders: ['dmy'], timeOfDayMs: 54_245_000 },
    },
  ]);
});

const table = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
const SIX = { level: 'error', provider: 'disk', eventId: 7, time: AT, message: 'A, bad block.' };

test.each([
  ['six named columns', table(`${HEADER},Message`, 'Error,10/7/2016 6:38:24 PM,disk,7,None,"A, bad block."')],
  [
    'a comma too many in a description without quotes',
    table(HEADER, 'Error,10/7/2016 6:38:24 PM,disk,7,None,A, bad block.'),
  ],
  ['the same below a name', table(`${HEADER},Message`, 'Error,10/7/2016 6:38:24 PM,disk,7,None,A, bad block.')],
  ['a header that ends in a delimiter', table(`${HEADER},`, 'Error,10/7/2016 6:38:24 PM,disk,7,None,"A, bad block."')],
  [
    'all in quotes',
    table(
      '"Level","Date and Time","Source","Event ID","Task Category"',
      '"Error","10/7/2016 6:38:24 PM","disk","7","None","A, bad block."',
    ),
  ],
  [
    'sep= of Excel, by semicolons',
    table('sep=;', HEADER.replaceAll(',', ';'), 'Error;10/7/2016 6:38:24 PM;disk;7;None;A, bad block.'),
  ],
  [
    'columns swapped',
    table(
      'Event ID,Level,Source,Task Category,Date and Time',
      '7,Error,disk,None,10/7/2016 6:38:24 PM,"A, bad block."',
    ),
  ],
  [
    'an index in front that pandas named',
    table(`,${HEADER}`, '0,Error,10/7/2016 6:38:24 PM,disk,7,None,"A, bad block."'),
  ],
  ['an index that has no name', table(HEADER, '0,Error,10/7/2016 6:38:24 PM,disk,7,None,"A, bad block."')],
  ['names moved by one', table(`,${HEADER}`, 'Error,10/7/2016 6:38:24 PM,disk,7,None,"A, bad block."')],
  [
    'empty lines in front and between',
    table('', '', HEADER, '', 'Error,10/7/2016 6:38:24 PM,disk,7,None,"A, bad block."', ''),
  ],
  ['no header at all', table('Error,10/7/2016 6:38:24 PM,disk,7,None,"A, bad block."')],
  [
    'a header in a language that is not known',
    table('Abc,Def,Ghi,Jkl,Mno', 'Error,10/7/2016 6:38:24 PM,disk,7,None,"A, bad block."'),
  ],
  ['an id as Excel writes it', table(HEADER, 'Error,10/7/2016 6:38:24 PM,disk,7.0,None,"A, bad block."')],
])('%s', (_name, text) => {
  expect(isTable(text)).toBe(true);
  const { events, problems } = readCsv(text);
  expect(events).toMatchObject([SIX]);
  expect(problems).toEqual([]);
});

test.each([
  ['7036', 7036],
  ['7,036', 7036],
  ['7.000', 7000],
  ['7036.0', 7036],
  ['0x1b7c', 7036],
  ['-1073741773', 0xc0000033],
])('the id %s', (text, id) => {
  expect(readCsv(table(HEADER, `Error,10/7/2016 6:38:24 PM,disk,"${text}",None,x`)).events[0]?.eventId).toBe(id);
});

test('names that scripts give', () => {
  const { events } = readCsv(
    table('PSComputerName,TimeCreated,Id,EventDescription,Label', 'HOST01,10/7/2016 6:38:24 PM,7036,It runs.,0'),
  );
  expect(events).toMatchObject([{ host: 'HOST01', eventId: 7036, message: 'It runs.', time: AT }]);
});

test('the level column is gone, the description sits below another name', () => {
  const { events } = readCsv(table(HEADER, '10/7/2016 6:38:24 PM,disk,7,None,"A, bad block."'));
  expect(events).toMatchObject([{ ...SIX, level: null }]);
});

test('rows of every sort, in pieces of any size', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = readCsv(table(HEADER, ...ROWS), { size });
    expect(events.map(({ eventId, position, level, message }) => [eventId, position, level, message])).toEqual([
      [7036, 2, 'information', 'The service entered the running state.'],
      [
        8193,
        3,
        'error',
        'Volume Shadow Copy Service error: Unexpected error calling "CoCreateInstance".  hr = 0x80040154.\n\nOperation:\n   Gathering Writer Data',
      ],
      [51, 7, 'warning', 'An error was detected on device \\Device\\Harddisk0\\DR0, during a paging operation.'],
      [6013, 8, 'information', null],
    ]);
    expect(problems).toEqual([]);
    expect(findings).toMatchObject({
      language: 'en',
      likelyOrder: 'mdy',
      timeBasis: 'local',
      records: 4,
      freeText: [],
    });
  }
});

test('inserts of a message that was not found', () => {
  const text =
    '"The description for Event ID 51 from source disk cannot be found.\n\nThe following information was included with the event: \n\n\\Device\\Harddisk0\nx"';
  expect(readCsv(table(HEADER, `Warning,10/7/2016 6:38:24 PM,disk,51,None,${text}`)).events).toMatchObject([
    { strings: ['\\Device\\Harddisk0', 'x'] },
  ]);
});

test.each([
  ['words with commas', 'Hello, I have a problem, and it is, well, bad.'],
  ['names without an id', 'Level,Date and Time,Source'],
  ['another table', 'Name,Size,Date\na.txt,17,10/7/2016 6:38:24 PM'],
  [
    'a copied event',
    'Log Name:      System\nSource:        disk\nDate:          10/7/2016 6:38:24 PM\nEvent ID:      7',
  ],
  ['a log of a web server', '#Fields: date time s-ip cs-method cs-uri-stem\n2016-10-07 18:38:24 10.0.0.1 GET /'],
  ['XML', "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>"],
  ['JSON', '{"EventID":7,"Level":2,"TimeCreated":"2016-10-07T18:38:24Z"}'],
  ['nothing', ''],
])('%s is no table of events', (_name, text) => {
  expect(isTable(text)).toBe(false);
});

describe('rows of the list, copied without its header', () => {
  beforeAll(() => prepareMixture());
  const row = (level: string, source: string, id: number) => `${level}\t10/7/2016 6:38:24 PM\t${source}\t${id}\tNone`;
  const DCOM = [
    'The permission settings do not grant Activation, for CLSID ',
    '{7022A3B3-D004-4F52-AF11-E9E987FEE25F}',
  ];
  const EVENTS = [
    { level: 'error', provider: 'DistributedCOM', eventId: 10_016, category: null, message: DCOM.join('\n') },
    { level: 'warning', provider: 'User Profile Service', eventId: 1534, message: 'Profile notification failed.' },
  ];

  test.each(['', '-', '- ', '* '])('the text below a row is its message, behind %j', (mark) => {
    const text = [
      ...['In the viewer:', '', mark + row('Error', 'DistributedCOM', 10_016), ...DCOM, '', 'and then 3 of these:', ''],
      ...[mark + row('Warning', 'User Profile Service', 1534), 'Profile notification failed.'],
    ].join('\n');
    for (const size of PIECE_SIZES) {
      const { events, findings } = parseText(createMixtureParser, text, { size });
      expect(events).toMatchObject(EVENTS);
      expect(findings.freeText.map(({ text: free }) => free)).toEqual(['In the viewer:', 'and then 3 of these:']);
    }
  });

  test('words of a poster below a row are none', () => {
    const text = [row('Error', 'DistributedCOM', 10_016), 'I get this every day.'].join('\n');
    for (const size of PIECE_SIZES)
      expect(parseText(createMixtureParser, text, { size }).events).toMatchObject([{ eventId: 10_016, message: null }]);
  });

  test('a file of such rows reads alike', () => {
    const text = [row('Error', 'DistributedCOM', 10_016), ...DCOM, row('Error', 'disk', 7), ''].join('\n');
    for (const size of PIECE_SIZES)
      expect(readCsv(text, { size }).events).toMatchObject([
        EVENTS[0],
        { provider: 'disk', eventId: 7, message: null },
      ]);
  });
});

test.each([
  ['the list of the older viewer', 'Error\t13/01/2020\t3:04:05 PM\tdisk\tNone\t7\tN/A\tHOST01'],
  ['Event Log Explorer', 'Error\t13/01/2020\t3:04:05 PM\t7\tdisk\tNone\tN/A\tHOST01\tA bad block.'],
])('rows without a header: %s', (_name, row) => {
  expect(isTable(`${row}\n${row}\n`)).toBe(true);
  const { events, problems } = readCsv(`${row}\n${row}\n`);
  expect(events).toMatchObject(
    [1, 2].map((position) => ({
      ...{ position, eventId: 7, provider: 'disk', level: 'error', host: 'HOST01', category: null, user: null },
      time: { kind: 'local', date: [13, 1, 2020], timeOfDayMs: 54_245_000 },
    })),
  );
  expect(problems).toEqual([]);
});

test('rows of Zeek, which begin with seconds, are none of the viewer', () => {
  const zeek = '1693975906.178604\t-\t192.168.56.30\t0\t239.255.255.250\t0\tbad_IP_checksum\t-\tF\tzeek\tIP\n';
  expect(isTable(zeek.repeat(2))).toBe(false);
  const log = `#separator \\x09\n#path\tweird\n#fields\tts\tuid\tid.orig_h\tid.orig_p\n#types\ttime\n${zeek.repeat(3)}`;
  expect(parseText(createMixtureParser, log).events).toEqual([]);
});

test.each(PIECE_SIZES)('the first row of a table without a header keeps all lines of its message, %i', (size) => {
  const rows = [
    'Information\t30.10.2019 03:31:14\tWindows Error Reporting\t1001\tNone\t"Fault bucket , type 0\n\nProblem signature:\nP1: a.exe"',
    'Error\t30.10.2019 03:31:10\tApplication Error\t1000\t(100)\t"One\n\nTwo"',
  ].join('\n');
  for (const text of [rows, `\n\n${rows}\n`]) {
    const { events, problems } = parseText(createCsvParser, text, { size });
    expect(events.map(({ message }) => message)).toEqual([
      'Fault bucket , type 0\n\nProblem signature:\nP1: a.exe',
      'One\n\nTwo',
    ]);
    expect(problems).toEqual([]);
  }
});

test('a bar inside a cell of Markdown has a backslash in front', () => {
  const { events } = readCsv(
    '| Level | Date and Time | Source | Event ID | Message |\n|---|---|---|---|---|\n' +
      '| Error | 13/01/2020 3:04:05 PM | disk | 7 | a \\| b \\| c |\n| Error | 13/01/2020 3:04:06 PM | disk | 7 | C:\\ |\n',
  );
  expect(events.map(({ message }) => message)).toEqual(['a | b | c', 'C:\\']);
});

test('a table in Markdown between words, in fences or quoted', () => {
  const table = [
    '| Level | Date and Time | Source | Event ID | Message |',
    '|:------|:-------------:|--------|---------:|---------|',
    '| Error | 13/01/2020 3:04:05 PM | disk | 7 | The x. |',
    '| Warning | 13/01/2020 3:04:01 PM | disk | 51 | The y. |',
  ];
  for (const text of [
    table.join('\n'),
    `Hi,\n\n${table.join('\n')}\n\nWhat now?\n`,
    `See:\n\`\`\`\n${table.join('\n')}\n\`\`\`\n`,
    table.map((line) => `> ${line}`).join('\n'),
  ]) {
    const { events, problems } = parseText(createMixtureParser, text);
    expect(events).toMatchObject([
      { eventId: 7, provider: 'disk', level: 'error', message: 'The x.', time: { date: [13, 1, 2020] } },
      { eventId: 51, level: 'warning', message: 'The y.' },
    ]);
    expect(events).toHaveLength(2);
    expect(problems).toEqual([]);
  }
});
