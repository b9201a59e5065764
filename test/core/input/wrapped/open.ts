import { openInput } from '../../../../src/core/input/open-input.ts';
import type { RawEvent } from '../../../../src/core/model/event.ts';
import type { Problem } from '../../../../src/core/model/problems.ts';
import { everything } from '../../../support/parse-text.ts';
import { sourceOf } from '../../../support/sources.ts';

export interface Opened {
  readonly format: string;
  readonly events: readonly RawEvent[];
  readonly problems: readonly Problem[];
}

/** Reads a text as an input of any format. */
export async function open(text: string): Promise<Opened> {
  const input = await openInput(sourceOf('-', text).chunks(), { interest: everything, tally: { count: () => {} } });
  if ('refused' in input) throw new Error(input.refused.code);
  const events: RawEvent[] = [];
  const problems: Problem[] = [];
  for await (const batch of input.batches()) {
    events.push(...batch.events);
    problems.push(...batch.problems);
  }
  return { format: input.format, events, problems };
}

export const TWO_EVENTS = `Log Name:      System
Source:        Service Control Manager
Date:          13/04/2024 09:05:58
Event ID:      7031
Task Category: None
Level:         Error
Computer:      EX01.contoso.com
Description:
The WSUS Service service terminated unexpectedly.  It has done this 1 time(s).

Log Name:      Application
Source:        ESENT
Date:          13/04/2024 09:15:58
Event ID:      454
Task Category: Logging/Recovery
Level:         Error
Computer:      EX01.contoso.com
Description:
svchost (1120) C:\\Users\\new: Database recovery/restore failed with unexpected error -1032.`;

/** The events without the places where they stand. */
export const unplaced = (events: readonly RawEvent[]): unknown[] =>
  events.map((event) => ({ ...event, position: 0, otherForms: [] }));
