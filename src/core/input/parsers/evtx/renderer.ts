import type { PayloadElement } from '../../../model/event.ts';
import type { Chunk } from './chunk.ts';
import { type Definitions, valuesAt } from './definitions.ts';
import { readFragment } from './fragment-reader.ts';
import { FRAGMENT_HEADER_BYTES, TOKEN, TYPE } from './layout.ts';
import type { AttributePlan, ContentPlan, ElementPlan, TextPlan, ValuePlan } from './plan.ts';
import { arrayTexts } from './value-text.ts';
import { Values } from './values.ts';

/** An embedded fragment may hold embedded fragments; real ones go two deep. */
const MAX_EMBEDDED = 16;
/** A record says so much: a template that names one value a thousand times must not grow beyond all bounds. */
const BUDGET_PER_BYTE = 16;
const LEAST_BUDGET = 1 << 14;
/** Of an element, an attribute, a value. */
const PART_COST = 16;

const DATA: ElementPlan = { kind: 'element', name: 'Data', attributes: [], literalAttributes: [], content: [] };

type Node = PayloadElement | string;

/** Makes elements of plans and values: what the event is as XML. */
export class Renderer {
  readonly #chunk: Chunk;
  readonly #definitions: Definitions;
  #budget: number;
  /** Something could not be read, or was left out because the record would become too large. */
  isDamaged = false;

  constructor(chunk: Chunk, definitions: Definitions, recordBytes: number) {
    this.#chunk = chunk;
    this.#definitions = definitions;
    this.#budget = LEAST_BUDGET + recordBytes * BUDGET_PER_BYTE;
  }

  /** @param values null for a fragment that is no template; @param end of the bytes that the values may lie in. */
  render(plans: readonly ContentPlan[], values: Values | null, end: number, depth = 0): Node[] {
    const nodes: Node[] = [];
    for (const plan of plans) this.#addPlan(plan, values, end, depth, nodes);
    return nodes;
  }

  /** The elements of a fragment that begins at `at`. */
  fragment(at: number, end: number, depth: number): Node[] {
    const { block } = this.#chunk;
    const start = block.u8(at) === TOKEN.fragmentHeader ? at + FRAGMENT_HEADER_BYTES : at;
    if (depth > MAX_EMBEDDED || !this.#pay(PART_COST)) return this.#refuse();
    if (block.u8(start) === TOKEN.templateInstance) return this.instance(start, end, depth);
    const { content, isDamaged } = readFragment(this.#chunk, start, end, { isTemplate: false });
    this.isDamaged ||= isDamaged;
    return this.render(content, null, end, depth);
  }

  instance(at: number, end: number, depth: number): Node[] {
    const instance = this.#definitions.instanceAt(this.#chunk, at, end);
    if (depth > MAX_EMBEDDED) return this.#refuse();
    if (instance === null) return this.#withoutTemplate(at, end, depth);
    const { template, values } = instance;
    this.isDamaged ||= template.definition.fragment.isDamaged || values.isDamaged;
    return this.render(template.definition.fragment.content, values, end, depth);
  }

  /** The names are lost with the template; the values still are the inserts, in their order. */
  #withoutTemplate(at: number, end: number, depth: number): Node[] {
    this.isDamaged = true;
    const values = new Values(this.#chunk.block, valuesAt(this.#chunk, at), end);
    if (depth === 0 || values.count === 0 || values.isDamaged) return [];
    const data = Array.from(
      { length: values.count },
      (_, index): ElementPlan => ({ ...DATA, content: [{ kind: 'value', index, isOptional: false }] }),
    );
    return this.render([{ ...DATA, name: 'EventData', content: data }], values, end, depth);
  }

  #addPlan(plan: ContentPlan, values: Values | null, end: number, depth: number, nodes: Node[]): void {
    if (typeof plan === 'string') nodes.push(plan);
    else if (plan.kind === 'element') this.#addElement(plan, values, end, depth, nodes);
    else if (plan.kind === 'instance') addAll(nodes, this.instance(plan.at, end, depth + 1));
    else this.#addValue(plan, values, depth, nodes);
  }

  #addValue({ index }: ValuePlan, values: Values | null, depth: number, nodes: Node[]): void {
    if (values === null || values.isNull(index) || !this.#pay(PART_COST)) return;
    const type = values.type(index);
    const at = values.offset(index);
    if (type === TYPE.binXml) {
      addAll(nodes, this.fragment(at, at + values.size(index), depth + 1));
      return;
    }
    const text = this.#valueText(values, index);
    if (text !== '') nodes.push(text);
  }

  #addElement(plan: ElementPlan, values: Values | null, end: number, depth: number, nodes: Node[]): void {
    if (!this.#pay(PART_COST)) return;
    const { name, content } = plan;
    if (values !== null && isGone(content, values)) return;
    const attributes = plan.literalAttributes ?? this.#attributes(plan.attributes, values);
    const array = values === null ? null : arrayIn(content, values);
    if (values === null || array === null) {
      nodes.push({ name, attributes, children: this.render(content, values, end, depth) });
      return;
    }
    // An array repeats its element.
    for (const item of this.#items(values, array)) {
      if (!this.#pay(PART_COST)) return;
      nodes.push({ name, attributes, children: item === '' ? [] : [item] });
    }
  }

  #attributes(plans: readonly AttributePlan[], values: Values | null): (readonly [string, string])[] {
    const attributes: (readonly [string, string])[] = [];
    for (const { name, parts } of plans) {
      if (values !== null && isGone(parts, values)) continue;
      if (!this.#pay(PART_COST)) break;
      attributes.push([name, this.#text(parts, values)]);
    }
    return attributes;
  }

  #text(parts: readonly TextPlan[], values: Values | null): string {
    let text = '';
    for (const part of parts) {
      if (typeof part === 'string') text += part;
      else if (values !== null) text += this.#valueText(values, part.index);
    }
    return text;
  }

  #valueText(values: Values, index: number): string {
    if (isArray(values, index)) return this.#items(values, index).join(' ');
    return this.#pay(values.size(index)) ? values.text(index) : '';
  }
  #items(values: Values, index: number): readonly string[] {
    const size = values.size(index);
    return this.#pay(size) ? arrayTexts(values.block, values.type(index), values.offset(index), size) : [];
  }

  #pay(cost: number): boolean {
    this.#budget -= cost;
    if (this.#budget < 0) this.isDamaged = true;
    return this.#budget >= 0;
  }
  #refuse(): Node[] {
    this.isDamaged = true;
    return [];
  }
}

/** Everything in it is optional and null. */
function isGone(parts: readonly ContentPlan[], values: Values): boolean {
  for (const part of parts) {
    if (typeof part === 'string' || part.kind !== 'value' || !part.isOptional || !values.isNull(part.index))
      return false;
  }
  return parts.length > 0;
}

/** The number of the value, if the content is one array and nothing else. */
function arrayIn(content: readonly ContentPlan[], values: Values): number | null {
  const [only] = content;
  const isValue = content.length === 1 && only !== undefined && typeof only !== 'string' && only.kind === 'value';
  return isValue && isArray(values, only.index) ? only.index : null;
}
const isArray = (values: Values, index: number): boolean => (values.type(index) & TYPE.array) !== 0;

/** Not spread into `push`: a hostile record makes more nodes than a call takes arguments. */
function addAll(nodes: Node[], more: readonly Node[]): void {
  for (const node of more) nodes.push(node);
}
