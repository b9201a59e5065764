import { KeyValues } from './key-lines.ts';

/** The event with which Windows Error Reporting tells of a problem, as other places repeat it. */
export const werEvent = (message: string): KeyValues =>
  KeyValues.of(
    ['channel', 'Application'],
    ['provider', 'Windows Error Reporting'],
    ['eventId', '1001'],
    ['level', 'Information'],
    ['message', message],
  );
