import type { Level } from '../../model/event.ts';

/** The event that a message tells. */
export interface ToldEvent {
  readonly source: string;
  readonly eventId: number;
  /** null where versions of Windows differ. */
  readonly log: string | null;
  /** null where versions of Windows differ. */
  readonly level: Level | null;
}
