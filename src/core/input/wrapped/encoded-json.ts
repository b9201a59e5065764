import type { TextParser } from '../../model/parser.ts';
import type { InputFormat } from '../input-format.ts';
import { createJsonParser } from '../parsers/json/parser.ts';
import { isJson } from '../parsers/json/recognise.ts';
import { holdsJsonEvents } from './holds-json.ts';
import { createWrappedParser } from './parser.ts';
import { StringDecoder } from './string-decoder.ts';
import { unwrapAll } from './unwrapper.ts';

/** A string, or a list of them, whose first begins with a record: tables quote otherwise, and JSON with a key. */
const BEGINS = /^\s*(?:\[\s*)?"(?:\s|\\[nrt]){0,64}[[{](?:\s|\\[nrt]){0,64}(?:\{(?:\s|\\[nrt]){0,64})?\\"/;
const recognises = (head: string): boolean => {
  if (!BEGINS.test(head)) return false;
  const decoded = unwrapAll(head, new StringDecoder());
  return isJson(decoded) && holdsJsonEvents(decoded);
};

/** JSON that was written as JSON once more: in one string, a string a line, or a list of them. */
export const encodedJsonFormat: InputFormat<TextParser> = {
  name: 'encoded-json',
  isExport: false,
  canBeEmpty: false,
  recognises,
  create: createWrappedParser(() => new StringDecoder(), createJsonParser),
};
