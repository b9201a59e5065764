import type { EventRecord, EventSystem } from '../../model/event.ts';
import { upperHexOf } from '../../model/hex.ts';
import { isoFromMs } from '../../model/iso-time.ts';
import { listAt } from '../../model/map-at.ts';
import { BASIS_ATTRIBUTE, BASIS_NAMESPACE, LOCAL } from '../../model/own-times.ts';
import { payloadXml } from '../payload-xml.ts';
import { xmlAttribute, xmlContent } from '../xml-text.ts';
import { EVENT_NAMESPACE, keywordsOf, levelNumber, userSid } from './system-values.ts';
import type { EventWriter } from './writer.ts';

type Value = string | number | null;

/** One element; without value and attributes nothing. */
function element(name: string, value: Value, attributes: Readonly<Record<string, Value>> = {}): string {
  const given = Object.entries(attributes).filter(([, text]) => text !== null);
  if (value === null && given.length === 0) return '';
  const start = [name, ...given.map(([key, text]) => `${key}='${xmlAttribute(`${text}`)}'`)].join(' ');
  return value === null ? `<${start}/>` : `<${start}>${xmlContent(`${value}`)}</${name}>`;
}

/** One event as `wevtutil qe /f:RenderedXml` writes it; what the event does not know is left out. */
function write(event: EventRecord): string {
  const payload = event.payload === null ? dataXml(event) : payloadXml(event.payload);
  return `<Event xmlns='${EVENT_NAMESPACE}'><System>${systemXml(event)}</System>${payload}${renderingXml(event)}</Event>`;
}

/** A document of its own. */
export const eventsToXml = (events: readonly EventRecord[]): string =>
  eventXml.head + events.map(eventXml.write).join(eventXml.separator) + eventXml.foot;

export const eventXml: EventWriter = {
  head: `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>\n`,
  separator: '\n',
  foot: '\n</Events>\n',
  needsElements: true,
  write,
};

function systemXml(event: EventRecord): string {
  const { system } = event;
  return [
    element('Provider', null, {
      Name: event.provider,
      Guid: system?.providerGuid ?? null,
      EventSourceName: event.providerAlias,
    }),
    element('EventID', event.eventId, { Qualifiers: event.qualifiers }),
    element('Version', system?.version ?? null),
    element('Level', levelNumber(event)),
    element('Task', system?.task ?? null),
    element('Opcode', system?.opcode ?? null),
    element('Keywords', keywordsOf(event)),
    element('TimeCreated', null, { SystemTime: timeText(event), ...basisAttributes(event) }),
    element('EventRecordID', event.recordId),
    ...processXml(system),
    element('Channel', event.channel),
    element('Computer', event.host),
    element('Security', null, { UserID: userSid(event) }),
  ].join('');
}

/** Without them the time would come back as one in UTC. */
const basisAttributes = ({ timeMs, timeBasis }: EventRecord): Readonly<Record<string, string>> =>
  timeMs === null || timeBasis !== LOCAL ? {} : { 'xmlns:evdx': BASIS_NAMESPACE, [BASIS_ATTRIBUTE]: timeBasis };

const processXml = (system: EventSystem | null): readonly string[] =>
  system === null
    ? []
    : [
        element('Correlation', null, { ActivityID: system.activityId, RelatedActivityID: system.relatedActivityId }),
        element('Execution', null, { ProcessID: system.processId, ThreadID: system.threadId }),
      ];

/** With the digits that the event's time has, from none to seven. */
function timeText({ timeMs, ticks, precisionMs }: EventRecord): string | null {
  if (timeMs === null) return null;
  const [whole = '', milliseconds = ''] = isoFromMs(timeMs).slice(0, -1).split('.');
  const fraction = `${milliseconds}${String(ticks).padStart(4, '0')}`;
  const digits = precisionMs >= 1000 ? 0 : Math.round(3 - Math.log10(precisionMs));
  const given = fraction.slice(0, digits) + fraction.slice(digits).replace(/0+$/, '');
  return given === '' ? `${whole}Z` : `${whole}.${given}Z`;
}

/** Inserts by position, with the names of those that have one. */
function dataXml({ strings, fields, data }: EventRecord): string {
  const namesByValue = new Map<string, string[]>();
  for (const [name, value] of fields) listAt(namesByValue, value).push(name);
  const inserts = strings.map((value) => element('Data', value, { Name: namesByValue.get(value)?.shift() ?? null }));
  const others = [...namesByValue].flatMap(([value, names]) =>
    names.map((name) => element('Data', value, { Name: name })),
  );
  const binary = data === null ? '' : element('Binary', upperHexOf(data));
  const items = [...inserts, ...others, binary].join('');
  return items === '' ? '' : `<EventData>${items}</EventData>`;
}

function renderingXml({ message, category }: EventRecord): string {
  const texts = element('Message', message) + element('Task', category);
  return texts === '' ? '' : `<RenderingInfo Culture=''>${texts}</RenderingInfo>`;
}
