import { spellings } from './fold.ts';
import { FoldedWords } from './folded-words.ts';
import type { HeadingField } from './heading-field.ts';
import { meaningsOf } from './headings.ts';

/**
 * Names that people, machine translation and other tools give the same things. The translations stand in translated pages of
 * Microsoft Learn; `Logged` is the name in the General tab of the viewer.
 */
const LOOSE_KEYS: readonly (readonly [HeadingField, readonly string[]])[] = [
  ['logName', ['Log', 'LogName', 'Channel', 'Event Log', 'ログ名', 'イベントログの種類']],
  ['source', ['Event Source', 'EventSource', 'SourceName', 'Source Name', 'Provider', 'ProviderName', 'Provider Name']],
  [
    'date',
    [
      ...['Logged', 'Date and Time', 'Date/Time', 'TimeCreated', 'Time Created', 'TimeGenerated', 'Timestamp'],
      ...['Time Generated', 'Event Time', 'Event Date', 'Time of Event', 'Ereigniszeit'],
    ],
  ],
  [
    'eventId',
    [
      ...['EventID', 'Event-ID', 'ID', 'Event', 'EventCode', 'Event Code', 'Event Number', 'Event No', 'Event No.'],
      ...["ID d'événement", 'Идентификатор события', 'Etkinlik kimliği', 'Etkinlik Id', 'InstanceId', 'Instance ID'],
    ],
  ],
  [
    'category',
    [
      ...['Task', 'TaskCategory', 'Category', 'Aufgabe Kategorie', 'Taskkategorie', 'Catégorie de tâche'],
      ...['Категория задач', 'タスク カテゴリ', '태스크 범주'],
    ],
  ],
  [
    'level',
    [
      ...['Type', 'Typ', 'Event Type', 'EntryType', 'Severity', 'LevelDisplayName', 'Event Level', 'Stufe', 'Gravedad'],
      ...['Gravità', 'Gravidade', 'Уровень серьезности', '重大度', '严重性'],
    ],
  ],
  ['keywords', ['Keyword', 'Anahtar Kelimeler']],
  ['user', ['UserName', 'User Name']],
  [
    'computer',
    ['ComputerName', 'Computer Name', 'Host', 'HostName', 'Host Name', 'Machine', 'MachineName', 'Machine Name'],
  ],
  [
    'description',
    [
      ...['Message', 'Event Description', 'Meldung', 'Messaggio', 'Mensagem', 'Сообщение', 'メッセージ', '消息'],
      ...['메시지', '記述', '内容'],
    ],
  ],
];

const fieldByKey = new FoldedWords<HeadingField>(
  LOOSE_KEYS.flatMap(([field, keys]) => keys.flatMap(spellings).map((key) => [key, field] as const)),
);

/** When a tool told of the event, which is no part of it: Kaseya writes `Alert Time` and `Agent Time` beside `Event Time`. */
const TIMES_OF_TOOLS: ReadonlySet<string> = new Set(['alert time', 'agent time']);
export const isTimeOfTool = (key: string): boolean => TIMES_OF_TOOLS.has(key.toLowerCase());

/** The field that a key typed by hand means: a heading of any language and generation, or one of its synonyms. */
export const looseField = (key: string): HeadingField | null =>
  fieldByKey.get(key) ?? meaningsOf(key)[0]?.field ?? null;
