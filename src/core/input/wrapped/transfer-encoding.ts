/** Decoders of RFC 2045, section 6, for text that was read as such: its bytes are written in ASCII. */

const BYTE = /=([\dA-Fa-f]{2})/g;
const ENCODED_RUN = /(?:=[\dA-Fa-f]{2})+/g;

/** A charset by the name that a mail gives it; null when the platform has no such. */
function decoderOf(charset: string | null): TextDecoder | null {
  try {
    return charset === null ? null : new TextDecoder(charset);
  } catch {
    return null;
  }
}

/** Bytes as text: in the charset named, else as UTF-8 where they are, else as windows-1252. */
function bytesToText(bytes: Uint8Array, named: TextDecoder | null): string {
  if (named !== null) return named.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Decodes lines of quoted-printable. */
export class QuotedPrintable {
  readonly #named: TextDecoder | null;

  constructor(charset: string | null) {
    this.#named = decoderOf(charset);
  }

  /** @param line a whole one: those that soft breaks part are joined */
  decode(line: string): string {
    if (line.indexOf('=') < 0) return line;
    // What stands for no byte stays: `a=b` in a mail that says too much about itself.
    return line.replace(ENCODED_RUN, (run) =>
      bytesToText(
        Uint8Array.from(run.matchAll(BYTE), ([, hex = '']) => Number.parseInt(hex, 16)),
        this.#named,
      ),
    );
  }
}

const BASE64_LINE = /^[A-Za-z\d+/]*={0,2}\s*$/;
export const isBase64Line = (line: string): boolean => BASE64_LINE.test(line);

/** Decodes lines of base64. A character may begin in one and end in the next. */
export class Base64 {
  readonly #decoder: TextDecoder;
  #held = '';

  constructor(charset: string | null) {
    this.#decoder = decoderOf(charset) ?? new TextDecoder();
  }

  /** @param line what `isBase64Line` takes */
  decode(line: string): string {
    const digits = this.#held + line.trim();
    const end = digits.length - (digits.length % 4);
    this.#held = digits.slice(end);
    return this.#toText(digits.slice(0, end));
  }

  end(): string {
    const rest = this.#held;
    this.#held = '';
    // A single digit is less than a byte.
    return (rest.length > 1 ? this.#toText(rest) : '') + this.#decoder.decode();
  }

  #toText(digits: string): string {
    try {
      const bytes = Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
      return this.#decoder.decode(bytes, { stream: true });
    } catch {
      return '';
    }
  }
}
