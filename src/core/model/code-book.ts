/** What an error code of the evidence is called. */
export interface CodeName {
  /** In the notation that people look for: `-1032`, `0xc000012d`. */
  readonly code: string;
  readonly name: string;
  /** One line; null where nobody has written one. */
  readonly meaning: string | null;
}
/** By signed 32-bit code. */
export type CodeBook = ReadonlyMap<number, CodeName>;
export const noCodes: CodeBook = new Map();
