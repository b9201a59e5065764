/** Minimal readers of what other programs export: they know nothing of evdx, and give each record as its fields, by path. */

export type Fields = ReadonlyMap<string, string>;

interface Element {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: Element[];
  text: string;
}

const TOKEN = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex: string, digits: string, name: string) =>
    name === undefined
      ? String.fromCodePoint(Number.parseInt(hex ?? digits, hex === undefined ? 10 : 16))
      : (NAMED[name] ?? '?'),
  );

/** The events of an XML export, whatever stands around them. */
export function fieldsOfXml(xml: string): readonly Fields[] {
  const events: Fields[] = [];
  const open: Element[] = [];
  for (const [, end, name, attributes = '', isEmpty, text] of xml.matchAll(TOKEN)) {
    const parent = open.at(-1);
    if (text !== undefined) {
      if (parent !== undefined) parent.text += decoded(text);
    } else if (name !== undefined && end === '') {
      const pairs = [...attributes.matchAll(ATTRIBUTE)].map(
        ([, key = '', a, b]) => [key, decoded(a ?? b ?? '')] as const,
      );
      const element: Element = { name, attributes: pairs, children: [], text: '' };
      parent?.children.push(element);
      if (isEmpty === '' && (parent !== undefined || name === 'Event')) open.push(element);
    } else if (name !== undefined) {
      const closed = open.pop();
      if (closed !== undefined && open.length === 0) events.push(flatten(closed));
    }
  }
  return events;
}

/** `Event/EventData/Data[2]` and `Event/System/Provider@Name`: the first of a name has no number. */
function flatten(root: Element): Fields {
  const fields = new Map<string, string>();
  const visit = (element: Element, path: string): void => {
    for (const [name, value] of element.attributes) fields.set(`${path}@${name}`, value);
    const isLayout = element.children.length > 0 || /^\n\s*$/.test(element.text);
    if (element.children.length === 0) fields.set(path, isLayout ? '' : element.text);
    const count = new Map<string, number>();
    for (const child of element.children) {
      const number = (count.get(child.name) ?? 0) + 1;
      count.set(child.name, number);
      visit(child, `${path}/${child.name}${number === 1 ? '' : `[${number}]`}`);
    }
  };
  visit(root, root.name);
  return fields;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The events of `evtx_dump -o jsonl`. */
export const fieldsOfJsonLines = (lines: string): readonly Fields[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const fields = new Map<string, string>();
      const visit = (value: Json, path: string): void => {
        if (value === null || typeof value !== 'object') fields.set(path, value === null ? '' : `${value}`);
        else if (Array.isArray(value))
          for (const [index, item] of value.entries()) visit(item, index === 0 ? path : `${path}[${index + 1}]`);
        else
          for (const [key, inner] of Object.entries(value)) {
            if (key === '#attributes')
              for (const [name, text] of Object.entries(inner ?? {})) fields.set(`${path}@${name}`, `${text}`);
            else visit(inner, key === '#text' ? path : path === '' ? key : `${path}/${key}`);
          }
      };
      visit(JSON.parse(line), '');
      return fields;
    });

/** The events of `evtxexport` and `evtexport` as text: a heading, tabs, a colon; what has no heading goes on with the line before. */
export function fieldsOfText(text: string): readonly Fields[] {
  const [, ...blocks] = text.split(/^(?=Event number\t)/m);
  return blocks.map((block) => {
    const fields = new Map<string, string>();
    let last = '';
    for (const line of block.replace(/\n\n$/, '').split('\n')) {
      const [, heading, value] = /^([A-Z][a-z]+(?: [a-z]+)*(?:: \d+)?)\t+: ([\s\S]*)$/.exec(line) ?? [];
      if (heading === undefined) fields.set(last, `${fields.get(last)}\n${line}`);
      else {
        last = heading;
        fields.set(last, value ?? '');
      }
    }
    return fields;
  });
}
