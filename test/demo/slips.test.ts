import { describe, expect, it } from 'vitest';
import { findChromium, noChromium } from '../cards/find-chromium.ts';
import { inAMinute, weekdayAfter } from './in-a-minute.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { useSeats } from './use-seats.ts';

const chromium = findChromium();
if (!chromium) console.warn(noChromium);

/** A permission from the answer's button to the question at its end, and something told; each card is kept in output/demo. */
describe.skipIf(!chromium)('telling and asking the head in the Playground', () => {
  const seats = useSeats(chromium ?? '');
  const picture = (of: PlaygroundPage, name: string, words?: string) => seats().picture(of, `slip-${name}`, words);

  it('asks for a permission by the button of the clause, and the head gives it with a condition', async () => {
    const { teacher, head } = seats();
    await teacher.say('Do I have to tell anybody that I take pictures with the school tablet?');
    await teacher.shows('tell the class teacher or a senior leader that you are taking pictures');
    await picture(teacher, 'staff-1-answer');
    await teacher.press('Ask permission');
    await teacher.shows('Taking or using pictures of pupils', 'It goes to Helen Marsh (Headteacher)');
    await teacher.fill('What are the pictures for, and who will be in them?', 'The mill display, with all of 4B');
    await teacher.fill('Have you looked at the consent list, and what does it say?', 'Everybody said yes');
    await teacher.fill('Where will they be kept, and when will they be deleted?', 'On the tablet until Friday');
    await picture(teacher, 'staff-2-form');
    await teacher.press('Ask for it');
    await teacher.shows('Asked, and kept for you', 'Reference SP-', 'Not answered yet');
    await picture(teacher, 'staff-3-receipt', 'Asked, and kept for you');

    const asked = await head.shows('You are asked: Taking or using pictures of pupils', 'The mill display');
    await head.fill('Of a yes: until when?', weekdayAfter(/on (\d+ \w+ \d{4}) at/.exec(asked)?.[1] ?? '', 2));
    await head.fill('Conditions of a yes, or why not (a no needs a reason)', 'Not on the website');
    await picture(head, 'head-1-asked', 'You are asked');
    await head.press('Send answer');
    await head.shows('Saved', 'You said yes', 'Not on the website');
    await picture(head, 'head-2-receipt', 'You said yes');
    await teacher.shows('An answer about your permission', 'Not on the website');
    await picture(teacher, 'staff-4-given', 'An answer about your permission');
  });

  it('reminds its holder the day before its last', async () => {
    const { demo, teacher } = seats();
    await demo.toNextDay();
    await inAMinute(teacher, 'Your permission ends on', 'Not on the website');
    await picture(teacher, 'staff-5-reminded', 'Your permission ends on');
  });

  it('ends it by itself, and asks what the end demands', async () => {
    const { demo, teacher } = seats();
    await demo.toNextDay();
    await demo.toNextDay();
    await inAMinute(teacher, 'Your permission is over: one question', 'Have the pictures been deleted');
    await picture(teacher, 'staff-6-over', 'one question');
    await teacher.press('Yes, all done');
    const done = await teacher.shows('Saved', 'Ended on');
    expect(done).toContain(': yes (');
    await picture(teacher, 'staff-7-done', ': yes (');
  });

  it('tells something in one line, and the head notes it and finds both in the register', async () => {
    const { teacher, head } = seats();
    await teacher.say('tell misread: I gave a crying child a hug in the corridor');
    await teacher.shows('Told, and kept for you');
    await head.shows('You are told: Something of mine that could be misunderstood');
    await head.tick('Noted');
    await head.press('Send answer');
    await head.shows('Saved', 'You noted it');
    await teacher.shows('An answer to what you told', 'noted it');
    await head.say('permissions');
    await head.shows('What staff told and asked', '2 in all, 0 open, 0 running.', 'Amara Okafor, told on');
    await picture(head, 'head-3-register', 'What staff told and asked');
    await teacher.say('my permissions');
    await teacher.shows('What you told, and your permissions', 'Ended on', 'Noted');
    await picture(teacher, 'staff-8-list', 'What you told, and your permissions');
  });

  it('offers the kinds to choose from, and asks first whether it is about somebody whom it names', async () => {
    const { teacher } = seats();
    await teacher.say('tell');
    await teacher.shows('Tell the head', 'What do you want to tell?');
    await picture(teacher, 'staff-9-choose-tell', 'What do you want to tell?');
    await teacher.say('ask permission');
    await teacher.shows('Ask permission', 'What do you want to ask for?');
    await picture(teacher, 'staff-9-choose-ask', 'What do you want to ask for?');
    await teacher.say('tell misread: Helen Marsh and I disagreed in the corridor');
    await teacher.shows('One question before it is sent', 'It names Helen Marsh');
    await picture(teacher, 'staff-10-named', 'One question before it is sent');
  });
});
