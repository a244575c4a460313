import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.ts';
import { allRenderings } from './all-cards.ts';
import { keepBaselines } from './keep-baselines.ts';
import { openBrowser, openCardPage, openWhatIsFolded } from './card-page.ts';
import { findChromium, noChromium } from './find-chromium.ts';
import { themes } from './host-config.ts';

// `npm run gallery`: every card with every sample, light, dark and in high contrast, on a phone and wide, into output/gallery. With words
// behind it only the cards whose names begin so: `npm run gallery -- versions incidents/receipt`. With `--keep` before them it
// draws nothing into output, and renews the pictures that test/cards/baselines.browser.test.ts compares with.

const widths = [320, 800];
const keeps = process.argv[2] === '--keep';
const wanted = process.argv.slice(keeps ? 3 : 2);
const isWanted = (name: string) => wanted.length === 0 || wanted.some((word) => name.startsWith(word));
const folder = join(projectRoot, 'output', 'gallery');

const executablePath = findChromium();
if (!executablePath) {
  console.error(noChromium);
  process.exit(2);
}

const browser = await openBrowser(executablePath);
if (keeps) {
  console.log(await keepBaselines(browser, isWanted));
  await browser.close();
  process.exit();
}
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const { page, show } = await openCardPage(browser);
const figures: string[] = [];
const pictures = allRenderings.filter(({ card }) => isWanted(card.name));
for (const { card, sample, view, title } of pictures) {
  figures.push(`<h2>${title}</h2>`);
  const rendered = card.render(view);
  for (const theme of themes) {
    for (const width of widths) {
      const file = `${card.name.replace('/', '-')}.${sample}.${theme}.${width}.png`;
      await show(rendered, theme, width);
      await openWhatIsFolded({ page });
      await page.locator('main').screenshot({ path: join(folder, file) });
      figures.push(
        `<img src="${file}" width="${width}" alt="${title}, ${theme}, ${width} pixels wide" loading="lazy">`,
      );
    }
  }
}
await browser.close();
await writeFile(join(folder, 'index.html'), galleryPage(figures));
console.log(
  `${pictures.length * themes.length * widths.length} pictures in ${join('output', 'gallery', 'index.html')}`,
);

function galleryPage(lines: readonly string[]): string {
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>All cards</title>
<style>body { font: 16px sans-serif; margin: 24px; background: #ddd } img { vertical-align: top; margin: 0 12px 12px 0 }</style>
<h1>All cards</h1>
${lines.join('\n')}
</html>
`;
}
