import type { TextParser } from '../../model/parser.ts';
import type { InputFormat } from '../input-format.ts';
import { prepareMixture } from '../mixture/parser.ts';
import { unreadFormat } from '../unread-format.ts';
import type { OtherLog } from './kinds.ts';
import { createOtherLogParser } from './parser.ts';

/** Of a log without events whose lines are known, which is read much faster than any text; null where they look like anything. */
export function otherLogFormat(kind: OtherLog): InputFormat<TextParser> | null {
  if (kind.isUnread === true) return unreadFormat(() => true);
  if (kind.line === undefined) return null;
  return {
    name: 'text',
    isExport: false,
    canBeEmpty: false,
    recognises: () => true,
    prepare: prepareMixture,
    create: createOtherLogParser(kind),
  };
}
