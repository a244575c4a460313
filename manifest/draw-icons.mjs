// Draws colour.png and outline.png from the .svg files beside them: `node manifest/draw-icons.mjs`, where Chromium is
// (CHROMIUM_PATH names it when it is not /usr/bin/chromium). Look at both afterwards.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] });
for (const [name, size] of [
  ['colour', 192],
  ['outline', 32],
]) {
  const svg = await readFile(new URL(`${name}.svg`, import.meta.url), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  const drawn = PNG.sync.read(await page.screenshot({ omitBackground: true }));
  if (name === 'outline') whiten(drawn.data);
  await writeFile(new URL(`${name}.png`, import.meta.url), PNG.sync.write(drawn));
}
await browser.close();

/** Half-transparent edges come out a shade off white; Teams wants no colour but white. */
function whiten(pixels) {
  for (let at = 0; at < pixels.length; at += 4) pixels.fill(255, at, at + 3);
}
