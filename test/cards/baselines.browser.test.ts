import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { baselines, baselinesFolder, differences, draw, mostDifferent, useOwnLetters } from './baselines.ts';
import { openBrowser, openCardPage, type CardPage } from './card-page.ts';
import { findChromium, noChromium } from './find-chromium.ts';

const executablePath = findChromium();
if (!executablePath) console.log(noChromium);
const output = join(projectRoot, 'output', 'baselines');

describe.skipIf(!executablePath)('the cards look as they were last looked at', () => {
  let cards: CardPage;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const browser = await openBrowser(executablePath ?? '');
    close = () => browser.close();
    cards = await openCardPage(browser, 1);
    await useOwnLetters(cards);
    await mkdir(output, { recursive: true });
  });
  afterAll(() => close());

  it('keeps one picture of each look, and none of what is gone', () => {
    expect(readdirSync(baselinesFolder).sort()).toEqual(baselines.map(({ name }) => name).sort());
  });

  it.each(baselines.filter(({ name }) => existsSync(join(baselinesFolder, name))))('$name', async (baseline) => {
    const kept = PNG.sync.read(readFileSync(join(baselinesFolder, baseline.name)));
    const drawn = await draw(cards, baseline);
    const { count, picture } = differences(kept, drawn);
    if (count > mostDifferent) {
      await writeFile(join(output, baseline.name), PNG.sync.write(drawn));
      await writeFile(join(output, baseline.name.replace('.png', '.differs.png')), PNG.sync.write(picture));
    }
    const advice = `looks different; see output/baselines/${baseline.name}. Where it should: npm run gallery -- --keep ${baseline.card.name}`;
    expect(count, advice).toBeLessThanOrEqual(mostDifferent);
  });
});
