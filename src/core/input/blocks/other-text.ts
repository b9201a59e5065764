import { headingBefore } from '../../knowledge/words/headings.ts';

/** A prompt, a fence of Markdown, an event in XML. */
const MARKUP =
  /^(?:\s*(?:`{3}|~{3})|\[?PS\]?\s?[A-Z]:\\[^>]*>|[A-Z]:\\[^<>|]*>|\s*<\?xml|\s*<Events?[\s>]|\s*- <Event)/;

/** Does a line begin what no program prints between events: a prompt, markup? */
export const beginsMarkup = (line: string): boolean => MARKUP.test(line);

/** Does a line surely begin something else than the text of an event: a copied event, XML, the next command? */
export function beginsOther(line: string): boolean {
  if (beginsMarkup(line)) return true;
  const colon = /^[^\s:：][^:：]{2,40}[:：]/.exec(line)?.[0].length ?? 0;
  if (colon === 0) return false;
  const heading = headingBefore(line, colon - 1);
  return (
    heading?.start === 0 &&
    heading.meanings.some(({ dialect, field }) => dialect.start === field && dialect.fieldByHeading.size > 0)
  );
}
