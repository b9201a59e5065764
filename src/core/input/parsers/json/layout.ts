import { isEventXmlText } from '../../event-schema/embedded-xml.ts';
import { readCloudwatchText } from './cloudwatch-text.ts';
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
  /** The rendered text that stands beside what holds the event. */
  readonly message?: string;
}
/** The event stands in the record as XML. */
export interface EmbeddedXml {
  readonly xml: string;
  /** The rendered text that stands beside it. */
  readonly message: string | null;
}
type Found = RecordLayout | EmbeddedXml;

/** Where search engines, shippers and tools put the record they carry. */
const ENVELOPES = [
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
  'content',
  'columns',
  'event/original',
  'message',
  'raw',
  'msg',
  'fullmessage',
  'fulllog',
  'rawevent',
  'xml',
  'eventxml',
  'rawxml',
  'xmlstring',
  'originalevent',
  'source/message',
  'result/raw',
  'source/event/original',
  'source/winlog',
  'eventdata',
];

/** Events of something else than Windows, with ids and sources of their own. @see AWS CloudTrail, record contents */
const FOREIGN: readonly (readonly string[])[] = [
  ['awsregion', 'eventsource', 'eventname'],
  // What a rule looks for.
  ['falsepositives', 'rule'],
  ['falsepositives', 'detection'],
];
/** A record in a record in a record: of a table of logs, of the lines of an agent. */
const MAX_ENVELOPES = 3;

/** @returns null when nothing in the record looks like an event. */
export function layoutOf(record: JsonObject): Found | null {
  const view = new JsonView(record);
  if (FOREIGN.some((paths) => paths.every((path) => view.has(path)))) return null;
  const producer = producerOf(view);
  const own = producer === null ? null : { producer, prefix: '', view };
  if (producer !== null && producer.isGuess !== true) return own;
  return besides(inEnvelope(view, '', false), own) ?? own ?? inEnvelope(view, '', true);
}

function besides(found: Found | null, own: RecordLayout | null): Found | null {
  if (found === null || own === null || !('xml' in found) || found.message !== null) return found;
  const message = messageIn(own);
  return message === null || isEventXmlText(message) ? found : { ...found, message };
}

function producerOf(view: JsonView): JsonProducer | null {
  const has = (path: string): boolean => view.has(path);
  const found = producers.find(({ marks }) => marks.some((paths) => paths.every(has)));
  return found === undefined || found.isEvent?.(has, (path) => view.text(path)) === false ? null : found;
}

/** @param prefix where the view stands in the record; null where it stands in a string of it */
function inEnvelope(view: JsonView, prefix: string | null, takesGuesses: boolean, depth = 1): Found | null {
  for (const path of ENVELOPES) {
    const found = inside(view, path, prefix, depth);
    if (found !== null && (takesGuesses || 'xml' in found || found.producer.isGuess !== true)) return found;
  }
  return null;
}

function inside(view: JsonView, path: string, prefix: string | null, depth: number): Found | null {
  const value = view.at(path);
  if (typeof value === 'string') return withTextBeside(insideText(value, timeBeside(view, path), depth), view, path);
  if (!isObject(value)) return null;
  if (isKeyValueList(value)) return layoutIn(objectOfKeyValues(value), null, depth);
  return withTextBeside(layoutIn(value, prefix === null ? null : `${prefix}${path}/`, depth), view, path);
}

/** Datadog takes the text of an event out of it; the agent of Wazuh has it beside the XML. */
function withTextBeside(found: Found | null, view: JsonView, path: string): Found | null {
  if (found === null || ('xml' in found ? found.message : messageIn(found)) !== null) return found;
  const texts = [path.replace(/[^/]*$/, 'message'), 'message'].map((place) =>
    place === path ? null : view.text(place),
  );
  const text = texts.find((one) => one !== null && one.trim() !== '')?.trim() ?? '';
  return text === '' || /^[{[<]|<Event[ >]/.test(text) ? found : { ...found, message: text };
}

function messageIn({ producer, view, message }: RecordLayout): string | null {
  const texts = producer.places.message?.map((place) => view.text(place)) ?? [];
  return message ?? texts.find((text) => typeof text === 'string' && text.trim() !== '') ?? null;
}

/** `_time` of Splunk, beside `_raw`; `timestamp` of CloudWatch, beside `message`. */
function timeBeside(view: JsonView, path: string): string | null {
  const holder = path.replace(/[^/]*$/, '');
  return view.text(`${holder}time`) ?? view.text(`${holder}timestamp`);
}

/** @param time the one beside the text */
function insideText(text: string, time: string | null, depth: number): Found | null {
  if (isEventXmlText(text)) return { xml: text, message: null };
  const parsed = /^\s*\{/.test(text) ? parseJson(text) : (readSplunkText(text, time) ?? readCloudwatchText(text, time));
  return parsed !== null && isObject(parsed) ? layoutIn(parsed, null, depth) : null;
}

function layoutIn(object: JsonObject, prefix: string | null, depth: number): Found | null {
  const view = new JsonView(object);
  const producer = producerOf(view);
  const own = producer === null ? null : { producer, prefix, view };
  if (producer !== null && producer.isGuess !== true) return own;
  return (depth < MAX_ENVELOPES ? besides(inEnvelope(view, prefix, false, depth + 1), own) : null) ?? own;
}
