import { type Companion, type OutputLine, Telling } from './companion.ts';
import { osOf } from './windows-version.ts';

/** `5.2.3790 Service Pack 2 Build 3790`, behind a label in any language: the number of the build comes again, after a word of that language. */
const VERSION =
  /^[^:：]{2,40}[:：]\s*(\d{1,2}\.\d{1,2}\.(\d{3,5}))\b(.*\bBuild \d{3,5}.*|\s+N\/A.*|\s.{1,60}\s\2\s*)$/i;
const LABELLED = /^\s*([^:：]{2,60})[:：]\s*(.*)$/;
const HOTFIX = /^\s*\[\d\d\]: (KB\d{6,7})/;
const CONSOLE = /^\s*Microsoft Windows \[[^\]\d]{0,20}(\d{1,2}\.\d{1,2}\.\d{3,5})(?:\.\d+)?\]/;

/** `systeminfo`, and the version that a console shows at its start. */
export const systeminfo: Companion = {
  tool: 'systeminfo',
  isMark: (line) => VERSION.test(line) || CONSOLE.test(line),
  begins(lines) {
    const first = lines(0) ?? '';
    if (first.includes('Microsoft Windows [') && CONSOLE.test(first)) return true;
    // A line with a version is rarer than one with a label.
    return (VERSION.test(lines(1) ?? '') || VERSION.test(lines(2) ?? '')) && LABELLED.test(first);
  },
  continues: (line) => LABELLED.test(line) || /^\s{10,}\S/.test(line) || /^\(c\)|^Copyright/i.test(line),
  read(lines) {
    const telling = new Telling('systeminfo');
    readRows(lines, telling);
    return telling;
  },
};

/** The first three labels are host, name and version, whatever their language. */
function readRows(lines: readonly OutputLine[], telling: Telling): void {
  const console = lines.find(({ text }) => CONSOLE.test(text));
  const at = lines.findIndex(({ text }) => VERSION.test(text));
  const [, version = CONSOLE.exec(console?.text ?? '')?.[1], , rest = ''] = VERSION.exec(lines[at]?.text ?? '') ?? [];
  const name = LABELLED.exec(lines[at - 1]?.text ?? '')?.[2] ?? '';
  const host = LABELLED.exec(lines[at - 2]?.text ?? '')?.[2]?.trim() ?? '';
  if (/^[\w.-]{1,63}$/.test(host)) telling.host = host.toLowerCase();
  const place = lines[at] ?? console;
  if (version !== undefined && place !== undefined) telling.fact('os', osOf(name, version, rest), place);
  for (const line of lines) {
    const hotfix = HOTFIX.exec(line.text)?.[1];
    if (hotfix !== undefined) telling.fact(`hotfix.${hotfix}`, true, line);
  }
}
