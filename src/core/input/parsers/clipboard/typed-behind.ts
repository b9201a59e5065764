import { KNOWN_SOURCE } from '../../../knowledge/words/known-sources.ts';

/** A value, and the message that somebody typed behind it on its line. */
export interface Parted {
  readonly value: string;
  readonly message: string;
}

/** A name may go on behind a blank: `Windows Search Service Profile Notification`. */
const BEHIND_NAME = /^\s?[.,;:)–—-]\s{1,3}(?=\S)/;
const BEHIND_ID = /^[\s.,;:)–—-]{1,4}(?=\S)/;
/** Shorter ones belong to the value: `VSS (Writer)`, `7036 (twice)`. */
const MIN_MESSAGE = 20;
const ID = /\d{1,5}(?![\w.-]*\w)/y;

/** `iScsiPrt. Initiator sent a task management command …` */
export const partedSource = (text: string): Parted | null => parted(text, KNOWN_SOURCE, BEHIND_NAME);
/** `490 svchost (1034) An attempt to open the file …` */
export const partedId = (text: string): Parted | null => parted(text, ID, BEHIND_ID);

function parted(text: string, sticky: RegExp, behind: RegExp): Parted | null {
  sticky.lastIndex = 0;
  const value = sticky.exec(text)?.[0];
  if (value === undefined) return null;
  const rest = text.slice(value.length);
  const message = rest.slice(behind.exec(rest)?.[0].length ?? rest.length);
  return message.length < MIN_MESSAGE ? null : { value, message };
}
