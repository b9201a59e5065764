import { type OpenContext, type OpenedInput, openInput } from '../../src/core/input/open-input.ts';
import type { RawEvent } from '../../src/core/model/event.ts';
import type { Problem } from '../../src/core/model/problems.ts';
import { ALL } from './interests.ts';
import { sourceOf } from './sources.ts';

/** What an input is read as, and all that its parser handed over. */
export interface ReadInput {
  readonly format: string;
  readonly events: readonly RawEvent[];
  readonly problems: readonly Problem[];
}

/** Opens what is an input of some format. @throws the code of what is refused */
export async function openAll(
  chunks: Parameters<typeof openInput>[0],
  context: OpenContext = ALL,
): Promise<OpenedInput> {
  const input = await openInput(chunks, context);
  if ('refused' in input) throw new Error(input.refused.code);
  return input;
}

/** Reads an input to its end; its own problems stand behind those of its events. */
export async function readToEnd(input: OpenedInput): Promise<ReadInput> {
  const events: RawEvent[] = [];
  const problems: Problem[] = [];
  for await (const batch of input.batches()) {
    events.push(...batch.events);
    problems.push(...batch.problems);
  }
  return { format: input.format, events, problems: [...problems, ...input.problems()] };
}

/** Reads a text as an input of any format. */
export const readInput = async (text: string): Promise<ReadInput> =>
  await readToEnd(await openAll(sourceOf('-', text).chunks()));
