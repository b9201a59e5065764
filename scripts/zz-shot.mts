import { readFileSync, writeFileSync } from 'node:fs';
import { reporters } from '/work/f-html/src/core/report/reporters/index.ts';
import { chromium } from '/work/f-html/node_modules/playwright-core/index.mjs';
const [json, name, ...modes] = process.argv.slice(2);
const report = JSON.parse(readFileSync(json!, 'utf8'));
const t=performance.now();
const html = await reporters.html(report, { zone: process.env.ZONE ?? 'UTC' });
console.log('ms', performance.now()-t, 'bytes', Buffer.byteLength(html));
writeFileSync(`/tmp/demo/${name}.html`, html);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const mode of modes) {
  const [w, scheme, what] = mode.split('-');
  const page = await browser.newPage({ viewport: { width: Number(w), height: what === 'pdf' ? 900 : 12000 }, colorScheme: scheme as 'light' });
  page.on('console', m => console.log('console', m.type(), m.text()));
  page.on('pageerror', e => console.log('error', String(e)));
  await page.goto(`file:///tmp/demo/${name}.html`);
  await page.waitForTimeout(200);
  console.log(mode, 'scrollWidth', await page.evaluate(() => document.documentElement.scrollWidth));
  if (what === 'pdf') await page.pdf({ path: `/tmp/demo/${name}.pdf`, format: 'A4' });
  else {
    const h = await page.evaluate(() => document.documentElement.scrollHeight);
    const step = Number(w) < 500 ? 1500 : 1350;
    for (let y = 0, i = 0; y < h && i < 8; y += step, i++)
      await page.screenshot({ path: `/tmp/demo/${name}-${mode}-${i}.png`, clip: { x: 0, y, width: Number(w), height: Math.min(step, h - y) } });
  }
  await page.close();
}
if (process.env.SHEET) {
  const files = process.env.SHEET.split(',');
  const page = await browser.newPage({ viewport: { width: 1500, height: 700 } });
  writeFileSync('/tmp/demo/sheet.html', files.map((f) => `<img src="${f}" style="border:1px solid #888;margin:2px">`).join(''));
  await page.goto('file:///tmp/demo/sheet.html');
  await page.screenshot({ path: '/tmp/demo/sheet.png', fullPage: true });
}
await browser.close();
