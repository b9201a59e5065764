import { changed } from './support/conclusions.ts';
import type { Derivation } from './support/derivation.ts';
import { coverageMovedBy, movedBy } from './support/stretch.ts';
import { scanOf } from './support/written-test.ts';

/** India: no whole hours, so that a shift by hours alone would show. */
const OFFSET_MS = 19_800_000;

/** Only distances count: the same events five and a half hours later. */
export const timeZone: Derivation = (written) => {
  const events = written.events.map((event) => movedBy(event, OFFSET_MS));
  const scan = scanOf(written, events, coverageMovedBy(written.covers, OFFSET_MS, OFFSET_MS));
  return [{ name: 'in another time zone', message: changed(written, written.judge([scan])) }];
};
