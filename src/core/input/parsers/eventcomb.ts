import { namedMonthTime } from '../lines/named-month-time.ts';
import { patternSegment } from '../lines/pattern-segment.ts';
import type { SegmentFormat } from './segment-format.ts';

/** What EventCombMT collects, an event a line. Unconfirmed: by descriptions of the tool. */
export const eventcombSegment: SegmentFormat = patternSegment({
  name: 'eventcomb',
  mark: ',',
  first: /\d/,
  /** `529,AUDIT FAILURE,Security,Fri Jul 06 10:22:33 2001,NT AUTHORITY\SYSTEM,text`; a source may hold no comma. */
  expression:
    /^\s*(?<id>\d{1,10}),(?<type>[A-Za-z_ ]{4,20}),(?<source>[^,]{1,256}),(?<time>[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4}),(?:[Nn]o [Uu]ser|(?<user>[^,]{0,256}))(?:,|$)/,
  createTimes: () => ({ read: namedMonthTime }),
});
