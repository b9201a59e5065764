import type { Level } from '../../model/event.ts';
import { beginningPattern } from './beginning-pattern.ts';
import type { ToldEvent } from './told-event.ts';

/** `svchost (1408,R,98) TILEREPOSITORY: `, in front of each message of the database engine. */
const FRONT = /^([\w.$ -]{2,64}?) \(\d{1,7}(?:,[\w,.]{1,40})?\) (?:[^:\n]{0,120}: )?/;

/** Who writes them, by the program that runs the engine. */
const SOURCES: readonly (readonly [program: RegExp, source: string, log: string])[] = [
  [/^(?:Information Store|edgetransport|Microsoft\.Exchange)/i, 'ESE', 'Application'],
  [/^(?:NTDS|lsass)$/i, 'NTDS ISAM', 'Directory Service'],
  [/^[\w.-]+$/, 'ESENT', 'Application'],
];

/** What they say behind that, as far as one event alone says it. Source: the message table of esent.dll. */
export const ENGINE_MESSAGES: readonly (readonly [eventId: number, level: Level, text: string])[] = [
  [412, 'error', 'Unable to read the header of logfile'],
  [413, 'error', 'Unable to create a new logfile because the database cannot write to the log drive.'],
  [439, 'error', 'Unable to write a shadowed header for file'],
  [447, 'error', 'A bad page link (error …) has been detected in a B-Tree'],
  [448, 'error', 'Data inconsistency detected in table … of database'],
  [454, 'error', 'Database recovery/restore failed with unexpected error'],
  [455, 'error', 'Error … occurred while opening logfile'],
  [465, 'error', 'Corruption was detected during soft recovery in logfile'],
  [467, 'error', 'Index … of table … is corrupted'],
  [
    474,
    'error',
    'The database page read from the file "…" at offset … failed verification due to a page checksum mismatch.',
  ],
  [
    475,
    'error',
    'The database page read from the file "…" at offset … failed verification due to a page number mismatch.',
  ],
  [
    476,
    'error',
    'The database page read from the file "…" at offset … failed verification because it contains no page data.',
  ],
  [
    477,
    'error',
    'The log range read from the file "…" at offset … failed verification due to a range checksum mismatch.',
  ],
  [481, 'error', 'An attempt to read from the file "…" at offset … failed'],
  [482, 'error', 'An attempt to write to the file "…" at offset … failed'],
  [489, 'error', 'An attempt to open the file "…" for read only access failed with system error'],
  [490, 'error', 'An attempt to open the file "…" for read / write access failed with system error'],
  [
    507,
    'warning',
    'A request to read from the file "…" at offset … succeeded, but took an abnormally long time … to be serviced by the OS. This problem',
  ],
  [
    508,
    'warning',
    'A request to write to the file "…" at offset … succeeded, but took an abnormally long time … to be serviced by the OS. This problem',
  ],
  [
    509,
    'warning',
    'A request to read from the file "…" at offset … succeeded, but took an abnormally long time … to be serviced by the OS. In addition',
  ],
  [
    510,
    'warning',
    'A request to write to the file "…" at offset … succeeded, but took an abnormally long time … to be serviced by the OS. In addition',
  ],
  [532, 'warning', 'A request to read from the file "…" at offset … has not completed for'],
  [533, 'warning', 'A request to write to the file "…" at offset … has not completed for'],
  [623, 'error', 'The version store for this instance (…) has reached its maximum size of'],
];
const PATTERNS = ENGINE_MESSAGES.map(([eventId, level, text]) => ({ eventId, level, begins: beginningPattern(text) }));

/** Asked of every line of a text: only the first bracket can be that of the process. */
function mayHaveFront(text: string): boolean {
  const bracket = text.indexOf('(');
  return bracket > 2 && bracket < 66 && text[bracket - 1] === ' ' && /\d/.test(text.charAt(bracket + 1));
}

/** The event of the database engine that a text beginning so tells. @param behind the lines that follow */
export function engineMessage(text: string, behind: () => string): ToldEvent | null {
  if (!mayHaveFront(text)) return null;
  const [front = '', program = ''] = FRONT.exec(text) ?? [];
  const [, source, log] = SOURCES.find(([pattern]) => pattern.test(program)) ?? [];
  if (source === undefined || log === undefined) return null;
  const said = `${text.slice(front.length)}\n${behind()}`;
  const told = PATTERNS.find(({ begins }) => begins.test(said));
  return told === undefined ? null : { source, log, eventId: told.eventId, level: told.level };
}
