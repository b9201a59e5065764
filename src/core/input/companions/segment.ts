import { NO_FINDINGS, type ParserFindings } from '../../model/parser.ts';
import { parserByLines, type ReadsLines } from '../lines/by-lines.ts';
import { beginsCopiedEvent } from '../parsers/clipboard/begins.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from '../parsers/segment-format.ts';
import type { Companion, CompanionResult, OutputLine } from './companion.ts';
import { companions } from './index.ts';

/** An output longer than any real one is read up to here. */
const MAX_LINES = 20_000;
/** What begins something else ends an output, whatever its own lines look like. */
const OTHER =
  /^\s*(?:Event Type|Event ID|Log Name|Event\[\d+\]|Index|TimeCreated)\s*:|^\s*<Event\b|^(?:\[PS\] |PS )?[A-Z]:\\[^>]*>\s*\S/;
/** So many blank lines stand inside an output. */
const MAX_BLANKS = 3;

/** Outputs of tools between other text. */
export const companionSegments: readonly SegmentFormat[] = companions.map(segmentOf);

function segmentOf(companion: Companion): SegmentFormat {
  return {
    name: companion.tool,
    isDetail: false,
    isOpenEnded: true,
    isQuoted: companion.isQuoted === true,
    ...(companion.isMark === undefined ? {} : { isMark: companion.isMark }),
    ...(companion.needs === undefined ? {} : { needs: companion.needs }),
    begins: (lines) => (companion.begins(lines) ? { column: 0, ends: endsOf(companion) } : null),
    create: parserByLines(() => new Output(companion)),
  };
}

function endsOf(companion: Companion): SegmentStart['ends'] {
  let blanks = 0;
  let isFirst = true;
  return (lines: LinesAhead) => {
    const line = lines(0) ?? '';
    if (isFirst) {
      isFirst = false;
      return -1;
    }
    if (line.trim() === '') {
      blanks += 1;
      return blanks > MAX_BLANKS ? 0 : -1;
    }
    if (OTHER.test(line) || !companion.continues(line, lines) || beginsCopiedEvent(lines)) return 0;
    // Behind a blank line another tool may speak.
    const other = blanks > 0 ? companions.find((one) => one.begins(lines)) : companion;
    blanks = 0;
    return other === undefined || other === companion ? -1 : 0;
  };
}

/** The lines of an output, which is read as a whole. */
class Output implements ReadsLines {
  readonly #companion: Companion;
  readonly #lines: OutputLine[] = [];
  #result: CompanionResult = { facts: [], observations: [] };

  constructor(companion: Companion) {
    this.#companion = companion;
  }

  take(text: string, number: number): void {
    if (this.#lines.length < MAX_LINES) this.#lines.push({ text, number });
  }
  end(): void {
    this.#result = this.#companion.read(this.#lines);
  }
  findings(): ParserFindings {
    return { ...NO_FINDINGS, timeBasis: 'local', ...this.#result };
  }
}
