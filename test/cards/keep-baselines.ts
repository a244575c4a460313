import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { baselines, baselinesFolder, draw, isSame, useOwnLetters } from './baselines.ts';
import { openCardPage } from './card-page.ts';
import { toPalettePng } from './palette-png.ts';

/**
 * Draws the kept pictures of the wanted cards anew where they look different, and deletes those of cards that are gone; says
 * how many there are and what they weigh.
 */
export async function keepBaselines(browser: Browser, isWanted: (card: string) => boolean): Promise<string> {
  const cards = await openCardPage(browser, 1);
  await useOwnLetters(cards);
  await mkdir(baselinesFolder, { recursive: true });
  const names = new Set(baselines.map(({ name }) => name));
  for (const file of await readdir(baselinesFolder)) if (!names.has(file)) await rm(join(baselinesFolder, file));
  let weight = 0;
  const wanted = baselines.filter(({ card }) => isWanted(card.name));
  for (const baseline of wanted) {
    const path = join(baselinesFolder, baseline.name);
    const kept = await readFile(path).catch(() => undefined);
    const drawn = await draw(cards, baseline);
    // The rounding of a corner is drawn a shade darker by chance: that is no reason for a new file.
    const png = kept && isSame(PNG.sync.read(kept), drawn) ? kept : toPalettePng(drawn);
    weight += png.length;
    if (png !== kept) await writeFile(path, png);
  }
  return `${wanted.length} pictures in test/cards/baselines, ${Math.ceil(weight / 1024)} KB`;
}
