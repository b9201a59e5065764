import * as z from 'zod';
import { ruleSchema } from '../../src/core/knowledge/rules/schema.ts';
import { markdownTable } from './markdown-table.ts';
import type { Output } from './output.ts';

const PATH = 'docs/rule-keys.md';

/** What a JSON Schema of zod uses. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A key with its path; `NAME` is one that the author chooses, `[]` an item of a list. */
interface Row {
  readonly path: string;
  readonly type: string;
  readonly description: string;
}

const nameOfRef = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);
const alternativesOf = (schema: Schema): readonly Schema[] => schema.anyOf?.flatMap(alternativesOf) ?? [schema];

/** The type of a value in a few words; types with a section of their own are links. */
function typeOf(schema: Schema): string {
  const words = alternativesOf(schema).map((one) => {
    if (one.$ref !== undefined) return `[${nameOfRef(one.$ref)}](#${nameOfRef(one.$ref)})`;
    if (one.const !== undefined) return `\`${String(one.const)}\``;
    if (one.enum !== undefined) return one.enum.map((value) => `\`${String(value)}\``).join(', ');
    if (one.type === 'array') return `list of ${typeOf(one.items ?? {})}`;
    if (one.type === 'object') return one.properties === undefined ? `map to ${typeOf(mapOf(one))}` : 'map';
    return `${one.type ?? 'anything'}${rangeOf(one)}`;
  });
  return [...new Set(words)].join(' or ');
}
const rangeOf = ({ type, minimum, maximum }: Schema): string =>
  type === 'integer' && minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
    ? ` ${minimum}–${maximum}`
    : '';
const mapOf = ({ additionalProperties }: Schema): Schema =>
  typeof additionalProperties === 'object' ? additionalProperties : {};

/** The keys below a value, depth first; what has a section of its own is not entered. */
function* rowsOf(schema: Schema, path: string): Generator<Row> {
  for (const one of alternativesOf(schema)) {
    if (one.type === 'array' && one.items !== undefined) yield* rowsOf(one.items, `${path}[]`);
    if (one.type !== 'object') continue;
    if (one.properties === undefined) yield* rowsOf(mapOf(one), path === '' ? 'NAME' : `${path}.NAME`);
    for (const [key, value] of Object.entries(one.properties ?? {})) {
      const own = path === '' ? key : `${path}.${key}`;
      const isRequired = one.required?.includes(key) === true;
      const description = [isRequired ? 'required' : '', value.description ?? '']
        .filter((word) => word !== '')
        .join('; ');
      yield { path: own, type: typeOf(value), description };
      yield* rowsOf(value, own);
    }
  }
}

/** Keys that stand in several branches, such as those of a class, once. */
function table(schema: Schema): readonly string[] {
  const rows = new Map([...rowsOf(schema, '')].map((row) => [`${row.path} ${row.type}`, row]));
  if (rows.size === 0) return [];
  const cells = [...rows.values()].map(({ path, type, description }) => [`\`${path}\``, type, description]);
  return [...markdownTable(['key', 'type', 'meaning'], cells), ''];
}

function section(name: string, schema: Schema): readonly string[] {
  const rows = table(schema);
  const type = rows.length === 0 || alternativesOf(schema).length > 1 ? `A value: ${typeOf(schema)}.` : '';
  const meaning =
    schema.description === undefined ? '' : `${schema.description[0]?.toUpperCase()}${schema.description.slice(1)}.`;
  const text = [meaning, type].filter((sentence) => sentence !== '').join(' ');
  return [`### ${name}`, '', ...(text === '' ? [] : [text, '']), ...rows];
}

function page(): string {
  const schema: Schema = JSON.parse(JSON.stringify(z.toJSONSchema(ruleSchema, { io: 'input' })));
  const sections = Object.entries(schema.$defs ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '# Keys of a rule',
    '',
    'Written by `npm run generate` from the schema. Do not edit. What they mean: [rule-language.md](rule-language.md).',
    '',
    '`NAME` stands for a name that the author chooses, `[]` for an item of a list.',
    '',
    ...table(schema),
    '## Values',
    '',
    ...sections.flatMap(([name, one]) => section(name, one)),
  ].join('\n');
}

/** docs/rule-keys.md: every key of the language, its type, what it is for. */
export const ruleKeys: Output = {
  path: PATH,
  isCommitted: true,
  files: () => [{ path: PATH, content: page() }],
};
