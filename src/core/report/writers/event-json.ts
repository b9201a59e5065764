import { eventText } from '../event-text.ts';
import type { EventWriter } from './writer.ts';

/** One event a line. */
export const eventJsonLines: EventWriter = {
  head: '',
  separator: '',
  foot: '',
  write: (event) => `${eventText(event)}\n`,
};
/** An array, one event a line. */
export const eventJson: EventWriter = { head: '[\n', separator: ',\n', foot: '\n]\n', write: eventText };
