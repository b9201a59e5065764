import type { Level } from '../../model/event.ts';

/** An event that its message alone tells: no other event begins so. */
export interface TellingMessage {
  readonly source: string;
  readonly eventId: number;
  readonly log: 'Application' | 'System';
  /** null where versions of Windows differ. */
  readonly level: Level | null;
  readonly begins: RegExp;
  /** What the lines behind say, where the first one is not enough. */
  readonly goesOn?: RegExp;
}

/** Language by language as real messages begin; retyped ones lack the colon. */
const CRASH =
  "Faulting application name|Name der fehlerhaften Anwendung|Nom de l['’]application défaillante|Nombre de la aplicación con errores|" +
  'Nome do aplicativo com falha|Nazwa aplikacji powodującej błąd|Имя сбойного приложения|错误应用程序名称|障害が発生しているアプリケーション名';
const APPLICATION_ERROR = new RegExp(
  `^(?:${CRASH})\\s?[:：]?\\s?[^,，、]{1,260}[,，、]\\s?\\p{L}{2,12}\\s?[:：]?\\s?\\d+(?:\\.\\d+){1,3}`,
  'u',
);
/** Its errors begin so, as far as somebody was seen to paste them: German is of 8194, French of 12289. */
const VSS_DE = 'Volumeschattenkopie-Dienstfehler\\s?: ';
const VSS_FR = 'Erreur du service de cliché instantané des volumes\\s?: ';
const SERVICE = 'The \\S.{0,255}? service ';
const scm = (eventId: number, rest: string): TellingMessage => ({
  ...{ source: 'Service Control Manager', eventId, log: 'System', level: 'error' },
  begins: new RegExp(`^${SERVICE}${rest}`),
});
const cluster = (eventId: number, text: string): TellingMessage => ({
  ...{ source: 'Microsoft-Windows-FailoverClustering', eventId, log: 'System', level: null },
  begins: new RegExp(`^${text}`),
});
const inLog =
  (log: 'System' | 'Application') =>
  (source: string, eventId: number, level: Level | null, begins: RegExp, goesOn?: RegExp): TellingMessage => ({
    ...{ source, eventId, log, level, begins },
    ...(goesOn === undefined ? {} : { goesOn }),
  });
const [system, application] = [inLog('System'), inLog('Application')];

/** Longer beginnings first. Sources: the message files of Windows, as the events of real logs show them. */
const TELLING_MESSAGES: readonly TellingMessage[] = [
  application('Application Error', 1000, 'error', APPLICATION_ERROR),
  application(
    ...(['Application Error', 1000, 'error'] as const),
    /^Faulting application \S{1,260}, version \d+(?:\.\d+){1,3},(?: stamp [\da-f]+,)? faulting module /,
  ),
  application(
    ...(['Application Hang', 1002, 'error'] as const),
    /^The program \S{1,260} version \S{1,64} stopped interacting with Windows and was closed\./,
  ),
  application(
    ...(['.NET Runtime', 1026, 'error', /^Application: \S.{0,255}\.exe\s*$/i] as const),
    /^Description: The process was terminated due to an unhandled exception\./m,
  ),
  application(
    ...(['Windows Error Reporting', 1001, 'information', /^Fault bucket \d{0,20},\s?type \d{1,10}\s*$/] as const),
    /^Event Name: \S/m,
  ),
  application(
    ...(['VSS', 8193, 'error'] as const),
    /^Volume Shadow Copy Service error: Unexpected error calling routine \S.{0,255}?\.?\s{1,4}hr = 0x[\da-f]{8}/i,
  ),
  application(
    ...(['VSS', 8194, 'error'] as const),
    /^Volume Shadow Copy Service error: Unexpected error querying for the IVssWriterCallback interface\./,
  ),
  application(
    ...(['VSS', 8194, 'error'] as const),
    new RegExp(
      `^${VSS_DE}Beim Abfragen nach der Schnittstelle ["“„]IVssWriterCallback["”“] ist ein unerwarteter Fehler`,
    ),
  ),
  // 12311 has a colon behind the call.
  application(
    ...(['VSS', 12289, 'error'] as const),
    new RegExp(
      `^(?:Volume Shadow Copy Service error: Unexpected error|${VSS_FR}erreur inattendue) \\w{3,64}\\(.{0,768}?\\)\\.\\s{1,4}hr = 0x[\\da-f]{8}`,
      'i',
    ),
  ),
  application(...(['VSS', 8229, null, /^A VSS writer has rejected an event with error 0x[\da-f]{8}/i] as const)),
  application(
    ...(['VSS', 12293, null] as const),
    /^Volume Shadow Copy Service error: Error calling a routine on (?:a|the) Shadow Copy Provider \{[\da-f-]{36}\}\. Routine details /i,
  ),
  application(
    ...(['VSS', 12298, null] as const),
    /^Volume Shadow Copy Service error: The I\/O writes cannot be held during the shadow copy creation period on volume /,
  ),
  application(
    ...(['VSS', 12297, null] as const),
    /^Volume Shadow Copy Service error: The I\/O writes cannot be flushed during the shadow copy creation period on volume /,
  ),
  application(
    ...(['MSSQLSERVER', 833, 'information'] as const),
    /^SQL Server has encountered \d{1,10} occurrence\(s\) of I\/O requests taking longer than \d{1,5} seconds/,
  ),
  application(
    ...(['MSSQLSERVER', 35206, 'information'] as const),
    /^A connection timeout has occurred on a previously established connection to availability replica /,
  ),
  application(
    ...(['MSSQLSERVER', 35201, 'information'] as const),
    /^A connection timeout has occurred while attempting to establish a connection to availability replica /,
  ),
  application(
    ...(['MSSQLSERVER', 17890, 'information'] as const),
    /^A significant part of sql server process memory has been paged out\./i,
  ),
  scm(
    7031,
    'terminated unexpectedly\\.\\s{1,2}It has done this \\d{1,10} time\\(s\\)\\.\\s{1,2}The following corrective action',
  ),
  scm(7034, 'terminated unexpectedly\\.\\s{1,2}It has done this \\d{1,10} time\\(s\\)\\.'),
  scm(7000, 'failed to start due to the following error:'),
  scm(7001, 'depends on the \\S.{0,255}? service which failed to start because of the following error:'),
  scm(7022, 'hung on starting\\.'),
  scm(7023, 'terminated with the following error:'),
  scm(7024, 'terminated with (?:the following )?service-specific error'),
  system(
    ...(['Service Control Manager', 7009, 'error'] as const),
    /^(?:A timeout was reached|Timeout) \(\d{1,10} milliseconds\) (?:while )?waiting for (?:the )?\S.{0,255}? service to connect\./,
  ),
  system('EventLog', 6008, 'error', /^The previous system shutdown at .{4,40} on .{4,40} was unexpected\./),
  system(
    'Microsoft-Windows-Kernel-Power',
    41,
    'critical',
    /^The system has rebooted without cleanly shutting down first\./,
  ),
  system(
    ...(['Microsoft-Windows-WER-SystemErrorReporting', 1001, 'error'] as const),
    /^The computer has rebooted from a bugcheck\.\s{1,2}The bugcheck was: 0x/,
  ),
  system('disk', 7, 'error', /^The device, \\Device\\Harddisk\S{1,64}, has a bad block\./),
  system('disk', 11, 'error', /^The driver detected a controller error on \\Device\\Harddisk\S{1,64}\./),
  system(
    'disk',
    51,
    'warning',
    /^An error was detected on device \\Device\\Harddisk\S{1,64} during a paging operation\./,
  ),
  system(
    ...(['disk', 153, 'warning'] as const),
    /^The IO operation at logical block address \S{1,40} for Disk \d{1,4} .{0,120}was retried\./,
  ),
  system(...(['disk', 15, 'error'] as const), /^The device, \\Device\\Harddisk\S{1,64}, is not ready for access yet\./),
  system('disk', 157, 'warning', /^Disk \d{1,4} has been surprise removed\./),
  system(
    'Ntfs',
    55,
    'error',
    /^The file system structure on the disk is corrupt and unusable\.\s{1,2}Please run the chkdsk/,
  ),
  system('Ntfs', 55, 'error', /^A corruption was discovered in the file system structure on volume \S/),
  system(
    ...(['volsnap', 25, 'error'] as const),
    /^The shadow copies of volume \S{1,80} were deleted because the shadow copy storage could not grow in time\./,
  ),
  system(
    ...(['volsnap', 14, 'error'] as const),
    /^The shadow copies of volume \S{1,80} were aborted because of an IO failure on volume /,
  ),
  application(
    'Microsoft-Windows-Backup',
    517,
    'error',
    /^The backup operation that started at .{4,60} has failed with following error code/,
  ),
  application(
    ...(['Microsoft-Windows-Backup', 521, 'error'] as const),
    /^The backup operation that started at .{4,60} has failed because the Volume Shadow Copy Service operation to create a shadow copy/,
  ),
  system(
    ...(['Microsoft-Windows-WHEA-Logger', 18, 'error', /^A fatal hardware error has occurred\./] as const),
    /^Reported by component: Processor Core\s+Error Source: Machine Check Exception/m,
  ),
  cluster(
    1069,
    "Cluster resource '[^']{1,255}' (?:of type '[^']{1,255}' )?in clustered (?:role|service or application) '[^']{1,255}' failed\\.",
  ),
  cluster(1135, "Cluster node '[^']{1,255}' was removed from the active failover cluster membership\\."),
  cluster(1177, 'The Cluster service is shutting down because quorum was lost\\.'),
  cluster(1230, "A component on the server did not respond in a timely fashion\\. This caused the cluster resource '"),
  cluster(1564, "File share witness resource '[^']{1,255}' failed to arbitrate for the file share '"),
  cluster(
    5120,
    "Cluster Shared Volume '[^']{1,255}' \\('[^']{1,255}'\\) (?:is no longer available on this node|has entered a paused state) because of '",
  ),
  cluster(
    5142,
    "Cluster Shared Volume '[^']{1,255}' \\('[^']{1,255}'\\) is no longer accessible from this cluster node because of error '",
  ),
  system(
    ...(['Microsoft-Windows-DistributedCOM', 10016, null] as const),
    /^The (?:application-specific|machine-default) permission settings do not grant (?:Local|Remote) (?:Activation|Launch) permission for the COM Server application/,
  ),
  system(
    ...(['Microsoft-Windows-DistributedCOM', 10010, 'error'] as const),
    /^The server \{[\da-f]{8}-[\da-f-]{27}\} did not register with DCOM within the required timeout\./i,
  ),
];

/** Texts without events have millions of lines, nearly none of which begins so. */
const OPENING = new RegExp(
  `^(?:The |Faulting |Application: |Fault |Volume |A |Timeout |An error |Disk |Cluster |File share |SQL Server has |${VSS_DE}|${VSS_FR}|${CRASH})`,
);

/** The event that a text beginning so tells. @param behind the lines that follow; without it only what the first line tells */
export function tellingMessage(text: string, behind?: () => string): TellingMessage | null {
  if (!OPENING.test(text)) return null;
  const tells = ({ begins, goesOn }: TellingMessage): boolean =>
    begins.test(text) && (goesOn === undefined || (behind !== undefined && goesOn.test(behind())));
  return TELLING_MESSAGES.find(tells) ?? null;
}

export const tellingSources: ReadonlySet<string> = new Set(TELLING_MESSAGES.map(({ source }) => source));
