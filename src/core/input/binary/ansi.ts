import { decodeSingleBytes } from '../text/code-pages.ts';
import type { ByteBlock } from './byte-block.ts';
import { withoutUnwanted } from './utf16.ts';

/** The code page is that of the machine that wrote it and is not said. */
export const readAnsi = (block: ByteBlock, at: number, bytes: number): string =>
  withoutUnwanted(decodeSingleBytes('windows-1252', block.copy(at, bytes)));
