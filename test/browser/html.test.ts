import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { html } from '../../src/core/report/reporters/html/html.ts';
import { diagnoseFiles } from '../../src/node/index.ts';
import { BrowserPages, tall } from '../support/browser-pages.ts';
import { testPage } from '../support/page-facts.ts';
import { poisonedReport, timedReport } from '../support/timed-report.ts';

/** A script, an image that is not there, and words without end. */
const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(1)>" onload="alert(1)${'x'.repeat(5000)}`;

/** Three real cases; a report in which every list and every kind of shape is; the same full of hostile text. */
const cases = ['backup-refused', 'kb-253111', 'kb-910250'];
const made = new Map([
  ['everything', timedReport()],
  ['hostile', poisonedReport(HOSTILE)],
]);
const names = [...cases, ...made.keys()];

let pages: BrowserPages;
beforeAll(async () => {
  pages = await BrowserPages.open();
  for (const name of names) {
    const report = made.get(name) ?? (await diagnoseFiles([`fixtures/cases/${name}`]));
    pages.write(name, await html(report, { zone: 'Europe/Berlin' }));
  }
}, 400_000);
beforeEach((context) => pages.skipUnlessSeen(context));
afterAll(() => pages.close());

describe.each(names)('the page of %s', (name) => {
  testPage(name, () => pages);
  test('has the answer for its heading', async () => {
    await pages.look(name, tall, async (page) => {
      expect(await page.locator('h1').textContent()).toMatch(/finding|Found nothing|Could not look/);
    });
  });
  test('is whole without script', async () => {
    await pages.look(name, { ...tall, javaScriptEnabled: false }, async (page, { complaints }) => {
      expect(complaints).toEqual([]);
      expect(await page.locator('.finding').count()).toBeGreaterThan(0);
      expect(await page.locator('.finding h3').first().isVisible()).toBe(true);
      expect(await page.locator('table.ev').first().isVisible()).toBe(true);
      expect(await page.locator('.copy').first().isVisible()).toBe(false);
    });
  });
});

describe('the script', () => {
  test('makes a time line wider, keeps its names in sight, and back', async () => {
    await pages.look('everything', { viewport: { width: 1280, height: 900 } }, async (page) => {
      const figure = page.locator('.finding .tl').first();
      await figure.scrollIntoViewIfNeeded();
      const width = async () => (await figure.locator('svg').first().boundingBox())?.width ?? 0;
      const before = await width();
      await figure.getByRole('button', { name: 'Zoom in' }).click();
      await figure.getByRole('button', { name: 'Zoom in' }).click();
      expect(await width()).toBeCloseTo(before * 4, 0);
      const scroll = figure.locator('.scroll');
      await expect.poll(() => figure.locator('.lane').first().getAttribute('x')).not.toBe('0');
      expect(await scroll.getAttribute('tabindex')).toBe('0');
      await expect
        .poll(() => figure.locator('.live text').allTextContents())
        .toEqual(['20:00', '22:00', '2 Mar', '02:00', '04:00', '06:00', '08:00']);
      await figure.getByRole('button', { name: 'Fit' }).click();
      expect(await width()).toBeCloseTo(before, 0);
      expect(await scroll.getAttribute('tabindex')).toBeNull();
    });
  });
  test('tells what a mark is, and shows its row', async () => {
    await pages.look('everything', { viewport: { width: 1280, height: 900 } }, async (page) => {
      const finding = page.locator('.finding').first();
      await finding.locator('.tl').scrollIntoViewIfNeeded();
      // What comes into sight is drawn only then, and moves the marks.
      const point = async () => {
        await finding.locator('.m circle').first().hover({ force: true });
        return finding.locator('.readout').textContent();
      };
      await expect.poll(point).toBe('2012-03-01 02:00:01 +01:00 · MSExchangeIS 9606 · prepared');
      expect(await finding.locator('tr.lit').textContent()).toContain('MSExchangeIS 9606');
    });
  });
  test('copies a command, or selects it', async () => {
    await pages.look('everything', { viewport: { width: 1280, height: 900 } }, async (page) => {
      const button = page.locator('.finding .copy:visible').first();
      await button.click();
      await expect.poll(() => page.locator('#said').textContent()).toMatch(/Copied|Selected/);
    });
  });
});
