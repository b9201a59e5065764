/** Where a description ends although nothing new begins: at the closing sentence of XP and 2003. */

/** The sentence names the help center and an address; the address of Microsoft's redirector names it in every language. */
const HELP_CENTER = /For more information, see Help and Support Center\b/i;
const REDIRECTOR = /https?:\/\/go\.microsoft\.com\/fwlink\/events\.asp/i;
const ADDRESS = /^[\s:]{0,8}(?:at\b)?[\s:<([]{0,8}(?:https?:\/\/[^\s"'<>)\]]{1,200})?[>)\].]{0,3}/i;
const SENTENCE_END = /[.!?。](?=\s)/g;
const MAX_CARRY = 120;

export interface Closing {
  /** Where the sentence begins; negative: so many characters before the end of the line before. */
  readonly start: number;
  /** Behind the sentence. */
  readonly end: number;
  /** The address may stand on the next line. */
  readonly isOpen: boolean;
}

/** The closing sentence in a line; it may have begun on the line before. */
export function findClosing(before: string, text: string): Closing | null {
  const carry = before.slice(-MAX_CARRY);
  const joined = `${carry} ${text}`;
  const offset = carry.length + 1;
  const sentence = HELP_CENTER.exec(joined);
  if (sentence !== null && sentence.index + sentence[0].length > offset) {
    const from = sentence.index + sentence[0].length - offset;
    const length = ADDRESS.exec(text.slice(from))?.[0].length ?? 0;
    const start = sentence.index - offset;
    return {
      start: start < 0 ? start + 1 : start,
      end: from + length,
      isOpen: !text.slice(from, from + length).includes('//'),
    };
  }
  const address = REDIRECTOR.exec(text);
  if (address === null) return null;
  const length = ADDRESS.exec(text.slice(address.index))?.[0].length ?? 0;
  const ends = [...text.slice(0, address.index).matchAll(SENTENCE_END)];
  return { start: (ends.at(-1)?.index ?? -1) + 1, end: address.index + length, isOpen: false };
}

/** Does the closing sentence stand in this line? */
export const holdsClosing = (text: string): boolean => HELP_CENTER.test(text) || REDIRECTOR.test(text);

/** The address of a closing sentence at the beginning of the next line: its length, 0 when there is none. */
export const addressLength = (text: string): number => {
  const length = ADDRESS.exec(text)?.[0].length ?? 0;
  return text.slice(0, length).includes('//') ? length : 0;
};
