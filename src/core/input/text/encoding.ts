import { type CodePage, codePages } from './code-pages.ts';
import { decodeBlock, isWide, type TextEncodingName } from './decode-block.ts';
import { findMojibake, type MojibakePage } from './mojibake.ts';
import { plausibility } from './plausibility.ts';
import { LEAST_EVIDENCE, seamToUtf8, seamToWide } from './seams.ts';
import { surveyBytes } from './survey.ts';
import { completeUtf8Length, surveyUtf8 } from './utf8.ts';
import { wideEncodingOf } from './utf16.ts';

/** Hits among the known headings of event texts. */
export type ScoreHeadings = (text: string) => number;

export interface EncodingChoice {
  readonly encoding: TextEncodingName;
  /** False while nothing but ASCII was seen, which any encoding could be: the first other byte decides. */
  readonly decided: boolean;
  /** Code pages that the text was wrongly read with before, to be undone in this order. */
  readonly repairs: readonly MojibakePage[];
}

/** Bytes that decide. */
export const HEAD_BYTES = 1 << 16;

const BYTE_ORDER_MARKS: readonly (readonly [TextEncodingName, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Which encoding a text begins with. A byte order mark decides, then where NULs stand, then whether it is UTF-8, then what an XML or
 * HTML declaration says, then in which code page it has most headings and the likeliest words; windows-1252 wins a tie.
 * @param head at least the first `HEAD_BYTES` bytes, if there are as many, @param wholeInput nothing follows `head`
 */
export function chooseEncoding(head: Uint8Array, wholeInput: boolean, score: ScoreHeadings): EncodingChoice {
  const bytes = head.subarray(0, HEAD_BYTES);
  const isWhole = wholeInput && head.length <= HEAD_BYTES;
  const encoding = markedEncodingOf(bytes) ?? wideEncodingOf(bytes) ?? eightBitEncodingOf(bytes, isWhole, score);
  if (encoding === null) return { encoding: 'utf-8', decided: false, repairs: [] };
  // Mojibake that was saved in a code page is UTF-8 again.
  const isUnicode = encoding === 'utf-8' || isWide(encoding);
  const repairs = isUnicode ? findMojibake(decodeBlock(encoding, bytes, isWhole).text, score) : [];
  return { encoding, decided: true, repairs };
}

/** The encoding that a byte order mark at the start names. */
export const markedEncodingOf = (bytes: Uint8Array): TextEncodingName | null =>
  BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0] ?? null;

/** UTF-8 with so many right sequences for each wrong byte is damaged UTF-8. In Chinese GBK one character in seven is right by chance. */
const LEAST_UTF8_RATIO = 4;

/** null for ASCII. Where the head holds several encodings it is the first of them. */
function eightBitEncodingOf(head: Uint8Array, wholeInput: boolean, score: ScoreHeadings): TextEncodingName | null {
  const wideAt = seamToWide(head);
  const bytes = wideAt > 0 ? head.subarray(0, wideAt) : head;
  // The head may end inside a character, and so may a cut input.
  const whole = bytes.subarray(0, completeUtf8Length(bytes));
  if (!surveyBytes(wholeInput || wideAt > 0 ? bytes : whole).foreign) return null;
  const { sequences, wrong, sequencesBefore } = surveyUtf8(whole);
  const isMostlyRight = sequences > 0 && wrong * LEAST_UTF8_RATIO <= sequences;
  if (isMostlyRight || sequencesBefore >= LEAST_EVIDENCE) return 'utf-8';
  const utf8At = seamToUtf8(bytes);
  const part = utf8At > 0 ? bytes.subarray(0, utf8At) : bytes;
  return declaredEncodingOf(part) ?? likeliestEncodingOf(part, score);
}

const DECLARATION = /<(?:\?xml|meta)\s[^>]{0,200}?(?:encoding|charset)\s*=\s*["']?([\w.:-]{1,40})/i;
const DECLARATION_BYTES = 1024;

/** The 8-bit encoding that an XML or HTML declaration names, if the bytes are possible in it. */
function declaredEncodingOf(bytes: Uint8Array): CodePage | null {
  const start = decodeBlock('windows-1252', bytes.subarray(0, DECLARATION_BYTES), true).text;
  const named = encodingNamed(DECLARATION.exec(start)?.[1] ?? '');
  const encoding = codePages.find((page) => page === named);
  return encoding !== undefined && decodeBlock(encoding, bytes, false).wrong === 0 ? encoding : null;
}

/** The encoding that a declaration or a header means; null for none that evdx reads. */
export function encodingNamed(label: string): TextEncodingName | null {
  const name = standardNameOf(label) ?? label.toLowerCase().replace(/^cp/, 'ibm');
  return [...BYTE_ORDER_MARKS.map(([encoding]) => encoding), ...codePages].find((known) => known === name) ?? null;
}

function standardNameOf(label: string): string | null {
  try {
    const name = new TextDecoder(label).encoding;
    return name === 'gbk' ? 'gb18030' : name;
  } catch {
    return null; // not an encoding of the web
  }
}

function likeliestEncodingOf(bytes: Uint8Array, score: ScoreHeadings): TextEncodingName {
  const sample = foreignLinesOf(bytes);
  const seen = new Set<string>();
  let best: TextEncodingName = 'windows-1252';
  let [bestHits, bestPoints] = [-1, 0];
  for (const page of codePages) {
    const { text } = decodeBlock(page, sample, false);
    if (seen.has(text)) continue;
    seen.add(text);
    const hits = score(text);
    if (hits < bestHits) continue;
    const points = plausibility(text, page);
    if (hits > bestHits || points > bestPoints) [best, bestHits, bestPoints] = [page, hits, points];
  }
  return bestPoints < 0 && bestHits <= 0 ? (likeliestWideOf(bytes) ?? best) : best;
}

/** Ideographs alone, without a blank or a line end: not one NUL tells UTF-16. */
function likeliestWideOf(bytes: Uint8Array): TextEncodingName | null {
  const wide = ['utf-16le', 'utf-16be'] as const;
  return wide.find((encoding) => plausibility(decodeBlock(encoding, bytes, false).text, encoding) > 0) ?? null;
}

/** What is compared: enough to know a language by. */
const SAMPLE_BYTES = 1 << 14;
/** So much of a line before its first foreign character is shown for the sake of a heading. */
const CONTEXT_BYTES = 64;

/** The lines that are not ASCII. A line end is never part of a character, nor is the first foreign byte of a line the second half of one. */
function foreignLinesOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE_BYTES);
  let size = 0;
  for (let start = 0; start < bytes.length && size < SAMPLE_BYTES; ) {
    const lineEnd = bytes.indexOf(0x0a, start);
    const end = lineEnd < 0 ? bytes.length : lineEnd + 1;
    const line = bytes.subarray(start, end);
    const foreignAt = line.findIndex((byte) => byte >= 0x80);
    if (foreignAt >= 0) {
      const part = line.subarray(Math.max(0, foreignAt - CONTEXT_BYTES)).subarray(0, SAMPLE_BYTES - size);
      sample.set(part, size);
      size += part.length;
    }
    start = end;
  }
  return sample.subarray(0, size);
}
