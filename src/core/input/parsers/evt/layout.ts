/** The parts of the format. @see https://learn.microsoft.com/windows/win32/eventlog/event-log-file-format */

/** `LfLe`, behind the length of the header and of every record. */
export const MAGIC = 0x654c_664c;
export const MAGIC_OFFSET = 4;
export const HEADER_BYTES = 48;
/** Up to the source name, which follows. */
export const FIXED_BYTES = 56;
/** Fixed part, two empty names, copy of the length. */
export const MIN_RECORD_BYTES = 64;
/** Windows writes no longer ones: 256 strings of 31 839 characters are never all used. */
export const MAX_RECORD_BYTES = 1 << 20;
/** Fills the end of the file when less than a fixed part is left there. */
export const FILLER = 0x27;
export const END_BYTES = 40;
/** The four numbers behind the length of the end record. */
export const END_MARKS = [0x1111_1111, 0x2222_2222, 0x3333_3333, 0x4444_4444] as const;

/** Where each part of a record stands. */
export const AT = {
  number: 8,
  generated: 12,
  written: 16,
  identifier: 20,
  type: 24,
  stringCount: 26,
  category: 28,
  stringOffset: 36,
  sidBytes: 40,
  sidOffset: 44,
  dataBytes: 48,
  dataOffset: 52,
} as const;
