import type { ReadBlock } from './block-parser.ts';
import { KeyValues } from './key-lines.ts';

/**
 * The event that tells of a stop error after the restart, for those who have its dump analysed and not the log. Without a time: the log has that event,
 * too, a moment later; with one a dump would count as one more.
 * @param code in hexadecimal digits, as are the parameters
 */
export function stopEvent(code: string, parameters: readonly string[], dump: string, message: string): ReadBlock {
  const { values } = KeyValues.of(
    ['channel', 'System'],
    ['provider', 'Microsoft-Windows-WER-SystemErrorReporting'],
    ['eventId', '1001'],
    ['level', 'Error'],
    ['message', message],
  );
  const told = parameters.map((parameter) => asHex(parameter, 16)).join(', ');
  return { values, strings: [`${asHex(code, 8)} (${told})`, dump, ''] };
}

const asHex = (digits: string, length: number): string => `0x${digits.toLowerCase().padStart(length, '0')}`;
