import { emptyBatch, NO_FINDINGS, type TextParser } from '../model/parser.ts';
import type { InputFormat } from './input-format.ts';

/** A text that names events, as copied ones do, and holds none: nothing of it is read. */
export const unreadFormat = (recognises: (head: string) => boolean): InputFormat<TextParser> => ({
  name: 'text',
  isExport: false,
  canBeEmpty: false,
  recognises,
  create: () => ({
    push: () => emptyBatch(),
    end: () => emptyBatch(),
    findings: () => ({ ...NO_FINDINGS, timeBasis: 'utc' }),
  }),
});
