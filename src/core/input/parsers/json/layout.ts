import { isKeyValueList, objectOfKeyValues } from './otlp.ts';
import type { JsonProducer } from './producer.ts';
import { producers } from './producers/index.ts';
import { readSplunkText } from './splunk-text.ts';
import { isObject, type JsonObject, parseJson } from './value.ts';
import { JsonView } from './view.ts';

/** Who wrote a record, and where in it the event stands. */
export interface RecordLayout {
  readonly producer: JsonProducer;
  /** Of the paths in the record; null when the event does not stand there as plain JSON. */
  readonly prefix: string | null;
  readonly view: JsonView;
}
/** The event stands in the record as XML. */
export interface EmbeddedXml {
  readonly xml: string;
}
type Found = RecordLayout | EmbeddedXml;

/** Where search engines, shippers and tools put the record they carry. */
const ENVELOPES = [
  ...[
    'source',
    'result',
    'event',
    'json',
    'body',
    'log',
    'data',
    'fields',
    'document/data',
    'document',
    'properties',
    'attributes',
    'columns',
  ],
  ...[
    'event/original',
    'message',
    'raw',
    'msg',
    'fullmessage',
    'rawevent',
    'xml',
    'eventxml',
    'rawxml',
    'xmlstring',
    'originalevent',
  ],
  ...['source/message', 'result/raw', 'source/event/original', 'source/winlog', 'eventdata'],
];
const XML = /^\s*(?:<\?xml[^>]*>\s*)?<Event[\s>]/;

/** Events of something else than Windows, with ids and sources of their own. @see AWS CloudTrail, record contents */
const FOREIGN: readonly (readonly string[])[] = [['awsregion', 'eventsource', 'eventname']];

/** @returns null when nothing in the record looks like an event. */
export function layoutOf(record: JsonObject): Found | null {
  const view = new JsonView(record);
  if (FOREIGN.some((paths) => paths.every((path) => view.has(path)))) return null;
  const producer = producerOf(view);
  const own = producer === null ? null : { producer, prefix: '', view };
  if (producer !== null && producer.isGuess !== true) return own;
  return inEnvelope(view, false) ?? own ?? inEnvelope(view, true);
}

const producerOf = (view: JsonView): JsonProducer | null =>
  producers.find(({ marks }) => marks.some((paths) => paths.every((path) => view.has(path)))) ?? null;

function inEnvelope(view: JsonView, takesGuesses: boolean): Found | null {
  for (const path of ENVELOPES) {
    const found = inside(view, path);
    if (found !== null && (takesGuesses || 'xml' in found || found.producer.isGuess !== true)) return found;
  }
  return null;
}

function inside(view: JsonView, path: string): Found | null {
  const value = view.at(path);
  if (typeof value === 'string') return insideText(value);
  if (!isObject(value)) return null;
  return isKeyValueList(value) ? layoutIn(objectOfKeyValues(value), null) : layoutIn(value, `${path}/`);
}

function insideText(text: string): Found | null {
  if (XML.test(text)) return { xml: text };
  const parsed = /^\s*\{/.test(text) ? parseJson(text) : readSplunkText(text);
  return parsed !== null && isObject(parsed) ? layoutIn(parsed, null) : null;
}

function layoutIn(object: JsonObject, prefix: string | null): RecordLayout | null {
  const view = new JsonView(object);
  const producer = producerOf(view);
  return producer === null ? null : { producer, prefix, view };
}
