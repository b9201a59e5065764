import { isList, isObject, type JsonObject, type JsonValue } from './value.ts';

/** Maps and lists as OTLP writes them. @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
export const isKeyValueList = (value: JsonObject): boolean => isObject(value.kvlistValue);

export function objectOfKeyValues(value: JsonObject): JsonObject {
  const plain = plainOf(value, 0);
  return isObject(plain) ? plain : {};
}

const MAX_DEPTH = 8;

function plainOf(value: JsonValue | undefined, depth: number): JsonValue {
  if (!isObject(value) || depth > MAX_DEPTH) return null;
  const { kvlistValue: map, arrayValue: list } = value;
  if (isObject(map) && isList(map.values)) {
    const entries = map.values
      .filter(isObject)
      .map(({ key, value: inner }) => [String(key), plainOf(inner, depth + 1)]);
    return Object.fromEntries(entries);
  }
  if (isObject(list) && isList(list.values)) return list.values.map((inner) => plainOf(inner, depth + 1));
  return value.stringValue ?? value.intValue ?? value.doubleValue ?? value.boolValue ?? null;
}
