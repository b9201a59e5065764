import { foldWord, wordsOf } from './fold.ts';
import { FoldedWords } from './folded-words.ts';
import type { HeadingField } from './heading-field.ts';
import { type Dialect, meaningsOf } from './headings.ts';
import { looseField } from './loose-keys.ts';

/** What a column of a table, or a property in a list, says about an event. */
const columns = [
  'recordId',
  'dateTime',
  'timeBasis',
  'date',
  'clock',
  'level',
  'eventType',
  'keywords',
  'provider',
  'providerGuid',
  'eventId',
  'instanceId',
  'qualifiers',
  'category',
  'task',
  'opcode',
  'version',
  'channel',
  'host',
  'user',
  'userId',
  'processId',
  'threadId',
  'activityId',
  'relatedActivityId',
  'message',
  'strings',
  'data',
  'payload',
  'eventXml',
  'ignored',
] as const;
export type Column = (typeof columns)[number];

/**
 * The names that tools give their columns and properties, one table for all of them; variants are parted by ` | `. A `?` marks what no
 * real output has confirmed. `eventType` is a type of Windows NT (1, 2, 4, 8, 16 or its word), `level` one of Vista (1 to 5 or its word).
 * Of several columns with one meaning the first that holds a value counts: words stand before numbers here.
 * Sources: EventLogEntry and EventLogRecord (PowerShell), EVT fields of LogParser 2.2, EvtxECmd, the Event table of Azure Monitor,
 * FullEventLogView and MyEventViewer, Win32_NTLogEvent, evtxexport, the fields of Winlogbeat and ECS, the history of Zabbix. Where a collector calls its host `source`,
 * `SourceName` stands beside it.
 */
const COLUMN_NAMES: Readonly<Record<Column, string>> = {
  recordId:
    'RecordId | EventRecordId | RecordNumber | Record Number | Record ID? | Index | EventRecordID | Event number | Record | Event Record ID? | winlog.record_id | data.win.system.eventRecordID',
  dateTime:
    'Date and Time | data.win.system.systemTime | TimeCreated | TimeGenerated | TimeGenerated [UTC] | Time Created | Time Generated | Event Time? | EventTime | Date Time? | Date/Time | Local time | Timestamp | Logged | Creation time | TimeWritten | Written time | Time Written | Generated Time? | @timestamp | TimeCreatedUtc | Timestamp UTC | DateTime',
  timeBasis: 'timeBasis',
  date: 'Date',
  clock: 'Time',
  level:
    'LevelDisplayName | EventLevelName | Level | Event Level | EventLevelDisplayName | Severity | log.level | data.win.system.severityValue',
  eventType: 'EventTypeName | EntryType | Entry Type | Type | Event Type | Type/Level? | TypeEvent | EventType',
  keywords: 'KeywordsDisplayNames | Keywords | Keyword | winlog.keywords',
  provider:
    'ProviderName | Provider | SourceName | Source Name | Event Source | EventSource | Provider Name | winlog.provider_name | event.provider | data.win.system.providerName | Event.System.Provider | Source | EventSourceName?',
  providerGuid: 'ProviderId | Provider Guid? | ProviderGuid | Provider identifier',
  eventId:
    'EventID | Event ID | Id | EventCode | Event Code? | Event | Event identifier | Event-ID | Event Number? | winlog.event_id | event.code | data.win.system.eventID',
  instanceId: 'InstanceId | EventIdentifier | Instance ID',
  qualifiers: 'Qualifiers | Event identifier qualifiers',
  category:
    'TaskDisplayName | Task Category | TaskCategory | EventCategoryName | CategoryString | Category | Event Category | EventCategory | CategoryNumber',
  task: 'Task',
  opcode: 'Opcode | OpCode',
  version: 'Version | Event version',
  channel:
    'LogName | Log Name | Channel | EventLog | Event Log | Log | LogFile | ContainerLog | Channel name | AgentLogFile | winlog.channel | data.win.system.channel',
  host: 'MachineName | PSComputerName | data.win.system.computer | Computer | ComputerName | Computer Name | Host | HostName | Computer name | Machine | Machine Name | Host Name | Server Name | Server | winlog.computer_name | host.name | host.hostname | agent.hostname | agent.name | Node',
  user: 'UserName | User | User Name | Username',
  userId: 'UserId | SID | User ID | User security identifier',
  processId: 'ProcessId | Process ID | ProcessID',
  threadId: 'ThreadId | Thread ID | ThreadID',
  activityId: 'ActivityId | Activity ID | Correlation Id',
  relatedActivityId: 'RelatedActivityId | Related Activity ID | Relative Correlation Id',
  message:
    'Message | data.win.system.message | RenderedDescription | Description | Event Description | Details | Message string | Value',
  strings: 'Strings | StringInserts | ReplacementStrings | InsertionStrings',
  data: 'Data',
  payload: 'Payload | EventData | Event Data | ParameterXml',
  eventXml: 'RawXml | EventXml | Event Xml | Xml | xml_string | RawLog | Original Event Log | RawEventData? | _raw',
  ignored:
    '_id | _index | _type | _score | MapDescription | RemoteHost | ExecutableInfo | HiddenRecord | SourceFile | ExtraDataOffset | OpcodeDisplayName | MatchedQueryIds | Bookmark | Properties | Site | Container | TenantId | SourceSystem | EventLevel | ManagementGroupName | _ResourceId | MG | AzureDeploymentID | Role | Account | AccountType | SourceComputerId | TimeCollected | EventOriginId | Processor ID | Session ID | Kernel Time | User Time | Processor Time | Event Source Name | CimClass | CimInstanceProperties | CimSystemProperties',
};

/** What the viewer of a language heads its column of times, when it is not the heading of the copied event. Marks as in levels.ts. */
const DATE_AND_TIME: Readonly<Record<string, string>> = {
  de: 'Datum und Uhrzeit',
  fr: 'Date et heure',
  es: 'Fecha y hora?',
  it: 'Data e ora?',
  'pt-BR': 'Data e Hora',
  nl: 'Datum en tijd?',
  pl: 'Data i godzina?',
  ru: 'Дата и время?',
  cs: 'Datum a čas?',
  tr: 'Tarih ve Saat?',
  sv: 'Datum och tid?',
  da: 'Dato og klokkeslæt?',
  nb: 'Dato og klokkeslett?',
  fi: 'Päivämäärä ja kellonaika? | Päivämäärä ja aika?',
  hu: 'Dátum és idő?',
  ja: '日付と時刻',
  'zh-CN': '日期和时间?',
  'zh-TW': '日期和時間?',
  ko: '날짜 및 시간?',
};

/** Columns that the viewer adds, in languages where they were seen; what is not here goes by the heading of the copied event. */
const MORE_COLUMNS: readonly (readonly [Column, string])[] = [
  ['processId', 'Identificação do Processo'],
  ['threadId', 'Identificação de Thread'],
  ['opcode', 'Código Operacional'],
  ['activityId', 'ID de Correlação'],
  ['relatedActivityId', 'ID de Correlação Relativa'],
  ['ignored', 'Nome de Origem do Evento'],
  ['host', 'Computador'],
  ['level', '等級'],
];

const columnOfHeading: Readonly<Record<HeadingField, Column>> = {
  logName: 'channel',
  source: 'provider',
  date: 'date',
  time: 'clock',
  eventId: 'eventId',
  category: 'category',
  level: 'level',
  keywords: 'keywords',
  user: 'user',
  computer: 'host',
  description: 'message',
  data: 'data',
  eventXml: 'ignored',
};

interface NamedColumn {
  readonly column: Column;
  /** Of several columns with one meaning the lowest counts first. */
  readonly rank: number;
}
const allColumns = new Map<string, NamedColumn>();
for (const column of columns)
  for (const [rank, { word }] of wordsOf(COLUMN_NAMES[column]).entries()) {
    const name = foldWord(word);
    if (!allColumns.has(name)) allColumns.set(name, { column, rank });
  }
for (const cell of Object.values(DATE_AND_TIME))
  for (const { word } of wordsOf(cell)) allColumns.set(foldWord(word), { column: 'dateTime', rank: 0 });
for (const [column, word] of MORE_COLUMNS) allColumns.set(foldWord(word), { column, rank: 0 });
// Graylog keeps no dots in its names.
for (const [name, column] of [...allColumns])
  if (name.includes('.'))
    allColumns.set(name.replace(/[._]/g, ' '), allColumns.get(name.replace(/[._]/g, ' ')) ?? column);
const columnByName = new FoldedWords<NamedColumn>(allColumns);

const MIN_OF_LANGUAGE = 3;

/** The language and generation whose headings a row of names shows; null in tables of tools. */
export function dialectOf(names: readonly string[]): Dialect | null {
  const counts = new Map<Dialect, number>();
  for (const name of names)
    for (const { dialect } of meaningsOf(name)) counts.set(dialect, (counts.get(dialect) ?? 0) + 1);
  let best: Dialect | null = null;
  for (const [dialect, count] of counts)
    if (count >= MIN_OF_LANGUAGE && count > (best === null ? 0 : (counts.get(best) ?? 0))) best = dialect;
  return best;
}

/** `Time (UTC)`, `TimeGenerated [Local Time]`; in the table stands what means more with its unit. */
const withoutUnit = (name: string): string => (/[)\]]$/.test(name) ? name.replace(/\s*[([].*[)\]]$/, '') : name);

/** What search engines and Graylog put in front of the names of those who sent an event: `_source.winlog.event_id`, `winlogbeat_winlog_event_id`. */
const CARRIER = /^(?:_source\.|winlogbeat_(?=[a-z]))/;

const DATE_AND_TIME_OF = /^(?:created|event|logged|generated|written)? ?date\/time\b/;

/** What a column means; null for an unknown one. @param dialect of the row: one word is a date in Italian and data in English. */
export function namedColumn(written: string, dialect: Dialect | null): NamedColumn | null {
  const name = written.replace(CARRIER, '');
  const folded = foldWord(withoutUnit(name.replaceAll('_', ' ')));
  const own = dialect === null || dialect.language === 'en' ? undefined : dialect.fieldByHeading.get(folded);
  if (own !== undefined) return { column: columnOfHeading[own], rank: 50 };
  // `_id` of a search engine is no id of an event.
  const known = columnByName.get(name) ?? columnByName.get(folded);
  if (known !== undefined) return known;
  // AXIOM says the zone and the order of a date in the name of its column.
  if (DATE_AND_TIME_OF.test(folded)) return { column: 'dateTime', rank: 65 };
  const loose = looseField(folded);
  if (loose !== null) return { column: columnOfHeading[loose], rank: 60 };
  // Scripts name it as they like: `EventDescription`, `Full Message`.
  return /(?:message|description)$/.test(folded) ? { column: 'message', rank: 70 } : null;
}
