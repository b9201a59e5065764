import type { Level } from './event.ts';

/** What a tool's output says that rules can name: a writer that failed, a backup that was refused. */
export interface Observation {
  /** The tool: `vssadmin`, `ntbackup`. */
  readonly tool: string;
  /** 1-based line. */
  readonly position: number;
  readonly level: Level | null;
  readonly fields: ReadonlyMap<string, string>;
  /** The lines as they stand. */
  readonly text: string;
}
/** Something known about the machine the output is of. */
export interface FoundFact {
  /** `os`, `product`, `file.ese.dll`, or a name of the tool's own: `database.state`. */
  readonly name: string;
  readonly value: string | boolean;
  /** null: the output names no host. */
  readonly host: string | null;
  readonly position: number;
}

const TOOL = 'tool:';
/** The provider under which observations of a tool go to the classes, apart from a provider of that name: NTBackup writes events, too. */
export const toolProvider = (tool: string): string => `${TOOL}${tool}`;
/** The tool behind such a name; null for a provider of events. */
export const toolOf = (provider: string | null): string | null =>
  provider?.startsWith(TOOL) === true ? provider.slice(TOOL.length) : null;
