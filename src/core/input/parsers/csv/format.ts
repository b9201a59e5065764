import type { TextParser } from '../../../model/parser.ts';
import type { InputFormat } from '../../input-format.ts';
import { createCsvParser } from './parser.ts';
import { isTable } from './recognise.ts';

export const csvFormat: InputFormat<TextParser> = {
  name: 'csv',
  isExport: true,
  canBeEmpty: true,
  recognises: isTable,
  create: createCsvParser,
};
