import { adsi } from './adsi.ts';
import { bits } from './bits.ts';
import { bugcheck } from './bugcheck.ts';
import { deviceRegistration } from './device-registration.ts';
import { dotnet } from './dotnet.ts';
import { eap } from './eap.ts';
import { eseBackup } from './ese-backup.ts';
import { exchangeBackup } from './exchange-backup.ts';
import { exchangeStore } from './exchange-store.ts';
import { type CodeEntry, type CodeFamily, entriesOf, entriesWithCode, entryWithName } from './family.ts';
import { filterManager } from './filter-manager.ts';
import { fsrm } from './fsrm.ts';
import { hresult } from './hresult.ts';
import { jet } from './jet.ts';
import { ldap } from './ldap.ts';
import { mapi } from './mapi.ts';
import { mdmEnrolment } from './mdm-enrolment.ts';
import { network } from './network.ts';
import { newerWin32 } from './newer-win32.ts';
import { ntstatus } from './ntstatus.ts';
import { servicing } from './servicing.ts';
import { virtualDisk } from './virtual-disk.ts';
import { virtualMachine } from './virtual-machine.ts';
import { vss } from './vss.ts';
import { win32 } from './win32.ts';
import { windowsUpdate } from './windows-update.ts';
import { winhttp } from './winhttp.ts';
import { wininet } from './wininet.ts';
import { wireless } from './wireless.ts';
import { wmi } from './wmi.ts';

/**
 * Every family of error codes, the likeliest in an event log first. This module is heavy: import it when a name is first needed
 * (`await import`); what reads events needs `scan.ts` only.
 */
export const codeFamilies: readonly CodeFamily[] = [
  jet,
  eseBackup,
  exchangeBackup,
  vss,
  hresult,
  wmi,
  windowsUpdate,
  servicing,
  deviceRegistration,
  mdmEnrolment,
  eap,
  wireless,
  bits,
  adsi,
  fsrm,
  dotnet,
  filterManager,
  virtualDisk,
  virtualMachine,
  ntstatus,
  win32,
  newerWin32,
  network,
  winhttp,
  wininet,
  mapi,
  exchangeStore,
  bugcheck,
  ldap,
];

/** What a signed number can mean, the likeliest family first. */
export const entriesByCode = (code: number): readonly CodeEntry[] =>
  codeFamilies.flatMap((family) => entriesWithCode(family, code));

export const namesOf = (code: number): readonly string[] => entriesByCode(code).map(({ name }) => name);

/** The signed number of a name as its header spells it. No name has two. */
export function codeByName(name: string): number | undefined {
  for (const family of codeFamilies) {
    const entry = entryWithName(family, name);
    if (entry !== undefined) return entry.code;
  }
  return undefined;
}

let lowerEntries: readonly string[] | undefined;
/** The entry of a name in any case: texts and people write `Jet_errOSSnapShotNotAllowed`. */
export function entryByName(name: string): CodeEntry | undefined {
  lowerEntries ??= codeFamilies.map(({ entries }) => entries.toLowerCase());
  for (const [index, family] of codeFamilies.entries()) {
    const entry = entryWithName(family, name.toLowerCase(), lowerEntries[index]);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

export const allCodeNames = (): string[] => codeFamilies.flatMap(entriesOf).map(({ name }) => name);

/** The names that count as one of these codes in a text: the `names` of `scanCodes`. */
export const namesOfCodes = (codes: Iterable<number>): ReadonlyMap<string, number> =>
  new Map([...codes].flatMap((code) => namesOf(code).map((name) => [name, code] as const)));
