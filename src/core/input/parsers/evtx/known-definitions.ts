import type { Chunk } from './chunk.ts';
import { TemplateDefinition } from './template-definition.ts';

/** All that the logs of a machine hold take some hundred kilobytes. */
const MAX_BYTES = 2 << 20;
const MAX_VARIANTS = 16;

/** By template id. They depend on nothing but their bytes, so all sources may share them: to read one takes longer than to read its records in a small log. */
const definitionsById = new Map<number, TemplateDefinition[]>();
let bytes = 0;

/** The definition at `at`, which lies in the chunk. @param size its bytes behind the header */
export function definitionAt(chunk: Chunk, at: number, size: number, id: number): TemplateDefinition {
  const variants = definitionsById.get(id) ?? [];
  const same = variants.find((definition) => definition.isAt(chunk, at, size));
  if (same !== undefined) return same;
  const definition = new TemplateDefinition(chunk, at, size);
  if (definition.isPortable && variants.length < MAX_VARIANTS && bytes + definition.bytes <= MAX_BYTES) {
    bytes += definition.bytes;
    definitionsById.set(id, [...variants, definition]);
  }
  return definition;
}
