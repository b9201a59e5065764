import type { EventRecord } from '../../model/event.ts';
import { toEventObject } from '../event-object.ts';
import { jsonText } from '../json-text.ts';
import type { EventWriter } from './writer.ts';

const write = (event: EventRecord): string => jsonText(toEventObject(event));

/** One event a line. */
export const eventJsonLines: EventWriter = {
  head: '',
  separator: '',
  foot: '',
  write: (event) => `${write(event)}\n`,
};
/** An array, one event a line. */
export const eventJson: EventWriter = { head: '[\n', separator: ',\n', foot: '\n]\n', write };
