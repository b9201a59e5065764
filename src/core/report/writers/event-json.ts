import { eventJsonText } from '../event-json-text.ts';
import type { EventWriter } from './writer.ts';

/** One event a line. */
export const eventJsonLines: EventWriter = {
  head: '',
  separator: '',
  foot: '',
  write: (event) => `${eventJsonText(event)}\n`,
};
/** An array, one event a line. */
export const eventJson: EventWriter = { head: '[\n', separator: ',\n', foot: '\n]\n', write: eventJsonText };
