import { listAt } from '../../model/map-at.ts';
import { compareText } from '../../model/order.ts';
import { type NameKind, type NameSpan, prefixByKind } from './kinds.ts';
import type { KnownNames } from './known-names.ts';
import { findShapes } from './shapes.ts';
import { isWellKnown } from './well-known.ts';

/** A line of the mapping, which stays with those who made it. */
export interface MappedName {
  readonly pseudonym: string;
  readonly name: string;
  /** It is hidden wherever it stands as a word, not only where its shape says what it is. */
  readonly isWord: boolean;
}
export interface PseudonymMap {
  /** Names the map in reports; it says nothing about what is in it. */
  readonly id: string;
  readonly names: readonly MappedName[];
}

interface Word {
  readonly name: string;
  /** Of the name, from its beginning to its first letter or digit. */
  readonly offset: number;
  readonly pseudonym: string;
}
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly pseudonym: string;
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;
const endsInWord = /[\p{L}\p{N}\p{M}]$/u;
const startsWithWord = /^[\p{L}\p{N}\p{M}]/u;
const LONGEST_WORD = 256;
const CUT = '…';
const nameStart = /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]/gu;
/** A name that begins further before the end has shown less of itself than of its end. */
const CUT_WORDS = 6;
/** Fewer letters tell nothing. */
const LEAST_CUT = 2;

const numberOf = (pseudonym: string): number => Number(/\d+$/.exec(pseudonym)?.[0] ?? 0);
/** The end of a file's name says what it is, not whose. */
const extensionOf = (path: string): string => /\.[a-z\d]{1,5}$/i.exec(path)?.[0].toLowerCase() ?? '';

/** Names of a run and what stands for them; the same names give the same pseudonyms, whatever order they came in. */
export class Pseudonyms {
  readonly #byName = new Map<string, string>();
  readonly #wordsByFirst = new Map<string, Word[]>();
  readonly #names: MappedName[];

  constructor(known: KnownNames, saved: readonly MappedName[] = []) {
    this.#names = saved.filter(({ name }) => name.trim() !== '');
    for (const { name, pseudonym } of this.#names) this.#byName.set(name.toLowerCase(), pseudonym);
    this.#number(known);
    for (const { name, pseudonym, isWord } of this.#names) if (isWord) this.#addWord(name.toLowerCase(), pseudonym);
    for (const name of known.fullNames) {
      const dot = name.indexOf('.');
      this.#addWord(name, `${this.#of(name.slice(0, dot))}.${this.#of(name.slice(dot + 1))}`);
    }
    for (const words of this.#wordsByFirst.values())
      words.sort((a, b) => b.name.length - a.name.length || compareText(a.name, b.name));
  }

  get names(): readonly MappedName[] {
    return this.#names;
  }

  #number(known: KnownNames): void {
    const lastByPrefix = new Map<string, number>();
    const taken = new Set([...known.all.keys()].map((name) => name.toUpperCase()));
    for (const { pseudonym } of this.#names) {
      const prefix = pseudonym.replace(/-.*$/s, '');
      lastByPrefix.set(prefix, Math.max(lastByPrefix.get(prefix) ?? 0, numberOf(pseudonym)));
    }
    const fresh = [...known.all].filter(([name]) => !this.#byName.has(name)).sort(([a], [b]) => compareText(a, b));
    for (const [name, { kind, spelling, isWord }] of fresh) {
      const prefix = prefixByKind[kind];
      let number = (lastByPrefix.get(prefix) ?? 0) + 1;
      // A machine that is really called HOST-1 must not be taken for another.
      while (taken.has(`${prefix}-${number}`)) number += 1;
      lastByPrefix.set(prefix, number);
      const pseudonym = `${prefix}-${number}${kind === 'path' ? extensionOf(name) : ''}`;
      this.#byName.set(name, pseudonym);
      this.#names.push({ pseudonym, name: spelling, isWord });
    }
  }

  /** A well-known name stays. */
  #of(name: string): string {
    return this.#byName.get(name) ?? name;
  }

  #addWord(name: string, pseudonym: string): void {
    const first = name.match(wordPattern)?.[0];
    if (first === undefined) return;
    listAt(this.#wordsByFirst, first).push({ name, offset: name.indexOf(first), pseudonym });
  }

  /** @param isRuleWord see `replace` */
  #wordsIn(text: string, isRuleWord: (name: string) => boolean): Piece[] {
    const found: Piece[] = [];
    for (const { 0: token, index } of text.matchAll(wordPattern)) {
      if (token.length > LONGEST_WORD) continue;
      for (const { name, offset, pseudonym } of this.#wordsByFirst.get(token.toLowerCase()) ?? []) {
        const start = index - offset;
        const end = start + name.length;
        if (start < 0 || text.slice(start, end).toLowerCase() !== name) continue;
        if (endsInWord.test(name) && startsWithWord.test(text.slice(end, end + 2))) continue;
        if (isRuleWord(name)) continue;
        found.push({ start, end, pseudonym });
        break;
      }
    }
    return [...found, ...this.#cutName(text)];
  }

  /** A text that was cut may end in the middle of a name. */
  #cutName(text: string): readonly Piece[] {
    if (!text.endsWith(CUT)) return [];
    const tail = text.slice(-LONGEST_WORD, -CUT.length).toLowerCase();
    const starts = [...tail.matchAll(nameStart)].map(({ index }) => index).slice(-CUT_WORDS);
    for (const start of starts) {
      const begun = tail.slice(start);
      if (begun.length < LEAST_CUT) continue;
      const whole = [...this.#byName].find(([name]) => name.length > begun.length && name.startsWith(begun));
      if (whole === undefined) continue;
      const end = text.length - CUT.length;
      return [{ start: end - begun.length, end, pseudonym: whole[1] }];
    }
    return [];
  }

  #shapesIn(text: string, isRuleWord: (name: string) => boolean): Piece[] {
    return findShapes(text).flatMap(({ start, end, kind, name }) => {
      const pseudonym = isRuleWord(name) ? undefined : this.#pseudonymOf(kind, name);
      return pseudonym === undefined ? [] : [{ start, end, pseudonym }];
    });
  }

  #pseudonymOf(kind: NameKind, name: string): string | undefined {
    const lower = name.trim().toLowerCase();
    if (isWellKnown(kind, lower)) return undefined;
    // A full name of a host is its label and its domain, and both are words.
    if (kind === 'host' && lower.includes('.')) return this.#fullName(lower);
    return this.#byName.get(lower);
  }

  #fullName(name: string): string | undefined {
    const dot = name.indexOf('.');
    const [label, domain] = [this.#byName.get(name.slice(0, dot)), this.#byName.get(name.slice(dot + 1))];
    return label === undefined || domain === undefined ? undefined : `${label}.${domain}`;
  }

  /** What is to be hidden in a text, in order and apart. */
  #piecesIn(text: string, isRuleWord: (name: string) => boolean): readonly Piece[] {
    const found = [...this.#shapesIn(text, isRuleWord), ...this.#wordsIn(text, isRuleWord)];
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    const kept: Piece[] = [];
    for (const piece of found) {
      const last = kept.at(-1);
      if (last === undefined || piece.start >= last.end) kept.push(piece);
      // Of two that overlap nothing may stay: the first one takes the end of the second.
      else if (piece.end > last.end) kept[kept.length - 1] = { ...last, end: piece.end };
    }
    return kept;
  }

  /** @param isRuleWord tells, where a rule speaks, which words are the rule's */
  replace(text: string, isRuleWord: (name: string) => boolean = () => false): string {
    const whole = this.#byName.get(text.trim().toLowerCase());
    if (whole !== undefined && !isRuleWord(text.trim().toLowerCase())) return whole;
    let written = '';
    let from = 0;
    for (const { start, end, pseudonym } of this.#piecesIn(text, isRuleWord)) {
      written += text.slice(from, start) + pseudonym;
      from = end;
    }
    return from === 0 ? text : written + text.slice(from);
  }

  /** Where names stand in a text that has to keep its length. */
  places(text: string): readonly Pick<NameSpan, 'start' | 'end'>[] {
    const shapes = findShapes(text).filter(({ kind, name }) => !isWellKnown(kind, name.trim().toLowerCase()));
    return [...shapes, ...this.#wordsIn(text, () => false)];
  }
}
