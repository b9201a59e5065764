import { headingBefore } from '../knowledge/words/headings.ts';
import type { TextParser } from '../model/parser.ts';
import type { InputFormat } from './input-format.ts';
import { createEventXmlParser } from './parsers/event-xml/parser.ts';
import { isEventXml } from './parsers/event-xml/recognise.ts';
import { clixmlFormat, jsonFormat } from './parsers/index.ts';
import { createMixtureParser, prepareMixture } from './segment.ts';
import { loadXmlParser } from './xml/tree.ts';

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
  clixmlFormat,
  {
    name: 'event-xml',
    isExport: true,
    canBeEmpty: true,
    recognises: (head) => isEventXml(head) && !holdsCopiedEvents(head),
    prepare: loadXmlParser,
    create: createEventXmlParser,
  },
  jsonFormat,
  {
    name: 'text',
    isExport: false,
    canBeEmpty: false,
    recognises: () => true,
    prepare: prepareMixture,
    create: createMixtureParser,
  },
];
