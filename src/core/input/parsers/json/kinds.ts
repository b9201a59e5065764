import type { ParserContext } from '../../../model/parser.ts';
import { DecidedKind, type DecidingKind } from '../../event-schema/decided-kind.ts';
import { copyText } from '../../text/copy-text.ts';
import { levelOf } from './level.ts';
import type { JsonProducer } from './producer.ts';
import type { Head, Skimmer } from './skim.ts';

const FIELDS = ['eventId', 'provider', 'level', 'channel', 'host', 'type', 'keywords', 'providerAlias'] as const;
const MAX_BRANCHES = 4096; // of one value of a hostile source

/** A tree with one level for each field: the value of the record before is nearly always the one that comes again. */
interface Branch {
  /** As it stands in the record. */
  readonly raw: string;
  readonly byRaw: Map<string, Branch>;
  last: Branch | null;
  kind: DecidedKind | null;
}
const newBranch = (raw: string): Branch => ({
  raw: copyText(raw),
  byRaw: new Map(),
  last: null,
  kind: null,
});

/** The kinds of a source, found by the values where they stand. */
export class JsonKinds {
  readonly #context: ParserContext;
  readonly #channelOf: JsonProducer['channelOf'];
  readonly #levelOf: JsonProducer['levelOf'];
  readonly #root = newBranch('');
  readonly #rootByHead = new WeakMap<Head, Branch>();

  constructor(context: ParserContext, { channelOf, levelOf }: Pick<JsonProducer, 'channelOf' | 'levelOf'>) {
    [this.#context, this.#channelOf, this.#levelOf] = [context, channelOf, levelOf];
  }

  /** The kind of the record that was skimmed. @param toId reads its event id */
  of(skimmer: Skimmer, at: number, toId: (text: string | null) => number | null): DecidedKind {
    const { head } = skimmer;
    let branch = head === null ? this.#root : this.#rootOf(head);
    // What stands in the head is the same for all that begin with it.
    const from = at + (head?.length ?? 0);
    for (let index = 0; index < FIELDS.length; index += 1) {
      const field = FIELDS[index];
      const cell = field === undefined ? -1 : skimmer.cellOf(field);
      if (cell === -1 || skimmer.startOf(cell) >= from) branch = branchAt(branch, skimmer, cell);
    }
    branch.kind ??= this.#kindOf(skimmer, toId);
    return branch.kind;
  }

  #rootOf(head: Head): Branch {
    const known = this.#rootByHead.get(head);
    if (known !== undefined) return known;
    const root = newBranch('');
    this.#rootByHead.set(head, root);
    return root;
  }

  #kindOf(skimmer: Skimmer, toId: (text: string | null) => number | null): DecidedKind {
    const text = (field: (typeof FIELDS)[number]): string | null => {
      const found = skimmer.textOf(field);
      return found === null ? null : copyText(found).trim() || null;
    };
    const [channel, level] = [text('channel'), text('level')];
    const kind: DecidingKind = {
      eventId: toId(text('eventId')),
      provider: text('provider'),
      providerAlias: text('providerAlias'),
      channel: channel === null || this.#channelOf === undefined ? channel : this.#channelOf(channel),
      host: text('host'),
      level: levelOf(level === null ? null : (this.#levelOf?.(level) ?? level), text('type'), text('keywords')),
    };
    return new DecidedKind(isUntoldAudit(kind) ? { ...kind, level: null } : kind, this.#context);
  }
}

/** All its events are audits: one with the level alone, which is the same for both kinds, may have succeeded or failed. */
const AUDITING: ReadonlySet<string> = new Set([
  'microsoft-windows-security-auditing',
  'microsoft windows security auditing.',
]);
const isUntoldAudit = ({ provider, level }: DecidingKind): boolean =>
  level === 'information' && provider !== null && AUDITING.has(provider.toLowerCase());

function branchAt(from: Branch, skimmer: Skimmer, cell: number): Branch {
  const { last } = from;
  const [start, end] = cell === -1 ? [0, 0] : [skimmer.startOf(cell), skimmer.endOf(cell)];
  if (last !== null && last.raw.length === end - start && skimmer.text.startsWith(last.raw, start)) return last;
  const raw = skimmer.text.slice(start, end);
  const known = from.byRaw.get(raw);
  if (known !== undefined) {
    from.last = known;
    return known;
  }
  if (from.byRaw.size >= MAX_BRANCHES) from.byRaw.clear();
  const branch = newBranch(raw);
  from.byRaw.set(branch.raw, branch);
  from.last = branch;
  return branch;
}
