import { canonicalProvider } from '../knowledge/words/providers.ts';
import { epochMs } from '../model/brand.ts';
import type { RawEvent } from '../model/event.ts';
import type { CoverageGap, Fact } from '../model/scan.ts';
import { EVENTLOG, KERNEL_GENERAL } from './system-providers.ts';

/** What an event says of its machine is read before it is normalised: most of these events no rule asks for. */
export type Telling = Pick<
  RawEvent,
  'position' | 'recordId' | 'host' | 'channel' | 'provider' | 'eventId' | 'strings' | 'fields' | 'message'
>;
const hostOf = ({ host }: Pick<RawEvent, 'host'>): string | null => host?.trim().toLowerCase() || null;
const idOf = ({ eventId }: Telling): number => (eventId ?? -1) & 0xffff;

/** Kernel versions that belong to one product only; from 6.0 on client and server share them. */
const PRODUCT_BY_VERSION: ReadonlyMap<string, string> = new Map([
  ['5.0', 'Windows 2000'],
  ['5.1', 'Windows XP'],
  ['5.2', 'Windows Server 2003'],
]);

/** EventLog 6009 gives version, build and service pack at every start: `5.02.`, `3790`, `Service Pack 1`, `Multiprocessor Free`. */
export function factOf(event: Telling, source: string): Fact | null {
  if (idOf(event) !== 6009 || event.provider === null || canonicalProvider(event.provider) !== EVENTLOG) return null;
  const text = event.strings.length >= 2 ? event.strings.join(' ') : (event.message ?? '');
  const match = /(\d{1,2})\.(\d{1,2})\.?\s+(\d{3,5})\b/.exec(text.slice(0, 500));
  if (match === null) return null;
  const [, major, minor, build] = match;
  const version = `${Number(major)}.${Number(minor)}`;
  const name = PRODUCT_BY_VERSION.get(version);
  if (name === undefined) return null;
  const pack = /Service Pack (\d{1,2})/i.exec(text);
  const value = `${name} SP${pack?.[1] ?? 0} build ${version}.${build}`;
  return {
    name: 'os',
    value,
    host: hostOf(event),
    from: 'event',
    at: { source, position: event.position, recordId: event.recordId },
  };
}

/** A clock moved by more than this breaks the coverage. */
const CLOCK_STEP_MS = 60_000;
const CLOCK_IDS: ReadonlySet<number> = new Set([520, 4616]);

/** The span between old and new time of a clock change (Kernel-General 1, Security 520 and 4616). */
export function clockGapOf(event: Telling): CoverageGap | null {
  if (event.eventId === null || event.provider === null) return null;
  const isKernel = idOf(event) === 1 && canonicalProvider(event.provider) === KERNEL_GENERAL;
  if (!isKernel && !(CLOCK_IDS.has(idOf(event)) && event.channel?.toLowerCase() === 'security')) return null;
  if (agreeToTheMinute(event.strings)) return null;
  const times = [...new Set(event.strings.flatMap(isoTimes))];
  const [fromMs, toMs] = [Math.min(...times), Math.max(...times)];
  if (times.length < 2 || toMs - fromMs <= CLOCK_STEP_MS) return null;
  const gap = { fromMs: epochMs(fromMs), toMs: epochMs(toMs), why: 'clock' } as const;
  return isKernel && isWaking(event.strings) ? { ...gap, isSleep: true } : gap;
}

/** New time, old time and reason of Kernel-General 1: who wakes takes the time of the hardware clock, which went on. */
const isWaking = ([newTime = '', oldTime = '', reason]: readonly string[]): boolean => {
  const [now = 0, before = 0] = [isoTimes(newTime)[0], isoTimes(oldTime)[0]];
  return reason === FROM_HARDWARE_CLOCK && now > before;
};
const FROM_HARDWARE_CLOCK = '2';

/** Clocks are set all the time, nearly always by a moment: both times then begin alike, `2012-03-14T04:17`. */
const agreeToTheMinute = ([first = '', second = '', ...others]: readonly string[]): boolean =>
  first[10] === 'T' &&
  others.every((text) => text.length <= ISO_MINUTE) &&
  first.slice(0, ISO_MINUTE) === second.slice(0, ISO_MINUTE);
const ISO_MINUTE = 16;

function isoTimes(text: string): readonly number[] {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})/.exec(
    text.includes('\u200e') ? text.replace(/\u200e/g, '') : text,
  );
  if (match === null) return [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return [Date.UTC(year, month - 1, day, hour, minute, second)];
}

const CLEARING_IDS: ReadonlySet<number> = new Set([104, 517, 1102]);

/** The log that a "log cleared" event names; null: it is none. */
export function clearedLog(event: Telling): string | null {
  const log = CLEARING_IDS.has(idOf(event)) ? event.channel?.toLowerCase() : null;
  if (idOf(event) === 104 && log === 'system')
    return event.fields.get('Channel') ?? event.strings.find((text) => /^[A-Za-z][\w ./-]*$/.test(text)) ?? null;
  return idOf(event) !== 104 && log === 'security' ? 'Security' : null;
}
