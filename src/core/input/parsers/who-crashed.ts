import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { stopEvent } from '../blocks/stop-event.ts';
import type { LinesAhead, SegmentFormat } from './segment-format.ts';

/** `On Thu 08.11.2018 14:26:53 your computer crashed or a problem was reported` */
const FIRST = /^On \S.{8,60} your (?:computer|system) crashed\b/;
const DUMP = /^crash dump file: (\S.*?)\s*$/;
const CODE = /^Bugcheck code: 0x([\da-f]{1,8}) \(((?:0x[\da-f]{1,16}(?:, )?){1,5})\)/i;
/** Where Windows puts dumps of problems that it survived. */
const SURVIVED = /\\LiveKernelReports\\/i;

/** The stop errors that WhoCrashed lists. @see https://www.resplendence.com/whocrashed */
export const whoCrashedSegment: SegmentFormat = {
  name: 'who-crashed',
  isDetail: false,
  needs: { first: /O/, holds: [' crashed'] },
  begins: (lines) =>
    FIRST.test(lines(0) ?? '') && DUMP.test(lines(1) ?? '') ? { column: 0, ends: endsInBlank } : null,
  create: createBlockParser({ isUtc: false, startsBlock: (line) => FIRST.test(line), read }),
};

const endsInBlank = (lines: LinesAhead): number => ((lines(0) ?? '').trim() === '' ? 0 : -1);

function read(lines: readonly string[]): ReadBlock | null {
  const found = lines.map((line) => CODE.exec(line)).find((match) => match !== null);
  const dump = lines.map((line) => DUMP.exec(line)?.[1]).find((path) => path !== undefined) ?? '';
  const [, code, parameters = ''] = found ?? [];
  if (code === undefined || SURVIVED.test(dump)) return null;
  const digits = parameters.split(', ').map((parameter) => parameter.slice(2));
  return stopEvent(code, digits, dump, lines.join('\n').trim());
}
