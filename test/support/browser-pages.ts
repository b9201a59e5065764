import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { TestContext } from 'vitest';
import { openBrowser } from './browser.ts';

/** What the page asked for or complained of. */
export interface Heard {
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}
/** How the page is looked at. */
interface View {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly javaScriptEnabled?: boolean;
}

/** A page that is open for one look after the other: a new one each time costs more than the look. */
class Tab {
  #requests: string[] = [];
  #complaints: string[] = [];
  readonly page: Page;
  private constructor(page: Page) {
    this.page = page;
    page.on('request', (request) => this.#requests.push(request.url()));
    page.on('console', (message) => this.#complaints.push(message.text()));
    page.on('dialog', (dialog) => {
      this.#complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => this.#complaints.push(String(error)));
  }
  static async open(browser: Browser, javaScriptEnabled: boolean): Promise<Tab> {
    return new Tab(await (await browser.newContext({ javaScriptEnabled })).newPage());
  }

  async goto(url: string, { viewport, colorScheme = 'light' }: View): Promise<Heard> {
    // What the page before says on its way out is not of this one.
    await this.page.goto('about:blank');
    [this.#requests, this.#complaints] = [[], []];
    await this.page.setViewportSize(viewport);
    await this.page.emulateMedia({ media: null, colorScheme });
    await this.page.goto(url);
    return { requests: this.#requests, complaints: this.#complaints };
  }
}

/** Pages as files, and a browser that opens them. */
export class BrowserPages {
  readonly #folder = mkdtempSync(join(tmpdir(), 'evdx-html-'));
  readonly #browser: Browser | null;
  readonly #tabs = new Map<boolean, Tab>();
  private constructor(browser: Browser | null) {
    this.#browser = browser;
  }
  static async open(): Promise<BrowserPages> {
    return new BrowserPages(await openBrowser());
  }

  /** To be asked before each test: what no browser showed has not passed. */
  skipUnlessSeen({ skip }: TestContext): void {
    skip(this.#browser === null, 'no browser');
  }

  write(name: string, html: string): void {
    writeFileSync(join(this.#folder, `${name}.html`), html);
  }

  /** Opens one page from file:// and looks at it. */
  async look(name: string, view: View, see: (page: Page, heard: Heard) => Promise<void>): Promise<void> {
    if (this.#browser === null) throw new Error('there is no browser: a test that looks has to be skipped');
    const { javaScriptEnabled = true } = view;
    const tab = this.#tabs.get(javaScriptEnabled) ?? (await Tab.open(this.#browser, javaScriptEnabled));
    this.#tabs.set(javaScriptEnabled, tab);
    const heard = await tab.goto(pathToFileURL(join(this.#folder, `${name}.html`)).href, view);
    await see(tab.page, heard);
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
