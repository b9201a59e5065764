import type { EventSystem, Level, PayloadElement, RawTime } from '../../model/event.ts';
import { BASIS_ATTRIBUTE, LOCAL, localDigits } from '../../model/own-times.ts';
import { parseLocalTime } from '../normalise/parse-local-time.ts';
import { attributeOf, elementsOf, localName, textIn } from './elements.ts';
import { parseSystemTime } from './system-time.ts';
import { cleanName, cleanToken, levelFrom, parseWholeNumber } from './values.ts';

/** What `System` says, each with the element that holds it, or the attribute of that element. */
export const SYSTEM_PLACES = {
  provider: ['Provider', 'Name'],
  providerAlias: ['Provider', 'EventSourceName'],
  providerGuid: ['Provider', 'Guid'],
  eventId: ['EventID', null],
  qualifiers: ['EventID', 'Qualifiers'],
  version: ['Version', null],
  level: ['Level', null],
  task: ['Task', null],
  opcode: ['Opcode', null],
  keywords: ['Keywords', null],
  time: ['TimeCreated', 'SystemTime'],
  recordId: ['EventRecordID', null],
  activityId: ['Correlation', 'ActivityID'],
  relatedActivityId: ['Correlation', 'RelatedActivityID'],
  processId: ['Execution', 'ProcessID'],
  threadId: ['Execution', 'ThreadID'],
  channel: ['Channel', null],
  host: ['Computer', null],
  userId: ['Security', 'UserID'],
} as const satisfies Record<string, readonly [element: string, attribute: string | null]>;
export type SystemPart = keyof typeof SYSTEM_PLACES;

/** `unreadable` is the text that is no time. */
export interface SystemTime {
  readonly time: RawTime | null;
  readonly unreadable: string | null;
}

/** The parts of `System`, wherever they stand. */
export interface SystemSource {
  /** One blank between words. */
  name(part: SystemPart): string | null;
  /** Names that hold no blanks. */
  token(part: SystemPart): string | null;
  number(part: SystemPart): number | null;
  time(): SystemTime;
  level(): Level | null;
}

/** The parts in a tree of elements; of repeated ones the first. */
export class SystemElement implements SystemSource {
  readonly #elements = new Map<string, PayloadElement>();

  constructor(system: PayloadElement) {
    for (const element of elementsOf(system)) {
      const name = localName(element);
      if (!this.#elements.has(name)) this.#elements.set(name, element);
    }
  }

  name(part: SystemPart): string | null {
    return cleanName(this.#text(part));
  }
  token(part: SystemPart): string | null {
    return cleanToken(this.#text(part));
  }
  number(part: SystemPart): number | null {
    return parseWholeNumber(this.token(part));
  }
  time(): SystemTime {
    const element = this.#elements.get('TimeCreated');
    const isLocal = element !== undefined && attributeOf(element, BASIS_ATTRIBUTE) === LOCAL;
    const digits = isLocal ? localDigits(this.name('time') ?? '') : '';
    const time = isLocal ? parseLocalTime(digits, null, 'en') : null;
    return time === null ? readSystemTime(this.name('time')) : { time, unreadable: null };
  }
  level(): Level | null {
    return levelFrom(this.token('level'), this.token('keywords'));
  }

  #text(part: SystemPart): string {
    const [name, attribute] = SYSTEM_PLACES[part];
    const element = this.#elements.get(name);
    if (element === undefined) return '';
    return attribute === null ? textIn(element) : (attributeOf(element, attribute) ?? '');
  }
}

const NOT_SET_MS = -11_644_473_600_000; // FILETIME 0 as a date: 1601-01-01

/** A line break from mail may stand anywhere in the text, also in place of the blank between date and time. */
export function readSystemTime(text: string | null): SystemTime {
  if (text === null) return { time: null, unreadable: null };
  const digits = text.replace(/\s+/g, '');
  const time = parseSystemTime(digits[10] === 'T' ? digits : `${digits.slice(0, 10)}T${digits.slice(10)}`);
  if (time === null) return { time: null, unreadable: text };
  return { time: time.timeMs === NOT_SET_MS ? null : time, unreadable: null };
}

/** All of it, for the full rendering. */
export function toEventSystem(system: SystemSource): EventSystem {
  const keywords = system.token('keywords');
  return {
    version: system.number('version'),
    task: system.number('task'),
    opcode: system.number('opcode'),
    keywords: keywords !== null && /^0x[\da-f]{1,16}$/i.test(keywords) ? keywords : null,
    processId: system.number('processId'),
    threadId: system.number('threadId'),
    activityId: system.token('activityId'),
    relatedActivityId: system.token('relatedActivityId'),
    providerGuid: system.token('providerGuid'),
    userId: system.token('userId'),
  };
}
