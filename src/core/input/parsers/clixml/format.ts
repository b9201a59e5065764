import type { TextParser } from '../../../model/parser.ts';
import type { InputFormat } from '../../input-format.ts';
import { loadXmlParser } from '../../xml/tree.ts';
import { createClixmlParser } from './parser.ts';

/** @see MS-PSRP 2.2.5 Serialization */
const ROOT = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:#< CLIXML\s*)?<Objs\b[^>]*schemas\.microsoft\.com\/powershell\/2004\/04/;

export const clixmlFormat: InputFormat<TextParser> = {
  name: 'clixml',
  isExport: true,
  canBeEmpty: false,
  recognises: (head) => ROOT.test(head),
  prepare: loadXmlParser,
  create: createClixmlParser,
};
