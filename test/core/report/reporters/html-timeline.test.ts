import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../src/core/model/report.ts';
import { createView } from '../../../../src/core/report/outline/view.ts';
import { createAxis } from '../../../../src/core/report/reporters/html/axis.ts';
import { drawSvg } from '../../../../src/core/report/reporters/html/svg.ts';
import { pictureOfFinding } from '../../../../src/core/report/timeline/finding-picture.ts';
import { pictureOfReport } from '../../../../src/core/report/timeline/report-picture.ts';
import { tokenise } from '../../../support/html-tokens.ts';
import { timedFinding, timedReport } from '../../../support/timed-report.ts';

const pictureOf = (finding: Finding, zone = 'UTC') => {
  const view = createView(timedReport(), zone);
  const picture = pictureOfFinding(view, finding);
  if (picture === null) throw new Error('no picture');
  return { view, picture };
};
const draw = (finding: Finding): string => {
  const { view, picture } = pictureOf(finding);
  return drawSvg(picture, view, 'Time line').html;
};
/** Elements of one class, each as its place and its title. */
const shapes = (svg: string, className: string): readonly string[] =>
  [
    ...svg.matchAll(new RegExp(`<(?:rect|svg|circle) class="${className}" ([^>]*)>(?:<title>([^<]*)</title>)?`, 'g')),
  ].map(([, attributes = '', title = '']) => {
    const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '-';
    return `${of('x')} ${of('width')} ${title}`;
  });

describe('the time line of a finding', () => {
  const svg = draw(timedFinding());
  test('is a picture with a name', () => {
    expect(tokenise(svg).tags[0]).toEqual({
      name: 'svg',
      attributes: [
        ['width', '100%'],
        ['height', '217'],
        ['role', 'img'],
        ['aria-label', 'Time line'],
        ['data-from', '1330556689000'],
        ['data-to', '1330743313000'],
      ],
      isEnd: false,
    });
  });
  test('has a mark for each event where it happened, with the rows of the table it stands for', () => {
    expect(shapes(svg, 'm')).toEqual([
      '3.7037% - 2012-03-01 01:00:01 · MSExchangeIS 9606 · prepared',
      '49.9995% - 2012-03-02 01:00:00 · MSExchangeIS 9604 · begin',
      '49.9997% - 2012-03-02 01:00:00.500 · MSExchangeIS 9614 · aborted',
      '50% - 2012-03-02 01:00:01 · MSExchangeIS 9607 · refused',
    ]);
    expect([...svg.matchAll(/data-e="(\d+)"/g)].map(([, row]) => row)).toEqual(['3', '0', '1', '2']);
  });
  test('shows what the log covers, and stripes where it does not', () => {
    expect(shapes(svg, 'cov proven')).toEqual([
      '1.7742% 98.2258% 2012-03-01 00:00:00 to 2012-03-04 00:00:00: complete, as the record numbers prove',
    ]);
    expect(shapes(svg, 'gap')).toEqual([
      '24.9223% 11.5741% not covered, 2012-03-01 12:00:00 to 2012-03-01 18:00:00: record numbers jump',
    ]);
  });
  test('shows the window of the rule, the flag as a bar, and what is missing as a hollow mark', () => {
    expect(shapes(svg, 'window true')).toEqual([
      '49.9995% 0.0005% 2012-03-02 01:00:00 to 2012-03-02 01:00:01: “attempt” matched',
    ]);
    expect(shapes(svg, 'flag true')).toEqual([
      '3.7037% 46.2958% 2012-03-01 01:00:01 to 2012-03-02 01:00:00: flag backupInProgress: set',
    ]);
    expect(shapes(svg, 'missing true')).toEqual([
      '50% 46.2963% 2012-03-02 01:00:01 to 2012-03-03 01:00:01: missing: complete, shutdown or init (“never finished”)',
    ]);
    expect(svg.match(/<circle class="hollow" cx="([^"]*)"/)?.[1]).toBe('96.2963%');
  });
  test('words that would overlap stand below each other, near the right end left of their mark', () => {
    const last = timedFinding({
      evidence: timedFinding().evidence.map((event) => ({ ...event, time: '2012-03-03T01:00:01.000Z' })),
    });
    expect([...draw(last).matchAll(/<text x="-5" y="(\d+)" class="r">(\d+)/g)].map(([, y, id]) => [y, id])).toEqual([
      ['17', '9604'],
      ['32', '9614'],
      ['47', '9607'],
      ['62', '9606'],
    ]);
  });
  test.each([
    ['lenient', 'flag lenient', 'set, with a reservation'],
    ['unknown', 'flag unknown', 'not known'],
    ['false', 'flag false', 'not set'],
  ] as const)('a flag that is %s looks different', (value, className, words) => {
    const { timeline } = timedFinding();
    const flags = timeline.flags.map((flag) => ({ ...flag, value }));
    expect(shapes(draw(timedFinding({ timeline: { ...timeline, flags } })), className)).toEqual([
      `3.7037% 46.2958% 2012-03-01 01:00:01 to 2012-03-02 01:00:00: flag backupInProgress: ${words}`,
    ]);
  });
  test('hundreds of spans are not all drawn, and that is said', () => {
    const { timeline } = timedFinding();
    const windows = Array.from({ length: 100 }, () => timeline.windows).flat();
    const { picture } = pictureOf(timedFinding({ timeline: { ...timeline, windows } }));
    expect(picture.leftOut).toBe('78 more spans are not drawn');
  });
});

describe('the axis', () => {
  const ticks = (zone: string, finding = timedFinding()) => {
    const { view, picture } = pictureOf(finding, zone);
    return createAxis(picture, view).ticks.map(({ percent, label }) => `${percent.toFixed(1)} ${label}`);
  };
  test('has round times of UTC', () => {
    expect(ticks('UTC')).toEqual(['1.8 1 Mar', '24.9 12:00', '48.1 2 Mar', '71.2 12:00', '94.4 3 Mar']);
  });
  test('has round times of the display zone', () => {
    expect(ticks('Asia/Kolkata')).toEqual(['14.3 12:00', '37.5 2 Mar', '60.6 12:00', '83.8 3 Mar']);
  });
  test('keeps them where the clock is changed', () => {
    const at = (time: string) => ({ ...timedFinding().evidence[0], time }) as Finding['evidence'][number];
    const timeline = { from: null, to: null, windows: [], missing: [], flags: [] };
    const evidence = [at('2012-03-24T22:00:00.000Z'), at('2012-03-25T04:00:00.000Z')];
    // At 01:00 UTC clocks in Berlin jump from 02:00 to 03:00.
    expect(ticks('Europe/Berlin', timedFinding({ evidence, timeline }))).toEqual([
      '3.7 23:00',
      '19.1 25 Mar',
      '34.6 01:00',
      '50.0 03:00',
      '65.4 04:00',
      '80.9 05:00',
      '96.3 06:00',
    ]);
  });
  test('has fewer where their names are long, so that they do not run into one another at 360 px', () => {
    const at = (time: string) => ({ ...timedFinding().evidence[0], time }) as Finding['evidence'][number];
    const timeline = { from: null, to: null, windows: [], missing: [], flags: [] };
    const evidence = [at('2012-03-24T22:00:04.000Z'), at('2012-03-24T22:00:05.000Z')];
    const names = ticks('UTC', timedFinding({ evidence, timeline })).map((tick) => tick.split(' ')[1] ?? '');
    expect(names).toEqual(['22:00:04', '22:00:04.500', '22:00:05']);
  });
  test('a log without a zone is shown as it was written', () => {
    const local = timedFinding({
      evidence: timedFinding().evidence.map((event) => ({ ...event, timeBasis: 'assumed-local' })),
    });
    expect(ticks('Asia/Kolkata', local)).toEqual(ticks('UTC'));
  });
  test('says what the clock shows at its ends, unless it was changed in between', () => {
    const wall = (zone: string, finding = timedFinding()) => {
      const { view, picture } = pictureOf(finding, zone);
      return createAxis(picture, view).wall?.map((ms) => new Date(ms).toISOString()) ?? null;
    };
    expect(wall('UTC')).toEqual(['2012-02-29T23:04:49.000Z', '2012-03-03T02:55:13.000Z']);
    expect(wall('+05:30')).toEqual(['2012-03-01T04:34:49.000Z', '2012-03-03T08:25:13.000Z']);
    const { evidence } = timedFinding();
    const times = ['2012-03-24T22:00:00.000Z', '2012-03-25T04:00:00.000Z'];
    const timeline = { from: null, to: null, windows: [], missing: [], flags: [] };
    const changed = evidence.slice(0, 2).map((event, index) => ({ ...event, time: times[index] ?? null }));
    expect(wall('Europe/Berlin', timedFinding({ evidence: changed, timeline }))).toBeNull();
  });
});

describe('the picture of a report', () => {
  test('has a lane for each log of each host, by name, and a mark where each finding begins', () => {
    const view = createView(timedReport(), 'UTC');
    const picture = pictureOfReport(view);
    expect(
      picture?.lanes.map((lane) => [lane.label, lane.kind === 'log' ? lane.marks.map(({ title }) => title) : []]),
    ).toEqual([
      ['System', ['2006-03-02 00:58:12 · finding 2: A disk keeps reporting errors']],
      [
        'ex1 Application',
        [
          '2012-03-01 01:00:01 · finding 1: New snapshot backup refused because an earlier Exchange backup was never closed',
        ],
      ],
      ['ex2 System', []],
    ]);
  });
  test('findings that begin together are one mark, called by the weightiest', () => {
    const [first] = timedReport().findings;
    if (first === undefined) throw new Error('no finding');
    const findings = [first, { ...first, title: 'Another one' }, { ...first, title: 'A third one' }];
    const picture = pictureOfReport(createView(timedReport({ findings }), 'UTC'));
    const marks = picture?.lanes.flatMap((lane) => (lane.kind === 'log' ? lane.marks : []));
    expect(marks?.map(({ label, title, finding }) => [label, title, finding])).toEqual([
      ['1 +2', `2012-03-01 01:00:01 · finding 1: ${first.title}; with it 2, 3`, 0],
    ]);
  });
  test('its marks lead to their finding', () => {
    const view = createView(timedReport(), 'UTC');
    const picture = pictureOfReport(view);
    if (picture === null) throw new Error('no picture');
    const svg = drawSvg(picture, view, 'Coverage').html;
    expect(svg.match(/<a href="[^"]*" tabindex="-1"><svg class="[^"]*"/g)).toEqual([
      '<a href="#f2" tabindex="-1"><svg class="m medium"',
      '<a href="#f1" tabindex="-1"><svg class="m high"',
    ]);
  });
});
