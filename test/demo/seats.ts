import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { projectRoot } from '../../src/project-root.ts';
import { openBrowser, openPlayground, type PlaygroundPage } from './playground-page.ts';
import { startDemo, type Demo } from './start-demo.ts';

/** The pages of three people of one school. */
export interface SchoolSeats {
  readonly teacher: PlaygroundPage;
  readonly dsl: PlaygroundPage;
  readonly head: PlaygroundPage;
}

/** The demo and the pages of its people, in one browser. */
interface AllSeats {
  readonly demo: Demo;
  readonly browser: Browser;
  readonly schools: readonly SchoolSeats[];
  /** Somebody of the central team, where there are several schools. */
  readonly central: PlaygroundPage | undefined;
  /** Keeps the last card that holds these words in output/demo, as it is and 320 pixels wide. */
  picture(of: PlaygroundPage, name: string, words?: string): Promise<void>;
  end(): Promise<void>;
}

/** The same with the three people of the sample school by name. */
export type Seats = AllSeats & SchoolSeats;

export const pictures = join(projectRoot, 'output/demo');
/** In the lower of the two windows cards are as wide as on a small phone. */
const usual = { width: 1280, height: 2200 };
const narrow = { width: 1280, height: 2100 };
const narrowCards = `@media (max-height: ${narrow.height}px) { .ac-adaptiveCard { width: 320px !important } }`;

/** Starts the demo and opens a page for each of its people. */
export async function openSeats(executablePath: string, { schools: count = 1 } = {}): Promise<Seats> {
  mkdirSync(pictures, { recursive: true });
  const [demo, browser] = await Promise.all([startDemo({ schools: count }), openBrowser(executablePath)]);
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
    const seatsOf = async ([teacher, dsl, head]: readonly string[]): Promise<SchoolSeats> => ({
      teacher: await open(teacher),
      dsl: await open(dsl),
      head: await open(head),
    });
    const sample = await seatsOf(demo.urls);
    const schools = [sample];
    for (let at = 1; at < count; at += 1) schools.push(await seatsOf(demo.urls.slice(3 * at)));
    return {
      ...{ demo, browser, end, schools, ...sample },
      central: count > 1 ? await open(demo.urls.at(-1)) : undefined,
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
