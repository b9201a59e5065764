/** The parts of the format. @see https://github.com/libyal/libevtx/blob/main/documentation/ and MS-EVEN6, section 2.2.12 */

export const FILE_HEADER_BYTES = 4096;
export const CHUNK_BYTES = 65_536;
/** Chunk header, name table and template table: the first record follows. */
export const CHUNK_HEADER_BYTES = 512;

/** `ElfF` `ile\0`, `ElfC` `hnk\0`, as two little-endian numbers each. */
export const FILE_MAGIC = [0x4666_6c45, 0x0065_6c69] as const;
export const CHUNK_MAGIC = [0x4366_6c45, 0x006b_6e68] as const;
/** `**\0\0` */
export const RECORD_MAGIC = 0x2a2a;

/** Magic, size, record number, time written. */
export const RECORD_HEADER_BYTES = 24;
/** Header and the copy of the size. */
export const MIN_RECORD_BYTES = 28;
export const MAX_RECORD_BYTES = CHUNK_BYTES - CHUNK_HEADER_BYTES;

/** Tokens without the bit that says «more follows». */
export const TOKEN = {
  end: 0x00,
  openStart: 0x01,
  closeStart: 0x02,
  closeEmpty: 0x03,
  endElement: 0x04,
  value: 0x05,
  attribute: 0x06,
  cdata: 0x07,
  characterReference: 0x08,
  entityReference: 0x09,
  instructionTarget: 0x0a,
  instructionData: 0x0b,
  templateInstance: 0x0c,
  substitution: 0x0d,
  optionalSubstitution: 0x0e,
  fragmentHeader: 0x0f,
} as const;
export const MORE = 0x40;
export const FRAGMENT_HEADER_BYTES = 4;
/** Token, version, id of 4 bytes, offset of the definition. */
export const INSTANCE_HEADER_BYTES = 10;
/** Next definition, GUID, size. */
export const DEFINITION_HEADER_BYTES = 24;
/** Of the values of an instance: their number, then size and type of each. */
export const VALUE_COUNT_BYTES = 4;
export const DESCRIPTOR_BYTES = 4;
/** Next name, hash, length. */
export const NAME_HEADER_BYTES = 8;

/** Value types that are more than a text. */
export const TYPE = {
  null: 0x00,
  string: 0x01,
  ansi: 0x02,
  uint8: 0x04,
  uint16: 0x06,
  uint32: 0x08,
  uint64: 0x0a,
  binary: 0x0e,
  guid: 0x0f,
  filetime: 0x11,
  sid: 0x13,
  hex64: 0x15,
  binXml: 0x21,
  array: 0x80,
} as const;
