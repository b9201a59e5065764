/**
 * Little-endian reads that never throw: whatever lies outside reads as zero. Every length and offset in a binary log is hostile, and a check at each
 * place where one is followed would be forgotten once.
 */
export class ByteBlock {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** For loops over many records, where the offsets are known to lie inside: it throws outside. */
  readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.length = bytes.length;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  u8(at: number): number {
    return at >= 0 && at < this.length ? this.view.getUint8(at) : 0;
  }
  u16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.view.getUint16(at, true) : 0;
  }
  u32(at: number): number {
    return at >= 0 && at + 4 <= this.length ? this.view.getUint32(at, true) : 0;
  }
  /** As a signed number, which loops over many records compute with faster. */
  i32(at: number): number {
    return at >= 0 && at + 4 <= this.length ? this.view.getInt32(at, true) : 0;
  }
  /** null above 2^53, which no count of records reaches. */
  u64(at: number): number | null {
    const value = this.u32(at + 4) * 0x1_0000_0000 + this.u32(at);
    return Number.isSafeInteger(value) ? value : null;
  }
  i64(at: number): bigint {
    return BigInt.asIntN(64, this.big(at));
  }
  big(at: number): bigint {
    return at >= 0 && at + 8 <= this.length ? this.view.getBigUint64(at, true) : 0n;
  }
  f32(at: number): number {
    return at >= 0 && at + 4 <= this.length ? this.view.getFloat32(at, true) : 0;
  }
  f64(at: number): number {
    return at >= 0 && at + 8 <= this.length ? this.view.getFloat64(at, true) : 0;
  }
  /** A copy of those of the bytes asked for that are there. `slice` would be a view where the bytes are a Buffer of Node. */
  copy(at: number, size: number): Uint8Array {
    return new Uint8Array(this.bytes.subarray(Math.max(0, at), Math.max(0, at + size)));
  }
}
