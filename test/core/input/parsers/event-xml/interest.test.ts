import { describe, expect, test, vi } from 'vitest';
import { isWanted } from '../../../../../src/core/input/event-schema/wanted.ts';
import { createEventXmlParser } from '../../../../../src/core/input/parsers/event-xml/parser.ts';
import type { RawEvent } from '../../../../../src/core/model/event.ts';
import type { Interest, TallyCell } from '../../../../../src/core/model/interest.ts';
import { fixtureText } from '../../../../support/fixtures.ts';
import { asking, codeInterests, seen } from '../../../../support/interests.ts';
import { parseText } from '../../../../support/parse-text.ts';
import { hasSamples, sampleText } from '../../../../support/samples.ts';
import { event, NAMESPACE, readXml } from './support.ts';

const known = (provider: string | null, id: number | null): provider is string => provider !== null && id !== null;

const interests: readonly (readonly [string, Interest])[] = [
  ['nothing', asking(() => false)],
  ['all', asking(() => true)],
  ['one provider', asking((provider) => provider === null || provider === 'VSS')],
  ['one id', asking((_provider, id) => id === null || id === 9)],
  [
    'another id of one provider',
    asking((provider, id) => !known(provider, id) || (provider === 'Service Control Manager' && id === 7036)),
  ],
  ...codeInterests,
];

/** The full rendering is not asked for by rules. */
const asRead = (read: RawEvent): RawEvent => ({ ...read, system: null, payload: null });

/** Dropping early must give what reading everything and filtering gives, record for record. */
function expectSame(text: string, interest: Interest, size?: number): void {
  const all = readAll(text);
  const options = size === undefined ? { interest } : { interest, size };
  const { events, counted, findings } = parseText(createEventXmlParser, text, options);
  expect(events).toEqual(all.events.filter((read) => isWanted(interest, read)).map(asRead));
  expect(counted.map(seen)).toEqual(all.events.filter((read) => !isWanted(interest, read)).map(seen));
  expect(findings.records).toBe(all.findings.records);
}
const readAll = (text: string) => parseText(createEventXmlParser, text);

const scm =
  "<Provider Name='Service Control Manager' Guid='{555908d1-a6d7-4695-8e1e-26931d2012f4}' EventSourceName='Service Control Manager'/>";
const withProvider = (provider: string): string => event().replace(scm, provider);
const traps: readonly (readonly [string, string])[] = [
  ['plain', event()],
  [
    'an id in the payload, escaped',
    event({ payload: '<EventData><Data>&lt;EventID&gt;9&lt;/EventID&gt;</Data></EventData>' }),
  ],
  [
    'an id in the payload, in CDATA',
    event({ payload: '<EventData><Data><![CDATA[<EventID>9</EventID></Event>]]></Data></EventData>' }),
  ],
  [
    'elements of System in the payload',
    event({ payload: '<UserData><X><EventID>9</EventID><Level>4</Level><Channel>Y</Channel></X></UserData>' }),
  ],
  [
    'a channel only in the payload',
    event({ payload: '<UserData><Channel>Y</Channel><Computer>Z</Computer></UserData>' })
      .replace('<Channel>System</Channel>', '')
      .replace('<Computer>HOST01.example.com</Computer>', ''),
  ],
  ['an empty channel', event().replace('<Channel>System</Channel>', '<Channel />')],
  ['a comment with another id before it', event().replace('<EventID', '<!--<EventID>9</EventID>--><EventID')],
  ['a processing instruction with another id', event().replace('<EventID', '<?x <EventID>9</EventID>?><EventID')],
  ['an id in CDATA', event({ id: '<![CDATA[9]]>' })],
  ['an id as a reference', event({ id: '&#57;' })],
  ['an id with blanks', event({ id: ' 9 ' })],
  ['an id above 16 bits', event({ id: String(0xc0000009) })],
  ['no id', event({ id: '' })],
  ['a second id', event({ system: '<EventID>9</EventID>' })],
  ['a second level', event({ system: '<Level>4</Level>' })],
  ['a second System', event({ payload: '<System><EventID>9</EventID></System>' })],
  ['an element of System inside another', event().replace('<EventID', '<More><EventID>9</EventID></More><EventID')],
  ['no level', event().replace('<Level>2</Level>', '')],
  [
    'an information with a code',
    event({ payload: '<EventData><Data>0x80042306</Data></EventData>' }).replace('<Level>2<', '<Level>4<'),
  ],
  ['an error with a code', event({ payload: '<EventData><Data>0x80042306</Data></EventData>' })],
  ['an error with a code in references', event({ payload: '<EventData><Data>0x8004&#50;306</Data></EventData>' })],
  [
    'an error with a code outside its text',
    event({ payload: "<EventData><Data Name='0x80042306'>x</Data></EventData>" }),
  ],
  ['an audit', event().replace('<Level>2<', '<Level>0<').replace('0x8080', '0x8020')],
  ['the provider by its alias', withProvider("<Provider Name='X' EventSourceName='VSS'/>")],
  ['attributes turned', withProvider("<Provider EventSourceName='X' Name='VSS'/>")],
  ['an attribute in an attribute', withProvider(`<Provider Guid=" Name='VSS'" Name="X"/>`)],
  ['a provider in references', withProvider("<Provider Name='V&#83;S'/>")],
  ['a provider with a broken line', withProvider("<Provider Name='Service Control\nManager'/>")],
  ['no provider', withProvider('<Provider/>')],
  ['a host in references', event().replace('HOST01', 'H&amp;01')],
  ['a host with a broken line', event().replace('HOST01', 'HOST\n01')],
  ['a time with an offset', event({ time: '2026-03-17T15:18:00.626223400-04:00' })],
  ['no time', event().replace(/<TimeCreated.*?\/>/, '')],
  ['an unreadable time', event({ time: 'yesterday' })],
  ['FILETIME 0', event({ time: '1601-01-01T00:00:00Z' })],
  ['a record number above 2^53', event().replace('>4711<', '>9007199254740993<')],
  [
    'a prefix',
    event()
      .replaceAll(/<(\/?)(?=\w)/g, '<$1ns0:')
      .replace('xmlns=', 'xmlns:ns0='),
  ],
  ['no namespace', event().replace(` xmlns='${NAMESPACE}'`, '')],
  ['a tree view', event().replaceAll('><', '>\n- <').replaceAll(/- <\//g, '</')],
];

describe('dropping early gives what reading everything and filtering gives', () => {
  test.each(traps)('%s', (_name, xml) => {
    // Other events around it, so that what is known of them cannot be taken for it.
    const text = `${event({ id: '7036' })}\n${xml}\n${xml.replace('4711', '4712')}\n${event({ id: '9' })}`;
    for (const [, interest] of interests) expectSame(text, interest);
  });

  test('all of them in one text, in pieces of any size', () => {
    const text = [...traps, ...traps.toReversed()].map(([, xml]) => xml).join('\n');
    for (const [, interest] of interests) for (const size of [7, 1000, 65_536]) expectSame(text, interest, size);
  });

  test.each(['viewer-saveas', 'evtx-dump-security', 'evtxexport-system', 'evtx-dump-system'])('%s', (name) => {
    for (const [, interest] of interests) expectSame(fixtureText(`formats/event-xml/${name}.xml`), interest);
  });

  test.runIf(hasSamples).each(['system.evtx_dump.xml', 'system.evtxexport.xml'])('1601 events of %s', (name) => {
    const text = sampleText(`exports/${name}`);
    expect(readAll(text).events).toHaveLength(1601);
    const some = asking(
      (provider, id) => !known(provider, id) || (provider.length + (id ?? 0)) % 5 === 0,
      (found) => /0x8/.test(found),
    );
    expectSame(text, some);
  });
});

describe('dropped events', () => {
  test('are counted in the cells of a tally that has cells, one for each kind', () => {
    const cells: { kind: unknown; added: unknown[] }[] = [];
    const cell = (kind: unknown): TallyCell => {
      const added: unknown[] = [];
      cells.push({ kind, added });
      return { add: (timeMs, recordId) => added.push([timeMs, recordId]) };
    };
    const count = vi.fn();
    const parser = createEventXmlParser({ interest: asking(() => false), tally: { count, cell } });
    const other = event({ id: '7036' }).replace('4711', '4713');
    parser.push(`${event()}${event().replace('4711', '4712')}${other}`);
    expect(parser.end()).toEqual({ events: [], problems: [] });
    expect(count).not.toHaveBeenCalled();
    const timeMs = Date.UTC(2026, 2, 17, 15, 18, 0, 626);
    const kind = {
      host: 'HOST01.example.com',
      channel: 'System',
      provider: 'Service Control Manager',
      providerAlias: 'Service Control Manager',
      eventId: 7011,
      level: 'error',
    };
    expect(cells).toEqual([
      {
        kind,
        added: [
          [timeMs, 4711],
          [timeMs, 4712],
        ],
      },
      { kind: { ...kind, eventId: 7036 }, added: [[timeMs, 4713]] },
    ]);
  });

  test('give a line of text when asked: the message, else the values', () => {
    const samples: (string | null)[] = [];
    const parser = createEventXmlParser({
      interest: asking(() => false),
      tally: { count: (_event, sample) => samples.push(sample?.() ?? null) },
    });
    const rendered = "<EventData/><RenderingInfo Culture=''><Message>One.\n  Two.</Message></RenderingInfo>";
    parser.push(event() + event({ payload: rendered }) + event({ payload: '' }));
    parser.end();
    expect(samples).toEqual(['30000', 'One. Two.', null]);
  });

  test('are dropped without the XML parser, which would refuse this payload', () => {
    const text = event({ payload: '<EventData><Data></EventData>' });
    expect(
      readXml(
        text,
        asking(() => false),
      ),
    ).toMatchObject({ events: [], problems: [], counted: [{ eventId: 7011 }] });
    expect(
      readXml(
        text,
        asking(() => true),
      ).problems,
    ).toMatchObject([{ code: 'xml/malformed' }]);
  });
});
