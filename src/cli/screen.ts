import type { CliIo, Output } from './io.ts';
import type { Screen } from './terminal/render.ts';

type Surface = Pick<Output, 'isTTY' | 'columns'>;
const plainFile: Surface = { isTTY: false, columns: undefined };

const NARROWEST = 40;
const WIDEST = 120;
const DEFAULT_WIDTH = 80;

const digits = (text: string | undefined): number | undefined =>
  /^\d{1,5}$/.test(text ?? '') ? Number(text) : undefined;

/** A file is UTF-8; a terminal is what its locale says. Node writes to a Windows console in UTF-16. */
const speaksUnicode = ({ env, platform }: CliIo, { isTTY }: Surface): boolean =>
  !isTTY || platform === 'win32' || /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || '');

/** @see https://no-color.org: set and not empty. */
const wantsColour = ({ env }: CliIo, { isTTY }: Surface): boolean => isTTY && !env.NO_COLOR && env.TERM !== 'dumb';

/** @param colour what --color or --no-color says; undefined without either. */
const measure = (io: CliIo, output: Surface, colour?: boolean): Screen => ({
  width: Math.max(NARROWEST, Math.min(WIDEST, output.columns || digits(io.env.COLUMNS) || DEFAULT_WIDTH)),
  colour: colour ?? wantsColour(io, output),
  unicode: speaksUnicode(io, output),
});

/** Where messages go. */
export const messageScreen = (io: CliIo): Screen => measure(io, io.stderr);

/** Where the result goes: a file is no terminal. */
export const screenOf = (
  io: CliIo,
  { output, color }: { readonly output?: string; readonly color?: boolean },
): Screen => measure(io, output === undefined ? io.stdout : plainFile, color);
