import { chromium, type Browser, type Page } from 'playwright-core';

/** The Playground's page for one person, as a browser shows it. */
export interface PlaygroundPage {
  readonly page: Page;
  /** Writes in the open chat and waits for at least `replies` new cards; returns their texts. */
  say(text: string, replies?: number): Promise<string[]>;
  /** The texts of all cards in the open chat, oldest first. */
  cards(): Promise<string[]>;
  /** Presses the last button with this name and waits until the cards read differently. */
  press(button: string): Promise<string[]>;
  /** Writes into the last text field with this label. */
  fill(label: string, text: string): Promise<void>;
  /** Chooses in the last list with this label. */
  choose(label: string, choice: string): Promise<void>;
  /** Ticks the box, or presses the knob, with this label on the last card. */
  tick(choice: string): Promise<void>;
  /** Opens another chat or a channel of the team, by how the list of chats names it. */
  goTo(chat: string): Promise<void>;
  /** Posts these words in the open channel, after an @mention of the bot. */
  post(text: string): Promise<void>;
  /** Waits until a card holds all these words; returns the text of the last such card. */
  shows(...words: string[]): Promise<string>;
}

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'].concat(
  '--disable-background-networking',
  '--disable-component-update',
);

/** A headless browser that is kept from everything but this machine. */
export async function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags });
}

/** Opens `url` and waits until a message can be written. */
export async function openPlayground(browser: Browser, url: string): Promise<PlaygroundPage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await page.route('**/*', (route) => {
    const { hostname } = new URL(route.request().url());
    return ['127.0.0.1', 'localhost'].includes(hostname) ? route.continue() : route.abort();
  });
  await page.goto(url);
  // Not any text box: a form on a card has some too, and may stand above it.
  const box = page.locator('[contenteditable=true][role=textbox]');
  await box.waitFor({ timeout: 60_000 });
  await page.locator('.ac-adaptiveCard').first().waitFor({ timeout: 60_000 }); // the welcome
  const cards = () => page.locator('.ac-adaptiveCard').allInnerTexts();
  const changed = async (before: string[], enough: (now: string[]) => boolean) => {
    const end = Date.now() + 20_000;
    for (;;) {
      const now = await cards();
      if (enough(now) && now.join() !== before.join()) return now;
      if (Date.now() > end)
        throw new Error(`The Playground shows no new card after 20 s. It shows:\n${now.join('\n--\n')}`);
      await page.waitForTimeout(100);
    }
  };
  return {
    page,
    cards,
    async say(text, replies = 1) {
      const before = await cards();
      await box.click();
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
      const now = await changed(before, ({ length }) => length >= before.length + replies);
      return now.slice(before.length);
    },
    async press(button) {
      const before = await cards();
      await page.getByRole('button', { name: button, exact: true }).last().click();
      return changed(before, ({ length }) => length >= before.length);
    },
    fill: (label, text) => page.getByLabel(label).last().fill(text),
    async choose(label, choice) {
      await page.getByRole('combobox', { name: label }).last().click();
      await page.getByRole('option', { name: choice, exact: true }).last().click();
    },
    // The newest card that has it: what comes by itself meanwhile may stand below.
    tick: (choice) =>
      page
        .locator('.ac-adaptiveCard')
        .filter({ has: page.getByText(choice, { exact: true }) })
        .last()
        .getByText(choice, { exact: true })
        .last()
        .click(),
    async goTo(chat) {
      await page.getByRole('treeitem', { name: chat, exact: true }).click();
      await box.first().waitFor();
    },
    async post(text) {
      await box.first().click();
      await page.keyboard.type('@Staffroom');
      await page.getByRole('menuitem', { name: 'Staffroom' }).click();
      await page.keyboard.insertText(` ${text}`);
      await page.getByRole('button', { name: 'Post', exact: true }).click();
    },
    async shows(...words) {
      const end = Date.now() + 20_000;
      for (;;) {
        const now = await cards();
        const found = now.findLast((card) => words.every((word) => card.includes(word)));
        if (found !== undefined) return found;
        if (Date.now() > end) throw new Error(`No card says "${words.join('", "')}":\n${now.join('\n--\n')}`);
        await page.waitForTimeout(100);
      }
    },
  };
}
