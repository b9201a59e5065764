import { createBlockParser, type ReadBlock } from '../blocks/block-parser.ts';
import { KeyValues } from '../blocks/key-lines.ts';
import { beginsMarkup } from '../blocks/other-text.ts';
import type { LinesAhead, SegmentFormat } from './segment-format.ts';

const RULE = /^={20,}\s*$/;
const KEY_LINE = /^([A-Z][A-Za-z ]{1,30}?)\s*: ?(.*)$/;
const ID_LINE = /^Event ID\s*: \d/;
/** The user chooses columns and their order. */
const LOOKAHEAD = 8;

/** What the viewers of NirSoft save as text: a rule above and below each event. Unconfirmed: by the property names of their pages. */
export const nirsoftTextSegment: SegmentFormat = {
  name: 'nirsoft-text',
  isDetail: false,
  needs: { first: /=/ },
  begins: (lines) => (RULE.test(lines(0) ?? '') && beginsEvent(lines) ? { column: 0, ends: createEnds() } : null),
  create: createBlockParser({
    isUtc: false,
    startsBlock: (line) => RULE.test(line),
    read,
    closesBlock: (line, block) => RULE.test(line) && block.length > 1,
  }),
};

function beginsEvent(lines: LinesAhead): boolean {
  const first = lines(1) ?? '';
  const second = lines(2) ?? '';
  if (!KEY_LINE.test(first) || !KEY_LINE.test(second) || second.indexOf(':') !== first.indexOf(':')) return false;
  for (let index = 1; index < LOOKAHEAD; index += 1) if (ID_LINE.test(lines(index) ?? '')) return true;
  return false;
}

/** Between a rule below and the next above only blank lines stand. */
function createEnds(): (lines: (index: number) => string | undefined) => number {
  let isInside = false;
  return (lines) => {
    const line = lines(0) ?? '';
    if (RULE.test(line)) isInside = !isInside;
    else if (beginsMarkup(line) || (!isInside && line.trim() !== '')) return 0;
    return -1;
  };
}

function read(lines: readonly string[]): ReadBlock | null {
  const found = new KeyValues();
  const colon = (lines[1] ?? '').indexOf(':');
  let [open, text] = ['', ''];
  const close = (): void => {
    if (open !== '') found.add(open, text.trimEnd());
  };
  for (const line of lines.filter((each) => !RULE.test(each))) {
    const [, key, value = ''] = KEY_LINE.exec(line) ?? [];
    // All colons stand in one column; any other is of the text.
    if (key === undefined || line.indexOf(':') !== colon) text += `\n${line}`;
    else {
      close();
      [open, text] = [key, value];
    }
  }
  close();
  return open === '' ? null : { values: found.values };
}
