import { type Companion, type OutputLine, Telling } from './companion.ts';

const VERSION = String.raw`\d{1,5}\.\d{1,5}\.\d{1,5}(?:\.\d{1,5})?`;
/** PowerShell's VersionInfo: product version, file version, path. */
const TABLE = /^\s*ProductVersion\s+FileVersion\s+FileName\s*$/;
const TABLE_ROW = new RegExp(
  String.raw`^\s*(?:\S.{0,40}?\s+)?(${VERSION})(?:\s+\(.{0,60}?\))?\s+([A-Za-z]:\\.{1,200}|\\\\.{1,200})$`,
);
/** Microsoft's filever.exe: `--a-- W32i   DLL ENU      6.5.7226.0 shp  2,182,656 03-02-2004 ese.dll`. */
const FILEVER_ROW = new RegExp(
  String.raw`^\s*[-a-z]{5}\s+\S+\s+(?:DLL|EXE|DRV|SYS|APP|VXD|-)\s.{0,20}?(${VERSION})\s.{0,60}?\s(\S{1,80})\s*$`,
  'i',
);
/** `wmic datafile get name,version` and `Get-Item | Format-List`. */
const LABELLED_NAME = /^\s*(?:Name|FileName|FullName|File)\s*[:=]\s*(.{1,200}?\.(?:dll|sys|exe))\s*$/i;
const LABELLED_VERSION = new RegExp(String.raw`^\s*(?:FileVersion|Version)\s*[:=]\s*(${VERSION})`, 'i');

/** Versions of files, as the tools print them that articles and rules name. */
export const fileVersions: Companion = {
  tool: 'file-versions',
  needs: { first: /[-a-z]/i },
  begins: (lines) =>
    TABLE.test(lines(0) ?? '') ||
    FILEVER_ROW.test(lines(0) ?? '') ||
    (LABELLED_NAME.test(lines(0) ?? '') && [1, 2, 3, 4, 5].some((ahead) => LABELLED_VERSION.test(lines(ahead) ?? ''))),
  continues: (line) =>
    /^[\s-]+$/.test(line) || TABLE_ROW.test(line) || FILEVER_ROW.test(line) || /^\s*[A-Za-z]{3,24}\s*[:=]/.test(line),
  read(lines) {
    const telling = new Telling('file-versions');
    let name: string | null = null;
    for (const line of lines) {
      const row = TABLE_ROW.exec(line.text) ?? FILEVER_ROW.exec(line.text);
      if (row !== null) tell(row[2] ?? '', row[1] ?? '', line, telling);
      name = LABELLED_NAME.exec(line.text)?.[1] ?? name;
      const version = LABELLED_VERSION.exec(line.text)?.[1];
      if (version === undefined || name === null) continue;
      tell(name, version, line, telling);
      name = null;
    }
    return telling;
  },
};

/** Rules name a file without its folder. */
function tell(path: string, version: string, line: OutputLine, telling: Telling): void {
  const name = path.trim().split(/[\\/]/).at(-1)?.toLowerCase() ?? '';
  if (name !== '') telling.fact(`file.${name}`, version, line);
}
