import type { PayloadElement } from '../../model/event.ts';
import { OwnNames } from '../text/own-names.ts';
import { Characters } from '../xml/characters.ts';
import { PlainXmlReader } from '../xml/plain-xml.ts';
import { childOf } from './elements.ts';
import { type EventNote, partsIn, type ReadEvent, toRawEvent } from './raw-event.ts';
import { SystemElement } from './system.ts';

const DECLARATION = /^\s*<\?xml[^>]*\?>/;
const EVENT = /^\s*(?:<\?xml[^>]*>\s*)?<Event[\s>]/;

/** Does this text begin as an event in XML? */
export const isEventXmlText = (text: string): boolean => EVENT.test(text);

/** XML of nothing but tags and text, which is what events are; null for anything else. */
export const readXml = (xml: string): PayloadElement | null =>
  new PlainXmlReader(new Characters(), new OwnNames()).read(xml.replaceAll('\r', '').trim());

/** An event as XML that stands in a string. @returns null when it is none */
export function readEmbeddedXml(xml: string, position: number, everything: boolean): ReadEvent | EventNote | null {
  const root = readXml(xml.replace(DECLARATION, ''));
  const system = root === null ? null : childOf(root, 'System');
  if (root === null || system === null) return null;
  const origin = { position, recordId: null, time: null, recovered: false };
  return toRawEvent(new SystemElement(system), partsIn(root), origin, everything);
}
