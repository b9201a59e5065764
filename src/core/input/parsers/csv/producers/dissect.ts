import type { Column } from '../../../../knowledge/words/table-columns.ts';
import type { Producer } from '../producer.ts';

const OF_THE_RECORD: readonly (readonly [string, Column])[] = [
  'domain',
  'source',
  '_source',
  '_classification',
  '_generated',
  '_version',
].map((name) => [name, 'ignored'] as const);

/** `target-query -f evtx -a … | rdump --csv`: a header for each kind of record. @see https://github.com/fox-it/dissect.target */
export const dissect: Producer = {
  name: 'Dissect',
  isUtc: true,
  hasValues: true,
  isOwn: (names) => names.has('ts') && names.has('provider_name') && names.has('eventid'),
  columns: new Map<string, Column>([
    ['ts', 'dateTime'],
    ['eventid_qualifiers', 'qualifiers'],
    ['execution_processid', 'processId'],
    ['execution_threadid', 'threadId'],
    ['correlation_activityid', 'activityId'],
    ['correlation_relatedactivityid', 'relatedActivityId'],
    ['security_userid', 'userId'],
    ['provider_eventsourcename', 'ignored'],
    ['binary', 'data'],
    ...OF_THE_RECORD,
  ]),
};
