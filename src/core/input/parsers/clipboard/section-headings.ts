import type { HeadingField } from '../../../knowledge/words/heading-field.ts';
import { headingBefore } from '../../../knowledge/words/headings.ts';

const LAST_COLON = /[:：][\s*_`]*$/;
const ONE_WORD_LABEL = /^\s*\S{1,24}[:：]\s*$/;
const XML_LABEL = /^\s*(?:\S{1,24}\s){0,3}\S{0,24}xml\S{0,24}(?:\s\S{1,24}){0,2}\s?[:：]\s*$/i;
/** The radio buttons of the dialog, typed over. */
const VIEW_SWITCH = /^[^:：]{1,24}[:：]\s?[*•()Oo○◉ ]{0,6}Bytes\b.{0,24}$/i;

const sectionStart = (text: string, wanted: HeadingField): number => {
  const colon = text.search(LAST_COLON);
  const heading = colon < 0 ? null : headingBefore(text, colon);
  return heading?.meanings.some(({ field }) => field === wanted) === true ? heading.start : -1;
};

/** Text without the heading of the data section at its end, in any language; the same text when it has none. */
export function withoutDataHeading(text: string): string {
  if (ONE_WORD_LABEL.test(text) || VIEW_SWITCH.test(text)) return '';
  const start = sectionStart(text, 'data');
  return start < 0 ? text : text.slice(0, start);
}

/** Is the line nothing but the heading of a data section? */
export const isDataHeading = (text: string): boolean => {
  const start = sectionStart(text, 'data');
  return start >= 0 && text.slice(0, start).trim() === '';
};

/** Pages take a tag for one of their own, and leave the rest of it: `Event Xml: http://schemas.microsoft.com/win/2004/08/events/event">`. */
const TAG_REST = /["'`\s]{0,4}https?:\/\/schemas\.microsoft\.com\/win\/2004\/08\/events\/event["'`>\s]{0,6}$/;

/** Where the heading of the XML part begins, when it ends the text; -1 when it does not. */
export function xmlHeadingStart(text: string): number {
  const plain = text.includes('schemas.microsoft.com') ? text.replace(TAG_REST, '') : text;
  if (!/xml/i.test(plain.slice(-80))) return -1;
  return XML_LABEL.test(plain) ? 0 : sectionStart(plain, 'eventXml');
}
