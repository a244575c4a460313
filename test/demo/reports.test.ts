import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, noChromium } from '../cards/find-chromium.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { openSeats, type Seats } from './seats.ts';
import { startsInTurnWithin } from './start-demo.ts';

const chromium = findChromium();
if (!chromium) console.warn(noChromium);

/** Reports as the Playground's people make and work them; each card is kept as a picture in output/demo. */
describe.skipIf(!chromium)('reports in the Playground', () => {
  let seats: Seats | undefined;
  let [teacher, dsl, head]: PlaygroundPage[] = [];
  beforeAll(async () => {
    seats = await openSeats(chromium ?? '');
    ({ teacher, dsl, head } = seats);
  }, startsInTurnWithin);
  afterAll(() => seats?.end());

  const page = (of: PlaygroundPage | undefined): PlaygroundPage => {
    if (!of) throw new Error('the demo has not opened this page');
    return of;
  };
  /** Of the last card, as it is and 320 pixels wide. */
  const picture = (of: PlaygroundPage | undefined, name: string) => seats?.picture(page(of), `report-${name}`);
  const referenceOn = (card: string) => /SR-[2-9A-Z]{4}-[2-9A-Z]/.exec(card)?.[0] ?? 'no reference';
  /** Says "report" and answers whether anybody is in danger and whether an image is involved. */
  const begin = async (danger: 'Yes' | 'No', image: 'Yes' | 'No', name: string) => {
    await page(teacher).say('new report');
    await page(teacher).shows('step 1 of 9', '999');
    await picture(teacher, `${name}-1`);
    await page(teacher).press(danger);
    await page(teacher).shows('step 2 of 9');
    await picture(teacher, `${name}-2`);
    await page(teacher).press(image);
    await page(teacher).shows('Whom is it about?');
    await picture(teacher, `${name}-3`);
  };

  /** In a card that took another's place the Playground goes on showing the other's list: in a new one it does not. */
  const takeUpAnew = async (step: string) => {
    const [list = ''] = await page(teacher).say('my reports');
    const [draft = 'no reference'] = /SD-[2-9A-Z]{4}-[2-9A-Z]/.exec(list) ?? [];
    await page(teacher).press(`Go on with ${draft}`);
    await page(teacher).shows(step);
  };

  it('takes an ordinary one to the DSL, who works it to its end', async () => {
    await begin('No', 'No', 'ordinary');
    await page(teacher).tick('A pupil');
    await page(teacher).press('Next');
    await page(teacher).shows('step 4 of 9', 'This goes to the Designated Safeguarding Lead');
    await picture(teacher, 'ordinary-4');
    await takeUpAnew('step 4 of 9');
    await page(teacher).choose('What comes nearest', 'How pupils behave towards one another');
    await page(teacher).press('Next');
    await page(teacher).shows('step 5 of 9');
    await picture(teacher, 'ordinary-5');
    await page(teacher).fill('Where', 'Playground');
    await page(teacher).press('Next');
    await page(teacher).shows('step 6 of 9');
    await picture(teacher, 'ordinary-6');
    await page(teacher).fill('Names, what each had to do with it', 'Ella Whitfield, Year 5, was pushed');
    await page(teacher).press('Next');
    await page(teacher).shows('step 7 of 9');
    await picture(teacher, 'ordinary-7');
    await page(teacher).fill('What you saw', 'A push by the gate.');
    await page(teacher).press('Next');
    await page(teacher).shows('step 8 of 9');
    await picture(teacher, 'ordinary-8');
    await page(teacher).press('Next');
    await page(teacher).shows('step 9 of 9', 'Ella Whitfield', 'A push by the gate.', 'Playground');
    await picture(teacher, 'ordinary-9');
    await page(teacher).press('Send report');
    const receipt = await page(teacher).shows('saved', 'Designated Safeguarding Lead');
    const reference = referenceOn(receipt);
    expect(receipt).not.toContain('Ella');
    await picture(teacher, 'ordinary-receipt');

    const card = await page(dsl).shows(`Report ${reference}`, 'Amara Okafor', 'a pupil');
    expect(card).not.toMatch(/Ella|push/);
    await picture(dsl, 'dsl-1-report');
    await page(dsl).press('Acknowledge');
    await page(dsl).shows('Seen; nobody has taken it yet', 'acknowledged it');
    await page(dsl).press('Take it');
    await page(dsl).shows('Daniel Reid, Designated Safeguarding Lead, has it');
    await picture(dsl, 'dsl-2-taken');
    await page(dsl).press('Details in this chat');
    await page(dsl).shows('Ella Whitfield, Year 5, was pushed', 'A push by the gate.');
    await picture(dsl, 'dsl-3-details');
    await page(dsl).press('Done');
    await page(dsl).shows('no longer in this chat');

    await page(dsl).say(`open ${reference}`);
    await page(dsl).shows('Ella Whitfield');
    await page(dsl).press('Work on it');
    await page(dsl).shows(`Work on ${reference}`, 'What the policies demand');
    await picture(dsl, 'dsl-4-work');
    await page(dsl).press('Note something');
    await page(dsl).tick('Decision');
    await page(dsl).fill('What happened', 'Speak to both classes.');
    await picture(dsl, 'dsl-5-note');
    await page(dsl).press('Save the note');
    await page(dsl).shows('Saved.', `Work on ${reference}`);
    for (let step = 0; step < 8; step++) {
      const work = (await page(dsl).cards()).at(-1) ?? '';
      if (!work.includes('Open\n') && !/\bOpen\b/.test(work)) break;
      await page(dsl).page.getByRole('button', { name: 'Record this step', exact: true }).first().click();
      await page(dsl).shows('Was it done?');
      if (step === 0) await picture(dsl, 'dsl-6-step');
      await page(dsl).tick('Yes');
      await page(dsl).fill('When and by whom', 'Today, by me');
      await page(dsl).press('Save the step');
      await page(dsl).shows('Saved.', `Work on ${reference}`);
    }
    await page(dsl).press('Ask the reporter');
    await page(dsl).fill('Your words', 'Who else was there?');
    await picture(dsl, 'dsl-7-ask');
    await page(dsl).press('Send the question');
    await page(teacher).shows('Who else was there?', reference);
    await picture(teacher, 'asked');
    await page(teacher).fill('Your words', 'Two more pupils of Year 5.');
    await page(teacher).press('Send the answer');
    await page(teacher).shows('passed on');
    await page(dsl).shows(`The reporter of ${reference} answered`);

    await page(dsl).press('Work on it');
    await page(dsl).press('Hand it over');
    await page(dsl).choose('To whom?', 'Police');
    await page(dsl).tick('No, and why not is below');
    await page(dsl).fill('To whom you spoke', 'No crime');
    await picture(dsl, 'dsl-8-hand-over');
    await page(dsl).press('Save the hand-over');
    await page(dsl).shows('Saved.', `Work on ${reference}`);
    const recorded = page(dsl).page.getByRole('button', { name: 'Recorded in CPOMS', exact: true });
    const before = await recorded.count();
    await page(dsl).press('Recorded in CPOMS');
    await expect.poll(() => recorded.count(), { timeout: 20_000 }).toBe(before - 1);
    await page(dsl).press('Close the report');
    await page(dsl).shows('Your words', 'Close');
    await page(dsl).fill('Your words', 'Settled with both families.');
    await page(dsl).press('Close the report');
    await page(dsl).shows('It is closed.');
    await picture(dsl, 'dsl-9-closed');
    await page(teacher).shows(`Your report ${reference} was closed`);
    await page(teacher).say('my reports');
    await page(teacher).shows(reference);
    await picture(teacher, 'my-reports');
  });

  it('calls the DSL with one tap where somebody is in danger, before anything is written', async () => {
    await begin('Yes', 'No', 'urgent');
    await page(teacher).press('Tell them I need them now');
    await page(dsl).shows('Amara Okafor', 'needs you now');
    await picture(dsl, 'urgent-called');
    await page(teacher).tick('A pupil');
    await page(teacher).press('Next');
    await page(teacher).shows('step 4 of 9');
    await page(teacher).press('Send what I have now');
    const reference = referenceOn(await page(teacher).shows('saved'));
    await picture(teacher, 'urgent-receipt');
    await page(dsl).shows(`Report ${reference}`, 'Urgent: please look at it now');
    await picture(dsl, 'urgent-report');
  });

  it('takes four cards and no words where an image is involved', async () => {
    await begin('No', 'Yes', 'image');
    await page(teacher).shows('step 3 of 4');
    await page(teacher).tick('A pupil');
    await page(teacher).tick('On a pupil’s device');
    await page(teacher).press('Next');
    await page(teacher).shows('step 4 of 4');
    await picture(teacher, 'image-4');
    await page(teacher).press('Send report');
    const reference = referenceOn(await page(teacher).shows('saved'));
    await picture(teacher, 'image-receipt');
    await page(dsl).shows(`Report ${reference}`, 'Indecent image');
    await picture(dsl, 'image-report');
  });

  it('opens with the policy’s reassurance where something came up by accident', async () => {
    await begin('No', 'No', 'accidental');
    await page(teacher).tick('Not known');
    await page(teacher).press('Next');
    await takeUpAnew('step 4 of 9');
    await page(teacher).choose('What comes nearest', 'Something came up by accident');
    await page(teacher).press('Next');
    await page(teacher).shows('step 5 of 9');
    await picture(teacher, 'accidental-5');
    await page(teacher).press('Send what I have now');
    await page(teacher).shows('saved');
    await picture(teacher, 'accidental-receipt');
  });

  it('takes one about the head past the head and the DSL', async () => {
    const seen = async () => [...(await page(dsl).cards()), ...(await page(head).cards())];
    await page(dsl).page.waitForTimeout(3_000);
    const before = await seen();
    await begin('No', 'No', 'head');
    await page(teacher).choose('Which adult?', 'Helen Marsh, Headteacher');
    await page(teacher).press('Next');
    await page(teacher).shows('This goes to the Chair of Governors because it is about the headteacher');
    await picture(teacher, 'head-4');
    await page(teacher).press('Send what I have now');
    const reference = referenceOn(await page(teacher).shows('saved', 'Chair of Governors'));
    await picture(teacher, 'head-receipt');
    await page(dsl).page.waitForTimeout(5_000);
    expect(await seen()).toEqual(before);
    expect((await page(head).say(`open ${reference}`)).join()).toContain('There is no such report for you');
  });
});
