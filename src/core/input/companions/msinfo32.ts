import { type Companion, type OutputLine, Telling } from './companion.ts';
import { osOf } from './windows-version.ts';

/** `System Information report written at: 01/12/20 16:56:48`, in any language. */
const STAMP = /^[^:：\t]{3,60}[:：]\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d:\d\d(?: [AP]M)?\s*$/;
/** `System Name: HOST`, right below it. */
const NAMED = /^[^:：\t]{2,60}[:：]\s*(\S{1,63})\s*$/;
const SECTION = /^\[[^\]]{2,80}\]\s*$/;
/** An item and its value. */
const ROW = /^([^\t]{1,80})\t([^\t]{0,400})\t?$/;
/** `5.2.3790 Service Pack 2 Build 3790`: the number of the build comes again, after a word of the language of Windows. */
const VERSION = /^(\d{1,2}\.\d{1,2}\.(\d{3,5}))\b.{1,60}\b\2$/;

/** A cell of a report saved as .nfo; the names of the elements are in the language of Windows. */
const CELL = /^\s{0,40}<([^<>/\s]{1,60})><!\[CDATA\[(.*)\]\]><\/\1>\s*$/;
const DATA = '<Data>';
const VALUE_OF_SECOND = 6;
/** The name of the host is the fifth item since Vista; older reports have no other description of the system in front of it. */
const NAME_BEHIND_VERSION = { old: 2, new: 3 } as const;

/** `[System Summary]` above a table. */
const beginsSection = (lines: (index: number) => string | undefined, at: number): boolean =>
  SECTION.test(lines(at) ?? '') && [1, 2].some((ahead) => ROW.test(lines(at + ahead) ?? ''));

const cellOf = (line: string): string | undefined => (line.includes('<![CDATA[') ? CELL.exec(line)?.[2] : undefined);
const isVersionCell = (line: string): boolean => VERSION.test(cellOf(line) ?? '');

/** The head of a report of msinfo32 (System Information), as text and as .nfo. */
export const msinfo32: Companion = {
  tool: 'msinfo32',
  isMark: (line) => STAMP.test(line) || isVersionCell(line),
  begins(lines) {
    const first = lines(0) ?? '';
    if (first.trim() === DATA) return isVersionCell(lines(VALUE_OF_SECOND) ?? '');
    return STAMP.test(first) && [1, 2].some((ahead) => beginsSection(lines, ahead));
  },
  continues: (line) =>
    ROW.test(line) ||
    NAMED.test(line) ||
    SECTION.test(line) ||
    cellOf(line) !== undefined ||
    /^\s*<\/?Data>\s*$/.test(line),
  read(lines) {
    const telling = new Telling('msinfo32');
    const items = itemsIn(lines);
    const at = items.findIndex(({ value }) => VERSION.test(value));
    const [, version = ''] = VERSION.exec(items[at]?.value ?? '') ?? [];
    const behind = Number.parseInt(version, 10) < 6 ? NAME_BEHIND_VERSION.old : NAME_BEHIND_VERSION.new;
    const name = NAMED.exec(lines[1]?.text ?? '')?.[1] ?? (at < 0 ? undefined : items[at + behind]?.value);
    if (name !== undefined && /^\S{1,63}$/.test(name)) telling.host = name.toLowerCase();
    const place = items[at]?.line;
    if (place !== undefined)
      telling.fact('os', osOf(items[at - 1]?.value ?? '', version, items[at]?.value ?? ''), place);
    return telling;
  },
};

interface Item {
  readonly value: string;
  readonly line: OutputLine;
}
/** The values of a report, each behind the name of its item. */
function itemsIn(lines: readonly OutputLine[]): readonly Item[] {
  const cells = lines.flatMap((line): readonly Item[] => {
    const value = cellOf(line.text);
    return value === undefined ? [] : [{ value: value.trim(), line }];
  });
  if (cells.length > 0) return cells.filter((_, index) => index % 2 === 1);
  return lines.flatMap((line) => {
    const value = ROW.exec(line.text)?.[2];
    return value === undefined ? [] : [{ value: value.trim(), line }];
  });
}
