import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html } from '../../src/core/report/reporters/html/html.ts';
import { diagnoseFiles } from '../../src/node/index.ts';
import { openBrowser } from '../support/browser.ts';
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
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser | null = null;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evdx-html-'));
  for (const name of names) {
    const report = made.get(name) ?? (await diagnoseFiles([`fixtures/cases/${name}`]));
    writeFileSync(join(folder, `${name}.html`), await html(report, { zone: 'Europe/Berlin' }));
  }
  browser = await openBrowser();
}, 400_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** What the page asked for or complained of. */
interface Heard {
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** Opens one report from file:// and looks at it; nothing happens where there is no browser. */
async function look(
  name: string,
  options: BrowserContextOptions,
  see: (page: Page, heard: Heard) => Promise<void>,
): Promise<void> {
  if (browser === null) return;
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  await see(page, { requests, complaints });
  await context.close();
}
const openAll = (page: Page) =>
  page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');

/** As tall as the page: what is out of sight is not drawn and cannot be judged. */
const tall = { viewport: { width: 1280, height: 6000 } };

describe.each(names)('the page of %s', (name) => {
  test('asks for nothing but itself, and nothing complains', async () => {
    await look(name, tall, async (page, { requests, complaints }) => {
      await openAll(page);
      expect(requests).toEqual([page.url()]);
      expect(complaints).toEqual([]);
      expect(await page.locator('h1').textContent()).toMatch(/finding|Found nothing|Could not look/);
    });
  });
  test.each(['light', 'dark'] as const)('breaks no rule of WCAG A and AA: %s', async (colorScheme) => {
    await look(name, { ...tall, colorScheme }, async (page) => {
      await openAll(page);
      await page.evaluate(axe.source);
      const found = await page.evaluate(
        `axe.run({ runOnly: ${JSON.stringify(RULES)} }).then(({ violations, passes }) => ({ passes: passes.length, violations: violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html + failureSummary).join('\\n')) }))`,
      );
      expect(found).toEqual({ passes: expect.any(Number), violations: [] });
      expect(found).not.toMatchObject({ passes: 0 });
    });
  });
  test.each([360, 1280])('is no wider than a window of %i px, all parts open', async (width) => {
    await look(name, { viewport: { width, height: 6000 } }, async (page) => {
      await openAll(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    });
  });
  test('is whole without script', async () => {
    await look(name, { ...tall, javaScriptEnabled: false }, async (page, { complaints }) => {
      expect(complaints).toEqual([]);
      expect(await page.locator('.finding').count()).toBeGreaterThan(0);
      expect(await page.locator('.finding h3').first().isVisible()).toBe(true);
      expect(await page.locator('table.ev').first().isVisible()).toBe(true);
      expect(await page.locator('.copy').first().isVisible()).toBe(false);
    });
  });
  test('on paper nothing stays closed, and there is nothing to press', async () => {
    await look(name, tall, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const hidden =
        '[...document.querySelectorAll("details code")].filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length';
      // The browser draws what was hidden with its next frame.
      await expect.poll(() => page.evaluate(hidden)).toBe(0);
      expect(await page.locator('button').and(page.locator(':visible')).count()).toBe(0);
    });
  });
});

describe('the script', () => {
  test('makes a time line wider, keeps its names in sight, and back', async () => {
    await look('everything', { viewport: { width: 1280, height: 900 } }, async (page) => {
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
    await look('everything', { viewport: { width: 1280, height: 900 } }, async (page) => {
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
    await look('everything', { viewport: { width: 1280, height: 900 } }, async (page) => {
      const button = page.locator('.finding .copy:visible').first();
      await button.click();
      await expect.poll(() => page.locator('#said').textContent()).toMatch(/Copied|Selected/);
    });
  });
});
