import { KNOWN_SOURCE } from '../../../knowledge/words/known-sources.ts';

/** A value, and the message that somebody typed behind it on its line. */
export interface Parted {
  readonly value: string;
  readonly message: string;
}

const BEHIND = /^[\s.,;:)–—-]{1,4}(?=\S)/;
/** Shorter ones belong to the value: `VSS (Writer)`, `7036 (twice)`. */
const MIN_MESSAGE = 20;
const ID = /\d{1,5}(?![\w.-]*\w)/y;

/** `iScsiPrt. Initiator sent a task management command …` */
export const partedSource = (text: string): Parted | null => parted(text, KNOWN_SOURCE);
/** `490 svchost (1034) An attempt to open the file …` */
export const partedId = (text: string): Parted | null => parted(text, ID);

function parted(text: string, sticky: RegExp): Parted | null {
  sticky.lastIndex = 0;
  const value = sticky.exec(text)?.[0];
  if (value === undefined) return null;
  const rest = text.slice(value.length);
  const message = rest.slice(BEHIND.exec(rest)?.[0].length ?? rest.length);
  return message.length < MIN_MESSAGE ? null : { value, message };
}
