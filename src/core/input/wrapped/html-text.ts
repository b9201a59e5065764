import { decodeEntities } from '../text/entities.ts';
import { LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { TableRows } from './table-rows.ts';
import { unwrapAll } from './unwrapper.ts';
import { wrappedFormat } from './wrapped-format.ts';

/** Tags of blocks, which part lines. */
const BLOCK = /<\/?(?:html|body|pre|code|p|div|blockquote)(?:\s[^<>]{0,200})?>/gi;
/** What HTML needs, and what texts of other formats begin with. */
const MAY_HOLD = /<pre[\s>]|<code[\s>]|<t[dh][\s>]|&(?:quot|#x?\d)/i;
/** XML has references of its own. */
const XML = /<Event[\s>]|<Objs\s/;

const OF_TABLE = /<\/?(?:table|thead|tbody|tr|t[dh])(?:\s[^<>]{0,200})?>/gi;

const unwrap = (text: string): string => {
  if (text.indexOf('<') < 0) return decodeEntities(text);
  const lines = text.replace(OF_TABLE, '').replace(BLOCK, '\n').split('\n');
  // A line of nothing but tags stays one.
  return decodeEntities(lines.filter((line, index) => index === 0 || line.trim() !== '').join('\n'));
};

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper((out) => new TableRows(out, unwrap));

/** A piece of a page, with tags around a log or with references in it. */
export const htmlTextFormat = wrappedFormat({
  name: 'html-text',
  unwrapHead: (head) => (MAY_HOLD.test(head) && !XML.test(head) ? unwrapAll(head, createUnwrapper()) : null),
  leavesCopied: true,
  create: createWrappedParser(createUnwrapper),
});
