import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** A schema that evdx ships. */
export const shippedSchema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8'));

/** The same schema, which refuses keys it does not name: nothing evdx writes is left undescribed. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  return { ...Object.fromEntries(inner), ...('properties' in schema ? { additionalProperties: false } : {}) };
}

/**
 * What is wrong with a value, as sentences; none when it is valid.
 * @param definition of the schema, instead of the whole.
 */
export function createValidator(name: string, definition?: string): (value: unknown) => readonly string[] {
  const schema = closed(shippedSchema(name));
  const ajv = new Ajv2020({ allowUnionTypes: true }).addSchema(
    typeof schema === 'object' && schema ? schema : {},
    name,
  );
  const reference = definition === undefined ? name : `${name}#/$defs/${definition}`;
  return (value) =>
    ajv.validate(reference, value)
      ? []
      : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
