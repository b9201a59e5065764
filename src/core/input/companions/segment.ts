import {
  type CreateTextParser,
  emptyBatch,
  NO_FINDINGS,
  type ParsedBatch,
  type ParserFindings,
  type TextParser,
} from '../../model/parser.ts';
import { beginsCopiedEvent } from '../parsers/clipboard/begins.ts';
import type { LinesAhead, SegmentFormat, SegmentStart } from '../parsers/segment-format.ts';
import { LineCutter } from '../text/lines.ts';
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
    begins: (lines) => (companion.begins(lines) ? { column: 0, ends: endsOf(companion) } : null),
    create: createCompanionParser(companion),
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

function createCompanionParser(companion: Companion): CreateTextParser {
  return () => new CompanionParser(companion);
}

class CompanionParser implements TextParser {
  readonly #companion: Companion;
  readonly #cutter = new LineCutter();
  readonly #lines: OutputLine[] = [];
  #number = 0;
  #result: CompanionResult = { facts: [], observations: [] };

  constructor(companion: Companion) {
    this.#companion = companion;
  }

  push(text: string): ParsedBatch {
    this.#take(this.#cutter.push(text));
    return emptyBatch();
  }
  end(): ParsedBatch {
    this.#take(this.#cutter.end());
    this.#result = this.#companion.read(this.#lines);
    return emptyBatch();
  }
  findings(): ParserFindings {
    return { ...NO_FINDINGS, timeBasis: 'local', ...this.#result };
  }

  #take(lines: readonly string[]): void {
    for (const text of lines) {
      this.#number += 1;
      if (this.#lines.length < MAX_LINES) this.#lines.push({ text, number: this.#number });
    }
  }
}
