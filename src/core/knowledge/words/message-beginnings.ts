import type { Level } from '../../model/event.ts';

/** What the messages of one source in one log begin with; `…` is what the event fills in. */
export interface MessageBeginnings {
  readonly log: string;
  readonly source: string;
  /** null where versions of Windows differ. */
  readonly level: Level | null;
  readonly beginnings: readonly (readonly [eventId: number, text: string])[];
}

const inLog =
  (log: string) =>
  (
    source: string,
    level: Level | null,
    ...beginnings: readonly (readonly [eventId: number, text: string])[]
  ): MessageBeginnings => ({ log, source, level, beginnings });
const [system, application] = [inLog('System'), inLog('Application')];
const directory = inLog('Directory Service');
const dfs = inLog('DFS Replication');
const dns = inLog('DNS Server');

/**
 * Beginnings that are those of one event and of no other, so that the message alone tells it. What two events say (Schannel 36872 and 36886,
 * CAPI2 11 and 4107, the delayed writes of three sources) is left out; of an event that got another source in Vista the later one stands here.
 * Sources: the message files of Windows, as the events of real logs show them.
 */
export const MESSAGE_BEGINNINGS: readonly MessageBeginnings[] = [
  system(
    'Service Control Manager',
    'error',
    [
      7031,
      'The … service terminated unexpectedly. It has done this … time(s). The following corrective action will be taken',
    ],
    [7034, 'The … service terminated unexpectedly. It has done this … time(s).'],
    [7000, 'The … service failed to start due to the following error:'],
    [7001, 'The … service depends on the … service which failed to start because of the following error:'],
    [7009, 'A timeout was reached (… milliseconds) while waiting for the … service to connect.'],
    [7009, 'Timeout (… milliseconds) waiting for the … service to connect.'],
    [7009, 'Timeout (… milliseconds) waiting for … service to connect.'],
    [7011, 'A timeout (… milliseconds) was reached while waiting for a transaction response from the … service.'],
    [7022, 'The … service hung on starting.'],
    [7023, 'The … service terminated with the following error:'],
    [7024, 'The … service terminated with service-specific error'],
    [7024, 'The … service terminated with the following service-specific error'],
    [7026, 'The following boot-start or system-start driver(s) failed to load:'],
    [7026, 'The following boot-start or system-start driver(s) did not load:'],
    [7032, 'The Service Control Manager tried to take a corrective action'],
  ),
  system('Service Control Manager', null, [
    7043,
    'The … service did not shut down properly after receiving a preshutdown control.',
  ]),
  system(
    'Microsoft-Windows-DistributedCOM',
    null,
    [10005, 'DCOM got error "…" attempting to start the service'],
    [10010, 'The server {…} did not register with DCOM within the required timeout.'],
    [10016, 'The application-specific permission settings do not grant … permission for the COM Server application'],
    [10016, 'The machine-default permission settings do not grant … permission for the COM Server application'],
    [
      10028,
      'DCOM was unable to communicate with the computer … using any of the configured protocols; requested by PID',
    ],
    [10036, 'The server-side authentication level policy does not allow the user'],
  ),
  system(
    'NETLOGON',
    'error',
    [5719, 'This computer was not able to set up a secure session with a domain controller in domain'],
    [5719, 'No Domain Controller is available for domain … due to the following:'],
    [5722, 'The session setup from the computer … failed to authenticate. The name'],
    [5723, "The session setup from computer '…' failed because the security database does not contain a trust account"],
    [5774, "The dynamic registration of the DNS record '…' failed on the following DNS server:"],
    [5775, "The dynamic deletion of the DNS record '…' failed on the following DNS server:"],
    [5805, 'The session setup from the computer … failed to authenticate. The following error occurred:'],
  ),
  system(
    'NETLOGON',
    'warning',
    [
      5781,
      "Dynamic registration or deletion of one or more DNS records associated with DNS domain '…' failed. These records are used",
    ],
    [5807, 'During the past … hours there have been … connections to this Domain Controller from client machines'],
  ),
  system(
    'Microsoft-Windows-GroupPolicy',
    'error',
    [1006, 'The processing of Group Policy failed. Windows could not authenticate to the Active Directory service'],
    [1030, 'The processing of Group Policy failed. Windows attempted to retrieve new Group Policy settings'],
    [1053, 'The processing of Group Policy failed. Windows could not resolve the user name.'],
    [1054, 'The processing of Group Policy failed. Windows could not obtain the name of a domain controller.'],
    [1055, 'The processing of Group Policy failed. Windows could not resolve the computer name.'],
    [1058, 'The processing of Group Policy failed. Windows attempted to read the file'],
    [1096, 'The processing of Group Policy failed. Windows could not apply the registry-based policy settings'],
    [1097, 'The processing of Group Policy failed. Windows could not determine the computer account'],
    [1101, 'The processing of Group Policy failed. Windows could not locate the directory object'],
    [1129, 'The processing of Group Policy failed because of lack of network connectivity to a domain controller.'],
  ),
  application(
    'Microsoft-Windows-User Profiles Service',
    null,
    [1500, 'Windows cannot log you on because your profile cannot be loaded.'],
    [1502, 'Windows cannot load the locally stored profile.'],
    [1508, 'Windows was unable to load the registry.'],
    [1511, 'Windows cannot find the local profile and is logging you on with a temporary profile.'],
    [1515, 'Windows has backed up this user profile.'],
    [1530, 'Windows detected your registry file is still in use by other applications or services.'],
  ),
  system(
    'Schannel',
    'error',
    [36870, 'A fatal error occurred when attempting to access the …credential private key.'],
    [36871, 'A fatal error occurred while creating a TLS … credential.'],
    [36871, 'A fatal error occurred while creating an SSL … credential.'],
    [36874, 'An … connection request was received from a remote client application, but none of the cipher suites'],
    [36887, 'A fatal alert was received from the remote endpoint.'],
    [36887, 'The following fatal alert was received:'],
    [36888, 'A fatal alert was generated and sent to the remote endpoint.'],
    [36888, 'The following fatal alert was generated:'],
  ),
  system(
    'Microsoft-Windows-Time-Service',
    null,
    [34, 'The time service has detected that the system time needs to be changed by … seconds.'],
    [36, 'The time service has not synchronized the system time for'],
    [47, 'Time Provider NtpClient: No valid response has been received from manually configured peer'],
    [129, 'NtpClient was unable to set a domain peer to use as a time source because of discovery error.'],
    [134, 'NtpClient was unable to set a manual peer to use as a time source because of DNS resolution error'],
  ),
  system('Microsoft-Windows-Security-Kerberos', 'error', [
    4,
    'The Kerberos client received a KRB_AP_ERR_MODIFIED error from the server',
  ]),
  system(
    'Microsoft-Windows-Kerberos-Key-Distribution-Center',
    null,
    [11, 'The KDC encountered duplicate names while processing a Kerberos authentication request.'],
    [29, 'The Key Distribution Center (KDC) cannot find a suitable certificate to use for smart card logons'],
  ),
  system(
    'LsaSrv',
    null,
    [40960, 'The Security System detected an authentication error for the server'],
    [40961, 'The Security System could not establish a secured connection with the server'],
    [6037, 'The program …, with the assigned process ID …, could not authenticate locally by using the target name'],
  ),
  system('Microsoft-Windows-Directory-Services-SAM', 'error', [
    12294,
    'The SAM database was unable to lockout the account of',
  ]),
  system('Microsoft-Windows-DNS-Client', 'warning', [
    1014,
    'Name resolution for the name … timed out after none of the configured DNS servers responded.',
  ]),
  system(
    'Tcpip',
    null,
    [
      4198,
      'The system detected an address conflict for IP address … with the system having network hardware address …. The local interface has been disabled.',
    ],
    [
      4199,
      'The system detected an address conflict for IP address … with the system having network hardware address …. Network operations on this system may be disrupted',
    ],
    [4227, 'TCP/IP failed to establish an outgoing connection because the selected local endpoint was recently used'],
    [4231, 'A request to allocate an ephemeral port number from the global TCP port space has failed'],
  ),
  system(
    'Srv',
    null,
    [2011, 'The server\'s configuration parameter "irpstacksize" is too small'],
    [2013, 'The … disk is at or near capacity. You may need to delete some files.'],
    [
      2017,
      'The server was unable to allocate from the system nonpaged pool because the server reached the configured limit',
    ],
    [2019, 'The server was unable to allocate from the system nonpaged pool because the pool was empty.'],
    [2020, 'The server was unable to allocate from the system paged pool because the pool was empty.'],
    [2021, 'The server was unable to allocate a work item'],
    [2022, 'The server was unable to find a free connection'],
  ),
  system('EventLog', 'error', [6008, 'The previous system shutdown at … on … was unexpected.']),
  system('User32', 'information', [1074, 'The process … has initiated the … of computer … on behalf of user']),
  system('Microsoft-Windows-Kernel-Power', 'critical', [
    41,
    'The system has rebooted without cleanly shutting down first.',
  ]),
  system('Microsoft-Windows-WER-SystemErrorReporting', 'error', [
    1001,
    'The computer has rebooted from a bugcheck. The bugcheck was: 0x',
  ]),
  system(
    'volmgr',
    'error',
    [46, 'Crash dump initialization failed!'],
    [161, 'Dump file creation failed due to error during dump creation.'],
  ),
  application('Microsoft-Windows-Wininit', 'error', [
    1015,
    'A critical system process, …, failed with status code …. The machine must now be restarted.',
  ]),
  application('Microsoft-Windows-Winlogon', 'error', [4005, 'The Windows logon process has unexpectedly terminated.']),
  system(
    'disk',
    'error',
    [7, 'The device, \\Device\\Harddisk…, has a bad block.'],
    [11, 'The driver detected a controller error on \\Device\\Harddisk'],
    [15, 'The device, \\Device\\Harddisk…, is not ready for access yet.'],
    [154, 'The IO operation at logical block address … for Disk … failed due to a hardware error.'],
  ),
  system(
    'disk',
    'warning',
    [51, 'An error was detected on device \\Device\\Harddisk… during a paging operation.'],
    [52, 'The driver has detected that device … has predicted that it will fail.'],
    [153, 'The IO operation at logical block address … for Disk … was retried.'],
    [157, 'Disk … has been surprise removed.'],
    [158, 'Disk … has the same disk identifiers as one or more disks connected to the system.'],
  ),
  system(
    'Ntfs',
    'error',
    [55, 'The file system structure on the disk is corrupt and unusable. Please run the chkdsk utility on the volume'],
    [55, 'A corruption was discovered in the file system structure on volume'],
    [
      137,
      'The default transaction resource manager on volume … encountered a non-retryable error and could not start.',
    ],
  ),
  system('Microsoft-Windows-Ntfs', 'warning', [
    140,
    'The system failed to flush data to the transaction log. Corruption may occur in VolumeId:',
  ]),
  system(
    'Microsoft-Windows-ReFS',
    null,
    [133, 'The file system detected a checksum error and was not able to correct it.'],
    [134, 'The file system was unable to write metadata to the media backing volume …. A write failed with status'],
    [135, 'Volume … is formatted as ReFS but ReFS is unable to mount it.'],
  ),
  system(
    'volsnap',
    'error',
    [8, 'The flush and hold writes operation on volume … timed out while waiting for a release writes command.'],
    [9, 'The flush and hold writes operation on volume … timed out while waiting for file system cleanup.'],
    [14, 'The shadow copies of volume … were aborted because of an IO failure on volume'],
    [
      16,
      'The shadow copies of volume … were aborted because volume …, which contains shadow copy storage for this shadow copy, was force dismounted.',
    ],
    [24, 'There was insufficient disk space on volume … to grow the shadow copy storage for shadow copies of'],
    [25, 'The shadow copies of volume … were deleted because the shadow copy storage could not grow in time.'],
    [
      27,
      'The shadow copies of volume … were aborted during detection because a critical control file could not be opened.',
    ],
    [
      28,
      'The shadow copy of volume … could not be created due to a failure in creating the necessary on disk structures.',
    ],
    [35, 'The shadow copies of volume … were aborted because the shadow copy storage failed to grow.'],
    [
      36,
      'The shadow copies of volume … were aborted because the shadow copy storage could not grow due to a user imposed limit.',
    ],
  ),
  system(
    'iScsiPrt',
    null,
    [1, 'Initiator failed to connect to the target. Target IP address and TCP Port number are given in dump data.'],
    [7, 'The initiator could not send an iSCSI PDU.'],
    [9, 'Target did not respond in time for a SCSI request.'],
    [20, 'Connection to the target was lost. The initiator will attempt to retry the connection.'],
    [34, 'A connection to the target was lost, but Initiator successfully reconnected to the target.'],
    [39, 'Initiator sent a task management command to reset the target.'],
    [70, 'Error occurred when processing iSCSI logon request.'],
  ),
  system(
    'MSiSCSI',
    null,
    [
      114,
      'iSCSI discovery via SendTargets failed with error code … to target portal … due to an invalid SendTargets text response',
    ],
    [113, 'iSCSI discovery via SendTargets failed with error code'],
  ),
  application(
    'VSS',
    null,
    [8229, 'A VSS writer has rejected an event with error 0x'],
    [12292, 'Volume Shadow Copy Service error: Error creating the Shadow Copy Provider COM class with CLSID'],
    [
      12297,
      'Volume Shadow Copy Service error: The I/O writes cannot be flushed during the shadow copy creation period on volume',
    ],
    [
      12298,
      'Volume Shadow Copy Service error: The I/O writes cannot be held during the shadow copy creation period on volume',
    ],
    [12310, 'Volume Shadow Copy Service error: The shadow copy could not be committed - operation timed out.'],
    [12340, 'Volume Shadow Copy Error: VSS waited more than … seconds for all volumes to be flushed.'],
  ),
  application('VSS', 'error', [
    8194,
    'Volume Shadow Copy Service error: Unexpected error querying for the IVssWriterCallback interface.',
  ]),
  application(
    'Microsoft-Windows-Backup',
    'error',
    [517, 'The backup operation that started at … has failed with following error code'],
    [
      521,
      'The backup operation that started at … has failed because the Volume Shadow Copy Service operation to create a shadow copy',
    ],
  ),
  application('Microsoft-Windows-CAPI2', 'error', [
    513,
    'Cryptographic Services failed while processing the OnIdentity() call in the System Writer Object.',
  ]),
  application('Microsoft-Windows-CertificateServicesClient-CertEnroll', 'error', [
    13,
    'Certificate enrollment for … failed to enroll for a … certificate with request ID',
  ]),
  application('Microsoft-Windows-WMI', null, [10, 'Event filter with query "… could not be reactivated in namespace']),
  application('Microsoft-Windows-Perflib', null, [
    1008,
    'The Open Procedure for service "…" in DLL "…" failed. Performance data for this service will not be available.',
  ]),
  application('Microsoft-Windows-LoadPerf', 'error', [
    3012,
    'The performance strings in the Performance registry value is corrupted when process',
  ]),
  application('Microsoft-Windows-Security-SPP', 'error', [
    16385,
    'Failed to schedule Software Protection service for re-start at',
  ]),
  system(
    'Microsoft-Windows-WindowsUpdateClient',
    'error',
    [20, 'Installation Failure: Windows failed to install the following update with error'],
    [25, 'Windows Update failed to check for updates with error'],
    [31, 'Windows Update failed to download an update.'],
  ),
  system('Microsoft-Windows-WindowsUpdateClient', 'warning', [
    16,
    'Unable to Connect: Windows is unable to connect to the automatic updates service',
  ]),
  system(
    'Microsoft-Windows-WAS',
    'error',
    [5002, "Application pool '…' is being automatically disabled due to a series of failures"],
    [
      5059,
      'Application pool … has been disabled. Windows Process Activation Service (WAS) encountered a failure when it started a worker process',
    ],
  ),
  system(
    'Microsoft-Windows-WAS',
    'warning',
    [5009, "A process serving application pool '…' terminated unexpectedly."],
    [5010, "A process serving application pool '…' failed to respond to a ping."],
    [
      5011,
      "A process serving application pool '…' suffered a fatal communication error with the Windows Process Activation Service.",
    ],
    [5013, "A process serving application pool '…' exceeded time limits during shut down."],
    [5021, 'The identity of application pool … is invalid. The user name or password'],
  ),
  system(
    'Microsoft-Windows-HttpEvent',
    'error',
    [15005, 'Unable to bind to the underlying transport for'],
    [15021, 'An error occurred while using SSL configuration for endpoint'],
    [15021, 'An error occured while using SSL configuration for socket address'],
  ),
  system(
    'TermDD',
    'error',
    [50, 'The RDP protocol component … detected an error in the protocol stream and has disconnected the client.'],
    [
      56,
      'The Terminal Server security layer detected an error in the protocol stream and has disconnected the client.',
    ],
  ),
  system(
    'Microsoft-Windows-TerminalServices-RemoteConnectionManager',
    'error',
    [1057, 'The RD Session Host Server has failed to create a new self signed certificate'],
    [
      1128,
      'The RD Licensing grace period has expired and the service has not registered with a license server with installed licenses. A RD Licensing server is required for continuous operation. A Remote Desktop Session Host server',
    ],
  ),
  inLog('Microsoft-Windows-PrintService/Admin')(
    'Microsoft-Windows-PrintService',
    'error',
    [372, 'The document …, owned by …, failed to print on printer'],
    [808, 'The print spooler failed to load a plug-in module'],
  ),
  system(
    'Microsoft-Windows-FailoverClustering',
    null,
    [1038, "Ownership of cluster disk '…' has been unexpectedly lost by this node."],
    [1069, "Cluster resource '…' in clustered role '…' failed."],
    [1069, "Cluster resource '…' of type '…' in clustered role '…' failed."],
    [1069, "Cluster resource '…' in clustered service or application '…' failed."],
    [1069, "Cluster resource '…' of type '…' in clustered service or application '…' failed."],
    [1135, "Cluster node '…' was removed from the active failover cluster membership."],
    [1146, 'The cluster Resource Hosting Subsystem (RHS) process was terminated and will be restarted.'],
    [1177, 'The Cluster service is shutting down because quorum was lost.'],
    [
      1193,
      "Cluster network name resource '…' failed to create its associated computer object in domain '…' for the following reason:",
    ],
    [1194, "Cluster network name resource '…' failed to create its associated computer object in domain '…' during:"],
    [
      1195,
      "Cluster network name resource '…' failed registration of one or more associated DNS name(s). The error code was",
    ],
    [
      1196,
      "Cluster network name resource '…' failed registration of one or more associated DNS name(s) for the following reason:",
    ],
    [1205, "The Cluster service failed to bring clustered role '…' completely online or offline."],
    [1205, "The Cluster service failed to bring clustered service or application '…' completely online or offline."],
    [
      1206,
      "The computer object associated with the cluster network name resource '…' could not be updated in domain '…'. The error code was",
    ],
    [
      1207,
      "The computer object associated with the cluster network name resource '…' could not be updated in domain '…' during the",
    ],
    [
      1207,
      "Cluster network name resource '…' cannot be brought online. The computer object associated with the resource could not be updated in domain '…' for the following reason:",
    ],
    [1222, "The computer object associated with cluster network name resource '…' could not be updated."],
    [
      1223,
      "Cluster IP address resource '…' cannot be brought online because the cluster network '…' is not configured to allow client access.",
    ],
    [1228, "Cluster network name resource '…' encountered an error enabling the network name on this node."],
    [1230, "A component on the server did not respond in a timely fashion. This caused the cluster resource '"],
    [1231, "Cluster network name resource '…' encountered an error logging on to the domain."],
    [1254, "Clustered role '…' has exceeded its failover threshold."],
    [
      1256,
      'Cluster network name resource failed registration of one or more associated DNS names(s) because the corresponding DNS Zone does not accept dynamic updates.',
    ],
    [
      1257,
      'Cluster network name resource failed registration of one or more associated DNS names(s) because the access to update the secure DNS Zone was denied.',
    ],
    [1564, "File share witness resource '…' failed to arbitrate for the file share '"],
    [5120, "Cluster Shared Volume '…' ('…') is no longer available on this node because of '"],
    [5120, "Cluster Shared Volume '…' ('…') has entered a paused state because of '"],
    [5142, "Cluster Shared Volume '…' ('…') is no longer accessible from this cluster node because of error '"],
  ),
  directory(
    'Microsoft-Windows-ActiveDirectory_DomainService',
    null,
    [1311, 'The Knowledge Consistency Checker (KCC) has detected problems with the following directory partition.'],
    [1925, 'The attempt to establish a replication link for the following writable directory partition failed.'],
    [
      1988,
      'Active Directory Domain Services Replication encountered the existence of objects in the following partition that have been deleted',
    ],
    [2042, 'It has been too long since this machine last replicated with the named source machine.'],
    [
      2087,
      'Active Directory Domain Services could not resolve the following DNS host name of the source domain controller to an IP address.',
    ],
    [
      2088,
      'Active Directory Domain Services could not use DNS to resolve the IP address of the source domain controller listed below.',
    ],
    [
      2095,
      'During an Active Directory Domain Services replication request, the local domain controller (DC) identified a remote DC',
    ],
    [
      2103,
      'The Active Directory Domain Services database has been restored using an unsupported restoration procedure.',
    ],
  ),
  dfs(
    'DFSR',
    null,
    [
      2213,
      'The DFS Replication service stopped replication on volume …. This occurs when a DFSR JET database is not shut down cleanly',
    ],
    [
      4012,
      'The DFS Replication service stopped replication on the folder with the following local path: …. This server has been disconnected from other partners',
    ],
    [5002, 'The DFS Replication service encountered an error communicating with partner'],
    [
      5008,
      'The DFS Replication service failed to communicate with partner … for replication group …. This error can occur if the host is unreachable',
    ],
  ),
  dns(
    'Microsoft-Windows-DNS-Server-Service',
    null,
    [4013, 'The DNS server is waiting for Active Directory Domain Services (AD DS) to signal'],
    [4015, 'The DNS server has encountered a critical error from the Active Directory.'],
    [407, 'The DNS server could not bind a User Datagram Protocol (UDP) socket to'],
    [408, 'The DNS server could not open socket for address'],
  ),
  system('Microsoft-Windows-DHCP-Server', 'error', [
    1046,
    'The DHCP/BINL service on the local machine, belonging to the Windows Administrative domain …, has determined that it is not authorized to start.',
  ]),
  application(
    'MSSQLSERVER',
    'information',
    [833, 'SQL Server has encountered … occurrence(s) of I/O requests taking longer than … seconds'],
    [17890, 'A significant part of sql server process memory has been paged out.'],
    [35201, 'A connection timeout has occurred while attempting to establish a connection to availability replica'],
    [35206, 'A connection timeout has occurred on a previously established connection to availability replica'],
  ),
  application(
    'MSSQLSERVER',
    'error',
    [823, 'The operating system returned error … to SQL Server during a'],
    [824, 'SQL Server detected a logical consistency-based I/O error:'],
    [1105, "Could not allocate space for object '…' in database '…' because the '…' filegroup is full."],
    [3041, 'BACKUP failed to complete the command'],
    [17806, 'SSPI handshake failed with error code'],
    [9002, "The transaction log for database '…' is full"],
  ),
];
