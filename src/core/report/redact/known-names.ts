import type { EventRecord, PayloadElement } from '../../model/event.ts';
import type { Scan } from '../../model/scan.ts';
import { kindOfField, kindsByClassicId } from './field-kinds.ts';
import type { NameKind, NameSpan } from './kinds.ts';
import { prefixByKind } from './kinds.ts';
import { findShapes, labelledNames } from './shapes.ts';
import { isWellKnown } from './well-known.ts';

export interface KnownName {
  readonly kind: NameKind;
  /** Of several spellings the first by code units. */
  readonly spelling: string;
  readonly isWord: boolean;
}

const rankByKind: ReadonlyMap<string, number> = new Map(Object.keys(prefixByKind).map((kind, rank) => [kind, rank]));
const isBefore = (a: NameKind, b: NameKind): boolean => (rankByKind.get(a) ?? 0) < (rankByKind.get(b) ?? 0);

const isAddressText = (text: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || /^[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:%\w+)?$/i.test(text);
const LONGEST_NAME = 256;
/** Digits, or one character, as a word of a text are seldom the name. */
const canBeWord = (name: string): boolean => name.length > 1 && !/^\d+$/.test(name);

/** What messages of the database engine begin with, `%1 (%2) %3`, where only the inserts are there. */
const engineHead = ({ provider, strings: [program = '', process = '', instance = ''] }: EventRecord): string =>
  /^ese/i.test(provider ?? '') ? `${program.trim()} (${process}) ${instance}` : '';

/** All names of a run: what the fields of events say, and what has the shape of a name. */
export class KnownNames {
  readonly #byName = new Map<string, KnownName>();
  /** Full names of hosts: label and domain have a pseudonym each. */
  readonly #fullNames = new Set<string>();

  get all(): ReadonlyMap<string, KnownName> {
    return this.#byName;
  }
  get fullNames(): ReadonlySet<string> {
    return this.#fullNames;
  }

  add(kind: NameKind, text: string, isWord = true): void {
    const spelling = text.trim();
    const name = spelling.toLowerCase();
    if (name === '' || (spelling.length > LONGEST_NAME && kind !== 'path') || isWellKnown(kind, name)) return;
    const known = this.#byName.get(name);
    this.#byName.set(name, {
      kind: known === undefined || isBefore(kind, known.kind) ? kind : known.kind,
      spelling: known === undefined || spelling < known.spelling ? spelling : known.spelling,
      isWord: (isWord && canBeWord(name)) || known?.isWord === true,
    });
  }

  /** By the kind of the field it stands in. */
  addOf(kind: NameKind, text: string): void {
    if (kind === 'host') this.addHost(text);
    else if (kind === 'domain') this.addDomain(text);
    else if (kind === 'user') this.addUser(text);
    else if (kind === 'share') this.add('share', text.replace(/^.*[\\/]/s, ''));
    else if (kind === 'database') this.add('database', text.replace(/^.*[\\/]/s, '').replace(/\.\w{1,5}$/, ''));
    else this.add(kind, text);
  }

  addHost(text: string, isWord = true): void {
    const name = text.trim().replace(/^\\+|[.$]+$/g, '');
    if (isAddressText(name) || /[\s\\/:]/.test(name)) return;
    const [label = '', ...rest] = name.split('.');
    this.add('host', label, isWord);
    if (rest.length === 0 || isWellKnown('host', label.toLowerCase())) return;
    this.addDomain(rest.join('.'));
    if (isWord) this.#fullNames.add(name.toLowerCase());
  }

  /** With the domains above it: `example.com` of `corp.example.com`. */
  addDomain(text: string): void {
    const labels = text.trim().replace(/\.$/, '').split('.');
    for (let from = 0; from === 0 || from < labels.length - 1; from++) {
      const name = labels.slice(from).join('.');
      if (isWellKnown('domain', name.toLowerCase())) return;
      this.add('domain', name);
    }
  }

  /** `jdoe`, `CORP\jdoe`, `jdoe@corp.example`, `EX1$`, `CN=Jane Doe,OU=Staff,DC=corp`. */
  addUser(text: string): void {
    const name = text.trim();
    const [, domain, account] = /^([^\\]*)\\+([^\\]+)$/.exec(name) ?? [];
    if (account !== undefined) {
      this.addDomain(domain ?? '');
      if (!isWellKnown('domain', (domain ?? '').toLowerCase())) this.addUser(account);
      return;
    }
    if (/[\\,=:]/.test(name)) return;
    const [local = '', realm, more] = name.split('@');
    if (realm !== undefined && more === undefined) {
      this.addDomain(realm);
      this.addUser(local);
    } else if (name.endsWith('$')) this.addHost(name);
    else if (name.includes('/')) this.addHost(name.slice(name.lastIndexOf('/') + 1));
    else this.add('user', name);
  }

  addSpan({ kind, name, isWord }: NameSpan): void {
    if (kind === 'mail') this.addDomain(name.slice(name.indexOf('@') + 1));
    if (kind === 'host') this.addHost(name, isWord);
    else if (kind === 'domain' && name.includes('.')) this.addDomain(name);
    else this.add(kind, name, isWord);
  }

  /** @param isRuleWord words that stand in rules are no names in what rules say */
  addText(text: string, isRuleWord: (name: string) => boolean = () => false): void {
    for (const span of findShapes(text)) if (!isRuleWord(span.name)) this.addSpan(span);
    for (const { kind, name } of labelledNames(text)) if (!isRuleWord(name)) this.addOf(kind, name);
  }

  addFields(fields: Iterable<readonly [string, string]>): void {
    for (const [name, value] of fields) {
      const kind = kindOfField(name);
      if (kind !== null) this.addOf(kind, value);
    }
  }

  addEvent(event: EventRecord): void {
    if (event.host !== null) this.addHost(event.host);
    if (event.user !== null) this.addUser(event.user);
    this.addFields(event.fields);
    const kinds = /^security$/i.test(event.provider ?? '') ? kindsByClassicId.get(event.eventId ?? -1) : undefined;
    for (const [index, kind] of kinds?.entries() ?? []) {
      const value = event.strings[index];
      if (kind !== null && value !== undefined) this.addOf(kind, value);
    }
    for (const text of [event.message, event.user, event.system?.userId ?? null, event.source, ...event.strings])
      if (text !== null) this.addText(text);
    for (const value of event.fields.values()) this.addText(value);
    this.addText(engineHead(event));
    if (event.payload !== null) this.#addPayload(event.payload);
  }

  #addPayload({ name, attributes, children }: PayloadElement): void {
    const kind = kindOfField(attributes.find(([key]) => key === 'Name')?.[1] ?? name);
    for (const [, value] of attributes) this.addText(value);
    for (const child of children) {
      if (typeof child !== 'string') this.#addPayload(child);
      else {
        if (kind !== null) this.addOf(kind, child);
        this.addText(child);
      }
    }
  }

  addScan(scan: Scan): void {
    this.addText(scan.source);
    for (const { event, hits } of scan.kept) {
      this.addEvent(event);
      for (const { captured } of hits) this.addFields(Object.entries(captured));
    }
    for (const { host, samples } of scan.classMisses) {
      if (host !== null) this.addHost(host);
      for (const event of samples) this.addEvent(event);
    }
    const hosts = [scan.coverage, scan.statistics, scan.facts].flatMap((list) => list.map(({ host }) => host));
    for (const host of new Set([...hosts, ...scan.hostsSeen])) if (host !== null) this.addHost(host);
  }
}
