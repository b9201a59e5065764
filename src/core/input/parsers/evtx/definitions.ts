import type { ParserContext } from '../../../model/parser.ts';
import type { Chunk } from './chunk.ts';
import { definitionAt } from './known-definitions.ts';
import { DEFINITION_HEADER_BYTES, INSTANCE_HEADER_BYTES } from './layout.ts';
import { Template } from './template.ts';
import { Values } from './values.ts';

export interface Instance {
  readonly template: Template;
  readonly values: Values;
}

/** Real logs have some hundred; beyond that nothing is remembered. */
const MAX_TEMPLATES = 4096;
const MAX_VARIANTS = 16;
const TABLE_OFFSET = 384;
const TABLE_ENTRIES = 32;
/** A chain of definitions cannot be longer than a chunk has room for. */
const MAX_CHAIN = 512;

/** The template definitions of a source. */
export class Definitions {
  readonly #templatesById = new Map<number, Template[]>();
  readonly #context: ParserContext;
  #count = 0;
  /** Some definition may hold a code in its own text: then the bytes of a record do not tell that it has none. */
  mayHoldCode = false;

  constructor(context: ParserContext) {
    this.#context = context;
  }

  /** The instance whose token stands at `at`; null when its template cannot be found. */
  instanceAt(chunk: Chunk, at: number, end: number): Instance | null {
    const template = this.templateOf(chunk, at);
    return template === null ? null : { template, values: new Values(chunk.block, valuesAt(chunk, at), end) };
  }

  templateOf(chunk: Chunk, at: number): Template | null {
    const id = chunk.block.i32(at + 2);
    const place = chunk.target(at + 6);
    // Most records have the template of the one before.
    if (place === chunk.lastPlace && id === chunk.lastId) return chunk.lastTemplate;
    const template = this.#find(chunk, place, id);
    chunk.lastPlace = place;
    chunk.lastId = id;
    chunk.lastTemplate = template;
    return template;
  }

  #find(chunk: Chunk, place: number, id: number): Template | null {
    // An export may carry records whose offsets count in another chunk: the id tells.
    return isDefinition(chunk, place, id) ? this.#templateAt(chunk, place, id) : this.#templateById(chunk, id);
  }

  #templateAt(chunk: Chunk, place: number, id: number): Template | null {
    const known = chunk.templateByPlace.get(place);
    if (known !== undefined) return known;
    const template = this.#read(chunk, place, id);
    chunk.templateByPlace.set(place, template);
    return template;
  }

  #read(chunk: Chunk, place: number, id: number): Template | null {
    const size = sizeAt(chunk, place);
    chunk.definitionBudget -= size;
    if (chunk.definitionBudget < 0) return null;
    const variants = this.#templatesById.get(id) ?? [];
    const same = variants.find(({ definition }) => definition.isAt(chunk, place, size));
    if (same !== undefined) return same;
    const template = new Template(definitionAt(chunk, place, size, id), this.#context);
    const start = place + DEFINITION_HEADER_BYTES;
    if (this.#context.interest.mayHoldCodeIn?.(chunk.block.bytes, start, start + size) === true)
      this.mayHoldCode = true;
    if (template.definition.isPortable && variants.length < MAX_VARIANTS && this.#count < MAX_TEMPLATES) {
      this.#count += 1;
      this.#templatesById.set(id, [...variants, template]);
    }
    return template;
  }

  /** The definition with this id in the chunk, else in one read before. */
  #templateById(chunk: Chunk, id: number): Template | null {
    const place = findInTable(chunk, id);
    return place === null ? (this.#templatesById.get(id)?.[0] ?? null) : this.#templateAt(chunk, place, id);
  }
}

const sizeAt = (chunk: Chunk, place: number): number => chunk.block.u32(place + 20);

/** The id of a template is the first quarter of its GUID. */
const isDefinition = (chunk: Chunk, place: number, id: number): boolean =>
  place >= 0 &&
  chunk.block.i32(place + 4) === id &&
  place + DEFINITION_HEADER_BYTES + sizeAt(chunk, place) <= chunk.block.length;

/** Where the values of the instance at `at` begin: behind the definition where that stands in line, which it does in the record that uses it first. */
export function valuesAt(chunk: Chunk, at: number): number {
  const start = at + INSTANCE_HEADER_BYTES;
  return chunk.target(at + 6) === start ? start + DEFINITION_HEADER_BYTES + sizeAt(chunk, start) : start;
}

function findInTable(chunk: Chunk, id: number): number | null {
  let steps = 0;
  for (let entry = 0; entry < TABLE_ENTRIES; entry++) {
    let at = chunk.origin + TABLE_OFFSET + entry * 4;
    while (chunk.block.u32(at) !== 0 && steps++ < MAX_CHAIN) {
      at = chunk.target(at);
      if (isDefinition(chunk, at, id)) return at;
    }
  }
  return null;
}
