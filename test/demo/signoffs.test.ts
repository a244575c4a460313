import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { findChromium, noChromium } from '../cards/find-chromium.ts';
import { readPdf } from '../sheets/read-pdf.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { pictures } from './seats.ts';
import { totalsOn, useSeats } from './use-seats.ts';

const chromium = findChromium();
if (!chromium) console.warn(noChromium);

const run = promisify(execFile);
const policy = 'Staff Acceptable Use Policy';
const statements = 7;

/** A policy is signed, asked about and declined, changes, and is signed again; each card is kept in output/demo. */
describe.skipIf(!chromium)('sign-offs in the Playground', () => {
  const seats = useSeats(chromium ?? '');

  const picture = (of: PlaygroundPage, name: string, words?: string) => seats().picture(of, `signoff-${name}`, words);
  const reference = (prefix: string, card: string) =>
    new RegExp(`${prefix}-[2-9A-Z]{4}-[2-9A-Z]`).exec(card)?.[0] ?? `no ${prefix} reference`;

  /** Reads to the end, which is the first deliberate act, and comes to the declaration. Returns each page's words. */
  const readIt = async (who: PlaygroundPage, name?: string): Promise<string[]> => {
    await who.press('Read it');
    const pages: string[] = [];
    for (;;) {
      const card = await who.shows(policy, `Page ${pages.length + 1} of`);
      if (name !== undefined && pages.length < 2) await picture(who, `${name}-page-${pages.length + 1}`);
      pages.push(card);
      const [, last] = /Page \d+ of (\d+)/.exec(card) ?? [];
      if (pages.length === Number(last)) break;
      await who.press('Next page');
    }
    await who.press('I have read it');
    await who.shows('Your declaration', 'These are the policy’s own words.');
    return pages;
  };
  /** Ticks every statement, which is the second, and signs with this name. */
  const signAs = async (who: PlaygroundPage, name: string) => {
    for (let at = 1; at <= statements; at += 1) await who.tick(`I agree (${at} of ${statements})`);
    await who.fill('Your name', name);
    await who.press('Sign');
  };
  /** Fetches the file of the last card as people do, on the page behind its link. Keeps it with a picture of its first page. */
  const fetchFile = async (who: PlaygroundPage, name: string): Promise<string> => {
    const { page } = who;
    const [code = ''] = /\b\d{3} ?\d{3}\b/.exec(await who.shows('write these six digits')) ?? [];
    const [link] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Open the page' }).last().click(),
    ]);
    await link.getByLabel('The six digits').fill(code);
    const [file] = await Promise.all([
      link.waitForEvent('download'),
      link.getByRole('button', { name: 'Get the file' }).click(),
    ]);
    const path = join(pictures, `signoff-${name}.pdf`);
    await file.saveAs(path);
    await link.close();
    await run('pdftoppm', ['-png', '-r', '70', path, path.replace(/\.pdf$/, '')]).catch(() => undefined);
    const { pages } = await readPdf(readFileSync(path));
    return pages.join('\n').replace(/\s+/g, ' ');
  };
  const compose = async (why: string) => {
    const { head } = seats();
    await head.tick('Leadership');
    await head.tick('Teaching');
    await head.fill('Why do you ask?', why);
    await head.press('See who is asked');
  };

  let first = '';
  it('is asked for by the head: who would be, by number and name, a preview, and only then the cards', async () => {
    const { head, teacher, dsl } = seats();
    await head.say('ask for signatures');
    await head.shows('Ask for signatures', 'Which policy?');
    await picture(head, 'head-1-compose');
    await head.choose('Which policy?', `${policy}, version 4.0`);
    await compose('It was brought up to date for the new school year.');
    const plan = await head.shows('Before anything is sent', `${policy}, version 4.0`, '6 people would be asked');
    for (const name of ['Amara Okafor', 'Daniel Reid', 'Helen Marsh', 'Priya Nair']) expect(plan).toContain(name);
    expect(plan).toContain('George Whitlock'); // not asked, and why
    await picture(head, 'head-2-dry-run');
    await head.press('Preview to myself');
    await head.shows('Preview, for you alone', 'Please read and sign', 'Asked by Helen Marsh');
    await picture(head, 'head-3-preview');
    expect((await teacher.cards()).join()).not.toContain('Please read and sign');
    await head.press('Open it');
    const progress = await head.shows('It is open', policy, 'in all.');
    first = reference('CA', progress);
    expect(totalsOn(progress)).toEqual({ sum: 6, all: 6 });
    await picture(head, 'head-4-open', 'It is open');

    const ask = await teacher.shows('Please read and sign', policy, 'Asked by Helen Marsh', first);
    expect(ask).toContain('brought up to date for the new school year');
    await picture(teacher, 'staff-1-asked');
    await dsl.shows('Please read and sign', policy, first);
  });

  it('is read and signed in two deliberate acts; the receipt takes the card’s place, and comes as a PDF', async () => {
    const { head, teacher } = seats();
    const count = (await teacher.cards()).length;
    const pages = await readIt(teacher, 'staff-2');
    expect(pages.join()).toContain('within two hours if a device');
    await picture(teacher, 'staff-3-declaration');
    await signAs(teacher, 'Somebody Else');
    await teacher.shows('Your declaration', 'The school knows you as Amara Okafor', 'Nothing was signed');
    await picture(teacher, 'staff-4-other-name');
    await signAs(teacher, 'Amara Okafor');
    const card = await teacher.shows('Signed:', policy, 'version 4.0', 'Amara Okafor', 'What you agreed to');
    const receipt = reference('SG', card);
    expect(card).toContain('I shall keep my password to myself');
    expect((await teacher.cards()).length).toBe(count);
    await picture(teacher, 'staff-5-receipt');
    await teacher.press('Get a copy as PDF');
    await teacher.shows(receipt, 'as PDF');
    await picture(teacher, 'staff-6-link');
    const copy = await fetchFile(teacher, 'receipt');
    for (const words of [receipt, policy, 'Amara Okafor', 'I shall keep my password to myself', 'staffroom verify'])
      expect(copy).toContain(words);
    await head.say(`progress of ${first}`);
    await head.shows(first, '1 of 6 signed');
    await picture(head, 'head-5-progress');
  });

  it('reminds those who are outstanding, takes a question to the head, and takes no for an answer', async () => {
    const { demo, head, teacher, dsl } = seats();
    await head.press('Remind them');
    await head.shows('Nobody was reminded', 'today already');
    await picture(head, 'head-6-not-twice-a-day', 'Nobody was reminded');
    const seen = (await teacher.cards()).length;
    await demo.toNextDay();
    await head.press('Remind them');
    await head.shows('reminded now, and nobody else');
    await picture(head, 'head-7-reminded', 'and nobody else');
    await dsl.shows('Still to sign', policy, first);
    await dsl.shows('You were asked again', 'newer card further down');
    await picture(dsl, 'staff-7-reminded', 'Still to sign');
    await picture(dsl, 'staff-8-card-before', 'You were asked again');
    expect((await teacher.cards()).length).toBe(seen); // who signed hears nothing

    await dsl.press('I have a question');
    await dsl.shows('Your question about', 'Helen Marsh');
    await dsl.fill('Your question', 'May I use my own phone on a visit?');
    await picture(dsl, 'staff-9-question');
    await dsl.press('Ask the head');
    await picture(dsl, 'staff-10-question-saved');
    await head.shows('A question for you', 'Daniel Reid', 'May I use my own phone on a visit?', policy);
    await picture(head, 'head-8-question', 'A question for you');
    await head.fill('Your answer', 'Yes, to ring the school, and for nothing else.');
    await head.press('Send answer');
    await dsl.shows('An answer to your question', 'to ring the school');
    await picture(dsl, 'staff-11-answer', 'An answer to your question');

    await dsl.say('what do I need to sign?');
    await dsl.shows('To sign', policy, 'you have asked a question');
    await picture(dsl, 'staff-12-to-sign');
    await dsl.press('Open it');
    await dsl.shows('You asked a question', policy);
    await dsl.press('I cannot agree');
    await dsl.fill('Why not', 'The rule on visits does not say what you say.');
    await picture(dsl, 'staff-13-cannot-agree');
    await dsl.press('I cannot agree');
    await dsl.shows('Recorded: you cannot agree', policy);
    await picture(dsl, 'staff-14-declined');
    await head.shows('Daniel Reid', 'I cannot agree to sign');
    await picture(head, 'head-9-declined', 'I cannot agree to sign');

    await head.say(`progress of ${first}`);
    const progress = await head.shows(first, '1 signed', '1 cannot agree');
    expect(totalsOn(progress)).toEqual({ sum: 6, all: 6 });
    expect(progress).toContain('Daniel Reid');
    await picture(head, 'head-10-progress');
    await head.press('People');
    await picture(head, 'head-11-people');
  });

  it('is asked for anew once the head put changed words in force, and shows each what changed since they signed', async () => {
    const { demo, head, teacher, dsl } = seats();
    const file = join(demo.schoolDir, 'staff-acceptable-use.md');
    const before = readFileSync(file, 'utf8');
    const after = before
      .replaceAll('4.0', '4.1')
      .replace('within two hours if a device', 'within one hour if a device')
      .replace(/^\*\*2\.9\*\* .*\n\n/m, '')
      .replace(/^(\*\*3\.8\*\* .*)$/m, '$1\n\n**3.9** Carry a school device on a visit in a bag that closes.');
    writeFileSync(file, after);
    await head.shows(policy, 'a new text is waiting', 'Version 4.1');
    await picture(head, 'head-12-proposed', 'a new text is waiting');
    const lost = 'Who do I tell if a school laptop is lost or stolen?';
    await teacher.say(lost); // what somebody signed is looked up meanwhile, and is known the next time at the latest
    const [answer = ''] = await teacher.say(lost);
    expect(answer).toContain('within two hours');
    expect(answer).toContain('You signed version 4.0 of this policy');
    await picture(teacher, 'staff-15-answer');

    await head.press('See what changed');
    await head.shows(
      'what changed from version 4.0 to version 4.1',
      'within one hour',
      'Carry a school device',
      'Removed',
    );
    await picture(head, 'head-13-changes');
    await head.press('Put it in force');
    await head.shows('Put version 4.1', 'What does it mean for those who signed?');
    await head.fill('On which day?', new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10));
    await head.fill('At which meeting?', 'Autumn term meeting, minute 7');
    await picture(head, 'head-14-adopt');
    await head.press('Put it in force');
    await head.shows('In force', policy, 'version 4.1', 'has to sign again');
    await picture(head, 'head-15-in-force');

    await head.press('Ask for signatures');
    await compose('The governors changed how soon a lost device is reported.');
    await head.shows(`${policy}, version 4.1`, '6 people would be asked', `${first} asks for the same document`);
    await picture(head, 'head-16-dry-run');
    await head.press('Open it');
    const second = reference('CA', await head.shows('It is open', 'version 4.1'));
    expect(second).not.toBe(first);

    await teacher.shows('Please read and sign', 'version 4.1', 'You signed version 4.0 on', second);
    await picture(teacher, 'staff-16-asked-anew');
    const [changes = ''] = await readIt(teacher, 'staff-17');
    expect(changes).toContain('What changed since you signed version 4.0');
    expect(changes).toContain('within one hour');
    await signAs(teacher, 'Amara Okafor');
    await teacher.shows('Signed:', policy, 'version 4.1');
    await dsl.shows('Please read and sign', 'version 4.1', second);
    await dsl.shows('This is closed');
    await teacher.say('what have I signed?');
    await teacher.shows('Your signatures', 'version 4.0', 'version 4.1');
    await picture(teacher, 'staff-18-signed');

    await head.say('sign-offs');
    await head.shows(first, second, 'a newer one asks for the same document');
    await picture(head, 'head-17-list');
    await head.press(`Open ${second}`);
    expect(totalsOn(await head.shows(second, '1 of 6 signed'))).toEqual({ sum: 6, all: 6 });
    await picture(head, 'head-18-progress');
    await head.press('Report as PDF');
    await picture(head, 'head-19-link');
    expect(await fetchFile(head, 'report')).toContain(policy);
  });
});
