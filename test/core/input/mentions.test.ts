import { expect, test } from 'vitest';
import { findMentions } from '../../../src/core/input/mentions.ts';

const idsIn = (text: string): readonly string[] =>
  findMentions([{ text, line: 3 }], () => null).mentions.flatMap(({ kind, value }) =>
    kind === 'event-id' ? [value] : [],
  );

test.each([
  'see event 8193 again',
  'Event ID 8193',
  'event id: 8193',
  'EventID: 8193',
  'in the system log (EventID=8193):',
  'Application Error, Event-ID 8193:',
  'event identifier 8193',
])('the id of an event is one that words mention: %s', (text) => {
  expect(idsIn(text)).toEqual(['8193']);
});

test.each(['events 2019-03-11', 'eventid', 'prevents 8193 from', 'event 8193.5'])('%s mentions none', (text) => {
  expect(idsIn(text)).toEqual([]);
});

test('a mention has the line where it stands, and how often', () => {
  const { mentions } = findMentions([{ text: 'a\nEventID: 7\nEvent 7', line: 3 }], () => null);
  expect(mentions).toEqual([{ kind: 'event-id', value: '7', name: null, count: 2, position: 4 }]);
});

test('a code that says success is no mention', () => {
  const text = 'CBS    Exec: Session processed [HRESULT = 0x00000000 - S_OK]\nFailed [HRESULT = 0x80070490]';
  const { mentions } = findMentions([{ text, line: 1 }], () => null);
  expect(mentions.map(({ value, position }) => [value, position])).toEqual([['0x80070490', 2]]);
});

test('numbers of interrupts and of devices below their bus are no codes, whatever tells of them', () => {
  const text =
    'IRQ 4294967294  NVIDIA nForce Networking Controller\nUSB\\VID_045E&PID_00DB\\6&C574F281&0&8000A1B2\nBIRQ 4294967294 &80070005';
  const { mentions } = findMentions([{ text, line: 1 }], () => null);
  expect(mentions.map(({ value, position }) => [value, position])).toEqual([['4294967294', 3]]);
});
