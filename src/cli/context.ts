import type { Calls } from './calls.ts';
import type { Config } from './config-schema.ts';
import type { Outcome } from './exit-codes.ts';
import type { CliIo } from './io.ts';

/** What a command gets: the outside, the work, and a way to say how it ended. */
export interface CommandContext {
  readonly io: CliIo;
  readonly calls: Calls;
  /** Of this run; read before the command acts. */
  readonly config: Config;
  /** The weightiest outcome of a run becomes its exit code. */
  ended(outcome: Outcome): void;
}
