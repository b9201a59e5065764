import type { PayloadElement } from '../model/event.ts';
import { isXmlName, xmlAttribute, xmlContent } from './xml-text.ts';

const UNNAMED = 'Data';

/** A payload as it stood. A prefix that nothing in it declares is left out: the event that declared it is not written. */
export function payloadXml(payload: PayloadElement, declared: ReadonlySet<string> = new Set(['xml'])): string {
  const attributes = new Map<string, string>();
  const inner = new Set(declared);
  for (const [name, value] of payload.attributes) {
    if (isDeclaration(name) && value !== '') inner.add(name.slice('xmlns:'.length));
  }
  for (const [name, value] of payload.attributes) {
    const written = isDeclaration(name) ? (value === '' ? null : name) : knownName(name, inner);
    if (written !== null && !attributes.has(written)) attributes.set(written, value);
  }
  const name = knownName(payload.name, inner) ?? UNNAMED;
  const start = [name, ...Array.from(attributes, ([key, value]) => `${key}='${xmlAttribute(value)}'`)].join(' ');
  const content = payload.children.map((child) =>
    typeof child === 'string' ? xmlContent(child) : payloadXml(child, inner),
  );
  return content.length === 0 ? `<${start}/>` : `<${start}>${content.join('')}</${name}>`;
}

const isDeclaration = (name: string): boolean => name.startsWith('xmlns:') && isXmlName(name.slice('xmlns:'.length));

/** null when XML has no such name. */
function knownName(name: string, declared: ReadonlySet<string>): string | null {
  const [prefix = '', local = ''] = name.includes(':') ? splitOnce(name) : ['', name];
  if (!isXmlName(local)) return null;
  return prefix !== '' && declared.has(prefix) ? name : local;
}
const splitOnce = (name: string): readonly [string, string] => {
  const colon = name.indexOf(':');
  return [name.slice(0, colon), name.slice(colon + 1)];
};
