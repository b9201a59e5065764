import { epochMs } from '../../../src/core/model/brand.ts';
import type { EventRecord } from '../../../src/core/model/event.ts';
import { eventRecord } from '../sample-events.ts';

const at = (day: number, hour: number, ms: number): EventRecord['timeMs'] =>
  epochMs(Date.UTC(2016, 9, day, hour, 38, 24, ms));
const bare: Partial<EventRecord> = {
  ...{ recordId: 100, ticks: 4567, precisionMs: 0.0001, host: 'ex1.corp.example' },
  ...{ category: null, data: null, codes: [], position: 1 },
};

/** One of each kind: every level, inserts with and without names, a message of many lines, none, bytes, what CSV has to quote. */
export const EVENTS: readonly EventRecord[] = [
  eventRecord({
    ...{
      ...bare,
      recordId: 107,
      timeMs: at(14, 23, 123),
      channel: 'Application',
      provider: 'MSExchangeIS',
      eventId: 9607,
    },
    ...{
      qualifiers: 49156,
      level: 'error',
      category: 'Exchange VSS Writer',
      user: null,
      strings: ['0x50d', 'First Group'],
    },
    message:
      'Error code 0x50d when preparing for backup.\n\nStorage group: "First, Group"; see the log.\n  Details:\ta b',
    data: new TextEncoder().encode('Backup in progress.\0'),
  }),
  eventRecord({
    ...{ ...bare, recordId: 106, timeMs: at(14, 12, 0), ticks: 0, channel: 'Security' },
    ...{ provider: 'Microsoft-Windows-Security-Auditing', eventId: 4625, level: 'audit-failure', category: 'Logon' },
    ...{
      user: 'S-1-5-18',
      message: 'An account failed to log on.\n\nSubject:\n\tSecurity ID:\t\tS-1-0-0\n\tLogon Type:\t\t3',
    },
    ...named({ SubjectUserSid: 'S-1-0-0', TargetUserName: 'ädmin', LogonType: '3', Status: '0xc000006d' }),
  }),
  eventRecord({
    ...{ ...bare, recordId: 105, timeMs: at(14, 3, 999), channel: 'Security', user: null, level: 'audit-success' },
    ...{ provider: 'Microsoft-Windows-Security-Auditing', eventId: 4658, category: 'File System' },
    ...{ message: 'The handle to an object was closed.', strings: [], fields: new Map() },
  }),
  eventRecord({
    ...{ ...bare, recordId: 104, timeMs: at(13, 9, 5), channel: 'System', provider: 'Service Control Manager' },
    ...{ eventId: 7036, qualifiers: 16384, level: 'information', user: null, strings: ['Windows Update', 'running'] },
    message: 'The Windows Update service entered the running state.',
  }),
  eventRecord({
    ...{ ...bare, recordId: 103, timeMs: at(13, 0, 1), channel: 'System', provider: 'Microsoft-Windows-Kernel-Power' },
    ...{
      eventId: 41,
      level: 'critical',
      user: 'S-1-5-18',
      message: 'The system has rebooted without cleanly shutting down first.',
    },
    ...named({ BugcheckCode: '0', SleepInProgress: '0', Type: 'power' }),
  }),
  eventRecord({
    ...{ ...bare, recordId: 102, timeMs: at(12, 13, 500), channel: 'Application', provider: 'Контора', eventId: 65535 },
    ...{ level: 'verbose', user: null, message: '=1+1 „so“, 東京; a|b', strings: [], fields: new Map() },
  }),
  eventRecord({
    ...{
      ...bare,
      recordId: 101,
      timeMs: at(1, 12, 10),
      channel: 'System',
      provider: 'disk',
      eventId: 7,
      level: 'warning',
    },
    ...{ qualifiers: 32772, user: null, message: null, strings: ['\\Device\\Harddisk0\\DR0', 'bad block'] },
  }),
  eventRecord({
    ...{
      ...bare,
      recordId: 99,
      timeMs: at(1, 11, 0),
      ticks: 0,
      channel: 'Security',
      user: null,
      level: 'audit-success',
    },
    ...{ provider: 'Microsoft-Windows-Security-Auditing', eventId: 4656, message: null },
    ...named({ ObjectName: 'a.edb', AccessMask: '0x1F01FF', Hash: '00A0FFC2' }),
  }),
  eventRecord({
    ...{
      ...bare,
      recordId: null,
      timeMs: null,
      ticks: 0,
      timeBasis: 'none',
      precisionMs: 0,
      host: null,
      channel: null,
    },
    ...{ level: null, user: null, strings: ['0x50d'], message: 'Error code 0x50d when preparing for backup.' },
  }),
];

function named(values: Readonly<Record<string, string>>): Pick<EventRecord, 'strings' | 'fields'> {
  return { strings: Object.values(values), fields: new Map(Object.entries(values)) };
}
