import { type Companion, type OutputLine, Telling, valueAfter } from './companion.ts';

const BANNER =
  /^\s*(?:Extensible Storage Engine Utilities for|Microsoft\(R\) Windows(?: NT\(TM\) Server|\(R\))? Database Utilities)/;
const MODE = /^\s*Initiating (?:FILE DUMP|INTEGRITY|RECOVERY|DEFRAGMENTATION|REPAIR|CHECKSUM|RESTORE|COPY FILE) mode/;
const PROMPT = /^(?:\[PS\] |PS )?[A-Z]:\\[^>]*>\s*(?:eseutil|esentutl)/i;

/** Exchange by the engine's version. @see learn.microsoft.com, Exchange Server build numbers */
const PRODUCTS: readonly (readonly [version: RegExp, product: string])[] = [
  [/^5\.5/, 'Exchange Server 5.5'],
  [/^0?6\.0/, 'Exchange 2000 Server'],
  [/^0?6\.5/, 'Exchange Server 2003'],
  [/^0?8\./, 'Exchange Server 2007'],
  [/^14\./, 'Exchange Server 2010'],
  [/^15\.0?0/, 'Exchange Server 2013'],
  [/^15\.0?1/, 'Exchange Server 2016'],
  [/^15\.0?2/, 'Exchange Server 2019'],
];

/** `eseutil` and `esentutl`: header, log and checkpoint dumps, and how any of its modes ended. */
export const eseutil: Companion = {
  tool: 'eseutil',
  needs: { first: /[a-z[]/i },
  begins: (lines) =>
    BANNER.test(lines(0) ?? '') ||
    MODE.test(lines(0) ?? '') ||
    (PROMPT.test(lines(0) ?? '') && [1, 2, 3].some((ahead) => BANNER.test(lines(ahead) ?? ''))),
  continues: isPart,
  read(lines) {
    const telling = new Telling('eseutil');
    let database = '';
    const whole = lines.filter(({ text }) => /^\s*Log file: .* - OK\s*$/i.test(text));
    telling.count('logs.whole', whole.length, whole);
    for (const line of lines) {
      database = valueAfter(/^\s*Database: /, line.text) ?? database;
      tellLine(line, database, telling);
    }
    return telling;
  },
};

/** Labels stand right-aligned before their colon; the rest are a few known sentences. */
const SENTENCES =
  /^\s*(?:Version \d|Copyright|Initiating|Verifying|DATABASE HEADER|Fields|Checksum Information|Operation (?:completed|terminated)|No damaged|Integrity|Scanning|Status|Database|Checkpoint|LastFullBackup|FullBackup|IncBackup|Env |Signature|\(|\[\.\.\.\]|Current|Previous|Patch|Old|ECC|Bad|0\s+10|\|-|\.{3,}|-{3,}|done|WARNING|ERROR|Log |Generation)/i;
function isPart(line: string): boolean {
  return (
    BANNER.test(line) ||
    SENTENCES.test(line) ||
    /^\s*[A-Za-z][\w /()%.]{1,40}:(?:\s|$)/.test(line) ||
    /^\s{4,}\S/.test(line)
  );
}

function tellLine(line: OutputLine, database: string, telling: Telling): void {
  const { text } = line;
  const version = /^\s*Version (\d{1,2}\.\d{1,2}(?:\.\d+)*)\s*$/.exec(text)?.[1];
  const product = version === undefined ? undefined : PRODUCTS.find(([pattern]) => pattern.test(version))?.[1];
  if (product !== undefined) telling.fact('product', product, line);
  const state = valueAfter(/^\s*State:/, text);
  if (state !== null) {
    telling.fact('database.state', state, line);
    if (database !== '') telling.fact(`database.state.${database}`, state, line);
    const isClean = /^(?:clean shutdown|consistent)/i.test(state);
    telling.observe(isClean ? 'information' : 'warning', { state, database }, [line]);
  }
  const required = valueAfter(/^\s*Log Required:/, text);
  if (required !== null) telling.fact('database.logRequired', required, line);
  const repairs = /^\s*(?:Old )?Repair Count:\s*(\d+)/.exec(text)?.[1];
  if (repairs !== undefined) telling.fact('database.repairCount', repairs, line);
  if (/^\s*Log file: .* - ERROR/i.test(text)) telling.observe('error', { log: text.trim() }, [line]);
  const backup = /^\s*(Full|Inc)Backup time:\s*(\S.{5,40})$/i.exec(text);
  if (backup !== null) telling.fact(`backup.last${backup[1]}`, (backup[2] ?? '').trim(), line);
  if (/No damaged log files were found/i.test(text)) telling.fact('logs.damaged', false, line);
  const error = /Operation terminated with error (-\d{1,5}) \(([^,)]{1,80})/.exec(text);
  if (error !== null) telling.observe('error', { code: error[1], name: error[2], database }, [line]);
}
