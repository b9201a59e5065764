import type { TextParser } from '../../model/parser.ts';
import type { InputFormat } from '../input-format.ts';
import { createJsonParser } from '../parsers/json/parser.ts';
import { holdsJsonEvents } from './holds-json.ts';
import { LineUnwrapper } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { RowTaker, type RowText } from './row-taker.ts';
import { unwrapAll } from './unwrapper.ts';

/** Two names, and behind them a cell that begins as an object; its quotes are doubled. */
const TABLE = /^\s*"?[\p{L}_@][^\n{},]{0,200},[^\n{}]{1,4000}\n/u;
const MAY_HOLD = /[,\n]"\s*\{\s*""/;

/** The first cell that holds an event; line ends between its values mean nothing. */
const firstRecord: RowText = (_, cells) => {
  const records = cells.filter((cell) => /^\s*\{\s*"/.test(cell)).map((cell) => cell.replaceAll('\n', ' '));
  return (records.length > 1 ? records.find(holdsJsonEvents) : records[0]) ?? null;
};

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper((out) => new RowTaker(out, firstRecord));

/** Tables of lines of any log, as Grafana, CloudWatch and Splunk export them, whose events are JSON in a cell. */
export const jsonCellsFormat: InputFormat<TextParser> = {
  name: 'json-cells',
  isExport: false,
  canBeEmpty: false,
  recognises: (head) => TABLE.test(head) && MAY_HOLD.test(head) && holdsJsonEvents(unwrapAll(head, createUnwrapper())),
  create: createWrappedParser(createUnwrapper, createJsonParser),
};
