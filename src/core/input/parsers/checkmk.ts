import type { Level } from '../../model/event.ts';
import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { lineSegment } from '../lines/line-segment.ts';
import { Names } from '../lines/names.ts';
import type { LinesAhead, SegmentFormat } from './segment-format.ts';

/** `C Oct 11 10:43:10 49152.7031 Service_Control_Manager text`: state, local time, qualifiers and id, source. */
const EVENT = /^([CWOIu.]) [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d (\d{1,5})\.(\d{1,5}) (\S{1,256})(?: |$)/;
/** `[[[System]]]` above the events of a log, `<<<logwatch>>>` above them all. */
const LOG = /^\[\[\[(.{1,256})\]\]\]\s*$/;
const SECTION = /^<<<logwatch[^>]{0,64}>>>\s*$/;
const MAX_HEADINGS = 6;

const isHeading = (line: string): boolean => LOG.test(line) || SECTION.test(line);
const isLine = (line: string): boolean => EVENT.test(line) || isHeading(line);

const segment = lineSegment(
  'checkmk',
  isLine,
  createLineParser(() => new CheckmkReader()),
);

/** The logs of Windows as the agent of Checkmk sends them, and as its mails quote them. @see agents/windows/check_mk_agent.cc of Checkmk */
export const checkmkSegment: SegmentFormat = {
  ...segment,
  needs: { first: /[CWOIu.[<]/ },
  begins: (lines) => (holdsEvent(lines) ? segment.begins(lines) : null),
};

/** Headings alone are other text in brackets. */
function holdsEvent(lines: LinesAhead): boolean {
  for (let index = 0; index <= MAX_HEADINGS; index += 1) {
    const line = lines(index) ?? '';
    if (EVENT.test(line)) return true;
    if (!isHeading(line)) return false;
  }
  return false;
}

/** Of the state that Checkmk gives a type. A log of audits knows no others. */
const LEVELS: ReadonlyMap<string, Level> = new Map([
  ['C', 'error'],
  ['W', 'warning'],
  ['O', 'information'],
  ['I', 'information'],
  ['.', 'information'],
]);
const AUDITS: ReadonlyMap<string, Level> = new Map([
  ['C', 'audit-failure'],
  ['O', 'audit-success'],
  ['I', 'audit-success'],
  ['.', 'audit-success'],
]);

class CheckmkReader implements LineReader {
  readonly #names = new Names();
  #log: string | null = null;

  read(line: string, position: number): LineEvent | 'skip' | null {
    const log = LOG.exec(line)?.[1];
    if (log !== undefined) this.#log = this.#names.own(log);
    if (log !== undefined || SECTION.test(line)) return 'skip';
    const found = EVENT.exec(line);
    if (found === null) return null;
    const [whole, state = '', qualifiers, id, source = ''] = found;
    const levels = this.#log === 'Security' ? AUDITS : LEVELS;
    return {
      position,
      recordId: null,
      time: null,
      lacksYear: true,
      host: null,
      channel: this.#log,
      // Blanks of a source would part columns.
      provider: this.#names.own(source.replaceAll('_', ' ')),
      eventId: Number(qualifiers) * 0x10000 + Number(id),
      level: levels.get(state) ?? null,
      category: null,
      user: null,
      message: () => line.slice(whole.length).trim() || null,
    };
  }
}
