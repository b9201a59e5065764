import type { Level } from '../../model/event.ts';
import type { ToldEvent } from './told-event.ts';

/** What drivers of disk controllers say of a port or an adapter. Source: the message table of iologmsg.dll; 129 of Storport. */
const MESSAGES: readonly (readonly [eventId: number, level: Level, begins: RegExp])[] = [
  [5, 'error', /^A parity error was detected on (?=\\)/],
  [9, 'error', /^The device, (?=\\.{1,80}, did not respond within the timeout period)/],
  [11, 'error', /^The driver detected a controller error on (?=\\)/],
  [15, 'error', /^The device, (?=\\.{1,80}, is not ready for access yet)/],
  [129, 'warning', /^Reset to device, (?=\\.{1,80}, was issued)/],
];
/** `\Device\Ide\iaStor0` and `\Device\Scsi\lsi_sas1` name their driver, and count its adapters. */
const NAMED = /^\\Device\\(?:Ide|Scsi)\\(\w{1,32})\d\b/;
/** Which driver it is, only the source says. Storport writes in its name. */
const PORTS: readonly (readonly [port: RegExp, source: string])[] = [
  [/^\\Device\\Ide\\Ide(?:Port\d|Device)/, 'atapi'],
  [/^\\Device\\RaidPort\d/, 'storport'],
];

/** The event that a message of such a driver tells. */
export function portMessage(text: string): ToldEvent | null {
  if (!text.includes('\\')) return null;
  for (const [eventId, level, begins] of MESSAGES) {
    const front = begins.exec(text)?.[0];
    if (front === undefined) continue;
    const device = text.slice(front.length);
    const source = PORTS.find(([port]) => port.test(device))?.[1] ?? NAMED.exec(device)?.[1];
    return source === undefined ? null : { source, eventId, log: 'System', level };
  }
  return null;
}
