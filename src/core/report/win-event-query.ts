import { toolOf } from '../model/companion.ts';
import { hasUnknownZone } from '../model/event.ts';
import { groupBy } from '../model/group-by.ts';
import type { ReportEvidence } from '../model/report.ts';
import { msOf } from './display-time.ts';
import { visibleText } from './visible-text.ts';

/** What PowerShell takes for a single quote, the typographic ones too; doubled it is text (about_Quoting_Rules). */
const quotes = /['\u2018-\u201b]/g;
const quoted = (text: string): string => `'${text.replace(quotes, '$&$&')}'`;

/** No log or source is called like this, so nobody shall paste it. */
const isName = (text: string): boolean => text !== '' && text.length <= 200 && visibleText(text) === text;

/** Log and id are known. */
const canBeFound = ({ channel, eventId, provider }: ReportEvidence): boolean =>
  eventId !== null && toolOf(provider) === null && isName(channel ?? '') && (provider === null || isName(provider));

/** Whole seconds around the events: the filter compares more coarsely than logs write. */
const SECOND_MS = 1000;
const timeWord = (ms: number, isLocal: boolean): string =>
  `[datetime]'${new Date(ms).toISOString().slice(0, 19)}${isLocal ? '' : 'Z'}'`;

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

function times(events: readonly ReportEvidence[], isLocal: boolean): readonly string[] {
  const all = events.flatMap(({ time }) => (time === null ? [] : [msOf(time)]));
  if (all.length === 0 || all.length < events.length) return [];
  const start = Math.floor(Math.min(...all) / SECOND_MS) * SECOND_MS;
  const end = Math.floor(Math.max(...all) / SECOND_MS) * SECOND_MS + SECOND_MS;
  return [`StartTime=${timeWord(start, isLocal)}`, `EndTime=${timeWord(end, isLocal)}`];
}

export interface WinEventQuery {
  readonly host: string | null;
  readonly channel: string;
  readonly command: string;
  /** How many events of the evidence it is made for. */
  readonly events: number;
}

/**
 * `Get-WinEvent` command lines that find the evidence again on its machine, one for each log; only where log and id are known.
 * A log without a zone is asked in the local time of the machine, which is how it was written.
 */
export function winEventQueries(evidence: readonly ReportEvidence[]): readonly WinEventQuery[] {
  const groups = groupBy(evidence.filter(canBeFound), (event) =>
    JSON.stringify([event.host, event.channel, event.provider === null, hasUnknownZone(event)]),
  );
  return [...groups.values()].flatMap((events) => {
    const [first] = events;
    const { host, channel } = first;
    if (channel === null) return [];
    const providers = unique(events.flatMap(({ provider }) => provider ?? []));
    const filter = [
      `LogName=${quoted(channel)}`,
      ...(providers.length === 0 ? [] : [`ProviderName=${providers.map(quoted).join(',')}`]),
      `Id=${unique(events.flatMap(({ eventId }) => eventId ?? [])).join(',')}`,
      ...times(events, hasUnknownZone(first)),
    ];
    return [{ host, channel, command: `Get-WinEvent -FilterHashtable @{${filter.join('; ')}}`, events: events.length }];
  });
}
