import type { EventRecord } from '../../model/event.ts';

/** What a description is made of. */
type Described = Pick<EventRecord, 'message' | 'strings' | 'eventId' | 'provider'>;

/** What XP and Server 2003 show: without a message the inserts, so that they survive. */
export function ntDescription({ message, strings, eventId, provider }: Described): string {
  if (message !== null || strings.length === 0) return message ?? '';
  return (
    `The description for Event ID ( ${eventId ?? ''} ) in Source ( ${provider ?? ''} ) cannot be found. ` +
    'The local computer may not have the necessary registry information or message DLL files to display messages from a remote ' +
    'computer. You may be able to use the /AUXSOURCE= flag to retrieve this description; see Help and Support for details. ' +
    `The following information is part of the event: ${strings.join(', ')}.`
  );
}

/** What Vista and later show: without a message the inserts, one a line, so that they survive. */
export function vistaDescription({ message, strings, eventId, provider }: Described): string {
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
