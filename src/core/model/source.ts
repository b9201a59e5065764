/** Bytes from outside: a file in Node, a Blob in the page, a pasted text. */
export interface ByteSource {
  /** As the report shows it, `/` as separator. */
  readonly name: string;
  readonly sizeBytes: number | null;
  /**
   * A piece is valid until the next one is asked for: its memory may be used again.
   * @throws whatever the outside throws; the scan turns it into a problem of this source.
   */
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Only where the source can seek. */
  read?(start: number, end: number): Promise<Uint8Array>;
}

/** The pieces of a source. One that fails as soon as it is opened fails when the first of them is asked for, as all others do. */
export async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  yield* source.chunks();
}
