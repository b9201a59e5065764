import type { Report } from '../core/model/report.ts';
import { createTimeFormat } from '../core/report/display-time.ts';
import type { Screen } from './terminal/render.ts';
import { formatTable } from './terminal/table.ts';

const SHOWN_KINDS = 30;

/** A time never breaks at its blank. */
const inOnePiece = (time: string): string => time.replace(/\.\d+/, '').replaceAll(' ', '\u00a0');
const named = (...words: readonly (string | number | null)[]): string =>
  words.filter((word) => word !== null).join(' ');

/** The most frequent kinds of event. */
export async function formatStatistics({ statistics, sources }: Report, zone: string, screen: Screen): Promise<string> {
  if (statistics.length === 0) return '';
  const time = createTimeFormat(zone);
  const isLocal = sources.every(({ timeBasis }) => timeBasis === 'assumed-local' || timeBasis === 'none');
  const shown = [...statistics].sort((a, b) => b.count - a.count).slice(0, SHOWN_KINDS);
  const logs = new Set(shown.map(({ host, channel }) => named(host, channel)));
  const rows = shown.map(({ count, level, provider, eventId, host, channel, last }) => [
    String(count),
    level ?? '',
    named(provider, eventId),
    inOnePiece(last === null ? '' : time(last, isLocal ? 'assumed-local' : undefined)),
    ...(logs.size > 1 ? [named(host, channel)] : []),
  ]);
  const head = ['count', 'level', 'event', 'last', ...(logs.size > 1 ? ['log'] : [])];
  const more = statistics.length - rows.length;
  return `\n${await formatTable(head, rows, screen)}${more > 0 ? `and ${more} more kinds; -f json lists all\n` : ''}`;
}
