import type { Problem } from '../../model/problems.ts';
import { BlockCutter } from './blocks.ts';
import { TextCleaner } from './clean.ts';
import { type DecodedBlock, decodeAscii, decodeBlock, isWide, type TextEncodingName } from './decode-block.ts';
import { chooseEncoding, type EncodingChoice, HEAD_BYTES, type ScoreHeadings } from './encoding.ts';
import { MojibakeRepair } from './mojibake.ts';
import { findPageSeam, findWidthSeam } from './seams.ts';
import { surveyBytes } from './survey.ts';

/** Beyond so many changes of encoding the last one is kept: a choice may cost as much as reading megabytes. */
const MAX_SECTIONS = 256;

/** Decodes an input whose head gave `choice`. @param score hits among the known headings, for what comes after the head */
export const createTextDecoder = (choice: EncodingChoice, score: ScoreHeadings): TextDecoding =>
  new TextDecoding(choice, score);

/**
 * Bytes in, clean text out: decoded, mojibake repaired, line ends `\n`, without controls. What comes out in total does not depend on how
 * the bytes are cut. Where another encoding begins, so does a new section.
 */
export class TextDecoding {
  readonly #score: ScoreHeadings;
  readonly #blocks = new BlockCutter(HEAD_BYTES, (block, last) => this.#read(block, last));
  readonly #cleaner = new TextCleaner();
  readonly #problems: Problem[] = [];
  /** Of the section. */
  #choice: EncodingChoice;
  #repairs: readonly MojibakeRepair[] = [];
  #sections = 1;
  /** No block of the section was read yet. */
  #sectionIsNew = true;
  /** The next block begins another one. */
  #sectionEnded = false;
  /** The first encoding that was seen to be more than ASCII. */
  #encoding: TextEncodingName | null = null;
  /** Where the next block begins in the input. */
  #position = 0;
  #wrong = 0;
  #firstWrong: { readonly position: number; readonly encoding: TextEncodingName } | null = null;
  #text = '';

  constructor(choice: EncodingChoice, score: ScoreHeadings) {
    this.#score = score;
    this.#choice = choice;
    this.#begin(choice);
  }

  get encoding(): TextEncodingName {
    return this.#encoding ?? this.#choice.encoding;
  }

  push(bytes: Uint8Array): string {
    this.#blocks.push(bytes);
    return this.#takeText();
  }

  end(): string {
    this.#blocks.end();
    this.#endRepairs();
    this.#text += this.#cleaner.end();
    return this.#takeText();
  }

  /** What contradicted the choices so far, what was repaired and what was removed. */
  problems(): readonly Problem[] {
    const problems = [...this.#problems];
    if (this.#firstWrong !== null) {
      const { position, encoding } = this.#firstWrong;
      problems.push({
        code: 'text/encoding',
        position,
        detail: `bytes that ${encoding} does not have: ${this.#wrong}`,
      });
    }
    const { controls } = this.#cleaner;
    if (controls > 0)
      problems.push({ code: 'text/controls', position: null, detail: `characters removed: ${controls}` });
    return problems;
  }

  #takeText(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  #begin(choice: EncodingChoice): void {
    this.#endRepairs();
    this.#choice = choice;
    if (choice.decided) this.#encoding ??= choice.encoding;
    this.#repairs = choice.repairs.map((page) => new MojibakeRepair(page));
    if (choice.repairs.length === 0) return;
    const detail = `UTF-8 had been read as ${choice.repairs.join(', then as ')}`;
    this.#problems.push({ code: 'text/mojibake', position: this.#position, detail });
  }

  #beginSection(block: Uint8Array, last: boolean): void {
    this.#sections += 1;
    this.#sectionIsNew = true;
    this.#sectionEnded = false;
    this.#begin(chooseEncoding(block, last, this.#score));
    const detail = `from here on ${this.#choice.encoding}`;
    this.#problems.push({ code: 'text/encoding', position: this.#position, detail });
  }

  #read(block: Uint8Array, last: boolean): number {
    if (this.#sectionEnded) this.#beginSection(block, last);
    const consumed = this.#readSection(block, last);
    this.#sectionIsNew = false;
    this.#position += consumed;
    return consumed;
  }

  #readSection(block: Uint8Array, last: boolean): number {
    if (isWide(this.#choice.encoding)) return this.#readOther(block, last, false);
    const { foreign, controls, marks } = surveyBytes(block);
    if (foreign || controls) return this.#readOther(block, last, !controls && !marks);
    // ASCII is in every encoding, and a block begins and ends between characters.
    this.#emit(decodeAscii(block), true);
    return block.length;
  }

  /** @param isPlain neither UTF-16 nor, if the block is UTF-8, what the cleaner removes can be in it */
  #readOther(block: Uint8Array, last: boolean, isPlain: boolean): number {
    const width = isPlain ? -1 : this.#allowed(findWidthSeam(this.#choice.encoding, block));
    if (width === 0) return this.#restart(block, last);
    const oneWidth = width > 0 ? block.subarray(0, width) : block;
    const isWhole = last || width > 0;
    if (!this.#choice.decided) this.#begin(chooseEncoding(oneWidth, isWhole, this.#score));
    const { encoding } = this.#choice;
    const decoded = decodeBlock(encoding, oneWidth, isWhole);
    const page = this.#allowed(findPageSeam(encoding, oneWidth, decoded));
    if (page === 0) return this.#restart(block, last);
    this.#sectionEnded = width > 0 || page > 0;
    const taken = page > 0 ? decodeBlock(encoding, oneWidth.subarray(0, page), true) : decoded;
    this.#countWrong(taken);
    this.#emit(taken.text, isPlain && encoding === 'utf-8' && taken.wrong === 0);
    return taken.consumed;
  }

  #allowed(seam: number): number {
    return this.#sections === MAX_SECTIONS || (seam === 0 && this.#sectionIsNew) ? -1 : seam;
  }

  #restart(block: Uint8Array, last: boolean): number {
    this.#beginSection(block, last);
    return this.#readSection(block, last);
  }

  #countWrong({ wrong, firstWrong }: DecodedBlock): void {
    if (wrong > 0) this.#firstWrong ??= { position: this.#position + firstWrong, encoding: this.#choice.encoding };
    this.#wrong += wrong;
  }

  #emit(text: string, isPlain: boolean): void {
    const repaired = this.#repairs.reduce((piece, repair) => repair.push(piece), text);
    this.#text += this.#cleaner.push(repaired, isPlain && this.#repairs.length === 0);
  }

  #endRepairs(): void {
    for (const [index, repair] of this.#repairs.entries()) {
      const later = this.#repairs.slice(index + 1);
      this.#text += this.#cleaner.push(later.reduce((piece, next) => next.push(piece), repair.end()));
    }
    this.#repairs = [];
  }
}
