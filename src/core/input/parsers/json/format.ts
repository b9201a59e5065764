import type { TextParser } from '../../../model/parser.ts';
import type { InputFormat } from '../../input-format.ts';
import { createJsonParser } from './parser.ts';
import { isJson } from './recognise.ts';

export const jsonFormat: InputFormat<TextParser> = {
  name: 'json',
  isExport: true,
  canBeEmpty: false,
  recognises: isJson,
  create: createJsonParser,
};
