import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { projectRoot } from '../../src/project-root.ts';
import { openBrowser, openPlayground, type PlaygroundPage } from './playground-page.ts';
import { startDemo, type Demo } from './start-demo.ts';

/** The demo and the pages of its three people, in one browser. */
export interface Seats {
  readonly demo: Demo;
  readonly browser: Browser;
  readonly teacher: PlaygroundPage;
  readonly dsl: PlaygroundPage;
  readonly head: PlaygroundPage;
  /** Keeps the last card that holds these words in output/demo, as it is and 320 pixels wide. */
  picture(of: PlaygroundPage, name: string, words?: string): Promise<void>;
  end(): Promise<void>;
}

export const pictures = join(projectRoot, 'output/demo');
/** In the lower of the two windows cards are as wide as on a small phone. */
const usual = { width: 1280, height: 2200 };
const narrow = { width: 1280, height: 2100 };
const narrowCards = `@media (max-height: ${narrow.height}px) { .ac-adaptiveCard { width: 320px !important } }`;

/** Starts the demo and opens a page for each of its people. */
export async function openSeats(executablePath: string): Promise<Seats> {
  mkdirSync(pictures, { recursive: true });
  const [demo, browser] = await Promise.all([startDemo(), openBrowser(executablePath)]);
  const end = async () => {
    await browser.close();
    demo.end('SIGKILL');
    await demo.ended;
  };
  const open = async (url: string | undefined): Promise<PlaygroundPage> => {
    const opened = await openPlayground(browser, url ?? '');
    await opened.page.setViewportSize(usual);
    await opened.page.addStyleTag({ content: narrowCards });
    return opened;
  };
  try {
    const [forTeacher, forDsl, forHead] = demo.urls;
    return {
      ...{ demo, browser, end },
      ...{ teacher: await open(forTeacher), dsl: await open(forDsl), head: await open(forHead) },
      async picture({ page }, name, words = '') {
        const card = page.locator('.ac-adaptiveCard', { hasText: words }).last();
        await card.screenshot({ path: join(pictures, `${name}.png`) });
        await page.setViewportSize(narrow);
        await card.screenshot({ path: join(pictures, `${name}-320.png`) });
        await page.setViewportSize(usual);
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
