import type { EventRecord } from '../../model/event.ts';
import { createTimeFormat, type DisplayZone } from '../display-time.ts';
import { isoOf } from '../iso-or-null.ts';
import { bad, type Document, good, heading, joined, listOf, log, quiet, strong, text } from './document.ts';
import { eventName } from './event-name.ts';
import { clauseName } from './near-miss-reasons.ts';
import { counted, enumerated, shortened } from './words.ts';

/** What one class of a rule says of an event. */
interface Look {
  readonly ruleId: string;
  readonly title: string;
  readonly className: string;
  readonly takes: boolean;
  /** Clauses that refused it. */
  readonly failed: readonly string[];
}
interface ExplainedEvent {
  readonly event: EventRecord;
  readonly looks: readonly Look[];
}

const TEXT_CHARACTERS = 600;

const describeEvent = (event: EventRecord, zone: DisplayZone): Document => {
  const content = event.message ?? event.strings.join(' | ');
  return [
    text(
      ...joined([
        [strong(eventName(event) ?? 'event')],
        [createTimeFormat(zone)(isoOf(event), event.timeBasis)],
        event.host === null ? null : [log(event.host)],
        event.channel === null ? null : [log(event.channel)],
        event.level === null ? null : [event.level],
        event.codes.length === 0 ? null : [`codes ${event.codes.join(', ')}`],
      ]),
    ),
    ...(content === '' ? [] : [text(log(shortened(content, TEXT_CHARACTERS)))]),
  ];
};

const describeLook = ({ ruleId, title, className, takes, failed }: Look): Document => [
  text(
    takes ? good('taken as ') : bad('not '),
    strong(className),
    ` of ${ruleId}`,
    failed.length === 0 ? '' : `: not the right ${enumerated(failed.map(clauseName))}`,
  ),
  text(quiet(title)),
];

type RecordName = { readonly recordId: number } | { readonly nth: number };

/** Why there is nothing to explain; a text whose events have no numbers has no record 3, and a file that was not read tells nothing. */
export const outlineNoEvent = (record: RecordName, isIncomplete: boolean): Document => [
  text(
    isIncomplete ? `Could not look for ${nameOf(record)}: the input was not read, or not all of it.` : missing(record),
  ),
];

const nameOf = (record: RecordName): string => ('nth' in record ? `event #${record.nth}` : `record ${record.recordId}`);

const missing = (record: RecordName): string =>
  'nth' in record
    ? `There are fewer than ${counted(record.nth, 'event')}.`
    : `There is no record ${record.recordId}. Where events carry no record numbers, #1 is the first one.`;

/** All rules on one event. */
export function outlineEvent(explained: ExplainedEvent, zone: DisplayZone): Document {
  const { event, looks } = explained;
  const nothing = looks.length === 0 ? [text('No rule looks at events of this source and id.')] : [];
  return [
    ...describeEvent(event, zone),
    heading('What the rules say'),
    ...nothing,
    ...listOf('bullet', looks.map(describeLook)),
  ];
}
