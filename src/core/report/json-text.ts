/** What JSON allows but a terminal or a reader obeys: DEL and C1 controls, line separators, direction marks. */
const UNSAFE = '\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u206f\\ufeff\\ufff9-\\ufffb';
const unsafe = new RegExp(`[${UNSAFE}]`, 'g');
/** These, and what JSON itself escapes. */
const special = new RegExp(`["\\\\\\u0000-\\u001f\\ud800-\\udfff${UNSAFE}]`);

/** JSON whose text can go anywhere; the value is the same. */
export const jsonText = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A log says the same few names and values again and again. */
const MAX_REMEMBERED = 8192;
const MAX_CHARACTERS = 64;
let remembered = new Map<string, string>();

/** `jsonText` of a text. */
export function jsonString(text: string | null): string {
  if (text === null) return 'null';
  if (text.length > MAX_CHARACTERS) return written(text);
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= MAX_REMEMBERED) remembered = new Map();
  const json = written(text);
  remembered.set(text, json);
  return json;
}

/** Nearly no text holds anything special. */
const written = (text: string): string => (special.test(text) ? jsonText(text) : `"${text}"`);
