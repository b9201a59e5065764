import type { CodeFamily } from './family.ts';

/** Kept by hand: what the Exchange backup interface adds to ntdsbmsg.h. */
export const exchangeBackup: CodeFamily = {
  title: 'ESE backup',
  source: 'exchange-fd.h (Exchange plugin of Bacula)',
  entries: `
hrCBDatabaseInUse 0xc7fe1f41
hrCBDatabaseNotFound 0xc7fe1f42
hrRestoreAtFileLevel 0xc7ff0fa5
hrErrorFromESECall 0xc7ff1004
hrLogfileHasBadSignature 0xc8000262
hrLogfileNotContiguous 0xc8000263
`,
};
