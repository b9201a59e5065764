import { canonicalProvider } from '../knowledge/words/providers.ts';

/** Who writes of starts, stops and the clock of a machine, as `canonicalProvider` names them. */
export const EVENTLOG = canonicalProvider('EventLog');
export const KERNEL_GENERAL = canonicalProvider('Microsoft-Windows-Kernel-General');
export const KERNEL_POWER = canonicalProvider('Microsoft-Windows-Kernel-Power');
