import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { KeyValues } from '../blocks/key-lines.ts';
import { beginsOther } from '../blocks/other-text.ts';
import type { LinesAhead, SegmentFormat } from './segment-format.ts';

/** `Log: 'Application' Date/Time: 05/12/2012 20:01:14` */
const FIRST = /^\s*Log: '(.{1,256}?)' Date\/Time: (\d.{7,40})$/;
const TYPE = /^\s*Type: (.{2,40}?) Category: (.{0,100})$/;
const EVENT = /^\s*Event: (\d{1,10}) Source: (.{1,256}?)\s*$/;
/** Above the name of the next log. */
const RULE = /^~{10,}\s*$/;

const isFirst = (line: string): boolean => line.includes("' Date/Time: ") && FIRST.test(line);

/** The report of VEW, a viewer of forums, which says of itself that its dates are dd/mm/yyyy. Unconfirmed: by posted reports only. */
export const vewSegment: SegmentFormat = {
  name: 'vew',
  isDetail: false,
  isOpenEnded: true,
  ignoresIndent: true,
  needs: { holds: ["' Date/Time: "] },
  begins: (lines) =>
    isFirst(lines(0) ?? '') && [1, 2, 3].some((at) => EVENT.test(lines(at) ?? '')) ? { column: 0, ends } : null,
  create: createBlockParser({
    isUtc: false,
    dateOrder: { order: 'dmy', isSure: false },
    startsBlock: isFirst,
    closesBlock: (line) => RULE.test(line),
    read,
  }),
};

const ends = (lines: LinesAhead): number => {
  const line = lines(0) ?? '';
  return !EVENT.test(line) && !TYPE.test(line) && beginsOther(line) ? 0 : -1;
};

function read(lines: readonly string[]): ReadBlock {
  const found = new KeyValues();
  const [, channel = '', date = ''] = FIRST.exec(lines[0] ?? '') ?? [];
  found.set('channel', channel);
  found.set('dateTime', date.trim());
  const body: string[] = [];
  for (const line of lines.slice(1)) {
    const [, word, category = ''] = body.length > 0 ? [] : (TYPE.exec(line) ?? []);
    const [, id, source = ''] = body.length > 0 ? [] : (EVENT.exec(line) ?? []);
    if (word !== undefined) {
      found.set('eventType', word);
      found.set('category', category);
    } else if (id !== undefined) {
      found.set('eventId', id);
      found.set('provider', source);
    } else if (body.length > 0 || line.trim() !== '') body.push(line);
  }
  found.set('message', body.join('\n'));
  return { values: found.values };
}
