import type { PayloadElement } from '../../model/event.ts';

/** Without the namespace prefix. */
export function localName({ name }: PayloadElement): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
export const elementsOf = (element: PayloadElement): PayloadElement[] =>
  element.children.filter((child) => typeof child !== 'string');
export const textIn = (element: PayloadElement): string => {
  const { children } = element;
  if (children.length === 0) return '';
  if (children.length === 1 && typeof children[0] === 'string') return children[0];
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
};
export function attributeOf({ attributes }: PayloadElement, name: string): string | null {
  for (const [key, value] of attributes) if (key === name) return value;
  return null;
}
export const childOf = (element: PayloadElement, name: string): PayloadElement | null =>
  elementsOf(element).find((child) => localName(child) === name) ?? null;
