import { beforeAll, expect, test } from 'vitest';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { expectRobust } from '../../../support/hostile-text.ts';
import { parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

beforeAll(() => prepareMixture());

const LOG = [
  'VERBOSE: This is a sample log message.',
  '<Source>EventLog</Source><Time>2020-04-15T23:53:41.000Z</Time><LogEntry><Channel>System</Channel><Level>Information</Level><EventId>7036</EventId><Message>The a service entered the running state.</Message></LogEntry>',
  '[stdout] This is a sample log message.',
  '2021-04-15T23:53:42.1Z <Log><Source>EventLog</Source><LogEntry><EventSource>.NET Runtime</EventSource><Time>2021-04-15T23:53:43.000Z</Time><Channel>Application</Channel><Level>Error</Level><EventId>1026</EventId><Message>Application: a.exe',
  '',
  'Exception Info: System.Collections.Generic.List<int>',
  '</Message></LogEntry></Log>',
  '2023-09-26 15:32:05 172.16.0.1 GET / - 80 - 10.6.0.7 Mozilla/5.0 - 200 0 0 1290',
].join('\n');

test('events between what else a container prints, on a line or on several', () => {
  for (const size of PIECE_SIZES) {
    const { events, problems, findings } = parseText(createMixtureParser, LOG, { size });
    expect(events).toMatchObject([
      { position: 2, channel: 'System', provider: 'Service Control Manager', eventId: 7036, level: 'information' },
      {
        position: 4,
        channel: 'Application',
        provider: '.NET Runtime',
        eventId: 1026,
        level: 'error',
        message: 'Application: a.exe\n\nException Info: System.Collections.Generic.List<int>',
      },
    ]);
    expect(events.map(({ time }) => time)).toMatchObject([
      { timeMs: Date.UTC(2020, 3, 15, 23, 53, 41) },
      { timeMs: Date.UTC(2021, 3, 15, 23, 53, 43) },
    ]);
    expect(problems).toEqual([]);
    expect(findings.freeText.map(({ line }) => line)).toEqual([1, 3, 8]);
  }
});

test('cut or changed anywhere it never throws', () => expectRobust(createMixtureParser, LOG));
