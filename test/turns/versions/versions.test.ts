import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buttonOf } from '../questions/question-bench.ts';
import { openVersions, people, policyId, schoolId, type Who } from './version-bench.ts';

const question = 'How do I make a password?';
const four = (text: string) => text.replace('three random words', 'four random words');
const decision = {
  change: 'binding',
  adoptedBy: 'governing-board',
  adoptedOn: '2026-11-18',
  meeting: 'Autumn, minute 7',
};

type Turns = Awaited<ReturnType<typeof openVersions>>;
const formOf = async (turns: Turns, who: Who = 'head') =>
  buttonOf(await turns.press(who, 'versions.compose', { policy: policyId, hash: turns.hash() }), 'versions.adopt');

describe('a policy whose file was changed', () => {
  it('is quoted as it is in force until the head has put the new words in force', async () => {
    const turns = await openVersions();
    await turns.edit((text) => four(text).replace('version: "4.0"', 'version: "4.1"'));
    expect(await turns.say('teacher', question)).toMatch(/three random words.*4\.0/s);

    const changes = await turns.press('head', 'versions.changes', { policy: policyId, hash: turns.hash(), page: '0' });
    expect(changes).toContain('three random words');
    expect(changes).toContain('four random words');
    const done = await turns.press('head', 'versions.adopt', { ...(await formOf(turns)), ...decision });
    expect(done).toContain('In force: Staff Acceptable Use Policy, version 4.1');
    expect(done).toContain('adopted by the governing board on 18 November 2026');
    expect(await turns.say('teacher', question)).toMatch(/four random words.*4\.1/s);
    expect(turns.hash()).toBe('');
  });

  it('has the ways of asking named that rest then, as a clause of theirs says more', async () => {
    const entry = (words: string, clause: string, says: string) =>
      `- { words: "${words}", clause: "${clause}", says: "${says} …" }\n`;
    const kept = entry('how do I make a password', `${policyId}#hxyxjp`, 'Make your school password');
    const turns = await openVersions({
      prepare: (folder) =>
        writeFileSync(
          join(folder, schoolId, 'phrasings.yaml'),
          entry('can I bring a kettle', `${policyId}#rjdo2u`, 'Electrical items from home') + kept,
        ),
    });
    await turns.edit((text) => four(text).replace('Electrical items from home', 'Electrical items, from home'));
    const same = await turns.press('head', 'versions.adopt', { ...(await formOf(turns)), ...decision });
    expect(same).toContain('In force: ');
    expect(same).not.toContain('can I bring a kettle');
    await turns.edit((text) => text.replace('Electrical items, from home', 'New electrical items from home'));
    const done = await turns.press('head', 'versions.adopt', { ...(await formOf(turns)), ...decision });
    expect(done).toContain('These ways of asking rest now');
    expect(done).toContain('“can I bring a kettle”');
    expect(done).not.toContain('how do I make a password');
  });

  it('is told to the head, once, in their own chat', async () => {
    const turns = await openVersions();
    expect(await turns.owed()).toEqual([]);
    await turns.edit(four);
    await turns.shelf.refresh();
    const owed = await turns.owed();
    expect(owed.map(({ to }) => to)).toEqual([expect.objectContaining({ objectId: people.head.aadObjectId })]);
    expect(owed[0]?.card).toContain('Staff Acceptable Use Policy: a new text is waiting');
    expect(owed[0]?.card).toContain('1 clause reworded.');
  });

  it('waits for nobody where only the front matter changed, and no longer where the old words came back', async () => {
    const turns = await openVersions();
    await turns.edit((text) => text.replace('reviewDue: 2027-07-31', 'reviewDue: 2027-08-31'));
    expect(turns.hash()).toBe('');
    expect(await turns.say('teacher', question)).toContain('31 August 2027');
    await turns.edit(four);
    expect(turns.hash()).not.toBe('');
    await turns.edit((text) => text.replace('four random words', 'three random words'));
    expect(turns.hash()).toBe('');
    expect(await turns.owed()).toHaveLength(1);
  });

  it('serves the same after a restart, whatever the file says by then', async () => {
    const turns = await openVersions();
    const { versions } = turns;
    const known = await versions.versions(schoolId);
    expect(known.length).toBeGreaterThan(5);
    expect(known.every(({ adoption }) => adoption?.change === 'first')).toBe(true);
    await turns.edit(four);
    await turns.shelf.refresh();
    expect((await versions.versions(schoolId)).length).toBe(known.length + 1);
    expect(turns.shelf.find(schoolId)).toBe(turns.shelf.find(schoolId));
  });
});

describe('putting a version in force', () => {
  it.each([
    ['without a choice', { change: '' }, 'has to sign again'],
    ['without a day', { adoptedOn: '' }, 'The day on which it was adopted is missing'],
    ['before its day', { adoptedOn: '2026-11-21' }, 'That day is still to come'],
    ['as a minor change without a reason', { change: 'minor', reason: ' ' }, 'A minor change needs its reason'],
    ['with too long a reason', { change: 'minor', reason: 'x'.repeat(401) }, 'may have 400 characters'],
  ])('changes nothing %s, and asks again', async (_, missing, problem) => {
    const turns = await openVersions();
    await turns.edit(four);
    const form = await formOf(turns);
    const asked = await turns.press('head', 'versions.adopt', { ...form, ...decision, ...missing });
    expect(asked).toContain(problem);
    expect(buttonOf(asked, 'versions.adopt')).toEqual(form);
    expect(await turns.say('teacher', question)).toContain('three random words');
  });

  it.each(['teacher', 'dsl', 'chair'] as const)('is not for the %s, who sees nothing of it', async (who) => {
    const turns = await openVersions();
    await turns.edit(four);
    const form = await formOf(turns);
    const named = { policy: policyId, hash: turns.hash() };
    for (const card of [
      await turns.press(who, 'versions.adopt', { ...form, ...decision }),
      await turns.press(who, 'versions.compose', named),
      await turns.press(who, 'versions.changes', { ...named, page: '0' }),
      await turns.say(who, 'versions'),
      await turns.say(who, `put ${policyId} in force: binding, board, 2026-11-18, autumn meeting`),
    ]) {
      expect(card).toContain('The head puts policies in force');
      expect(card).not.toContain('random words');
    }
    expect(await turns.say('teacher', question)).toContain('three random words');
  });

  it('is for whoever stands in for the head while they are away', async () => {
    const turns = await openVersions();
    await turns.edit(four);
    expect(await turns.say('deputyHead', 'versions')).toContain('The head puts policies in force');
    const absence = {
      id: 'SA-1',
      schoolId,
      personId: 'helen-marsh',
      cover: 'tom-bellamy',
      from: '2026-11-20',
      to: '2026-11-27',
    };
    const act = { activityKey: 'away', submissionId: 'away' };
    await turns.absences.addAbsence(act, { ...absence, at: '2026-11-20T08:00:00.000Z' }, { owed: [], entries: [] });
    const done = await turns.press('deputyHead', 'versions.adopt', {
      ...(await formOf(turns, 'deputyHead')),
      ...decision,
    });
    expect(done).toContain('In force');
    expect(await turns.say('head', 'versions')).toContain('The head puts policies in force');
  });

  it('happens in the head’s own chat only', async () => {
    const turns = await openVersions();
    await turns.edit(four);
    const data = { ...(await formOf(turns)), ...decision };
    expect(await turns.press('head', 'versions.adopt', data, 'groupChat')).toContain('in your own chat');
    expect(await turns.say('teacher', question)).toContain('three random words');
  });

  it('refuses what the file does not say any more, and what was decided over another version', async () => {
    const turns = await openVersions();
    await turns.edit(four);
    const stale = await formOf(turns);
    await turns.edit((text) => text.replace('four random words', 'five random words'));
    expect(await turns.press('head', 'versions.adopt', { ...stale, ...decision })).toContain('changed in the meantime');
    const fresh = await formOf(turns);
    const other = { ...fresh, over: 'ab'.repeat(32) };
    expect(await turns.press('head', 'versions.adopt', { ...other, ...decision })).toContain('changed in the meantime');
    expect(await turns.say('teacher', question)).toContain('three random words');
    expect(await turns.press('head', 'versions.adopt', { ...fresh, ...decision })).toContain('In force');
  });

  it('is one decision when the press comes twice, and stands in the ledger without a name', async () => {
    const turns = await openVersions();
    await turns.edit(four);
    const form = { ...(await formOf(turns)), ...decision };
    for (let times = 0; times < 2; times++) {
      expect(await turns.press('head', 'versions.adopt', form)).toContain('In force');
    }
    const entries = await turns.ledger.entries({ schoolId, chain: 'signoffs' }, 1, 100);
    const own = entries.filter(({ facts }) => facts.change === 'binding');
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({
      kind: 'version-in-force',
      facts: { policy: policyId, version: '4.0', adoptedBy: 'governing-board', adoptedOn: '2026-11-18' },
    });
    expect(JSON.stringify(entries)).not.toMatch(/Helen|Autumn/);
  });

  it('can be done by typing alone', async () => {
    const turns = await openVersions();
    expect(await turns.say('head', 'changes in Staff Acceptable Use Policy')).toContain('Nothing is waiting there');
    await turns.edit(four);
    expect(await turns.say('head', 'versions')).toContain('is waiting to be put in force');
    expect(await turns.say('head', 'what changed in Staff Acceptable Use Policy?')).toContain('four random words');
    expect(await turns.say('head', `put ${policyId} in force: minor`)).not.toContain('In force:');
    const asked = await turns.say('head', `put ${policyId} in force: minor, head, soon`);
    expect(asked).toContain('The day on which it was adopted is missing');
    const done = await turns.say(
      'head',
      `Put ${policyId} in force: minor, head, 2026-11-19, because the wording was unclear`,
    );
    expect(done).toContain('Signatures of the version before still hold');
    expect(await turns.say('teacher', question)).toContain('four random words');
    const [minor] = (await turns.versions.versions(schoolId)).filter(({ adoption }) => adoption?.change === 'minor');
    expect(minor?.adoption).toMatchObject({ adoptedBy: 'head', reason: 'the wording was unclear' });
  });

  it('logs nothing that anybody wrote', async () => {
    const turns = await openVersions();
    await turns.edit(four);
    await turns.press('head', 'versions.adopt', { ...(await formOf(turns)), ...decision });
    expect(turns.logged.join('')).toContain('a version of a policy came into force');
    expect(turns.logged.join('')).not.toMatch(/minute 7|random words|Helen/);
  });
});

describe('the card of a version in force', () => {
  it('leads the head to asking for signatures on that policy as it is now', async () => {
    const turns = await openVersions();
    await turns.edit((text) => four(text).replace('version: "4.0"', 'version: "4.1"'));
    const done = await turns.press('head', 'versions.adopt', { ...(await formOf(turns)), ...decision });
    const form = await turns.press('head', 'campaigns.compose', buttonOf(done, 'campaigns.compose'));
    expect(form).toContain('"title":"Staff Acceptable Use Policy, version 4.1"');
    expect(form).toContain(`"value":"${policyId}"`);
    const why = { groups: '', why: 'The words on passwords changed.', dueOn: '2026-12-11' };
    const plan = await turns.press('head', 'campaigns.plan', { policy: policyId, ...why });
    expect(plan).toContain('version 4.1');
    expect(buttonOf(plan, 'campaigns.open')).toBeDefined();
  });

  it.each([
    ['has no declaration of its own', '## Declaration {.declaration}', '## Declaration'],
    ['is for pupils and parents alone', /^audience: .*$/m, 'audience: [pupils, parents]'],
    ['is not to be quoted yet', /^version: .*$/m, '$&\neffectiveFrom: 2026-12-01'],
  ])('offers nothing of the kind where the policy %s', async (_, part, instead) => {
    const turns = await openVersions();
    await turns.edit((text) => four(text).replace(part, instead));
    const done = await turns.press('head', 'versions.adopt', { ...(await formOf(turns)), ...decision });
    expect(done).toContain('In force: Staff Acceptable Use Policy');
    expect(done).not.toContain('campaigns.compose');
    expect(done).not.toContain('Ask for signatures');
  });
});
