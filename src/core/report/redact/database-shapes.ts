import type { Shape } from './shape.ts';

/** `Database 'Payroll'` of SQL Server, `database "Sales East"` of Exchange, in the languages they are told in. */
const DATABASE_WORDS = [
  'database|datenbank|base de données|base de datos|banco de dados|database di|databasen|databáze|bazy? danych|veritabanı',
  'баз[аыеу] данных|データベース|数据库|資料庫|데이터베이스',
].join('|');
export const databases: readonly Shape[] = [
  {
    needs: '.',
    // With a drive before it the name may hold blanks.
    pattern:
      /(?:(?<![\p{L}\p{N}])[A-Z]:\\{1,2}(?:[^\\/:*?"<>|\r\n\t]{1,80}\\{1,2}){0,20}([^\\/:*?"<>|\r\n\t.]{1,100}|[^\\/:*?"<>|\s]{1,100})|(?<![\p{L}\p{N}._-])([\p{L}\p{N}_][\p{L}\p{N}_-]{0,100}))\.(?:edb|stm|[mln]df)(?![\p{L}\p{N}])/dgiu,
    groups: { 1: 'database', 2: 'database' },
    isWord: true,
  },
  {
    needs: 'Information Store',
    // `Information Store - DB1 (1234) DB1: `, `Information Store (2044) Second Storage Group: `
    pattern: /Information Store(?: - ([^()\r\n:]{1,64}?))? ?\(\d{1,7}(?:,[^()\r\n]{0,20})?\) ([^\r\n:\\/]{1,64}):/dgu,
    groups: { 1: 'database', 2: 'database' },
    isWord: true,
  },
  {
    needs: '',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${DATABASE_WORDS}) {0,2}(['"“„‘«])([^'"“”„‘’«»\r\n\\/:]{1,64})['"“”’»]`,
      'dgiu',
    ),
    groups: { 2: 'database' },
    isWord: true,
  },
  {
    needs: ' ',
    pattern: /(?<![\p{L}\p{N}])(?:BACKUP|RESTORE) (?:DATABASE|LOG) \[?([\p{L}\p{N}_$-]{1,128})/dgu,
    groups: { 1: 'database' },
    isWord: true,
  },
];
