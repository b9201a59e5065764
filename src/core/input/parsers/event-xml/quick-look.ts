import type { ExactTime, Level } from '../../../model/event.ts';
import type { ParserContext } from '../../../model/parser.ts';
import { DecidedKind } from '../../event-schema/decided-kind.ts';
import { parseSystemTime } from '../../event-schema/system-time.ts';
import { cleanName, cleanToken, levelFrom } from '../../event-schema/values.ts';
import { copyText } from '../../text/copy-text.ts';
import { KnownTexts } from '../../text/known-texts.ts';
import { NOT_ALLOWED } from '../../xml/characters.ts';
import type { EventStart } from './boundaries.ts';
import { type QuickPatterns, quickPatterns } from './quick-patterns.ts';

/** What the beginning of an event says, read without parsing the XML. */
export interface QuickLook {
  readonly kind: DecidedKind;
  readonly time: ExactTime;
  readonly recordId: number | null;
  /** Inside `System`, behind what was read. */
  readonly end: number;
}

/** What stands before the time. */
interface Head {
  readonly length: number;
  readonly patterns: QuickPatterns;
  readonly provider: string | null;
  readonly providerAlias: string | null;
  readonly eventId: number;
  readonly level: Level | null;
  readonly kindByTail: Map<Tail, DecidedKind>;
}
/** Channel and computer. */
interface Tail {
  readonly length: number;
  readonly channel: string | null;
  readonly host: string | null;
}

const NOT_PLAIN = new RegExp(`[${NOT_ALLOWED}]`, 'u');
const PATTERNS = ['"', "'"].map(quickPatterns);
const MAX_KINDS = 64;

/** Looks at the beginning of the events of a source. It knows only the usual layout, and may refuse an event, but never guesses. */
export class QuickLooker {
  readonly #context: ParserContext;
  readonly #heads = new KnownTexts<Head>();
  readonly #tails = new KnownTexts<Tail>();

  constructor(context: ParserContext) {
    this.#context = context;
  }

  /** @returns null when the event needs the XML parser. */
  at(window: string, { contentIndex, prefix }: EventStart): QuickLook | null {
    if (prefix !== '') return null;
    const head = this.#heads.find(window, contentIndex) ?? this.#readHead(window, contentIndex);
    if (head === null) return null;
    const { quote, middle } = head.patterns;
    const timeIndex = contentIndex + head.length;
    const timeEnd = window.indexOf(quote, timeIndex);
    const time = timeEnd === -1 ? null : parseSystemTime(window, timeIndex, timeEnd);
    middle.lastIndex = timeEnd;
    // Placeholders lie before 1970.
    const record = time === null || time.timeMs < 0 ? null : middle.exec(window);
    if (time === null || record === null) return null;
    const tailIndex = middle.lastIndex;
    const tail = this.#tails.find(window, tailIndex) ?? this.#readTail(window, tailIndex, head.patterns);
    if (tail === null) return null;
    const recordId = record[1] === undefined ? null : Number(record[1]);
    return { kind: this.#kind(head, tail), time, recordId, end: tailIndex + tail.length };
  }

  #kind(head: Head, tail: Tail): DecidedKind {
    const known = head.kindByTail.get(tail);
    if (known !== undefined) return known;
    const { provider, providerAlias, eventId, level } = head;
    const { channel, host } = tail;
    const kind = new DecidedKind({ host, channel, provider, eventId, level, providerAlias }, this.#context);
    if (head.kindByTail.size === MAX_KINDS) head.kindByTail.clear();
    head.kindByTail.set(tail, kind);
    return kind;
  }

  #readHead(window: string, index: number): Head | null {
    for (const patterns of PATTERNS) {
      patterns.head.lastIndex = index;
      const [text, provider = '', alias = '', id, level = null, keywords = null] = patterns.head.exec(window) ?? [];
      if (text === undefined || NOT_PLAIN.test(text)) continue;
      const head: Head = {
        length: text.length,
        patterns,
        provider: cleanName(copyText(provider)),
        providerAlias: cleanName(copyText(alias)),
        eventId: Number(id),
        level: levelFrom(level, keywords),
        kindByTail: new Map(),
      };
      this.#heads.add(text, text.indexOf('</EventID>') - 1, head);
      return head;
    }
    return null;
  }

  #readTail(window: string, index: number, { tail: pattern }: QuickPatterns): Tail | null {
    pattern.lastIndex = index;
    const [text, channel, host] = pattern.exec(window) ?? [];
    if (text === undefined || NOT_PLAIN.test(text)) return null;
    const tail: Tail = {
      length: text.length,
      channel: cleanName(copyText(channel ?? '')),
      host: cleanToken(copyText(host ?? '')),
    };
    const [label = ''] = host?.split('.') ?? [];
    // One that names both stands for itself; a shorter one may go on differently.
    if (channel !== undefined && label !== '') this.#tails.add(text, lastOf(label, text), tail);
    return tail;
  }
}

/** Hosts of one domain differ at the end of their first label. */
const lastOf = (label: string, text: string): number =>
  text.indexOf('<Computer>') + '<Computer>'.length + label.length - 1;
