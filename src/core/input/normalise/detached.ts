import type { RawEvent } from '../../model/event.ts';
import { ownText } from '../text/copy-text.ts';
import { OwnNames } from '../text/own-names.ts';

const NO_TEXTS: readonly string[] = [];
const NO_FIELDS: RawEvent['fields'] = new Map();

/** Takes events off the pieces of their source they were cut out of: one that is kept would keep its piece. */
export class Detacher {
  readonly #names = new OwnNames();

  detach(raw: RawEvent): RawEvent {
    const strings = raw.strings.length === 0 ? NO_TEXTS : raw.strings.map(ownText);
    return {
      ...raw,
      host: this.nameOf(raw.host),
      channel: this.nameOf(raw.channel),
      provider: this.nameOf(raw.provider),
      providerAlias: this.nameOf(raw.providerAlias),
      category: this.nameOf(raw.category),
      user: this.nameOf(raw.user),
      strings,
      fields: raw.fields.size === 0 ? NO_FIELDS : this.#fieldsOf(raw, strings),
      message: raw.message === null ? null : ownText(raw.message),
    };
  }

  nameOf(name: string | null): string | null {
    return name === null ? null : this.#names.own(name);
  }

  /** Fields are mostly the inserts by name, in their order. */
  #fieldsOf({ fields, strings: found }: RawEvent, strings: readonly string[]): RawEvent['fields'] {
    const own = new Map<string, string>();
    let index = 0;
    for (const [name, value] of fields) {
      const same = found[index] === value ? strings[index] : undefined;
      own.set(this.#names.own(name), same ?? ownText(value));
      index += 1;
    }
    return own;
  }
}
