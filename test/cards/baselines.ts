import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { projectRoot } from '../../src/project-root.ts';
import { allCards, type SampledCard } from './all-cards.ts';
import { openWhatIsFolded, type CardPage } from './card-page.ts';
import type { Theme } from './host-config.ts';

/** One look at one card that is kept as a picture. */
export interface Baseline {
  readonly name: string;
  readonly card: SampledCard;
  readonly view: unknown;
  readonly theme: Theme;
  readonly width: number;
}

export const baselinesFolder = join(projectRoot, 'test', 'cards', 'baselines');
const looks = [
  { theme: 'light', width: 320 },
  { theme: 'dark', width: 800 },
] as const;

/** Every card with the first of its samples, and as it is for several schools, on a phone in light colours and wide in dark ones. */
export const baselines: readonly Baseline[] = allCards.flatMap((card) =>
  Object.entries(card.samples)
    .filter(([sample], at) => at === 0 || sample === 'several')
    .flatMap(([sample, view], at) =>
      looks.map(({ theme, width }) => ({
        name: `${card.name.replace('/', '-')}${at === 0 ? '' : `.${sample}`}.${width}.png`,
        card,
        view,
        theme,
        width,
      })),
    ),
);

const letters = ['DejaVuSans', 'DejaVuSans-Bold'].map((file, at) => {
  const font = readFileSync(join(projectRoot, 'node_modules/dejavu-fonts-ttf/ttf', `${file}.ttf`), 'base64');
  return `@font-face { font-family: Kept; font-weight: ${at === 0 ? 400 : 700}; src: url(data:font/ttf;base64,${font}) }`;
});

/** Gives the page the letters of the project's own PDFs, so that a picture does not depend on the fonts of a machine. */
export async function useOwnLetters({ page }: CardPage): Promise<void> {
  await page.addStyleTag({ content: `${letters.join('\n')} main, main * { font-family: Kept !important }` });
  await page.evaluate("Promise.all([document.fonts.load('400 14px Kept'), document.fonts.load('700 14px Kept')])");
}

export async function draw(cards: CardPage, { card, view, theme, width }: Baseline): Promise<PNG> {
  await cards.show(card.render(view), theme, width);
  await openWhatIsFolded(cards);
  await cards.page.mouse.move(0, 0); // what the pointer rests on is drawn another shade
  return PNG.sync.read(await cards.page.locator('main').screenshot({ animations: 'disabled', caret: 'hide' }));
}

/** How many points are averaged into one, across and down: what two browsers draw differently is the edges of letters. */
const block = 4;
/** From this difference of colour on (of 1) an averaged point counts. */
const threshold = 0.15;
/** So many averaged points may differ. */
export const mostDifferent = 8;

/**
 * The averaged points in which two pictures differ, and a picture of them; all of them where one is taller by more than a
 * line or wider.
 */
export function differences(kept: PNG, drawn: PNG): { count: number; picture: PNG } {
  const width = Math.ceil(Math.max(kept.width, drawn.width) / block);
  const height = Math.ceil(Math.max(kept.height, drawn.height) / block);
  const picture = new PNG({ width, height });
  const count = pixelmatch(averaged(kept, width, height), averaged(drawn, width, height), picture.data, width, height, {
    threshold,
    includeAA: true,
  });
  return { count, picture };
}

/** Whether two pictures are the same point by point, but for what the eye does not see. */
export function isSame(kept: PNG, drawn: PNG): boolean {
  const { width, height } = drawn;
  if (kept.width !== width || kept.height !== height) return false;
  return pixelmatch(kept.data, drawn.data, undefined, width, height, { threshold: 0.1, includeAA: true }) === 0;
}

function averaged({ data, width, height }: PNG, columns: number, rows: number): Uint8Array {
  const small = new Uint8Array(columns * rows * 4).fill(255);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 0;
        let points = 0;
        for (let y = row * block; y < Math.min(height, (row + 1) * block); y += 1) {
          for (let x = column * block; x < Math.min(width, (column + 1) * block); x += 1) {
            sum += data[(y * width + x) * 4 + channel] ?? 0;
            points += 1;
          }
        }
        // Beyond the edge of the smaller picture there is nothing: black, as no card is all over.
        small[(row * columns + column) * 4 + channel] = points === 0 ? 0 : Math.round(sum / points);
      }
    }
  }
  return small;
}
