import { expect, test } from 'vitest';
import { readJsonText, utc } from '../support.ts';

const alert = (alertContext: Readonly<Record<string, unknown>>) => ({
  ...{ alertUid: '5c4a', priority: 'High', resolved: false, timestamp: 1_710_456_060_000, alertContext },
  alertSourceInfo: { deviceUid: '11', deviceName: 'SRV01', siteName: 'Contoso' },
});

test('an alert of Datto RMM is the event that triggered it', () => {
  const context = {
    ...{ '@class': 'eventlog_ctx', logName: 'System', code: '7', type: 'ERROR', source: 'Disk' },
    ...{ description: 'A bad block.', triggerCount: 1, lastTriggered: 1_710_456_000_000, causedSuspension: false },
  };
  const other = { '@class': 'perf_disk_usage_ctx', diskName: 'C:', freeSpace: 1, totalVolume: 2 };
  const text = JSON.stringify({ pageDetails: { count: 2 }, alerts: [alert(context), alert(other)] });
  expect(readJsonText(text).events).toMatchObject([
    {
      ...{ eventId: 7, provider: 'Disk', channel: 'System', host: 'SRV01', level: 'error', message: 'A bad block.' },
      time: utc('2024-03-14T22:40:00.000Z'),
    },
  ]);
});
