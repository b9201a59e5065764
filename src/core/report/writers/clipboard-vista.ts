import type { EventRecord } from '../../model/event.ts';
import { LINE_END, levelAndKeywords, usDateAndTime } from './clipboard-fields.ts';
import { vistaDescription } from './descriptions.ts';

/** Values begin in this column; a heading that is as long has no blank behind it. */
const VALUE_COLUMN = 15;

/** Events as "Copy details as text" of Vista and later gives them, without the XML part, times in UTC. The format has no data. */
export const writeClipboardVista = (events: readonly EventRecord[]): string => events.map(toBlock).join(LINE_END);

function toBlock(event: EventRecord): string {
  const { date, time } = usDateAndTime(event);
  const { level, keywords } = levelAndKeywords(event);
  const lines = [
    field('Log Name:', event.channel ?? ''),
    field('Source:', event.provider ?? ''),
    field('Date:', `${date} ${time}`.trim()),
    field('Event ID:', `${event.eventId ?? ''}`),
    field('Task Category:', event.category ?? 'None'),
    field('Level:', level),
    field('Keywords:', keywords),
    field('User:', event.user ?? 'N/A'),
    field('Computer:', event.host ?? ''),
    'Description:',
    ...vistaDescription(event).split('\n'),
  ];
  return lines.map((line) => `${line}${LINE_END}`).join('');
}

const field = (heading: string, value: string): string => `${heading.padEnd(VALUE_COLUMN)}${value}`;
