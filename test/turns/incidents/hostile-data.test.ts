import { describe, expect, it } from 'vitest';
import { verbs, type Verb } from '../../../src/teams/verbs.ts';
import { buttonOf, keyOf, openDialog, schoolId, type Dialog, type Who } from './dialog-bench.ts';

/** What marks the words of a draft, wherever they come out. */
const secret = 'QZXELLA';

/** Good data for each verb of the dialog that names a draft: whatever is wrong with a press is wrong with the name or the presser. */
const dataOf: Partial<Record<Verb, Record<string, string>>> = {
  'incidents.open': {},
  'incidents.answer': { turn: '5', step: 'where', to: 'next', place: 'Somewhere else' },
  'incidents.edit': { turn: '5', step: 'where' },
  'incidents.send': { turn: '5' },
  'incidents.recipient': { turn: '5', person: '0123456789', about: 'no' },
  'incidents.needed': {},
  'incidents.typing': {},
  'incidents.forms': {},
  'incidents.cancel': { turn: '5' },
  'incidents.delete': { turn: '5' },
};
const withDraft = Object.keys(dataOf) as Verb[]; // Object.keys forgets what it was given

async function draftOf(dialog: Dialog, who: Who): Promise<string> {
  let { card } = await dialog.say(who, 'report');
  for (const answer of ['no', 'no']) {
    card = (await dialog.press(who, 'incidents.answer', buttonOf(card, 'incidents.answer', { answer }))).card;
  }
  for (const inputs of [{ about: 'pupil' }, { kind: 'conduct' }, { place: `${secret} Hall` }]) {
    const data = { ...buttonOf(card, 'incidents.answer', { to: 'next' }), ...inputs };
    card = (await dialog.press(who, 'incidents.answer', data)).card;
  }
  const [found] = await dialog.drafts(who);
  if (!found) throw new Error('no draft was begun');
  return found.draft.id;
}

/** Everything that a press could have changed. */
async function stateOf(dialog: Dialog) {
  const { incidents, deliveries, ledger } = dialog.stores;
  return JSON.stringify({
    drafts: await Promise.all(
      (['teacher', 'volunteer'] as const).map((who) => incidents.draftsOf(schoolId, keyOf(who))),
    ),
    reports: await incidents.all(schoolId),
    owed: await deliveries.summary(),
    head: await ledger.head({ schoolId, chain: 'reports' }),
  });
}

it('covers every verb of the dialog that names a draft', () => {
  const naming = Object.entries(verbs).filter(
    ([verb, schema]) => verb.startsWith('incidents.') && 'draft' in schema.shape,
  );
  expect(naming.map(([verb]) => verb).sort()).toEqual([...withDraft].sort());
});

describe.each(withDraft)('%s', (verb) => {
  const data = dataOf[verb] ?? {};

  it('with another person’s draft or forged data changes nothing and shows none of its words', async () => {
    const dialog = await openDialog();
    const draft = await draftOf(dialog, 'teacher');
    const before = await stateOf(dialog);
    for (const who of ['volunteer', 'dsl', 'head'] as const) {
      for (const seen of [
        await dialog.press(who, verb, { draft, ...data }),
        await dialog.submit(who, verb, { draft, ...data }),
      ]) {
        expect(seen.card).toContain('"type":"AdaptiveCard"');
        expect(seen.card).not.toContain(secret);
      }
    }
    for (const forged of [
      { aadObjectId: keyOf('dsl').objectId },
      { schoolId: 'otter-lane' },
      { role: 'dsl' },
      { draft: 7 },
      { draft: { $ne: null } },
    ]) {
      const seen = await dialog.press('teacher', verb, { draft, ...data, ...forged });
      expect(seen.card).toContain('This button is no longer in use');
    }
    expect(await stateOf(dialog)).toBe(before);
  });

  it('with a draft that was sent, was deleted or never was changes nothing', async () => {
    const dialog = await openDialog();
    const sent = await draftOf(dialog, 'teacher');
    await dialog.press('teacher', 'incidents.send', { draft: sent });
    const deleted = await draftOf(dialog, 'teacher');
    const { card } = await dialog.press('teacher', 'incidents.cancel', { draft: deleted });
    await dialog.press('teacher', 'incidents.delete', buttonOf(card, 'incidents.delete'));
    expect(await dialog.drafts('teacher')).toEqual([]);
    await dialog.owed();
    const before = await stateOf(dialog);
    for (const draft of [sent, deleted, 'SD-2222-3', 'SR-2222-3', '__proto__', '']) {
      const seen = await dialog.press('teacher', verb, { draft, ...data });
      expect(seen.card).toContain('"type":"AdaptiveCard"');
      expect(seen.card).not.toContain(secret);
    }
    expect(await stateOf(dialog)).toBe(before);
  });
});
