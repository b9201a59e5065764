/** Codes whose low half is the number of another family. */
interface Wrapper {
  readonly mask: number;
  readonly base: number;
  /** Title of the family inside. */
  readonly family: string;
  readonly unwrap: (code: number) => number;
  readonly note: string;
}

const low = (code: number): number => code & 0xffff;
const HIGH_HALF = 0xffff_0000;

const WRAPPERS: readonly Wrapper[] = [
  { mask: HIGH_HALF, base: 0x8007_0000, family: 'Win32', unwrap: low, note: 'Win32 error in an HRESULT' },
  // WinHTTP and WinINet number on where Win32 leaves off; both hand their numbers to HRESULT_FROM_WIN32.
  { mask: HIGH_HALF, base: 0x8007_0000, family: 'WinHTTP', unwrap: low, note: 'WinHTTP error in an HRESULT' },
  { mask: HIGH_HALF, base: 0x8007_0000, family: 'WinINet', unwrap: low, note: 'WinINet error in an HRESULT' },
  { mask: HIGH_HALF, base: 0xc007_0000, family: 'Win32', unwrap: low, note: 'Win32 error in an NTSTATUS' },
  // FACILITY_NT_BIT of winerror.h.
  {
    mask: 0xf000_0000,
    base: 0xd000_0000,
    family: 'NTSTATUS',
    unwrap: (code) => code & ~0x1000_0000,
    note: 'NTSTATUS in an HRESULT',
  },
  // FACILITY_NTDSB of ntdsbmsg.h: severity error carries errors, severity warning carries warnings.
  {
    mask: HIGH_HALF,
    base: 0xc800_0000,
    family: 'JET',
    unwrap: (code) => -low(code),
    note: 'JET error as the backup interface gives it',
  },
  {
    mask: HIGH_HALF,
    base: 0x8800_0000,
    family: 'JET',
    unwrap: low,
    note: 'JET warning as the backup interface gives it',
  },
  // FACILITY_ESE of the engine's own writer; Azure File Sync and Windows Update log it.
  { mask: HIGH_HALF, base: 0x8e5e_0000, family: 'JET', unwrap: (code) => -low(code), note: 'JET error in an HRESULT' },
];

export interface Wrapped {
  readonly family: string;
  readonly code: number;
  readonly note: string;
}

export const unwrap = (code: number): readonly Wrapped[] =>
  WRAPPERS.filter(({ mask, base }) => (code & mask) >>> 0 === base).map(({ family, unwrap, note }) => ({
    family,
    code: unwrap(code),
    note: `${note}: ${unwrap(code) < -0x1_0000 ? hexOf(unwrap(code)) : unwrap(code)}`,
  }));

/** `0xfffffbf8`, always eight digits. */
export const hexOf = (code: number): string => `0x${(code >>> 0).toString(16).padStart(8, '0')}`;
