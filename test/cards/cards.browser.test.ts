import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRenderings } from './all-cards.ts';
import { openBrowser, openCardPage, openWhatIsFolded, type CardPage } from './card-page.ts';
import { findChromium, noChromium } from './find-chromium.ts';
import { actionsOf, walk } from './inspect-card.ts';

const typed = 'Some words';
const executablePath = findChromium();
if (!executablePath) console.log(noChromium);

describe.skipIf(!executablePath)('in a browser', () => {
  let cards: CardPage;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const browser = await openBrowser(executablePath ?? '');
    close = () => browser.close();
    cards = await openCardPage(browser, 1);
  });
  afterAll(() => close());

  it.each(allRenderings)(
    '$title is nowhere cut off on a phone, a small window and a wide one',
    async ({ card, view }) => {
      for (const width of [320, 400, 800]) {
        await cards.show(card.render(view), 'light', width);
        await openWhatIsFolded(cards);
        expect(await cards.page.evaluate<string[]>(cutOff), `${width} pixels wide`).toEqual([]);
      }
    },
  );

  it.each(allRenderings)(
    '$title gives its verb and data, or its link, when a button is pressed',
    async ({ card, view }) => {
      const rendered = card.render(view);
      const pressed: unknown[] = [];
      for (let at = 0, buttons = 1; at < buttons; at += 1) {
        await cards.show(rendered, 'dark', 320);
        await openWhatIsFolded(cards);
        await cards.page.evaluate(fillIn);
        const all = cards.page.locator('button:not([aria-expanded])');
        buttons = await all.count();
        if (buttons > 0) await all.nth(at).click();
        pressed.push(...(await cards.pressed()));
      }
      const offered = actionsOf(rendered).filter(({ type }) => type !== 'Action.ShowCard');
      const asOne = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).sort();
      const given = (action: (typeof offered)[number]) =>
        action.type === 'Action.Execute' && takesInputs(rendered, action)
          ? { ...(action.data as object), ...inputsOf(rendered) }
          : action.data;
      expect(asOne(pressed)).toEqual(
        asOne(
          offered.map((action) => ({ type: action.type, verb: action.verb, data: given(action), url: action.url })),
        ),
      );
    },
  );

  it('runs nothing, loads nothing and stresses nothing that hostile text asks for', async () => {
    const requests: string[] = [];
    cards.page.on('request', (request) => requests.push(request.url()));
    const asked = 'main :is(img, a, script, at, strong, em, s, code, pre, ul, ol, blockquote)';
    for (const { title, card, view } of allRenderings.filter(({ sample }) => sample.startsWith('hostile'))) {
      await cards.show(card.render(view), 'light', 400);
      expect(await cards.page.locator(asked).count(), title).toBe(0);
    }
    expect(requests).toEqual([]);
  });
});

/** Whether what was typed or chosen goes with a press of the button. */
function takesInputs(card: unknown, { associatedInputs }: Readonly<Record<string, unknown>>): boolean {
  return associatedInputs !== 'none' && JSON.stringify(card).includes('"type":"Input.');
}

/** What the inputs of a card hold once every text was typed and every box ticked: choices as the card sets them, no day and no time. */
function inputsOf(card: unknown): Record<string, unknown> {
  const inputs: Record<string, unknown> = {};
  walk(card, ({ type, id, value, valueOn = 'true' }) => {
    if (typeof id !== 'string' || typeof type !== 'string' || !type.startsWith('Input.')) return;
    if (type === 'Input.Text') inputs[id] = typed;
    else if (type === 'Input.Toggle') inputs[id] = valueOn;
    // A choice or a day that was not made is left out.
    else if (value !== undefined && value !== '') inputs[id] = value;
  });
  return inputs;
}

/** Runs in the page: types into every box, and ticks those that keep a button from doing anything until they are ticked. */
const fillIn = `(() => {
  for (const box of document.querySelectorAll('main :is(textarea, input[type=text])')) {
    box.value = ${JSON.stringify(typed)};
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  for (const box of document.querySelectorAll('main .ac-toggleInput input[type=checkbox]')) if (!box.checked) box.click();
})()`;

/** Runs in the page: the words that are wider than their box, or stand outside of the card or the window. */
const cutOff = `
  [...document.querySelectorAll('main *')]
    .filter((box) => [...box.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ''))
    .filter((box) => {
      const isBlock = getComputedStyle(box).display !== 'inline';
      const { left, right } = box.getBoundingClientRect();
      const outside = left < 0 || right > Math.min(innerWidth, document.querySelector('main').getBoundingClientRect().right);
      return outside || (isBlock && box.scrollWidth > box.clientWidth);
    })
    .map((box) => box.tagName + ': ' + box.textContent.slice(0, 60))
    .concat(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [])
`;
