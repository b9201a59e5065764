import { beginsEventCells, cellOf, isEventRow, ROW_BEGIN } from '../msinfo-report.ts';
import type { LinesAhead } from '../parsers/segment-format.ts';
import { type Companion, type OutputLine, Telling } from './companion.ts';
import { osOf } from './windows-version.ts';

/** `System Information report written at: 01/12/20 16:56:48`, in any language. */
const STAMP = /^[^:：\t]{3,60}[:：]\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d:\d\d(?: [AP]M)?\s*$/;
/** `System Name: HOST`, right below it. */
const NAMED = /^[^:：\t]{2,60}[:：]\s*(\S{1,63})\s*$/;
const SECTION = /^\[[^\]]{2,80}\]\s*$/;
/** An item and its value. */
const ROW = /^([^\t]{1,80})\t([^\t]{0,400})\t?$/;
/** Tables of devices, drivers and services have more columns; a tab ends each row, which tells it from a table of events. */
const isWideRow = (line: string): boolean => line.endsWith('\t') && line.indexOf('\t') < line.length - 1;
/** `5.2.3790 Service Pack 2 Build 3790`: the number of the build comes again, after a word of the language of Windows. */
const VERSION = /^(\d{1,2}\.\d{1,2}\.(\d{3,5}))\b.{1,60}\b\2$/;

/** Around the cells of a report saved as .nfo. */
const TAG = /^\s{0,40}<(?:\/?Data|\/?Category(?: name="[^"]{0,200}")?)>\s*$/;
const VALUE_OF_SECOND = 6;
/** The name of the host is the fifth item since Vista; older reports have no other description of the system in front of it. */
const NAME_BEHIND_VERSION = { old: 2, new: 3 } as const;

/** `[System Summary]` above a table. */
const beginsSection = (lines: LinesAhead, at: number): boolean =>
  SECTION.test(lines(at) ?? '') && [1, 2].some((ahead) => ROW.test(lines(at + ahead) ?? ''));

const isPart = (line: string): boolean =>
  isWideRow(line) || [ROW, NAMED, SECTION, TAG].some((part) => part.test(line)) || cellOf(line) !== undefined;
const isVersionCell = (line: string): boolean => VERSION.test(cellOf(line) ?? '');

/**
 * A report of msinfo32 (System Information), as text and as .nfo: its head tells the machine. The rest is an inventory; its numbers name
 * hardware, however much `0x9509` looks like an error.
 */
export const msinfo32: Companion = {
  tool: 'msinfo32',
  isMark: (line) => STAMP.test(line) || isVersionCell(line),
  begins(lines) {
    const first = lines(0) ?? '';
    if (first.trim() === ROW_BEGIN) return isVersionCell(lines(VALUE_OF_SECOND) ?? '');
    return STAMP.test(first) && [1, 2].some((ahead) => beginsSection(lines, ahead));
  },
  continues: (line, lines) => isPart(line) && !isEventRow(line) && !beginsEventCells(lines),
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
