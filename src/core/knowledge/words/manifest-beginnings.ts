import type { MessageBeginnings } from './message-beginnings.ts';

/** The log where it is that of all versions, the source, and a line for each event: its id and how its message begins. */
type Row = readonly [log: string | null, source: string, lines: string];

/**
 * More of the same, one a line: messages of providers that have a manifest. Each was looked up in the messages of 864 providers of Windows 10 and
 * Server 2016 to 2019 (their manifests, as listed at github.com/scheatkode/brain) for another that begins so; what is no trouble is left out.
 */
const ROWS: readonly Row[] = [
  [
    'System',
    'LsaSrv',
    `
    6041 A CredSSP authentication to … failed to negotiate a common protocol version.
  `,
  ],
  [
    null,
    'Microsoft-Windows-AppXDeployment-Server',
    `
    404 AppX Deployment operation failed for package … with error ….
  `,
  ],
  [
    null,
    'Microsoft-Windows-Backup',
    String.raw`
    2 The backup catalog is corrupted. Please recover the catalog from a backup using the Windows Server Backup snap-in or the WBADMIN RESTORE CATALOG command.
    3 The backup catalog on the selected disk '…' is corrupted so that you will not be able to perform a recovery operation from this location.
    13 The backup operation has completed with warning(s) - Volume '…' has developed new bad clusters.
    19 The backup operation attempted at '…' has failed to start, error code '…'.
    19 The backup operation attempted at '…' has failed to start, error code '…' ('…').
    49 The backup operation has failed because no backup storage location could be found.
    50 The backup operation has failed because the required space was not available on the backup storage location.
    51 The backup storage location is running low on free space.
    52 The backup operation has failed because the remote shared folder that you are using for a backup storage location is not writeable.
    144 A new volume '…' was detected that is not in the list of volumes to include in the backup.
    514 The backup catalog is corrupted. Please recover the catalog from a backup using the Windows Server Backup snap-in or the 'WBADMIN RESTORE CATALOG' command.
    522 There is no backup available on the storage location '…'.
    525 The backup operation that completed with warning(s) - Volume '…' has developed new bad clusters.
    528 The scheduled backup configuration conflicts with current Group Policy settings, error - '…'. The scheduled backup operation that started at '…' failed due to the conflict.
    528 The scheduled backup configuration conflicts with current Group Policy settings, error - '…' ('…'). The scheduled backup operation that started at '…' failed due to the conflict.
    547 The backup operation that started at '…' has encountered errors for the volume(s) '…'.
    565 The consistency check for the component '…'\'…' has failed.
    656 A new volume was detected that is not in the list of volumes to include in the backup.
    707 The operation to recover '…' has completed with errors at '…'. Error reported '…'(…).
    710 The operation to recover volume '…' has failed or was canceled at '…'.
    711 The operation to recover '…' has failed at '…' because the volume that you are recovering to is too small.
    722 The operation to recover '…' has completed with errors at '…'. Please review the event details for solutions,
    738 The operation to recover component(s) '…' has completed with errors at '…'.
    739 The operation to recover component(s) '…' has failed with errors at '…'.
    740 The operation to recover component(s) '…' was canceled at '…'.
    773 The system state recovery operation that started at '…' has completed with errors.
    774 The system state recovery operation that started at '…' has failed with errors. Error reported '…'(…).
  `,
  ],
  [
    null,
    'Microsoft-Windows-BitLocker-API',
    `
    522 Bootmgr determined that the following boot application has changed:
    523 Bootmgr determined that the boot configuration data setting … has changed for the following boot application:
    526 Bootmgr determined that the TPM is not accessible.
    529 Bootmgr determined that driver signature enforcement has been disabled.
    530 Bootmgr determined that the device was locked out due to too many failed password attempts.
    531 Bootmgr determined that the device was locked out due to Device Lockout state validation failure.
    778 The BitLocker volume … was reverted to an unprotected state.
    819 The BitLocker service could not resume protection on the OS volume …, due to the following error: Bootable media in the drive.
    820 The BitLocker service could not resume protection on the OS volume …, due to the following error: TPM is locked out.
    821 The BitLocker service could not resume protection on the OS volume …, due to the following error: Group policy conflict.
    822 The BitLocker service could not resume protection on the OS volume …, due to the following error code:
    846 Failed to backup BitLocker Drive Encryption recovery information for volume … to your Azure AD.
    853 Failed to enable Silent Encryption. TPM is not available.
    854 Failed to enable Silent Encryption. WinRe is not configured.
  `,
  ],
  [
    'System',
    'Microsoft-Windows-BitLocker-Driver',
    `
    24596 No key file was found for Volume … during restart.
    24597 A corrupt key file was encountered for Volume … during restart.
    24598 No volume master key was retrieved in a key file during restart.
    24599 The TPM was not enabled during restart.
    24600 The SRK was found to be invalid during restart.
    24601 The PCRs did not match during restart.
    24610 Metadata commit: Not all copies of metadata on volume … could be written.
    24611 Metadata commit: No copies of metadata on volume … could be written.
    24613 Metadata commit: An attempt to verify metadata update on volume … failed at read.
    24614 Metadata commit: Update verification of metadata on volume … failed.
    24617 Metadata initial read: Failover metadata record on volume … used.
    24618 Metadata check: Metadata record on volume … could not be read and has been marked for rebuild.
    24619 Metadata rebuild: An attempt build a new set of metadata on … failed at commit and may appear as disk corruption.
    24668 BitLocker encryption on write failed for volume … due to disk I/O error.
    24669 BitLocker finalization sweep failed for volume … due to disk I/O error.
  `,
  ],
  [
    'Application',
    'Microsoft-Windows-CertificationAuthority',
    `
    22 Active Directory Certificate Services could not process request … due to an error: …. The request was for …. Additional information:
    48 Revocation status for a certificate in the chain for CA certificate … for … could not be verified because a server is currently unavailable.
    53 Active Directory Certificate Services denied request … because …. The request was for …. Additional information:
    65 Active Directory Certificate Services could not publish a Base CRL for key … to the following location:
    66 Active Directory Certificate Services could not publish a Delta CRL for key … to the following location:
    67 Active Directory Certificate Services made … attempts to publish a CRL and will stop publishing attempts until the next CRL is generated.
    74 Active Directory Certificate Services could not publish a Base CRL for key … to the following location on server …:
    75 Active Directory Certificate Services could not publish a Delta CRL for key … to the following location on server …:
    77 The "…" Policy Module logged the following warning:
    100 Active Directory Certificate Services did not start: Could not load or verify the current CA certificate.
  `,
  ],
  [
    null,
    'Microsoft-Windows-CodeIntegrity',
    `
    3004 Windows is unable to verify the image integrity of the file … because file hash could not be found on the system.
    3033 Code Integrity determined that a process (…) attempted to load … that did not meet the … signing level requirements.
  `,
  ],
  [
    null,
    'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider',
    `
    76 Auto MDM Enroll: Device Credential (…), Failed (…)
  `,
  ],
  [
    'System',
    'Microsoft-Windows-DHCP-Server',
    `
    1012 The DHCP client, …, declined the address ….
    1020 Scope, …, is … percent full with only … IP addresses remaining.
    1045 The DHCP/BINL service on the local machine has determined that it is not authorized to start.
    1056 The DHCP service has detected that it is running on a DC and has no credentials configured for use with Dynamic DNS registrations initiated by the DHCP service.
    1059 The DHCP service failed to see a directory server for authorization.
    1063 There are no IP addresses available for lease in the scope or superscope "…".
    20291 A BINDING-ACK message with transaction id: … was sent for IP address: … with reject reason:
    20292 A BINDING-ACK message with transaction id: … was received for IP address: … with reject reason:
    20317 Forward record registration for IPv4 address … and FQDN … failed with error …. This is likely to be because the forward lookup zone for this record does not exist on the DNS server.
    20319 Forward record registration for IPv4 address … and FQDN … failed with error … (…).
    20320 PTR record registration for IPv4 address … and FQDN … failed with error …. This is likely to be because the reverse lookup zone for this record does not exist on the DNS server.
    20322 PTR record registration for IPv4 address … and FQDN … failed with error … (…).
    20323 Forward record registration for IPv6 address … and FQDN … failed with error …. This is likely to be because the forward lookup zone for this record does not exist on the DNS server.
  `,
  ],
  [
    'System',
    'Microsoft-Windows-Directory-Services-SAM',
    `
    12288 SAM failed to write changes to the database.
    16645 The maximum account identifier allocated to this domain controller has been assigned.
  `,
  ],
  [
    'System',
    'Microsoft-Windows-DiskDiagnostic',
    `
    1 Windows Disk Diagnostic detected a S.M.A.R.T. fault on disk … (volumes …). This disk might fail; back up your computer now.
  `,
  ],
  [
    'System',
    'Microsoft-Windows-DistributedCOM',
    `
    10006 DCOM got error "…" from the computer … when attempting to activate the server:
    10010 The server … did not register with DCOM within the required timeout.
  `,
  ],
  [
    'DNS Server',
    'Microsoft-Windows-DNS-Server-Service',
    `
    404 The DNS server could not bind a Transmission Control Protocol (TCP) socket to address
    4000 The DNS server was unable to open Active Directory.
    4004 The DNS server was unable to complete directory service enumeration of zone
    4007 The DNS server was unable to open zone … in the Active Directory from the application directory partition ….
    4011 The DNS server was unable to add or write an update of domain name … in zone … to the Active Directory.
    4012 The DNS server timed out attempting to write resource records to the Active Directory at
    4014 The DNS server was unable to initialize Active Directory security interfaces.
    4016 The DNS server timed out attempting an Active Directory service operation on
    4521 The DNS server encountered error … attempting to load zone … from Active Directory.
    6523 Zone … failed zone refresh check.  Unable to connect to master DNS server at … to receive zone transfer.
    6524 Invalid response from master DNS server at … during attempted zone transfer of zone ….
    6525 A zone transfer request for the secondary zone … was refused by the master DNS server at ….
    6526 Zone … version … is newer than version … on DNS server at ….
    6527 Zone … expired before it could obtain a successful zone transfer or update from a master server acting as its source for the zone.
    6534 Failed transfer of zone … from DNS server at ….
    7062 The DNS server encountered a packet addressed to itself on IP address ….
  `,
  ],
  [
    'System',
    'Microsoft-Windows-FailoverClustering',
    String.raw`
    1000 Cluster service suffered an unexpected fatal error at line … of source module ….
    1006 Cluster service was halted due to incomplete connectivity with other cluster nodes.
    1011 Cluster node … has been evicted from the failover cluster.
    1024 The registry checkpoint for cluster resource '…' could not be restored to registry key HKEY_LOCAL_MACHINE\….
    1034 Cluster physical disk resource '…' cannot be brought online because the associated disk could not be found.
    1035 While disk resource '…' was being brought online, access to one or more volumes failed with error '…'.
    1037 The file system for one or more partitions on the disk for resource '…' may be corrupt.
    1039 Generic application '…' could not be brought online (with error '…') during an attempt to create the process.
    1040 Generic service '…' could not be brought online (with error '…') during an attempt to open the service.
    1041 Generic service '…' could not be brought online (with error '…') during an attempt to start the service.
    1042 Generic service '…' failed with error '…'.
    1045 No matching network interface found for resource '…' IP address '…' (return code was '…').
    1048 Cluster IP address resource '…' failed to come online. Configuration data for the network adapter corresponding to cluster network interface '…' could not be determined (error code was '…').
    1049 Cluster IP address resource '…' cannot be brought online because a duplicate IP address '…' was detected on the network.
    1057 The cluster database could not be loaded.
    1066 Cluster disk resource '…' indicates corruption for volume '…'.
    1069 Cluster resource '…' of type '…' in clustered role '…' failed due to an attempt to block a required state change in that cluster resource.
    1070 The node failed to join failover cluster '…' due to error code '…'.
    1073 The Cluster service was halted to prevent an inconsistency within the failover cluster.
    1080 The Cluster service failed to update the cluster database (error code '…').
    1090 The Cluster service cannot be started.
    1092 Failed to form cluster '…' with error code '…'.
    1093 The Cluster service cannot identify node '…' as a member of failover cluster '…'.
    1119 Cluster network name resource '…' failed to register DNS name '…' over adapter '…' for the following reason:
    1126 Cluster network interface '…' for cluster node '…' on network '…' is unreachable by at least one other cluster node attached to the network.
    1127 Cluster network interface '…' for cluster node '…' on network '…' failed.
    1129 Cluster network '…' is partitioned.
    1130 Cluster network '…' is down. None of the available nodes can communicate using this network.
    1211 Cluster network name resource '…' cannot be brought online. Attempt to locate a writeable domain controller (in domain …) in order to create or update a computer object associated with the resource failed.
    1212 Cluster network name resource '…' cannot be brought online. Attempt to locate a writeable domain controller (in domain …) in order to create or update a computer object associated with the resource failed for the following reason:
    1258 Cluster network name resource failed registration of one or more associated DNS name(s) because the a DNS server could not be reached.
    1259 Cluster network name resource failed registration of one or more associated DNS name(s) because the cluster service failed clean up the existing records corresponding to the network name.
    1265 Cluster resource type '…' timed out while processing the control code ….
    1289 The Cluster Service was unable to access network adapter '…'.
    1360 Cluster IP address resource '…' failed to come online. Ensure the network property '…' matches a cluster network name or the address property '…' matches one of the subnets on a cluster network.
    1546 Node '…' failed to form a failover cluster.
    1547 Node '…' attempted to join a failover cluster but failed due to incompatibility between versions of the cluster service software.
    1556 The cluster service encountered an unexpected problem and will be shut down.
    1557 Cluster service failed to update the cluster configuration data on the witness resource.
    1558 The cluster service detected a problem with the witness resource.
    1559 File share '…' associated with the file share witness resource is currently hosted by server '…'.
    1561 Cluster service failed to start because this node detected that it does not have the latest copy of cluster configuration data.
    1562 File share witness resource '…' failed a periodic health check on file share '…'.
    1563 File share witness resource '…' failed to come online.
    1568 Cluster disk resource '…' found the disk identifier to be stale.
    1569 Network '…' which has been disabled for failover cluster use, was found to be the only currently possible network
    1570 Node '…' failed to establish a communication session while joining the cluster. This was due to an authentication failure.
    1571 Node '…' failed to establish a communication session while joining the cluster. This was due to an authorization failure.
    1572 Node '…' failed to join the cluster because it could not send and receive failure detection network messages with other cluster nodes.
    1573 Node '…' failed to form a cluster. This was because the witness was not accessible.
    1575 An attempt to forcibly start the cluster service has failed because the cluster configuration data on this node is either missing or corrupt.
    1577 Cluster network name resource '…' failed to register the name '…' over adapter '…'.
    1578 Cluster network name resource '…' failed to register dynamic updates for name '…' over adapter '…'.
    1579 Cluster network name resource '…' failed to update the DNS record for name '…' over adapter '…'.
    1584 A backup application initiated a VSS snapshot on Cluster Shared Volume '…' ('…') without properly preparing the volume for snapshot.
    1585 Cluster file server resource '…' failed a health check. This was due to the Server service not being started.
    1586 Cluster file server resource '…' failed a health check. This was because some of its shared folders were inaccessible. Verify that the folders are accessible from clients. Additionally, confirm the state of the Server service on this cluster node using Server Manager and look for other events related to the Server service on this cluster node. It may be necessary to restart the network name resource '…' in this clustered role.
    1588 Cluster file server resource '…' cannot be brought online.
    1592 Cluster node '…' lost communication with cluster node '…'.
    1593 The failover cluster database could not be unloaded and any potentially incorrect changes in memory could not be discarded.
    1604 Cluster disk resource '…' detected corruption for volume '…'.
    1606 Cluster disk resource '…' contains a BitLocker-protected volume,
    1607 Cluster disk resource '…' was unable to unlock the BitLocker-protected volume '…'.
    1652 Cluster node '…' failed to join the cluster.
    1653 Cluster node '…' failed to join the cluster because it could not communicate over the network with any other node in the cluster.
    1658 Cloud witness resource could not reach Microsoft Azure storage services.
    1659 Cloud witness resource failed to authenticate with Microsoft Azure storage services.
    1672 Cluster node '…' has been quarantined.
    1675 Cluster node '…' has been quarantined by '…' and cannot join the cluster.
    1676 Local cluster node has been quarantined by '…'.
    1683 The cluster service was unable to reach any available domain controller on the domain.
    1688 Cluster network name resource detected that the associated computer object in Active Directory was disabled and failed in its attempt to enable it.
    1793 Cluster physical disk resource failed to come online.
    1795 Cluster physical disk resource encountered an error while attempting to terminate.
    4870 User mode health monitoring has detected that the system is not being responsive. The Failover cluster virtual adapter has lost contact with the '…' process with a process ID '…', for '…' seconds. Recovery action will be taken.
    4871 The cluster service failed to start.
    4872 The failover cluster virtual adapter failed to generate a unique MAC address.
    5121 Cluster Shared Volume '…' ('…') is no longer directly accessible from this cluster node.
    5125 Cluster Shared Volume '…' ('…') has identified one or more active filter drivers on this device stack that could interfere with CSV operations.
    5126 Cluster Shared Volume '…' ('…') has identified one or more active volume drivers on this device stack that could interfere with CSV operations.
    5136 Cluster Shared Volume '…' ('…') redirected access was turned on.
    5150 Cluster physical disk resource '…' failed.
    5200 Cluster service failed to create a cluster identity token for Cluster Shared Volumes.
    5216 Software snapshot creation on Cluster Shared Volume '…' ('…') failed with error ….
    5217 Software snapshot creation on Cluster Shared Volume(s) ('…') with snapshot set id '…' failed with error '…'.
    5219 Cluster service failed to register the Cluster Shared Volumes snapshot provider with the Volume Shadow Service (VSS).
    5377 An internal Cluster service operation exceeded the defined threshold of '…' seconds.
    5394 The Cluster service encountered some storage errors while trying to bring storage pool online.
    5395 Cluster is moving the group for storage pool '…' because current node '…' does not have optimal connectivity to the storage pool physical disks.
    5396 The Cluster service on this node is shutting down because it has detected that there are other cluster nodes that have quorum.
    5398 Cluster failed to start. The latest copy of cluster configuration data was not available within the set of nodes attempting to start the cluster.
  `,
  ],
  [
    null,
    'Microsoft-Windows-FailoverClustering-SoftwareStorageBusTarget',
    `
    301 Storage Spaces Direct found that a flash drive is missing.
    303 Storage Spaces Direct has timed out waiting for a missing flash drive to reappear and will now bind this hybrid to a different flash drive.
    304 Storage Spaces Direct has found that a flash device has failed to initialize.
    305 Storage Spaces Direct has found that a disk has reached the media error threshold.
  `,
  ],
  [
    'System',
    'Microsoft-Windows-FilterManager',
    `
    3 Filter Manager failed to attach to volume '…'.
  `,
  ],
  [
    'Application',
    'Microsoft-Windows-Folder Redirection',
    `
    502 Failed to apply policy and redirect folder "…" to "…".
  `,
  ],
  [
    null,
    'Microsoft-Windows-Forwarding',
    `
    102 The subscription … can not be created.
    105 The forwarder is having a problem communicating with subscription manager at address ….
  `,
  ],
  [
    'System',
    'Microsoft-Windows-GroupPolicy',
    `
    1065 The processing of Group Policy failed. Windows could not evaluate the Windows Management Instrumentation (WMI) filter for the Group Policy object
    1091 Windows could not record the Resultant Set of Policy (RSoP) information for the Group Policy extension <…>.
    1104 Windows was unable to read the Windows Management Instrumentation (WMI) filter information associated with the Group Policy object ….This may be caused by a deleted WMI Filter defined in the domain that is still in use by Group Policy objects.
  `,
  ],
  [
    null,
    'Microsoft-Windows-Hyper-V-High-Availability',
    `
    21123 Failed to set the migration networks at the VMMS:
  `,
  ],
  [
    'System',
    'Microsoft-Windows-Hyper-V-Hypervisor',
    `
    5 Hypervisor launch has been disabled through the hypervisorlaunchtype bcdedit setting.
    26 Hypervisor launch failed; the hypervisor boot loader's internal logic failed (BalStatus …,
    27 Hypervisor launch failed; the hypervisor boot loader was unable to allocate sufficient resources to perform the launch.
    28 Hypervisor launch failed; the hypervisor boot loader does not support the vendor of at least one of the processors in the system.
    29 Hypervisor launch failed; at least one of the processors in the system does not appear to support the features required by the hypervisor.
    31 Hyper-V launch failed; the system does not appear to have a sufficient level of ACPI support to launch the hypervisor.
    32 Hypervisor launch failed; at least one of the processors in the system does not appear to provide a virtualization platform supported by the hypervisor.
    33 Hyper-V launch failed; the image … could not be accessed (status …).
    34 Hyper-V launch failed; the image … could not be loaded (status …).
    35 Hyper-V launch failed; the image … could not be read (status …).
    36 Hypervisor launch failed; the image … failed code integrity checks,
    37 Hypervisor launch failed; the image … does not contain the image description datastructures,
    38 Hyper-V launch failed; at least one of the processors in the system was unable to launch the hypervisor (status …).
    40 Hypervisor launch failed; the hypervisor image is revision …,
    41 Hypervisor launch failed; Either VMX not present or not enabled in BIOS.
    42 Hypervisor launch failed; Either SVM not present or not enabled in BIOS.
    44 Hypervisor launch failed; Either No Execute feature (NX) not present or not enabled in BIOS.
    45 Hypervisor launch failed; at least one of the processors in the system is incompatible with the others.
    46 Hypervisor launch failed; Processor does not support the minimum features required to run the hypervisor (MSR index …,
    47 Hypervisor launch failed; Processor does not provide the features necessary to run the hypervisor (BalStatus …,
    48 Hypervisor launch failed; Processor does not provide the features necessary to run the hypervisor (leaf …,
    54 Hypervisor launch failed; Hypervisor image does not match the platform being run on.
    55 Hypervisor launch failed; Required firmware table not found.
    56 Hypervisor launch failed; Encountered invalid firmware information.
    57 Hypervisor launch failed; Incompatible SVM features present.
    58 Hypervisor launch failed; Incompatible VMX features present.
    59 Hypervisor launch failed; Second Level Address Translation is required to launch the hypervisor.
    60 Hypervisor launch failed; Secure Mode Extensions have been enabled by the BIOS.
    61 Hypervisor launch failed; Minimum CPUID leaves required by the hypervisor are not supported on the system.
    62 Hypervisor launch failed; The physical address limit supported has been exceeded.
    64 Hypervisor launch failed; Too many runtime services memory ranges described by firmware.
    80 Hypervisor launch failed; The operating systems boot loader failed with error ….
    81 Hypervisor launch failed; The operating system boot loader was unable to locate a required resource.
    82 Hypervisor launch failed; The operating system boot loader detected a persistent memory failure.
    83 Hypervisor launch failed; The operating system boot loader was unable to allocate sufficient memory to complete the operation.
    84 Hypervisor launch failed; The operating system boot loader was unable to allocate sufficient resources to complete the operation.
    85 Hypervisor launch failed; The operating system boot loader detected a memory map conflict.
    157 The hypervisor did not enable mitigations for CVE-2018-3646 for virtual machines because HyperThreading is enabled and the hypervisor core scheduler is not enabled.
  `,
  ],
  [
    'System',
    'Microsoft-Windows-Kernel-General',
    `
    5 {Registry Hive Recovered} Registry hive (file):
    6 An I/O operation initiated by the Registry failed unrecoverably.The Registry could not flush hive (file):
  `,
  ],
  [
    'System',
    'Microsoft-Windows-Kernel-Power',
    `
    41 The last sleep transition was unsuccessful.
  `,
  ],
  [
    'System',
    'Microsoft-Windows-NDIS',
    `
    10400 The network interface "…" has begun resetting.
  `,
  ],
  [
    'System',
    'Microsoft-Windows-ReFS',
    `
    137 The file system was unable to write metadata to the media backing volume …. Log redo failed with status "…" .
    138 The file system was unable to open redo log for the media backing volume ….
    140 The file system detected a global metadata corruption and was not able to repair it on volume ….
  `,
  ],
  [
    'Security',
    'Microsoft-Windows-Security-Auditing',
    `
    6273 Network Policy Server denied access to a user.
    6274 Network Policy Server discarded the request for a user.
    6279 Network Policy Server locked the user account due to repeated failed authentication attempts.
  `,
  ],
  [
    null,
    'Microsoft-Windows-SMBClient',
    `
    30809 A request timed out because there was no response from the server.
    30818 RDMA interfaces are available but the client failed to connect to the server over RDMA transport.
  `,
  ],
  [
    null,
    'Microsoft-Windows-SMBServer',
    `
    1020 File system operation has taken longer than expected.
  `,
  ],
  [
    null,
    'Microsoft-Windows-SMBWitnessClient',
    String.raw`
    1 Witness Client initialization failed with error (…)
    3 Witness Client failed to obtain the list of Witness Servers from IP address … with error (…).
    6 Witness Client failed to find a Witness Server for NetName \\… with error (…).
    8 Witness Client failed to register with Witness Server … for notification on NetName \\… with error (…)
  `,
  ],
  [
    null,
    'Microsoft-Windows-StorageSpaces-Driver',
    `
    102 Majority of the physical disks of storage pool … failed a configuration update,
    103 The capacity consumption of the storage pool … has exceeded the threshold limit set on the pool.
    302 Majority of the pool disks hosting space meta-data for virtual disk … failed a space meta-data update,
    313 Virtual disk … could not be repaired because there is not enough free space in the storage pool.
  `,
  ],
  [
    'System',
    'Microsoft-Windows-TerminalServices-RemoteConnectionManager',
    `
    1011 The remote session could not be established from remote desktop client … because its temporary license has expired.
    1068 The RD Licensing mode has not been configured.
    1069 The RD Licensing grace period has expired and Licensing mode for the Remote Desktop Session Host server has not been configured.
  `,
  ],
  [
    null,
    'Microsoft-Windows-TerminalServices-SessionBroker-Client',
    `
    1280 Remote Desktop Services failed to join the Connection Broker on server ….
    1284 Remote Desktop Connection Broker Client failed to initialize while joining the Connection Broker on server ….
    1296 Remote Desktop Connection Broker Client failed while getting redirection packet from Connection Broker.
  `,
  ],
  [
    'System',
    'Microsoft-Windows-Time-Service',
    `
    17 Time Provider NtpClient: An error occurred during DNS lookup of the manually configured peer '…'. NtpClient will try the DNS lookup again in … minutes.
    24 Time Provider NtpClient: No valid response has been received from domain controller … after 8 attempts to contact it.
    29 The time provider NtpClient is configured to acquire time from one or more time sources, however none of the sources are currently accessible.
    33 The time service has jumped the local system clock by … seconds.
    38 The time provider NtpClient has not received response from server ….
    48 Time Provider NtpClient: An error occurred during DNS lookup of the manually configured peer '…'. NtpClient will continue to try the DNS lookup every … minutes.
    49 The time provider NtpClient was unable to find a domain controller to use as a time source. NtpClient will continue trying to locate an AD DC every … minutes.
    50 The time service detected a time difference of greater than … milliseconds for … seconds.
    52 The time service has set the time with offset … seconds.
    135 NtpClient was unable to set a manual peer to use as a time source because of duplicate error on '…'.
  `,
  ],
  [
    null,
    'Microsoft-Windows-User Device Registration',
    `
    201 The discovery operation callback failed with exit code:
    204 The get join response operation callback failed with exit code:
    304 Automatic registration failed at join phase.
    305 Automatic registration failed at authentication phase.
  `,
  ],
  [
    'Application',
    'Microsoft-Windows-User Profiles General',
    `
    1509 Windows cannot copy file … to location ….
  `,
  ],
  [
    'Application',
    'Microsoft-Windows-User Profiles Service',
    `
    1504 Windows cannot update your roaming profile completely.
    1521 Windows cannot locate the server copy of your roaming profile and is attempting to log you on with your local profile.
    1525 Windows has detected that Automatic Offline Caching is enabled on the Roaming Profile share - to avoid potential profile corruption,
  `,
  ],
  [
    null,
    'Microsoft-Windows-VHDMP',
    `
    7 The Vhd Chain for VHD … is corrupted.
    8 The change tracking file for VHD … is corrupted and cannot be read.
    9 The VHD file … has been modified without updating its associated change tracking file.
    10 Error … occured when attempting to update the change tracking file for VHD ….
    11 Surface for VHD … is invalidated and will be removed (unsurfaced) because of a … operation failure with status ….
  `,
  ],
  [
    null,
    'Microsoft-Windows-Wired-AutoConfig',
    `
    15514 Wired 802.1X Authentication failed.
  `,
  ],
  [
    'System',
    'NetJoin',
    `
    4097 The machine … attempted to join the domain … but failed. The error code was ….
  `,
  ],
];

const LINE = /^\s*(\d{1,5}) (.+)$/gm;

export const MANIFEST_BEGINNINGS: readonly MessageBeginnings[] = ROWS.map(([log, source, lines]) => ({
  log,
  source,
  level: null,
  beginnings: [...lines.matchAll(LINE)].map(([, id, text = '']) => [Number(id), text] as const),
}));
