import type { EventRecord } from '../../model/event.ts';

/** Writes events one by one, so that a log of any size streams through. */
export interface EventWriter {
  readonly head: string;
  /** Stands between two events. */
  readonly separator: string;
  readonly foot: string;
  /** It writes the payload as elements. */
  readonly needsElements?: boolean;
  write(event: EventRecord): string;
}
