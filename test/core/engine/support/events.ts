import type { HistoryEvent } from '../../../../src/core/engine/history-event.ts';
import { epochMs } from '../../../../src/core/model/brand.ts';
import type { EventRecord } from '../../../../src/core/model/event.ts';
import type { KeptEvent, LogCoverage, Scan, StatisticsCell } from '../../../../src/core/model/scan.ts';
import { emptyScan } from '../../../../src/core/pipeline/scan.ts';

const MINUTE = 60_000;
/** 2006-03-01T00:00:00Z */
export const T0 = 1_141_171_200_000;
/** So many seconds after the beginning. */
export const at = (seconds: number) => epochMs(T0 + seconds * 1000);
export const minutes = (count: number): number => count * MINUTE;

/** An event of EX1's Application log; what is given replaces it. */
export function eventRecord(differences: Partial<EventRecord> = {}): EventRecord {
  const event = {
    source: 'a.evtx',
    position: 1,
    recordId: null,
    timeMs: at(0),
    ticks: 0,
    timeBasis: 'utc' as const,
    precisionMs: 1,
    host: 'ex1',
    channel: 'Application',
    provider: 'ESE',
    providerAlias: null,
    eventId: 439,
    qualifiers: null,
    level: 'error' as const,
    category: null,
    user: null,
    strings: [],
    fields: new Map<string, string>(),
    message: null,
    data: null,
    codes: [],
    recovered: false,
    system: null,
    payload: null,
    ...differences,
  };
  const { source, position, recordId } = event;
  return { ...event, places: differences.places ?? [{ source, position, recordId }] };
}

export const kept = (differences: Partial<EventRecord> = {}, more: Partial<KeptEvent> = {}): KeptEvent => {
  return { event: eventRecord(differences), hits: [], textHash: null, ...more };
};

export const cell = (host: string | null, channel: string | null): StatisticsCell => ({
  ...{ host, channel, provider: null, eventId: null, level: null, count: 1, firstMs: null, lastMs: null, sample: null },
});

export const logCoverage = (
  fromSeconds: number,
  toSeconds: number,
  differences: Partial<LogCoverage> = {},
): LogCoverage => ({
  host: 'ex1',
  channel: 'Application',
  firstMs: at(fromSeconds),
  lastMs: at(toSeconds),
  events: 2,
  timeBasis: 'utc',
  gaps: [],
  levels: 'all',
  completeness: 'proven',
  runs: [],
  numbers: null,
  marks: [],
  ...differences,
});

export function scanOf(source: string, parts: Partial<Scan> = {}): Scan {
  return { ...emptyScan(source, [], 'evtx'), timeBasis: 'utc', ...parts };
}

/** An event in a history: of EX1's Application log, numbered, unless said otherwise. */
export function historyEvent(
  order: number,
  seconds: number | null,
  differences: Partial<HistoryEvent> = {},
): HistoryEvent {
  const timeMs = seconds === null ? null : at(seconds);
  const event = eventRecord({ position: order, timeMs, timeBasis: timeMs === null ? 'none' : 'utc' });
  return {
    order,
    event,
    hits: [],
    host: 'ex1',
    hostKey: 'host:ex1',
    log: 'application',
    list: 'ex1 application',
    segment: 0,
    isStepped: false,
    timeMs,
    ticks: 0,
    orderMs: timeMs ?? Number.NEGATIVE_INFINITY,
    orderTicks: 0,
    firstMs: timeMs,
    precisionMs: 1,
    timeClass: timeMs === null ? null : 'utc',
    finding: null,
    ...differences,
  };
}
