import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { diffReports } from '../../src/core/report/diff.ts';
import { html as diffHtml } from '../../src/core/report/diff-reporters/html/html.ts';
import { html } from '../../src/core/report/reporters/html/html.ts';
import { BrowserPages } from '../support/browser-pages.ts';
import { largeReport } from '../support/large-report.ts';
import { reportOf } from '../support/sample-diff.ts';

const LIMIT_MS = 1000;
/** Other work on this machine makes an opening slower, nothing makes one faster: one in time shows what the page can do. */
const OPENINGS = 7;

/**
 * From the start of the navigation to the end of the load event, to the first paint, and to the second frame after the load; or to the frame in which
 * the paint is known, which may be a later one.
 */
const MEASURE = `new Promise((done) => {
  const look = () => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (paint === undefined) requestAnimationFrame(look);
    else
      done({
        loaded: performance.getEntriesByType('navigation')[0].loadEventEnd,
        painted: paint.startTime,
        drawn: performance.now(),
      });
  };
  requestAnimationFrame(() => requestAnimationFrame(look));
})`;
interface Opening {
  readonly loaded: number;
  readonly painted: number;
  readonly drawn: number;
}

let pages: BrowserPages;
beforeAll(async () => {
  const large = largeReport();
  // Each finding its own: a thousand rows.
  const findings = large.findings.map((finding, index) => ({
    ...finding,
    fingerprint: index.toString(16).padStart(16, '0'),
  }));
  const diff = diffReports(reportOf(['server-0']), { ...large, findings });
  pages = await BrowserPages.open();
  pages.write('report', await html(large, { zone: 'UTC' }));
  pages.write('comparison', await diffHtml(diff, { zone: 'UTC' }));
}, 400_000);
beforeEach((context) => pages.skipUnlessSeen(context));
afterAll(() => pages.close());

test.each(['report', 'comparison'])('a %s of 1,000 findings over 50 hosts opens in under a second', async (name) => {
  let best: Opening = { loaded: Infinity, painted: Infinity, drawn: Infinity };
  const slowest = (): number => Math.max(best.painted, best.loaded, best.drawn);
  for (let opening = 0; opening < OPENINGS && slowest() >= LIMIT_MS; opening++)
    await pages.look(name, { viewport: { width: 1280, height: 900 } }, async (page) => {
      const one = await page.evaluate<Opening>(MEASURE);
      // A page that was not loaded yet would say 0.
      expect(Math.min(one.painted, one.loaded)).toBeGreaterThan(0);
      expect(one.drawn).toBeGreaterThan(one.loaded);
      if (one.drawn < best.drawn) best = one;
    });
  expect(slowest()).toBeLessThan(LIMIT_MS);
});
