import type { HistoryEvent } from './history-event.ts';
import type { Key } from './keys.ts';

/** An event as one class took it. */
export interface ClassEvent {
  readonly event: HistoryEvent;
  readonly captured: Readonly<Record<string, string>>;
}
/** An event in a pattern: the classes of the pattern it serves under this key. */
export interface Entry {
  readonly event: HistoryEvent;
  readonly roles: ReadonlySet<string>;
}
/** Does it stand in a pattern for one of these classes? */
export const serves = ({ roles }: Entry, classes: readonly string[]): boolean =>
  classes.some((name) => roles.has(name));

export interface KeyedEntries {
  readonly key: Key;
  /** In order of the history. */
  readonly entries: readonly Entry[];
}
