/** Who speaks in an HRESULT: bits 16 to 28. [MS-ERREF] 2.1, ntdsbmsg.h and, for 0xe5e, Extensible Storage Engine (eseshadow). */
const HRESULT_FACILITIES: ReadonlyMap<number, string> = new Map([
  [0, 'general'],
  [1, 'RPC'],
  [2, 'COM dispatch'],
  [3, 'COM storage'],
  [4, 'interface-specific: the program defines it'],
  [7, 'Win32'],
  [8, 'Windows'],
  [9, 'security'],
  [10, 'control'],
  [11, 'certificate'],
  [12, 'Internet'],
  [13, 'media server'],
  [14, 'message queuing'],
  [15, 'setup'],
  [16, 'smart card'],
  [17, 'COM+'],
  [19, '.NET'],
  [21, 'DirectPlay'],
  [23, 'side by side'],
  [25, 'HTTP'],
  [26, 'common log'],
  [31, 'filter manager'],
  [32, 'background copy (BITS)'],
  [33, 'configuration'],
  [34, 'state management'],
  [36, 'Windows Update'],
  [37, 'directory service'],
  [38, 'graphics'],
  [39, 'shell'],
  [40, 'TPM services'],
  [41, 'TPM software'],
  [48, 'performance logs'],
  [49, 'BitLocker'],
  [50, 'filtering platform'],
  [51, 'remote management'],
  [52, 'NDIS'],
  [53, 'hypervisor'],
  [54, 'CMI'],
  [55, 'virtualization'],
  [56, 'volume manager'],
  [57, 'boot configuration'],
  [58, 'virtual hard disk'],
  [60, 'diagnostics'],
  [61, 'web services'],
  [80, 'Defender'],
  [81, 'packaging'],
  [0x7ff, 'ESE backup'],
  [0x800, 'ESE'],
  [0xe5e, 'ESE'],
]);

/** The same of an NTSTATUS: ntstatus.h, [MS-ERREF] 2.3. */
const NTSTATUS_FACILITIES: ReadonlyMap<number, string> = new Map([
  [0, 'general'],
  [1, 'debugger'],
  [2, 'RPC runtime'],
  [3, 'RPC stubs'],
  [4, 'I/O'],
  [7, 'Win32'],
  [10, 'terminal server'],
  [16, 'USB'],
  [17, 'HID'],
  [18, 'FireWire'],
  [19, 'cluster'],
  [20, 'ACPI'],
  [21, 'side by side'],
  [25, 'transaction'],
  [26, 'common log'],
]);

const NTSTATUS_SEVERITIES = ['success', 'information', 'warning', 'error'];

/** `error, facility interface-specific: …, code 0x23f2`. */
export function describeHresult(code: number): string {
  const facility = (code >>> 16) & 0x1fff;
  return describe(code < 0 ? 'error' : 'success', HRESULT_FACILITIES.get(facility) ?? `${facility}`, code);
}

export function describeNtstatus(code: number): string {
  const facility = (code >>> 16) & 0xfff;
  const severity = NTSTATUS_SEVERITIES[code >>> 30] ?? '';
  return describe(severity, NTSTATUS_FACILITIES.get(facility) ?? `${facility}`, code);
}

const describe = (severity: string, facility: string, code: number): string =>
  `${severity}, facility ${facility}, code 0x${(code & 0xffff).toString(16)}`;
