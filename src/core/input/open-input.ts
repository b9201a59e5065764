import { scoreHeadings } from '../knowledge/words/headings.ts';
import type { ByteParser, ParsedBatch, ParserContext, ParserFindings, TextParser } from '../model/parser.ts';
import { NO_FINDINGS } from '../model/parser.ts';
import type { Problem } from '../model/problems.ts';
import { isDefinition, ruleFormat } from './definition.ts';
import { textFormat, textFormats } from './formats.ts';
import type { InputFormat } from './input-format.ts';
import { otherLogFormat } from './other-logs/format.ts';
import { otherLogOf } from './other-logs/recognise.ts';
import { byteFormats } from './parsers/index.ts';
import { sniffBytes } from './sniff/sniff-bytes.ts';
import { isWebPage } from './sniff/web-page.ts';
import { type Chunks, slices, takeHead } from './source-head.ts';
import { createTextDecoder } from './text/decode.ts';
import { chooseEncoding, HEAD_BYTES } from './text/encoding.ts';

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
  /** The kind of log without events that it begins as, as a sentence names it; null: none that is known. */
  readonly otherLog: string | null;
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

/** Decides what the input is by its first 64 KiB that hold anything. @throws what the chunks throw */
export async function openInput(chunks: Chunks, context: OpenContext): Promise<OpenedInput | RefusedInput> {
  const { head, isWhole, all } = await takeHead(chunks);
  const sniffed = sniffBytes(head);
  const binary = byteFormats.find((format) => format.name === (context.inputFormat ?? sniffed.kind));
  if (binary !== undefined) return openBytes(binary, sniffed.kind === binary.name, all, context);
  if (sniffed.problem !== null)
    return { refused: { code: sniffed.problem, position: null, detail: sniffed.detail }, format: sniffed.kind };
  return await openText(chooseEncoding(head, isWhole, scoreHeadings), all, context);
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
    otherLog: null,
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
  const otherLog = otherLogOf(head);
  const format = formatOf(head, otherLog, context.inputFormat);
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
    otherLog: otherLog?.name ?? null,
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

/** The format that was asked for; else that of a log without events, or the first that recognises the beginning. */
function formatOf(
  head: string,
  otherLog: ReturnType<typeof otherLogOf>,
  asked: string | undefined,
): InputFormat<TextParser> {
  if (asked !== undefined) return textFormats.find(({ name }) => name === asked) ?? textFormat;
  const other = otherLog === null ? null : otherLogFormat(otherLog);
  return other ?? [ruleFormat, ...textFormats].find(({ recognises }) => recognises(head)) ?? textFormat;
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
