import { expect, test } from 'vitest';
import type { Finding } from '../../../../src/core/model/report.ts';
import { createView } from '../../../../src/core/report/outline/view.ts';
import { drawText } from '../../../../src/core/report/timeline/draw-text.ts';
import { pictureOfFinding } from '../../../../src/core/report/timeline/finding-picture.ts';
import { evidence, finding } from '../../../support/sample-report.ts';
import { timedFinding, timedReport } from '../../../support/timed-report.ts';

const drawn = (one: Finding, zone = 'UTC'): readonly string[] | null => {
  const picture = pictureOfFinding(createView(timedReport(), zone), one);
  return picture === null ? null : drawText(picture);
};

test('events, what is covered, windows, what is missing and flags stand below each other on one axis', () => {
  expect(drawn(timedFinding())).toEqual([
    '2012-03-01 01:00:01                                      2012-03-03 01:00:01',
    'ex1 Application',
    '●────────────────///////////─────────●●─────────────────────────────────────',
    '9606                                 9604',
    '                                     9614',
    '                                      9607',
    '“attempt” matched',
    '                                     ├┤',
    'missing: complete, shutdown or init',
    '                                      ○╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌○',
    'flag backupInProgress: set',
    '▐━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▌',
    '',
    '● event   ─ covered   / gap   ├─┤ window   ○╌○ missing   ▐━▌ flag',
  ]);
});
test('its ends are told in the zone of the display', () => {
  expect(drawn(timedFinding(), 'Europe/Berlin')?.[0]).toBe(
    '2012-03-01 02:00:01 +01:00                        2012-03-03 02:00:01 +01:00',
  );
});
test('no line is longer than a mail shows', () => {
  const crowded = timedFinding({
    evidence: Array.from({ length: 20 }, (_, index) =>
      evidence({ eventId: 60_000 + index, time: `2012-03-02T01:00:${String(index).padStart(2, '0')}.000Z` }),
    ),
  });
  expect(drawn(crowded)?.filter((line) => line.length > 76)).toEqual([]);
});
test('one moment, or none, is no picture', () => {
  const timeline = { from: null, to: null, windows: [], missing: [], flags: [] };
  expect(drawn(finding({ evidence: [evidence(), evidence()], timeline }))).toBeNull();
  expect(drawn(finding({ evidence: [evidence({ time: null })], timeline }))).toBeNull();
});
test('events of a kind that cannot be told apart are one mark with a count', () => {
  const events = ['00', '01', '02', '59'].map((second) => evidence({ time: `2012-03-02T01:00:${second}.000Z` }));
  const hours = evidence({ time: '2012-03-02T03:00:00.000Z' });
  const lines = drawn(finding({ evidence: [...events, hours] }));
  expect(lines?.slice(2, 4)).toEqual([
    `●${'─'.repeat(74)}●`,
    '9607 ×4                                                                 9607',
  ]);
});
