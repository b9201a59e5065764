import type { NameKind } from './kinds.ts';

/** What a field holds, by the end of its name in lower-case letters: `SubjectUserName`, `target_server`, `WorkstationName`. */
const kindByEnding: readonly (readonly [RegExp, NameKind])[] = [
  [/(?:sid|id|guid|type|count|time|version|status|port|process|image|program|path|file|hash)$/, 'path'],
  [/(?:domain|realm)(?:name|controllername)?$/, 'domain'],
  [/(?:computer|workstation|machine|dns|dc)(?:name|hostname)?$/, 'host'],
  [/(?:host|server|node|cluster|partner|controller)(?:name|fqdn)?$/, 'host'],
  [/(?:user|account|member|caller|owner|mailbox|recipient|sender)(?:name|principalname)?$/, 'user'],
  [/(?:display|logon|principal|alias|sam)name$/, 'user'],
  [/share(?:name)?$/, 'share'],
  [/(?:database|mdb|mailboxstore|storagegroup)(?:name)?$/, 'database'],
];

/** null: nothing of interest is in it, or its shape tells. */
export function kindOfField(name: string): NameKind | null {
  const letters = name.toLowerCase().replace(/[^\p{L}]/gu, '');
  const kind = kindByEnding.find(([pattern]) => pattern.test(letters))?.[1] ?? null;
  return kind === 'path' ? null : kind;
}

/** Inserts without names that hold one, of the Security log up to Windows 2003: kind by index. @see KB 299475, KB 301677 */
const logon: readonly (NameKind | null)[] = ['user', 'domain', null, null, null, 'host', 'host'];
const failedLogon: readonly (NameKind | null)[] = ['user', 'domain', null, null, null, 'host'];
export const kindsByClassicId: ReadonlyMap<number, readonly (NameKind | null)[]> = new Map([
  ...[528, 540].map((id) => [id, ['user', 'domain', null, null, null, null, 'host'] as const] as const),
  ...[529, 530, 531, 532, 533, 534, 535, 536, 537, 539].map((id) => [id, failedLogon] as const),
  ...[538, 551, 576, 577, 578].map((id) => [id, ['user', 'domain'] as const] as const),
  [552, logon.slice(0, 2)],
  [680, [null, 'user', 'host'] as const],
  [681, [null, 'user', 'host'] as const],
]);
