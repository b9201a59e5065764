import { expect, test } from 'vitest';
import { isEventXml } from '../../../../../src/core/input/parsers/event-xml/recognise.ts';
import { fixtureText } from '../../../../support/fixtures.ts';
import { event } from './support.ts';

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';

test.each([
  ['viewer-saveas.xml', fixtureText('formats/event-xml/viewer-saveas.xml')],
  ['evtx-dump-security.xml', fixtureText('formats/event-xml/evtx-dump-security.xml')],
  ['evtx-dump-system.xml', fixtureText('formats/event-xml/evtx-dump-system.xml')],
  ['evtxexport-system.xml', fixtureText('formats/event-xml/evtxexport-system.xml')],
  ['one event', event()],
  ['events without a root', `${event()}\n${event()}`],
  ['a head that ends inside an event', event().slice(0, 300)],
  ['no namespace', event().replace(/ xmlns='.*?'/, '')],
  ['a tree view', `- ${event().replaceAll('><', '>\n  <')}`],
  ['escaped once', event().replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
  ['an empty log', `${DECLARATION}\n<Events></Events>`],
  ['an empty root', '<Events/>'],
  ['a root of another name, as wevtutil writes it with /e', `<system.log>\n${event()}\n</system.log>`],
  ['what a tool complains about, between events', `${event()}\n[ERROR] record 4712 is damaged\n${event()}`],
])('%s: event XML', (_name, text) => {
  expect(isEventXml(text)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['words', 'Event Viewer shows <Event> 7011.'],
  ['words before it', `Please help:\n${event()}`],
  ['a copied event with its XML', fixtureText('formats/clipboard-text/vista-clipboard-with-xml.txt')],
  [
    'the text export of evtxexport',
    'evtxexport 20251118\n\nEvent number\t\t\t: 12049\nCreation time\t\t\t: Mar 14, 2012\n',
  ],
  [
    'another XML',
    `${DECLARATION}\n<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj/></Objs>`,
  ],
  ['another root of that name', '<Events><Meeting>Monday</Meeting></Events>'],
  ['XML of another tool', '<events_list>\n<item>\n<event_time>x</event_time></item></events_list>'],
])('%s: something else', (_name, text) => {
  expect(isEventXml(text)).toBe(false);
});
