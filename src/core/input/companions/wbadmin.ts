import { type Companion, Telling } from './companion.ts';

const BANNER = /^\s*wbadmin 1\.\d - Backup command-line tool/;
const PARTS =
  /^\s*(?:wbadmin 1|\(C\) Copyright|Retrieving volume|This would backup|Do you want|The backup (?:operation|storage|of)|Creating a (?:shadow|backup)|Summary of|-{5,}|Detailed error|Log of files|C:\\|[A-Z]:\\|There was a failure|Backup (?:time|target|location)|Version identifier|Can recover|Snapshot ID|Running a|The operation|ERROR|Error|Note:|Started|Compacting|Updating)/i;

/** Windows Server Backup's command line. */
export const wbadmin: Companion = {
  tool: 'wbadmin',
  needs: { holds: ['wbadmin 1.'] },
  begins: (lines) => BANNER.test(lines(0) ?? ''),
  continues: (line) => PARTS.test(line),
  read(lines) {
    const telling = new Telling('wbadmin');
    let versions = 0;
    for (const line of lines) {
      const { text } = line;
      const error = /^\s*(?:Detailed error|ERROR)\s*[:-]\s*(.{3,300})$/i.exec(text)?.[1]?.trim();
      if (error !== undefined) telling.observe('error', { error }, [line]);
      if (/backup operation successfully completed/i.test(text)) telling.fact('wbadmin.result', 'completed', line);
      if (/backup operation (?:stopped before completing|to .{1,200} failed)|backup operation failed/i.test(text)) {
        telling.fact('wbadmin.result', 'failed', line);
        telling.observe('error', { result: 'failed' }, [line]);
      }
      if (/completed with (?:errors|warnings)/i.test(text))
        telling.fact('wbadmin.result', 'completed with errors', line);
      const version = /^\s*Version identifier: (\d\d)\/(\d\d)\/(\d{4})-(\d\d:\d\d)/.exec(text);
      if (version === null) continue;
      versions += 1;
      const [, month, day, year, time] = version;
      telling.fact('wbadmin.lastVersion', `${year}-${month}-${day}T${time}Z`, line);
    }
    telling.count('wbadmin.versions', versions, lines);
    return telling;
  },
};
