import type { EventRecord } from '../../model/event.ts';
import { LEVEL_WORDS, LINE_END, usDateAndTime } from './clipboard-fields.ts';
import { ntDescription } from './descriptions.ts';

const CLOSING = 'For more information, see Help and Support Center at http://go.microsoft.com/fwlink/events.asp.';
const BYTES_PER_ROW = 8;

/** Events as the copy button of XP and Server 2003 gives them, times in UTC. */
export const writeClipboardNt = (events: readonly EventRecord[]): string => events.map(toBlock).join(LINE_END);

function toBlock(event: EventRecord): string {
  const { date, time } = usDateAndTime(event);
  const lines = [
    `Event Type:\t${event.level === null ? '' : LEVEL_WORDS[event.level]}`,
    `Event Source:\t${event.provider ?? ''}`,
    `Event Category:\t${event.category ?? 'None'}`,
    `Event ID:\t${event.eventId ?? ''}`,
    `Date:\t\t${date}`,
    `Time:\t\t${time}`,
    `User:\t\t${event.user ?? 'N/A'}`,
    `Computer:\t${event.host ?? ''}`,
    'Description:',
    ...ntDescription(event).split('\n'),
    '',
    CLOSING,
    ...dataRows(event.data),
  ];
  return lines.map((line) => `${line}${LINE_END}`).join('');
}

function dataRows(data: Uint8Array | null): readonly string[] {
  if (data === null) return [];
  const rows = Array.from({ length: Math.ceil(data.length / BYTES_PER_ROW) }, (_, row) => {
    const bytes = [...data.subarray(row * BYTES_PER_ROW, (row + 1) * BYTES_PER_ROW)];
    const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const characters = bytes.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
    const offset = (row * BYTES_PER_ROW).toString(16).padStart(4, '0');
    return `${offset}: ${hex.padEnd(3 * BYTES_PER_ROW)}  ${characters}`;
  });
  return ['Data:', ...rows];
}
