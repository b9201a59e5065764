import { chkdsk } from './chkdsk.ts';
import type { Companion } from './companion.ts';
import { diskshadow } from './diskshadow.ts';
import { dxdiag } from './dxdiag.ts';
import { eseutil } from './eseutil.ts';
import { fileVersions } from './file-versions.ts';
import { fltmc } from './fltmc.ts';
import { msinfo32 } from './msinfo32.ts';
import { ntbackup } from './ntbackup.ts';
import { repadmin } from './repadmin.ts';
import { systeminfo } from './systeminfo.ts';
import { vssadminLists } from './vssadmin-lists.ts';
import { vssadminWriters } from './vssadmin-writers.ts';
import { wbadmin } from './wbadmin.ts';
import { writerStatus } from './writer-status.ts';

/** The tools whose output is read, one line each. The first that claims a line has it. */
export const companions: readonly Companion[] = [
  vssadminWriters,
  vssadminLists,
  eseutil,
  ntbackup,
  wbadmin,
  diskshadow,
  fltmc,
  repadmin,
  chkdsk,
  fileVersions,
  msinfo32,
  dxdiag,
  systeminfo,
  writerStatus,
];
