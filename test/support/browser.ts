import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
const findPath = (): string | undefined =>
  [process.env.CHROMIUM ?? '', ...usualPaths].find((path) => path !== '' && existsSync(path));

/** Debian's package, where that may be done: by root, unless EVDX_NO_INSTALL says no. */
function install(): string | undefined {
  if (process.getuid?.() !== 0 || process.env.EVDX_NO_INSTALL) return undefined;
  // Another test file may be at it.
  const wait = ['-o', 'DPkg::Lock::Timeout=250'];
  spawnSync('apt-get', [...wait, 'install', '-y', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  return findPath();
}

/** Debian's Chromium, or the one that CHROMIUM names; null, and a loud word, where there is none. */
export async function openBrowser(): Promise<Browser | null> {
  const executablePath = findPath() ?? install();
  if (executablePath !== undefined) return chromium.launch({ executablePath, args: ['--no-sandbox'] });
  console.warn(
    '\n\n!!! NOT TESTED: no Chromium was found at /usr/bin/chromium, /usr/bin/chromium-browser or $CHROMIUM,\n!!! and none could be installed. The tests that look at pages in a browser are skipped.\n',
  );
  return null;
}
