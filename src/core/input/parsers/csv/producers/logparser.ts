import type { Producer } from '../producer.ts';

/** LogParser joins the inserts, and writes local times. @see https://documentation.help/Log-Parser/EVT_Fields.htm */
export const logparser: Producer = {
  name: 'LogParser',
  isUtc: false,
  isOwn: (names) =>
    names.has('eventtypename') ||
    (names.has('eventlog') && names.has('recordnumber')) ||
    (names.has('strings') && names.has('sourcename')),
  stringsOf: (text) => text.split('|'),
};

/** The W3C form: no cell is empty or has a blank. */
export const logparserW3c: Producer = {
  ...logparser,
  name: 'LogParser W3C',
  isOwn: () => false,
  decode: (cell) => (cell === '-' ? '' : cell.replaceAll('+', ' ')),
};
