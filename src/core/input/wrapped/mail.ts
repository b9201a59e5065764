import { TextCleaner } from '../text/clean.ts';
import { type LineTaker, LineUnwrapper } from './line-unwrapper.ts';
import { isFirstHeader, isFolded, isHeader, isPartHeader, type PartHeaders, readHeaders } from './mail-headers.ts';
import { createWrappedParser } from './parser.ts';
import { Base64, isBase64Line, QuotedPrintable } from './transfer-encoding.ts';
import { cleaned, type Unwrapped, unwrapAll } from './unwrapper.ts';
import { wholeLinesIn, wrappedFormat } from './wrapped-format.ts';

/** More headers, or parts in parts, no mail has. */
const MAX_HEADERS = 500;
const MAX_DEPTH = 20;
/** A line in pieces; no event is longer. */
const MAX_CHARACTERS = 1 << 20;

interface Multipart {
  readonly boundary: string;
  /** Its parts say the same. */
  readonly isAlternative: boolean;
  hasText: boolean;
}

/** A file of another type holds no text. */
const isText = ({ type, name }: PartHeaders): boolean =>
  type.startsWith('text/') || /[/+](?:json|xml|csv)$/.test(type) || /\.(?:txt|log|csv|xml|json)$/i.test(name);

/** Takes the texts of a mail out of their encodings; of parts that say the same it takes the first. */
class MailReader implements LineTaker {
  readonly #out: Unwrapped;
  #line = 0;
  readonly #open: Multipart[] = [];
  #headers: string[] | null = null;
  /** Of the line before: where headers may begin. */
  #isAfterGap = true;
  #isAtStart = true;
  #boundaryBefore: string | null = null;
  #decoder: QuotedPrintable | Base64 | null;
  #cleaner = new TextCleaner();
  /** Says what another part has said, or is no text. */
  #isSkipped = false;
  /** The beginning of a line that soft breaks part, and where it stands. */
  #joined = '';
  #joinedAt: number | null = null;

  /** @param isPrintable it is quoted-printable without a header that says so */
  constructor(isPrintable: boolean, out: Unwrapped) {
    this.#out = out;
    this.#decoder = isPrintable ? new QuotedPrintable(null) : null;
  }

  end(): void {
    this.#endPart();
  }

  take(line: string, number: number): void {
    this.#line = number;
    if (this.#headers !== null) this.#takeHeader(line, this.#headers);
    else this.#takeBody(line);
  }

  #takeBody(line: string): void {
    if (!this.#takeBoundary(line)) this.#takeText(line);
  }

  #takeHeader(line: string, headers: string[]): void {
    if (headers.length < MAX_HEADERS && (isHeader(line) || (headers.length > 0 && isFolded(line)))) {
      headers.push(line);
      if (!/^(?:content-|mime-)/i.test(line)) this.#out.add(`${line}\n`, this.#line, 1);
      return;
    }
    this.#begin(readHeaders(headers));
    // What follows headers without an empty line between is text.
    if (line.trim() === '') this.#out.add('\n', this.#line, 1);
    else this.#takeBody(line);
  }

  #begin(headers: PartHeaders): void {
    const { type, charset, encoding, boundary } = headers;
    this.#headers = null;
    this.#cleaner = new TextCleaner();
    if (boundary !== null) {
      if (this.#open.length < MAX_DEPTH)
        this.#open.push({ boundary, isAlternative: type === 'multipart/alternative', hasText: false });
      this.#decoder = null;
      return;
    }
    // A mail in a mail begins with its headers.
    if (type === 'message/rfc822') {
      [this.#headers, this.#isAtStart] = [[], false];
      return;
    }
    this.#isSkipped = !isText(headers) || this.#open.some(({ isAlternative, hasText }) => isAlternative && hasText);
    this.#decoder =
      encoding === 'quoted-printable'
        ? new QuotedPrintable(charset)
        : encoding === 'base64'
          ? new Base64(charset)
          : null;
  }

  /** A line between two parts. */
  #takeBoundary(line: string): boolean {
    if (!line.startsWith('--')) return false;
    const text = line.trimEnd();
    const at = this.#open.findLastIndex(({ boundary }) => text === `--${boundary}` || text === `--${boundary}--`);
    if (at < 0) return false;
    this.#endPart();
    const isLast = text.length > (this.#open[at]?.boundary.length ?? 0) + 2;
    this.#open.length = isLast ? at : at + 1;
    this.#headers = isLast ? null : [];
    [this.#isAfterGap, this.#boundaryBefore] = [true, null];
    this.#out.add('\n', this.#line, 1);
    return true;
  }

  #takeText(line: string): void {
    if (this.#beginsHeaders(line)) {
      this.#endPart();
      const boundary = this.#boundaryBefore;
      if (boundary !== null && this.#open.length < MAX_DEPTH)
        this.#open.push({ boundary, isAlternative: true, hasText: false });
      this.#headers = [];
      this.#takeHeader(line, this.#headers);
      return;
    }
    this.#isAfterGap = line.trim() === '';
    this.#isAtStart &&= this.#isAfterGap;
    this.#boundaryBefore = /^--\S{1,200}$/.exec(line)?.[0].slice(2) ?? null;
    if (!this.#isSkipped && !this.#isAfterGap) for (const parts of this.#open) parts.hasText = true;
    if (this.#decoder instanceof Base64) {
      if (isBase64Line(line)) {
        if (!this.#isSkipped) this.#out.add(this.#cleaner.push(this.#decoder.decode(line)), this.#line, 0);
        return;
      }
      this.#endPart();
    }
    if (!this.#isSkipped) this.#takePrintable(line);
  }

  #beginsHeaders(line: string): boolean {
    if (this.#isAtStart && isFirstHeader(line)) return true;
    return (this.#isAfterGap || this.#boundaryBefore !== null) && isPartHeader(line);
  }

  #takePrintable(line: string): void {
    const { 0: soft = null } = this.#decoder instanceof QuotedPrintable ? (/=[ \t]{0,20}$/.exec(line) ?? []) : [];
    this.#joinedAt ??= this.#line;
    this.#joined += soft === null ? line : line.slice(0, line.length - soft.length);
    if (soft === null || this.#joined.length > MAX_CHARACTERS) this.#endLine();
  }

  #endLine(): void {
    if (this.#joinedAt === null) return;
    const text = this.#decoder instanceof QuotedPrintable ? cleaned(this.#decoder.decode(this.#joined)) : this.#joined;
    this.#out.addLine(text, this.#joinedAt);
    [this.#joined, this.#joinedAt] = ['', null];
  }

  #endPart(): void {
    this.#endLine();
    if (this.#decoder instanceof Base64 && !this.#isSkipped) {
      const rest = this.#cleaner.push(this.#decoder.end()) + this.#cleaner.end();
      this.#out.add(`${rest}\n`, this.#line, 0);
    }
    [this.#decoder, this.#isSkipped] = [null, false];
  }
}

const ENCODED = /^content-transfer-encoding:[ \t]{0,9}(?:quoted-printable|base64)\b/im;
const ALTERNATIVE = /^content-type:\s{0,9}multipart\/alternative\b/im;

/** RFC 2045, rule 5; some programs count the line end. */
const MAX_LINE = 78;
/** A byte, or a line that goes on in the next. */
const SIGN = /=(?:[\dA-F]{2}|[ \t]{0,20}$)/gm;

/** Is a text quoted-printable, by the shape of its lines? An equals sign that stands for itself is `=3D`. */
function isQuotedPrintable(head: string): boolean {
  if (!head.includes('=\n')) return false;
  const lines = wholeLinesIn(head);
  if (lines.some(({ length }) => length > MAX_LINE)) return false;
  const text = lines.join('\n');
  return text.split('=').length - 1 === (text.match(SIGN)?.length ?? 0);
}

const createUnwrapper = (isPrintable: boolean): LineUnwrapper =>
  new LineUnwrapper((out) => new MailReader(isPrintable, out));

/** A mail as it was sent, or a part of one. */
export const mailFormat = wrappedFormat({
  name: 'mail',
  unwrapHead: (head) => (ENCODED.test(head) || ALTERNATIVE.test(head) ? unwrapAll(head, createUnwrapper(false)) : null),
  isSure: () => true,
  create: createWrappedParser(() => createUnwrapper(false)),
});

/** The text of a mail without the headers that say how it is encoded. */
export const quotedPrintableFormat = wrappedFormat({
  name: 'quoted-printable',
  unwrapHead: (head) => (isQuotedPrintable(head) ? unwrapAll(head, createUnwrapper(true)) : null),
  isSure: () => true,
  create: createWrappedParser(() => createUnwrapper(true)),
});
