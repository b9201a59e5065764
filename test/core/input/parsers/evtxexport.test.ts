import { beforeAll, describe, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { createEvtParser } from '../../../../src/core/input/parsers/evt/parser.ts';
import { createEvtxParser } from '../../../../src/core/input/parsers/evtx/parser.ts';
import { createEvtxexportParser } from '../../../../src/core/input/parsers/evtxexport/parser.ts';
import { TextCleaner } from '../../../../src/core/input/text/clean.ts';
import { canonicalProvider } from '../../../../src/core/knowledge/words/providers.ts';
import type { RawEvent } from '../../../../src/core/model/event.ts';
import { upperHexOf } from '../../../../src/core/model/hex.ts';
import type { CreateByteParser } from '../../../../src/core/model/parser.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { ALL } from '../../../support/interests.ts';
import { parseText } from '../../../support/parse-text.ts';
import { hasSamples, sampleBytes, sampleText } from '../../../support/samples.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const EVTX = fixtureText('formats/evtxexport/system.evtxexport.txt');
const EVT = fixtureText('formats/evtxexport/SysEvent.evtexport.txt');

test('records of an EVTX log', () => {
  for (const size of PIECE_SIZES) {
    const read = parseText(createMixtureParser, EVTX, { size });
    expect(read.events).toHaveLength(3);
    expect(read.events).toMatchObject([
      {
        position: 3,
        recordId: 12_049,
        time: {
          kind: 'exact',
          basis: 'utc',
          timeMs: Date.UTC(2012, 2, 14, 4, 17, 43, 354),
          ticks: 5627,
          precisionMs: 0.0001,
        },
        host: 'WKS-WIN764BITB.shieldbase.local',
        channel: 'System',
        provider: 'Microsoft-Windows-Eventlog',
        eventId: 105,
        level: 'information',
        strings: ['System', 'C:\\Windows\\System32\\Winevt\\Logs\\Archive-System-2012-03-14-04-17-39-932.evtx'],
        message: null,
        data: null,
      },
      {
        position: 16,
        recordId: 12_050,
        eventId: 7036,
        provider: 'Service Control Manager',
        strings: ['Windows Modules Installer', 'stopped'],
        data: Uint8Array.from(Buffer.from('TrustedInstaller/1\0', 'utf16le')),
      },
      { position: 30, eventId: 7036 },
    ]);
    expect(read).toMatchObject({ problems: [], findings: { timeBasis: 'utc', records: 3, freeText: [] } });
  }
});

test('records of an EVT log', () => {
  const { events, problems } = parseText(createMixtureParser, EVT);
  expect(problems).toEqual([]);
  expect(events).toHaveLength(3);
  expect(events).toMatchObject([
    {
      position: 3,
      recordId: 1392,
      time: { kind: 'exact', basis: 'utc', timeMs: Date.UTC(2011, 6, 27, 6, 41, 47), precisionMs: 1000 },
      host: 'WKS-WINXP32BIT',
      channel: null,
      provider: 'LSASRV',
      eventId: 0x8000a001,
      level: 'warning',
      strings: [
        'cifs/CONTROLLER',
        '"The system detected a possible attempt to compromise security. Please ensure that you can contact the server that authenticated you.\n (0xc0000388)"',
      ],
      system: { task: 3 },
    },
    { recordId: 1393 },
    { recordId: 1394 },
  ]);
});

test('a message, a user, and words around', () => {
  const text = [
    'Look:',
    'Event number\t\t\t: 7',
    'Written time\t\t\t: Jul 27, 2011 06:41:47 UTC',
    'Event level\t\t\t: Error (2)',
    'User security identifier\t: S-1-5-18',
    'Source name\t\t\t: disk',
    'Event identifier\t\t: 0x00000033 (51)',
    'Event identifier qualifiers\t: 0x8004',
    'Message string\t\t\t: An error was detected',
    'on a device.',
    '',
    'C:\\>exit',
  ];
  const { events, findings } = parseText(createMixtureParser, text.join('\n'));
  expect(events).toMatchObject([
    {
      position: 2,
      eventId: 51,
      qualifiers: 0x8004,
      level: 'error',
      user: 'S-1-5-18',
      provider: 'disk',
      message: 'An error was detected\non a device.',
      time: { timeMs: Date.UTC(2011, 6, 27, 6, 41, 47) },
    },
  ]);
  expect(findings.freeText.map(({ text: words }) => words)).toEqual(['Look:', 'C:\\>exit']);
});

test('cut or changed anywhere it never throws', () => {
  expectRobust(createEvtxexportParser, EVTX);
  expectRobust(createMixtureParser, EVT, 80);
});

describe.runIf(hasSamples)('exports of whole logs', () => {
  const textOf = (path: string): string => {
    const cleaner = new TextCleaner();
    return cleaner.push(sampleText(path)) + cleaner.end();
  };
  const bytesOf = (create: CreateByteParser, path: string): readonly RawEvent[] => {
    const parser = create(ALL);
    return [...parser.push(sampleBytes(path)).events, ...parser.end().events];
  };
  /** `evtxexport` prints bytes as the last string (`evtexport` leaves them out), fractions in nine digits and hex in eight; cleaning drops controls and line ends of Windows. */
  const valuesOf = ({ strings, data }: RawEvent): readonly string[] => {
    const cleaner = new TextCleaner();
    const all = data === null ? strings : [...strings, upperHexOf(data)];
    const clean = cleaner.push(all.join('\u0001\u0001 | ')) + cleaner.end();
    return clean
      .replace(/(\.\d{7})00Z/g, '$1Z')
      .replace(/\b0x0+(?=[\da-f])/g, '0x')
      .split('\n')
      .map((line) => line.trimEnd());
  };
  const kept = (all: RawEvent, hasData: boolean) => {
    const event = hasData ? all : { ...all, data: null };
    const { recordId, time, host, eventId, level, user } = event;
    // The tool prints the name of the source, not that of the manifest.
    const provider = canonicalProvider(event.provider ?? '');
    const id = eventId === null ? null : eventId & 0xffff;
    return {
      recordId,
      time: time?.kind === 'exact' ? [time.timeMs, time.ticks] : time,
      host,
      provider,
      id,
      level,
      user,
      values: valuesOf(event),
    };
  };

  test.each([
    ['exports/system.evtxexport.txt', 'python-evtx/tests/data/system.evtx', createEvtxParser, 1601, true],
    ['exports/SysEvent.evtexport.txt', 'plaso/test_data/SysEvent.Evt', createEvtParser, 6063, false],
  ])('%s', (text, log, create, count, hasData) => {
    const { events, problems } = parseText(createMixtureParser, textOf(text));
    expect(problems).toEqual([]);
    expect(events).toHaveLength(count);
    const originals = new Map(
      bytesOf(create, log)
        .filter(({ recovered }) => !recovered)
        .map((event) => [event.recordId, kept(event, hasData)]),
    );
    expect(events.map((event) => kept(event, hasData))).toEqual(events.map(({ recordId }) => originals.get(recordId)));
  });
});
