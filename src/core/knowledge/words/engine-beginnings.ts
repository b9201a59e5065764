/**
 * What the messages of the database engine begin with behind the program and the instance, as far as one event alone says it in few words; `…` is what the event
 * fills in. Source: jetmsg.mc of github.com/microsoft/Extensible-Storage-Engine (MIT), all 417 messages compared with each other.
 */
export const ENGINE_BEGINNINGS = `
  100 The database engine ….….….… started.
  101 The database engine stopped.
  102 The database engine (….….….…)
  103 The database engine stopped the instance (…). Dirty
  104 The database engine stopped the instance (…) with
  105 The database engine started
  106 The parameter … was attempted
  107 The parameter … was read from
  108 The specific ESE configuration
  200 The database engine is starting a full
  201 The database engine is starting an
  202 The database engine has completed
  203 The database engine has stopped the
  204 The database engine is restoring
  205 The database engine has stopped restoring.
  206 Database … cannot be incrementally
  207 The database engine has stopped backup
  210 A full backup is starting.
  211 An incremental backup is
  212 A shadow copy backup is starting.
  213 The backup procedure has
  214 The backup has stopped with
  215 The backup has been stopped because
  216 A database location change
  217 Error (…) during backup of
  218 Error (…) during copy or backup
  219 Error (…) occured during database
  220 Starting the copy or backup
  221 Ending the copy or backup
  222 Ending the backup of the
  223 Starting the backup of log
  224 Deleting log files … to ….
  225 No log files can be truncated.
  226 The backup has been stopped prematurely
  227 There were … log file(s) not
  240 An internal copy (for seeding
  243 The internal database copy (for seeding or analysis purposes) procedure
  244 The internal database copy (for seeding or analysis purposes) has stopped.
  245 The internal database copy (for seeding or analysis purposes) has been stopped because
  252 Ending the internal copy
  256 The internal database copy (for seeding or analysis purposes) has been stopped prematurely,
  257 The internal database copy (for seeding or analysis purposes) of
  300 The database engine is initiating recovery
  301 The database engine has finished
  302 The database engine has successfully completed recovery
  303 Database engine error … occurred.
  304 The database engine has successfully completed replay
  325 The database engine created
  326 The database engine attached
  327 The database engine detached
  328 The database engine has fired callback for attach
  329 The database engine has fired callback for detach
  330 The database […] format version
  331 The database […] version was
  332 The database […] version … is higher than the maximum version understood
  333 The database […] version … is higher than the maximum version configured
  334 The database […] has completed
  335 Replay of a … for database
  400 Synchronous overlapped read page
  401 Synchronous overlapped write page issue
  402 Synchronous overlapped write page error
  403 Synchronous overlapped patch file
  404 Synchronous read page checksum
  405 Pre-read page checksum error
  406 Direct read found corrupted
  407 Buffer I/O thread termination
  408 Unable to write to logfile
  409 Unable to write to the header
  410 Unable to read logfile …. Error
  411 The log version stamp of
  412 Unable to read the header of logfile
  413 Unable to create a new logfile because the database cannot write to the log drive.
  414 Unable to write to section 0
  415 Unable to write to section 1
  416 Unable to write to section 2
  417 Unable to write to section 3
  418 Error … occurred while opening a
  419 Unable to read page … of database
  420 Unable to read the header of database
  421 The database … created at … was not recovered. The
  423 The database engine found
  424 The database disk is full.
  425 The database signature does
  426 The database engine could not find the file
  427 The database engine could not access
  428 The database engine is rejecting
  429 The database engine log disk
  430 Database … and its patch file
  431 The starting restored logfile
  432 The ending restored logfile
  433 The restored logfile … does
  434 The timestamp for restored
  435 The restored logfile … is
  436 The signature of logfile
  437 There is a gap in sequence number between
  438 The backup database … must
  439 Unable to write a shadowed header for file
  440 The log file … is damaged, invalid, or inaccessible (error …) and cannot be used. If this
  441 File system error … during IO on
  442 IO size mismatch on database
  443 File system error … during IO or
  444 IO size mismatch on logfile
  445 Database '…' has reached its
  446 Database recovery stopped abruptly
  447 A bad page link (error …) has been detected in a B-Tree
  448 Data inconsistency detected in table … of database
  449 Streaming data allocation inconsistency
  450 A gap in the logfile sequence
  451 Unable to write to section 4
  452 Database … requires logfiles …-… in order to recover successfully. Recovery could only locate logfiles starting
  453 Database … requires logfiles …-… (…
  454 Database recovery/restore failed with unexpected error
  455 Error … occurred while opening logfile
  456 The primary header page of
  457 The log signature of the
  458 The logfiles … and … are not
  459 The file … is missing and
  460 A torn-write was detected while
  461 A torn-write was detected during hard
  462 A torn-write was detected during soft
  463 Corruption was detected while
  464 Corruption was detected during hard
  465 Corruption was detected during soft recovery in logfile
  466 An invalid checksum record
  467 Index … of table … is corrupted
  468 Unable to write to section 5
  470 Database … is partially attached.
  471 Unable to rollback operation
  472 The shadow header page of
  473 Database … was partially detached.
  474 The database page read from the file "…" at offset … failed verification due to a page checksum mismatch.
  475 The database page read from the file "…" at offset … failed verification due to a page number mismatch.
  476 The database page read from the file "…" at offset … failed verification because it contains no page data.
  477 The log range read from the file "…" at offset … failed verification due to a range checksum mismatch.
  478 The streaming page read from
  479 The patch page read from the file "…" at offset … for … bytes failed verification due to a page checksum
  480 The patch page read from the file "…" at offset … for … bytes failed verification due to a page number
  481 An attempt to read from the file "…" at offset … failed
  482 An attempt to write to the file "…" at offset … failed
  483 An attempt to create the folder
  484 An attempt to remove the
  485 An attempt to delete the
  486 An attempt to move the file
  487 An attempt to copy the file
  488 An attempt to create the file
  489 An attempt to open the file "…" for read only access failed with system error
  490 An attempt to open the file "…" for read / write access failed with system error
  491 An attempt to determine the minimum I/O block size for the volume "…"
  492 The logfile sequence in "…"
  493 A read operation on the file
  494 Database recovery failed with error … because it encountered references to a database, '…', which is
  495 Database recovery on '…' failed
  496 Database … requires logfile … created
  497 From information provided by
  498 There is a gap in log sequence numbers, last used log file has generation …. Logfiles
  499 There is a gap in log sequence numbers, last used log file has generation …. Logfile … (generation
  500 The database engine lost one page
  501 The database engine repaired one
  502 The database engine lost one or
  503 The database engine lost one bad
  504 The database engine lost one table
  505 An attempt to open the compressed
  506 An attempt to determine the amount
  507 A request to read from the file "…" at offset … succeeded, but took an abnormally long time … to be serviced by the OS. This problem
  508 A request to write to the file "…" at offset … succeeded, but took an abnormally long time … to be serviced by the OS. This problem
  509 A request to read from the file "…" at offset … succeeded, but took an abnormally long time … to be serviced by the OS. In addition
  510 A request to write to the file "…" at offset … succeeded, but took an abnormally long time … to be serviced by the OS. In addition
  513 The system has serviced a … task but it took an abnormally long time (… seconds to be dispatched, … seconds to be executed). In
  514 Log sequence numbers for
  515 Database …: Page … failed verification due to a flush-order
  516 Database …: Page … failed verification due to a timestamp mismatch at log position … (currently
  517 Database recovery failed with error … because it encountered references to a database, '…', which does
  518 The log file … is missing
  519 The range of log files … to
  520 Log truncation failed because
  521 Unable to schedule a log
  522 An attempt to open the device
  523 Database … requires log files
  524 Database … has lost … committed
  525 The log file … is damaged, invalid, or inaccessible (error …) and cannot be used. If the
  526 The log file … (generation
  527 ESE has removed … committed
  528 Recovery could only locate
  529 The log range read from the file "…" at offset … for … bytes failed verification due to a corrupted
  530 The database page read from the file "…" at offset … (database page …) for … bytes failed verification due to a lost
  531 The database engine attempted
  532 A request to read from the file "…" at offset … has not completed for
  533 A request to write to the file "…" at offset … has not completed for
  534 A patch request for file
  535 An attempt to determine the minimum I/O block size for the volume containing
  536 An attempt to create temporary
  537 A request for a node on an
  540 Database …: Page … in a B-Tree (ObjectId: …) logical
  541 Database …: Page … appears to be uninitialized at log position … on the current
  542 Database …: Page … (ObjectId: …) has
  543 Previous log's accumulated segment
  544 The database page read from the file "…" at offset … (database page …) for … bytes failed verification due to a persisted
  545 Database …: Page … in a B-Tree (ObjectId: …) appears
  546 The log generation (…) is too low
  547 The log generation (…) is too high
  548 The log generation's […] version
  549 Database … has a page (pgno
  550 Database …: A compressed LV
  551 An attempt to flush to the
  552 The log file at "…" is corrupt
  553 Failed looking up restore-map
  554 The log segment read from
  555 Database …: Page … failed verification due not
  557 Database …: Page … was shown
  558 There is a gap in sequence number following
  559 Database …: A timestamp inconsistency has been detected while scanning
  560 Database …: A timestamp inconsistency has been detected while verifying
  561 Corsica device failed to
  562 A request to corsica device
  563 Database '…' encountered error … while releasing space to the
  564 Database '…' encountered error … while releasing space to ObjectId
  565 Database …: Page … failed verification due to being
  567 The log file … in required
  568 An illegal operation is being
  569 Db scan encountered root
  570 Database …: Page … in a B-Tree (ObjectId: …) failed verfication
  600 The database engine encountered
  601 The database engine could not find the entrypoint
  602 Database '…': Background clean-up
  603 Database '…': The database engine lost
  604 Locale ID … (… …) is either
  605 Column '…' of Table '…' was converted to a Tagged
  606 Column '…' of Table '…' was converted to a non-Tagged
  607 Column '…' of Table '…' was converted from Binary
  608 Column '…' of Table '…' was converted from Text
  609 The database engine is initiating index cleanup of database '…' as a result of a Windows version upgrade from
  610 The database engine is initiating index cleanup of database '…' as a result of a Windows version upgrade to
  612 The database engine has successfully completed index
  613 Database '…': The primary
  615 The database engine is converting
  616 The database engine has successfully converted
  617 Attempted to use database
  618 Database '…': The database engine has
  619 Attempted to attach database
  620 Unable to convert record
  621 Database '…': Out of B-Tree
  622 Database '…': Available B-Tree
  623 The version store for this instance (…) has reached its maximum size of
  624 The version store for this instance (…) cannot
  625 The database engine does
  626 The database engine updated
  627 The database engine was unable
  630 The version store for this instance (…) has a
  631 The file system reports that the database
  632 The file system reports that the log
  633 Recovery had to pause (… ms)
  634 Recovery had to pause for
  635 Failed to attach flush map
  636 Flush map file "…" will be
  637 New flush map file "…" will
  638 Error … validating page … on
  639 Inconsistent timestamp detected on
  640 Error … validating header
  641 The log format feature version
  642 The database format feature
  643 Out of date NLS sort version
  644 A session has an outstanding
  645 Attempted to use trailer
  646 The revert snapshot file at "…" is
  647 The Extent Page Count Cache is enabled
  648 The Extent Page Count Cache is disabled
  649 The Extent Page Count Cache table was created
  650 The Extent Page Count Cache table was deleted
  651 Newly created tables will
  652 Extra validation of the Extent Page Count Cache table is
  653 An operation in the Extent
  654 Preparing a row in the Extent
  655 Extra validation of the Extent Page Count Cache table failed.
  656 Beginning a transaction to
  657 Failed to initilize persisted
  658 The task to update the time
  700 Online defragmentation is beginning a full pass on database
  701 Online defragmentation has completed a full pass on database
  702 Online defragmentation is resuming
  703 Online defragmentation has completed the
  704 Online defragmentation of database '…' was
  705 Online defragmentation of database '…' terminated
  706 Online zeroing of database … started
  707 Online zeroing of database … finished
  708 Online defragmentation is beginning a full pass on streaming
  709 Online defragmentation has completed a full pass on streaming
  710 Online defragmentation of streaming file '…' has
  711 Online defragmentation of streaming file '…' terminated
  712 Online zeroing of streaming file '…' started.
  713 Online zeroing of streaming file '…' finished
  714 Online defragmentation has successfully
  715 Online defragmentation has been
  716 Online defragmentation has resumed
  717 Online Maintenance is starting Database Checksumming
  718 Online Maintenance is starting Database Page
  719 Online Maintenance is resuming Database Checksumming background task for database '…'.
  720 Online Maintenance is resuming Database Zeroing
  721 Online Maintenance Database Checksumming background task has completed for database '…'. This pass started on … and ran for a total of … seconds,
  722 Online Maintenance Database Zeroing background task has
  723 Online Maintenance Database Checksumming background task for database '…' encountered
  724 Online Maintenance Database Zeroing background task for database '…' encountered
  725 Online Maintenance Database Checksumming background task for database '…' was
  726 Online Maintenance Database Zeroing background task for database '…' was
  727 The database page read from the file '…'
  728 Online defragmentation has defragmented
  729 Online maintenance database zeroing has been
  730 Online maintenance database zeroing has resumed
  732 Online Maintenance Database Checksumming background task has completed for database '…'. This pass started on … and ran for a total of … seconds (over
  733 Online Maintenance Database Checksumming background task is not
  734 Database Maintenance background task
  735 Database Maintenance has completed a full pass on database '…'. This pass started on … and ran for a total of … seconds (…
  736 Database Maintenance is starting
  737 Database Maintenance has completed a full pass on database '…'. This pass started on … and ran for a total of … seconds.
  738 Database Maintenance is resuming
  739 The NTFS file attributes
  740 The periodic database file trimming operation started.
  741 The periodic database file trimming operation finished
  742 The periodic database file trimming operation was not able to trim the database file because
  743 The periodic database file trimming operation was not able to trim the database file.
  744 Database Maintenance is running
  745 Online Maintenance Database Checksumming background task is aborted
  746 Online Maintenance Database Checksumming background task finished
  747 Online Maintenance is resuming Database Checksumming background task for database '…',
  748 The database file shrinkage operation completed
  749 The database file shrinkage operation failed
  750 The space leakage reclaimer completed
  751 The space leakage reclaimer failed
  752 There are … outstanding tasks
  753 Db scan successfully deleted
  754 Db scan failed to delete
  755 Database '…' will be extended
  756 Root space leak estimation has completed
  757 Root space leak estimation has failed
  800 System parameter minimum cache
  801 System parameter maximum cache size (…) is less than minimum
  802 System parameter maximum cache size (…) is less than stop
  803 System parameter stop clean
  804 System parameter log buffer
  805 System parameter max version
  806 System parameter preferred version pages was
  807 System parameter max open
  808 System parameter preferred version pages (…)
  900 The database engine failed
  901 Tag: …. Internal trace: … (…).
  902 The database engine detected multiple
  903 The database engine detected two
  904 A test API has been used
  905 The database engine repaired corruption on page … of
  906 A significant portion of
  907 A transient memory corruption
  908 Terminating process due to non-recoverable failure: … (…).
  909 Terminating process due to non-recoverable failure: … (…) in
  910 The database cache size maintenance
  911 The database engine repaired corruption on pages
  912 A portion of the database
  913 The parameter … was not set to
  914 The parameter … was not set via
  915 The parameter … was set via
  916 The beta feature … is enabled
  1000 Resource failure simulation was
  1001 Resource failure simulation … is
  1002 Resource Failure Simulation … is
  1003 JET call … returned error
  1004 JET inline error … jumps to
  2000 Shadow copy function …() =
  2001 Shadow copy instance … freeze started.
  2002 Shadow copy instance … encountered
  2003 Shadow copy instance … freeze ended.
  2004 Shadow copy instance … freeze timed-out
  2005 Shadow copy instance … starting. This will be a Full
  2006 Shadow copy instance … completed
  2007 Shadow copy instance … aborted.
  2008 Shadow copy instance … starting. This will be an
  2009 Shadow copy instance … starting. This will be a Copy
  2010 Shadow copy instance … starting. This will be a Differential
  3002 A read verification or I/O
  3003 Lack of free space for the
  3004 An I/O error is preventing
  3005 A passive copy has detected
  3006 Corruption has been detected
  3007 Resources or an operating
  3008 A serious error is preventing
  3009 Problems are preventing proper
  3010 In a log shipping environment,
  3011 A performance problem is
  3012 An unusually large amount
  3013 The system is experiencing
  4001 The caching file at '…' could not be
  4002 The file '…' has a different
  4003 The cached file with the
  4004 The caching file at '…' could not perform
  4005 The caching file with the
  5000 The revert snapshot file at "…" was "…"
  5001 The revert snapshot file at "…" failed
  5002 The revert snapshot directory
  5003 Databases were reverted from
  5004 Databases were failed to
  5005 The creation of revert snapshot
  5006 The revert snapshot file "…"
  5007 The revert snapshot file at "…" was invalidated
  5008 The min RBS gen for given
  5009 The table … with root page
  5010 The non-revertable table delete
  5011 The revert operation using
`;
