import type { EventRecord, PayloadElement } from '../../model/event.ts';
import { fnv1a64 } from '../../model/hash.ts';
import type { Report } from '../../model/report.ts';
import type { Scan } from '../../model/scan.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { KnownNames } from './known-names.ts';
import { mapTexts } from './map-texts.ts';
import { authorOf } from './places.ts';
import { type PseudonymMap, Pseudonyms } from './pseudonyms.ts';
import { redactBytes, redactDigits } from './redact-bytes.ts';

/** Who keeps what stands for what. */
export interface MapKeeper {
  /** Of earlier runs; null: none is kept. */
  readonly map: PseudonymMap | null;
  /** Told once all names are known, before anything is given out. */
  readonly keep?: ((map: PseudonymMap) => Promise<void>) | undefined;
}

const NO_WORDS: ReadonlySet<string> = new Set();

/**
 * Hides names in the results of one run, the last step before a reporter. First it is shown everything that may hold a name, then it
 * replaces: nothing that is seen later changes a pseudonym.
 */
export class Redaction {
  readonly #saved: PseudonymMap | null;
  readonly #ruleWords: ReadonlySet<string>;
  readonly #known = new KnownNames();
  #pseudonyms: Pseudonyms | null = null;

  /**
   * @param saved pseudonyms of earlier runs, which stay
   * @param ruleWords words of rules, in lower case: where a rule speaks they are no names
   */
  constructor(saved: PseudonymMap | null = null, ruleWords: ReadonlySet<string> = NO_WORDS) {
    this.#saved = saved;
    this.#ruleWords = ruleWords;
  }

  readonly #isRuleWord = (name: string): boolean =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .every((word) => word === '' || this.#ruleWords.has(word));

  seeEvent(event: EventRecord): void {
    this.#known.addEvent(event);
  }
  seeScan(scan: Scan): void {
    this.#known.addScan(scan);
  }
  #seeReport(report: Report): void {
    for (const { host } of [...report.findings, ...report.facts, ...report.statistics])
      if (host !== null) this.#known.addHost(host);
    for (const { code, place } of report.problems) if (code === 'input/no-host') this.#known.addHost(place);
    const pairs = [...report.findings, ...report.ruledOut, ...report.nearMisses].flatMap(({ key }) =>
      Object.entries(key),
    );
    this.#known.addFields(pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])));
    mapTexts(report, (text, place) => {
      const author = authorOf(place);
      if (author !== 'fixed') this.#known.addText(text, author === 'rule' ? this.#isRuleWord : undefined);
      return text;
    });
  }

  #settled(): Pseudonyms {
    this.#pseudonyms ??= new Pseudonyms(this.#known, this.#saved?.names);
    return this.#pseudonyms;
  }

  /** Of one report of a run: names that only it holds get their pseudonyms here. */
  report(report: Report): Report {
    this.#seeReport(report);
    const pseudonyms = this.#settled();
    const written = mapTexts(report, (text, place) => {
      const author = authorOf(place);
      if (author === 'fixed') return text;
      return author === 'rule'
        ? pseudonyms.replace(text, this.#isRuleWord)
        : redactDigits(pseudonyms.replace(text), pseudonyms);
    });
    return {
      ...written,
      // Those of the names would let a reader test guesses.
      findings: written.findings.map((one) => ({ ...one, fingerprint: fingerprintOf(one.ruleId, one.key) })),
      ruledOut: written.ruledOut.map((one) => ({ ...one, fingerprint: fingerprintOf(one.ruleId, one.key) })),
      // Without a map of its own a report is like no other, and what it is called may not tell of names.
      redacted: this.#saved?.id ?? fnv1a64(JSON.stringify([written.sources, written.statistics, written.facts])),
    };
  }

  event(event: EventRecord): EventRecord {
    const pseudonyms = this.#settled();
    const hide = (text: string): string => redactDigits(pseudonyms.replace(text), pseudonyms);
    const hideOrNull = (text: string | null): string | null => (text === null ? null : hide(text));
    return {
      ...event,
      source: hide(event.source),
      host: hideOrNull(event.host),
      user: hideOrNull(event.user),
      message: hideOrNull(event.message),
      provider: event.provider === null ? null : pseudonyms.replace(event.provider, this.#isRuleWord),
      channel: event.channel === null ? null : pseudonyms.replace(event.channel, this.#isRuleWord),
      category: event.category === null ? null : pseudonyms.replace(event.category, this.#isRuleWord),
      strings: event.strings.map(hide),
      fields: new Map([...event.fields].map(([name, value]) => [name, hide(value)])),
      data: event.data === null ? null : redactBytes(event.data, pseudonyms),
      places: event.places.map((place) => ({ ...place, source: hide(place.source) })),
      system: event.system === null ? null : { ...event.system, userId: hideOrNull(event.system.userId) },
      payload: event.payload === null ? null : redactPayload(event.payload, hide),
    };
  }

  /** Hands the map of this run to who keeps it. */
  async kept({ keep }: MapKeeper): Promise<void> {
    if (this.#saved !== null) await keep?.({ id: this.#saved.id, names: this.#settled().names });
  }
}

const redactPayload = (element: PayloadElement, hide: (text: string) => string): PayloadElement => ({
  name: element.name,
  // The name of a field is no name of a person.
  attributes: element.attributes.map(
    ([name, value]) => [name, name === 'Name' && /^\w+$/.test(value) ? value : hide(value)] as const,
  ),
  children: element.children.map((child) => (typeof child === 'string' ? hide(child) : redactPayload(child, hide))),
});
