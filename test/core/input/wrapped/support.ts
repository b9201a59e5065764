import type { RawEvent } from '../../../../src/core/model/event.ts';

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
