import { describe, expect, it } from 'vitest';
import type { SlipKind } from '../../src/domain/slips/slip-kind.ts';
import { kindTable } from '../../src/domain/slips/kind-table.ts';
import { slipKinds } from '../../src/domain/slips/slip-kind.ts';
import { findChromium, noChromium } from '../cards/find-chromium.ts';
import { inAMinute, weekdayAfter } from './in-a-minute.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { useSeats } from './use-seats.ts';

const chromium = findChromium();
if (!chromium) console.warn(noChromium);

/** A question whose answer carries the button of each kind; images have a test of their own. */
const told: readonly (readonly [SlipKind, string])[] = [
  ['social-tie', 'Must I tell anybody that I arranged to meet a pupil outside school?'],
  ['contact-begun', 'What do I do when a pupil asks to connect with me online?'],
  ['deviation', 'What if I had to use my own judgement and it went against the code?'],
  ['misread', 'Whom do I tell if I did something that could be misunderstood?'],
  ['posted', 'Something online about me could affect my work with children. Whom do I tell?'],
  ['parent-message', 'What do I do when a parent’s message is rude?'],
  ['other-tell', 'What do I do about an oddly generous gift to a single person?'],
];
const asked: readonly (readonly [SlipKind, string])[] = [
  ['own-device', 'I expect an urgent call from a hospital. Can I keep my phone by me for the day?'],
  ['unusual-contact', 'May I text a pupil if the learning platform will not do?'],
  ['school-account', 'Who agrees before I open a page in the name of my class?'],
  ['other-ask', 'Whom do I ask before I take on other paid work?'],
];
/** What others than the head answer first, whom nobody plays here: it comes to the head when they do not. */
const elsewhere: readonly (readonly [SlipKind, string])[] = [
  ['lost', 'Whom do I tell if a school device is lost or stolen?'],
  ['software', 'Which form is there for new software?'],
  ['off-site', 'May I take paper records off site?'],
  ['new-technology', 'Can I use a tool with pupils that is new to the school?'],
];

describe.skipIf(!chromium)('each kind, from the button of the clause to its end', () => {
  const seats = useSeats(chromium ?? '');
  const references = new Map<SlipKind, string>();
  const wordsOf = (kind: SlipKind) => `Words of the kind ${kind}`;
  const picture = (of: PlaygroundPage, kind: SlipKind, name: string) =>
    seats().picture(of, `kind-${kind}-${name}`, wordsOf(kind));

  /** Presses the button below the answer, fills in whatever the form asks, and sends it. */
  async function send(kind: SlipKind, question: string): Promise<void> {
    const { teacher } = seats();
    const { way, title, asks } = kindTable[kind];
    await teacher.say(question);
    await teacher.page
      .getByRole('button', { name: way === 'ask' ? 'Ask permission' : /^Tell the / })
      .last()
      .click();
    await teacher.shows(title, 'It goes to ', 'Something else');
    for (const ask of asks) await teacher.fill(ask, wordsOf(kind));
    await teacher.press(way === 'ask' ? 'Ask for it' : 'Tell it');
    const receipt = await teacher.shows('kept for you', wordsOf(kind));
    references.set(kind, /SP-\w{4}-\w/.exec(receipt)?.[0] ?? '');
    await picture(teacher, kind, '1-receipt');
  }

  it.each(told)('%s is told, and the head notes it', async (kind, question) => {
    const { teacher, head } = seats();
    await send(kind, question);
    await head.shows('You are told', wordsOf(kind));
    await picture(head, kind, '2-head');
    await head.press('Send answer');
    await head.shows('Saved', 'You noted it', references.get(kind) ?? '');
    await teacher.shows('An answer to what you told', 'noted it', wordsOf(kind));
    await picture(teacher, kind, '3-answer');
  });

  it.each(asked)('%s is asked, and the head says yes until tomorrow', async (kind, question) => {
    const { teacher, head } = seats();
    await send(kind, question);
    const form = await head.shows('You are asked', wordsOf(kind));
    await picture(head, kind, '2-head');
    await head.fill('Of a yes: until when?', weekdayAfter(/on (\d+ \w+ \d{4}) at/.exec(form)?.[1] ?? '', 1));
    await head.press('Send answer');
    await head.shows('Saved', 'You said yes', references.get(kind) ?? '');
    await teacher.shows('An answer about your permission', wordsOf(kind));
    await picture(teacher, kind, '3-answer');
  });

  it.each(elsewhere)('%s goes to somebody else, who does not answer', async (kind, question) => {
    await send(kind, question);
    expect((await seats().head.cards()).join()).not.toContain(wordsOf(kind));
  });

  it('what was given ends three days on, and is asked about what its end demands', { timeout: 240_000 }, async () => {
    const { demo, teacher } = seats();
    for (let days = 0; days < 3; days++) await demo.toNextDay();
    for (const [kind] of asked) {
      const { atEnd } = kindTable[kind];
      const over = await inAMinute(teacher, 'Your permission is over', wordsOf(kind));
      await picture(teacher, kind, '4-over');
      if (atEnd === undefined) {
        expect(over).not.toContain('Yes, all done');
        continue;
      }
      expect(over).toContain(atEnd);
      await teacher.say(`done ${references.get(kind) ?? ''}`);
      await teacher.shows('Saved', 'Ended on', ': yes (', wordsOf(kind));
    }
  });

  it(
    'what nobody answered is chased by then, comes to the head in three more, and ends there',
    { timeout: 240_000 },
    async () => {
      const { demo, teacher, head } = seats();
      for (const [kind] of elsewhere) {
        await inAMinute(teacher, 'No answer yet: they are reminded', wordsOf(kind));
        await picture(teacher, kind, '2-chased');
      }
      for (let days = 0; days < 3; days++) await demo.toNextDay();
      for (const [kind] of elsewhere) {
        const isAsk = kindTable[kind].way === 'ask';
        const reference = references.get(kind) ?? '';
        await inAMinute(head, isAsk ? 'You are asked' : 'You are told', wordsOf(kind));
        await picture(head, kind, '3-head');
        await head.say(isAsk ? `no ${reference}: not this term` : `noted ${reference}`);
        await head.shows('Saved', reference);
        await teacher.shows(isAsk ? 'An answer about your permission' : 'An answer to what you told', wordsOf(kind));
        await picture(teacher, kind, '4-answer');
      }
    },
  );

  it('leaves every kind but images, which has a test of its own, in the lists of both', async () => {
    const { teacher, head } = seats();
    expect([...references.keys(), 'images'].sort()).toEqual([...slipKinds].sort());
    await head.say('permissions');
    await head.shows('What staff told and asked', '15 in all, 0 open, 0 running.');
    await seats().picture(head, 'kind-register', 'What staff told and asked');
    await teacher.say('my permissions');
    await teacher.shows('What you told, and your permissions');
    await seats().picture(teacher, 'kind-list', 'What you told, and your permissions');
  });
});
