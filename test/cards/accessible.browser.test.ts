import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { allRenderings } from './all-cards.ts';
import { openBrowser, openCardPage, openWhatIsFolded, type CardPage } from './card-page.ts';
import { findChromium, noChromium } from './find-chromium.ts';
import { themes } from './host-config.ts';

const executablePath = findChromium();
if (!executablePath) console.log(noChromium);

/** The success criteria of WCAG 2.2, A and AA, and axe's own rules for what a card may hold; those of a whole page have no place here. */
const rules = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
};

describe.skipIf(!executablePath)('with a screen reader, a keyboard or little sight', () => {
  let cards: CardPage;
  let close: () => Promise<void>;
  let lowestContrast = Infinity;
  let checked = 0;

  beforeAll(async () => {
    const browser = await openBrowser(executablePath ?? '');
    close = () => browser.close();
    cards = await openCardPage(browser, 1);
    await cards.page.addScriptTag({ path: join(projectRoot, 'node_modules/axe-core/axe.min.js') });
  });
  afterAll(async () => {
    console.log(`axe: ${checked} looks at cards, lowest contrast of a text ${lowestContrast.toFixed(2)} to 1`);
    await close();
  });

  it.each(allRenderings)('$title breaks no rule of WCAG 2.2 AA in any theme', async ({ card, view }) => {
    const rendered = card.render(view);
    for (const theme of themes) {
      await cards.show(rendered, theme, 320);
      await openWhatIsFolded(cards);
      const { violations, passes } = await cards.page.evaluate<AxeResults>(
        `axe.run('main', ${JSON.stringify(theme === 'light' ? rules : { runOnly: ['color-contrast'], rules: {} })})`,
      );
      const told = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
      expect(told, theme).toEqual([]);
      checked++;
      for (const ratio of passes
        .filter(({ id }) => id === 'color-contrast')
        .flatMap(({ nodes }) => nodes.map(contrast)))
        lowestContrast = Math.min(lowestContrast, ratio);
    }
  });

  it.each(allRenderings)(
    '$title is gone through by the Tab key alone, in the order in which it is read',
    async ({ card, view }) => {
      await cards.show(card.render(view), 'light', 400);
      await openWhatIsFolded(cards);
      const expected = await cards.page.evaluate<string[]>(stops);
      await cards.page.evaluate(
        `(() => {
          const main = document.querySelector('main');
          window.met = [];
          main.tabIndex = -1;
          main.focus();
          main.firstElementChild.addEventListener('focusin', ({ target }) => {
            const stop = target.dataset.stop ?? 'nothing that takes a key';
            if (met.at(-1) !== stop) met.push(stop); // a day has three stops of its own: day, month and year
          });
        })()`,
      );
      const days = await cards.page.locator('main :is(input[type=date], input[type=time])').count();
      for (let left = expected.length + 3 * days; left > 0; left--) await cards.page.keyboard.press('Tab');
      const met = await cards.page.evaluate<string[]>('met');
      expect(met.slice(0, expected.length)).toEqual(expected);
    },
  );
});

it.skipIf(!executablePath)(
  'a host that knows no Action.Execute shows every button, with the same data and its verb',
  async () => {
    const browser = await openBrowser(executablePath ?? '');
    const { page, show } = await openCardPage(browser, 1);
    const buttons = 'AdaptiveCards.GlobalRegistry.defaultActions';
    let shown = 0;
    for (const { title, card, view } of allRenderings) {
      const rendered = card.render(view);
      await page.evaluate(`${buttons}.register('Action.Execute', AdaptiveCards.ExecuteAction)`);
      await show(rendered, 'light', 400);
      const usual = await page.locator('button').allTextContents();
      await page.evaluate(`${buttons}.unregister('Action.Execute')`);
      await show(rendered, 'light', 400);
      expect(await page.locator('button').allTextContents(), title).toEqual(usual);
      shown += usual.length;
    }
    console.log(`without Action.Execute: ${shown} buttons shown as with it`);
    await browser.close();
  },
  240_000,
);

function contrast({ any }: AxeResults['passes'][number]['nodes'][number]): number {
  const ratios = any.flatMap(({ data }: { data?: { contrastRatio?: number } }) => data?.contrastRatio ?? []);
  return Math.min(Infinity, ...ratios.filter((ratio) => ratio > 0));
}

/**
 * Run in the page: numbers all that takes a key, from the top down and from left to right, and names it. A group of radio
 * buttons is one stop, at the chosen one.
 */
const stops = `
  [...document.querySelectorAll('main :is(button, a[href], input, textarea, select, [tabindex="0"])')]
    .filter((element) => element.offsetParent !== null && !element.disabled)
    .filter((element) => {
      const group = element.type === 'radio' ? [...document.getElementsByName(element.name)] : [element];
      return element === (group.find(({ checked }) => checked) ?? group[0]);
    })
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .sort((one, other) => (Math.abs(one.box.top - other.box.top) < 8 ? one.box.left - other.box.left : one.box.top - other.box.top))
    .map(({ element }, n) => (element.dataset.stop = n + ' ' + element.tagName + ' ' + element.textContent.slice(0, 40)))
`;
