import { type Companion, Telling } from './companion.ts';

const START = /^\s*(?:Checking file system on ([A-Z]:)|The type of the file system is (NTFS|FAT32|FAT|ReFS|exFAT)\.)/;
const PARTS =
  /^\s*(?:Checking|The type of|Volume label|A disk check|CHKDSK|Stage \d|\d+ (?:file|index|reparse|unindexed|security|data|large|EA|KB|allocation|bad|total|bytes)|\d[\d,.]* (?:KB|MB|bytes)|File verification|Index verification|Security descriptor|Usn Journal|Windows has|No further|Internal Info|[0-9a-f]{2}(?: [0-9a-f]{2}){7}|Correcting|Deleting|Inserting|Recovering|Replacing|Cleaning|Phase|Total duration|WARNING|One of your disks|Errors found|Adding|The master|Free space|Please wait|Windows will now|Failed to transfer)/i;

/**
 * What its sums are tells their place, in any language: all, files, indexes, bad sectors, system. Files and indexes are counted, too.
 * Seen in German, Spanish, Russian and Japanese.
 */
const SUM = /^\s*(\d{1,15}) (?:[KM]B|[KM]o|[КМ]Б)(?!\p{L})(.*)$/u;
const isCounted = [false, true, true, false, false] as const;
const BAD_SECTORS = 3;
function isSums(lines: (index: number) => string | undefined): boolean {
  return isCounted.every((counted, index) => {
    const rest = SUM.exec(lines(index) ?? '')?.[2];
    return rest !== undefined && /\d/.test(rest) === counted;
  });
}

/** chkdsk at a prompt; its result inside an event is that event's text. */
export const chkdsk: Companion = {
  tool: 'chkdsk',
  isQuoted: true,
  needs: { first: /[CT\d]/ },
  begins: (lines) =>
    (START.test(lines(0) ?? '') &&
      [1, 2, 3, 4].some((ahead) => /NTFS|FAT|ReFS|CHKDSK|Volume label|Stage/i.test(lines(ahead) ?? ''))) ||
    isSums(lines),
  continues: (line) => PARTS.test(line) || SUM.test(line),
  read(lines) {
    const telling = new Telling('chkdsk');
    let volume = '';
    for (const [index, line] of lines.entries()) {
      const { text } = line;
      volume = /on ([A-Z]:)/.exec(text)?.[1] ?? volume;
      const isBad =
        /^\s*\d+ KB in bad sectors/i.test(text) || isSums((ahead) => lines[index - BAD_SECTORS + ahead]?.text);
      const bad = isBad ? SUM.exec(text)?.[1] : undefined;
      if (bad !== undefined) {
        telling.fact('chkdsk.badKilobytes', bad, line);
        if (bad !== '0') telling.observe('error', { volume, badKilobytes: bad }, [line]);
      }
      if (/found no problems/i.test(text)) telling.fact('chkdsk.result', 'no problems', line);
      if (/made corrections to the file system/i.test(text)) {
        telling.fact('chkdsk.result', 'corrected', line);
        telling.observe('warning', { volume, result: 'corrected' }, [line]);
      }
      if (/found problems|Errors found/i.test(text)) telling.observe('warning', { volume, result: 'problems' }, [line]);
    }
    return telling;
  },
};
