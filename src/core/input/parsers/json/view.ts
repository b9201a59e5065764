import { foldKey, isList, isObject, type JsonObject, type JsonValue, textOfValue } from './value.ts';

const MAX_DEPTH = 7;

/** The values of a record by their folded path: `{"winlog": {"event_id": 1}}` and `{"winlog.event_id": 1}` are the same. */
export class JsonView {
  readonly root: JsonObject;
  readonly #byPath = new Map<string, JsonValue>();

  constructor(root: JsonObject) {
    this.root = root;
    this.#add(root, '', 1);
  }

  #add(object: JsonObject, prefix: string, depth: number): void {
    for (const [key, value] of Object.entries(object)) {
      const path = prefix + foldKey(key);
      // As the parser has it: of repeated keys the last.
      this.#byPath.set(path, value);
      const inner = isList(value) && value.length === 1 ? value[0] : value;
      if (isObject(inner) && depth < MAX_DEPTH) this.#add(inner, `${path}/`, depth + 1);
    }
  }

  has(path: string): boolean {
    return this.#byPath.has(path);
  }
  at(path: string): JsonValue | undefined {
    return this.#byPath.get(path);
  }
  text(path: string): string | null {
    return textOfValue(this.#byPath.get(path));
  }
  /** The object at a path; one that stands in dotted keys is put together. */
  objectAt(path: string): JsonObject | null {
    const value = this.#byPath.get(path);
    const inner = isList(value) && value.length === 1 ? value[0] : value;
    if (isObject(inner)) return inner;
    const dotted = Object.entries(this.root).filter(([key]) => foldKey(key).startsWith(`${path}/`));
    const steps = path.split('/').length;
    if (dotted.length === 0) return null;
    return Object.fromEntries(dotted.map(([key, found]) => [key.split('.').slice(steps).join('.'), found]));
  }
}
