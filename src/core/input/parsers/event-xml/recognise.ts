import { EventBoundaries } from './boundaries.ts';
import { EscapedOnce } from './escaped-once.ts';
import { wordsBetween } from './free-text.ts';

const ROOT = /<(?:[\w.-]{1,64}:)?Events[\s/>]/;

/** Does this text begin with an event as XML, or with the root of such events, behind nothing but what tools write? */
export function isEventXml(head: string): boolean {
  const escapedOnce = new EscapedOnce();
  const text = escapedOnce.push(head) + escapedOnce.end();
  const start = new EventBoundaries(text, false).nextStart(0);
  const index = typeof start === 'number' ? start : (start?.index ?? text.length);
  return wordsBetween(text.slice(0, index)) === null && (start !== null || ROOT.test(text));
}
