import { fenceIn } from '../blocks/fence.ts';
import { type Companion, Telling, valueAfter } from './companion.ts';
import { osOf } from './windows-version.ts';

/** The head of a report, whose labels are English everywhere. */
const STAMP = /^\s{0,20}Time of this report:\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/;
const MACHINE = /^\s{0,20}Machine name:/;
/** `Windows 7 Ultimate 64-bit (6.1, Build 7601) Service Pack 1 (7601.win7sp1_gdr.150722-0600)`. */
const SYSTEM =
  /^\s{0,20}Operating System:\s*(.{3,60}?)(?: (?:32|64)-bit)? \((\d{1,2}\.\d{1,2}), Build (\d{3,5})\)(.*)$/;
const HOST = /^[\w.-]{1,63}$/;

/** `Vendor ID: 0x10DE`, also below a device of a tree; a filter or a codec; `EnableDecoders = 1`; a path of the registry; the rule below a title. */
const ROW =
  /^[ \t|+]{0,60}[^:：\r\n]{1,60}[:：]|,0x[\da-f]{8},|, ?(?:CLSID_|\{[\da-f-]{36}\})|^\w{3,40} = \d|^(?:[+|[{<]|-{3,}\s*$)/i;
const TITLE = /^[A-Z][\w/&()' -]{1,58}$/;
/** A report of Windows Error Reporting is an event (parsers/dxdiag.ts). */
const REPORT = '+++ WER';

/**
 * The inventory that DxDiag writes: drivers and devices. The numbers in it name hardware, however much `0x10DE` looks like an error; what a person
 * writes in front of it is no part of it.
 */
export const dxdiag: Companion = {
  tool: 'dxdiag',
  isMark: (line) => line.includes('Time of this report') && STAMP.test(line),
  needs: { holds: ['Time of this report'] },
  begins: (lines) => STAMP.test(lines(0) ?? '') && MACHINE.test(lines(1) ?? ''),
  continues: (line) =>
    !line.includes(REPORT) && fenceIn(line) === null && (ROW.test(line) || TITLE.test(line.trim()) || /^\s/.test(line)),
  read(lines) {
    const telling = new Telling('dxdiag');
    for (const line of lines) {
      const name = MACHINE.test(line.text) ? valueAfter(MACHINE, line.text) : null;
      if (name !== null && HOST.test(name)) telling.host ??= name.toLowerCase();
      const [, product = '', version, build, rest = ''] = SYSTEM.exec(line.text) ?? [];
      if (version !== undefined) telling.fact('os', osOf(product, `${version}.${build}`, rest), line);
    }
    return telling;
  },
};
