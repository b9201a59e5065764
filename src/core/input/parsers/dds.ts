import { patternSegment } from '../lines/pattern-segment.ts';
import { TableTimes } from '../table/times.ts';
import type { SegmentFormat } from './segment-format.ts';

/** The events in a report of DDS, a tool of forums. Unconfirmed: by posted reports only. */
export const ddsSegment: SegmentFormat = patternSegment({
  name: 'dds',
  mark: ']',
  first: /\d/,
  /** `11/22/2011 4:01:14 PM, Error: Service Control Manager [7000]  - The …` */
  expression:
    /^\s*(?<time>\d{1,4}[./-]\d{1,2}[./-]\d{1,4} [\d:. APMapm]{4,14}), (?<type>\p{L}{4,20}): (?<source>.{1,256}?) \[(?<id>\d{1,10})\] {1,4}- ?/u,
  createTimes: () => new TableTimes(null, false),
});
