import { databases } from './database-shapes.ts';
import type { NameKind, NameSpan } from './kinds.ts';
import type { Shape } from './shape.ts';

const extensions =
  /\.(?:edb|stm|log|chk|jrs|pat|sys|exe|dll|dat|tmp|txt|xml|evtx?|ini|bak|[mln]df|vhdx?|avhdx?|ost|pst|ms[iuc]|inf|cab|cpp|cxx|hxx|[ch]|cs|ps1|bat|cmd|vbs|json|csv|html?|zip|drv|ocx|mui|cfg|config|etl|mof|db|sdb|pdb|sst|bin|ax|nls|man|manifest)$/i;
/**
 * A folder whose name holds blanks: `E:\Mail Stores\Sales East\Sales East.edb` is one path, no user `Sales` of a domain `East`. Only where
 * the words of the folder have capitals, as those of a sentence that goes on behind a path have not, and where the path goes on, too.
 */
const pathBefore = /(?:[A-Z]:\\{1,2}|\\{2,4})(?:[^\\/:*?"<>|\r\n\t]{1,80}\\{1,2}){0,20}$/i;
const folderWords = /^(?:[\p{Lu}\p{N}(&+-][^\s\\/:*?"<>|]{0,60} {1,2}){1,6}$/u;
const pathBehind = /^[^\\/:*?"<>|\r\n\t]{0,60}?(?:\\|\.[a-z][a-z\d]{1,3}(?![\p{L}\p{N}]))/iu;
const LONGEST_PATH = 260;
function isInPath({ 0: found, index }: RegExpExecArray, text: string): boolean {
  const before = text.slice(Math.max(0, index - LONGEST_PATH), index);
  const folder = before.lastIndexOf('\\') + 1;
  const words = before.slice(folder);
  // A path that ends with a file goes on no further.
  if (!folderWords.test(words) || extensions.test(words.trimEnd())) return false;
  if (!pathBefore.test(before.slice(0, folder))) return false;
  return pathBehind.test(text.slice(index + found.length, index + found.length + LONGEST_PATH));
}

/** What stands before a backslash and is no domain: keys of the registry, folders, name spaces, ends of `NT AUTHORITY`. */
const noDomains = new Set(
  [
    'hklm hkcu hkcr hku hkcc hkey_local_machine hkey_current_user hkey_classes_root hkey_users machine registry root user',
    'system software sam security hardware microsoft windows winnt system32 syswow64 drivers device dosdevices global',
    'local session sessions basenamedobjects pipe services currentcontrolset control authority autorität service builtin',
    'apppool host manager users programs exchsrvr mdbdata bin temp tmp logs log config inetpub data program files nt winsxs',
    'harddisk partition volume cdrom vss shadowcopy wmi cimv2 driver drive folder objects kernel callback arcname n r t',
    'mailbox database exchange server servers backup group store installer http https settings einstellungen',
  ]
    .join(' ')
    .split(' '),
);

const isIpv4 = (text: string): boolean => text.split('.').every((part) => Number(part) <= 255);
/** Four numbers behind such a word are a version. */
const isVersioned = (text: string, at: number): boolean =>
  /(?:\bv(?:er(?:sion)?)?|\bbuild|ver\.|Version(?: der)?|版本|バージョン)[\s:=]{0,3}$/i.test(
    text.slice(Math.max(0, at - 16), at),
  );

function isIpv6(text: string): boolean {
  const groups = text.replace(/%.*$/, '').split(':');
  const gaps = text.split('::').length - 1;
  if (gaps > 1 || groups.length > 8 || /^:[^:]|[^:]:$/.test(text.replace(/%.*$/, ''))) return false;
  const filled = groups.filter((group) => group !== '').length;
  // `a::b` is a name of C++; an address in use has a prefix of four digits or more groups.
  return gaps === 1 ? filled >= 2 && (filled >= 3 || groups.some((group) => group.length >= 3)) : groups.length === 8;
}

/** Of a folder that is a user's; the rest of the path is below it. */
const PROFILES = 'Users|Documents and Settings|Dokumente und Einstellungen|Profiles|home';
const SEGMENT = String.raw`[^\\/:*?"<>|\r\n\t]{0,200}[^\\/:*?"<>|\s]`;
const LAST = String.raw`[^\\/:*?"<>|\s,;'()\[\]]{1,200}`;

const labels = [
  'Account Name|Account Domain|User Name|User Domain|Domain Name|Logon Account|Caller User Name|Caller Domain|Target User Name',
  'Target Domain|Primary User Name|Primary Domain|Client User Name|Client Domain|Workstation Name|Source Workstation|Client Name',
  'Target Server Name|Caller Workstation|Computer Name|Computer|Kontoname|Kontodomäne|Benutzername|Arbeitsstation|Arbeitsstationsname',
  'Nom du compte|Domaine du compte|Nombre de cuenta|Dominio de cuenta|Имя учетной записи|Домен учетной записи',
].join('|');
const labelledBy = (end: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(${labels})[ \t]{0,4}:[ \t]{0,20}([^\s"',;:][^\r\n\t:]{0,63}?)(?=${end})`,
    'gu',
  );
/** A value ends with its line; where lines were joined, before the next label, or else with its first word. */
const labelledLine = labelledBy(String.raw`[ \t]*(?:[\r\n]|$)`);
const labelledJoined = labelledBy(String.raw`\s*$|\s\p{Lu}[\p{L}]{1,20}(?: \p{L}{1,20}){0,3}:`);
const labelledWord = labelledBy(String.raw`[.,;]?(?:\s|$)`);
const kindOfLabel = (label: string): NameKind => {
  if (/domain|domän|dominio|домен/i.test(label)) return 'domain';
  return /workstation|arbeitsstation|client name|server|computer/i.test(label) ? 'host' : 'user';
};

/**
 * `SHIELDBASE     :1d`: 15 characters with blanks at the end, then what kind of name it is. As a whole insert or between quotes: columns of a
 * table look like it.
 * @see RFC 1001 14.1, KB 163409: 1B to 1E are names of a domain or a group
 */
const netBiosNames: readonly Shape[] = (
  [
    ['domain', '1[b-e]'],
    ['host', '(?!1[b-e])[0-9a-f]{1,2}'],
  ] as const
).map(([kind, suffix]) => ({
  needs: ' :',
  pattern: new RegExp(
    String.raw`(?<=^|["“„«])([\p{L}\p{N}_][\p{L}\p{N}_.$-]{0,13}) {1,14}:${suffix}(?=$|["”“»])`,
    'dgiu',
  ),
  groups: { 1: kind },
  isWord: true,
  accepts: ([found]) => found.lastIndexOf(':') === NETBIOS_LENGTH,
}));
const NETBIOS_LENGTH = 15;

const shapes: readonly Shape[] = [
  {
    needs: '-1-',
    pattern: /(?<![\p{L}\p{N}-])S-1-\d{1,3}(?:-\d{1,10}){1,15}(?![\p{L}\p{N}])/dgiu,
    groups: { 0: 'sid' },
  },
  {
    needs: '@',
    pattern: /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,128}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}/dgu,
    groups: { 0: 'mail' },
  },
  {
    needs: '@',
    pattern:
      /(?<![\p{L}\p{N}._%+'-])([\p{L}\p{N}._$-]{1,64})@([\p{L}\p{N}-]{1,63})(?![\p{L}\p{N}@-]|\.[\p{L}\p{N}])/dgu,
    groups: { 1: 'user', 2: 'domain' },
  },
  {
    needs: '\\\\',
    pattern:
      /(?<![\\:\p{L}\p{N}.])\\{2,4}(?:\?\\{1,2}UNC\\{1,2})?([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,254})(?:\\{1,2}([^\\/:*?"<>|\s,;]{0,79}[^\\/:*?"<>|\s,;.)'\]]))?/dgiu,
    groups: { 1: 'host', 2: 'share' },
    accepts: ([, server = '']) => !/^unc$/i.test(server),
  },
  {
    needs: '',
    pattern: new RegExp(
      String.raw`(?:(?<![\p{L}\p{N}])[A-Z]:|%\w{1,20}%|[\p{L}\p{N}$]|^|(?<=[\s"'(=]))[\\/]{1,2}(?:${PROFILES})[\\/]{1,2}(${SEGMENT}(?=[\\/])|${LAST})(?:[\\/]{1,2}((?:${SEGMENT}[\\/]{1,2}){0,40}(?:${LAST})?))?`,
      'dgiu',
    ),
    groups: { 1: 'user', 2: 'path' },
    isWord: true,
  },
  ...databases,
  {
    needs: '\\',
    pattern:
      /(?<![\\/:\p{L}\p{N}._%$-])([\p{L}\p{N}][\p{L}\p{N}._-]{0,62})\\{1,2}([\p{L}\p{N}_](?:[\p{L}\p{N}._$-]{0,62}[\p{L}\p{N}_$-])?)(?![\\/\p{L}\p{N}_-])/dgu,
    groups: { 1: 'domain', 2: 'user' },
    isWeak: true,
    accepts: (match, text) => {
      const [, domain = '', user = ''] = match;
      return (
        !noDomains.has(domain.toLowerCase()) &&
        !extensions.test(user) &&
        !/^\d+$/.test(domain) &&
        !isInPath(match, text)
      );
    },
  },
  {
    needs: '.',
    pattern: /(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}]|\.\d)/dgu,
    groups: { 0: 'address' },
    accepts: ({ 0: found, index }, text) => isIpv4(found) && !isVersioned(text, index),
  },
  {
    needs: ':',
    pattern:
      /(?<![\p{L}\p{N}:.])(?:[0-9a-f]{1,4}|:(?=:))(?::[0-9a-f]{0,4}){2,7}(?:%[0-9a-z]{1,16})?(?![\p{L}\p{N}:]|\.\d)/dgiu,
    groups: { 0: 'address' },
    accepts: ([found]) => isIpv6(found),
  },
  {
    needs: '',
    pattern: /(?<![\p{L}\p{N}:-])[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?![\p{L}\p{N}:-])/dgiu,
    groups: { 0: 'mac' },
  },
  {
    needs: '/',
    pattern:
      /(?<![\p{L}\p{N}/\\.])(?:cifs|host|ldap|gc|http|mssqlsvc|termsrv|rpcss|wsman|smtpsvc|restrictedkrbhost|exchange(?:mdb|ab|rfr)|msserverclustermgmtapi)\/([\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,253}[\p{L}\p{N}])?)/dgiu,
    groups: { 1: 'host' },
    // HTTP/1.1 and HTTP/HTTPS are no names of services.
    accepts: ([, host = '']) =>
      /\p{L}/u.test(host) && !/^(?:https?|ftp|smb|nfs|tcp|rpc|node|server|client|guest|ldaps?)$/i.test(host),
  },
  ...netBiosNames,
  {
    needs: '=',
    pattern: /CN=([^,=+<>#;"\\\r\n]{1,64}),\s?(?:OU=|CN=Users\b)/dgi,
    groups: { 1: 'user' },
  },
  { needs: '=', pattern: /\/cn=Recipients\/cn=([\p{L}\p{N}._-]{1,64})/dgiu, groups: { 1: 'user' } },
];

function* groupsOf({ groups, isWord = false }: Shape, match: RegExpExecArray): Generator<NameSpan> {
  for (const [index, kind] of Object.entries(groups)) {
    const [start, end] = match.indices?.[Number(index)] ?? [0, 0];
    const name = match[Number(index)];
    if (name !== undefined && name !== '') yield { start, end, kind, name, isWord: isWord && kind !== 'path' };
  }
}

/** `DC=corp,DC=example` is the domain corp.example. */
function* domainParts(text: string): Generator<NameSpan> {
  if (!/DC=/i.test(text)) return;
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}])DC=([^,\s=+<>#;"\\]{1,63}(?:,\s?DC=[^,\s=+<>#;"\\]{1,63}){0,10})/giu,
  )) {
    const name = (match[1] ?? '').replace(/,\s?DC=/gi, '.');
    const start = match.index + 'DC='.length;
    yield { start, end: match.index + match[0].length, kind: 'domain', name, isWord: name.includes('.') };
  }
}

/** `Account Name: jdoe` as the Security log writes it: what follows is a name wherever it stands. */
export function* labelledNames(text: string): Generator<Pick<NameSpan, 'kind' | 'name'>> {
  if (!text.includes(':')) return;
  const readings = /[\r\n]/.test(text) ? [labelledLine] : [labelledJoined, labelledWord];
  const read = new Set<number>();
  for (const reading of readings) {
    for (const { index, 1: label = '', 2: name = '' } of text.matchAll(reading)) {
      if (!read.has(index)) yield { kind: kindOfLabel(label), name };
      read.add(index);
    }
  }
}

/** Whether a part of a text meets one of these; asked from the beginning to the end, so that many of both cost one pass. */
function overlapsOf(spans: readonly NameSpan[]): (start: number, end: number) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return (start, end) => {
    while ((sorted[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return (sorted[next]?.start ?? Number.POSITIVE_INFINITY) < end;
  };
}

/** In no order; they may overlap. */
export function findShapes(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  for (const shape of shapes) {
    if (!text.includes(shape.needs)) continue;
    const isTaken = overlapsOf(shape.isWeak === true ? found : []);
    for (const match of text.matchAll(shape.pattern)) {
      if (isTaken(match.index, match.index + match[0].length)) continue;
      if (shape.accepts === undefined || shape.accepts(match, text)) found.push(...groupsOf(shape, match));
    }
  }
  found.push(...domainParts(text));
  return found;
}
