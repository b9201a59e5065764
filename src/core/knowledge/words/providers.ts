import { TELLING_SOURCES } from './known-sources.ts';

const WINDOWS_PREFIX = 'microsoft-windows-';
/** Traces of its own beside the classic ESE, with other ids. */
const KEPT_APART: ReadonlySet<string> = new Set(['microsoft-windows-ese']);

/**
 * Names of one provider, the key first. The prefix `Microsoft-Windows-` is cut before, so these are the pairs that differ in more.
 * Source: Provider Name and EventSourceName of real records, unless a line says otherwise.
 */
const ALIASES: readonly (readonly string[])[] = [
  ['dcom', 'distributedcom'],
  ['bugcheck', 'wer-systemerrorreporting'],
  // The last two are what translated articles of Microsoft make of the name.
  ['service control manager', 'service-control-manager', 'dienststeuerungs-manager', 'hizmet denetimi yöneticisi'],
  ['http', 'httpevent'],
  ['dhcpserver', 'dhcp-server'],
  ['termservice', 'terminalservices-remoteconnectionmanager'],
  ['winlogon', 'wlclntfy'],
  ['windows search service', 'search'],
  ['windows search service profile notification', 'search-profilenotify'],
  ['software protection platform service', 'security-spp'],
  // Display name of Vista and later in exports and forwarders.
  ['security-auditing', 'microsoft windows security auditing.', 'microsoft windows security auditing'],
  // XP and 2003 name, and the manifest name of the same service.
  ['w32time', 'time-service'],
  // Names that the viewer and people show.
  ['dns', 'dns server'],
  ['dns-client', 'dns client events'],
  ['user profiles service', 'user profile service'],
  ['iis-w3svc-wp', 'w3svc-wp'],
];
const keyByName: ReadonlyMap<string, string> = new Map(
  ALIASES.flatMap(([key = '', ...names]) => names.map((name) => [name, key] as const)),
);

/**
 * The lower-case key under which all names of a provider meet: `Microsoft-Windows-DistributedCOM` and `DCOM`, `Disk` and `disk`.
 * `ESE`, `ESE97`, `ESE98` and `ESENT` stay four.
 */
export function canonicalProvider(name: string): string {
  const known = canonicalByName.get(name);
  if (known !== undefined) return known;
  const canonical = canonicalOf(name);
  if (canonicalByName.size < MAX_REMEMBERED) canonicalByName.set(name, canonical);
  return canonical;
}

/** Asked for every class an event may belong to; a hostile source has any number of names. */
const MAX_REMEMBERED = 8192;
const canonicalByName = new Map<string, string>();

/** The list of the viewer shows the short name and the provider: `Ntfs (Ntfs)`, `GroupPolicy (Microsoft-Windows-GroupPolicy)`, `LSA (LsaSrv)`. */
const BOTH_NAMES = /^([\w. -]{2,60}) \((?:(microsoft-windows-[\w. -]{2,60})|(\1)|(lsasrv))\)$/;

function canonicalOf(name: string): string {
  const whole = name.toLowerCase();
  const both = BOTH_NAMES.exec(whole);
  const lower = both === null ? whole : (both[2] ?? both[3] ?? both[4] ?? whole);
  const short = lower.startsWith(WINDOWS_PREFIX) && !KEPT_APART.has(lower) ? lower.slice(WINDOWS_PREFIX.length) : lower;
  return keyByName.get(short) ?? (short.includes(' ') ? writtenApart(short) : short);
}

/** People put blanks where a name has none, or a hyphen: `Event Log`, `Kernel Power`. Two names that differ in no more say nothing. */
function writtenApart(name: string): string {
  keyByLetters ??= keysByLetters();
  return known.has(name) ? name : (keyByLetters.get(lettersOf(name)) ?? name);
}

const known: ReadonlySet<string> = new Set(TELLING_SOURCES.map((name) => name.toLowerCase()));
let keyByLetters: ReadonlyMap<string, string> | null = null;

function keysByLetters(): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const name of known) {
    const [letters, key] = [lettersOf(name), keyByName.get(name) ?? name];
    keys.set(letters, (keys.get(letters) ?? key) === key ? key : '');
  }
  return new Map([...keys].filter(([, key]) => key !== ''));
}

const lettersOf = (name: string): string => name.replace(/[ -]/g, '');

const MIN_STEM = 12;
/** So much of a name stands behind the prefix that half of Windows shares. */
const MIN_OWN_STEM = 10;
const PREFIX = 'Microsoft-Windows-';

/** The name that begins so, of a column that cuts it, among those that are known; null where several may be it. */
export function completeProvider(stem: string): string | null {
  const isPrefixed = stem.startsWith(PREFIX);
  const own = isPrefixed ? stem.slice(PREFIX.length) : stem;
  if (own.length < (isPrefixed ? MIN_OWN_STEM : MIN_STEM)) return null;
  const names = LONG_NAMES.filter((name) => name.startsWith(own));
  const found = names.length === 1 ? names[0] : undefined;
  return found === undefined ? null : `${isPrefixed ? PREFIX : ''}${found}`;
}

const LONG_NAMES: readonly string[] = [
  ...new Set([...TELLING_SOURCES, 'Software Protection Platform Service', 'Virtual Disk Service']),
];
