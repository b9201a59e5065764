import { expect, test } from 'vitest';
import { parseZone } from '../../../src/core/input/normalise/zone.ts';
import { WINDOWS_ZONES, zoneOfWindows } from '../../../src/core/model/windows-zones.ts';

const MARCH = Date.UTC(2026, 2, 2);

test('every zone that Windows names has rules here', () => {
  const names = [...WINDOWS_ZONES.keys()];
  expect(names).toHaveLength(132);
  expect(names.filter((name) => parseZone(name) === null)).toEqual([]);
});

test('names are those of the registry, in any case, and those of summer', () => {
  expect(zoneOfWindows('W. EUROPE STANDARD TIME')).toBe('Europe/Berlin');
  expect(zoneOfWindows('W. Europe Daylight Time')).toBe('Europe/Berlin');
  expect(zoneOfWindows('Europe/Berlin')).toBeNull();
});

test('a zone without summer time has none', () => {
  expect(parseZone('US Mountain Standard Time')?.(MARCH)).toBe(-7 * 3_600_000);
  expect(parseZone('US Mountain Standard Time')?.(Date.UTC(2026, 6, 2))).toBe(-7 * 3_600_000);
});
