import { formatIsoTime } from '../../model/iso-time.ts';
import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { werEvent } from '../blocks/wer-event.ts';
import { timeFromFiletime } from '../normalise/filetime.ts';
import type { SegmentFormat, SegmentStart } from './segment-format.ts';

const FIRST = /^Version=\d{1,5}\s*$/;
const KIND = /^EventType=\w{3,64}\s*$/;
/** `Sig[0].Name=Application Name`, `DynamicSig[1].Value=…`, `AppPath=C:\…` */
const PAIR = /^([A-Za-z][\w.[\]]{1,60})=(.*)$/;
/** Of the parameters P1 to P10. */
const MAX_PARAMETERS = 10;

/**
 * A file Report.wer: what Windows Error Reporting 1001 says of the same problem, without its time. The log of the host has that event too, once or
 * several times, a moment later; with a time a report would count as one more of them.
 */
export const werReportSegment: SegmentFormat = {
  name: 'wer-report',
  isDetail: false,
  needs: { holds: ['Version='] },
  begins: (lines) => (FIRST.test(lines(0) ?? '') && KIND.test(lines(1) ?? '') ? start() : null),
  create: createBlockParser({ isUtc: true, startsBlock: (line) => FIRST.test(line), read }),
};

const start = (): SegmentStart => ({
  column: 0,
  ends: (lines) => ((lines(0) ?? '').trim() === '' || PAIR.test(lines(0) ?? '') ? -1 : 0),
});

function read(lines: readonly string[]): ReadBlock | null {
  const pairs = new Map(lines.map((line) => PAIR.exec(line)).map((pair) => [pair?.[1] ?? '', pair?.[2]?.trim() ?? '']));
  const kind = pairs.get('EventType');
  if (kind === undefined) return null;
  const parameters = Array.from({ length: MAX_PARAMETERS }, (_, at) => pairs.get(`Sig[${at}].Value`));
  const time = timeOf(pairs.get('EventTime') ?? '');
  const message = [
    `Event Name: ${kind}`,
    ...(time === null ? [] : [`Event Time: ${time}`]),
    'Problem signature:',
    ...parameters.flatMap((value, at) => (value === undefined ? [] : [`P${at + 1}: ${value}`])),
  ];
  // Bucket, type, response and cab are of the event alone.
  const strings = ['', '', kind, '', '', ...parameters.map((value) => value ?? '')];
  return { values: werEvent(message.join('\n')).values, strings };
}

const LOW = 1n << 32n;

/** @param filetime in decimal: 100 ns since 1601, UTC */
function timeOf(filetime: string): string | null {
  if (!/^\d{17,18}$/.test(filetime)) return null;
  const ticks = BigInt(filetime);
  const time = timeFromFiletime(Number(ticks % LOW), Number(ticks / LOW));
  return time === null ? null : formatIsoTime(time);
}
