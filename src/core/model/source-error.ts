import type { Problem, ProblemCode } from './problems.ts';

/** Thrown by `ByteSource.chunks()` when the bytes cannot be had; the scan turns it into the problem `code` of that source. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly code: Extract<ProblemCode, `input/${string}`>;
  /** What the outside said, short; null when the code says it all. */
  readonly detail: string | null;
  constructor(code: SourceError['code'], detail: string | null, options?: ErrorOptions) {
    super(detail ?? code, options);
    this.code = code;
    this.detail = detail;
  }
}

/** A failure of the outside, or of evdx itself, as a problem of the source. */
export const problemOf = (error: unknown): Problem =>
  error instanceof SourceError
    ? { code: error.code, position: null, detail: error.detail }
    : { code: 'input/internal', position: null, detail: error instanceof Error ? error.message.slice(0, 200) : null };
