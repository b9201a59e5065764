import type { Level } from '../../../model/event.ts';

/** What Windows writes while nothing is wrong, again and again. */
export interface EverydayEvent {
  readonly log: string;
  /** One of its names. */
  readonly provider: string;
  readonly ids: readonly number[];
  readonly level: Level;
  /** So many of 1 000 records of a healthy log may be this event. */
  readonly perThousand: number;
  /** Where that is known from. */
  readonly source: string;
}

/**
 * The highest share in a public log of at least 150 records (`evdx events --summary`), from 20 in 1 000 on: System logs of Windows 7 and 10 and a Security
 * log of omerbenamram/evtx and python-evtx, the System log of XP and a Security log of plaso, an Application log of ts-evtx. What says that such a machine
 * was in trouble is left out.
 */
const MEASURED = 'counted in public logs of Windows XP, 7 and 10';
/**
 * The pages named give no number: they say high volume, of some on file servers and domain controllers or where many objects are audited, or one for each of
 * what a machine does all the time.
 */
const MANY = 200;
const AUDIT = 'learn.microsoft.com/windows/security/threat-protection/auditing';

type Row = readonly [provider: string, ids: readonly number[], level: Level, perThousand: number, source: string];

const SYSTEM: readonly Row[] = [
  // Windows 10 does not write it any more.
  ['Service Control Manager', [7036], 'information', 804, MEASURED],
  // Up to Windows Server 2003.
  ['Service Control Manager', [7035], 'information', 209, MEASURED],
  ['Microsoft-Windows-Kernel-General', [16], 'information', 251, MEASURED],
  // With each set of definitions of Defender and each app of the store.
  ['Microsoft-Windows-WindowsUpdateClient', [19, 43, 44], 'information', 123, MEASURED],
  ['Microsoft-Windows-Kernel-General', [1], 'information', 111, MEASURED],
  // Services whose start type goes back and forth, such as BITS.
  ['Service Control Manager', [7040], 'information', 64, MEASURED],
  // Known noise, though an error.
  ['DCOM', [10016], 'error', 51, MEASURED],
  ['NtServicePack', [4377], 'information', 42, MEASURED],
  ['Windows Update Agent', [18, 19], 'information', 37, MEASURED],
  // Defender registers a driver with each set of definitions.
  ['Service Control Manager', [7045], 'information', 30, MEASURED],
  ['EventLog', [6013], 'information', 28, MEASURED],
  ['Microsoft-Windows-FilterManager', [6], 'information', 25, MEASURED],
  ['Microsoft-Windows-Time-Service', [35, 37], 'information', 24, MEASURED],
];

const APPLICATION: readonly Row[] = [
  ['Microsoft-Windows-Security-SPP', [1004], 'information', 514, MEASURED],
  ['Microsoft-Windows-Security-SPP', [1034], 'information', 98, MEASURED],
  ['Microsoft-Windows-Security-SPP', [1003], 'information', 30, MEASURED],
  ['Microsoft-Windows-Winlogon', [6000], 'information', 27, MEASURED],
  ['Microsoft-Windows-CAPI2', [4097], 'information', 25, MEASURED],
  ['edgeupdate', [0], 'information', 22, MEASURED],
];

const AUDITING = 'Microsoft-Windows-Security-Auditing';
const SECURITY: readonly Row[] = [
  [AUDITING, [4624], 'audit-success', 283, MEASURED],
  [AUDITING, [4907], 'audit-success', 274, MEASURED],
  [AUDITING, [4672], 'audit-success', 230, MEASURED],
  [AUDITING, [5058, 5061], 'audit-success', 45, MEASURED],
  [AUDITING, [4648], 'audit-success', 42, MEASURED],
  [AUDITING, [4634], 'audit-success', MANY, `${AUDIT}/audit-logoff`],
  [AUDITING, [4688], 'audit-success', MANY, `${AUDIT}/audit-process-creation`],
  // Each process that begins ends.
  [AUDITING, [4689], 'audit-success', MANY, `${AUDIT}/audit-process-creation`],
  [AUDITING, [5156, 5158], 'audit-success', MANY, `${AUDIT}/audit-filtering-platform-connection`],
  [AUDITING, [4656, 4658, 4690], 'audit-success', MANY, `${AUDIT}/audit-handle-manipulation`],
  [AUDITING, [4663], 'audit-success', MANY, `${AUDIT}/audit-file-system`],
  [AUDITING, [5140], 'audit-success', MANY, `${AUDIT}/audit-file-share`],
  [AUDITING, [5145], 'audit-success', MANY, `${AUDIT}/audit-detailed-file-share`],
  [AUDITING, [4768], 'audit-success', MANY, `${AUDIT}/audit-kerberos-authentication-service`],
  [AUDITING, [4769], 'audit-success', MANY, `${AUDIT}/audit-kerberos-service-ticket-operations`],
  [AUDITING, [4776], 'audit-success', MANY, `${AUDIT}/audit-credential-validation`],
];

const SYSMON: readonly Row[] = [
  // One for each process, connection, image, access, file and registry change.
  [
    'Microsoft-Windows-Sysmon',
    [1, 3, 7, 10, 11, 12, 13],
    'information',
    MANY,
    'learn.microsoft.com/sysinternals/downloads/sysmon',
  ],
];

const POWERSHELL: readonly Row[] = [
  // One for each pipeline, and for each script block, its start and its end.
  [
    'Microsoft-Windows-PowerShell',
    [4103],
    'information',
    MANY,
    'learn.microsoft.com/powershell, about_Logging_Windows',
  ],
  [
    'Microsoft-Windows-PowerShell',
    [4104, 4105, 4106],
    'verbose',
    MANY,
    'learn.microsoft.com/powershell, about_Logging_Windows',
  ],
];

const ROWS_BY_LOG: Readonly<Record<string, readonly Row[]>> = {
  System: SYSTEM,
  Application: APPLICATION,
  Security: SECURITY,
  'Microsoft-Windows-Sysmon/Operational': SYSMON,
  'Microsoft-Windows-PowerShell/Operational': POWERSHELL,
};

export const everydayEvents: readonly EverydayEvent[] = Object.entries(ROWS_BY_LOG).flatMap(([log, rows]) =>
  rows.map(([provider, ids, level, perThousand, source]) => ({ log, provider, ids, level, perThousand, source })),
);
