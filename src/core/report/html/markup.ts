import { beginningOf } from '../cut-text.ts';
import { visibleText } from '../visible-text.ts';

/** Longer text is no text to read; what is cut off is counted. */
const MOST_CHARACTERS = 2000;

/** Every attribute of the page stands in double quotes, so the others are text. */
const special = /[&<>"]/g;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const shortened = (text: string): string => {
  if (text.length <= MOST_CHARACTERS) return text;
  const kept = beginningOf(text, MOST_CHARACTERS);
  return `${kept}… [${text.length - kept.length} more characters]`;
};

/** The one way of a text into the page: between tags or in quotes it is that text and nothing else. */
const escapeHtml = (text: string): string =>
  visibleText(shortened(text)).replace(special, (character) => references[character] ?? character);

/** HTML that is written already; everything else is text and is escaped. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}
type Value = Markup | string | number | null | readonly Value[];

const write = (value: Value): string => {
  if (value instanceof Markup) return value.html;
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? escapeHtml(value) : value.map(write).join('');
};

/** Templates stand on several lines in the source, the page has no use for that. A template is one object however often it is written. */
const compactByTemplate = new WeakMap<TemplateStringsArray, readonly string[]>();
function compact(parts: TemplateStringsArray): readonly string[] {
  const known = compactByTemplate.get(parts);
  if (known !== undefined) return known;
  const written = parts.map((part) => part.replace(/\n\s*/g, ''));
  compactByTemplate.set(parts, written);
  return written;
}

/** A template whose holes are escaped; `null` is nothing. */
export const markup = (parts: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  new Markup(compact(parts).reduce((all, part, index) => `${all}${write(values[index - 1] ?? null)}${part}`));

export const nothing = new Markup('');
/** Only where there is something to hold. */
export const wrapped = (inner: Markup, wrap: (inner: Markup) => Markup): Markup =>
  inner.html === '' ? nothing : wrap(inner);
export const all = (pieces: readonly Markup[]): Markup => new Markup(pieces.map(({ html }) => html).join(''));
