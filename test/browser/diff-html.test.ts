import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Diff } from '../../src/core/model/diff.ts';
import { diffReports } from '../../src/core/report/diff.ts';
import { diffHosts } from '../../src/core/report/diff-hosts.ts';
import { html } from '../../src/core/report/diff-reporters/html/html.ts';
import { diagnoseFiles } from '../../src/node/index.ts';
import { BrowserPages, judgeAccess, tall } from '../support/browser-pages.ts';
import { testPage } from '../support/page-facts.ts';
import { poisoned } from '../support/poisoned.ts';
import { sampleHostDiff, sampleRunDiff } from '../support/sample-diff.ts';

const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(1)>" onload="alert(1)${'x'.repeat(5000)}`;
const casesOf = (...names: readonly string[]) => diagnoseFiles(names.map((name) => `fixtures/cases/${name}`));

/** A real pair and the hosts of a real case, each change once, the same full of hostile text. */
const makers: Readonly<Record<string, () => Promise<Diff> | Diff>> = {
  'a real pair': async () =>
    diffReports(
      await casesOf('kb-253111', 'kb-910250', 'kb-892514'),
      await casesOf('backup-refused', 'kb-910250', 'kb-892514', 'kb-933779'),
    ),
  'the hosts of a real case': async () => diffHosts(await casesOf('backup-refused', 'kb-933779', 'kb-253111')),
  'every change': sampleRunDiff,
  'every difference': sampleHostDiff,
  'hostile runs': () => poisoned(sampleRunDiff(), HOSTILE),
  'hostile hosts': () => poisoned(sampleHostDiff(), HOSTILE),
};

let pages: BrowserPages;
beforeAll(async () => {
  pages = await BrowserPages.open();
  for (const [name, make] of Object.entries(makers))
    pages.write(name, await html(await make(), { zone: 'Europe/Berlin' }));
}, 400_000);
beforeEach((context) => pages.skipUnlessSeen(context));
afterAll(() => pages.close());

describe.each(Object.keys(makers))('the page of %s', (name) => {
  testPage(name, () => pages);
  test('is whole without script', async () => {
    await pages.look(name, { ...tall, javaScriptEnabled: false }, async (page, { complaints }) => {
      expect(complaints).toEqual([]);
      expect(await page.locator('table.sides').isVisible()).toBe(true);
      expect(await page.locator('table.sum').isVisible()).toBe(true);
      expect(await page.locator('table.cmp b').first().isVisible()).toBe(true);
    });
  });
  test.each(['light', 'dark'] as const)('breaks no rule of WCAG A and AA at 360 px: %s', async (colorScheme) => {
    await pages.look(name, { viewport: { width: 360, height: 8000 }, colorScheme }, async (page) => {
      expect(await judgeAccess(page)).toMatchObject({ violations: [] });
    });
  });
});

test('on a narrow screen the cells of a row stand below each other, each with its name', async () => {
  const namesAt = async (width: number) => {
    let names: readonly string[] = [];
    await pages.look('every change', { viewport: { width, height: 6000 } }, async (page) => {
      names = await page.locator('#worse .cap').and(page.locator(':visible')).allTextContents();
    });
    return names;
  };
  expect(await namesAt(1280)).toEqual([]);
  expect(await namesAt(360)).toEqual(['Host', 'Before', 'Now']);
});
