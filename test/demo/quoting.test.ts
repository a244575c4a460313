import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium, noChromium } from '../cards/find-chromium.ts';
import { openSearch } from './clause-search.ts';
import { pictures } from './seats.ts';
import { useSeats } from './use-seats.ts';

const chromium = findChromium();
if (!chromium) console.warn(noChromium);

const rule =
  '“You may use your phone in the staffroom, the planning room and the offices when no pupil is there, and nowhere else in the building.”';

/** A teacher searches the policies beside a chat and sends what was found; each step is kept in output/demo. */
describe.skipIf(!chromium)('quoting a clause in the Playground', () => {
  const seats = useSeats(chromium ?? '');

  const picture = (name: string) => seats().teacher.page.screenshot({ path: join(pictures, `quote-${name}.png`) });
  /** Waits until nothing is left of it where it was written. */
  const send = async (button: string) => {
    const { page } = seats().teacher;
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.locator('[contenteditable=true] .ac-adaptiveCard').waitFor({ state: 'detached' });
  };

  it('puts the clause that is chosen into a message to colleagues', async () => {
    const { teacher } = seats();
    await teacher.goTo('Lunch group');
    const search = await openSearch(teacher);
    const title = 'Mobile Devices and Images Policy, clause 2.2';
    const found = await search.look('mobile devices 2.2', title);
    expect(/^.+, clause .+$/m.exec(found)?.[0]).toBe(title);
    await picture('1-found');
    await search.choose(title);
    const card = await teacher.shows(rule, 'Clause 2.2', 'as it stood on');
    await picture('2-chosen');
    await send('Send Message');
    await teacher.shows(rule);
    expect(await teacher.cards()).toEqual([card]);
    await picture('3-sent');
  });

  it('marks what is overdue in the list and on the card, in a channel too', async () => {
    const { teacher } = seats();
    await teacher.goTo('Marlow Bridge Staff - General');
    const search = await openSearch(teacher);
    const found = await search.look('friend request from a pupil', 'Social Media Policy, clause 3.1.1');
    expect(found).toContain('Review overdue · “Have no contact');
    await search.choose('Social Media Policy, clause 3.1.1');
    await teacher.shows('Have no contact with a pupil', 'Review overdue since 31 July 2026');
    await send('Post');
    await teacher.shows('Review overdue since 31 July 2026');
    await picture('4-overdue');
  });

  it('says what to do in danger, and where nothing is found', async () => {
    const { teacher } = seats();
    await teacher.goTo('Lunch group');
    const search = await openSearch(teacher);
    const danger = await search.look('a child in my class has a knife', 'Call 999');
    for (const words of ['Daniel Reid', '01632 960102', 'nobody was told anything']) expect(danger).toContain(words);
    await picture('5-danger');
    await search.look('zzzqqq', 'No clause was found');
    await picture('6-nothing');
  });

  it('is no file to the bot: sent to it alone there is nothing to answer, and beside a question only that', async () => {
    const { teacher } = seats();
    await teacher.goTo('Personal Chat');
    const choose = async () => {
      const search = await openSearch(teacher);
      await search.look('mobile devices 2.2', 'Mobile Devices and Images Policy, clause 2.2');
      await search.choose('Mobile Devices and Images Policy, clause 2.2');
      await teacher.shows(rule, 'as it stood on');
    };
    await choose();
    await send('Send Message');
    await teacher.shows('There was nothing to read');
    await choose();
    await teacher.page.keyboard.insertText('Who is the DSL?');
    await send('Send Message');
    await teacher.shows('not from a policy', 'Daniel Reid');
    expect((await teacher.cards()).join()).not.toContain('I do not open files');
    await picture('7-own-chat');
  });
});
