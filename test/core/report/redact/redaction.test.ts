import { describe, expect, test } from 'vitest';
import type { EventRecord } from '../../../../src/core/model/event.ts';
import { fingerprintOf } from '../../../../src/core/report/fingerprint.ts';
import { mapTexts } from '../../../../src/core/report/redact/map-texts.ts';
import { authorOf } from '../../../../src/core/report/redact/places.ts';
import type { MappedName, PseudonymMap } from '../../../../src/core/report/redact/pseudonyms.ts';
import { Redaction } from '../../../../src/core/report/redact/redaction.ts';
import { eventWriters } from '../../../../src/core/report/writers/index.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';
import { poisoned } from '../../../support/poisoned.ts';
import { eventRecord } from '../../../support/sample-events.ts';
import { evidence, finding, fullReport, report } from '../../../support/sample-report.ts';

const begun: PseudonymMap = { id: '00112233aabbccdd', names: [] };
const ruleWords = new Set(['backup', 'exchange', 'snapshot', 'server', 'share', 'refused']);

const redactEvents = (events: readonly EventRecord[], map = begun): readonly EventRecord[] => {
  const redaction = new Redaction(map, ruleWords);
  for (const event of events) redaction.seeEvent(event);
  return events.map((event) => redaction.event(event));
};
const fields = (values: Readonly<Record<string, string>>): Partial<EventRecord> => ({
  host: null,
  message: null,
  fields: new Map(Object.entries(values)),
});
/** What becomes of a text in a log that says who is who. */
const hidden = (text: string, about: Partial<EventRecord> = {}): string | null =>
  redactEvents([eventRecord({ host: null, ...about, message: text })])[0]?.message ?? null;

describe('shapes', () => {
  test.each([
    ['S-1-5-21-1004336348-1177238915-682003330-512 denied', 'SID-1 denied'],
    ['S-1-5-18, S-1-5-32-544 and S-1-16-16384 stay', 'S-1-5-18, S-1-5-32-544 and S-1-16-16384 stay'],
    ['from 10.1.2.3:389 to 10.1.2.4.', 'from IP-1:389 to IP-2.'],
    ['127.0.0.1, ::1 and 0.0.0.0 stay', '127.0.0.1, ::1 and 0.0.0.0 stay'],
    ['version 10.0.1.25 stays, 6.5.7638.1 too', 'version 10.0.1.25 stays, 6.5.7638.1 too'],
    ['fe80::1c2:3%4 and 2001:db8:0:1:2:3:4:5', 'IP-2 and IP-1'],
    ['at 01:00:04, std::string, ::ffff:10.9.8.7', 'at 01:00:04, std::string, ::ffff:IP-1'],
    ['00:11:22:aa:bb:cc', 'MAC-1'],
    ['mail to Jane.Doe@corp.example, now', 'mail to MAIL-1, now'],
    ['jdoe@CORP logged on', 'USER-1@DOMAIN-1 logged on'],
    ['\\\\nas7\\finance$\\x', '\\\\HOST-1\\SHARE-1\\x'],
    ['\\\\nas7.corp.example\\IPC$', '\\\\HOST-1.DOMAIN-1\\IPC$'],
    ['\\\\.\\pipe\\x \\\\?\\Volume{1} C:\\\\Windows\\\\x', '\\\\.\\pipe\\x \\\\?\\Volume{1} C:\\\\Windows\\\\x'],
    ['C:\\Users\\jdoe\\My Documents\\plan.docx is open', 'C:\\Users\\USER-1\\PATH-1.docx is open'],
    ['"C:\\Documents and Settings\\jane doe\\x"', '"C:\\Documents and Settings\\USER-1\\PATH-1"'],
    ['C:\\Users\\Public\\x C:\\Windows\\System32\\a.dll', 'C:\\Users\\Public\\PATH-1 C:\\Windows\\System32\\a.dll'],
    ['/home/jdoe/a.evtx', '/home/USER-1/PATH-1.evtx'],
    ['CORP\\jdoe may not', 'DOMAIN-1\\USER-1 may not'],
    ['E:\\Own Data\\Big Mails\\Big Two\\a.txt stays', 'E:\\Own Data\\Big Mails\\Big Two\\a.txt stays'],
    ['C:\\My Apps\\Run.exe CORP\\jdoe wrote a.txt', 'C:\\My Apps\\Run.exe DOMAIN-1\\USER-1 wrote a.txt'],
    ['C:\\Apps\\run.exe by CORP\\jdoe for a.txt', 'C:\\Apps\\run.exe by DOMAIN-1\\USER-1 for a.txt'],
    [
      'E:\\Exchsrvr\\Sales East\\Sales East.edb of E:\\\\Exchsrvr\\\\Sales East, -1032',
      'E:\\Exchsrvr\\DB-1\\DB-1.edb of E:\\\\Exchsrvr\\\\DB-1, -1032',
    ],
    ['mdbdata\\priv1.edb and Payroll_log.ldf', 'mdbdata\\priv1.edb and DB-1.ldf'],
    [
      'Information Store - DB07 (1234) DB07: The file E:\\x is gone.',
      'Information Store - DB-1 (1234) DB-1: The file E:\\x is gone.',
    ],
    [
      'Information Store (2044) First Storage Group: and Information Store (1) Sales Group: a',
      'Information Store (2044) First Storage Group: and Information Store (1) DB-1: a',
    ],
    [
      "Starting up database 'Payroll'. Database 'tempdb' stays.",
      "Starting up database 'DB-1'. Database 'tempdb' stays.",
    ],
    ['Datenbank "Lohn 7" und Lohn 7', 'Datenbank "DB-1" und DB-1'],
    ['the command BACKUP DATABASE Payroll. See', 'the command BACKUP DATABASE DB-1. See'],
    ['NT AUTHORITY\\SYSTEM, NT-AUTORITÄT\\SYSTEM', 'NT AUTHORITY\\SYSTEM, NT-AUTORITÄT\\SYSTEM'],
    ['HKLM\\SOFTWARE, MDBDATA\\priv1.edb, SYSTEM\\Select', 'HKLM\\SOFTWARE, MDBDATA\\priv1.edb, SYSTEM\\Select'],
    [
      'cifs/DC7 and MSSQLSvc/sql7.corp.example:1433, HTTP/1.1',
      'cifs/HOST-1 and MSSQLSvc/HOST-2.DOMAIN-1:1433, HTTP/1.1',
    ],
    [
      'The name "SHIELDBASE     :1d" of SHIELDBASE, "WS7            :20"',
      'The name "DOMAIN-1     :1d" of DOMAIN-1, "HOST-1            :20"',
    ],
    ['Reason         :12 of "Exchange :1d" stays', 'Reason         :12 of "Exchange :1d" stays'],
    ['CN=Jane Doe,OU=Staff,DC=corp,DC=example', 'CN=USER-1,OU=Staff,DC=DOMAIN-1'],
    [
      'Account Name:\tjdoe\r\nAccount Domain:\tSales Team\r\n',
      'Account Name:\tUSER-1\r\nAccount Domain:\tDOMAIN-1\r\n',
    ],
    [
      'Account Name: jdoe Account Domain: CORP Logon ID: 0x3E7',
      'Account Name: USER-1 Account Domain: DOMAIN-1 Logon ID: 0x3E7',
    ],
  ])('%s', (text, expected) => {
    expect(hidden(text)).toBe(expected);
  });
});

describe('known names', () => {
  test('stand as whole words in any case, the longest first, the label of a full name alone', () => {
    const about = { host: 'ex1.corp.example' };
    expect(hidden('EX1 EX10 ex1_log \\EX1$ (Ex1.Corp.Example) CORP.example anex1', about)).toBe(
      'HOST-1 EX10 HOST-1_log \\HOST-1$ (HOST-1.DOMAIN-1) DOMAIN-1 anex1',
    );
  });
  test('come from fields by their names', () => {
    const about = fields({
      TargetUserName: 'jdoe',
      SubjectDomainName: 'CORP',
      WorkstationName: 'WS7',
      ShareName: '\\\\*\\Finance',
      DatabaseName: 'E:\\db\\Payroll.edb',
      ServiceName: 'Spooler',
    });
    expect(hidden('jdoe of CORP at ws7 opened Finance and Payroll.edb with Spooler', about)).toBe(
      'USER-1 of DOMAIN-1 at HOST-1 opened SHARE-1 and DB-1.edb with Spooler',
    );
  });
  test('of a store stand among the inserts of the database engine', () => {
    const strings = ['Information Store - DB07 ', '1234', 'DB07: ', 'E:\\x'];
    expect(redactEvents([eventRecord({ provider: 'ESE', host: null, strings })])[0]?.strings).toEqual([
      'Information Store - DB-1 ',
      '1234',
      'DB-1: ',
      'E:\\x',
    ]);
  });
  test('of other events count in all', () => {
    const events = [
      eventRecord({ host: null, message: 'jdoe was refused' }),
      eventRecord({ host: null, user: 'CORP\\jdoe', message: null }),
    ];
    expect(redactEvents(events)[0]?.message).toBe('USER-1 was refused');
  });
  test('a machine account is its machine', () => {
    expect(hidden('EX1$ at EX1', { user: 'CORP\\EX1$' })).toBe('HOST-1$ at HOST-1');
  });
  test('one name of several kinds has one pseudonym', () => {
    expect(hidden('EX1\\jdoe', { host: 'ex1', ...fields({ TargetDomainName: 'EX1' }) })).toBe('DOMAIN-1\\USER-1');
    expect(hidden('EX1\\jdoe', { host: 'ex1', fields: new Map([['TargetDomainName', 'EX1']]) })).toBe('HOST-1\\USER-1');
  });
  test('a name that a text is cut in', () => {
    expect(hidden('the server mailstore7 and its twin mailst…', { host: 'mailstore7' })).toBe(
      'the server HOST-1 and its twin HOST-1…',
    );
  });
  test('a real HOST-1 is not mistaken for another', () => {
    const events = [eventRecord({ host: 'host-1', message: 'host-1, ex1' }), eventRecord({ host: 'ex1' })];
    expect(redactEvents(events).map(({ host, message }) => [host, message])).toEqual([
      ['HOST-3', 'HOST-3, HOST-2'],
      ['HOST-2', 'Error code 0x50d when preparing for backup.'],
    ]);
  });
  test('the order of events changes nothing', () => {
    const events = ['ex3', 'ex1', 'ex2'].map((host) => eventRecord({ host, message: `${host} CORP\\u${host}` }));
    expect(redactEvents([...events].reverse()).toReversed()).toEqual(redactEvents(events));
  });
});

describe('an event', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  test('is hidden in every place and every form', () => {
    const wide = new Uint8Array([...'xEX1 jdoe'].flatMap((character) => [character.charCodeAt(0), 0]));
    const event = eventRecord({
      source: 'case/EX1_System.evtx',
      host: 'ex1.corp.example',
      user: 'CORP\\jdoe',
      strings: ['EX1', 'jdoe'],
      fields: new Map([['TargetUserName', 'jdoe']]),
      message: 'jdoe at EX1',
      category: 'EX1',
      data: new Uint8Array([...bytes('EX1 jdoe '), ...wide]),
      places: [{ source: 'jdoe.txt', position: 1, recordId: null }],
      system: {
        ...{ version: null, task: null, opcode: null, keywords: null, processId: null, threadId: null },
        ...{ activityId: null, relatedActivityId: null, providerGuid: null },
        userId: 'S-1-5-21-1-2-3-1104',
      },
      payload: {
        name: 'EventData',
        attributes: [],
        children: [{ name: 'Data', attributes: [['Name', 'TargetUserName']], children: ['jdoe'] }],
      },
    });
    const [redacted = event] = redactEvents([event]);
    for (const { write } of Object.values(eventWriters)) expect(write(redacted)).not.toMatch(/ex1\b|jdoe|corp|-1104/i);
    expect(redacted.source).toBe('case/HOST-1_System.evtx');
    expect(new TextDecoder().decode(redacted.data ?? undefined)).toMatch(/^\*{3} \*{4} x/);
  });
  test('data without a name stays as it is', () => {
    const [redacted] = redactEvents([eventRecord({ data: bytes('Back') })]);
    expect(redacted?.data).toEqual(bytes('Back'));
  });
  test('bytes that stand as digits are read, too, and keep their length and case', () => {
    const hex = (text: string) => Buffer.from(text, 'utf16le').toString('hex').toUpperCase();
    const about = {
      host: 'nas7',
      strings: [`0x${hex('xx nas7')}`, '5E0000C0', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
      payload: {
        name: 'EventData',
        attributes: [],
        children: [{ name: 'Binary', attributes: [], children: [hex('CORP\\jdoe nas7')] }],
      },
    };
    const [redacted] = redactEvents([eventRecord(about)]);
    expect(redacted?.strings).toEqual([
      `0x${hex('xx ')}${'2A'.repeat(8)}`,
      '5E0000C0',
      'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    ]);
    const hiddenHex = `${'2A'.repeat(8)}5C00${'2A'.repeat(8)}2000${'2A'.repeat(8)}`;
    expect(redacted?.payload?.children).toEqual([{ name: 'Binary', attributes: [], children: [hiddenHex] }]);
  });
  test('a SID in the data loses its numbers', () => {
    const sid = new Uint8Array([1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, ...new Array(16).fill(7), 99]);
    const [redacted] = redactEvents([eventRecord({ data: sid })]);
    expect([...(redacted?.data ?? [])]).toEqual([...sid.slice(0, 12), ...new Array(16).fill(0x2a), 99]);
  });
});

describe('a report', () => {
  const redact = (over: Parameters<typeof report>[0], map: PseudonymMap | null = begun) =>
    new Redaction(map, ruleWords).report(report(over));
  test('has fingerprints of the pseudonyms', () => {
    const [found] = redact({ findings: [finding()] }).findings;
    expect(found?.key).toEqual({ host: 'HOST-1' });
    expect(found?.fingerprint).toBe(fingerprintOf('exchange/backup-never-closed', { host: 'HOST-1' }));
  });
  test('keeps the words of rules where a rule speaks, even if a machine is called so', () => {
    const [found] = redact({
      findings: [finding({ host: 'backup', key: { host: 'backup' }, evidence: [evidence({ text: 'backup failed' })] })],
    }).findings;
    expect(found?.ruleId).toBe('exchange/backup-never-closed');
    expect(found?.title).toContain('snapshot backup refused');
    expect([found?.host, found?.evidence[0]?.text]).toEqual(['HOST-1', 'HOST-1 failed']);
  });
  test('hides what a step takes over from the log', () => {
    const run = {
      ...({ shell: 'cmd', needs: 'user', effect: 'read-only' } as const),
      command: 'dir "\\\\nas7\\finance$"',
      values: { share: '\\\\nas7\\finance$' },
    };
    const steps = [{ do: 'Look at \\\\nas7\\finance$.', run, expect: null, stopIf: null, show: [] }];
    const resolution = finding()
      .resolution.slice(0, 1)
      .map((one) => ({ ...one, steps }));
    const [step] = redact({ findings: [finding({ resolution })] }).findings[0]?.resolution[0]?.steps ?? [];
    expect(step).toMatchObject({
      do: 'Look at \\\\HOST-2\\SHARE-1.',
      run: { command: 'dir "\\\\HOST-2\\SHARE-1"', values: { share: '\\\\HOST-2\\SHARE-1' } },
    });
  });
  test('is named after the map, or after nothing that tells names', () => {
    expect(redact({}).redacted).toBe(begun.id);
    const of = (host: string) =>
      redact({ sources: [], findings: [finding({ host, key: { host }, evidence: [] })] }, null).redacted;
    expect(of('ex1')).toMatch(/^[0-9a-f]{16}$/);
    expect(of('ex2')).toBe(of('ex1'));
  });
  test('keeps only what rules and evdx alone write', () => {
    const kept = new Set<string>();
    const hiddenAt = new Set<string>();
    mapTexts(
      new Redaction(begun, ruleWords).report(poisoned(fullReport(), 'CORP\\jdoe at 10.7.7.7')),
      (text, place) => {
        if (/CORP|jdoe|10\.7/.test(text)) kept.add(place);
        else if (text === 'DOMAIN-1\\USER-1 at IP-1') hiddenAt.add(place);
        return text;
      },
    );
    // `run.values`, keys and texts of events have every name that rules give them.
    expect([...hiddenAt]).toEqual(
      expect.arrayContaining([
        ...['sources.name', 'sources.coverage.host', 'sources.coverage.channel', 'sources.problems.detail'],
        ...['findings.host', 'findings.key.host', 'findings.key.device', 'findings.summary', 'findings.wouldRaise'],
        ...['findings.notes', 'findings.evidence.text', 'findings.evidence.host', 'findings.evidence.provider'],
        ...['findings.resolution.steps.do', 'findings.resolution.steps.run.command'],
        ...['findings.resolution.steps.run.values.drive', 'findings.resolution.steps.show.host'],
        ...['ruledOut.host', 'ruledOut.key.host', 'ruledOut.because', 'questions.host', 'questions.fact'],
        ...['unexplained.sample', 'unexplained.host', 'problems.place', 'limits.detail', 'facts.value', 'facts.host'],
        ...[
          'statistics.host',
          'statistics.provider',
          'nearMisses.host',
          'nearMisses.key.host',
          'nearMisses.samples.text',
        ],
      ]),
    );
    expect([...kept].filter((place) => authorOf(place) !== 'fixed')).toEqual([]);
    expect(
      [...kept].filter((place) => /host|text|sample$|key\.|values|place$|detail|sources\.name/.test(place)),
    ).toEqual([]);
  });
  test.each(Object.entries(hostileTexts))('hostile text neither stops it nor is lost: %s', (_name, text) => {
    const hostile = report({
      sources: [],
      findings: [finding({ host: 'ex1', evidence: [evidence({ text: `${text} EX1` })] })],
    });
    const [found] = new Redaction(begun, ruleWords).report(hostile).findings;
    expect(found?.evidence[0]?.text?.endsWith(' HOST-1')).toBe(true);
    expect(found?.evidence[0]?.text?.length).toBeGreaterThan(text.length);
  });
});

describe('a map of earlier runs', () => {
  const saved: MappedName[] = [
    { pseudonym: 'HOST-4', name: 'EX1', isWord: true },
    { pseudonym: 'USER-1', name: 'jdoe', isWord: true },
  ];
  const events = [
    eventRecord({ host: 'ex1', user: 'CORP\\asmith', message: 'jdoe, asmith, ex0' }),
    eventRecord({ host: 'ex0' }),
  ];
  test('keeps its pseudonyms, new names get the next ones', async () => {
    const redaction = new Redaction({ id: begun.id, names: saved });
    for (const event of events) redaction.seeEvent(event);
    expect(events.map((event) => redaction.event(event).host)).toEqual(['HOST-4', 'HOST-5']);
    let kept: PseudonymMap | null = null;
    await redaction.kept({
      map: null,
      keep: (map) => {
        kept = map;
        return Promise.resolve();
      },
    });
    expect(kept).toEqual({
      id: begun.id,
      names: [
        ...saved,
        { pseudonym: 'USER-2', name: 'asmith', isWord: true },
        { pseudonym: 'DOMAIN-1', name: 'CORP', isWord: true },
        { pseudonym: 'HOST-5', name: 'ex0', isWord: true },
      ],
    });
  });
  test('knows names that this run says nothing about', () => {
    expect(redactEvents(events, { id: begun.id, names: saved })[0]?.message).toBe('USER-1, USER-2, HOST-5');
  });
});
