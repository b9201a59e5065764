import type { EventRecord } from '../../model/event.ts';
import { upperHexOf } from '../../model/hex.ts';
import { jsonText } from '../json-text.ts';
import { sevenDigits } from './iso-time.ts';
import { EVENT_NAMESPACE, keywordsOf, levelNumber, userSid } from './system-values.ts';

/** Events as `evtx_dump -o jsonl` prints them. It knows no messages. */
export const writeEvtxDumpJsonl = (events: readonly EventRecord[]): string =>
  events.map((event) => `${toLine(event)}\n`).join('');

type Pairs = readonly (readonly [string, string])[];

/** In the order of the pairs: a JavaScript object would put names that are numbers first. */
const object = (pairs: Pairs): string => `{${pairs.map(([name, text]) => `${jsonText(name)}:${text}`).join(',')}}`;
/** Attributes that have a value. */
const attributes = (of: Readonly<Record<string, string | number | null>>): string =>
  jsonText({ '#attributes': Object.fromEntries(Object.entries(of).filter(([, value]) => value !== null)) });

function toLine(event: EventRecord): string {
  const { system, qualifiers, eventId, providerAlias } = event;
  const provider = { Name: event.provider, Guid: system?.providerGuid ?? null, EventSourceName: providerAlias };
  const time = sevenDigits(event);
  const values = object([
    ['Provider', attributes(provider)],
    [
      'EventID',
      jsonText(qualifiers === null ? eventId : { '#attributes': { Qualifiers: qualifiers }, '#text': eventId }),
    ],
    ['Version', jsonText(system?.version ?? null)],
    ['Level', jsonText(levelNumber(event))],
    ['Task', jsonText(system?.task ?? null)],
    ['Opcode', jsonText(system?.opcode ?? null)],
    ['Keywords', jsonText(keywordsOf(event))],
    ['TimeCreated', attributes({ SystemTime: time === null ? null : `${time}Z` })],
    ['EventRecordID', jsonText(event.recordId)],
    [
      'Correlation',
      attributes({ ActivityID: system?.activityId ?? null, RelatedActivityID: system?.relatedActivityId ?? null }),
    ],
    ['Execution', attributes({ ProcessID: system?.processId ?? null, ThreadID: system?.threadId ?? null })],
    ['Channel', jsonText(event.channel)],
    ['Computer', jsonText(event.host)],
    ['Security', attributes({ UserID: userSid(event) })],
  ]);
  return object([
    [
      'Event',
      object([
        ['#attributes', jsonText({ xmlns: EVENT_NAMESPACE })],
        ['System', values],
        ['EventData', eventData(event)],
      ]),
    ],
  ]);
}

/** Named values by their names, others in a list. */
function eventData({ strings, fields, data }: EventRecord): string {
  const named: Pairs = [...fields].map(([name, value]) => [name, jsonText(value)]);
  const values = [...fields.values()];
  const unnamed = strings.filter((text) => {
    const at = values.indexOf(text);
    if (at >= 0) values.splice(at, 1);
    return at < 0;
  });
  const list: Pairs = unnamed.length === 0 ? [] : [['Data', jsonText({ '#text': unnamed })]];
  const binary: Pairs = data === null ? [] : [['Binary', jsonText(upperHexOf(data))]];
  const all = [...named, ...list, ...binary];
  return all.length === 0 ? 'null' : object(all);
}
