import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.ts';
import { allRenderings } from './all-cards.ts';
import { openBrowser, openCardPage } from './card-page.ts';
import { findChromium, noChromium } from './find-chromium.ts';

// `npm run pictures`: the cards that README.md shows, as the gallery draws them, into docs/pictures.

const shown: Readonly<Record<string, string>> = {
  'answering/answer typical': 'answer',
  'incidents/receipt saved': 'report',
  'versions/changes typical': 'changes',
  'signoffs/ask typical': 'signature',
};
const width = 480;
const mostBytes = 60 * 1024;
const folder = join(projectRoot, 'docs', 'pictures');

const executablePath = findChromium();
if (!executablePath) {
  console.error(noChromium);
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const browser = await openBrowser(executablePath);
const { page, show } = await openCardPage(browser, 1);
for (const { card, sample, view } of allRenderings) {
  const name = shown[`${card.name} ${sample}`];
  if (name === undefined) continue;
  const path = join(folder, `${name}.png`);
  await show(card.render(view), 'light', width);
  await page.locator('main').screenshot({ path });
  const { size } = await stat(path);
  console.log(`${path}: ${Math.ceil(size / 1024)} KB`);
  if (size > mostBytes) process.exitCode = 1;
}
await browser.close();
