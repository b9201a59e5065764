import type { RawEvent } from '../../model/event.ts';
import { ownText } from '../text/copy-text.ts';

/** Names that come again and again; a hostile source has any number of them. */
const MAX_NAMES = 4096;
const NO_TEXTS: readonly string[] = [];
const NO_FIELDS: RawEvent['fields'] = new Map();

/** Takes events off the pieces of their source they were cut out of: one that is kept would keep its piece. */
export class Detacher {
  readonly #names = new Map<string, string>();

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
    if (name === null) return null;
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const own = ownText(name);
    if (this.#names.size < MAX_NAMES) this.#names.set(own, own);
    return own;
  }

  /** Fields are mostly the inserts by name, in their order. */
  #fieldsOf({ fields, strings: found }: RawEvent, strings: readonly string[]): RawEvent['fields'] {
    const own = new Map<string, string>();
    let index = 0;
    for (const [name, value] of fields) {
      const same = found[index] === value ? strings[index] : undefined;
      own.set(this.nameOf(name) ?? name, same ?? ownText(value));
      index += 1;
    }
    return own;
  }
}
