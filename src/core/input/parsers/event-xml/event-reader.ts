import type { PayloadElement } from '../../../model/event.ts';
import { childOf } from '../../event-schema/elements.ts';
import { type EventNote, partsIn, type ReadEvent, toRawEvent } from '../../event-schema/raw-event.ts';
import { SystemElement } from '../../event-schema/system.ts';
import { sampleOf } from '../../event-schema/wanted.ts';
import { OwnNames } from '../../text/own-names.ts';
import { Characters } from '../../xml/characters.ts';
import { XmlReader } from '../../xml/tree.ts';
import { repairXml } from './repair.ts';

/** Reads single events of one source. */
export class EventReader {
  readonly #characters = new Characters();
  readonly #reader = new XmlReader(this.#characters, new OwnNames());

  /** Forbidden characters removed so far. */
  get removed(): number {
    return this.#characters.removed;
  }

  /** @returns a note alone when the record cannot be kept. */
  read(xml: string, position: number, everything: boolean): ReadEvent | EventNote {
    const clean = this.#characters.strip(xml);
    const root = this.#reader.read(clean) ?? this.#readRepaired(clean);
    if (root === null) return { code: 'xml/malformed', detail: null };
    const event = withoutPrefix(root);
    const system = childOf(event, 'System');
    if (system === null) return { code: 'xml/malformed', detail: 'no System element' };
    const origin = { position, recordId: null, time: null, recovered: false };
    return toRawEvent(new SystemElement(system), partsIn(event), origin, everything);
  }

  /** One line for statistics. */
  sample(xml: string): string | null {
    const read = this.read(xml, 0, false);
    return 'event' in read ? sampleOf(read.event) : null;
  }

  #readRepaired(xml: string): PayloadElement | null {
    const repaired = repairXml(xml);
    return repaired === null ? null : this.#reader.read(repaired);
  }
}

/** Names as they would stand without the prefix that Python gives the namespace of events. */
function withoutPrefix(root: PayloadElement): PayloadElement {
  const prefix = root.name.slice(0, -'Event'.length);
  const rename = ({ name, attributes, children }: PayloadElement): PayloadElement => ({
    name: name.startsWith(prefix) ? name.slice(prefix.length) : name,
    attributes,
    children: children.map((child) => (typeof child === 'string' ? child : rename(child))),
  });
  return prefix === '' ? root : rename(root);
}
