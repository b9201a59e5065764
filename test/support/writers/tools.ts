import type { EventRecord } from '../../../src/core/model/event.ts';
import {
  auditOf,
  csvLine,
  iso,
  levelOf,
  lines,
  maskOf,
  oldWordOf,
  plainTime,
  upper,
  usTime,
  type WriteLog,
  wordOf,
} from './cells.ts';

const flat = (text: string | null): string => text?.replaceAll(/\s*\n\s*/g, ' ') ?? '';

/** The old text of wevtutil: a local time of milliseconds. */
export const wevtutilOld: WriteLog = (events) =>
  lines(
    events.flatMap((event, index) => [
      `Event[${index}]:`,
      `  Log Name: ${event.channel ?? ''}`,
      `  Source: ${event.provider ?? ''}`,
      `  Date: ${iso(event).slice(0, 23)}`,
      `  Event ID: ${event.eventId ?? ''}`,
      `  Task: ${event.category ?? 'N/A'}`,
      `  Level: ${wordOf(event)}`,
      '  Opcode: Info',
      `  Keyword: ${auditOf(event) ?? 'Classic'}`,
      `  User: ${event.user ?? 'N/A'}`,
      '  User Name: N/A',
      `  Computer: ${event.host ?? ''}`,
      '  Description: ',
      ...(event.message ?? 'N/A').split('\n'),
      '',
    ]),
  );

const isNumbered = ({ recordId }: EventRecord): boolean => recordId !== null;

/** A log a heading, as psloglist has it. */
export const psloglist: WriteLog = (events) =>
  lines([
    'PsLoglist v2.81 - local and remote event log viewer',
    '',
    ...events
      .filter(isNumbered)
      .flatMap((event, index, numbered) => [
        ...(numbered[index - 1]?.channel === event.channel ? [] : [`${event.channel} log on \\\\EX1:`]),
        `[${event.recordId}] ${event.provider ?? ''}`,
        `   Type:     ${oldWordOf(event).toUpperCase()}`,
        `   Computer: ${event.host ?? ''}`,
        `   Time:     ${usTime(event).join(' ')}   ID:       ${event.eventId ?? ''}`,
        ...(event.user === null ? [] : [`   User:     ${event.user}`]),
        ...(event.message ?? `Message text not available.  Insertion strings:\n\t${event.strings.join(' ')}`).split(
          '\n',
        ),
        '',
      ]),
  ]);

export const psloglistLines: WriteLog = (events) =>
  lines(
    events.map((event) => {
      const { recordId, channel, provider, host, eventId, user, message } = event;
      const time = usTime(event).join(' ');
      return csvLine([
        recordId,
        channel,
        provider,
        oldWordOf(event).toUpperCase(),
        host,
        time,
        eventId,
        user,
        flat(message),
      ]);
    }),
  );

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const exportTime = (event: EventRecord): string => {
  const [, year, month, day, clock] = /^(\d+)-(\d+)-(\d+)T(.*)$/.exec(iso(event)) ?? [];
  return clock === undefined ? '' : `${MONTHS[Number(month) - 1]} ${day}, ${year} ${clock}00 UTC`;
};
/** libevtx. */
export const evtxexport: WriteLog = (events) =>
  [
    'evtxexport 20251118\n\n',
    ...events.filter(isNumbered).map((event) => {
      const entry = (name: string, tabs: number, value: string | number | null): string =>
        `${name}${'\t'.repeat(tabs)}: ${value ?? ''}\n`;
      return [
        entry('Event number', 3, event.recordId),
        entry('Creation time', 3, exportTime(event)),
        entry('Written time', 3, exportTime(event)),
        entry('Event version', 3, 0),
        ...(event.level === null ? [] : [entry('Event level', 3, `${wordOf(event)} (${levelOf(event)})`)]),
        ...(event.user === null ? [] : [entry('User security identifier', 1, event.user)]),
        entry('Computer name', 3, event.host),
        entry('Source name', 3, event.provider),
        entry('Channel name', 3, event.channel),
        ...(event.eventId === null
          ? []
          : [entry('Event identifier', 2, `0x${event.eventId.toString(16).padStart(8, '0')} (${event.eventId})`)]),
        ...(event.qualifiers === null
          ? []
          : [
              entry(
                'Event identifier qualifiers',
                1,
                `0x${event.qualifiers.toString(16).padStart(4, '0')} (${event.qualifiers})`,
              ),
            ]),
        entry('Number of strings', 2, event.strings.length + (event.data === null ? 0 : 1)),
        ...event.strings.map((text, index) => entry(`String: ${index + 1}`, 3, text)),
        ...(event.data === null ? [] : [entry(`String: ${event.strings.length + 1}`, 3, upper(event.data))]),
        '\n',
      ].join('');
    }),
  ].join('');

const TYPES = { 'Success Audit': 8, 'Failure Audit': 16, Error: 1, Warning: 2, Information: 4 } as const;
export const logparser: WriteLog = (events) =>
  lines([
    'EventLog,RecordNumber,TimeGenerated,TimeWritten,EventID,EventType,EventTypeName,EventCategory,EventCategoryName,SourceName,Strings,ComputerName,SID,Message,Data',
    ...events.map((event) => {
      const type = oldWordOf(event);
      const { channel, recordId, eventId, category, provider, strings, host, user, message, data } = event;
      return csvLine([
        ...[
          channel,
          recordId,
          plainTime(event),
          plainTime(event),
          eventId,
          TYPES[type as keyof typeof TYPES] ?? null,
          type === '' ? null : `${type} event`,
        ],
        ...[0, category ?? 'None', provider, strings.join('|'), host, user, flat(message), upper(data)],
      ]);
    }),
  ]);

const LEVELS = {
  ...{ critical: 'Critical', error: 'Error', warning: 'Warning', information: 'Info', verbose: 'Verbose' },
};
const payloadOf = ({ strings, fields, data }: EventRecord): string => {
  const named = [...fields].map(([name, text]) => ({ '@Name': name, '#text': text }));
  const all = fields.size > 0 ? named : strings.length === 0 ? undefined : strings.join(', ');
  return JSON.stringify({
    EventData: { Data: all, Binary: data === null ? undefined : Buffer.from(data).toString('hex') },
  });
};
export const evtxecmd: WriteLog = (events) =>
  `\ufeff${lines([
    'RecordNumber,EventRecordId,TimeCreated,EventId,Level,Provider,Channel,ProcessId,ThreadId,Computer,UserId,MapDescription,UserName,RemoteHost,PayloadData1,PayloadData2,PayloadData3,PayloadData4,PayloadData5,PayloadData6,ExecutableInfo,HiddenRecord,SourceFile,Keywords,ExtraDataOffset,Payload',
    ...events.map((event) => {
      const { recordId, eventId, provider, channel, host, user } = event;
      const level = event.level === null ? null : (LEVELS[event.level as keyof typeof LEVELS] ?? 'LogAlways');
      return csvLine([
        ...[recordId, recordId, iso(event).replace('T', ' '), eventId, level, provider, channel, 4, 8, host, user],
        ...[
          '',
          '',
          '',
          '',
          '',
          '',
          '',
          '',
          '',
          '',
          'False',
          'C:\\logs\\all.evtx',
          auditOf(event) ?? 'Classic',
          0,
          payloadOf(event),
        ],
      ]);
    }),
  ])}`;

const code = ({ eventId }: EventRecord): string | undefined => (eventId === null ? undefined : `${eventId}`);
export const winlogbeat: WriteLog = (events) =>
  events
    .map((event) => {
      const values =
        event.fields.size > 0 ? [...event.fields] : event.strings.map((text, at) => [`param${at + 1}`, text]);
      const binary = event.data === null ? [] : [['Binary', upper(event.data)]];
      return JSON.stringify({
        '@timestamp': event.timeMs === null ? undefined : `${iso(event).slice(0, 23)}Z`,
        event: { code: code(event), provider: event.provider, kind: 'event' },
        host: { name: event.host },
        log: { level: wordOf(event).toLowerCase() || undefined },
        message: event.message ?? undefined,
        winlog: {
          ...{
            channel: event.channel,
            computer_name: event.host,
            event_id: code(event),
            record_id: event.recordId,
          },
          ...{
            provider_name: event.provider,
            keywords: [auditOf(event) ?? 'Classic'],
            task: event.category ?? undefined,
          },
          ...{ user: event.user === null ? undefined : { identifier: event.user }, api: 'wineventlog', opcode: 'Info' },
          event_data: Object.fromEntries([...values, ...binary]),
        },
      });
    })
    .map((line) => `${line}\n`)
    .join('');

const NXLOG_TYPES = {
  ...{ 'audit-success': 'AUDIT_SUCCESS', 'audit-failure': 'AUDIT_FAILURE', critical: 'CRITICAL', error: 'ERROR' },
  ...{ warning: 'WARNING', information: 'INFO', verbose: 'VERBOSE' },
};
export const nxlog: WriteLog = (events) =>
  events
    .map((event) => {
      const own = {
        ...{ EventTime: plainTime(event), Hostname: event.host, Keywords: `${BigInt.asIntN(64, maskOf(event))}` },
        ...{
          EventType: event.level === null ? undefined : NXLOG_TYPES[event.level],
          SeverityValue: 2,
          Severity: wordOf(event).toUpperCase() || undefined,
        },
        ...{ EventID: event.eventId, SourceName: event.provider, Task: 0, RecordNumber: event.recordId, ProcessID: 4 },
        ...{
          Channel: event.channel,
          Category: event.category ?? undefined,
          UserID: event.user ?? undefined,
          Opcode: 'Info',
        },
        ...{ Message: event.message?.replaceAll('\n', '\r\n') },
      };
      const rest = { EventReceivedTime: plainTime(event), SourceModuleName: 'in', SourceModuleType: 'im_msvistalog' };
      return JSON.stringify({ ...own, ...Object.fromEntries(event.fields), ...rest });
    })
    .map((line) => `${line}\r\n`)
    .join('');
