import { type Companion, Telling } from './companion.ts';

const HEADER = /^\s*Filter Name\s+Num Instances\s+Altitude\s+Frame/;
/** Under the header, which is localized. */
const RULER = /^-{20,40}\s+-{10,20}\s+-{8,16}\s+-{4,8}\s*$/;
const ROW = /^\s*(\S.{0,60}?)\s+(?:(\d{1,5})\s+)?(\d{5,6}(?:\.\d+)?)\s+(\d{1,3}|<Legacy>)(?:\s+\S.*)?\s*$/;
const LEGACY_ROW = /^\s*(\S{1,60})\s+<Legacy>\s*$/;
const FAILURE = /^\s*Filter listing failed with error: (0x[0-9a-f]{8})/i;
/** Altitudes of anti-virus filters. @see learn.microsoft.com, load order groups and altitudes for minifilter drivers */
const ANTI_VIRUS = { from: 320_000, to: 329_999 };

const ALTITUDE = /\d{5}/;
/** Rows without their header: three filters, each further down than the one before, as altitudes are printed. Rows of logs begin with a time. */
const FEWEST_ROWS = 3;
const LOWEST_ALTITUDE = 20_000;
function isRows(lines: (index: number) => string | undefined): boolean {
  let above = Number.POSITIVE_INFINITY;
  for (let index = 0; index < FEWEST_ROWS; index += 1) {
    const line = lines(index) ?? '';
    const [, name = '', instances, altitude] = (ALTITUDE.test(line) && ROW.exec(line)) || [];
    const height = Number(altitude ?? 0);
    if (instances === undefined || !/^[a-z]/i.test(name) || height < LOWEST_ALTITUDE || height >= above) return false;
    above = height;
  }
  return true;
}

/** `fltmc`: the file system filters of the machine. */
export const fltmc: Companion = {
  tool: 'fltmc',
  needs: { first: /[a-z-]/i },
  begins: (lines) =>
    HEADER.test(lines(0) ?? '') ||
    FAILURE.test(lines(0) ?? '') ||
    (RULER.test(lines(0) ?? '') && ROW.test(lines(1) ?? '')) ||
    isRows(lines),
  continues: (line) =>
    /^[\s-]+$/.test(line) || ROW.test(line) || LEGACY_ROW.test(line) || /^\s*Access is denied/i.test(line),
  read(lines) {
    const telling = new Telling('fltmc');
    for (const line of lines) {
      const row = ROW.exec(line.text);
      const legacy = row === null ? LEGACY_ROW.exec(line.text)?.[1] : undefined;
      const failure = FAILURE.exec(line.text)?.[1];
      if (failure !== undefined) telling.observe('error', { code: failure.toLowerCase() }, [line]);
      if (legacy !== undefined) telling.fact(`filter.${legacy}`, 'legacy', line);
      if (row === null || HEADER.test(line.text)) continue;
      const [, name = '', , altitude = '', frame = ''] = row;
      telling.fact(`filter.${name}`, frame === '<Legacy>' ? `legacy ${altitude}` : altitude, line);
      const height = Number(altitude);
      if (height >= ANTI_VIRUS.from && height <= ANTI_VIRUS.to) telling.fact('antivirusFilter', name, line);
    }
    return telling;
  },
};
