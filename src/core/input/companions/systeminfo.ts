import { type Companion, type OutputLine, Telling } from './companion.ts';

/** `5.2.3790 Service Pack 2 Build 3790`, behind a label in any language: the number of the build comes again, after a word of that language. */
const VERSION =
  /^[^:：]{2,40}[:：]\s*(\d{1,2}\.\d{1,2}\.(\d{3,5}))\b(.*\bBuild \d{3,5}.*|\s+N\/A.*|\s.{1,60}\s\2\s*)$/i;
const LABELLED = /^\s*([^:：]{2,60})[:：]\s*(.*)$/;
const HOTFIX = /^\s*\[\d\d\]: (KB\d{6,7})/;
const CONSOLE = /^\s*Microsoft Windows \[[^\]\d]{0,20}(\d{1,2}\.\d{1,2}\.\d{3,5})(?:\.\d+)?\]/;
const MSINFO = /^\s*System Information report written at:/;
const MSINFO_ROW = /^\s*(OS Name|Version|System Name|Service Pack|Time Zone)\t(.{1,200})$/;

/** Kernel versions that belong to one product. From 6.0 on the name has to be read. */
const PRODUCTS: ReadonlyMap<string, string> = new Map([
  ['5.0', 'Windows 2000'],
  ['5.1', 'Windows XP'],
  ['5.2', 'Windows Server 2003'],
]);

/** `systeminfo`, the head of an msinfo32 report, and the version that a console shows at its start. */
export const systeminfo: Companion = {
  tool: 'systeminfo',
  isMark: (line) => VERSION.test(line) || CONSOLE.test(line) || MSINFO.test(line),
  begins(lines) {
    const first = lines(0) ?? '';
    if (CONSOLE.test(first) || MSINFO.test(first)) return true;
    return LABELLED.test(first) && [1, 2].some((ahead) => VERSION.test(lines(ahead) ?? ''));
  },
  continues: (line) =>
    LABELLED.test(line) ||
    MSINFO_ROW.test(line) ||
    /^\s{10,}\S/.test(line) ||
    /^\[System Summary\]|^Item\tValue/.test(line) ||
    /^\(c\)|^Copyright/i.test(line),
  read(lines) {
    const telling = new Telling('systeminfo');
    const isMsinfo = lines.some(({ text }) => MSINFO.test(text));
    if (isMsinfo) readMsinfo(lines, telling);
    else readRows(lines, telling);
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

function readMsinfo(lines: readonly OutputLine[], telling: Telling): void {
  const rows = new Map<string, OutputLine>();
  for (const line of lines) {
    const name = MSINFO_ROW.exec(line.text)?.[1];
    if (name !== undefined && !rows.has(name)) rows.set(name, line);
  }
  const value = (name: string): string => MSINFO_ROW.exec(rows.get(name)?.text ?? '')?.[2]?.trim() ?? '';
  const host = value('System Name');
  if (host !== '') telling.host = host.toLowerCase();
  const version = /\d{1,2}\.\d{1,2}\.\d{3,5}/.exec(value('Version'))?.[0];
  const place = rows.get('Version');
  if (version !== undefined && place !== undefined)
    telling.fact('os', osOf(value('OS Name'), version, `${value('Version')} ${value('Service Pack')}`), place);
}

/** `NAME SPn build N`, as context probes read it. */
function osOf(name: string, version: string, rest: string): string {
  const short = version.split('.').slice(0, 2).join('.');
  const plain = name
    .replace(/\((?:R|TM)\)|®|™|\bMicrosoft\b/gi, ' ')
    .replace(/\b(?:Standard|Enterprise|Datacenter|Professional|Pro|Ultimate|Essentials|Web)\b.*$/i, '')
    .replace(/[\s,]+/g, ' ')
    .trim();
  const pack = /Service Pack (\d{1,2})/i.exec(rest)?.[1] ?? '0';
  return `${plain === '' ? (PRODUCTS.get(short) ?? 'Windows') : plain} SP${pack} build ${version}`;
}
