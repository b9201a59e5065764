import type { TextParser } from '../../model/parser.ts';
import type { InputFormat } from '../input-format.ts';
import { createEventXmlParser } from '../parsers/event-xml/parser.ts';
import { isEventXml } from '../parsers/event-xml/recognise.ts';
import { loadXmlParser } from '../xml/tree.ts';
import { createWrappedParser } from './parser.ts';
import { StringDecoder } from './string-decoder.ts';
import { unwrapAll } from './unwrapper.ts';

/** A list of strings, or a string with an escape in its first tag: a table begins with a quote too, and escapes nothing. */
const BEGINS = /^\s*(?:\[(?:[\s,[]|null){0,64}"|"[^"\n]{0,1024}\\(?:"|u003c))/i;

/** Events as XML that were written as JSON: a list of strings, as `ConvertTo-Json` and `json.dumps` make it, or a string a line. */
export const encodedXmlFormat: InputFormat<TextParser> = {
  name: 'encoded-xml',
  isExport: false,
  canBeEmpty: false,
  recognises: (head) => BEGINS.test(head) && isEventXml(unwrapAll(head, new StringDecoder())),
  prepare: loadXmlParser,
  create: createWrappedParser(() => new StringDecoder(), createEventXmlParser),
};
