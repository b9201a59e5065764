import { describe, expect, test } from 'vitest';
import { textWidth } from '../../../src/cli/terminal/display-width.ts';
import { renderTerminal, type Screen } from '../../../src/cli/terminal/render.ts';
import { command, type Document } from '../../../src/core/report/outline/document.ts';
import { outlineReport } from '../../../src/core/report/outline/outline.ts';
import { excerptOf } from '../../support/excerpt.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';
import { poisoned } from '../../support/poisoned.ts';
import { fullReport, report } from '../../support/sample-report.ts';

const plain: Screen = { width: 80, colour: false, unicode: true };
const render = (document: Document, over: Partial<Screen> = {}): string =>
  renderTerminal(document, { ...plain, ...over });
const sample = outlineReport(fullReport(), 'UTC');
/** Lines that are copied as a whole may be longer. */
const isWhole = (line: string): boolean => /evdx |https?:|net stop|Repair-Volume/.test(line);

describe('renderTerminal', () => {
  test.each([60, 80, 120])(
    'a report in which everything stands is laid out as it was, at %i columns',
    async (width) => {
      await expect(render(sample, { width })).toMatchFileSnapshot(`report-${width}.snapshot.txt`);
    },
  );
  test.each([40, 60, 72, 80, 119, 120])('no line is wider than %i columns but what is to be copied', (width) => {
    const wide = render(sample, { width })
      .split('\n')
      .filter((line) => textWidth(line) > width && !isWhole(line));
    expect(wide).toEqual([]);
  });
  test('colour changes nothing but colour', () => {
    const coloured = render(sample, { colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours
    expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(render(sample));
    expect(coloured).toContain('\u001b[1;31mhigh severity\u001b[0m');
  });
  test('speaks ASCII where the locale is not UTF-8', () => {
    expect(render(sample, { unicode: false })).toMatch(/^[\n\x20-\x7e]+$/);
  });
  test.each(Object.entries(hostileTexts))('lets nothing through that acts: %s', (_name, text) => {
    const shown = render(outlineReport(poisoned(fullReport(), text.slice(0, 10_000)), 'UTC'));
    expect(
      excerptOf(shown, /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]|\p{Cs}/u),
    ).toBeNull();
  });
  test.each(Object.entries(hostileTexts))('is not made wider by: %s', (_name, text) => {
    const shown = render(outlineReport(poisoned(fullReport(), text.slice(0, 10_000)), 'UTC'));
    const commands = new Set(
      render([command(text.slice(0, 10_000))])
        .split('\n')
        .map((line) => line.trim()),
    );
    const wide = shown
      .split('\n')
      .filter((line) => textWidth(line) > 80 && !isWhole(line) && !commands.has(line.trim()));
    expect(wide).toEqual([]);
  });
  test('a megabyte in a text of the log is cut to what a person reads', () => {
    const text = 'x'.repeat(1 << 20);
    const base = fullReport();
    const findings = base.findings.map((one) => ({
      ...one,
      evidence: one.evidence.map((event) => ({ ...event, text })),
    }));
    expect(render(outlineReport({ ...base, findings }, 'UTC')).length).toBeLessThan(12_000);
  });
  test('an empty report fits on three lines', () => {
    expect(render(outlineReport(report({ sources: [] }), 'UTC'))).toBe(
      [
        'Looked at 0 events in 0 sources with 6 rules; no times in it.',
        '',
        'Could not look: no event was read, so nothing can be said about the machine.',
        '',
      ].join('\n'),
    );
  });
});
