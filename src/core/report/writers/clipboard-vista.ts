import type { EventRecord } from '../../model/event.ts';
import { LEVEL_WORDS, LINE_END, usDateAndTime } from './clipboard-fields.ts';

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
    ...descriptionOf(event).split('\n'),
  ];
  return lines.map((line) => `${line}${LINE_END}`).join('');
}

const field = (heading: string, value: string): string => `${heading.padEnd(VALUE_COLUMN)}${value}`;

/** The result of an audit is a keyword here, its level always the same. */
function levelAndKeywords({ level }: EventRecord): { readonly level: string; readonly keywords: string } {
  if (level === 'audit-success') return { level: LEVEL_WORDS.information, keywords: 'Audit Success' };
  if (level === 'audit-failure') return { level: LEVEL_WORDS.information, keywords: 'Audit Failure' };
  return { level: level === null ? '' : LEVEL_WORDS[level], keywords: 'Classic' };
}

/** Without a message the viewer lists the inserts, one a line, so that they survive. */
function descriptionOf({ message, strings, eventId, provider }: EventRecord): string {
  if (message !== null || strings.length === 0) return message ?? '';
  return [
    `The description for Event ID ${eventId ?? ''} from source ${provider ?? ''} cannot be found. Either the component that raises ` +
      'this event is not installed on your local computer or the installation is corrupted. You can install or repair the ' +
      'component on the local computer.',
    '',
    'If the event originated on another computer, the display information had to be saved with the event.',
    '',
    'The following information was included with the event: ',
    '',
    ...strings,
    '',
    'The message resource is present but the message was not found in the message table',
    '',
  ].join('\n');
}
