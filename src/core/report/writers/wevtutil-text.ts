import type { EventRecord } from '../../model/event.ts';
import { LINE_END, levelAndKeywords } from './clipboard-fields.ts';
import { sevenDigits } from './iso-time.ts';

/** Events as `wevtutil qe /f:text` of Windows 10 1809 and later prints them, times in UTC. Without a message it prints no inserts. */
export const writeWevtutilText = (events: readonly EventRecord[]): string => events.map(toBlock).join(LINE_END);

function toBlock(event: EventRecord, index: number): string {
  const { level, keywords } = levelAndKeywords(event);
  const isSid = event.user?.startsWith('S-1-') === true;
  const time = sevenDigits(event);
  const lines = [
    `Event[${index}]`,
    `  Log Name: ${event.channel ?? ''}`,
    `  Source: ${event.provider ?? ''}`,
    `  Date: ${time === null ? '' : `${time}Z`}`,
    `  Event ID: ${event.eventId ?? ''}`,
    `  Task: ${event.category ?? 'N/A'}`,
    `  Level: ${level}`,
    '  Opcode: N/A',
    `  Keyword: ${keywords}`,
    `  User: ${(isSid && event.user) || 'N/A'}`,
    `  User Name: ${(!isSid && event.user) || 'N/A'}`,
    `  Computer: ${event.host ?? ''}`,
    '  Description: ',
    ...(event.message ?? 'N/A').split('\n'),
  ];
  return lines.map((line) => `${line}${LINE_END}`).join('');
}
