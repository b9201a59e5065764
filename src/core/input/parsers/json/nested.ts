import { isList, isObject, type JsonObject, type JsonValue } from './value.ts';

const MAX_DEPTH = 8;
/** A key that an event may have, as its program writes it; asked of the text of a record, which is mostly of something else. */
const KEY = /"(?:[Ee]vent[ _.-]?(?:[Ii][Dd]|[Cc]ode|[Ii]dentifier)|EVENT_?ID|InstanceId|Id|winlog|System)"/;

/** May events stand somewhere in this record, which is none? */
export const mayHoldEvents = (json: string): boolean => KEY.test(json);

/** Offers the objects in a value, from the outside in; in what was taken there are no others. @param take says whether it took it */
export function offerObjects(value: JsonValue, take: (object: JsonObject) => boolean, depth = 0): void {
  if (depth > MAX_DEPTH) return;
  for (const inner of isList(value) ? value : isObject(value) ? Object.values(value) : [])
    if (!isObject(inner) || !take(inner)) offerObjects(inner, take, depth + 1);
}
