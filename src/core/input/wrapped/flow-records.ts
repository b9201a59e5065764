import { holdsJsonEvents } from './holds-json.ts';
import { LineUnwrapper, lineByLine } from './line-unwrapper.ts';
import { createWrappedParser } from './parser.ts';
import { LiteralWriter } from './printed-literals.ts';
import { unwrapAll } from './unwrapper.ts';
import { wrappedFormat } from './wrapped-format.ts';

const BEGINS = /^<filesystem\/windows\/evtx? (?=[A-Za-z_]\w*=)/;
const MAY_HOLD = /^<filesystem\/windows\/evtx? [A-Za-z_]/m;
/** A key, and a value as Python prints it: a string, a list of strings, or words up to the next key; a time has a blank in it. */
const PAIR =
  /([A-Za-z_]\w{0,200})=(b?'(?:[^'\\]|\\.)*'|b?"(?:[^"\\]|\\.)*"|\[(?:[^\]'"\\]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")*\]|[^\s'"[>]+(?: [\d:.]+(?:[+-][\d:]+)?)?)(?: |>|$)/y;
const ITEM = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;

/** One record as JSON; null when the line is none. */
function jsonOf(line: string): string | null {
  const [begin] = BEGINS.exec(line) ?? [];
  if (begin === undefined) return null;
  const members: string[] = [];
  PAIR.lastIndex = begin.length;
  for (let pair = PAIR.exec(line); pair !== null; pair = PAIR.exec(line)) {
    const [, key = '', value = ''] = pair;
    members.push(`${JSON.stringify(key)}:${value.startsWith('[') ? listOf(value) : literalOf(value)}`);
  }
  return members.length === 0 ? null : `{${members.join(',')}}`;
}

const listOf = (value: string): string => `[${[...value.matchAll(ITEM)].map(([item]) => literalOf(item)).join(',')}]`;

function literalOf(value: string): string {
  const writer = new LiteralWriter();
  return writer.write(value) + writer.end();
}

const createUnwrapper = (): LineUnwrapper => new LineUnwrapper(lineByLine((line) => jsonOf(line) ?? line));

/** Records as Dissect prints them, one a line. @see https://github.com/fox-it/flow.record (flow/record/base.py, `__repr__`) */
export const flowRecordsFormat = wrappedFormat({
  name: 'flow-records',
  unwrapHead: (head) => {
    const text = MAY_HOLD.test(head) ? unwrapAll(head, createUnwrapper()) : null;
    return text !== null && holdsJsonEvents(text) ? text : null;
  },
  isSure: () => true,
  create: createWrappedParser(createUnwrapper),
});
