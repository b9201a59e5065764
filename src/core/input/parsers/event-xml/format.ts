import type { TextParser } from '../../../model/parser.ts';
import type { InputFormat } from '../../input-format.ts';
import { loadXmlParser } from '../../xml/tree.ts';
import { createEventXmlParser } from './parser.ts';
import { isEventXml } from './recognise.ts';

/** An export without events: its root alone. Elements that only look like events are none, and nobody knows what they were. */
const isEmptyRoot = (head: string): boolean =>
  head
    .replace(/<\?xml[^<>]*\?>/, '')
    .replaceAll(/<!--[^<>]*-->|<\/?(?:[\w.-]{1,64}:)?Events(?:\s[^<>]*)?\/?>/g, '')
    .trim() === '';

export const eventXmlFormat: InputFormat<TextParser> = {
  name: 'event-xml',
  isExport: true,
  canBeEmpty: true,
  holdsNothing: isEmptyRoot,
  recognises: isEventXml,
  prepare: loadXmlParser,
  create: createEventXmlParser,
};
