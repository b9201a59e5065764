import { isFrame } from '../blocks/fence.ts';
import type { LinesAhead, SegmentFormat } from '../parsers/segment-format.ts';
import { type BlockFrame, framesOf } from './block-frames.ts';
import { LOOKAHEAD, type Piece } from './pieces.ts';

/** Which format begins in a line? @param isInEvent in the text of an event, which may quote the output of a tool */
export type FormatAt = (lines: LinesAhead, isInEvent: boolean) => SegmentFormat | null;

const SIGN = /[:=,;{]|\S\t|^\s+\[\s*$/;

/** Takes the frame off the lines of a block in which a format begins that way. Pieces stay pieces, so places stay right. */
export class UnframedPieces {
  readonly #formatAt: FormatAt;
  readonly #held: Piece[] = [];
  #frame: BlockFrame | null = null;
  #isLineStart = true;
  /** The line before as it came. */
  #before = '';

  constructor(formatAt: FormatAt) {
    this.#formatAt = formatAt;
  }

  push(pieces: readonly Piece[]): readonly Piece[] {
    for (const piece of pieces) this.#held.push(piece);
    return this.#advance(LOOKAHEAD);
  }

  end(): readonly Piece[] {
    const pieces = this.#advance(0);
    [this.#frame, this.#isLineStart, this.#before] = [null, true, ''];
    return pieces;
  }

  #advance(left: number): readonly Piece[] {
    const count = Math.max(0, this.#held.length - left);
    const pieces: Piece[] = [];
    for (let at = 0; at < count; at += 1) {
      const piece = this.#held[at];
      if (piece === undefined) break;
      pieces.push(this.#isLineStart ? this.#unframed(piece, at) : piece);
      this.#isLineStart = piece.isEnd;
      this.#before = piece.text;
    }
    this.#held.splice(0, count);
    return pieces;
  }

  #unframed(piece: Piece, at: number): Piece {
    const { text, line } = piece;
    if (this.#frame !== null && text.trim() !== '' && !this.#goesOn(this.#frame, at)) this.#frame = null;
    this.#frame ??= this.#beginsAt(at);
    const inner = this.#frame?.strip(text, line) ?? text;
    return inner === text ? piece : { ...piece, text: inner };
  }

  /** Has this line the frame of those before it, or the next one? */
  #goesOn(frame: BlockFrame, at: number): boolean {
    if (has(frame, this.#held[at])) return true;
    if (!frame.isLoose) return false;
    // No further than the pieces that are always there, however the text was cut.
    for (let index = at + 1; index < at + LOOKAHEAD; index += 1)
      if (this.#held[index]?.text.trim() !== '') return has(frame, this.#held[index]);
    return false;
  }

  #beginsAt(at: number): BlockFrame | null {
    const { text = '', line = 0 } = this.#held[at] ?? {};
    for (const frame of framesOf(text, line, this.#held[at + 1]?.text)) {
      if (frame.kind === 'indent' && !this.#mayBeIndented(text)) continue;
      const format = this.#formatAt(this.#inside(frame, at), frame.kind === 'indent');
      if (format !== null && this.#isBetter(frame, format, at)) return frame;
    }
    return null;
  }

  /** The first line of an indented block, with a sign in it that formats of lines have. */
  #mayBeIndented(text: string): boolean {
    if (!SIGN.test(text)) return false;
    const before = this.#before.trimEnd();
    return before === '' || before.endsWith(':') || isFrame(before) || !/^[\s\u00a0]/.test(before);
  }

  /** The lines of a block without its frame, as far as they have it. Each format asks for the first ones. */
  #inside(frame: BlockFrame, at: number): LinesAhead {
    const known: { readonly text: string | undefined }[] = [];
    return (index) => {
      known[index] ??= { text: this.#stripped(frame, index < LOOKAHEAD ? this.#held[at + index] : undefined) };
      return known[index]?.text;
    };
  }

  #stripped({ strip, isLoose }: BlockFrame, piece: Piece | undefined): string | undefined {
    if (piece === undefined) return undefined;
    const { text, line } = piece;
    return strip(text, line) ?? (isLoose || text.trim() === '' ? text : undefined);
  }

  /** A format that begins in the line as it stands may mean what stands before it. */
  #isBetter({ kind }: BlockFrame, format: SegmentFormat, at: number): boolean {
    if (kind !== 'indent') return true;
    const plain = this.#formatAt((index) => (index < LOOKAHEAD ? this.#held[at + index]?.text : undefined), true);
    return plain === null || (plain === format && format.ignoresIndent === true);
  }
}

const has = (frame: BlockFrame, piece: Piece | undefined): boolean =>
  piece !== undefined && frame.strip(piece.text, piece.line) !== null;
