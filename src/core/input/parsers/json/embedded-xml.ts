import { childOf } from '../../event-schema/elements.ts';
import { type EventNote, partsIn, type ReadEvent, toRawEvent } from '../../event-schema/raw-event.ts';
import { SystemElement } from '../../event-schema/system.ts';
import { readXml } from './payload.ts';

/** An event as XML that stands in a string. @returns null when it is none */
export function readEmbeddedXml(xml: string, position: number, everything: boolean): ReadEvent | EventNote | null {
  const root = readXml(xml.replace(/^\s*<\?xml[^>]*\?>/, ''));
  const system = root === null ? null : childOf(root, 'System');
  if (root === null || system === null) return null;
  const origin = { position, recordId: null, time: null, recovered: false };
  return toRawEvent(new SystemElement(system), partsIn(root), origin, everything);
}
