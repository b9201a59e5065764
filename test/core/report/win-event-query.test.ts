import { describe, expect, test } from 'vitest';
import { toolProvider } from '../../../src/core/model/companion.ts';
import type { ReportEvidence } from '../../../src/core/model/report.ts';
import { winEventQueries } from '../../../src/core/report/win-event-query.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';
import { evidence } from '../../support/sample-report.ts';

const commands = (...events: readonly ReportEvidence[]): readonly string[] =>
  winEventQueries(events).map(({ command }) => command);
const utc = (over: Partial<ReportEvidence> = {}): ReportEvidence => evidence({ timeBasis: 'utc', ...over });

describe('winEventQueries', () => {
  test('asks for all events of a log at once, between whole seconds', () => {
    const events = [utc(), utc({ eventId: 9604, time: '2006-03-02T01:00:00.2501234Z' }), utc()];
    expect(winEventQueries(events)).toEqual([
      {
        host: 'ex1',
        channel: 'Application',
        events: 3,
        command:
          "Get-WinEvent -FilterHashtable @{LogName='Application'; ProviderName='MSExchangeIS'; Id=9607,9604; StartTime=[datetime]'2006-03-02T01:00:00Z'; EndTime=[datetime]'2006-03-02T01:00:02Z'}",
      },
    ]);
  });
  test('times without a zone are asked as the clock of the machine showed them', () => {
    expect(commands(evidence())[0]).toContain("StartTime=[datetime]'2006-03-02T01:00:01'; EndTime=");
  });
  test('a log of its own for each host and channel', () => {
    const found = winEventQueries([
      utc(),
      utc({ channel: 'System', provider: 'disk', eventId: 7 }),
      utc({ host: 'ex2' }),
    ]);
    expect(found.map(({ host, channel }) => [host, channel])).toEqual([
      ['ex1', 'Application'],
      ['ex1', 'System'],
      ['ex2', 'Application'],
    ]);
  });
  test.each([
    ['no log', utc({ channel: null })],
    ['no id', utc({ eventId: null })],
    ['the output of a tool', utc({ provider: toolProvider('vssadmin') })],
  ])('nothing to ask for: %s', (_name, event) => {
    expect(commands(event)).toEqual([]);
  });
  test('without times there is no span, without a source none is named', () => {
    expect(commands(utc({ time: null, provider: null }))).toEqual([
      "Get-WinEvent -FilterHashtable @{LogName='Application'; Id=9607}",
    ]);
  });
  test.each([
    ["it's", "'it''s'"],
    ['it\u2019s', "'it\u2019\u2019s'"],
    ["x'; Remove-Item C:\\ #", "'x''; Remove-Item C:\\ #'"],
    ['$(calc)`n"', "'$(calc)`n\"'"],
  ])('a name is nothing but a text: %s', (name, word) => {
    expect(commands(utc({ channel: name, time: null, provider: null }))).toEqual([
      `Get-WinEvent -FilterHashtable @{LogName=${word}; Id=9607}`,
    ]);
  });
  test.each(Object.entries(hostileTexts))('a name ends at its own quote only: %s', (_name, text) => {
    for (const command of commands(utc({ channel: text, provider: text, time: null }))) {
      const rest = command.replace(/'(?:[^'\u2018-\u201b]|(['\u2018-\u201b])\1)*'/g, '?');
      expect(rest).toBe('Get-WinEvent -FilterHashtable @{LogName=?; ProviderName=?; Id=9607}');
    }
  });
  test('a name that hides something is not made a command of', () => {
    expect(commands(utc({ channel: 'App\u202elication' }), utc({ provider: 'a\nb' }))).toEqual([]);
  });
});
