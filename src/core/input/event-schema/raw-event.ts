import type { ExactTime, PayloadElement, RawEvent } from '../../model/event.ts';
import type { PlacedInserts } from '../../model/placed-inserts.ts';
import type { ProblemCode } from '../../model/problems.ts';
import { childOf, textIn } from './elements.ts';
import { type Payload, readPayload } from './payload.ts';
import { type SystemSource, toEventSystem } from './system.ts';
import { cleanName } from './values.ts';

export interface EventNote {
  readonly code: ProblemCode;
  readonly detail: string | null;
}
export interface ReadEvent {
  readonly event: RawEvent;
  readonly notes: readonly EventNote[];
  /** What is missing in the event, where it stands. */
  readonly inserts?: PlacedInserts;
}

/** What is known of a record besides its event. */
export interface Origin {
  readonly position: number;
  /** Where the event itself says nothing. */
  readonly recordId: number | null;
  readonly time: ExactTime | null;
  readonly recovered: boolean;
}

const NO_NOTES: readonly EventNote[] = [];
const MAX_DETAIL_CHARACTERS = 60;

/** What stands beside `System`. */
export interface Parts {
  readonly payload: Payload;
  /** What Windows rendered for a forwarded or exported event. */
  readonly rendering: PayloadElement | null;
}

export const partsIn = (root: PayloadElement): Parts => ({
  payload: readPayload(root),
  rendering: childOf(root, 'RenderingInfo'),
});

/** The event that `System` and the parts beside it make, whatever format they stood in. @returns a note alone when it cannot be kept. */
export function toRawEvent(
  system: SystemSource,
  { payload, rendering }: Parts,
  origin: Origin,
  everything: boolean,
): ReadEvent | EventNote {
  const eventId = system.number('eventId');
  const idText = eventId === null ? system.token('eventId') : null;
  if (idText !== null) return { code: 'event/bad-id', detail: shorten(idText) };
  const { time, unreadable } = system.time();
  const event: RawEvent = {
    position: origin.position,
    recordId: system.number('recordId') ?? origin.recordId,
    time: time ?? origin.time,
    host: system.token('host'),
    channel: system.name('channel'),
    provider: system.name('provider'),
    providerAlias: system.name('providerAlias'),
    eventId,
    qualifiers: system.number('qualifiers'),
    level: system.level(),
    category: rendering === null ? null : cleanName(textOfPart(rendering, 'Task') ?? ''),
    user: system.name('userId'),
    strings: payload.strings,
    fields: payload.fields,
    message: rendering === null ? null : textOfPart(rendering, 'Message'),
    data: payload.data,
    recovered: origin.recovered,
    system: everything ? toEventSystem(system) : null,
    payload: everything ? payload.element : null,
    otherForms: [],
  };
  if (unreadable === null && payload.decodingError === null) return { event, notes: NO_NOTES };
  const notes: EventNote[] = [];
  if (unreadable !== null) notes.push({ code: 'time/unreadable', detail: shorten(unreadable) });
  if (payload.decodingError !== null) notes.push({ code: 'xml/no-payload', detail: payload.decodingError || null });
  return { event, notes };
}

const textOfPart = (rendering: PayloadElement, name: string): string | null => {
  const part = childOf(rendering, name);
  return (part && textIn(part)) || null;
};

const shorten = (text: string): string => text.slice(0, MAX_DETAIL_CHARACTERS);
