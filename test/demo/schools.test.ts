import { describe, expect, it } from 'vitest';
import { otherSchools } from '../../src/tools/demo/demo-schools.ts';
import { findChromium, noChromium } from '../cards/find-chromium.ts';
import { openSearch } from './clause-search.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { useSeats } from './use-seats.ts';

const chromium = findChromium();
if (!chromium) console.warn(noChromium);

/** What each school's policy says of a telephone of one's own, in its words: its rule, and the same at a glance. */
const rules = [
  ['You may use your phone in the staffroom,', 'Use your phone at break in the staffroom.'],
  ...otherSchools.map(({ phones: { rule, atAGlance } }) => [rule, atAGlance]),
];
const names = ['Marlow Bridge', ...otherSchools.map(({ name }) => name)];
const policy = 'Staff Acceptable Use Policy';

/** Three schools of one trust in one demo: each is answered, told and shown its own; some cards are kept in output/demo. */
describe.skipIf(!chromium)('three schools in the Playground', () => {
  const seats = useSeats(chromium ?? '', { schools: 3 });

  const picture = (of: PlaygroundPage, name: string, words?: string) => seats().picture(of, `schools-${name}`, words);
  const referenceOn = (card: string) => /(?:SR|CA)-[2-9A-Z]{4}-[2-9A-Z]/.exec(card)?.[0] ?? 'no reference';
  /** What all but those of the school at `own` were shown so far, the central team included. */
  const shownElsewhere = async (own: number): Promise<string> => {
    const { schools, central } = seats();
    const others = schools.flatMap(({ teacher, dsl, head }, at) => (at === own ? [] : [teacher, dsl, head]));
    const shown = [...others, ...(central ? [central] : [])].map((other) => other.cards());
    return (await Promise.all(shown)).flat().join('\n');
  };

  it('quotes to a teacher of each the rule of their own school and no other’s', async () => {
    for (const [at, { teacher }] of seats().schools.entries()) {
      const [card = ''] = await teacher.say('Where may I use my phone?');
      expect(rules.filter((said) => said.some((words) => card.includes(words)))).toEqual([rules[at]]);
      await picture(teacher, `${at}-phone`);
    }
  });

  it('finds for a teacher of each, beside a chat, the same', async () => {
    for (const [at, { teacher }] of seats().schools.entries()) {
      const search = await openSearch(teacher);
      await search.look('mobile devices 2.2', 'Mobile Devices and Images Policy, clause 2.2');
      await search.choose('Mobile Devices and Images Policy, clause 2.2');
      const card = await teacher.shows('Clause 2.2', `${names[at]} Primary School, as it stood on`);
      expect(rules.filter((said) => said.some((words) => card.includes(words)))).toEqual([rules[at]]);
      await teacher.page.getByRole('button', { name: 'Send Message', exact: true }).click();
      await teacher.shows('There was nothing to read');
    }
  });

  it('takes no channel for reports in which others than DSLs are', async () => {
    const { dsl } = seats();
    await dsl.goTo('Marlow Bridge Staff - Safeguarding');
    await dsl.post('connect safeguarding');
    const card = await dsl.shows('Reports cannot come here', 'Nothing was changed');
    for (const name of ['Amara Okafor', 'Helen Marsh']) expect(card).toContain(name);
    await picture(dsl, 'channel');
    await dsl.goTo('Personal Chat');
  });

  const reports: string[] = [];
  it('brings a report to the DSL of its school', async () => {
    for (const [at, { teacher, dsl }] of seats().schools.entries()) {
      await teacher.say('new report');
      await teacher.press('No');
      await teacher.shows('step 2 of 9');
      await teacher.press('No');
      await teacher.shows('Whom is it about?');
      await teacher.tick('A pupil');
      await teacher.press('Next');
      await teacher.shows('step 4 of 9', 'This goes to the Designated Safeguarding Lead');
      await teacher.press('Send what I have now');
      const reference = referenceOn(await teacher.shows('saved', 'Designated Safeguarding Lead'));
      reports.push(reference);
      await dsl.shows(`Report ${reference}`, 'a pupil');
      await picture(dsl, `${at}-report`, reference);
    }
    expect(new Set(reports).size).toBe(3);
  });

  it('brings it to nobody of another school, and opens it for none of them', async () => {
    for (const [at, report] of reports.entries()) {
      expect(await shownElsewhere(at)).not.toContain(report);
      const { dsl, head } = seats().schools[(at + 1) % 3] ?? seats();
      for (const who of [dsl, head])
        expect((await who.say(`open ${report}`)).join()).toContain('There is no such report for you');
    }
  });

  let campaign = '';
  it('asks those of the school for signatures whose head opened it, and shows it to no other head', async () => {
    const [, here, elsewhere = seats()] = seats().schools;
    const { head, teacher, dsl } = here ?? seats();
    await head.say('ask for signatures');
    await head.choose('Which policy?', `${policy}, version 4.0`);
    await head.tick('Leadership');
    await head.tick('Teaching');
    await head.fill('Why do you ask?', 'It was brought up to date for the new school year.');
    await head.press('See who is asked');
    await head.shows('Before anything is sent', '6 people would be asked');
    await head.press('Open it');
    campaign = referenceOn(await head.shows('It is open', policy));
    for (const asked of [teacher, dsl]) await asked.shows('Please read and sign', policy, campaign);
    await picture(teacher, 'asked', campaign);
    expect(await shownElsewhere(1)).not.toMatch(/Please read and sign|CA-/);

    const [refused = ''] = await elsewhere.head.say(`progress of ${campaign}`);
    expect(refused).toContain('There is no such sign-off');
    await picture(elsewhere.head, 'refused');
    const [none = ''] = await elsewhere.head.say('sign-offs');
    expect(none).not.toContain(campaign);
    expect((await head.say('sign-offs')).join()).toContain(campaign);
  });

  it('shows the trust’s central team totals, and nothing of a person, a report or a request', async () => {
    const { central, schools } = seats();
    if (!central) throw new Error('nobody sits for the central team');
    const [totals = ''] = await central.say('trust');
    for (const shown of ['Totals of The Marlow Valley Trust', 'All 3 schools', ...names])
      expect(totals).toContain(shown);
    expect(totals).not.toMatch(/\b(?:SR|CA)-/);
    for (const { people } of otherSchools)
      for (const person of Object.values(people)) expect(totals).not.toContain(person);
    await picture(central, 'totals');
    for (const words of [`open ${reports[0]}`, `progress of ${campaign}`, 'sign-offs', 'Where may I use my phone?']) {
      const [card = ''] = await central.say(words);
      expect(card).toContain('Here you see the totals of your schools');
      expect([...rules.flat(), policy].filter((secret) => card.includes(secret))).toEqual([]);
    }
    await picture(central, 'only-totals');
    expect((await schools[0]?.head.say('trust'))?.join()).not.toContain('Totals of');
  });
});
