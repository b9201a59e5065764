import type { EventRecord } from '../core/model/event.ts';
import type { ByteSource } from '../core/model/source.ts';
import type { EventsOptions } from '../core/pipeline/options.ts';

/** A rule is made from a handful; a log of a year need not stay in memory for it. */
const MAX_TROUBLE = 20_000;
/** So few were picked by somebody: what is no error among them belongs to the story, too. */
const MAX_FEW = 20;

/** A proposal for a rule file from what inputs hold; null where they hold no event that a rule could name. */
export async function newRule(
  inputs: readonly ByteSource[],
  options: EventsOptions,
  id: string | null,
): Promise<string | null> {
  const { events } = await import('../core/pipeline/events.ts');
  const { isTrouble } = await import('../core/knowledge/rules/propose/choose.ts');
  const { proposeRule } = await import('../core/knowledge/rules/propose/propose.ts');
  const trouble: EventRecord[] = [];
  const first: EventRecord[] = [];
  let count = 0;
  for await (const batch of events(inputs, options)) {
    count += batch.length;
    first.push(...batch.slice(0, MAX_FEW + 1 - first.length));
    for (const event of batch) if (isTrouble(event)) trouble.push(event);
    // The last of the worst counts, so what is old goes first.
    if (trouble.length > 2 * MAX_TROUBLE) trouble.splice(0, trouble.length - MAX_TROUBLE);
  }
  return proposeRule(count <= MAX_FEW || trouble.length === 0 ? first : trouble, id);
}
