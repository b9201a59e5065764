import { stringify } from 'yaml';
import { fnv1a64 } from '../../../../model/hash.ts';
import { listOf } from '../../../../model/list-of.ts';
import { anchorOf, DEFAULT_BY } from '../../defaults.ts';
import { durationMs } from '../../duration.ts';
import type { RuleDefinition, RulePattern } from '../../schema.ts';
import { ownBy } from '../../semantics/view.ts';
import { stepOf } from '../../steps.ts';
import type { Exporter } from '../exporter.ts';
import { type Detection, detectionOf } from './detection.ts';
import { groupingOf, sigmaField } from './grouping.ts';

/** Detection and correlation rules of Sigma 2.1. @see https://github.com/SigmaHQ/sigma-specification */
export const sigma: Exporter = (rule) => {
  const losses: string[] = [];
  const writer = new SigmaWriter(rule, (loss) => void losses.push(loss));
  for (const loss of unsaid(rule)) losses.push(loss);
  const documents = writer.anchor(anchorOf(rule));
  const told = [...new Set(losses)];
  if (documents === null) return { text: null, losses: told };
  const described = documents.map((document) => ('level' in document ? describe(document, rule, told) : document));
  return { text: described.map((document) => stringify(document, { lineWidth: 0 })).join('---\n'), losses: told };
};

type Document = Readonly<Record<string, unknown>>;

/** What evdx says beyond "it happened". */
function unsaid(rule: RuleDefinition): readonly string[] {
  const anchor = anchorOf(rule);
  const grades = (rule.grade ?? []).flatMap((grade) => Object.values(grade));
  const evidence = rule.causes.flatMap((cause) => cause.evidence.map((one) => one.if));
  const isPlain = (text: string | boolean): boolean => text === anchor || text === true;
  return [
    ...(grades.every(isPlain) && grades.length < 2 ? [] : ['grades: every match counts the same']),
    ...(rule.rule_out === undefined ? [] : ['rule_out: what shows that it is something else is not looked at']),
    ...(evidence.every(isPlain) ? [] : ['causes: they are not ranked by evidence']),
  ];
}

function describe(document: Document, rule: RuleDefinition, losses: readonly string[]): Document {
  const { title, id, name, ...rest } = document;
  const description = [
    `evdx rule ${rule.id}.`,
    `Causes: ${rule.causes.map((cause) => cause.title).join('; ')}.`,
    ...(losses.length === 0 ? [] : ['Lost in the export:', ...losses.map((loss) => `- ${loss}`)]),
  ].join('\n');
  return {
    title,
    id,
    ...(name === undefined ? {} : { name }),
    status: rule.status ?? 'test',
    description,
    references: [...new Set(rule.refs.map(referenceOf))],
    ...rest,
  };
}

const referenceOf = (reference: RuleDefinition['refs'][number]): string => {
  if (typeof reference === 'string') return reference;
  const { url, kb, title } = reference;
  return url ?? (kb === undefined ? (title ?? '') : `KB${kb}`);
};

/** The same rule gets the same id in every export: version 8 of RFC 9562, made of two hashes. */
function uuidOf(text: string): string {
  const hex = `${fnv1a64(text)}${fnv1a64(`${text} sigma`)}`;
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)];
  return parts.join('-');
}

const MAX_TITLE = 256;
const timespan = (duration: string): string =>
  duration.endsWith('ms') ? `${Math.max(1, Math.ceil(durationMs(duration) / 1000))}s` : duration;

class SigmaWriter {
  readonly #rule: RuleDefinition;
  readonly #lose: (loss: string) => void;

  constructor(rule: RuleDefinition, lose: (loss: string) => void) {
    this.#rule = rule;
    this.#lose = lose;
  }

  /** The documents of a pattern or class; null where Sigma has no words for it. */
  anchor(name: string, label = ''): readonly Document[] | null {
    const pattern = Object.hasOwn(this.#rule.find, name) ? this.#rule.find[name] : undefined;
    if (pattern === undefined) return this.#events([name], label);
    if ('one' in pattern) return this.#events(listOf(pattern.one), label);
    if ('any' in pattern) return this.#each(pattern.any);
    if ('near' in pattern) {
      this.#lose(`${name}: that ${listOf(pattern.near.of).join(' or ')} is near is not looked at`);
      return this.anchor(pattern.near.around, label);
    }
    if ('absent' in pattern) {
      this.#lose(
        `${name}: that ${listOf(pattern.absent.of).join(' or ')} is absent is not looked at; Sigma 2.1 has no absence`,
      );
      return this.anchor(pattern.absent.after ?? pattern.absent.before ?? '', label);
    }
    return this.#correlation(name, pattern, label);
  }

  /** A rule that takes the events of these classes. */
  #events(classes: readonly string[], label: string): readonly Document[] | null {
    const document = this.#detection(classes, { title: this.#title(label), id: this.#id(label) });
    return document === null ? null : [{ ...document, level: this.#level() }];
  }

  #each(names: readonly string[]): readonly Document[] | null {
    const written = names.flatMap((name) => this.anchor(name, name) ?? []);
    return written.length === 0 ? null : written;
  }

  #title = (label: string): string =>
    (label === '' ? this.#rule.title : `${this.#rule.title} (${label})`).slice(0, MAX_TITLE);
  #id = (label: string): string => uuidOf(`${this.#rule.id}#${label}`);
  #level = (): string => (this.#rule.severity === 'info' ? 'informational' : this.#rule.severity);
  #nameOf = (classes: readonly string[]): string =>
    `${this.#rule.id.replace(/[^a-z0-9]+/g, '_')}_${classes.join('_or_')}`.toLowerCase();

  #detection(classes: readonly string[], head: Document): Document | null {
    const detections = classes.map((name) => detectionOf(this.#rule, name, this.#lose));
    const found = detections.filter((one) => one !== null);
    // One alternative less is another rule, and none is no rule.
    if (found.length < classes.length) return null;
    return { ...head, logsource: { product: 'windows' }, detection: joined(found) };
  }

  #correlation(
    name: string,
    pattern: Exclude<RulePattern, { one: unknown } | { any: unknown } | { near: unknown } | { absent: unknown }>,
    label: string,
  ) {
    const groups =
      'seq' in pattern
        ? this.#steps(name, pattern)
        : 'all' in pattern
          ? pattern.all.map(listOf)
          : [listOf(pattern.count.of)];
    const classesByName = new Map(groups.map((classes) => [this.#nameOf(classes), classes]));
    if (classesByName.size < groups.length)
      this.#lose(`${name}: Sigma counts different events, so the same one twice is one`);
    const events = [...classesByName].map(([own, classes]) =>
      this.#detection(classes, { title: own, id: uuidOf(own), name: own }),
    );
    const written = events.filter((one) => one !== null);
    if (written.length < events.length) return null;
    const by = ownBy(pattern) ?? this.#rule.by ?? DEFAULT_BY;
    const { groupBy, aliases } = groupingOf(this.#rule, by, classesByName, (loss) => this.#lose(`${name}: ${loss}`));
    if (pattern.within.endsWith('ms')) this.#lose(`${name}: ${pattern.within} become ${timespan(pattern.within)}`);
    const correlation = {
      ...this.#kind(name, pattern),
      rules: [...classesByName.keys()],
      'group-by': groupBy,
      timespan: timespan(pattern.within),
      ...(Object.keys(aliases).length === 0 ? {} : { aliases }),
      ...this.#count(name, pattern),
    };
    return [...written, { title: this.#title(label), id: this.#id(label), correlation, level: this.#level() }];
  }

  #kind(name: string, pattern: RulePattern): { readonly type: string } {
    if ('seq' in pattern) {
      if (pattern.skip === 'none') this.#lose(`${name}: Sigma does not say whether an event may serve two matches`);
      return { type: 'temporal_ordered' };
    }
    if ('all' in pattern) return { type: 'temporal' };
    return { type: 'count' in pattern && pattern.count.distinct !== undefined ? 'value_count' : 'event_count' };
  }

  #count(name: string, pattern: RulePattern): { readonly condition?: Document } {
    if (!('count' in pattern)) return {};
    const { of, min, distinct } = pattern.count;
    if (distinct === undefined) return { condition: { gte: min } };
    const fields = new Set(listOf(of).map((one) => sigmaField(this.#rule, one, distinct)));
    const [field] = fields;
    if (fields.size === 1 && field !== null && field !== undefined) return { condition: { field, gte: min } };
    this.#lose(`${name}: ${distinct} is no field of the events in Sigma, so its values are not told apart`);
    return { condition: { field: distinct, gte: min } };
  }

  /** The classes of each step that decides. */
  #steps(name: string, { seq }: Extract<RulePattern, { seq: unknown }>): readonly (readonly string[])[] {
    const steps = seq.map(stepOf);
    const lose = (what: string): void => this.#lose(`${name}: ${what}`);
    for (const { event, gap, forbid, when, times } of steps) {
      const shown = listOf(event).join(' or ');
      if (gap !== undefined) lose(`that ${shown} comes at most ${gap} after the step before is not looked at`);
      if (forbid !== undefined) lose(`that no ${listOf(forbid).join(' or ')} comes before ${shown} is not looked at`);
      if (when !== undefined)
        lose(`that ${Object.keys(when).join(' and ')} stands right before ${shown} is not looked at`);
      if (times !== undefined && times > 1) lose(`${shown} has to come only once, not ${times} times`);
    }
    return steps.filter(({ optional }) => optional !== true).map(({ event }) => listOf(event));
  }
}

function joined(detections: readonly Detection[]): Document {
  const selections = Object.fromEntries(detections.flatMap((one) => [...one.selections]));
  const conditions = detections.map(({ condition }) => condition);
  return {
    ...selections,
    condition:
      conditions.length === 1
        ? (conditions[0] ?? '')
        : conditions.map((one) => (one.includes(' ') ? `(${one})` : one)).join(' or '),
  };
}
