import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companions } from '../../../../src/core/input/companions/index.ts';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { parseText } from '../../../support/parse-text.ts';

const read = (text: string, size = 65_536) => {
  const { events, findings } = parseText(createMixtureParser, text, { size });
  const facts = Object.fromEntries((findings.facts ?? []).map(({ name, value }) => [name, value]));
  const observations = (findings.observations ?? []).map(({ tool, level, fields, position }) => ({
    ...{ tool, level, position },
    fields: Object.fromEntries(fields),
  }));
  const hosts = new Set((findings.facts ?? []).map(({ host }) => host));
  return {
    events: events.length,
    facts,
    observations,
    hosts: [...hosts],
    format: findings.format,
    freeText: findings.freeText,
  };
};
const fixture = (name: string) => fixtureText(`companions/${name}.txt`);

describe('real outputs', () => {
  test('vssadmin list writers: every writer with its state, and nothing to observe where all are stable', () => {
    expect(read(fixture('vssadmin-list-writers'))).toMatchObject({
      format: 'vssadmin',
      facts: {
        'writer.SqlServerWriter': 'stable',
        'writer.ASR Writer': 'stable',
        'writer.MSSearch Service Writer': 'stable',
      },
      observations: [],
      freeText: [],
    });
  });
  test('eseutil /mh: the state of the database, the logs it needs, the product behind the version', () => {
    const { facts, observations, format } = read(fixture('eseutil-mh-dirty'));
    expect(format).toBe('eseutil');
    expect(facts).toMatchObject({
      'database.state': 'Dirty Shutdown',
      'database.logRequired': '143-143 (0x8f-0x8f)',
      product: 'Exchange Server 2010',
    });
    expect(observations).toMatchObject([
      {
        level: 'warning',
        fields: { state: 'Dirty Shutdown', database: 'D:\\Recovery\\D_\\Data\\EX201\\Mailbox Database EX2 01.edb' },
      },
    ]);
  });
  test('eseutil /ml: logs that are whole', () => {
    expect(read(fixture('eseutil-ml'))).toMatchObject({
      facts: { 'logs.whole': '2', product: 'Exchange Server 2010' },
      observations: [],
    });
  });
  test('eseutil /mk of 5.5: when the last backups were', () => {
    expect(read(fixture('eseutil-mk-5.5')).facts).toEqual({
      product: 'Exchange Server 5.5',
      'backup.lastFull': '4/15/2000 00:34:05',
      'backup.lastInc': '4/17/2000 00:30:15',
    });
  });
  test('diskshadow: the host and its shadow', () => {
    expect(read(fixture('diskshadow-create'))).toMatchObject({
      facts: { shadows: '1' },
      hosts: ['host01'],
      freeText: [],
    });
  });
  test('fltmc: altitudes, legacy filters, and which of them watch for viruses', () => {
    expect(read(fixture('fltmc')).facts).toMatchObject({ 'filter.UCPD': '385250.5', antivirusFilter: 'WdFilter' });
    expect(read(fixture('fltmc-legacy')).facts).toEqual({
      'filter.cbfsconnect2017': 'legacy',
      'filter.bindflt': '409800',
      'filter.AVLegacy': 'legacy 389998.99',
      'filter.EncryptionLegacy': 'legacy 149998.99',
      'filter.AVMiniFilter': '328000',
      antivirusFilter: 'AVMiniFilter',
    });
  });
});

describe('what a writer says', () => {
  const writer = (name: string, id: string, state: string, error: string) =>
    `${name}\n   Writer Id: {${id}}\n   Writer Instance Id: {eb6b4c30-0000-0000-0000-000000000001}\n   ${state}\n   ${error}\n`;
  const EXCHANGE = '76fe1ac4-15f7-4bcd-987e-8e1acb462fb7';
  test('a writer that timed out carries the code of its error', () => {
    expect(
      read(writer("Writer name: 'Microsoft Exchange Writer'", EXCHANGE, 'State: [9] Failed', 'Last error: Timed out')),
    ).toMatchObject({
      facts: { 'writer.Microsoft Exchange Writer': 'failed at freeze, Timed out' },
      observations: [
        {
          tool: 'vssadmin',
          level: 'error',
          position: 1,
          fields: { state: 'failed at freeze', stateNumber: '9', code: '0x800423f2' },
        },
      ],
    });
  });
  test('in German the id names the writer and the number its state', () => {
    const german = `Verfassername: "Microsoft Exchange Writer"\n   Verfasserkennung: {${EXCHANGE}}\n   Verfasserinstanzkennung: {eb6b4c30-0000-0000-0000-000000000001}\n   Status: [12] Fehlgeschlagen\n   Letzter Fehler: Wiederholbarer Fehler\n`;
    expect(read(german).observations).toMatchObject([
      {
        level: 'error',
        fields: { writer: 'Microsoft Exchange Writer', state: 'failed at backup complete', code: '0x800423f3' },
      },
    ]);
  });
  test('a writer pasted without its ids', () => {
    const stated = "Writer name: 'Microsoft Exchange Writer'\n   State: [1] Stable\n   Last error: Retryable error\n";
    for (const text of [stated, stated.replace('\n', '\nWriter Id: WriterId\nWriter Instance Id: WriterInstanceId\n')])
      expect(read(text).observations).toMatchObject([
        { level: 'error', fields: { writer: 'Microsoft Exchange Writer', state: 'stable', code: '0x800423f3' } },
      ]);
    expect(read("Writer name: 'X'\nThis is the one that fails: [1] of them\n").observations).toEqual([]);
  });
  test('waiting for completion is a warning: a backup is open', () => {
    expect(
      read(
        writer(
          "Writer name: 'System Writer'",
          'e8132975-6f93-4464-a53e-1050253ae220',
          'State: [5] Waiting for completion',
          'Last error: No error',
        ),
      ).observations,
    ).toMatchObject([{ level: 'warning', fields: { state: 'waiting for completion' } }]);
  });
});

describe('what a backup program says of a writer', () => {
  const EXCHANGE = '{76fe1ac4-15f7-4bcd-987e-8e1acb462fb7}';
  test.each([
    [
      'its state with the code, as article 915331 prints it',
      'FAILED_AT_FREEZE (0x800423f2 - VSS_E_WRITERERROR_TIMEOUT)',
      { state: 'failed at freeze', code: '0x800423f2' },
      {},
    ],
    [
      'with a name in front',
      'Status for writer SqlServerWriter: FAILED_AT_PREPARE_SNAPSHOT(0x800423f4 - VSS_E_WRITERERROR_NONRETRYABLE)',
      { writer: 'SqlServerWriter', state: 'failed at prepare snapshot', code: '0x800423f4' },
      { 'writer.SqlServerWriter': 'failed at prepare snapshot' },
    ],
    [
      'stable again, with the code of its veto, as BETEST prints it',
      'Status for writer Microsoft Exchange Writer: STABLE(0x800423f3 - VSS_E_WRITERERROR_RETRYABLE)',
      { writer: 'Microsoft Exchange Writer', state: 'stable', code: '0x800423f3' },
      { 'writer.Microsoft Exchange Writer': 'stable' },
    ],
    [
      'in brackets, in a sentence',
      `A VSS critical writer has failed. Writer name: [Microsoft Exchange Writer]. Class ID: [${EXCHANGE}]. Instance ID: [${EXCHANGE}]. Writer's state: [VSS_WS_FAILED_AT_FREEZE]. Error code: [0x800423F2].]`,
      { writer: 'Microsoft Exchange Writer', state: 'failed at freeze', code: '0x800423f2' },
      { 'writer.Microsoft Exchange Writer': 'failed at freeze' },
    ],
    [
      'below the name',
      `ERROR: Selected writer 'System Writer' is in failed state!\n - Status: 9 (VSS_WS_FAILED_AT_FREEZE)\n - Writer Failure code: 0x800423f2 (<Unknown error code>)\n - Writer ID: ${EXCHANGE}\n - Instance ID: ${EXCHANGE}`,
      { writer: 'System Writer', state: 'failed at freeze', code: '0x800423f2' },
      { 'writer.System Writer': 'failed at freeze' },
    ],
  ])('%s', (_, text, fields, facts) => {
    const told = read(`Job 7 ended.\n${text}\n`);
    expect(told.observations).toEqual([{ tool: 'writer-status', level: 'error', position: 2, fields }]);
    expect(told.facts).toEqual(facts);
  });

  test('each of several writers', () => {
    const text = ['A: FAILED_AT_THAW (0x800423f3 - X)', 'B: FAILED_AT_POST_SNAPSHOT (0x800423f0 - Y)'].join('\n');
    expect(read(text).observations).toMatchObject([
      { position: 1, fields: { state: 'failed at thaw', code: '0x800423f3' } },
      { position: 2, fields: { state: 'failed at post snapshot', code: '0x800423f0' } },
    ]);
  });

  test.each([
    ['a stable writer', 'Status for writer System Writer: STABLE(0x00000000)'],
    ['the name of a state alone', 'What does VSS_WS_FAILED_AT_FREEZE mean?'],
    ['the code alone', 'The job failed with 0x800423f2.'],
  ])('not %s', (_, text) => {
    expect(read(text).observations).toEqual([]);
  });

  test('in the text of an event it is of that event', () => {
    const event = [
      ...['Event Type:\tError', 'Event Source:\tBackup Exec', 'Event Category:\tNone', 'Event ID:\t34113'],
      ...['Date:\t\t3/14/2007', 'Time:\t\t10:03:09 PM', 'User:\t\tN/A', 'Computer:\tFS03', 'Description:'],
      ...['Job Failed', 'FAILED_AT_FREEZE (0x800423f2 - VSS_E_WRITERERROR_TIMEOUT)', ''],
    ].join('\n');
    expect(read(event)).toMatchObject({ events: 1, observations: [] });
  });
});

describe('other tools', () => {
  test('NTBackup that was told of an active backup', () => {
    const log = [
      ...['Backup Status', 'Operation: Backup', 'Active backup destination: File', 'Media name: "Media created"', ''],
      "The 'Microsoft Information Store' returned 'Backup is already active. ' from a call to 'HrESEBackupSetup()' additional data '-'",
      'Error returned while creating the volume shadow copy:800423f4.',
      'Backup completed on 11/18/2006 at 4:20 AM.',
    ].join('\r\n');
    const { facts, observations } = read(log.replaceAll('\r', ''));
    expect(facts).toEqual({ 'ntbackup.alreadyActive': true });
    expect(observations).toMatchObject([
      {
        level: 'error',
        position: 6,
        fields: {
          component: 'Microsoft Information Store',
          message: 'Backup is already active.',
          call: 'HrESEBackupSetup',
        },
      },
      { level: 'error', position: 7, fields: { code: '0x800423f4' } },
    ]);
  });
  test('wbadmin: the result, the error, and the last version in UTC', () => {
    const text = [
      'wbadmin 1.0 - Backup command-line tool',
      '(C) Copyright 2013 Microsoft Corporation. All rights reserved.',
      '',
      'Creating a shadow copy of the volumes specified for backup...',
      'Summary of the backup operation:',
      '------------------',
      '',
      'The backup operation stopped before completing.',
      'Detailed error: The volume shadow copy operation failed.',
      'Version identifier: 06/11/2020-16:52',
    ].join('\n');
    expect(read(text)).toMatchObject({
      facts: { 'wbadmin.result': 'failed', 'wbadmin.lastVersion': '2020-06-11T16:52Z', 'wbadmin.versions': '1' },
      observations: [
        { fields: { result: 'failed' } },
        { fields: { error: 'The volume shadow copy operation failed.' } },
      ],
    });
  });
  test('systeminfo in any language: host, system, service pack, build', () => {
    const english =
      'Host Name:                 EX1\nOS Name:                   Microsoft(R) Windows(R) Server 2003, Standard Edition\nOS Version:                5.2.3790 Service Pack 1 Build 3790\n[01]: KB915331\n';
    expect(read(english)).toMatchObject({
      facts: { os: 'Windows Server 2003 SP1 build 5.2.3790', 'hotfix.KB915331': true },
      hosts: ['ex1'],
    });
    const german =
      'Hostname:                      EX1\nBetriebssystemname:            Microsoft Windows Server 2008 R2 Standard\nBetriebssystemversion:         6.1.7601 Service Pack 1 Build 7601\n';
    expect(read(german).facts).toEqual({ os: 'Windows Server 2008 R2 SP1 build 6.1.7601' });
  });
  test('systeminfo in a language without the word build, and with long labels', () => {
    const spanish =
      'Nombre de host:                            EX1\nNombre del sistema operativo:              Microsoft Windows 10 Pro\nVersión del sistema operativo:             10.0.17763 N/D Compilación 17763\nTipo de compilación del sistema operativo: Multiprocessor Free\nRevisión(es):                              1 revisión(es) instaladas.\n                                           [01]: KB4514358\n';
    expect(read(spanish)).toMatchObject({
      facts: { os: 'Windows 10 SP0 build 10.0.17763', 'hotfix.KB4514358': true },
      hosts: ['ex1'],
    });
  });
  test('the head of an msinfo32 report in any language: host and system', () => {
    const english =
      'System Information report written at: 01/12/20 16:56:48\nSystem Name: EX1\n[System Summary]\n\nItem\tValue\t\nOS Name\tMicrosoft Windows Server 2012 R2 Standard\t\nVersion\t6.3.9600 Build 9600\t\nOther OS Description \tNot Available\t\nSystem Name\tEX1\t\n';
    expect(read(english)).toMatchObject({
      facts: { os: 'Windows Server 2012 R2 SP0 build 6.3.9600' },
      hosts: ['ex1'],
      format: 'msinfo32',
    });
    const russian =
      'Отчет сбора сведений о системе записан на: 04/24/25 18:29:18\nИмя системы: EX1\n[Сведения о системе]\n\nЭлемент\tЗначение\t\nИмя ОС\tМайкрософт Windows Server 2019 Standard\t\nВерсия\t10.0.17763 Сборка 17763\t\n';
    expect(read(russian)).toMatchObject({ facts: { os: 'Windows Server 2019 SP0 build 10.0.17763' }, hosts: ['ex1'] });
  });
  test('a time above a heading in brackets is no report of msinfo32', () => {
    const note = 'Checked on: 01/12/20 16:56:48\nServer: EX1\n[Findings]\n\nDisk 0: bad';
    expect(read(note)).toMatchObject({ facts: {}, hosts: [], freeText: [{ text: note, line: 1 }] });
  });
  test('an msinfo32 report saved as .nfo', () => {
    const items = [
      ['OS Name', 'Microsoft Windows Server 2012 R2 Standard'],
      ['Version', '6.3.9600 Build 9600'],
      ['Other OS Description ', 'Not Available'],
      ['OS Manufacturer', 'Microsoft Corporation'],
      ['System Name', 'EX1'],
    ].map(
      ([name, value]) => `<Data>\n<Item><![CDATA[${name}]]></Item>\n<Value><![CDATA[${value}]]></Value>\n</Data>\n`,
    );
    const report = (rows: readonly string[]) =>
      `<?xml version="1.0"?>\n<MsInfo>\n<Category name="System Summary">\n${rows.join('')}</Category>\n</MsInfo>\n`;
    expect(read(report(items))).toMatchObject({
      facts: { os: 'Windows Server 2012 R2 SP0 build 6.3.9600' },
      hosts: ['ex1'],
      format: 'msinfo32',
    });
    // Windows XP and Server 2003 have no other description.
    const old = items
      .filter((_, at) => at !== 2)
      .map((row) => row.replace('6.3.9600 Build 9600', '5.2.3790 Service Pack 2 Build 3790'));
    expect(read(report(old))).toMatchObject({
      facts: { os: 'Windows Server 2012 R2 SP2 build 5.2.3790' },
      hosts: ['ex1'],
    });
  });
  describe('a whole msinfo32 report', () => {
    const TABLES =
      '[Hardware Resources]\n\n\n[IRQs]\n\nResource\tDevice\tStatus\t\nIRQ 18\tNetwork adapter\tOK\t\n\n[Display]\n\nItem\tValue\t\nAdapter Type\tGraphics Processor (0x9509)\t\n\n';
    const HEAD =
      'System Information report written at: 01/12/20 16:56:48\nSystem Name: EX1\n[System Summary]\n\nItem\tValue\t\nVersion\t6.3.9600 Build 9600\t\n\n';
    const ERRORS =
      '[Windows Error Reporting]\n\nTime\tType\tDetails\t\n1/11/2020 6:20 PM\tApplication Error\tFaulting application name: service.exe\t\n';

    test('its tables are inventory, no text that mentions codes', () => {
      expect(read(`${HEAD}${TABLES}The server is slow.`).freeText).toEqual([{ text: 'The server is slow.', line: 21 }]);
    });
    test('what it shows of Windows Error Reporting are events', () => {
      expect(read(HEAD + TABLES + ERRORS).events).toBe(1);
    });
    test('a table of events behind it is not part of it', () => {
      const rows = 'Level\tDate and Time\tSource\tEvent ID\nError\t1/11/2020 6:20:05 PM\tdisk\t7\n';
      expect(read(HEAD + rows).events).toBe(1);
    });
    test('the same of one saved as .nfo', () => {
      const row = (...cells: string[]) =>
        `<Data>\n${cells.map((cell) => `<Cell><![CDATA[${cell}]]></Cell>\n`).join('')}</Data>\n`;
      const category = (name: string, rows: string) => `<Category name="${name}">\n${rows}</Category>\n`;
      const { events, freeText } = read(
        `<MsInfo>\n${[
          category('System Summary', row('OS Name', 'Windows Server') + row('Version', '6.3.9600 Build 9600')),
          category('IRQs', row('IRQ 18', 'Graphics Processor (0x9509)', 'OK')),
          category('Windows Error Reporting', row('1/11/2020 6:20 PM', 'Application Error', 'service.exe')),
        ].join('')}</MsInfo>\n`,
      );
      expect(events).toBe(1);
      expect(freeText.map(({ text }) => text).join('\n')).not.toContain('0x9509');
    });
  });
  test('the version that a console shows', () => {
    expect(read('Microsoft Windows [Version 5.2.3790]\n(C) Copyright 1985-2003 Microsoft Corp.\n').facts).toEqual({
      os: 'Windows Server 2003 SP0 build 5.2.3790',
    });
  });
  test('the versions of files that rules ask for', () => {
    const table =
      'ProductVersion   FileVersion      FileName\n--------------   -----------      --------\n6.5.7226.0       6.5.7226.0       C:\\Program Files\\Exchsrvr\\bin\\ese.dll\n';
    expect(read(table).facts).toEqual({ 'file.ese.dll': '6.5.7226.0' });
    expect(read('Name=c:\\windows\\system32\\drivers\\volsnap.sys\nVersion=5.2.3790.1830\n').facts).toEqual({
      'file.volsnap.sys': '5.2.3790.1830',
    });
  });
  test('chkdsk: bad sectors and corrections', () => {
    const text =
      'Checking file system on C:\nThe type of the file system is NTFS.\nWindows has made corrections to the file system.\n  41897983 KB total disk space.\n        16 KB in bad sectors.\n';
    expect(read(text)).toMatchObject({
      facts: { 'chkdsk.result': 'corrected', 'chkdsk.badKilobytes': '16' },
      observations: [
        { fields: { volume: 'C:', result: 'corrected' } },
        { fields: { volume: 'C:', badKilobytes: '16' } },
      ],
    });
  });
  // Words as Windows prints them in these languages; the figures are made up.
  test.each([
    [
      'de',
      [
        'KB Speicherplatz auf dem Datenträger insgesamt',
        'KB in 20 Dateien',
        'KB in 12 Indizes',
        'KB in fehlerhaften Sektoren',
        'KB vom System benutzt',
      ],
    ],
    [
      'es',
      [
        'KB de espacio total en disco.',
        'KB en 20 archivos.',
        'KB en 12 índices.',
        'KB en sectores defectuosos.',
        'KB en uso por el sistema.',
      ],
    ],
    [
      'ru',
      [
        'КБ всего на диске.',
        'КБ в 20 файлах.',
        'КБ в 12 индексах.',
        'КБ в поврежденных секторах.',
        'КБ используется системой.',
      ],
    ],
    [
      'ja',
      [
        'MB           : 全ディスク領域',
        'KB : 20 個のファイル',
        'KB : 12 個のインデックス',
        'KB : 不良セクター',
        'KB : システムで使用中',
      ],
    ],
  ])('chkdsk in %s: bad sectors by the place of their sum', (_, words) => {
    const sums = (bad: number) => words.map((text, index) => `  ${[5000, 300, 20, bad, 70][index]} ${text}\n`).join('');
    expect(read(`${sums(8)}  4096 x\n`)).toMatchObject({
      facts: { 'chkdsk.badKilobytes': '8' },
      observations: [{ tool: 'chkdsk', level: 'error', position: 4, fields: { badKilobytes: '8' } }],
    });
    expect(read(sums(0))).toMatchObject({ facts: { 'chkdsk.badKilobytes': '0' }, observations: [] });
  });
  test('sums of other tools are none of chkdsk', () => {
    const sums = '  5000 KB total\n  300 KB in 20 files\n  20 KB in 12 folders\n  8 KB in 3 links\n  70 KB free\n';
    expect(read(sums).facts).toEqual({});
  });
  test('fltmc under a header in another language, and without any', () => {
    const rows =
      'ahflt        3       385250.1     0\nWdFilter     3       328010         0\nluafv        1       135000         0\n';
    const ruler = '------------------------------  -------------  ------------  -----\n';
    const expected = {
      'filter.ahflt': '385250.1',
      'filter.WdFilter': '328010',
      'filter.luafv': '135000',
      antivirusFilter: 'WdFilter',
    };
    expect(read(`筛选器名称                      数字实例       高度          框架\n${ruler}${rows}`).facts).toEqual(
      expected,
    );
    expect(read(rows).facts).toEqual(expected);
  });
  test('rows that do not go down are no filters', () => {
    expect(
      read('a        3       135000         0\nb     3       328010         0\nc        1       40500         0\n')
        .facts,
    ).toEqual({});
  });
  test('eseutil that ended with an error', () => {
    const text =
      'Initiating INTEGRITY mode...\n        Database: C:\\priv1.edb\nOperation terminated with error -1018 (JET_errReadVerifyFailure, Checksum error on a database page) after 0.5 seconds.\n';
    expect(read(text).observations).toMatchObject([
      { level: 'error', fields: { code: '-1018', name: 'JET_errReadVerifyFailure', database: 'C:\\priv1.edb' } },
    ]);
  });
});

describe('in a mixture', () => {
  test('two outputs and an event: each is read, the words between stay words', () => {
    const event =
      'Event Type:\tError\nEvent Source:\tMSExchangeIS\nEvent ID:\t9607\nComputer:\tEX1\nDescription:\nError code 0x50d.\n';
    const { events, facts, freeText, format } = read(
      `See here:\n${fixture('vssadmin-list-writers')}\nand\n${fixture('fltmc')}\nand this\n\n${event}`,
    );
    expect(events).toBe(1);
    expect(facts).toMatchObject({ 'writer.ASR Writer': 'stable', antivirusFilter: 'WdFilter' });
    expect(freeText.map(({ text }) => text.trim())).toEqual(['See here:', 'and', 'and this']);
    expect(format).toBeNull();
  });
  test('the result of chkdsk inside an event is that event’s text', () => {
    const event = 'Event Type:\tInformation\nEvent Source:\tWinlogon\nEvent ID:\t1001\nComputer:\tEX1\nDescription:\n';
    const result =
      'Checking file system on C:\nThe type of the file system is NTFS.\nWindows has made corrections to the file system.\n';
    const { events, facts, observations } = read(`${event}${result}`);
    expect([events, facts, observations]).toEqual([1, {}, []]);
    expect(read(result).facts).toEqual({ 'chkdsk.result': 'corrected' });
  });
  test.each([1, 7, 65_536])('pieces of %i character(s) give the same', async (size) => {
    await prepareMixture();
    for (const name of ['vssadmin-list-writers', 'eseutil-mh-dirty', 'diskshadow-create', 'fltmc-legacy'])
      expect(read(fixture(name), size)).toEqual(read(fixture(name)));
  });
  test('cut at any line, nothing throws and what is whole is read', () => {
    for (const name of ['vssadmin-list-writers', 'eseutil-mh-dirty', 'eseutil-mk-5.5', 'fltmc']) {
      const lines = fixture(name).split('\n');
      for (let end = 0; end <= lines.length; end++) {
        const { facts } = read(lines.slice(0, end).join('\n'));
        expect(Object.keys(facts).length).toBeLessThanOrEqual(Object.keys(read(fixture(name)).facts).length);
      }
    }
  });
  test('no reader of an output throws, whatever the lines are', () => {
    const pieces = fc.constantFrom(
      ...[
        "Writer name: '",
        '{e8132975-6f93-4464-a53e-1050253ae220}',
        'State: [',
        ']',
        ': ',
        '\n',
        '   ',
        'Database: ',
        '0x',
        '-',
        '\u0000',
        'ü',
        'Version 14.01',
        'KB',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const lines = parts
          .join('')
          .split('\n')
          .map((text, index) => ({ text, number: index + 1 }));
        for (const companion of companions) {
          companion.begins((index) => lines[index]?.text);
          expect(companion.read(lines).facts.length).toBeLessThanOrEqual(lines.length * 4);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
