export interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly isEnd: boolean;
}
export interface Tokens {
  readonly tags: readonly Tag[];
  /** Between the tags, references decoded; style and script apart. */
  readonly text: string;
  readonly style: readonly string[];
  readonly script: readonly string[];
}

const references: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const decode = (text: string): string => text.replace(/&(?:amp|lt|gt|quot);/g, (found) => references[found] ?? found);

const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z][a-zA-Z0-9-]*="[^"<>]*")*) ?\/?>/;
const attribute = / ([a-zA-Z][a-zA-Z0-9-]*)="([^"<>]*)"/g;

/** Reads HTML more strictly than a browser does: a `<` that begins no plain tag is an error, and so is an attribute without double quotes. */
export function tokenise(html: string): Tokens {
  const tags: Tag[] = [];
  const raw: Record<string, string[]> = { style: [], script: [] };
  let text = '';
  let rest = html.replace(/^<!doctype html>/, '');
  while (rest !== '') {
    const end = rest.indexOf('<');
    text += end < 0 ? rest : rest.slice(0, end);
    if (end < 0) break;
    rest = rest.slice(end);
    const found = tag.exec(rest);
    if (found === null) throw new Error(`no tag: ${rest.slice(0, 80)}`);
    const [all, slash, name = '', attributes = ''] = found;
    const pairs = [...attributes.matchAll(attribute)].map(([, key = '', value = '']) => [key, decode(value)] as const);
    tags.push({ name, attributes: pairs, isEnd: slash === '/' });
    rest = rest.slice(all.length);
    text += ' ';
    const content = slash === '' ? raw[name] : undefined;
    if (content === undefined) continue;
    const close = rest.indexOf(`</${name}>`);
    content.push(rest.slice(0, close));
    rest = rest.slice(close);
  }
  if (/&(?!(?:amp|lt|gt|quot);)/.test(text)) throw new Error('a bare &');
  return { tags, text: decode(text).replace(/\s+/g, ' '), style: raw.style ?? [], script: raw.script ?? [] };
}
