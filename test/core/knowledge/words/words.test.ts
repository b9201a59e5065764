import { describe, expect, test } from 'vitest';
import { dayHalf, isTimeFiller } from '../../../../src/core/knowledge/words/day-halves.ts';
import { fillerKind } from '../../../../src/core/knowledge/words/fillers.ts';
import { foldWord } from '../../../../src/core/knowledge/words/fold.ts';
import { levelFromWord } from '../../../../src/core/knowledge/words/levels.ts';
import { canonicalLogName, logReadFrom } from '../../../../src/core/knowledge/words/log-names.ts';
import { looseField } from '../../../../src/core/knowledge/words/loose-keys.ts';
import { isWeekdayBehind, monthOfName } from '../../../../src/core/knowledge/words/month-names.ts';
import { canonicalProvider } from '../../../../src/core/knowledge/words/providers.ts';

describe('levels', () => {
  test.each([
    ['Error', 'error', true],
    ['Fehler', 'error', true],
    ['エラー', 'error', true],
    ['Сведения', 'information', true],
    ['Уведомление', 'information', false],
    ['Success Audit', 'audit-success', true],
    ['Audit Failure', 'audit-failure', true],
    ['审核成功', 'audit-success', true],
    ['Auditoria Efectuada com Êxito', 'audit-success', true],
    ["Échec de l'audit", 'audit-failure', false],
    ['Échec de l’audit', 'audit-failure', false],
    ['Critical', 'critical', false],
    ['Uyarı', 'warning', false],
    ['UYARI', 'warning', false],
    ['  warning ', 'warning', true],
    ['Informational', 'information', true],
    ['Informativo', 'information', true],
  ] as const)('%s is %s', (word, level, confirmed) => {
    expect(levelFromWord(word)).toEqual({ level, confirmed });
  });

  test('no word, no level', () => {
    for (const word of ['', 'Errors and more', '__proto__', 'constructor', '4'])
      expect(levelFromWord(word)).toBeUndefined();
  });
});

describe('months', () => {
  test.each([
    ['May', 5],
    ['märz', 3],
    ['MRZ', 3],
    ['Août', 8],
    ['mei', 5],
    ['stycznia', 1],
    ['ЯНВАРЯ', 1],
    ['červen', 6],
    ['červenec', 7],
    ['KASIM', 11],
    ['ağustos', 8],
    ['joulukuuta', 12],
    ['szept', 9],
    ['十二月', 12],
    ['1月', 1],
    ['11월', 11],
  ] as const)('%s is %i', (word, month) => {
    expect(monthOfName(word)).toBe(month);
  });

  test('other words, and what only begins like a month', () => {
    for (const word of ['', 'mark', 'maybe', 'juni.', 'decade', '13月', '5', 'toString'])
      expect(monthOfName(word)).toBeNull();
    expect(['kedd', 'Salı', 'Tuesday', 'ked'].map(isWeekdayBehind)).toEqual([true, true, false, false]);
  });
});

describe('fillers', () => {
  test.each([
    ['N/A', 'not-applicable'],
    ['Н/Д', 'not-applicable'],
    ['暂缺', 'not-applicable'],
    ['n.v.t.', 'not-applicable'],
    ['None', 'none'],
    ['なし', 'none'],
    ['Brak', 'none'],
    ['Classic', 'classic'],
    ['Классический', 'classic'],
    ['SYSTEM', null],
    ['', null],
  ] as const)('%s: %s', (word, kind) => {
    expect(fillerKind(word)).toBe(kind);
  });
});

describe('providers', () => {
  test.each([
    ['disk', 'Disk'],
    ['Ntfs', 'Microsoft-Windows-Ntfs'],
    ['Ntfs', 'Ntfs (Microsoft-Windows-Ntfs)'],
    ['Ntfs', 'Ntfs (Ntfs)'],
    ['GroupPolicy', 'GroupPolicy (Microsoft-Windows-GroupPolicy)'],
    ['Microsoft-Windows-User Profiles Service', 'User Profile Service (Microsoft-Windows-User Profiles Service)'],
    ['LSASRV', 'LSA (LsaSrv)'],
    ['DCOM', 'Microsoft-Windows-DistributedCOM'],
    ['Service Control Manager', 'Microsoft-Windows-Service-Control-Manager'],
    ['Service Control Manager', 'Dienststeuerungs-Manager'],
    ['EventLog', 'Microsoft-Windows-Eventlog'],
    ['BugCheck', 'Microsoft-Windows-WER-SystemErrorReporting'],
    ['W32Time', 'Microsoft-Windows-Time-Service'],
    ['volsnap', 'Volsnap'],
    ['GroupPolicy', 'Microsoft-Windows-GroupPolicy'],
    ['Kernel-Power', 'Microsoft-Windows-Kernel-Power'],
    ['Wlclntfy', 'Microsoft-Windows-Winlogon'],
    ['Winlogon', 'Microsoft-Windows-Winlogon'],
    ['Microsoft Windows security auditing.', 'Microsoft-Windows-Security-Auditing'],
    ['Software Protection Platform Service', 'Microsoft-Windows-Security-SPP'],
    ['TermService', 'Microsoft-Windows-TerminalServices-RemoteConnectionManager'],
  ])('%s and %s are one', (a, b) => {
    expect(canonicalProvider(a)).toBe(canonicalProvider(b));
  });

  // As articles and forums name them.
  test.each([
    ['Event Log', 'EventLog'],
    ['Kernel Power', 'Microsoft-Windows-Kernel-Power'],
    ['Group Policy', 'Microsoft-Windows-GroupPolicy'],
    ['Microsoft-Windows-Failover Clustering', 'Microsoft-Windows-FailoverClustering'],
    ['Time Service', 'W32Time'],
  ])('%s is %s written apart', (apart, name) => {
    expect(canonicalProvider(apart)).toBe(canonicalProvider(name));
  });

  test('a name with a blank that differs from two others in its blanks only stays itself', () => {
    expect(canonicalProvider('MSExchange StoreDriver')).toBe('msexchange storedriver');
    expect(canonicalProvider('MSExchange Store Driver')).toBe('msexchange store driver');
    expect(canonicalProvider('MSExchangeStoreDriver')).toBe('msexchangestoredriver');
  });

  test('names that only look alike stay apart', () => {
    const names = [
      'ESE',
      'ESE97',
      'ESE98',
      'ESENT',
      'Microsoft-Windows-ESE',
      'Winlogon',
      'Microsoft-Windows-Wininit',
      'Userenv',
      'VSS',
    ];
    expect(new Set(names.map(canonicalProvider)).size).toBe(names.length);
  });

  test('the key of a key is itself', () => {
    for (const name of ['DCOM', 'Microsoft-Windows-Time-Service', 'MSExchangeIS', '__proto__'])
      expect(canonicalProvider(canonicalProvider(name))).toBe(canonicalProvider(name));
  });
});

describe('log names', () => {
  test.each([
    ['Anwendung', 'Application'],
    ['Système', 'System'],
    ['애플리케이션', 'Application'],
    ['安全性', 'Security'],
    ['ディレクトリサービス', 'Directory Service'],
    ['Servizio directory', 'Directory Service'],
    ['Diretório', 'Directory Service'],
    ['каталог', 'Directory Service'],
    ['Weitergeleitete Ereignisse', 'ForwardedEvents'],
    ['Application', 'Application'],
    ['Microsoft-Windows-VSS/Operational', 'Microsoft-Windows-VSS/Operational'],
  ])('%s is %s', (name, channel) => {
    expect(canonicalLogName(name)).toBe(channel);
  });

  test.each([
    ['the log of this machine', 'Anwendung', 'Application'],
    ['the log of another machine', '\\\\EX1\\Application', 'Application'],
    ['a saved log, whose name says nothing', 'C:\\case 7\\System.evt', null],
    ['a saved log on a share', '\\\\srv\\logs\\ex1\\app.evtx', null],
    ['a saved log in the share itself', '\\\\srv\\Application.evtx', null],
    ['a saved log beside the program', 'App.EVT', null],
    ['a channel with a slash', '\\\\EX1\\Microsoft-Windows-VSS/Operational', 'Microsoft-Windows-VSS/Operational'],
  ])('by the place it was read from: %s', (_, place, channel) => {
    expect(logReadFrom(place)).toBe(channel);
  });
});

describe('keys typed by hand', () => {
  test.each([
    ['EventID', 'eventId'],
    ['Ereigniskennung', 'eventId'],
    ['Stufe', 'level'],
    ['Event Source', 'source'],
    ['Message', 'description'],
    ['Severity', 'level'],
    ['Gravedad', 'level'],
    ['Уровень серьезности', 'level'],
    ['メッセージ', 'description'],
    ['ComputerName', 'computer'],
    ['タスク カテゴリ', 'category'],
    ['Article ID', null],
    ['', null],
    ['toString', null],
  ] as const)('%s means %s', (key, field) => {
    expect(looseField(key)).toBe(field);
  });
});

test('words are compared without case, width, composition, invisible marks and kinds of hyphens', () => {
  expect(foldWord('  Ereignis-ID ')).toBe('ereignis-id');
  expect(foldWord('Ereignis–ID')).toBe('ereignis-id');
  expect(foldWord('Ｅｖｅｎｔ\u3000ＩＤ')).toBe('event id');
  expect(foldWord('Schlu\u0308sselwo\u0308rter')).toBe(foldWord('Schlüsselwörter'));
  expect(foldWord('ID de l’événement')).toBe("id de l'événement");
  expect(foldWord('\u200eDate\u200f')).toBe('date');
  expect(foldWord('KİMLİĞİ')).toBe(foldWord('kimliği'));
});

test('words around a clock', () => {
  expect(['AM', 'p. m.', 'p.m.', '下午', '午前', '오후', 'μμ', 'π.μ.'].map(dayHalf)).toEqual([
    'am',
    'pm',
    'pm',
    'pm',
    'am',
    'pm',
    'pm',
    'am',
  ]);
  expect(['Uhr', 'PTG', ''].map(dayHalf)).toEqual([null, null, null]);
  expect(['Uhr', 'ч.', 'CEST', 'PTG'].map(isTimeFiller)).toEqual([true, true, true, false]);
});
