import { scoreHeadings } from '../knowledge/words/headings.ts';
import type { ByteParser, ParsedBatch, ParserContext, ParserFindings, TextParser } from '../model/parser.ts';
import { NO_FINDINGS } from '../model/parser.ts';
import type { Problem } from '../model/problems.ts';
import { isDefinition } from './definition.ts';
import { textFormat, textFormats } from './formats.ts';
import type { InputFormat } from './input-format.ts';
import { byteFormats } from './parsers/index.ts';
import { sniffBytes } from './sniff/sniff-bytes.ts';
import { isWebPage } from './sniff/web-page.ts';
import { createTextDecoder } from './text/decode.ts';
import { chooseEncoding, HEAD_BYTES } from './text/encoding.ts';

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
export interface OpenContext extends ParserContext {
  /** Skips detection. */
  readonly inputFormat?: string | undefined;
}
/** What is known of an input besides its events. */
export interface InputTraits {
  readonly format: string;
  /** A whole log as a program exported it, not events picked by hand. */
  readonly isExport: boolean;
  /** Without any event it is still a sound log. */
  readonly canBeEmpty: boolean;
  /** Its records stand as they were written, the oldest first; exports of a viewer may be turned round. */
  readonly isAsWritten: boolean;
  /** The texts of its events are their own, no pieces of the text of the source, which such a piece would keep. */
  readonly hasOwnTexts: boolean;
  /** It begins as HTML does. */
  readonly isWebPage: boolean;
  /** It begins as what says which events to look for. */
  readonly isDefinition: boolean;
  /** Asked after the end. */
  encoding(): string | null;
  problems(): readonly Problem[];
}
/** An input whose format is known; reading it is still to come. */
export interface OpenedInput extends InputTraits {
  batches(): AsyncGenerator<ParsedBatch>;
  findings(): ParserFindings;
}
export interface RefusedInput {
  readonly refused: Problem;
  readonly format: string;
}

/** Decides what the input is by its first 64 KiB. @throws what the chunks throw */
export async function openInput(chunks: Chunks, context: OpenContext): Promise<OpenedInput | RefusedInput> {
  const { head, isWhole, all } = await takeHead(chunks);
  const sniffed = sniffBytes(head);
  const binary = byteFormats.find((format) => format.name === (context.inputFormat ?? sniffed.kind));
  if (binary !== undefined) return openBytes(binary, sniffed.kind === binary.name, all, context);
  if (sniffed.problem !== null)
    return { refused: { code: sniffed.problem, position: null, detail: sniffed.detail }, format: sniffed.kind };
  return await openText(chooseEncoding(head, isWhole, scoreHeadings), all, context);
}

/** The beginning as one piece, and all pieces again. */
async function takeHead(
  chunks: Chunks,
): Promise<{ readonly head: Uint8Array; readonly isWhole: boolean; readonly all: AsyncGenerator<Uint8Array> }> {
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  const pieces: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  while (size < HEAD_BYTES && !isWhole) {
    const next = await iterator.next();
    if (next.done === true) isWhole = true;
    else {
      size += next.value.length;
      // The memory of a piece may be used again as soon as the next one is asked for.
      pieces.push(size < HEAD_BYTES ? next.value.slice() : next.value);
    }
  }
  const [only] = pieces;
  const head = pieces.length === 1 && only !== undefined ? only : concat(pieces, size);
  const rest = {
    [Symbol.asyncIterator]: () => ({
      next: async () => (isWhole ? { done: true as const, value: undefined } : await iterator.next()),
    }),
  };
  return { head, isWhole, all: chain(head, rest) };
}

function concat(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

/** No string and no batch gets larger than this, however large the pieces are that come in. */
const MAX_PIECE_BYTES = 1 << 20;

async function* chain(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* slices(head);
  for await (const piece of rest) yield* slices(piece);
}

function* slices(piece: Uint8Array, size = MAX_PIECE_BYTES): Generator<Uint8Array> {
  for (let at = 0; at < piece.length; at += size) yield piece.subarray(at, at + size);
}

async function openBytes(
  format: InputFormat<ByteParser>,
  isRecognised: boolean,
  all: AsyncIterable<Uint8Array>,
  context: OpenContext,
): Promise<OpenedInput> {
  await format.prepare?.();
  const parser = format.create(context);
  return {
    ...traitsOf(format, isRecognised),
    isAsWritten: true,
    hasOwnTexts: true,
    isWebPage: false,
    isDefinition: false,
    encoding: () => null,
    batches: async function* () {
      for await (const bytes of all) yield parser.push(bytes);
      yield parser.end();
    },
    findings: () => parser.findings(),
    problems: () => [],
  };
}

/** What is read as a format that it does not have is no sound log of it. */
const traitsOf = (
  { name, isExport, canBeEmpty }: InputFormat<ByteParser> | InputFormat<TextParser>,
  isRecognised: boolean,
) => ({
  format: name,
  isExport,
  canBeEmpty: canBeEmpty && isRecognised,
});

async function openText(
  choice: ReturnType<typeof chooseEncoding>,
  all: AsyncIterable<Uint8Array>,
  context: OpenContext,
): Promise<OpenedInput> {
  const decoder = createTextDecoder(choice, scoreHeadings);
  const pieces = decoded(all, decoder);
  const first = await pieces.next();
  const head = first.done === true ? '' : first.value;
  const format =
    textFormats.find(({ name, recognises }) =>
      context.inputFormat === undefined ? recognises(head) : name === context.inputFormat,
    ) ?? textFormat;
  let parser: TextParser | null = null;
  const started = async (text: string): Promise<TextParser> => {
    await format.prepare?.(text);
    parser ??= format.create(context);
    return parser;
  };
  return {
    ...traitsOf(
      format,
      (context.inputFormat === undefined || format.recognises(head)) && format.holdsNothing?.(head) !== false,
    ),
    isAsWritten: false,
    hasOwnTexts: false,
    isWebPage: isWebPage(head),
    isDefinition: isDefinition(head),
    encoding: () => decoder.encoding,
    batches: async function* () {
      yield (await started(head)).push(head);
      for await (const text of pieces) yield (await started(text)).push(text);
      yield (await started('')).end();
    },
    findings: () => parser?.findings() ?? NOTHING,
    problems: () => decoder.problems(),
  };
}

const NOTHING: ParserFindings = { ...NO_FINDINGS, timeBasis: 'utc' };

/** Text in pieces that are worth a batch; the first holds the whole head. Texts of more than 128 KiB leave the fast part of the heap. */
async function* decoded(
  all: AsyncIterable<Uint8Array>,
  decoder: ReturnType<typeof createTextDecoder>,
): AsyncGenerator<string> {
  let isHead = true;
  for await (const bytes of all) {
    for (const block of isHead ? [bytes] : slices(bytes, HEAD_BYTES)) {
      const text = decoder.push(block);
      if (text === '') continue;
      isHead = false;
      yield text;
    }
  }
  const rest = decoder.end();
  if (rest !== '') yield rest;
}
