import { headingBefore } from '../knowledge/words/headings.ts';
import type { TextParser } from '../model/parser.ts';
import type { InputFormat } from './input-format.ts';
import { createEventXmlParser } from './parsers/event-xml/parser.ts';
import { loadXmlParser } from './parsers/event-xml/tree.ts';
import { createMixtureParser, prepareMixture } from './segment.ts';

/** Event XML with or without a declaration and root, behind the version line of evtxexport or the record line of evtx_dump. */
const BEGINS_AS_XML =
  /^\s*(?:evtxexport [^\n]{0,80}\s{1,8}|Record:? \d{1,20}\s{1,8})?(?:<\?xml[^>]{0,200}\?>\s{0,8})?<(?:Events|Event)\b/;

/** Copied events beside the XML: only the mixture reads both. Each begins with the heading of its log, or of its type. */
function holdsCopiedEvents(head: string): boolean {
  for (const { index } of head.matchAll(/[:：]/g)) {
    const heading = headingBefore(head, index);
    const isFirstOfBlock = heading?.meanings.some(
      ({ field, dialect: { generation } }) => field === (generation === 'vista' ? 'logName' : 'level'),
    );
    if (heading !== null && isFirstOfBlock === true && /^[^<]*$/.test(lineStart(head, heading.start))) return true;
  }
  return false;
}
const lineStart = (text: string, end: number): string =>
  text.slice(Math.max(text.lastIndexOf('\n', end), end - 80), end);

/** The first that recognises the head reads the input; the last takes every text. */
export const textFormats: readonly InputFormat<TextParser>[] = [
  {
    name: 'event-xml',
    isExport: true,
    canBeEmpty: true,
    recognises: (head) => BEGINS_AS_XML.test(head.slice(0, 1000)) && !holdsCopiedEvents(head),
    prepare: loadXmlParser,
    create: createEventXmlParser,
  },
  {
    name: 'text',
    isExport: false,
    canBeEmpty: false,
    recognises: () => true,
    prepare: prepareMixture,
    create: createMixtureParser,
  },
];
