import type { TextParser } from '../../model/parser.ts';
import type { InputFormat } from '../input-format.ts';
import { createJsonParser } from '../parsers/json/parser.ts';
import { holdsJsonEvents } from './holds-json.ts';
import { LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { RowTaker, type RowText } from './row-taker.ts';
import { unwrapAll } from './unwrapper.ts';

/** The event as it came in; XML in it is read as a cell of any table. */
const RAW = '_raw';
const HEADER = /^\s*(?=\S)(?:[^\n]{0,4000},)?"?_raw"?(?:,|\s*\n)/;
const MAY_HOLD = /(?:^|[\n",])LogName=/;

/** Each row as a record of its text and its time. */
const rawAndTime: RowText = (names, cells) => {
  const [_raw, _time] = [RAW, '_time'].map((name) => cells[names.indexOf(name)]);
  return JSON.stringify({ _time, _raw });
};

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper((out) => new RowTaker(out, rawAndTime));

/** What Splunk exports of a search: a table with the text of each event (`WinEventLog`) in a cell, over lines. */
export const splunkTableFormat: InputFormat<TextParser> = {
  name: 'splunk-table',
  isExport: false,
  canBeEmpty: false,
  recognises: (head) => HEADER.test(head) && MAY_HOLD.test(head) && holdsJsonEvents(unwrapAll(head, createUnwrapper())),
  create: createWrappedParser(createUnwrapper, createJsonParser),
};
