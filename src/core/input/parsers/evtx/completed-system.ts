import type { Level } from '../../../model/event.ts';
import type { SystemPart, SystemSource, SystemTime } from '../../event-schema/system.ts';

/** `System` of a template whose end was overwritten: what its elements do not tell any more stands in the values of the record. */
export class CompletedSystem implements SystemSource {
  readonly #elements: SystemSource;
  readonly #values: SystemSource;

  constructor(elements: SystemSource, values: SystemSource) {
    this.#elements = elements;
    this.#values = values;
  }

  name(part: SystemPart): string | null {
    return this.#elements.name(part) ?? this.#values.name(part);
  }
  token(part: SystemPart): string | null {
    return this.#elements.token(part) ?? this.#values.token(part);
  }
  number(part: SystemPart): number | null {
    return this.#elements.number(part) ?? this.#values.number(part);
  }
  time(): SystemTime {
    const told = this.#elements.time();
    return told.time === null && told.unreadable === null ? this.#values.time() : told;
  }
  level(): Level | null {
    return this.#elements.level() ?? this.#values.level();
  }
}
