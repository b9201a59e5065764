import type { NameKind } from './kinds.ts';

/** Every machine has them: they say nothing about whose it is. */
const wordsByKind: Readonly<Partial<Record<NameKind, readonly string[]>>> = {
  host: ['localhost', 'local', 'n/a', 'unknown', '(local)', 'machinename', 'computername'],
  domain: [
    // The authority of built-in accounts in the languages that have a word of their own for it.
    ...['nt authority', 'nt-autorität', 'autorite nt', 'autorité nt', 'autoridade nt', 'nt instans', 'nt-instans'],
    ...['nt-hallinta', 'nt-myndighet', 'zarządzanie nt', 'nt-autoriteit', 'nt-авторитет'],
    ...['builtin', 'vordefiniert', 'integrado', 'predefinito', 'wbudowani', 'встроенные'],
    ...['nt service', 'nt virtual machine', 'font driver host', 'window manager', 'iis apppool', 'virtual users'],
    ...['workgroup', 'arbeitsgruppe', 'mshome', 'n/a', 'unknown', 'localhost', 'local', 'localdomain', 'in-addr.arpa'],
    ...['microsoft.com', 'windows.com', 'pkisolutions.com', 'w3.org', 'microsoftaccount', 'azuread'],
  ],
  user: [
    ...['system', 'système', 'sistema', 'система', 'local service', 'network service', 'lokaler dienst'],
    ...['netzwerkdienst', 'service local', 'service réseau', 'servicio local', 'servicio de red', 'localservice'],
    ...['networkservice', 'localsystem', 'systemprofile', 'anonymous logon', 'anonymous-anmeldung', 'anonymous'],
    ...[
      'everyone',
      'jeder',
      'все',
      'authenticated users',
      'interactive',
      'network',
      'batch',
      'service',
      'creator owner',
    ],
    ...[
      'administrator',
      'administrators',
      'administratoren',
      'администратор',
      'guest',
      'guests',
      'gast',
      'users',
      'user',
    ],
    ...['krbtgt', 'defaultaccount', 'wdagutilityaccount', 'iusr', 'iwam', 'self', 'owner', 'none', 'null', 'n/a'],
    ...[
      'domain admins',
      'domain users',
      'domain computers',
      'domain controllers',
      'enterprise admins',
      'backup operators',
    ],
    ...['remote desktop users', 'power users', 'performance log users', 'trustedinstaller', 'unknown', 'virtual users'],
    ...['all users', 'default', 'default user', 'public', 'standarduser', 'default.migrated', 'shared', 'all', 'any'],
    ...['configuration', 'schema', 'ntds settings', 'recycle bin', 'builtin'],
  ],
  share: ['ipc$', 'admin$', 'print$', 'fax$', 'sysvol', 'netlogon', 'pipe', 'mailslot', 'certenroll', 'users'],
  database: [
    ...['master', 'model', 'msdb', 'tempdb', 'ntds', 'edb', 'priv1', 'pub1', 'priv', 'pub', 'dhcp', 'wins', 'srs'],
    ...[
      'datastore',
      'windows',
      'tmp',
      'temp',
      'dfsr',
      'ntfrs',
      'jet',
      'security',
      'catdb',
      'spartan',
      'ese',
      'database',
    ],
    ...['first storage group', 'mailbox store', 'public folder store', 'mailbox database', 'public folder database'],
    ...['mastlog', 'modellog', 'templog', 'msdbdata', 'msdblog'],
    ...['n/a', 'unknown', 'none', 'mssqlsystemresource', 'resource', 'susdb', 'webcachev01', 'srudb', 'sru'],
  ],
};
const known: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(wordsByKind).map(([kind, words]) => [kind, new Set(words)]),
);

/** @see MS-DTYP 2.4.2.4: only these authorities number accounts of one domain, tenant or virtual machine. */
const isOwnSid = (sid: string): boolean => /^s-1-(?:5-21-|12-1-|5-83-1-)/.test(sid);
const isOwnAddress = (address: string): boolean =>
  !/^(?:127\.|0\.0\.0\.0$|255\.255\.255\.255$|22[4-9]\.|23\d\.)/.test(address) &&
  !/^(?:::1?|0(?::0){6}:[01]|ff0[0-9a-f]:.*)$/.test(address.replace(/%.*$/, ''));
/** C$, and numbers that are no name. */
const isPlain = (name: string): boolean =>
  /^(?:[a-z]\$|[^\p{L}\p{N}]*|s-1-[\d-]+|%%?\d+|\{[\da-f-]{36}\})$/u.test(name);

/** @param name in lower case */
export function isWellKnown(kind: NameKind, name: string): boolean {
  if (kind === 'sid') return !isOwnSid(name);
  if (kind === 'address') return !isOwnAddress(name);
  if (kind === 'mac') return /^(?:ff[:-]){5}ff$|^(?:00[:-]){5}00$/.test(name);
  if (kind === 'mail') return /[@.](?:microsoft|windows)\.com$/.test(name);
  if (kind === 'path') return false;
  if (kind === 'user' && /^(?:dwm|umfd)-\d+$|^(?:iusr|iwam)_/.test(name)) return true;
  return isPlain(name) || known.get(kind)?.has(name) === true;
}
