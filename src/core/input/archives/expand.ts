import type { Problem } from '../../model/problems.ts';
import type { Limit } from '../../model/scan.ts';
import { type ByteSource, piecesOf } from '../../model/source.ts';
import { problemOf, SourceError } from '../../model/source-error.ts';
import { type ArchiveKind, knownFileOf } from '../sniff/signatures.ts';
import { isFirstHeader } from '../wrapped/mail-headers.ts';
import { ARCHIVE_LIMITS, ArchiveBudget, ArchiveLimitError, type ArchiveLimits } from './budget.ts';
import type { ArchiveEntries } from './entry.ts';
import { PullReader } from './pull-reader.ts';

/** What an archive as a whole has to say. */
export interface ArchiveNote {
  readonly name: string;
  readonly format: ArchiveKind;
  readonly problems: readonly Problem[];
  readonly limits: readonly Limit[];
}
export type Expanded = { readonly source: ByteSource } | { readonly note: ArchiveNote };

/** The headers of a mail are in it. */
const MAIL_BYTES = 1 << 16;
const MULTIPART = /^content-type:\s{0,9}multipart\/(?!alternative)/im;

/** Of several parts, of which some may be files; asked of the beginning of every input. */
async function isMail(head: Uint8Array, reader: PullReader): Promise<boolean> {
  if (!isFirstHeader(String.fromCharCode(...head.subarray(0, 80)).split('\n', 1)[0] ?? '')) return false;
  return MULTIPART.test(new TextDecoder('latin1').decode(await reader.peek(MAIL_BYTES)));
}
const EMPTY: Readonly<Partial<Record<ArchiveKind, string>>> = { document: 'a document without text' };
/** The mark of a tar stands at 257. */
const HEAD_BYTES = 512;

/**
 * The source itself, or the files in the archive that it is, in their order: each is to be read, as far as wanted, before the next is asked
 * for. Nothing is kept and nothing written.
 */
export async function* expandSource(
  source: ByteSource,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): AsyncGenerator<Expanded> {
  const reader = new PullReader(piecesOf(source));
  const expansion = new Expansion(new ArchiveBudget(limits, () => reader.bytesRead));
  try {
    yield* expansion.open({ name: source.name, reader, depth: 0, source });
  } finally {
    await reader.close();
  }
}

interface Input {
  readonly name: string;
  readonly reader: PullReader;
  readonly depth: number;
  /** Only of the outermost one. */
  readonly source: ByteSource | null;
}

class Expansion {
  readonly #budget: ArchiveBudget;
  #limit: Limit | null = null;
  /** What ended the file that was read last. */
  #lastCode: string | null = null;

  constructor(budget: ArchiveBudget) {
    this.#budget = budget;
  }

  async *open(input: Input): AsyncGenerator<Expanded> {
    let head: Uint8Array;
    try {
      head = await input.reader.peek(HEAD_BYTES);
    } catch (error) {
      yield { source: this.#sourceOf(input, () => failing(this.#toSourceError(error))) };
      return;
    }
    const kind = kindOf(head);
    if (kind !== null) yield* this.#openArchive(input, kind);
    else if (await isMail(head, input.reader)) yield* this.#openMail(input);
    else yield { source: this.#sourceOf(input, () => this.#guarded(input.reader.rest())) };
  }

  /** The mail itself, and the logs that are attached to it. */
  async *#openMail(input: Input): AsyncGenerator<Expanded> {
    const { name, depth, reader } = input;
    const { attachmentsIn, takeMail } = await import('./attachments.ts');
    const mail = await takeMail(reader);
    yield { source: this.#sourceOf(input, () => this.#guarded(mail.chunks())) };
    for (const { name: file, bytes } of attachmentsIn(mail.text)) {
      if (this.#limit !== null) return;
      yield* this.open({ name: `${name}!/${file}`, reader: new PullReader([bytes]), depth: depth + 1, source: null });
    }
  }

  async *#openArchive(input: Input, kind: ArchiveKind): AsyncGenerator<Expanded> {
    const { name, depth } = input;
    const problems: Problem[] = [];
    let limit: Limit | null = null;
    try {
      this.#budget.checkDepth(depth + 1);
      let isEmpty = true;
      for await (const { name: entry, content } of this.#entries(input, kind)) {
        isEmpty = false;
        this.#budget.addEntry();
        const packed = kind === 'tar' ? content() : this.#counted(content());
        const isSame = entry === '';
        yield* this.open({
          name: isSame ? name : `${name}!/${entry}`,
          reader: new PullReader(packed),
          depth: depth + 1,
          source: null,
        });
        if (this.#limit !== null) break;
      }
      if (isEmpty)
        problems.push({ code: 'input/empty', position: null, detail: EMPTY[kind] ?? 'an archive without files' });
    } catch (error) {
      if (error instanceof ArchiveLimitError) limit = error.limit;
      else if (!(error instanceof SourceError) || error.code !== this.#lastCode) problems.push(problemOf(error));
    }
    // A limit on all that is nested is said once, of the outermost archive.
    if (depth === 0 && this.#limit !== null) limit = this.#limit;
    if (limit !== null && limit.limit !== 'archive-depth') this.#limit = limit;
    const isSaid = limit === null || limit.limit === 'archive-depth' || depth === 0;
    if (problems.length > 0 || (limit !== null && isSaid))
      yield { note: { name, format: kind, problems, limits: limit !== null && isSaid ? [limit] : [] } };
  }

  /** Formats are loaded with the first archive. */
  async *#entries({ name, reader }: Input, kind: ArchiveKind): ArchiveEntries {
    const { archiveEntries } = await import('./formats.ts');
    yield* archiveEntries[kind](reader, name);
  }

  /** A limit that acts while a file is read ends that file and then the archive. */
  async *#guarded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* pieces;
    } catch (error) {
      throw this.#toSourceError(error);
    }
  }

  async *#counted(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      this.#budget.addBytes(piece.length);
      yield piece;
    }
  }

  #toSourceError(error: unknown): unknown {
    this.#lastCode = error instanceof SourceError ? error.code : null;
    if (!(error instanceof ArchiveLimitError)) return error;
    this.#limit = error.limit;
    return new SourceError('input/archive-limit', error.limit.detail, { cause: error });
  }

  #sourceOf({ name, source }: Input, chunks: ByteSource['chunks']): ByteSource {
    const own = { name, sizeBytes: source?.sizeBytes ?? null, chunks };
    return source?.read === undefined ? own : { ...own, read: (start, end) => readOf(source, start, end) };
  }
}

const kindOf = (head: Uint8Array): ArchiveKind | null => knownFileOf(head)?.unpackedAs ?? null;

async function readOf(source: ByteSource, start: number, end: number): Promise<Uint8Array> {
  return (await source.read?.(start, end)) ?? new Uint8Array();
}

// biome-ignore lint/correctness/useYield: it fails before the first piece
async function* failing(error: unknown): AsyncGenerator<Uint8Array> {
  throw error;
}
