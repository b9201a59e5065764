import type { EventRecord } from '../../model/event.ts';
import { LINE_END, levelAndKeywords, usDateAndTime } from './clipboard-fields.ts';
import { vistaDescription } from './descriptions.ts';

/** The columns of a new view, and those that one adds; the description stands behind them without a name. */
const HEADER = 'Level,Date and Time,Source,Event ID,Task Category,User,Keywords,Log,Computer';

/** "Save All Events As" of Vista and later as CSV, with the columns that tell where an event is from, times in UTC. */
export const writeViewerCsv = (events: readonly EventRecord[]): string =>
  [HEADER, ...events.map(toRow)].map((line) => `${line}${LINE_END}`).join('');

function toRow(event: EventRecord): string {
  const { date, time } = usDateAndTime(event);
  const { level, keywords } = levelAndKeywords(event);
  const { provider, eventId, category, user, channel, host } = event;
  const cells = [level, `${date} ${time}`.trim(), provider, eventId, category ?? 'None', user ?? 'N/A', keywords];
  return [...cells, channel, host, vistaDescription(event)].map((value) => cell(`${value ?? ''}`)).join(',');
}

/** Quoted only where it has to be, as the viewer does; nothing is made harmless for a spreadsheet. */
const cell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""').replaceAll('\n', LINE_END)}"` : text;
