import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium, noChromium } from '../cards/find-chromium.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { useSeats } from './use-seats.ts';

const chromium = findChromium();
if (!chromium) console.warn(noChromium);

const words = 'is it ok to friend a mum on facebook';
const paraphrase = 'may I accept a friend request from a parent';
/** The clause that helps, and what the paraphrase finds first before. */
const rule = 'Do not make new connections with the parents or carers';
const other = 'Have no contact with a pupil of this school on social media';
/** The words that the card quotes first. */
const firstQuote = (card: string) => /“([^”]*)”/.exec(card)?.[1] ?? '';

/** From “Helpful” to a clause that colleagues find sooner; each card is kept in output/demo. */
describe.skipIf(!chromium)('suggesting a wording in the Playground', () => {
  const seats = useSeats(chromium ?? '');
  const picture = (of: PlaygroundPage, name: string, words: string) => seats().picture(of, `suggest-${name}`, words);

  it('passes the words to the owner without a name, and what they keep leads a colleague to the clause', async () => {
    const { teacher, dsl, head, demo } = seats();
    const [before = ''] = await dsl.say(paraphrase);
    expect(firstQuote(before)).toContain(other);

    await teacher.say(words);
    await teacher.shows(rule, 'Did this help?');
    await teacher.press('Helpful');
    await teacher.shows('Thank you. It was noted without your name.', words, 'They go to Helen Marsh');
    await picture(teacher, '1-offered', 'They go to Helen Marsh');
    await teacher.press('Suggest my wording');
    await teacher.shows('Your words are on their way to Helen Marsh', rule);
    await picture(teacher, '2-passed-on', 'on their way');

    const asked = await head.shows('May these words lead to your clause?', words, rule);
    expect(asked).not.toContain('Amara');
    await picture(head, '3-owner', 'May these words');
    await head.press('Keep it');
    await head.shows('Attached: staff who ask like this find this clause', rule);
    await picture(head, '4-kept', 'Attached');
    expect(readFileSync(join(demo.schoolDir, 'phrasings.yaml'), 'utf8')).toContain(words);

    const [after = ''] = await dsl.say(paraphrase);
    expect(firstQuote(after)).toContain(rule);
    await picture(dsl, '5-colleague', rule);
  });
});
