import { loadRegexEngine } from '../engine/regex.ts';
import { toContent } from '../input/normalise/to-event.ts';
import type { EventRecord } from '../model/event.ts';
import { rulesOf } from './diagnose.ts';
import { events } from './events.ts';
import { type DiagnoseOptions, type Input, toSource } from './options.ts';
import { readableAgain } from './read-again.ts';

/** Which event: a record number, or the n-th event of the source where there are no numbers. */
export type EventAddress = ({ readonly recordId: number } | { readonly nth: number }) & {
  /** Of the files in an archive the one with this name. */
  readonly source?: string;
};
/** What one class of one rule says of the event. */
export interface ClassLook {
  readonly ruleId: string;
  readonly title: string;
  readonly className: string;
  readonly takes: boolean;
  /** Clauses that refused it. */
  readonly failed: readonly string[];
}
export interface EventExplanation {
  readonly event: EventRecord;
  /** The classes that looked at the event: provider and id were right, or one of its codes. */
  readonly looks: readonly ClassLook[];
}

/**
 * All rules on one event.
 * @returns null when the input has no such event
 * @throws EvdxError as `diagnose` does
 */
export async function explainEvent(
  input: Input,
  address: EventAddress,
  options: DiagnoseOptions = {},
): Promise<EventExplanation | null> {
  const { builtinCodeNames } = await import('../knowledge/builtin/sources.ts');
  const { compiled } = await rulesOf(options);
  const source = options.redact === undefined ? input : readableAgain(toSource(input));
  const found = await findEvent(source, address, options, builtinCodeNames);
  if (found === null) return null;
  await loadRegexEngine();
  const looks = compiled.candidates(found).flatMap(({ compiled: { ruleIndex, name }, judge }): readonly ClassLook[] => {
    const verdict = judge(found);
    const rule = compiled.rules[ruleIndex]?.definition;
    if (rule === undefined || (!verdict.takes && !verdict.near)) return [];
    return [
      {
        ruleId: rule.id,
        title: rule.title,
        className: name,
        takes: verdict.takes,
        failed: verdict.takes ? [] : verdict.failed,
      },
    ];
  });
  return { event: await redacted(found, source, options), looks };
}

/** The other events of the input tell which words are names. */
async function redacted(event: EventRecord, input: Input, options: DiagnoseOptions): Promise<EventRecord> {
  const { redact, ...reading } = options;
  if (redact === undefined) return event;
  const { createRedaction } = await import('./redact.ts');
  const redaction = await createRedaction(redact);
  redaction.seeEvent(event);
  for await (const batch of events([input], reading)) for (const one of batch) redaction.seeEvent(one);
  await redaction.kept(redact);
  return redaction.event(event);
}

async function findEvent(
  input: Input,
  address: EventAddress,
  options: DiagnoseOptions,
  names: ReadonlyMap<string, number>,
): Promise<EventRecord | null> {
  let count = 0;
  const { redact, ...reading } = options;
  for await (const batch of events([input], reading)) {
    for (const event of batch) {
      if (address.source !== undefined && event.source !== address.source) continue;
      count += 1;
      const isIt = 'nth' in address ? count === address.nth : event.recordId === address.recordId;
      if (isIt) return withCodes(event, names);
    }
  }
  return null;
}

/** The stream of events knows no rules; a name counts as a code where some rule names it. */
function withCodes(event: EventRecord, names: ReadonlyMap<string, number>): EventRecord {
  return { ...event, codes: toContent({ ...event, time: null, otherForms: [] }, names).codes };
}
