import { describe, expect, it } from 'vitest';
import { commitmentOf } from '../../../src/domain/signoffs/receipt.ts';
import { buttonOf } from '../questions/question-bench.ts';
import { openSigning, people, references, schoolId, ticks, type Turns, type Who } from './signing-bench.ts';

const name = people.teacher.name;

/** From the card in the chat to the declaration, by its buttons alone. */
async function declarationOf(turns: Turns, who: Who = 'teacher') {
  const [asked] = (await turns.send()).filter(({ subject }) => subject.kind === 'signoff-asked');
  let card = await turns.press(who, 'signoffs.read', buttonOf(asked?.card ?? '', 'signoffs.read'));
  while (card.includes('Next page')) card = await turns.press(who, 'signoffs.read', buttonOf(card, 'signoffs.read'));
  return turns.press(who, 'signoffs.declare', buttonOf(card, 'signoffs.declare'));
}

describe('the card in the chat', () => {
  it('says who asks, why, by when and what, and asks once more as a reminder', async () => {
    const turns = await openSigning();
    const { of } = await turns.open();
    const [asked] = await turns.send();
    expect(asked?.summary).toBe('Staffroom: please read and sign a policy');
    expect(asked?.card).toContain('Please read and sign: Staff Acceptable Use Policy, version 4.0');
    expect(asked?.card).toContain('Asked by Helen Marsh, Headteacher. Please sign by 11 December 2026.');
    expect(asked?.card).toContain('“The rules on passwords are new.”');
    await turns.change(of('teacher').id, { state: 'exempt', reason: 'on leave' });
    expect(await turns.press('teacher', 'signoffs.read', buttonOf(asked?.card ?? '', 'signoffs.read'))).not.toContain(
      'I have read it',
    );
  });
});

describe('signing', () => {
  it('takes two acts: having read the policy page by page, then each statement and the name', async () => {
    const turns = await openSigning();
    const { campaign, of } = await turns.open();
    const form = await declarationOf(turns);
    for (const { text } of campaign.document.statements) expect(form).toContain(text);
    const button = buttonOf(form, 'signoffs.sign');

    const receipt = await turns.press('teacher', 'signoffs.sign', { ...button, ...ticks, name: 'amara OKAFOR' });
    const [stored] = await turns.signoffs.receipts(schoolId, campaign.id);
    expect(stored).toMatchObject({ name, typedName: 'amara OKAFOR', how: { kind: 'teams' } });
    expect(stored && commitmentOf(stored)).toBe(stored?.commitment);
    expect(receipt).toContain('Signed: Staff Acceptable Use Policy, version 4.0');
    expect(receipt).toContain(`Receipt ${stored?.id}. Signed by amara OKAFOR on 20 November 2026 at 10:05.`);
    expect(receipt.replaceAll(' ', '')).toContain(campaign.document.hash);
    for (const { text } of campaign.document.statements) expect(receipt).toContain(text);
    expect(await turns.stateOf(of('teacher').id)).toBe('signed');

    const entries = await turns.ledger.entries({ schoolId, chain: 'signoffs' }, 1, 1_000);
    expect(entries.filter(({ kind }) => kind === 'signed').map(({ facts }) => facts)).toEqual([
      {
        campaign: campaign.id,
        receipt: stored?.id,
        policy: 'staff-acceptable-use',
        hash: campaign.document.hash,
        commitment: stored?.commitment,
      },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/amara|okafor/i);
    expect(turns.logged.join('')).not.toMatch(/amara OKAFOR/);
  });

  it('puts the receipt in the place of the card that asked, and asks no more', async () => {
    const turns = await openSigning();
    await turns.open();
    const form = await declarationOf(turns);
    await turns.press('teacher', 'signoffs.sign', { ...buttonOf(form, 'signoffs.sign'), ...ticks, name });
    const [settled, ...others] = await turns.send();
    expect(others).toEqual([]);
    expect(settled?.edits?.activityId).toMatch(/^sent-.*signoff-asked/);
    expect(settled?.card).toContain('Signed: Staff Acceptable Use Policy');
  });

  it.each([
    ['a statement is not ticked', { s3: 'false' }, 'Not every statement was ticked'],
    ['one is left out', { s7: undefined }, 'Not every statement was ticked'],
    ['no name is typed', { name: '  ' }, 'Your name was missing'],
    ['another name is typed', { name: 'Daniel Reid' }, 'The school knows you as Amara Okafor'],
    ['the name is a book', { name: 'Amara Okafor '.repeat(40) }, 'too long for a name'],
  ])('records nothing where %s, and shows the form again', async (_, changes, problem) => {
    const turns = await openSigning();
    const { campaign, of } = await turns.open();
    const button = buttonOf(await declarationOf(turns), 'signoffs.sign');
    const data = Object.fromEntries(
      Object.entries({ ...button, ...ticks, name, ...changes }).filter(([, value]) => value !== undefined),
    );
    const again = await turns.press('teacher', 'signoffs.sign', data);
    expect(again).toContain(problem);
    expect(buttonOf(again, 'signoffs.sign')).toEqual(button);
    expect(await turns.signoffs.receipts(schoolId, campaign.id)).toEqual([]);
    expect(await turns.stateOf(of('teacher').id)).toBe('pending');
    expect(await turns.refusals()).toEqual([]);
  });

  it('gives the same receipt to whoever signs again, from whatever card', async () => {
    const turns = await openSigning();
    const { campaign } = await turns.open();
    const form = buttonOf(await declarationOf(turns), 'signoffs.sign');
    const button = { ...form, ...ticks, name };
    await turns.press('teacher', 'signoffs.sign', button);
    const again = await turns.press('teacher', 'signoffs.sign', { ...button, name: 'Amara A. Okafor' });
    const other = await turns.press('teacher', 'signoffs.declare', {
      signatory: form.signatory,
      hash: form.hash,
    });
    const [stored, ...others] = await turns.signoffs.receipts(schoolId, campaign.id);
    expect(others).toEqual([]);
    expect(again).toContain('You had signed this before. It is the same receipt');
    expect(again).toContain(stored?.id);
    expect(other).toContain(stored?.id);
    expect(await turns.refusals()).toEqual([]);
  });

  it('can be done by typing alone, still in two acts', async () => {
    const turns = await openSigning();
    const { campaign, of } = await turns.open();
    const { id } = campaign;
    expect(await turns.say('teacher', 'What do I need to sign?')).toContain('By 11 December 2026');
    expect(await turns.say('teacher', 'sign Staff Acceptable Use Policy')).toContain('Please read and sign');
    expect(await turns.say('teacher', `read ${id}`)).toContain('Page 1 of');
    expect(await turns.say('teacher', 'read staff-acceptable-use, page 2')).toContain('Page 2 of');
    const tooSoon = await turns.say('teacher', `I agree ${id} Amara Okafor`);
    expect(tooSoon).toContain('Please read the declaration first');
    const form = await turns.say('teacher', `I have read ${id}`);
    const [, typed] = /“(I agree CA-\S+ [0-9A-F]{4})”/.exec(form) ?? [];
    expect(await turns.stateOf(of('teacher').id)).toBe('pending');
    expect(await turns.say('teacher', `${typed} Somebody Else`)).toContain('The school knows you as Amara Okafor');
    const receipt = await turns.say('teacher', `${typed} Amara Okafor`);
    expect(receipt).toContain('Signed: Staff Acceptable Use Policy, version 4.0');
    const [stored] = await turns.signoffs.receipts(schoolId, id);
    expect(await turns.say('teacher', 'what have I signed?')).toContain(stored?.id);
    expect(await turns.say('teacher', `my receipt ${stored?.id}`)).toContain('What you agreed to');
    expect(await turns.say('dsl', `my receipt ${stored?.id}`)).toContain('There is no such receipt of yours');
  });

  it('leaves questions that only sound like it to the policies', async () => {
    const turns = await openSigning();
    await turns.open();
    expect(await turns.say('teacher', 'sign in with the day account?')).not.toContain('Please read and sign');
    expect(await turns.say('dsl', 'read staff-acceptable-use')).not.toContain('Page 1');
    expect(await turns.say('dsl', `read ${references[0]}`)).toContain('There is no such request for you');
  });

  it('happens in the person’s own chat only', async () => {
    const turns = await openSigning();
    const { of } = await turns.open();
    const form = buttonOf(await declarationOf(turns), 'signoffs.sign');
    const entities = [{ type: 'mention', text: '<at>Staffroom</at>', mentioned: { id: `28:${turns.ownAppId}` } }];
    const text = '<at>Staffroom</at> what have I signed';
    for (const card of [
      await turns.press('teacher', 'signoffs.sign', { ...form, ...ticks, name }, 'groupChat'),
      await turns.press('teacher', 'signoffs.show', { signatory: form.signatory }, 'groupChat'),
      await turns.run('teacher', { text, entities }, 'groupChat'),
    ]) {
      expect(card).toContain('in your own chat');
      expect(card).not.toContain('Acceptable');
    }
    expect(await turns.stateOf(of('teacher').id)).toBe('pending');
  });
});

describe('what changed since the last signature', () => {
  it('stands on the first page, clause by clause', async () => {
    const turns = await openSigning();
    const first = await turns.open();
    const form = await declarationOf(turns);
    await turns.press('teacher', 'signoffs.sign', { ...buttonOf(form, 'signoffs.sign'), ...ticks, name });
    await turns.close(first.campaign, 'replaced');
    await turns.edit((text) =>
      text.replace('three random words', 'four random words').replace('version: "4.0"', 'version: "4.1"'),
    );
    const compose = await turns.press('head', 'versions.compose', {
      policy: 'staff-acceptable-use',
      hash: turns.hash(),
    });
    await turns.press('head', 'versions.adopt', {
      ...buttonOf(compose, 'versions.adopt'),
      ...{ change: 'binding', adoptedBy: 'head', adoptedOn: '2026-11-19', meeting: '' },
    });
    await turns.open(['teacher'], { id: references[1] });
    const asked = (await turns.send()).find(({ subject }) => subject.kind === 'signoff-asked');
    expect(asked?.card).toContain('You signed version 4.0 on 20 November 2026 at 10:05; the first page shows');
    const page = await turns.press('teacher', 'signoffs.read', buttonOf(asked?.card ?? '', 'signoffs.read'));
    expect(page).toContain('What changed since you signed version 4.0');
    expect(page).toContain('1 clause reworded.');
    expect(page).toContain('four random words');
    expect(page).toContain('three random words');
  });
});
