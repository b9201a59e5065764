import type { HistoryEvent } from './history-event.ts';

/** Values of the fields a pattern is correlated by. */
export interface Key {
  /** Identity of the values, in the order of the fields. */
  readonly id: string;
  readonly fields: readonly string[];
  /** By field; `host` holds the host's key, which tells nameless hosts apart. */
  readonly valueByField: ReadonlyMap<string, string>;
  /** The host's name for reports; null without `host` in the key, or without a name. */
  readonly host: string | null;
}
/** Groups of the host inventory, by host name: `{ex1: {cluster: c1}}`. */
export type HostGroups = ReadonlyMap<string, Readonly<Record<string, string>>>;

const idOf = (fields: readonly string[], valueByField: ReadonlyMap<string, string>): string =>
  JSON.stringify(fields.map((field) => valueByField.get(field) ?? null));

export const makeKey = (
  fields: readonly string[],
  valueByField: ReadonlyMap<string, string>,
  host: string | null,
): Key => ({
  id: idOf(fields, valueByField),
  fields,
  valueByField,
  host: fields.includes('host') ? host : null,
});

/** The identity that a key with only these fields would have. */
export const keyIdOf = (key: Key, fields: readonly string[]): string =>
  isSameList(fields, key.fields) ? key.id : idOf(fields, key.valueByField);

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((one, index) => one === b[index]));

/** The key with only those of its fields that are listed. */
export const narrowKey = (key: Key, fields: readonly string[]): Key => {
  const kept = key.fields.filter((field) => fields.includes(field));
  return kept.length === key.fields.length
    ? key
    : makeKey(kept, new Map([...key.valueByField].filter(([field]) => kept.includes(field))), key.host);
};

/** One field of an event as seen by a class; null: the event lacks it and does not take part. */
export function fieldOf(
  event: HistoryEvent,
  captured: Readonly<Record<string, string>>,
  field: string,
  groups: HostGroups,
): string | null {
  if (field === 'host') return event.hostKey;
  if (field === 'log') return event.log;
  if (field === 'cluster' || field === 'site')
    return event.host === null ? null : (groups.get(event.host)?.[field] ?? null);
  return Object.hasOwn(captured, field) ? (captured[field] ?? null) : null;
}

/** The key as reports show it: the host by name, all fields in the order of the rule. */
export const reportKey = (key: Key): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    key.fields.map((field) => [camelCase(field), field === 'host' ? key.host : (key.valueByField.get(field) ?? null)]),
  );

const camelCase = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
