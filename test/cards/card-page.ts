import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { AdaptiveCardJson } from '../../src/cards/define-card.ts';
import { projectRoot } from '../../src/project-root.ts';
import { hostConfig, pageStyles, type Theme } from './host-config.ts';

/** What the renderer handed out when a button was pressed. */
export interface Pressed {
  readonly type: string;
  readonly verb?: string;
  readonly data?: unknown;
  readonly url?: string;
}

/** A browser page that shows one card at a time in the official renderer. */
export interface CardPage {
  readonly page: Page;
  readonly show: (card: AdaptiveCardJson, theme: Theme, width: number) => Promise<void>;
  /** What was pressed since the card was shown, in order. */
  readonly pressed: () => Promise<Pressed[]>;
}

export async function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] });
}

/** Opens a page that can render cards and reach nothing: every request is refused. */
export async function openCardPage(browser: Browser, deviceScaleFactor = 2): Promise<CardPage> {
  const page = await browser.newPage({ deviceScaleFactor });
  page.setDefaultTimeout(5_000);
  await page.route('**/*', (route) => route.abort());
  await page.setContent('<!doctype html><html lang="en-GB"><title>Card</title><style></style><main></main></html>');
  await page.addScriptTag({ path: join(projectRoot, 'node_modules/adaptivecards/dist/adaptivecards.min.js') });
  await page.addScriptTag({ path: join(projectRoot, 'node_modules/markdown-it/dist/markdown-it.min.js') });
  await page.addScriptTag({ content: showCardScript });
  return {
    page,
    async show(card, theme, width) {
      await page.setViewportSize({ width, height: 600 });
      await page.evaluate(
        `showCard(${JSON.stringify({ card, config: hostConfig(theme), styles: pageStyles(theme) })})`,
      );
    },
    pressed: () => page.evaluate<Pressed[]>('pressed'),
  };
}

/** Opens what an `Action.ShowCard` keeps folded. */
export async function openWhatIsFolded({ page }: Pick<CardPage, 'page'>): Promise<void> {
  const folded = page.locator('button[aria-expanded="false"]');
  for (let left = await folded.count(); left > 0; left--) await folded.first().click();
}

/** Runs in the page: `showCard` renders, `pressed` collects. */
const showCardScript = `
  var pressed = [];
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownit().render(text);
    result.didProcess = true;
  };
  function showCard({ card, config, styles }) {
    pressed = [];
    const adaptiveCard = new AdaptiveCards.AdaptiveCard();
    adaptiveCard.hostConfig = new AdaptiveCards.HostConfig(config);
    adaptiveCard.onExecuteAction = (action) => pressed.push({
      type: action.getJsonTypeName(), verb: action.verb, data: action.data, url: action.url,
    });
    adaptiveCard.parse(card);
    document.querySelector('style').textContent = styles;
    document.querySelector('main').replaceChildren(adaptiveCard.render());
  }
`;
