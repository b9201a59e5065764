import { foldWord } from '../../../knowledge/words/fold.ts';
import { tellingMessage } from '../../../knowledge/words/telling-messages.ts';
import type { BlockHead } from './block-head.ts';
import { withoutPrefix } from './heading-prefix.ts';

const plain = (source: string): string => foldWord(source).replace(/^microsoft-windows-/, '');

/** Headings without an id, with that of the event whose message stands below; null where it tells none, or that of another source. */
export function withToldId(head: BlockHead, below: readonly string[]): BlockHead | null {
  const [message = '', ...rest] = below
    .map((text) => withoutPrefix(text, head.frame.prefix).trim())
    .filter((text) => text !== '');
  const told = tellingMessage(message, () => rest.join('\n'));
  const source = head.values.get('source')?.text;
  if (told === null || (source !== undefined && plain(source) !== plain(told.source))) return null;
  const id = String(told.eventId);
  const named = source === undefined ? [['source', { raw: told.source, text: told.source }] as const] : [];
  return { ...head, values: new Map([...head.values, ...named, ['eventId', { raw: id, text: id }]]) };
}
