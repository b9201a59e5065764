import { expect, test } from 'vitest';
import { type BrowserPages, judgeAccess, openAll, tall } from './browser-pages.ts';

/** What holds for every page that evdx writes. */
export function testPage(name: string, pages: () => BrowserPages): void {
  test('asks for nothing but itself, and nothing complains', async () => {
    await pages().look(name, tall, async (page, { requests, complaints }) => {
      await openAll(page);
      expect(requests).toEqual([page.url()]);
      expect(complaints).toEqual([]);
    });
  });
  test.each(['light', 'dark'] as const)('breaks no rule of WCAG A and AA: %s', async (colorScheme) => {
    await pages().look(name, { ...tall, colorScheme }, async (page) => {
      await openAll(page);
      const found = await judgeAccess(page);
      expect(found).toEqual({ passes: expect.any(Number), violations: [] });
      expect(found).not.toMatchObject({ passes: 0 });
    });
  });
  test.each([360, 1280])('is no wider than a window of %i px, all parts open', async (width) => {
    await pages().look(name, { viewport: { width, height: 6000 } }, async (page) => {
      await openAll(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    });
  });
  test('on paper nothing stays closed, and there is nothing to press', async () => {
    await pages().look(name, tall, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const hidden =
        '[...document.querySelectorAll("details code")].filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length';
      // The browser draws what was hidden with its next frame.
      await expect.poll(() => page.evaluate(hidden)).toBe(0);
      expect(await page.locator('button').and(page.locator(':visible')).count()).toBe(0);
    });
  });
}
