/** Not allowed in XML 1.0 (section 2.2), not even as a reference. The controls stand as a text, since linters take them for a mistake. */
const CONTROLS = '\\0-\\x08\\v\\f\\x0e-\\x1f';
const FORBIDDEN = new RegExp(`[${CONTROLS}\\ufffe\\uffff]`, 'g');
/** With the `u` flag only what stands alone. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** What a terminal or a reader would obey: DEL and C1 controls, line separators, direction marks; and CR, which XML reads as a line end. */
const OBEYED = /[\r\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
const OBEYED_IN_ATTRIBUTE = /[\t\n]/g;
const MARKUP = /[&<>"']/g;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const reference = (character: string): string => `&#${character.charCodeAt(0)};`;

/** Text that stands anywhere in XML and means the same; what XML cannot hold is left out. */
const xmlText = (text: string): string =>
  text
    .replace(FORBIDDEN, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(MARKUP, (character) => REFERENCES[character] ?? character)
    .replace(OBEYED, reference);

/** The content of an element. Readers take blanks alone for layout, so those stand as references. */
export function xmlContent(text: string): string {
  const written = xmlText(text);
  return written.trim() === '' ? written.replace(/\s/g, reference) : written;
}

/** The value of an attribute; without references XML reads blanks in it as one kind. */
export const xmlAttribute = (text: string): string => xmlText(text).replace(OBEYED_IN_ATTRIBUTE, reference);

/**
 * What all editions of XML 1.0 take for letters of a name: the fifth takes nearly everything, and many parsers go by the fourth (appendix B) still. Real
 * names are ASCII; the remains of damaged records are called anything.
 */
const NAME_START =
  'A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u0131\\u0134-\\u013e\\u0141-\\u0148\\u014a-\\u017e\\u038e-\\u03a1\\u03a3-\\u03ce\\u0401-\\u040c\\u040e-\\u044f\\u0451-\\u045c' +
  '\\u3041-\\u3094\\u30a1-\\u30fa\\u4e00-\\u9fa5\\uac00-\\ud7a3';
const NAME = new RegExp(`^[${NAME_START}][${NAME_START}\\d.\\u00b7-]*$`);
/** Is this a name without a prefix, to any parser? */
export const isXmlName = (name: string): boolean => NAME.test(name);
