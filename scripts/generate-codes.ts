/**
 * Writes the tables of error codes from public headers: names and numbers, nothing else.
 *
 *   tsx scripts/generate-codes.ts FOLDER…
 *
 * FOLDER holds the headers of Debian's package `mingw-w64-common` (usr/share/mingw-w64/include), another one `jethdr.w` of
 * github.com/microsoft/Extensible-Storage-Engine and `bug-check-code-reference2.md` of github.com/MicrosoftDocs/windows-driver-docs.
 * Run by hand when a header changes; the build never needs them.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Family {
  readonly file: string;
  readonly title: string;
  readonly from: readonly string[];
  readonly source: string;
  /** Which of the names in these headers are codes of this family. */
  readonly takes: (name: string, value: number, written: string) => boolean;
}

const MINGW = '(mingw-w64 10.0.0)';
// The alias winerror.h gives to the first and last code of a range is no code.
const isMarker = (name: string): boolean =>
  /^(FACILITY|SEVERITY|STATUS_SEVERITY|__)|_[ESI]_(FIRST|LAST)$|^DNS_ERROR_\w*(BASE|MASK|RCODE_LAST)$|^(WSABASEERR|NERR_BASE)$/.test(
    name,
  );
const isHresult = (value: number, written: string): boolean => /HRESULT|MAKE_|EMAKEHR/.test(written) || value > 0xffff;
const prefixed = (prefix: RegExp) => (name: string) => prefix.test(name);

const FAMILIES: readonly Family[] = [
  {
    file: 'jet',
    title: 'JET',
    from: ['jethdr.w', 'esent.h'],
    source: `jethdr.w (Extensible Storage Engine, 2025), esent.h ${MINGW}`,
    takes: prefixed(/^JET_(err|wrn)(?!ClientSpace)/),
  },
  {
    file: 'ese-backup',
    title: 'ESE backup',
    from: ['ntdsbmsg.h'],
    source: `ntdsbmsg.h ${MINGW}`,
    takes: (name, value) => /^hr[A-Z]/.test(name) && value > 0xffff,
  },
  { file: 'vss', title: 'VSS', from: ['vsserror.h'], source: `vsserror.h ${MINGW}`, takes: prefixed(/^VSS_/) },
  {
    file: 'mapi',
    title: 'MAPI',
    from: ['winerror.h', 'mapicode.h'],
    source: `mapicode.h ${MINGW}`,
    takes: prefixed(/^MAPI_/),
  },
  {
    file: 'hresult',
    title: 'HRESULT',
    from: ['winerror.h'],
    source: `winerror.h ${MINGW}`,
    takes: (_name, value, written) => isHresult(value, written),
  },
  {
    file: 'wmi',
    title: 'WMI',
    from: ['wbemcli.h'],
    source: `wbemcli.h ${MINGW}`,
    takes: prefixed(/^WBEM(ESS|MOF)?_[ES]_/),
  },
  {
    file: 'windows-update',
    title: 'Windows Update',
    from: ['wuerror.h'],
    source: `wuerror.h ${MINGW}`,
    takes: prefixed(/^WU_/),
  },
  { file: 'bits', title: 'BITS', from: ['bitsmsg.h'], source: `bitsmsg.h ${MINGW}`, takes: prefixed(/^BG_[ES]_/) },
  {
    file: 'winhttp',
    title: 'WinHTTP',
    from: ['winhttp.h'],
    source: `winhttp.h ${MINGW}`,
    takes: prefixed(/^ERROR_WINHTTP_/),
  },
  {
    file: 'wininet',
    title: 'WinINet',
    from: ['wininet.h'],
    source: `wininet.h ${MINGW}`,
    takes: prefixed(/^ERROR_(INTERNET|HTTP|FTP|GOPHER)_/),
  },
  { file: 'adsi', title: 'ADSI', from: ['adserr.h'], source: `adserr.h ${MINGW}`, takes: prefixed(/^[ES]_ADS_/) },
  { file: 'fsrm', title: 'FSRM', from: ['fsrmerr.h'], source: `fsrmerr.h ${MINGW}`, takes: prefixed(/^FSRM_/) },
  {
    file: 'dotnet',
    title: '.NET',
    from: ['winerror.h', 'corerror.h'],
    source: `corerror.h ${MINGW}`,
    takes: (name, value) => /^(COR|CLR|FUSION|HOST)_E_/.test(name) && value >>> 16 === 0x8013,
  },
  {
    file: 'filter-manager',
    title: 'Filter Manager',
    from: ['fltwinerror.h'],
    source: `fltwinerror.h ${MINGW}`,
    takes: prefixed(/^ERROR_FLT_/),
  },
  { file: 'ntstatus', title: 'NTSTATUS', from: ['ntstatus.h'], source: `ntstatus.h ${MINGW}`, takes: () => true },
  {
    file: 'win32',
    title: 'Win32',
    from: ['winerror.h'],
    source: `winerror.h ${MINGW}`,
    takes: (_name, value, written) => !isHresult(value, written),
  },
  { file: 'network', title: 'Network', from: ['lmerr.h'], source: `lmerr.h ${MINGW}`, takes: prefixed(/^NERR_/) },
  {
    file: 'bugcheck',
    title: 'Bug check',
    from: ['bug-check-code-reference2.md', 'bugcodes.h'],
    source: `bug check code reference (windows-driver-docs, 2025), bugcodes.h ${MINGW}`,
    takes: (name, value) =>
      !/_(BANNER|STRING|INTRO|PLURAL|INFO|MINIMAL|NETWORK|DSREPAIR|MESSAGE)$|^BOOTLOG|^BUGCODE_ID/.test(name) ||
      value < 0xffff,
  },
  { file: 'ldap', title: 'LDAP', from: ['winldap.h'], source: `winldap.h ${MINGW}`, takes: prefixed(/^LDAP_/) },
];

interface Definition {
  readonly name: string;
  readonly written: string;
}

/** `#define NAME value`, `NAME = 0x…` of an enum, and a row of the table of bug checks. */
const DEFINITION =
  /^[ \t]*#[ \t]*define[ \t]+([A-Za-z_]\w*)[ \t]+([^\r\n]+)|\b([A-Z][A-Z_]+\w*)[ \t]*=[ \t]*(0x[0-9A-Fa-f]+)|^\|[ \t]*(0x[0-9A-Fa-f]{8})[ \t]*\|[ \t]*\[\*\*([^*]+)\*\*\]/gm;

function definitionsOf(path: string): Definition[] {
  const isEnumHeader = /wbemcli|winldap/.test(path);
  return [...readFileSync(path, 'latin1').matchAll(DEFINITION)].flatMap(
    ([, defined, value, member, number, bugCode, bugName]) => {
      if (defined !== undefined && value !== undefined && !isEnumHeader) {
        return [{ name: defined, written: value.replace(/\/[/*].*/, '').trim() }];
      }
      if (member !== undefined && number !== undefined && isEnumHeader) return [{ name: member, written: number }];
      if (bugCode !== undefined && bugName !== undefined) {
        return [{ name: bugName.replaceAll('\\', '').trim(), written: bugCode }];
      }
      return [];
    },
  );
}

/** The macros with arguments that these headers build codes with. */
const MACROS: readonly (readonly [RegExp, (value: number) => number])[] = [
  [/^MAKE_MAPI_E\((.+)\)$/, (code) => 0x8004_0000 + code],
  [/^MAKE_MAPI_S\((.+)\)$/, (code) => 0x0004_0000 + code],
  [/^EMAKEHR\((.+)\)$/, (code) => 0x8013_0000 + code],
  [/^SMAKEHR\((.+)\)$/, (code) => 0x0013_0000 + code],
  [/^HRESULT_FROM_WIN32\((.+)\)$/, (code) => 0x8007_0000 + code],
  [/^\(\((?:HRESULT|NTSTATUS|ULONG|DWORD)\)[ ]*(.+)\)$/, (code) => code],
  [/^(?:_HRESULT_TYPEDEF_|__MSABI_LONG|_NDIS_ERROR_TYPEDEF_)[ ]*\((.+)\)$/, (code) => code],
  [/^\(WSABASEERR[ ]*\+[ ]*(\d+)\)$/, (code) => 10_000 + code],
  [/^\((?:WINHTTP|INTERNET)_ERROR_BASE[ ]*\+[ ]*(\d+)\)$/, (code) => 12_000 + code],
  [/^\(NERR_BASE[ ]*\+[ ]*(\d+)\)$/, (code) => 2_100 + code],
  [/^\((.+)\)$/, (code) => code],
];

function numberOf(written: string, byName: ReadonlyMap<string, string>, depth = 0): number | null {
  const literal = /^(-?\d+|0x[0-9A-Fa-f]+)(?:[uU]?[lL]?)$/.exec(written.trim())?.[1];
  if (literal !== undefined) return Number(literal);
  if (depth > 8) return null;
  for (const [shape, apply] of MACROS) {
    const inner = shape.exec(written)?.[1];
    const value = inner === undefined ? null : numberOf(inner, byName, depth + 1);
    if (value !== null) return apply(value);
  }
  const alias = byName.get(written);
  return alias === undefined || alias === written ? null : numberOf(alias, byName, depth + 1);
}

/** The definition an alias leads to: ERROR_X defined as ERROR_Y is of the family of ERROR_Y. */
function root(written: string, byName: ReadonlyMap<string, string>): string {
  let now = written;
  for (let depth = 0; depth < 8; depth += 1) now = byName.get(now) ?? now;
  return now;
}

/** Numbers as their family is usually written. */
const format = (value: number): string => (value > 0xffff ? `0x${value.toString(16)}` : String(value));

function entriesOf(family: Family, folders: readonly string[]): string[] {
  const definitions = family.from.flatMap((header) => {
    const path = folders.map((folder) => join(folder, header)).find((candidate) => existsSync(candidate));
    if (path === undefined) throw new Error(`${header} is in none of ${folders.join(', ')}`);
    return definitionsOf(path);
  });
  const byName = new Map(definitions.map(({ name, written }) => [name, written]));
  const lines = new Map<string, string>();
  for (const { name, written } of definitions) {
    const value = numberOf(written, byName);
    if (value === null || isMarker(name) || lines.has(name) || !family.takes(name, value, root(written, byName)))
      continue;
    lines.set(name, `${name} ${format(value)}`);
  }
  return [...lines.entries()]
    .sort(([, a], [, b]) => order(Number(a.split(' ')[1]), Number(b.split(' ')[1])))
    .map(([, line]) => line);
}
/** JET errors are negative and stand among the positive warnings. */
const order = (a: number, b: number): number => Math.abs(a) - Math.abs(b);

const constantName = (file: string): string => file.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('usage: tsx scripts/generate-codes.ts FOLDER…');
for (const family of FAMILIES) {
  const entries = entriesOf(family, folders);
  const text = [
    "import type { CodeFamily } from './family.ts';",
    '',
    '/** Written by scripts/generate-codes.ts: one name and its number a line. */',
    `export const ${constantName(family.file)}: CodeFamily = {`,
    `  title: '${family.title}',`,
    `  source: '${family.source}',`,
    `  entries: \`\n${entries.join('\n')}\n\`,`,
    '};',
    '',
  ].join('\n');
  writeFileSync(new URL(`../src/core/knowledge/codes/${family.file}.ts`, import.meta.url), text);
  console.log(`${family.file}: ${entries.length}`);
}
