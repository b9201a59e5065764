import { expect } from 'vitest';
import { createEventXmlParser } from '../../../../../src/core/input/parsers/event-xml/parser.ts';
import { loadXmlParser } from '../../../../../src/core/input/xml/tree.ts';
import type { PayloadElement, RawEvent } from '../../../../../src/core/model/event.ts';
import type { Interest } from '../../../../../src/core/model/interest.ts';
import { type Parsed, parseInPieces } from '../../../../support/parse-text.ts';

await loadXmlParser();

export const readXml = (text: string, interest?: Interest): Parsed =>
  parseInPieces(createEventXmlParser, text, interest);

/** The only event of a text without any problem. */
export function readOne(text: string): RawEvent {
  const { events, problems } = readXml(text);
  expect(problems).toEqual([]);
  expect(events).toHaveLength(1);
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return event;
}

export const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';

/** An event as `wevtutil qe /f:xml` writes it. */
export const event = ({
  id = '7011',
  system = '',
  payload = "<EventData><Data Name='param1'>30000</Data></EventData>",
  time = '2026-03-17T15:18:00.6262234Z',
}: {
  id?: string;
  system?: string;
  payload?: string;
  time?: string;
} = {}): string =>
  `<Event xmlns='${NAMESPACE}'><System><Provider Name='Service Control Manager' ` +
  `Guid='{555908d1-a6d7-4695-8e1e-26931d2012f4}' EventSourceName='Service Control Manager'/>` +
  `<EventID Qualifiers='49152'>${id}</EventID><Version>0</Version><Level>2</Level><Task>0</Task><Opcode>0</Opcode>` +
  `<Keywords>0x8080000000000000</Keywords><TimeCreated SystemTime='${time}'/><EventRecordID>4711</EventRecordID>` +
  `<Correlation/><Execution ProcessID='548' ThreadID='1340'/><Channel>System</Channel>` +
  `<Computer>HOST01.example.com</Computer><Security/>${system}</System>${payload}</Event>`;

/** What `event()` says, to be compared with an event read from any wrapper of it. */
export const expected = {
  recordId: 4711,
  time: {
    kind: 'exact',
    basis: 'utc',
    timeMs: Date.UTC(2026, 2, 17, 15, 18, 0, 626),
    ticks: 2234,
    precisionMs: 0.0001,
  },
  host: 'HOST01.example.com',
  channel: 'System',
  provider: 'Service Control Manager',
  providerAlias: 'Service Control Manager',
  eventId: 7011,
  qualifiers: 49_152,
  level: 'error',
  category: null,
  user: null,
  strings: ['30000'],
  fields: new Map([['param1', '30000']]),
  message: null,
  data: null,
  recovered: false,
};

export const element = (
  name: string,
  children: readonly (PayloadElement | string)[] = [],
  attributes: readonly (readonly [string, string])[] = [],
): PayloadElement => ({ name, attributes, children });
