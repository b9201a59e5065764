import type { Level } from '../../../model/event.ts';

/** What decides over a record: whether the rest of it is read, and what is counted of it. */
export const decidingFields = [
  'eventId',
  'provider',
  'providerAlias',
  'channel',
  'host',
  'level',
  'type',
  'keywords',
  'time',
  'timeBasis',
  'recordId',
] as const;
/** What is read of an event by its place. */
export const jsonFields = [
  ...decidingFields,
  'qualifiers',
  'version',
  'task',
  'opcode',
  'processId',
  'threadId',
  'activityId',
  'relatedActivityId',
  'providerGuid',
  'userId',
  'user',
  'category',
  'message',
  'data',
  'recovered',
] as const;
export type JsonField = (typeof jsonFields)[number];
export type Places = Readonly<Partial<Record<JsonField, readonly string[]>>>;

/** A program that writes events as JSON: how to know it, and where it puts what. Paths are folded (value.ts). */
export interface JsonProducer {
  readonly name: string;
  /** Of one set all paths are there. */
  readonly marks: readonly (readonly string[])[];
  /** By field the paths, the best first. `level` holds numbers of winmeta.xml or words, `type` those of the NT log. */
  readonly places: Places;
  /** Times without a zone are local; otherwise UTC. */
  readonly isLocal: boolean;
  /** Where the inserts and named values stand; the first that is there. */
  readonly payload: readonly string[];
  /** Where the inserts stand in `payload` alone: the values that have names, which are inserts again. */
  readonly names?: string;
  /** The values stand in the order of the event. */
  readonly hasOrder: boolean;
  /** Named values stand beside everything else: all keys but these. */
  readonly ownKeys?: ReadonlySet<string>;
  /** Of those the ones that events have, too: values where a better place has what they would tell. */
  readonly sharedKeys?: ReadonlySet<string>;
  /** What a key that is none of these names; null: nothing of the event. */
  readonly nameOf?: (key: string) => string | null;
  /** The object they stand in, where that is not the record. */
  readonly flatIn?: string;
  /** The channel that it calls so. */
  readonly channelOf?: (name: string) => string | null;
  /** The word for a level that it writes as a number of its own. */
  readonly levelOf?: (value: string) => Level | null;
  /** An event without an id is one too. */
  readonly mayLackId?: boolean;
  /** Nothing tells who wrote it, only that it has what an event has: what is wrapped in the record is looked at first. */
  readonly isGuess?: boolean;
  /** Asked of a record with its marks, where they alone prove little. */
  readonly isEvent?: (has: (path: string) => boolean, textOf: (path: string) => string | null) => boolean;
}
