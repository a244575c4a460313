import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium, noChromium } from '../cards/find-chromium.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { totalsOn, useSeats } from './use-seats.ts';

const chromium = findChromium();
if (!chromium) console.warn(noChromium);

const policy = 'Staff Acceptable Use Policy';

/** A message to many is sent, read, corrected, stopped and taken back, and a review is recorded; each card is kept in output/demo. */
describe.skipIf(!chromium)('messages to many and reviews in the Playground', () => {
  const seats = useSeats(chromium ?? '');

  const picture = (of: PlaygroundPage, name: string, words?: string) => seats().picture(of, `cast-${name}`, words);
  const reference = (card: string) => /BC-[2-9A-Z]{4}-[2-9A-Z]/.exec(card)?.[0] ?? 'no reference';
  /** Presses "Look again" until the card says so. */
  const looksAgain = async (...words: string[]): Promise<string> => {
    const { head } = seats();
    for (let times = 0; times < 20; times++) {
      const card = (await head.cards()).findLast((one) => words.every((word) => one.includes(word)));
      if (card !== undefined) return card;
      await head.page.getByRole('button', { name: 'Look again', exact: true }).last().click();
      await head.page.waitForTimeout(500);
    }
    return head.shows(...words);
  };

  let first = '';
  it('is composed by the head, shown to nobody before it is sent, and then to everybody', async () => {
    const { head, teacher, dsl } = seats();
    await head.say('broadcast');
    await head.shows('Write to many', 'Your message');
    await head.choose('What is it?', 'About a policy’s review');
    await head.fill(
      'Your message',
      'The policy is reviewed in December. Please read it again and tell me what is missing.',
    );
    await head.choose('Which policy is it about?', policy);
    await head.fill('Which clause of it should be quoted?', '2.3');
    for (const button of ['Read the policy', 'Ask a question']) await head.tick(button);
    await picture(head, 'head-1-compose');
    await head.press('See who gets it');
    const plan = await head.shows('Before anything is sent', `Policy review: ${policy}`, 'would get it');
    for (const name of ['Amara Okafor', 'Daniel Reid', 'Priya Nair']) expect(plan).toContain(name);
    for (const words of ['It goes out at once', 'Osei, Winifred;']) expect(plan).toContain(words);
    await picture(head, 'head-2-dry-run');
    await head.press('Preview to myself');
    await head.shows('Preview, for you alone', 'three random words', 'From Helen Marsh');
    await picture(head, 'head-3-preview');
    expect((await teacher.cards()).join()).not.toContain('Policy review');
    await head.press('Send it');
    const progress = await head.shows('BC-', 'in all.');
    first = reference(progress);

    const message = await teacher.shows(`Policy review: ${policy}`, 'three random words', 'From Helen Marsh');
    expect(message).toContain('tell me what is missing');
    await picture(teacher, 'staff-1-message');
    await dsl.shows(`Policy review: ${policy}`, 'tell me what is missing');
    await head.shows(`Policy review: ${policy}`, `done ${first}`); // the sender is of the staff too
    await picture(head, 'head-4-sent', 'in all.');
  });

  it('is read and done by its buttons, in place, and the head sees what became of it', async () => {
    const { head, teacher, dsl } = seats();
    const count = (await teacher.cards()).length;
    await teacher.press('Read the policy');
    await teacher.shows(policy, 'Page 1 of');
    await teacher.shows('You opened the policy on');
    expect((await teacher.cards()).length).toBe(count + 1);
    await picture(teacher, 'staff-2-read', 'You opened the policy on');
    await picture(teacher, 'staff-3-policy', 'Page 1 of');
    await teacher.press('Done');
    await teacher.shows('Done:', policy, 'that it is done');
    await picture(teacher, 'staff-4-done', 'that it is done');

    await dsl.press('Ask a question');
    await dsl.fill('Your question', 'Are passphrases of four words better?');
    await dsl.shows('You asked on');
    await picture(dsl, 'staff-5-asked', 'You asked on');

    const card = await looksAgain(first, '2 acted on it');
    const { sum, all } = totalsOn(card);
    expect(all).toBeGreaterThan(5);
    expect(sum).toBe(all);
    expect(card).toContain('Priya Nair'); // nobody plays her, so it did not reach her
    await picture(head, 'head-5-progress', 'in all.');
    await head.press('People');
    await head.shows('Nobody plays them in this demonstration', 'Priya Nair');
    await picture(head, 'head-6-people', 'Asif Mahmood; Doreen Tranter');
  });

  it('is corrected and taken back in every copy', async () => {
    const { head, teacher, dsl } = seats();
    await head.say(`progress of ${first}`);
    await head.press('Change the words');
    await head.shows(`Other words for ${first}`);
    await head.fill('The new words', 'The policy is reviewed in January. Please read it again.');
    await picture(head, 'head-7-correct');
    await head.press('Change the words');
    await head.shows('Corrected:', 'reviewed in January');
    await picture(head, 'head-8-corrected', 'Corrected:');
    await teacher.shows('Corrected on', 'reviewed in January');
    await dsl.shows('Corrected on', 'reviewed in January');
    expect((await teacher.cards()).join()).not.toContain('reviewed in December');
    await picture(teacher, 'staff-6-corrected', 'Corrected on');
    await picture(dsl, 'staff-7-corrected', 'Corrected on');

    await head.press('Take it back');
    await head.shows(`Take ${first} back?`);
    await picture(head, 'head-9-recall');
    await head.press('Take it back');
    await head.shows('Taken back:', 'Withdrawn');
    await picture(head, 'head-10-recalled', 'Taken back:');
    for (const reader of [teacher, dsl]) {
      await reader.shows('Withdrawn:', policy, 'This message was taken back');
      expect((await reader.cards()).join()).not.toContain('reviewed in January');
    }
    await picture(teacher, 'staff-8-withdrawn', 'This message was taken back');
  });

  it('waits for its time, and is stopped before anybody got it', async () => {
    const { head, teacher } = seats();
    const day = new Date(Date.now() + 120 * 86_400_000).toISOString().slice(0, 10);
    await head.say('broadcast');
    await head.shows('Write to many');
    await head.fill('Your message', 'The fire drill is at ten.');
    await head.tick('Teaching');
    await head.fill('On which day?', day);
    await head.press('See who gets it');
    await head.shows('Please give both a day and a time', 'The fire drill is at ten.');
    await picture(head, 'head-11-no-time');
    await head.fill('Your message', 'The fire drill is at ten.');
    await head.fill('At what time?', '09:00');
    await head.press('See who gets it');
    await head.shows('Before anything is sent', 'It goes out on');
    await head.press('Send it then');
    const waiting = await head.shows('The fire drill is at ten.', 'Goes out on');
    await picture(head, 'head-12-scheduled', 'Goes out on');
    await head.press('Stop it');
    await head.shows('Stop', reference(waiting), 'It cannot be started again');
    await picture(head, 'head-13-stop');
    await head.press('Stop it');
    await head.shows('Stopped. Nobody got it.', 'The fire drill is at ten.');
    await picture(head, 'head-14-stopped', 'Nobody got it.');
    expect((await teacher.cards()).join()).not.toContain('fire drill');
    await head.say('broadcasts');
    await head.shows(first, reference(waiting));
    await picture(head, 'head-15-list');
  });

  it('reviews: what is overdue comes by itself, and recording its review moves the date', async () => {
    const { demo, head, teacher } = seats();
    const file = join(demo.schoolDir, 'school.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`); // looked at anew as soon as the folder changes
    await head.shows('Social Media Policy: review overdue', 'Overdue since 31 July 2026');
    await picture(head, 'review-1-reminder', 'review overdue');
    await head.say('reviews');
    await head.shows('Reviews at', '1 overdue', 'Social Media Policy');
    await picture(head, 'review-2-calendar');
    await head.say('record review of social-media');
    await head.shows('Record a review: Social Media Policy');
    await head.fill('At which meeting?', 'Autumn term meeting, minute 7');
    await picture(head, 'review-3-record');
    await head.press('Record it');
    await head.shows('Social Media Policy', 'unchanged. It is recorded.', 'It is due next on');
    await picture(head, 'review-4-recorded');
    await head.shows('Social Media Policy: review done', 'It is due next on'); // the reminder, in its place
    expect((await head.cards()).join()).not.toContain('Social Media Policy: review overdue');
    await picture(head, 'review-5-reminder-done', 'review done');
    await head.say('reviews');
    await head.shows('Reviews at', '0 overdue');
    await picture(head, 'review-6-calendar');
    const [answer = ''] = await teacher.say('Can I add a former pupil on Instagram?');
    expect(answer).toContain('Social Media Policy');
    expect(answer).not.toContain('overdue');
  });
});
