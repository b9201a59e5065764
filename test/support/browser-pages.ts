import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';

/** What the page asked for or complained of. */
export interface Heard {
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** Pages as files, and a browser that opens them; nothing is looked at where there is none. */
export class BrowserPages {
  readonly #folder = mkdtempSync(join(tmpdir(), 'evdx-html-'));
  readonly #browser: Browser | null;
  private constructor(browser: Browser | null) {
    this.#browser = browser;
  }
  static async open(): Promise<BrowserPages> {
    return new BrowserPages(await openBrowser());
  }

  get canLook(): boolean {
    return this.#browser !== null;
  }

  write(name: string, html: string): void {
    writeFileSync(join(this.#folder, `${name}.html`), html);
  }

  /** Opens one page from file:// and looks at it. */
  async look(
    name: string,
    options: BrowserContextOptions,
    see: (page: Page, heard: Heard) => Promise<void>,
  ): Promise<void> {
    if (this.#browser === null) return;
    const context = await this.#browser.newContext(options);
    const page = await context.newPage();
    const [requests, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(pathToFileURL(join(this.#folder, `${name}.html`)).href);
    await see(page, { requests, complaints });
    await context.close();
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.#folder, { recursive: true });
  }
}

/** As tall as the page: what is out of sight is not drawn and cannot be judged. */
export const tall = { viewport: { width: 1280, height: 6000 } };

export const openAll = (page: Page) =>
  page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What breaks WCAG A or AA; how many rules were kept tells that any was asked. */
export async function judgeAccess(page: Page): Promise<unknown> {
  await page.evaluate(axe.source);
  return page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(RULES)} }).then(({ violations, passes }) => ({ passes: passes.length, violations: violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html + failureSummary).join('\\n')) }))`,
  );
}
