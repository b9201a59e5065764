import { Buffer } from 'node:buffer';
import type { Platform } from '../core/model/source.ts';

/** Node's own search is several times faster than a loop in JavaScript. */
export const nodePlatform: Platform = {
  find: (bytes, needle, from) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(needle, from),
};
