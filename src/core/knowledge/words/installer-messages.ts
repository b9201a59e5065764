import type { ToldEvent } from './told-event.ts';

/** `Product: Agent -- Error 1706. No valid source …`: the id of the event is the number of the error and 10000. Source: the events of real logs. */
const ERROR = /^Product: .{1,255}? -- Error (1\d{3})\b/;
const BASE = 10_000;

/** The event that an error message of Windows Installer tells. */
export function installerMessage(text: string): ToldEvent | null {
  const error = ERROR.exec(text)?.[1];
  return error === undefined
    ? null
    : { source: 'MsiInstaller', eventId: BASE + Number(error), log: 'Application', level: 'error' };
}
