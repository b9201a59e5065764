import { bytesOfBase64 } from '../binary/base64.ts';
import { decodeBlock, type TextEncodingName } from '../text/decode-block.ts';
import { encodingNamed } from '../text/encoding.ts';

/** Decoders of RFC 2045, section 6, for text that was read as such: its bytes are written in ASCII. */

const BYTE = /=([\dA-Fa-f]{2})/g;
const ENCODED_RUN = /(?:=[\dA-Fa-f]{2})+/g;

/** Without a name it is UTF-8, and what is wrong in that windows-1252. */
const charsetNamed = (name: string | null): TextEncodingName => encodingNamed(name ?? '') ?? 'utf-8';

/** Decodes lines of quoted-printable. */
export class QuotedPrintable {
  readonly #charset: TextEncodingName;

  constructor(charset: string | null) {
    this.#charset = charsetNamed(charset);
  }

  /** @param line a whole one: those that soft breaks part are joined */
  decode(line: string): string {
    if (line.indexOf('=') < 0) return line;
    // What stands for no byte stays: `a=b` in a mail that says too much about itself.
    return line.replace(ENCODED_RUN, (run) => {
      const bytes = Uint8Array.from(run.matchAll(BYTE), ([, hex = '']) => Number.parseInt(hex, 16));
      return decodeBlock(this.#charset, bytes, true).text;
    });
  }
}

const BASE64_LINE = /^[A-Za-z\d+/]*={0,2}\s*$/;
export const isBase64Line = (line: string): boolean => BASE64_LINE.test(line);

/** Decodes lines of base64. A character may begin in one and end in the next. */
export class Base64 {
  readonly #charset: TextEncodingName;
  #digits = '';
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(charset: string | null) {
    this.#charset = charsetNamed(charset);
  }

  /** @param line what `isBase64Line` takes */
  decode(line: string): string {
    const digits = this.#digits + line.trim();
    const end = digits.length - (digits.length % 4);
    this.#digits = digits.slice(end);
    return this.#toText(digits.slice(0, end), false);
  }

  end(): string {
    // A single digit is less than a byte.
    const digits = this.#digits.length > 1 ? this.#digits.padEnd(4, '=') : '';
    this.#digits = '';
    return this.#toText(digits, true);
  }

  #toText(digits: string, isLast: boolean): string {
    const added = bytesOfBase64(digits) ?? new Uint8Array(0);
    const bytes = new Uint8Array(this.#bytes.length + added.length);
    bytes.set(this.#bytes);
    bytes.set(added, this.#bytes.length);
    const { text, consumed } = decodeBlock(this.#charset, bytes, isLast);
    this.#bytes = bytes.subarray(consumed);
    return text;
  }
}
