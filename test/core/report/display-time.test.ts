import { describe, expect, test } from 'vitest';
import { createTimeFormat } from '../../../src/core/report/display-time.ts';

describe('createTimeFormat', () => {
  const utc = createTimeFormat('UTC');
  test('shows UTC without T and Z', () => {
    expect(utc('2006-03-02T01:00:01.000Z')).toBe('2006-03-02 01:00:01');
  });
  test('shows milliseconds where there are any, never ticks', () => {
    expect(utc('2006-03-02T01:00:01.1234567Z')).toBe('2006-03-02 01:00:01.123');
  });
  test('says that there is no time', () => {
    expect(utc(null)).toBe('no time');
  });
  test('names the offset of another zone, in summer and in winter', () => {
    const berlin = createTimeFormat('Europe/Berlin');
    expect(berlin('2006-03-02T01:00:01.000Z')).toBe('2006-03-02 02:00:01 +01:00');
    expect(berlin('2006-07-02T23:30:00.5000000Z')).toBe('2006-07-03 01:30:00.500 +02:00');
  });
  test('takes an offset as a zone, across midnight', () => {
    expect(createTimeFormat('-03:30')('2006-03-02T01:00:01.000Z')).toBe('2006-03-01 21:30:01 -03:30');
  });
  test('leaves digits of an unknown zone as they were written', () => {
    expect(createTimeFormat('Europe/Berlin')('2006-03-02T01:00:01.000Z', 'assumed-local')).toBe('2006-03-02 01:00:01');
  });
  test('shows the borders of time that damaged records reach', () => {
    expect(utc('+275760-09-13T00:00:00.000Z')).toBe('+275760-09-13 00:00:00');
  });
  test('refuses a zone that nobody knows', () => {
    expect(() => createTimeFormat('Mars/Olympus')).toThrow(RangeError);
  });
});
