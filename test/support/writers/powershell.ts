import type { EventRecord, Level } from '../../../src/core/model/event.ts';
import {
  auditOf,
  csvLine,
  dotNetDescription,
  iso,
  levelOf,
  lines,
  maskOf,
  usTime,
  type WriteLog,
  wholeId,
  wordOf,
} from './cells.ts';

const localTime = (event: EventRecord): string => usTime(event).join(' ');
const signed = (event: EventRecord): bigint => BigInt.asIntN(64, maskOf(event));

/** The properties of an EventLogRecord as text, in their order. */
const winEvent = (event: EventRecord): readonly (readonly [string, string | number | null])[] => [
  ['Message', event.message],
  ['Id', event.eventId],
  ['Version', 0],
  ['Qualifiers', event.qualifiers],
  ['Level', levelOf(event)],
  ['Task', 0],
  ['Opcode', 0],
  ['Keywords', `${signed(event)}`],
  ['RecordId', event.recordId],
  ['ProviderName', event.provider],
  ['ProviderId', null],
  ['LogName', event.channel],
  ['ProcessId', 4],
  ['ThreadId', 8],
  ['MachineName', event.host],
  ['UserId', event.user],
  ['TimeCreated', localTime(event)],
  ['ActivityId', null],
  ['ContainerLog', event.channel],
  ['MatchedQueryIds', 'System.UInt32[]'],
  ['Bookmark', 'System.Diagnostics.Eventing.Reader.EventBookmark'],
  ['LevelDisplayName', wordOf(event)],
  ['OpcodeDisplayName', 'Info'],
  ['TaskDisplayName', event.category],
  ['KeywordsDisplayNames', 'System.Collections.ObjectModel.ReadOnlyCollection`1[System.String]'],
  ['Properties', 'System.Collections.Generic.List`1[System.Diagnostics.Eventing.Reader.EventProperty]'],
];

const ENTRY_TYPES: Readonly<Record<Level, keyof typeof TYPE_NUMBERS>> = {
  ...{ 'audit-success': 'SuccessAudit', 'audit-failure': 'FailureAudit', critical: 'Error', error: 'Error' },
  ...{ warning: 'Warning', information: 'Information', verbose: 'Information' },
};
const TYPE_NUMBERS = { SuccessAudit: 8, FailureAudit: 16, Error: 1, Warning: 2, Information: 4 } as const;
const entryType = ({ level }: EventRecord): keyof typeof TYPE_NUMBERS | null =>
  level === null ? null : ENTRY_TYPES[level];

const typeNumber = (event: EventRecord): number | null => {
  const type = entryType(event);
  return type === null ? null : TYPE_NUMBERS[type];
};

/** The properties of an EventLogEntry. */
const eventLog = (event: EventRecord): readonly (readonly [string, string | number | null])[] => [
  ['EventID', event.eventId],
  ['MachineName', event.host],
  ['Data', 'System.Byte[]'],
  ['Index', event.recordId],
  ['Category', event.category ?? '(0)'],
  ['CategoryNumber', 0],
  ['EntryType', entryType(event)],
  ['Message', event.message ?? dotNetDescription(event)],
  ['Source', event.provider],
  ['ReplacementStrings', 'System.String[]'],
  ['InstanceId', wholeId(event)],
  ['TimeGenerated', localTime(event)],
  ['TimeWritten', localTime(event)],
  ['UserName', event.user],
  ['Site', null],
  ['Container', null],
];

type Row = (event: EventRecord) => readonly (readonly [string, string | number | null])[];
const list =
  (row: Row, strings: (event: EventRecord) => readonly [string, string]): WriteLog =>
  (events) =>
    lines([
      '',
      ...events.flatMap((event) => {
        const [listed, inserts] = strings(event);
        const width = Math.max(...row(event).map(([name]) => name.length));
        return [
          ...row(event).map(([name, value]) => {
            const text = name === listed ? inserts : `${value ?? ''}`;
            return `${name.padEnd(width)} : ${text.replaceAll('\n', `\r\n${' '.repeat(width + 3)}`)}`;
          }),
          '',
        ];
      }),
    ]);
/** `Get-WinEvent | Format-List *` */
export const winEventList = list(winEvent, () => ['Properties', '{System.Diagnostics.Eventing.Reader.EventProperty}']);
/** `Get-EventLog | Format-List *` */
export const eventLogList = list(eventLog, ({ strings }) => ['ReplacementStrings', `{${strings.join(', ')}}`]);

const exportCsv =
  (row: Row, type: string): WriteLog =>
  (events) =>
    lines([
      `#TYPE ${type}`,
      ...events.slice(0, 1).map((event) =>
        row(event)
          .map(([name]) => `"${name}"`)
          .join(','),
      ),
      ...events.map((event) =>
        csvLine(
          row(event).map(([, value]) => value),
          ',',
          true,
        ),
      ),
    ]);
export const winEventCsv = exportCsv(winEvent, 'System.Diagnostics.Eventing.Reader.EventLogRecord');
export const eventLogCsv = exportCsv(eventLog, 'System.Diagnostics.EventLogEntry#System/disk/7');

/** ConvertTo-Json of Windows PowerShell: two blanks behind a colon, times in ms, signs as numbers. */
const oldJson = (value: unknown): string =>
  JSON.stringify(value, null, 4)
    .replaceAll(/^(\s*"[^"\\]+":) /gm, '$1  ')
    .replaceAll(/[<>&']/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/Date(', '\\/Date(')
    .replaceAll(')/"', ')\\/"')
    .replaceAll('\n', '\r\n');
const msTime = ({ timeMs }: EventRecord): string | null => (timeMs === null ? null : `/Date(${timeMs})/`);
export const winEventJson5: WriteLog = (events) =>
  oldJson(
    events.map((event) => ({
      ...Object.fromEntries(winEvent(event).filter(([name]) => name !== 'Keywords')),
      UserId: event.user === null ? null : { BinaryLength: 12, AccountDomainSid: null, Value: event.user },
      TimeCreated: msTime(event),
      KeywordsDisplayNames: [auditOf(event) ?? 'Classic'],
      Bookmark: {},
      Properties: event.strings.map((Value) => ({ Value })),
    })),
  );
export const eventLogJson5: WriteLog = (events) =>
  oldJson(
    events.map((event) => ({
      ...Object.fromEntries(eventLog(event)),
      Data: [...(event.data ?? [])],
      EntryType: typeNumber(event),
      ReplacementStrings: event.strings,
      TimeGenerated: msTime(event),
      TimeWritten: msTime(event),
    })),
  );

const xml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '_x000D__x000A_')
    .replaceAll('\t', '_x0009_');
const property = (type: string, name: string, value: string | number | bigint | null): string =>
  value === null ? `      <Nil N="${name}" />` : `      <${type} N="${name}">${xml(`${value}`)}</${type}>`;
const TYPE = 'System.Diagnostics.Eventing.Reader.EventLogRecord';
/** Export-Clixml. */
export const clixml: WriteLog = (events) => {
  let ref = 0;
  const objects = events.flatMap((event, index) => [
    `  <Obj RefId="${ref++}">`,
    ...(index === 0
      ? ['    <TN RefId="0">', `      <T>${TYPE}</T>`, '      <T>System.Object</T>', '    </TN>']
      : ['    <TNRef RefId="0" />']),
    `    <ToString>${TYPE}</ToString>`,
    '    <Props>',
    property('I32', 'Id', event.eventId),
    property('By', 'Version', 0),
    property('I32', 'Qualifiers', event.qualifiers),
    property('By', 'Level', levelOf(event)),
    property('I64', 'Keywords', signed(event)),
    property('I64', 'RecordId', event.recordId),
    property('S', 'ProviderName', event.provider),
    property('S', 'LogName', event.channel),
    property('S', 'MachineName', event.host),
    ...(event.user === null
      ? [property('S', 'UserId', null)]
      : [
          `      <Obj N="UserId" RefId="${ref++}">`,
          '        <TN RefId="7"><T>System.Security.Principal.SecurityIdentifier</T><T>System.Object</T></TN>',
          `        <ToString>${event.user}</ToString><Props><I32 N="BinaryLength">12</I32><S N="Value">${event.user}</S></Props>`,
          '      </Obj>',
        ]),
    property('DT', 'TimeCreated', event.timeMs === null ? null : `${iso(event)}+00:00`),
    property('S', 'LevelDisplayName', wordOf(event)),
    property('S', 'TaskDisplayName', event.category),
    `      <Obj N="Properties" RefId="${ref++}">`,
    '        <TN RefId="9"><T>System.Collections.Generic.List`1</T><T>System.Object</T></TN>',
    '        <LST>',
    ...event.strings.map((text) =>
      [
        `          <Obj RefId="${ref++}">`,
        '            <ToString>System.Diagnostics.Eventing.Reader.EventProperty</ToString>',
        `            <Props><S N="Value">${xml(text)}</S></Props>`,
        '          </Obj>',
      ].join('\r\n'),
    ),
    '        </LST>',
    '      </Obj>',
    '    </Props>',
    '    <MS>',
    property('S', 'Message', event.message),
    '    </MS>',
    '  </Obj>',
  ]);
  const open = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">';
  return lines([open, ...objects, '</Objs>']);
};
