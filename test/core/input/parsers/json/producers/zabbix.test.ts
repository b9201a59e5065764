import { describe, expect, test } from 'vitest';
import { readJsonText, readOne, utc } from '../support.ts';

describe('the history of Zabbix', () => {
  const value = {
    ...{ itemid: '28774', clock: '1709630000', timestamp: '1709629990', source: 'disk', severity: '4' },
    ...{ value: 'The driver detected a controller error.', logeventid: '11', ns: '334455' },
  };

  test.each([
    ['a list', [value]],
    ['the answer of the API', { jsonrpc: '2.0', result: [value], id: 1 }],
  ])('%s', (_name, json) => {
    expect(readJsonText(JSON.stringify(json)).events).toMatchObject([
      {
        ...{ eventId: 11, provider: 'disk', level: 'error', time: utc('2024-03-05T09:13:10.000Z') },
        message: 'The driver detected a controller error.',
      },
    ]);
  });

  test('its levels are numbers of its own', () => {
    const levels = ['1', '2', '4', '7', '8', '9', '10'].map(
      (severity) => readOne(JSON.stringify({ ...value, severity })).level,
    );
    expect(levels).toEqual([
      'information',
      'warning',
      'error',
      'audit-failure',
      'audit-success',
      'critical',
      'verbose',
    ]);
  });

  test('a line of another log is none of Windows', () => {
    const line = { ...value, timestamp: '0', source: '', severity: '0', logeventid: '0' };
    expect(readJsonText(JSON.stringify([line])).events).toEqual([]);
  });
});
