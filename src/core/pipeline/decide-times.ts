import type { DateOrderEvidence } from '../input/normalise/date-order.ts';
import { settleSource, type TimeSettlement } from '../input/normalise/settle-times.ts';
import { parseZone } from '../input/normalise/zone.ts';
import type { ParserFindings } from '../model/parser.ts';
import type { ScanOptions } from './source-scan.ts';

/** What the local times of a source are, at its end: by what was asked for, then by what the source shows. */
export const decideTimes = (
  evidence: DateOrderEvidence,
  { likelyOrder, inferredOffsetMs }: Pick<ParserFindings, 'likelyOrder' | 'inferredOffsetMs'>,
  { zone, dateOrder }: ScanOptions,
): TimeSettlement =>
  settleSource(evidence, {
    dateOrder: dateOrder ?? null,
    likelyOrder,
    zone: zone === undefined ? null : parseZone(zone),
    inferredOffsetMs,
  });
