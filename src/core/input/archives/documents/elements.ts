export interface Element {
  /** As they stand, with the slash of an empty element. */
  readonly attributes: string;
  readonly inner: string;
}

/** The tags of elements with this local name, a pattern, whatever their prefix. */
export const tagsOf = (name: string): RegExp =>
  new RegExp(`<(/?)(?:[\\w.-]{1,32}:)?(?:${name})(?=[\\s/>])([^<>]*)>`, 'g');

/** The elements with these tags, one behind the other. In one pass: an element that never ends must not be looked for again from each of its beginnings. */
export function* elementsIn(xml: string, tags: RegExp): Generator<Element> {
  let open: { readonly attributes: string; readonly from: number } | null = null;
  for (const { 0: tag, 1: slash, 2: attributes = '', index } of xml.matchAll(tags)) {
    if (slash === '/') {
      if (open !== null) yield { attributes: open.attributes, inner: xml.slice(open.from, index) };
      open = null;
    } else if (open === null && attributes.endsWith('/')) yield { attributes, inner: '' };
    else open ??= { attributes, from: index + tag.length };
  }
}

/** The text without the elements with these tags. */
export function withoutElements(xml: string, tags: RegExp): string {
  let [left, from, isInside] = ['', 0, false];
  for (const { 0: tag, 1: slash, 2: attributes = '', index } of xml.matchAll(tags)) {
    if (slash === '/') {
      if (isInside) from = index + tag.length;
      isInside = false;
    } else if (!isInside && !attributes.endsWith('/')) {
      left += xml.slice(from, index);
      isInside = true;
    }
  }
  return isInside ? left : left + xml.slice(from);
}
