/** What the codes of event logs mean, in our own words after their headers and documentation: `NAME meaning` a line. */
const MEANINGS = `
JET_errFileClose A file could not be closed.
JET_errOutOfThreads No thread could be started.
JET_errTooManyIO Too many reads and writes are outstanding.
JET_errInternalError The engine failed in itself.
JET_errDatabaseBufferDependenciesCorrupted Pages in memory were set to be written in an impossible order.
JET_errPreviousVersion A version of the record existed already; recovery failed.
JET_errBadPageLink Two neighbouring pages do not point at each other: the database is damaged.
JET_errNTSystemCallFailed A call into Windows failed.
JET_errBadParentPageLink A page and its parent do not point at each other: the database is damaged.
JET_errSPOwnExtCorrupted The tree of owned space is damaged.
JET_errSPAvailExtCorrupted The tree of free space is damaged.
JET_errSPAvailExtCacheOutOfMemory Memory ran out while free space was being looked for.
JET_errDatabaseCorruptedNoRepair The database is damaged and repair is not allowed.
JET_errDbTimeCorrupted A page is newer than the database says: page and log do not belong together.
JET_errKeyTruncated The key was cut because it is too long.
JET_errLogFileCorrupt A log file is damaged.
JET_errNoBackupDirectory No folder for the backup was given.
JET_errBackupDirectoryNotEmpty The folder for the backup is not empty.
JET_errBackupInProgress A backup of this database is already running.
JET_errRestoreInProgress A restore is already running.
JET_errMissingPreviousLogFile A log file that recovery needs is missing.
JET_errLogWriteFail Writing to the log file failed; the instance stops.
JET_errLogDisabledDueToRecoveryFailure Logging is off because recovery failed.
JET_errCannotLogDuringRecoveryRedo Nothing can be logged while recovery replays.
JET_errLogGenerationMismatch The name of a log file and the number inside it disagree.
JET_errBadLogVersion The log files were written by another version of the engine.
JET_errInvalidLogSequence The log files do not follow each other without a gap.
JET_errLoggingDisabled Logging is off.
JET_errLogBufferTooSmall A log record does not fit into the log buffer or one log file.
JET_errLogSequenceEnd The last possible log file number is used up.
JET_errNoBackup No backup is running.
JET_errInvalidBackupSequence A backup call came in the wrong order.
JET_errBackupNotAllowedYet A backup can't begin yet, usually because recovery is running.
JET_errDeleteBackupFileFail A file of the backup could not be deleted.
JET_errMakeBackupDirectoryFail The folder for the backup could not be made.
JET_errInvalidBackup An incremental backup is not possible with circular logging.
JET_errRecoveredWithErrors Recovery ended with errors.
JET_errMissingLogFile A log file that recovery needs is missing.
JET_errLogDiskFull The disk of the log files is full.
JET_errBadLogSignature A log file belongs to another set of log files.
JET_errBadDbSignature The database belongs to other log files.
JET_errBadCheckpointSignature The checkpoint file belongs to other log files.
JET_errCheckpointCorrupt The checkpoint file is missing or damaged.
JET_errBadPatchPage A page of the patch file is damaged.
JET_errRedoAbruptEnded Replay of the log ended because a log file is damaged.
JET_errDatabaseLogSetMismatch Database and log files do not belong together.
JET_errLogFileSizeMismatch The log files have another size than the configuration asks for.
JET_errCheckpointFileNotFound The checkpoint file is missing.
JET_errRequiredLogFilesMissing Log files that the database needs to become consistent are missing.
JET_errSoftRecoveryOnBackupDatabase The database comes from a backup and needs a restore, not a plain recovery.
JET_errLogFileSizeMismatchDatabasesConsistent The databases are consistent, but the log files have another size.
JET_errLogSectorSizeMismatch The log files were written on a disk with another sector size.
JET_errLogSectorSizeMismatchDatabasesConsistent The databases are consistent; the log has another sector size.
JET_errLogSequenceEndDatabasesConsistent The databases are consistent; log numbers are used up.
JET_errDatabaseDirtyShutdown The database was not closed cleanly and needs recovery from its log files.
JET_errConsistentTimeMismatch The last consistent time in database and log files differs.
JET_errDatabasePatchFileMismatch The patch file belongs to another backup.
JET_errEndingRestoreLogTooLow The log files of the restore are too old.
JET_errStartingRestoreLogTooHigh The log files of the restore are too new.
JET_errGivenLogFileHasBadSignature A restored log file belongs to another set.
JET_errGivenLogFileIsNotContiguous A log file is missing among the restored ones.
JET_errMissingRestoreLogFiles Log files of the restore are missing.
JET_errMissingFullBackup There is no earlier full backup to build upon.
JET_errBadBackupDatabaseSize The size of the backed-up database is no multiple of the page size.
JET_errDatabaseAlreadyUpgraded The database has the current format already.
JET_errMissingCurrentLogFiles The current log files are missing.
JET_errDbTimeTooOld A page on disk is older than the log says: an earlier write was lost.
JET_errDbTimeTooNew A page on disk is newer than the log says.
JET_errMissingFileToBackup A file that the backup needs is missing.
JET_errLogTornWriteDuringHardRestore A log file ends in a half-written sector during a restore.
JET_errLogTornWriteDuringHardRecovery A log file ends in a half-written sector during recovery.
JET_errLogCorruptDuringHardRestore A log file is damaged; found during a restore.
JET_errLogCorruptDuringHardRecovery A log file is damaged; found during recovery.
JET_errMustDisableLoggingForDbUpgrade Logging must be off while the database is upgraded.
JET_errBadRestoreTargetInstance The instance to restore to was not found, or its log files do not match.
JET_errRecoveredWithoutUndo Recovery replayed the log but did not undo open transactions.
JET_errDatabasesNotFromSameSnapshot The databases do not come from the same snapshot.
JET_errSoftRecoveryOnSnapshot The database comes from a snapshot and needs a restore, not a plain recovery.
JET_errCommittedLogFilesMissing Log files with committed changes are missing.
JET_errCommittedLogFileCorrupt A log file with committed changes is damaged.
JET_errLogReadVerifyFailure A block of a log file has a wrong checksum; found during a backup.
JET_errSLVReadVerifyFailure A block of the streaming file has a wrong checksum.
JET_errCheckpointDepthTooDeep Too many log files wait for their changes to reach the database.
JET_errRestoreOfNonBackupDatabase The database to be restored does not come from a backup.
JET_errBackupAbortByServer The server stopped the backup.
JET_errTermInProgress The instance is shutting down.
JET_errFeatureNotAvailable This feature is not available.
JET_errInvalidName The name is not allowed.
JET_errInvalidParameter A parameter is wrong.
JET_errDatabaseFileReadOnly The database file is read-only.
JET_errInvalidDatabaseId The number of the database is wrong.
JET_errOutOfMemory Memory ran out.
JET_errOutOfDatabaseSpace The database can't grow any further.
JET_errOutOfCursors Too many tables are open.
JET_errOutOfBuffers No page buffer is free.
JET_errTooManyIndexes The table has too many indexes.
JET_errReadVerifyFailure The checksum of a database page is wrong: disk, controller or memory changed it.
JET_errPageNotInitialized A database page was read that holds nothing: an earlier write was lost.
JET_errOutOfFileHandles No file handle is left.
JET_errDiskReadVerificationFailure Windows reported a checksum error of the disk.
JET_errDiskIO Reading or writing the file failed below the database: disk, driver or filter.
JET_errInvalidPath The path is not valid.
JET_errRecordTooBig The record is too large.
JET_errInvalidDatabase The file is not a database of this engine.
JET_errNotInitialized The engine is not started.
JET_errAlreadyInitialized The engine is already started.
JET_errInitInProgress The engine is starting.
JET_errFileAccessDenied The file can't be opened: it is locked by another program or permissions are missing.
JET_errBufferTooSmall The buffer is too small.
JET_errTooManyColumns The table has too many columns.
JET_errVersionStoreEntryTooBig One change needs more version store than there is.
JET_errVersionStoreOutOfMemoryAndCleanupTimedOut The version store is full and did not empty in time.
JET_errVersionStoreOutOfMemory The version store is full, usually because of one long transaction.
JET_errInstanceUnavailable The instance met a fatal error and must be restarted.
JET_errInstanceUnavailableDueToFatalLogDiskFull The instance stopped because the log disk is full.
JET_errDatabaseUnavailable This database met a fatal error and must be attached again.
JET_errOutOfSessions Too many sessions are open.
JET_errWriteConflict Another session changed the same record.
JET_errTransTooDeep Transactions are nested too deeply.
JET_errInvalidSesid The session is not valid.
JET_errNotInTransaction The call needs a transaction.
JET_errReadPgnoVerifyFailure A page holds the number of another page: a read or write went to the wrong place.
JET_errReadLostFlushVerifyFailure An earlier write of this page never reached the disk.
JET_errFileSystemCorruption Windows says the file system is damaged.
JET_errDirtyShutdown The instance was stopped without closing its databases, as asked.
JET_errDatabaseDuplicate The database already exists.
JET_errDatabaseInUse The database is in use.
JET_errDatabaseNotFound The database was not found.
JET_errDatabaseInvalidName The name of the database is not allowed.
JET_errDatabaseInvalidPages The number of pages is wrong.
JET_errDatabaseCorrupted The file is no database, or it is damaged.
JET_errDatabaseLocked The database is locked.
JET_errCannotDisableVersioning Versioning can't be switched off for this database.
JET_errInvalidDatabaseVersion The database was written by an incompatible version.
JET_errPageSizeMismatch The page size of the database is not the configured one.
JET_errTooManyInstances Too many instances are running.
JET_errAttachedDatabaseMismatch Attached database and the log disagree: a file was moved, replaced or is missing.
JET_errDatabaseInvalidPath The path of the database is wrong.
JET_errForceDetachNotAllowed The database can't be detached by force.
JET_errCatalogCorrupted The table of tables is damaged.
JET_errPartiallyAttachedDB The database is only partly attached.
JET_errDatabaseSignInUse Another database with the same signature is attached.
JET_errDatabaseNotReady Recovery of this database has not come far enough.
JET_errTableLocked The table is locked.
JET_errTableInUse The table is in use.
JET_errTableDuplicate The table already exists.
JET_errObjectNotFound There is no such table or object.
JET_errIndexNotFound There is no such index.
JET_errIndexDuplicate The index already exists.
JET_errIndexCantBuild The index could not be built.
JET_errSecondaryIndexCorrupted An index is damaged and must be rebuilt.
JET_errPrimaryIndexCorrupted The primary index is damaged.
JET_errColumnNotFound There is no such column.
JET_errRecordNotFound The key was not found.
JET_errNoCurrentRecord There is no current record.
JET_errKeyDuplicate The key is there already.
JET_errDiskFull The disk is full.
JET_errPermissionDenied Permission was denied.
JET_errFileNotFound The file was not found.
JET_errFileInvalidType The file is of the wrong kind.
JET_errFileAlreadyExists The file already exists.
JET_errAfterInitialization This is not possible once the engine has started.
JET_errLogCorrupted The log files can't be read.
JET_errInvalidOperation The call is not possible now.
JET_errAccessDenied Access was denied.
JET_errSessionSharingViolation Two threads used one session at once.
JET_errSessionContextAlreadySet The session has a context already.
JET_errTaskDropped A task was dropped before it ran.
JET_errFlushMapDatabaseMismatch Flush map and database do not belong together.
JET_errCallbackFailed A callback failed.
JET_errOSSnapshotInvalidSequence The calls of a shadow copy came in the wrong order.
JET_errOSSnapshotTimeOut The shadow copy took longer than the engine waits.
JET_errOSSnapshotNotAllowed No shadow copy can begin: a backup or recovery is running.
JET_errOSSnapshotInvalidSnapId The shadow copy is not known.
JET_wrnDatabaseAttached The database was attached already.
JET_wrnDatabaseRepaired The database was repaired.
JET_wrnExistingLogFileHasBadSignature A log file in the folder belongs to another set.
JET_wrnExistingLogFileIsNotContiguous Log files in the folder do not follow each other.
JET_wrnTargetInstanceRunning The instance to restore to is running.
JET_wrnCorruptIndexDeleted An outdated index was dropped.
hrCouldNotConnect The backup could not reach the server, or the service to back up is not running.
hrIncrementalBackupDisabled Another program changed the database; a full backup is needed first.
hrLogFileNotFound A log file that an incremental backup needs is missing.
hrCircularLogging Circular logging is on: only full backups are possible.
hrNoFullRestore A full backup must be restored first.
hrCommunicationError Talking to the service failed during a local backup.
hrFullBackupNotTaken A full backup must come first.
hrRestoreInProgress A restore is already running.
hrFileNotFound The file was not found.
hrCBDatabaseInUse The database to restore is mounted.
hrCBDatabaseNotFound The database to restore was not found.
hrErrorFromESECall A call into the database engine failed.
hrBackupInProgress A backup of this database is already running.
hrMissingFullBackup There is no earlier full backup to build upon.
hrBadLogSignature A log file belongs to another set of log files.
hrPatchFileMismatch The patch file belongs to another backup.
VSS_E_BAD_STATE A VSS call came at a time when it is not allowed.
VSS_E_UNEXPECTED VSS met an error it did not expect; other events say which.
VSS_E_PROVIDER_ALREADY_REGISTERED The shadow copy provider is registered already.
VSS_E_PROVIDER_NOT_REGISTERED The shadow copy provider is not registered.
VSS_E_PROVIDER_VETO The shadow copy provider refused; its own events say why.
VSS_E_PROVIDER_IN_USE The shadow copy provider is in use.
VSS_E_OBJECT_NOT_FOUND The shadow copy, set or writer was not found.
VSS_S_ASYNC_PENDING The work is still going on.
VSS_S_ASYNC_FINISHED The work has ended.
VSS_S_ASYNC_CANCELLED The work was cancelled.
VSS_E_VOLUME_NOT_SUPPORTED No provider can make a shadow copy of this volume.
VSS_E_OBJECT_ALREADY_EXISTS It exists already.
VSS_E_VOLUME_NOT_SUPPORTED_BY_PROVIDER The chosen provider can't make a shadow copy of this volume.
VSS_E_UNEXPECTED_PROVIDER_ERROR The shadow copy provider failed unexpectedly.
VSS_E_CORRUPT_XML_DOCUMENT The metadata document of a writer or requester is damaged.
VSS_E_INVALID_XML_DOCUMENT The metadata document of a writer or requester is not valid.
VSS_E_MAXIMUM_NUMBER_OF_VOLUMES_REACHED The shadow copy set has as many volumes as it can hold.
VSS_E_FLUSH_WRITES_TIMEOUT Flushing the volume took too long: too much was being written.
VSS_E_HOLD_WRITES_TIMEOUT Writes could not be held as long as the shadow copy needed.
VSS_E_UNEXPECTED_WRITER_ERROR A writer failed unexpectedly.
VSS_E_SNAPSHOT_SET_IN_PROGRESS Another shadow copy is being made.
VSS_E_MAXIMUM_NUMBER_OF_SNAPSHOTS_REACHED The volume has as many shadow copies as it can hold.
VSS_E_WRITER_INFRASTRUCTURE The communication between VSS and its writers failed.
VSS_E_WRITER_NOT_RESPONDING A writer did not answer.
VSS_E_WRITER_ALREADY_SUBSCRIBED The writer is registered already.
VSS_E_UNSUPPORTED_CONTEXT The provider does not offer this kind of shadow copy.
VSS_E_VOLUME_IN_USE The volume is in use.
VSS_E_MAXIMUM_DIFFAREA_ASSOCIATIONS_REACHED No further shadow storage can be assigned.
VSS_E_INSUFFICIENT_STORAGE There is too little space for the shadow copy storage.
VSS_E_NO_SNAPSHOTS_IMPORTED No shadow copy could be imported.
VSS_E_SOME_SNAPSHOTS_NOT_IMPORTED Some shadow copies could not be imported.
VSS_E_REBOOT_REQUIRED The machine must be restarted first.
VSS_E_TRANSACTION_FREEZE_TIMEOUT The transaction manager did not freeze in time.
VSS_E_TRANSACTION_THAW_TIMEOUT The transaction manager did not thaw in time.
VSS_E_CLUSTER_TIMEOUT A cluster resource took too long.
VSS_E_WRITERERROR_INCONSISTENTSNAPSHOT The shadow copy holds only a part of what the writer needs.
VSS_E_WRITERERROR_OUTOFRESOURCES The writer ran out of memory or other resources.
VSS_E_WRITERERROR_TIMEOUT The writer did not freeze and thaw within the time VSS allows.
VSS_E_WRITERERROR_RETRYABLE The writer failed; the same backup may work if tried again.
VSS_E_WRITERERROR_NONRETRYABLE The writer failed, and trying again will fail the same way until the cause is removed.
VSS_E_WRITERERROR_RECOVERY_FAILED The writer could not recover its data inside the shadow copy.
VSS_E_WRITERERROR_PARTIAL_FAILURE The writer failed for some of its components.
VSS_E_LEGACY_PROVIDER An old provider can't do this.
VSS_E_MISSING_DISK A disk of the shadow copy is missing.
VSS_E_MISSING_VOLUME A volume of the shadow copy is missing.
VSS_E_AUTORECOVERY_FAILED The automatic recovery of the shadow copy failed.
VSS_E_DYNAMIC_DISK_ERROR A dynamic disk made it fail.
VSS_E_RESYNC_IN_PROGRESS A resynchronisation is running.
VSS_E_CLUSTER_ERROR The cluster refused.
VSS_E_NESTED_VOLUME_LIMIT The volume lies inside a virtual disk that is nested too deeply.
VSS_E_NOT_SUPPORTED This is not supported.
VSS_E_WRITER_STATUS_NOT_AVAILABLE The state of the writer is not available.
VSS_E_UNSELECTED_VOLUME The component needs a volume that was not selected.
MAPI_E_CALL_FAILED The call failed; no reason is given.
MAPI_E_NO_SUPPORT The server does not support this call.
MAPI_E_NOT_FOUND The object was not found.
MAPI_E_LOGON_FAILED The logon to the mail server failed.
MAPI_E_NETWORK_ERROR The mail server could not be reached.
MAPI_E_DISK_ERROR The store could not read from or write to its disk.
MAPI_E_FAILONEPROVIDER One of the services of the profile can't be used, often for want of a logon.
MAPI_E_UNCONFIGURED The profile is not configured.
MAPI_E_NOT_ENOUGH_DISK The disk of the store is full.
MAPI_E_NOT_ENOUGH_RESOURCES The server ran out of a resource.
MAPI_E_VERSION Client and server do not fit together.
MAPI_E_SESSION_LIMIT Too many sessions are open.
MAPI_E_CORRUPT_DATA The data are damaged.
MAPI_E_OBJECT_DELETED The object was deleted meanwhile.
MAPI_E_TIMEOUT The call took too long.
MAPI_E_COLLISION An object of this name exists already.
MAPI_E_NO_ACCESS Access was denied.
MAPI_E_INVALID_ENTRYID The identifier of the object is not valid.
MAPI_E_END_OF_SESSION The server ended the session.
ecJetError The database engine failed.
ecUnknownUser The user has no mailbox here.
ecExiting The store is stopping.
ecServerOOM The store ran out of memory.
ecMemory The store ran out of memory.
ecLoginPerm The user has no right to this mailbox.
ecDatabaseRolledBack The database comes from a backup and has not been brought up to date.
ecDatabaseError The database has a problem.
ecMDBNotInit The database is not mounted.
ecWrongServer The mailbox is on another server.
ecServerPaused The server refuses logons for a while.
ecServerBusy The server is too busy.
ecQuotaExceeded A limit would be exceeded.
ecShutoffQuotaExceeded The mailbox is full beyond its last limit.
ecMailboxInTransit The mailbox is being moved.
ecBackupInProgress A backup of the database is already running.
ecInvalidBackupSequence A backup call came in the wrong order.
ecTooManyBackupsInProgress Too many backups are running.
ecRestoreInProgress A restore is already running.
ecRpcServerUnavailable The server could not be reached by RPC.
E_NOTIMPL The call is not implemented.
E_NOINTERFACE The object does not offer the requested interface.
E_POINTER A pointer is not valid.
E_ABORT The operation was cancelled.
E_FAIL The operation failed; no reason is given.
E_UNEXPECTED Something failed that should not.
E_ACCESSDENIED Access was denied.
E_OUTOFMEMORY Memory ran out.
E_INVALIDARG A parameter is wrong.
E_HANDLE A handle is not valid.
E_PENDING The data are not there yet.
S_OK Success.
S_FALSE Success, with the answer no.
RPC_E_CALL_REJECTED The called program refused.
RPC_E_DISCONNECTED The object went away from its clients.
RPC_E_SERVERFAULT The called program failed with an exception.
RPC_E_CHANGED_MODE The thread uses another COM model already.
RPC_E_TIMEOUT The call did not end in time.
RPC_S_SERVER_UNAVAILABLE The RPC server can't be reached: the machine or service is down, or a firewall blocks it.
CLASS_E_CLASSNOTAVAILABLE The library does not offer this COM class.
CLASS_E_NOAGGREGATION The COM class can't be part of another object.
REGDB_E_CLASSNOTREG The COM class is not registered.
REGDB_E_IIDNOTREG The COM interface is not registered.
CO_E_NOTINITIALIZED COM was not started in this thread.
CO_E_CLASSSTRING The class name is not valid.
CO_E_SERVER_EXEC_FAILURE The COM server could not be started in time.
CO_E_WRONG_SERVER_IDENTITY The COM server runs under another account than configured.
CO_E_LAUNCH_PERMSSION_DENIED The account may not start this COM server.
DISP_E_EXCEPTION The called object raised an exception.
STG_E_ACCESSDENIED Access to the storage was denied.
TYPE_E_CANTLOADLIBRARY The type library could not be loaded.
SCHED_S_TASK_RUNNING The task is running.
SCHED_S_TASK_HAS_NOT_RUN The task has not run yet.
SCHED_E_TASK_NOT_RUNNING No instance of the task is running.
SEC_E_INSUFFICIENT_MEMORY There is too little memory for this security call.
SEC_E_INVALID_HANDLE The security handle is not valid.
SEC_E_INTERNAL_ERROR The security package failed, often at reading a private key.
SEC_E_TARGET_UNKNOWN The target name is not known: a service principal name is missing or wrong.
SEC_E_NOT_OWNER The caller does not own the credentials.
SEC_E_INVALID_TOKEN The security token is damaged or does not fit.
SEC_E_LOGON_DENIED The logon failed.
SEC_E_UNKNOWN_CREDENTIALS The credentials are not known to the package.
SEC_E_NO_CREDENTIALS There are no usable credentials, such as a certificate with its private key.
SEC_E_NO_AUTHENTICATING_AUTHORITY No domain controller could be reached for the logon.
SEC_E_WRONG_PRINCIPAL The target runs under another account than its service principal name says.
SEC_E_TIME_SKEW The clocks of client and server differ too much.
SEC_E_UNTRUSTED_ROOT The certificate chain ends in a root that is not trusted.
SEC_E_CERT_EXPIRED The certificate has expired.
SEC_E_CERT_UNKNOWN The certificate could not be processed.
SEC_E_ALGORITHM_MISMATCH Client and server have no common algorithm.
SEC_E_DECRYPT_FAILURE The data could not be decrypted.
SEC_E_UNSUPPORTED_FUNCTION The package does not support this function.
NTE_BAD_KEYSET The key container is missing or can't be opened.
NTE_BAD_SIGNATURE The signature is not valid.
NTE_PERM The caller may not use this key.
CRYPT_E_NOT_FOUND The certificate or object was not found.
CRYPT_E_REVOKED The certificate is revoked.
CRYPT_E_NO_REVOCATION_CHECK Revocation could not be checked.
CRYPT_E_REVOCATION_OFFLINE The revocation server can't be reached.
CERT_E_EXPIRED The certificate is outside its validity.
CERT_E_UNTRUSTEDROOT The certificate chain ends in a root that is not trusted.
CERT_E_CHAINING No certificate chain to a trusted root could be built.
CERT_E_CN_NO_MATCH The certificate was issued for another name.
TRUST_E_NOSIGNATURE The file has no signature.
TRUST_E_BAD_DIGEST The file was changed after it was signed.
WBEM_E_FAILED The WMI call failed.
WBEM_E_NOT_FOUND The WMI object was not found.
WBEM_E_ACCESS_DENIED WMI denied access.
WBEM_E_PROVIDER_FAILURE A WMI provider failed.
WBEM_E_OUT_OF_MEMORY WMI ran out of memory.
WBEM_E_CRITICAL_ERROR WMI met a critical error, often a damaged repository.
WBEM_E_INVALID_NAMESPACE The WMI namespace does not exist.
WBEM_E_INVALID_CLASS The WMI class does not exist.
WBEM_E_PROVIDER_NOT_FOUND The WMI provider is not registered.
WBEM_E_PROVIDER_LOAD_FAILURE The WMI provider could not be loaded.
WBEM_E_INVALID_QUERY The WMI query is not valid.
WBEM_E_QUOTA_VIOLATION A limit of WMI was exceeded.
WBEM_E_SHUTTING_DOWN WMI is shutting down.
WU_E_NO_SERVICE The Windows Update service could not work.
WU_E_OPERATIONINPROGRESS Another update operation is running.
WU_E_NO_CONNECTION There is no connection to the update server.
WU_E_SERVICE_STOP The Windows Update service or the machine is shutting down.
WU_E_NO_UPDATE There are no updates for this request.
WU_E_ALL_UPDATES_FAILED None of the updates could be installed.
WU_E_UH_INSTALLERFAILURE The installer of the update failed.
WU_E_DS_UNKNOWNSERVICE The update service asked for is not registered.
WU_E_PT_HTTP_STATUS_DENIED The update server or a proxy denied access.
WU_E_PT_HTTP_STATUS_NOT_FOUND The update server does not know the address.
WU_E_PT_HTTP_STATUS_SERVICE_UNAVAIL The update server is overloaded.
CBS_E_SOURCE_MISSING Files for the update or feature are neither in the component store nor at its sources.
CBS_E_NEW_SERVICING_STACK_REQUIRED The update needs a newer servicing stack first.
CBS_E_NOT_APPLICABLE The package does not fit this Windows.
CBS_E_INSUFFICIENT_DISK_SPACE There is too little room on the disk.
CBS_E_STORE_CORRUPTION The component store is damaged: a package or its manifest is missing.
CBS_E_DOWNLOAD_FAILURE The files of a feature could not be downloaded.
CBS_E_GROUPPOLICY_DISALLOWED Policy forbids to fetch the files of a feature from Windows Update.
CBS_E_HANG_DETECTED A step of servicing did not come to an end.
CBS_E_INSTALLERS_FAILED An installer step of servicing failed, and the update was taken back; CBS.log names it.
CBS_E_INVALID_WINDOWS_UPDATE_COUNT_WSUS WSUS does not offer the feature that was asked for.
MENROLL_E_DEVICE_AUTHENTICATION_ERROR The management service does not accept the user or device.
MENROLL_E_DEVICE_AUTHORIZATION_ERROR The user may not enrol devices.
MENROLL_E_DEVICE_ALREADY_ENROLLED The device is enrolled already.
MENROLL_E_CONNECTIVITY The management service was not reached.
MENROLL_E_DEVICECAPREACHED The user has as many devices as are allowed.
MENROLL_E_DEVICENOTSUPPORTED The service does not take devices of this kind.
MENROLL_E_USER_LICENSE The user has no licence for the management service.
MENROLL_E_PROV_UNKNOWN The first settings could not be applied to the device.
MENROLL_E_DEVICE_MANAGEMENT_BLOCKED The device is managed in another way already.
MENROLL_E_USER_CANCELED The enrolment was cancelled, or it needed the user.
MENROLL_E_MDM_NOT_CONFIGURED No management service is configured for the user.
EAP_E_EAPHOST_METHOD_NOT_INSTALLED The method of signing in that the network asks for is not installed.
EAP_E_EAPHOST_IDENTITY_UNKNOWN The network refused the sign-in once it knew who asks.
EAP_E_AUTHENTICATION_FAILED The network refused the sign-in.
EAP_I_EAPHOST_EAP_NEGOTIATION_FAILED Computer and network have no method of signing in in common.
EAP_E_USER_CERT_NOT_FOUND No certificate for signing in was found.
EAP_E_USER_CERT_INVALID The certificate for signing in is not made for that use.
EAP_E_USER_CERT_EXPIRED The certificate for signing in has expired.
EAP_E_USER_CERT_REVOKED The certificate for signing in was revoked.
EAP_E_USER_CERT_REJECTED The network does not accept the certificate.
EAP_I_USER_ACCOUNT_OTHER_ERROR The network refused the account once it knew its name.
EAP_E_USER_CREDENTIALS_REJECTED The network refused name and password.
EAP_E_USER_NAME_PASSWORD_REJECTED The network refused name and password.
EAP_E_SERVER_CERT_INVALID The certificate of the server is not made for that use.
EAP_E_SERVER_CERT_EXPIRED The certificate of the server has expired.
EAP_E_SERVER_CERT_REVOKED The certificate of the server was revoked.
EAP_E_SERVER_ROOT_CERT_NOT_FOUND The computer does not trust the authority of the server's certificate.
ONEX_UNABLE_TO_IDENTIFY_USER Nobody is there to sign in with, such as before a user is logged on.
ONEX_EAP_FAILURE_RECEIVED The method of signing in failed; its own code says why.
ONEX_AUTHENTICATOR_NO_LONGER_PRESENT The switch or access point no longer answers.
ONEX_NO_RESPONSE_TO_IDENTITY The switch or access point gets no answer from its authentication server.
ONEX_PROFILE_INVALID_EXPLICIT_CREDENTIALS The password that was saved for the network is wrong.
ONEX_PROFILE_EXPIRED_EXPLICIT_CREDENTIALS The password that was saved for the network has expired.
WLAN_REASON_CODE_NETWORK_NOT_AVAILABLE The network is not in range.
WLAN_REASON_CODE_KEY_MISMATCH The key of the network is wrong.
WLAN_REASON_CODE_MSMSEC_PSK_MISMATCH_SUSPECTED The key of the network seems to be wrong.
WLAN_REASON_CODE_DRIVER_DISCONNECTED The driver ended the connection.
WLAN_REASON_CODE_ASSOCIATION_FAILURE The access point did not take the computer.
WLAN_REASON_CODE_ASSOCIATION_TIMEOUT The access point did not answer the computer in time.
WLAN_REASON_CODE_ROAMING_FAILURE The change to another access point failed.
WLAN_REASON_CODE_GP_DENIED A policy forbids the network.
DSREG_E_DEVICE_AUTHENTICATION_ERROR Entra ID does not accept the proof of the device.
DSREG_AUTOJOIN_ADCONFIG_READ_FAILED The directory names no tenant (service connection point), or it can't be read.
DSREG_AUTOJOIN_DISC_WAIT_TIMEOUT The registration service did not answer in time.
DSREG_AUTOJOIN_DISC_FAILED The registration service was not found; a second code says why.
DSREG_SERVER_BUSY The registration service is not available (503).
DSREG_DISCOVERY_TENANT_NOT_FOUND The tenant that the directory names does not exist or has no subscription.
DSREG_AUTOJOIN_USERREALM_DISCOVERY_FAILED It could not be found out whether the domain is federated.
DSREG_E_DIRECTORY_FAILURE Entra ID does not know the device; mostly it has not been synchronised yet.
ERROR_ADAL_SERVER_ERROR_INVALID_GRANT Entra ID did not accept the token of the federation server.
ERROR_ADAL_INTERNET_TIMEOUT No token: the request timed out.
ERROR_ADAL_INTERNET_CANNOT_CONNECT No token: no connection came about.
ERROR_ADAL_INTERNET_CONNECTION_ABORTED No token: the connection was cut.
ERROR_ADAL_INTERNET_SECURE_FAILURE No token: the TLS certificate of the server was not accepted, or the clock is wrong.
ERROR_ADAL_WSTRUST_REQUEST_SECURITYTOKEN_FAILED The federation server answered with a fault.
ERROR_ADAL_PROTOCOL_NOT_SUPPORTED The federation server does not offer WS-Trust.
ERROR_ADAL_COULDNOT_DISCOVER_USERNAME_PASSWORD_ENDPOINT The federation server has no end point for a user name and password.
ERROR_ADAL_FAILED_TO_PARSE_XML The answer of the federation server is no XML; often a proxy changed it.
ERROR_DYNAMIC_CODE_BLOCKED The process may not load or make code that is not signed as it demands.
ERROR_STRICT_CFG_VIOLATION The file was built without a protection (Control Flow Guard) that the process demands.
ERROR_WINHTTP_TIMEOUT The server or proxy did not answer in time.
ERROR_WINHTTP_NAME_NOT_RESOLVED The name of the server or proxy could not be resolved.
ERROR_WINHTTP_LOGIN_FAILURE The server or proxy refused the logon.
ERROR_WINHTTP_OPERATION_CANCELLED The request was cancelled.
ERROR_WINHTTP_CANNOT_CONNECT No connection to the server or proxy could be made.
ERROR_WINHTTP_CONNECTION_ERROR The connection was cut or reset by the other side or on the way.
ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED The server asks for a certificate of the client.
ERROR_WINHTTP_SECURE_CERT_DATE_INVALID The certificate of the server is outside its validity, or the clock is wrong.
ERROR_WINHTTP_SECURE_CERT_CN_INVALID The certificate of the server is for another name.
ERROR_WINHTTP_SECURE_INVALID_CA The certificate of the server comes from an authority that is not trusted.
ERROR_WINHTTP_SECURE_CERT_REV_FAILED Whether the certificate of the server was revoked could not be checked.
ERROR_WINHTTP_SECURE_CERT_REVOKED The certificate of the server was revoked.
ERROR_WINHTTP_SECURE_CHANNEL_ERROR The secure channel failed.
ERROR_WINHTTP_SECURE_FAILURE The secure connection failed: certificate, clock or protocol version.
ERROR_WINHTTP_AUTO_PROXY_SERVICE_ERROR The service that finds the proxy failed.
ERROR_WINHTTP_UNABLE_TO_DOWNLOAD_SCRIPT The script that names the proxy could not be downloaded.
ERROR_WINHTTP_AUTODETECTION_FAILED No proxy was found automatically.
ERROR_INTERNET_TIMEOUT The server or proxy did not answer in time.
ERROR_INTERNET_NAME_NOT_RESOLVED The name of the server or proxy could not be resolved.
ERROR_INTERNET_CANNOT_CONNECT No connection to the server or proxy could be made.
ERROR_INTERNET_CONNECTION_ABORTED The connection was cut by the other side or on the way.
ERROR_INTERNET_CONNECTION_RESET The connection was reset by the other side or on the way.
ERROR_INTERNET_SEC_CERT_DATE_INVALID The certificate of the server is outside its validity, or the clock is wrong.
ERROR_INTERNET_SEC_CERT_CN_INVALID The certificate of the server is for another name.
ERROR_INTERNET_INVALID_CA The certificate of the server comes from an authority that is not trusted.
WU_E_PT_WINHTTP_NAME_NOT_RESOLVED The name of the update server could not be resolved.
ERROR_FLT_DO_NOT_ATTACH The filter must not attach to this volume.
ERROR_FLT_FILTER_NOT_FOUND The filter is not loaded.
ERROR_FLT_INSTANCE_ALTITUDE_COLLISION A filter at this altitude is attached already.
STATUS_SUCCESS Success.
STATUS_TIMEOUT The wait ended without result.
STATUS_BUFFER_OVERFLOW The data do not fit into the buffer.
STATUS_UNSUCCESSFUL The operation failed; no reason is given.
STATUS_NOT_IMPLEMENTED The function is not implemented.
STATUS_ACCESS_VIOLATION The program touched memory it may not touch.
STATUS_IN_PAGE_ERROR A page could not be read back: disk, network or page file failed.
STATUS_STACK_OVERFLOW The stack of a thread is used up.
STATUS_INVALID_HANDLE A handle is not valid.
STATUS_INVALID_PARAMETER A parameter is wrong.
STATUS_NO_SUCH_DEVICE The device does not exist.
STATUS_NO_SUCH_FILE The file does not exist.
STATUS_INVALID_DEVICE_REQUEST The device does not understand the request.
STATUS_NO_MEDIA_IN_DEVICE There is no medium in the drive.
STATUS_NO_MEMORY Memory ran out.
STATUS_ILLEGAL_INSTRUCTION The program ran into an instruction that does not exist.
STATUS_ACCESS_DENIED Access was denied.
STATUS_OBJECT_NAME_NOT_FOUND The name does not exist.
STATUS_OBJECT_PATH_NOT_FOUND The path does not exist.
STATUS_DATA_ERROR The data could not be read or written without errors.
STATUS_CRC_ERROR A checksum error of the device.
STATUS_SHARING_VIOLATION The file is open in another program.
STATUS_FILE_LOCK_CONFLICT Another program holds a lock on this part of the file.
STATUS_DELETE_PENDING The file is being deleted.
STATUS_NO_LOGON_SERVERS No domain controller could be reached.
STATUS_NO_SUCH_USER The user does not exist.
STATUS_WRONG_PASSWORD The password is wrong.
STATUS_LOGON_FAILURE User name or password is wrong.
STATUS_ACCOUNT_RESTRICTION A restriction of the account prevents the logon.
STATUS_INVALID_LOGON_HOURS The account may not log on at this time.
STATUS_INVALID_WORKSTATION The account may not log on from this machine.
STATUS_PASSWORD_EXPIRED The password has expired.
STATUS_ACCOUNT_DISABLED The account is disabled.
STATUS_ACCOUNT_EXPIRED The account has expired.
STATUS_ACCOUNT_LOCKED_OUT The account is locked.
STATUS_PASSWORD_MUST_CHANGE The password must be changed at the next logon.
STATUS_LOGON_TYPE_NOT_GRANTED The account has not been granted this kind of logon.
STATUS_NO_TRUST_SAM_ACCOUNT The domain has no account for this machine.
STATUS_NO_TRUST_LSA_SECRET The machine has lost its password for the domain.
STATUS_TRUSTED_RELATIONSHIP_FAILURE The trust between this machine and the domain is broken.
STATUS_TRUSTED_DOMAIN_FAILURE The trust between the two domains is broken.
STATUS_TIME_DIFFERENCE_AT_DC The clocks of this machine and the domain controller differ too much.
STATUS_DISK_FULL The disk is full.
STATUS_INSUFFICIENT_RESOURCES Memory pools or other resources are used up.
STATUS_DEVICE_DATA_ERROR The device could not read or write the data.
STATUS_DEVICE_NOT_CONNECTED The device is not there any more.
STATUS_DEVICE_NOT_READY The device is not ready.
STATUS_MEDIA_WRITE_PROTECTED The medium is write-protected.
STATUS_IO_TIMEOUT The device did not answer in time.
STATUS_IO_DEVICE_ERROR The device reported an error.
STATUS_NOT_SUPPORTED The request is not supported.
STATUS_BAD_NETWORK_PATH The network path was not found.
STATUS_BAD_NETWORK_NAME The share does not exist.
STATUS_NETWORK_NAME_DELETED The connection to the share was closed.
STATUS_UNEXPECTED_NETWORK_ERROR The network failed unexpectedly.
STATUS_CONNECTION_DISCONNECTED The connection was closed by the other side.
STATUS_CONNECTION_RESET The connection was reset.
STATUS_CONNECTION_REFUSED The other side refused the connection.
STATUS_HOST_UNREACHABLE The other machine can't be reached.
STATUS_DISK_CORRUPT_ERROR The file system structure on the disk is damaged.
STATUS_FILE_CORRUPT_ERROR The file or folder is damaged.
STATUS_UNRECOGNIZED_VOLUME The volume has no file system that Windows knows.
STATUS_DLL_NOT_FOUND A library that the program needs is missing.
STATUS_ENTRYPOINT_NOT_FOUND A library lacks a function that the program needs.
STATUS_DLL_INIT_FAILED A library could not start, often for want of desktop heap.
STATUS_CONTROL_C_EXIT The program was ended by Ctrl-C or at shutdown.
STATUS_STACK_BUFFER_OVERRUN The program stopped itself because memory was damaged.
STATUS_HEAP_CORRUPTION The heap of the program is damaged.
ERROR_VHD_DRIVE_FOOTER_MISSING The file has no footer of a virtual disk: it was cut or is none.
ERROR_VHD_DRIVE_FOOTER_CHECKSUM_MISMATCH The footer of the virtual disk is damaged: its checksum does not fit.
ERROR_VHD_DRIVE_FOOTER_CORRUPT The footer of the virtual disk is damaged.
ERROR_VHD_FORMAT_UNKNOWN The format of the virtual disk is not known.
ERROR_VHD_FORMAT_UNSUPPORTED_VERSION The virtual disk has a version of the format that is not supported.
ERROR_VHD_SPARSE_HEADER_CHECKSUM_MISMATCH The header of the virtual disk is damaged: its checksum does not fit.
ERROR_VHD_SPARSE_HEADER_CORRUPT The header of the virtual disk is damaged.
ERROR_VHD_BLOCK_ALLOCATION_FAILURE No block could be added to the virtual disk.
ERROR_VHD_BLOCK_ALLOCATION_TABLE_CORRUPT The block table of the virtual disk is damaged.
ERROR_VHD_PARENT_VHD_NOT_FOUND The parent of this differencing disk was not found.
ERROR_VHD_CHILD_PARENT_ID_MISMATCH The parent of this differencing disk has another identity: the chain does not fit.
ERROR_VHD_CHILD_PARENT_TIMESTAMP_MISMATCH The parent of this differencing disk was changed after the child was made.
ERROR_VHD_METADATA_READ_FAILURE The metadata of the virtual disk could not be read.
ERROR_VHD_METADATA_WRITE_FAILURE The metadata of the virtual disk could not be written.
ERROR_VHD_INVALID_FILE_SIZE The file of the virtual disk has a size that does not fit.
ERROR_VIRTUAL_DISK_LIMITATION The file may not be compressed, encrypted or sparse where this virtual disk lies.
ERROR_VIRTDISK_DISK_ALREADY_OWNED Another user of the virtual disk owns it.
STATUS_VIRTDISK_PROVIDER_NOT_FOUND No provider knows this kind of virtual disk.
STATUS_VHD_PARENT_VHD_ACCESS_DENIED The parent of this differencing disk may not be opened.
STATUS_VHD_CHILD_PARENT_SIZE_MISMATCH The parent of this differencing disk has another size.
STATUS_VOLUME_DISMOUNTED The volume was dismounted.
STATUS_PIPE_DISCONNECTED The pipe is disconnected.
STATUS_INVALID_IMAGE_HASH The file is not signed as this machine demands.
STATUS_WAIT_1 The second of several objects ended a wait.
ERROR_SUCCESS Success.
ERROR_INVALID_FUNCTION The function is not known to the device or program.
ERROR_FILE_NOT_FOUND The file was not found.
ERROR_PATH_NOT_FOUND The path was not found.
ERROR_TOO_MANY_OPEN_FILES Too many files are open.
ERROR_ACCESS_DENIED Access was denied.
ERROR_INVALID_HANDLE A handle is not valid.
ERROR_NOT_ENOUGH_MEMORY There is too little memory.
ERROR_INVALID_DATA The data are not valid.
ERROR_OUTOFMEMORY Memory ran out.
ERROR_WRITE_PROTECT The medium is write-protected.
ERROR_NOT_READY The device is not ready.
ERROR_CRC A checksum error of the device.
ERROR_GEN_FAILURE The device does not work.
ERROR_SHARING_VIOLATION The file is open in another program.
ERROR_LOCK_VIOLATION Another program holds a lock on this part of the file.
ERROR_HANDLE_DISK_FULL The disk is full.
ERROR_NOT_SUPPORTED The request is not supported.
ERROR_REM_NOT_LIST The remote machine is not available.
ERROR_BAD_NETPATH The network path was not found.
ERROR_NETWORK_BUSY The network is busy.
ERROR_NETNAME_DELETED The connection to the share was closed.
ERROR_NETWORK_ACCESS_DENIED Access over the network was denied.
ERROR_BAD_NET_NAME The share does not exist.
ERROR_FILE_EXISTS The file already exists.
ERROR_INVALID_PASSWORD The network password is wrong.
ERROR_INVALID_PARAMETER A parameter is wrong.
ERROR_BROKEN_PIPE The pipe was closed by the other side.
ERROR_DISK_FULL The disk is full.
ERROR_SEM_TIMEOUT The device or connection did not answer in time.
ERROR_INSUFFICIENT_BUFFER The buffer is too small.
ERROR_MOD_NOT_FOUND A library that the program needs is missing.
ERROR_PROC_NOT_FOUND A library lacks a function that the program needs.
ERROR_BUSY The resource is in use.
ERROR_ALREADY_EXISTS It exists already.
ERROR_BAD_EXE_FORMAT The program file is of the wrong kind, often 32 bits in place of 64.
ERROR_MORE_DATA There are more data than the buffer holds.
ERROR_NO_MORE_ITEMS There is nothing more.
ERROR_OPERATION_ABORTED The request was cancelled by a thread or program that ended.
ERROR_IO_PENDING The request is still going on.
ERROR_NOACCESS The program touched memory it may not touch.
ERROR_UNRECOGNIZED_VOLUME The volume has no file system that Windows knows.
ERROR_FILE_INVALID The volume of the open file was changed from outside.
ERROR_NO_TOKEN There is no token.
ERROR_DEPENDENT_SERVICES_RUNNING Other services that are running need this one.
ERROR_INVALID_SERVICE_CONTROL The service does not take this request.
ERROR_SERVICE_REQUEST_TIMEOUT The service did not answer the start or control request in time.
ERROR_SERVICE_ALREADY_RUNNING The service is running already.
ERROR_INVALID_SERVICE_ACCOUNT The account of the service does not exist or its password is wrong.
ERROR_SECUREBOOT_NOT_ENABLED Secure Boot is off.
ERROR_SECUREBOOT_POLICY_VIOLATION Secure Boot forbids to change or delete this value.
ERROR_SERVICE_DISABLED The service is disabled, or no device that it needs is enabled.
ERROR_CIRCULAR_DEPENDENCY The services depend on each other in a circle.
ERROR_SERVICE_DOES_NOT_EXIST The service is not installed.
ERROR_SERVICE_CANNOT_ACCEPT_CTRL The service can't take requests at this moment.
ERROR_SERVICE_NOT_ACTIVE The service is not running.
ERROR_EXCEPTION_IN_SERVICE The service failed with an exception.
ERROR_SERVICE_SPECIFIC_ERROR The service ended with an error number of its own.
ERROR_PROCESS_ABORTED The process ended unexpectedly.
ERROR_SERVICE_DEPENDENCY_FAIL A service or group that this one needs did not start.
ERROR_SERVICE_LOGON_FAILED The service could not log on with its account.
ERROR_SERVICE_MARKED_FOR_DELETE The service is about to be deleted.
ERROR_SERVICE_NEVER_STARTED The service has not been started since the machine was.
ERROR_IO_DEVICE The device reported an error.
ERROR_DISK_OPERATION_FAILED The disk failed even after a reset.
ERROR_POSSIBLE_DEADLOCK A deadlock was avoided.
ERROR_DLL_INIT_FAILED A library could not start, often for want of desktop heap.
ERROR_DEVICE_NOT_CONNECTED The device is not there any more.
ERROR_NOT_FOUND It was not found.
ERROR_CANCELLED The user cancelled.
ERROR_NETWORK_UNREACHABLE The network can't be reached.
ERROR_HOST_UNREACHABLE The other machine can't be reached.
ERROR_CONNECTION_REFUSED The other side refused the connection.
ERROR_CONNECTION_ABORTED The connection was closed by this machine.
ERROR_RETRY Try again.
ERROR_INCORRECT_ADDRESS The network address of the caller does not fit.
ERROR_SERVICE_NOT_FOUND The service was not found.
ERROR_SESSION_CREDENTIAL_CONFLICT A connection to this server under another user name exists already.
ERROR_PRIVILEGE_NOT_HELD The caller lacks a privilege.
ERROR_NO_LOGON_SERVERS No domain controller could be reached.
ERROR_NO_SUCH_USER The user does not exist.
ERROR_WRONG_PASSWORD The password is wrong.
ERROR_LOGON_FAILURE User name or password is wrong.
ERROR_ACCOUNT_RESTRICTION A restriction of the account prevents the logon.
ERROR_PASSWORD_EXPIRED The password has expired.
ERROR_ACCOUNT_DISABLED The account is disabled.
ERROR_NONE_MAPPED Names could not be turned into security ids.
ERROR_INTERNAL_ERROR Something failed inside Windows or the program.
ERROR_NO_SUCH_DOMAIN The domain does not exist or can't be reached.
ERROR_NO_SUCH_LOGON_SESSION The logon session has ended.
ERROR_LOGON_TYPE_NOT_GRANTED The account has not been granted this kind of logon.
ERROR_FILE_CORRUPT The file or folder is damaged.
ERROR_DISK_CORRUPT The file system structure on the disk is damaged.
ERROR_RESOURCE_CALL_TIMED_OUT The program of a resource did not answer in time.
ERROR_CLUSTER_NO_QUORUM Too few nodes or votes are present to form the cluster.
ERROR_EXCEPTION_IN_RESOURCE_CALL The program of a resource crashed in a call.
ERROR_CLUSTER_RHS_FAILED_INITIALIZATION The process that hosts resources could not start.
ERROR_CLUSTER_OBJECT_ALREADY_USED The domain has an enabled computer of that name already.
ERROR_FILE_SHARE_RESOURCE_CONFLICT The share of a witness may not be hosted by the cluster itself.
ERROR_CLUSTER_RESOURCE_PROVIDER_FAILED A resource that this one needs failed.
ERROR_CLUSTER_GROUP_BUSY The role can not do that just now.
ERROR_CLUSTER_SHARED_VOLUMES_IN_USE Cluster Shared Volumes are still configured.
ERROR_CLUSTER_BACKUP_IN_PROGRESS A backup is running.
ERROR_CSV_VOLUME_NOT_LOCAL The volume is not mounted on this node.
ERROR_RESMON_SYSTEM_RESOURCES_LACKING The resource got too few resources of the system to start or run.
ERROR_CLUSTER_RESOURCE_VETOED_MOVE_NOT_ENOUGH_RESOURCES_ON_DESTINATION The target node has too little memory or other resources for the move.
ERROR_CLUSTER_DISK_NOT_CONNECTED The clustered disk is not connected to this node.
ERROR_CLUSTER_SHARED_VOLUME_REDIRECTED The volume is in redirected mode.
ERROR_CLUSTER_RESOURCE_IS_IN_MAINTENANCE_MODE The resource is in maintenance mode.
ERROR_LOG_FULL The log has no room left.
ERROR_TRANSACTIONAL_CONFLICT The name is taken by another transaction.
ERROR_RM_NOT_ACTIVE Transactions of the volume are not running or were shut down after an error.
ERROR_RM_METADATA_CORRUPT The data that transactions of the volume rest on are damaged.
ERROR_LOG_CORRUPTION_DETECTED The transaction log is damaged.
ERROR_LOG_GROWTH_FAILED The transaction log could not grow.
ERROR_NO_SYSTEM_RESOURCES Memory pools or other resources are used up.
ERROR_COMMITMENT_LIMIT The page file is too small for this request.
ERROR_TIMEOUT The operation did not end in time.
ERROR_INSTALL_FAILURE The installation ended with a fatal error.
ERROR_SUCCESS_REBOOT_REQUIRED Success; the machine must be restarted.
RPC_S_INVALID_BINDING The RPC address is not valid.
RPC_S_SERVER_TOO_BUSY The RPC server is too busy.
RPC_S_CALL_FAILED The RPC call failed after it had begun.
RPC_S_CALL_FAILED_DNE The RPC call failed before it began.
RPC_S_UNKNOWN_AUTHN_SERVICE The authentication service is not known to RPC.
EPT_S_NOT_REGISTERED The RPC end point mapper knows no such service: it is not running, or not yet.
RPC_S_SEC_PKG_ERROR The security package failed during the RPC call.
ERROR_NO_TRUST_LSA_SECRET The machine has lost its password for the domain.
ERROR_NO_TRUST_SAM_ACCOUNT The domain has no account for this machine.
ERROR_TRUSTED_RELATIONSHIP_FAILURE The trust between this machine and the domain is broken.
ERROR_NETLOGON_NOT_STARTED The Net Logon service is not running.
ERROR_PASSWORD_MUST_CHANGE The password must be changed at the next logon.
ERROR_ACCOUNT_LOCKED_OUT The account is locked.
ERROR_DOMAIN_CONTROLLER_NOT_FOUND No domain controller could be found.
ERROR_DS_NO_ATTRIBUTE_OR_VALUE The attribute does not exist.
ERROR_DS_BUSY The directory service is busy.
ERROR_DS_UNAVAILABLE The directory service is not available.
ERROR_DS_SERVER_DOWN The directory server can't be reached.
ERROR_DS_NO_SUCH_OBJECT The object does not exist in the directory.
ERROR_DS_DRA_BAD_DN The replication request names an object that does not exist.
ERROR_DS_DRA_ACCESS_DENIED Replication was denied.
ERROR_DS_DNS_LOOKUP_FAILURE The partner could not be found in DNS.
ERROR_DS_WRONG_LINKED_ATT_SYNTAX A linked attribute has the wrong syntax.
ERROR_DS_DRA_SOURCE_DISABLED Outbound replication is switched off at the source.
ERROR_DS_DRA_NO_REPLICA The partner does not hold this naming context.
ERROR_DS_DRA_BUSY The replication is busy with something else.
ERROR_DS_REPL_LIFETIME_EXCEEDED Too long since the last replication: longer than the tombstone lifetime.
ERROR_DS_INSUFFICIENT_ATTR_TO_CREATE_OBJECT A change came for an object that is gone: a lingering object.
DNS_ERROR_RCODE_SERVER_FAILURE The DNS server failed.
DNS_ERROR_RCODE_NAME_ERROR The name does not exist in DNS.
DNS_ERROR_RCODE_REFUSED The DNS server refused.
DNS_ERROR_BAD_PACKET The DNS packet is not valid.
DNS_INFO_NO_RECORDS DNS has no record of this kind for the name.
WSAEACCES The socket may not be used like that.
WSAECONNABORTED The connection was closed by this machine.
WSAECONNRESET The connection was reset by the other side.
WSAENOBUFS The network ran out of buffers or ports.
WSAETIMEDOUT The other side did not answer in time.
WSAECONNREFUSED The other side refused the connection.
WSAEHOSTUNREACH The other machine can't be reached.
WSAEADDRINUSE The address and port are in use already.
WSAEADDRNOTAVAIL The address is not one of this machine.
WSAENETUNREACH The network can't be reached.
WSAHOST_NOT_FOUND The name of the machine is not known.
WSATRY_AGAIN The name could not be resolved at this moment.
WSANO_DATA The name is known but has no record of this kind.
NERR_NetNotStarted The workstation service is not running.
NERR_UserNotFound The user name was not found.
NERR_BadUsername The user name or group name is not valid.
IRQL_NOT_LESS_OR_EQUAL The kernel or a driver touched memory at an interrupt level too high for it.
MEMORY_MANAGEMENT The memory manager found its tables damaged.
KMODE_EXCEPTION_NOT_HANDLED Kernel code raised an exception nobody handled.
NTFS_FILE_SYSTEM The NTFS driver failed, often over a damaged volume.
SYSTEM_SERVICE_EXCEPTION A system call failed with an exception in the kernel.
PAGE_FAULT_IN_NONPAGED_AREA Kernel code touched memory that does not exist.
KERNEL_STACK_INPAGE_ERROR A page of kernel stack could not be read from the page file.
KERNEL_DATA_INPAGE_ERROR A page of kernel data could not be read from the page file.
INACCESSIBLE_BOOT_DEVICE Windows lost access to its system volume at start.
SYSTEM_THREAD_EXCEPTION_NOT_HANDLED A system thread raised an exception nobody handled.
UNEXPECTED_KERNEL_MODE_TRAP The processor raised a trap that the kernel can't handle.
KERNEL_MODE_EXCEPTION_NOT_HANDLED Kernel code raised an exception nobody handled.
MACHINE_CHECK_EXCEPTION The processor reported a hardware error.
USER_MODE_HEALTH_MONITOR A watched process, often of the cluster, did not answer; the machine was stopped.
DRIVER_POWER_STATE_FAILURE A driver did not finish a change of power state.
BAD_POOL_CALLER A driver used kernel memory wrongly.
DRIVER_VERIFIER_DETECTED_VIOLATION Driver Verifier caught a driver.
DRIVER_IRQL_NOT_LESS_OR_EQUAL A driver touched memory at an interrupt level too high for it.
MANUALLY_INITIATED_CRASH The crash was asked for by keyboard or debugger.
CRITICAL_PROCESS_DIED A process that Windows can't run without ended.
CRITICAL_OBJECT_TERMINATION A process or thread that Windows can't run without ended.
UNMOUNTABLE_BOOT_VOLUME The boot volume could not be mounted.
CLOCK_WATCHDOG_TIMEOUT A processor did not answer to clock interrupts.
CRITICAL_STRUCTURE_CORRUPTION Kernel code or data was changed.
VIDEO_TDR_FAILURE The display driver did not recover.
WHEA_UNCORRECTABLE_ERROR The hardware reported an error that can't be corrected.
DPC_WATCHDOG_VIOLATION A driver kept a processor busy for too long.
KERNEL_SECURITY_CHECK_FAILURE The kernel found a data structure damaged.
WINLOGON_FATAL_ERROR Winlogon or the session manager ended.
`;

let meaningByName: ReadonlyMap<string, string> | undefined;
function meanings(): ReadonlyMap<string, string> {
  meaningByName ??= new Map(
    MEANINGS.trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const),
  );
  return meaningByName;
}

/** One line, at most 90 characters; null for names that nobody has described yet. */
export const meaningOf = (name: string): string | null => meanings().get(name) ?? null;
export const describedNames = (): Iterable<string> => meanings().keys();
