import { mkdirSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { findChromium, noChromium } from '../cards/find-chromium.ts';
import { openBrowser, openPlayground, type PlaygroundPage } from './playground-page.ts';
import { startDemo, startsInTurnWithin, takeTurn, type Demo } from './start-demo.ts';

const chromium = findChromium();
if (!chromium) console.warn(noChromium);

const pictures = join(projectRoot, 'output/demo');
let demo: Demo;
let urls: readonly string[];

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  demo = await startDemo();
  urls = demo.urls;
}, startsInTurnWithin);

afterAll(async () => {
  demo?.end('SIGKILL');
  await demo?.ended;
});

describe('the demo', () => {
  it('says in one line that it made its own keys', () => {
    expect(demo.printed()).toMatch(/^.*made its own keys.*$/m);
  });

  it('prints one address each for the teacher, the DSL and the head, and three things to try', () => {
    expect(urls).toHaveLength(3);
    expect(demo.printed()).toMatch(/1\. .+\n[^]+2\. .+\n[^]+3\. /);
  });

  it('is reachable on loopback only', async () => {
    const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const outside = addresses.filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside) {
      for (const url of urls) {
        const { port } = new URL(url);
        await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
      }
    }
  });

  describe.skipIf(!chromium)('in a browser', () => {
    let browser: Browser;
    let teacher: PlaygroundPage;
    beforeAll(async () => {
      browser = await openBrowser(chromium ?? '');
      teacher = await openPlayground(browser, urls[0] ?? '');
    });
    afterAll(() => browser.close());
    const picture = (name: string) => teacher.page.screenshot({ path: join(pictures, `${name}.png`) });

    it.each([
      ['Can I add a former pupil on Instagram?', /18|eighteenth/, 'Social Media Policy'],
      ['can i use my own phone to take a photo of the class', /your own (device|phone)/i, 'Mobile Devices'],
      ['How soon do I have to report a data breach?', /hour/i, 'Data Protection'],
      ['ok to answer the phone hands free while driving?', /driving/i, 'Policy'],
      ['who do I tell about a low level concern', /headteacher/i, 'Code of Conduct'],
    ])('answers "%s" with a clause, its policy, version and review date', async (question, words, policy) => {
      const [card = ''] = await teacher.say(question);
      expect(card).toMatch(words);
      expect(card).toContain(policy);
      expect(card).toMatch(/Version \d/);
      expect(card).toMatch(/Review (overdue|due)/i);
      await picture(question.replace(/\W+/g, '-').toLowerCase().slice(0, 40));
    });

    it('opens the whole section in place, and goes back to the answer', async () => {
      const asked = await teacher.say('May I accept a friend request from a pupil?');
      const count = (await teacher.cards()).length;
      const opened = await teacher.press('Whole section');
      expect(opened).toHaveLength(count);
      expect(opened.at(-1)).not.toBe(asked.at(-1));
      await picture('section');
      const back = await teacher.press('Back to the answer');
      expect(back).toHaveLength(count);
      expect(back.at(-1)).toContain('What the policy says');
    });

    it('puts what to do first where something is happening now', async () => {
      const [safety = '', answer = ''] = await teacher.say('A pupil just sent me a friend request on Instagram', 2);
      expect(safety).toContain('Daniel Reid');
      expect(answer).toContain('What the policy says');
      const [danger = ''] = await teacher.say('there is a man with a knife in the playground');
      expect(danger).toContain('999');
      await picture('danger');
    });

    it('answers from the contact list, and says that it did', async () => {
      const [card = ''] = await teacher.say('Who is the DSL?');
      expect(card).toContain('Daniel Reid');
      expect(card).toContain('not from a policy');
    });

    it.each([
      ['a greeting', 'hello', /./],
      ['thanks', 'thank you!', /./],
      ['help', 'help', /Try one of these/],
      ['only emoji', '👍👍', /./],
      ['a pasted text of 20,000 characters', 'lorem ipsum dolor '.repeat(1_112), /too long/i],
      ['another language', 'Czy mogę dodać ucznia na Facebooku, jeśli jest moim sąsiadem?', /English/],
      ['what no policy covers', 'How many biscuits may I eat at break?', /do not clearly say/],
    ])('has something sensible to say to %s', async (_kind, text, expected) => {
      const [card = ''] = await teacher.say(text);
      expect(card).toMatch(expected);
      await picture(`odd-${_kind.replace(/\W+/g, '-')}`);
    });

    it('hands a question to its policy’s owner, and brings the answer back', async () => {
      const question = 'Can I get a tattoo on my arm?';
      const owner = await openPlayground(browser, urls[2] ?? '');
      const [unsure = ''] = await teacher.say(question);
      expect(unsure).toContain('do not clearly say');
      expect(unsure).toContain('Helen Marsh');
      await picture('ask-1-unsure');
      await teacher.press('Ask Helen Marsh');
      await teacher.shows('Helen Marsh', 'Your name goes with it', 'Your question');
      await picture('ask-2-form');
      await teacher.fill('Your question', question);
      await teacher.press('Send question');
      const receipt = await teacher.shows('Saved, and on its way to Helen Marsh', question, 'Reference SQ-');
      await picture('ask-3-receipt');
      const [reference = ''] = /SQ-[\w-]+/.exec(receipt) ?? [];

      await owner.shows('A question for you', 'Amara Okafor', question, reference);
      await owner.page.screenshot({ path: join(pictures, 'ask-4-asked.png') });
      const answer = 'You may. Please keep it covered if it would upset a child.';
      await owner.fill('Your answer', answer);
      await owner.press('Send answer');
      await owner.shows('You answered', answer, reference);
      await owner.page.screenshot({ path: join(pictures, 'ask-5-answer-saved.png') });

      await teacher.shows('An answer to your question', answer, question, reference);
      await picture('ask-6-answer');
      const [list = ''] = await teacher.say('my questions');
      expect(list).toContain('Answered');
      await picture('ask-7-my-questions');
    });

    it('keeps a question for an owner whose page was not open when it was asked', async () => {
      const question = 'Who pays for a lost phone?';
      await teacher.say(question);
      await teacher.press('Ask Daniel Reid');
      await teacher.shows('Daniel Reid', 'Your name goes with it');
      await teacher.fill('Your question', question);
      await teacher.press('Send question');
      const receipt = await teacher.shows('Saved, and on its way to Daniel Reid', question);
      const [reference = ''] = /SQ-[\w-]+/.exec(receipt) ?? [];
      const owner = await openPlayground(browser, urls[1] ?? '');
      const [list = ''] = await owner.say('my questions');
      expect(list).toContain(question);
      await owner.press(`Answer ${reference}`);
      await owner.fill('Your answer', 'The school does, if it is a school phone.');
      await owner.press('Send answer');
      await teacher.shows('An answer to your question', 'if it is a school phone', reference);
    });

    it('serves the DSL in a client of their own', async () => {
      const dsl = await openPlayground(browser, urls[1] ?? '');
      const [card = ''] = await dsl.say('How do I reach the ICT lead?');
      expect(card).toContain('Callum Price');
    });
  });

  it.skipIf(process.platform === 'win32')('stops on Ctrl-C and leaves no process behind', async () => {
    const turn = await takeTurn(); // another file's demo would take the ports that become free
    onTestFinished(() => void turn.close());
    demo.end('SIGINT');
    expect(await demo.ended).toBe(0);
    for (const url of urls) await expect(fetch(url)).rejects.toThrow();
    expect(demo.printed()).not.toMatch(/error|"level":/i);
  });
});
