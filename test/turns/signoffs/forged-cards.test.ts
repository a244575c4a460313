import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { openSigning, people, references, schoolId, ticks, type Turns, type Who } from './signing-bench.ts';

const otherHash = 'ab'.repeat(32);
const submission = '9f86d081884c7d659a2feaa0c55ad015';
type Stores = ReturnType<typeof createMemoryStores>;

let turns: Turns;
let store: Stores;
beforeEach(async () => {
  store = createMemoryStores();
  turns = await openSigning({ stores: store });
});

/** All that is stored, but the refusals and the acts that made them. */
async function content() {
  const { entries, acts, ...rest } = await store.transfer.exportAll();
  return {
    ...rest,
    entries: entries.filter(({ kind }) => kind !== 'signature-refused'),
    acts: acts.filter(({ made }) => made !== 'none' && !made.startsWith('CA-')),
  };
}

interface Case {
  readonly who?: Who;
  /** Arranges it, and gives the data of the forged card. */
  readonly forge: () => Promise<{ signatory: string; hash: string }>;
  readonly says: string;
  readonly why: string;
}

const cases: Readonly<Record<string, Case>> = {
  'the card of another person': {
    who: 'dsl',
    forge: async () => {
      const { campaign, of } = await turns.open(['teacher', 'dsl']);
      return { signatory: of('teacher').id, hash: campaign.document.hash };
    },
    says: 'There is no such request for you',
    why: 'other-person',
  },
  'the card of a person who asks nobody': {
    who: 'chair',
    forge: async () => {
      const { campaign, of } = await turns.open();
      return { signatory: of('teacher').id, hash: campaign.document.hash };
    },
    says: 'There is no such request for you',
    why: 'other-person',
  },
  'an id that nobody has': {
    forge: async () => ({ signatory: 'f'.repeat(32), hash: (await turns.open()).campaign.document.hash }),
    says: 'There is no such request for you',
    why: 'unknown',
  },
  'a person of another school': {
    forge: async () => {
      const { campaign, of } = await turns.open();
      const row = { ...of('teacher'), id: 'e'.repeat(32), schoolId: 'otter-lane', campaignId: references[1] };
      const at = row.changedAt;
      const other = { ...campaign, schoolId: 'otter-lane', id: references[1] };
      const then = { owed: [], entries: [] };
      await store.signoffs.record({ schoolId: 'otter-lane', at, campaigns: [other], signatories: [row], then });
      return { signatory: row.id, hash: campaign.document.hash };
    },
    says: 'There is no such request for you',
    why: 'unknown',
  },
  'another version’s hash': {
    forge: async () => ({ signatory: (await turns.open()).of('teacher').id, hash: otherHash }),
    says: 'The card was of an older version, so nothing was signed with it. Here is the current one.',
    why: 'older-version',
  },
  'a version that a binding one has replaced': {
    forge: async () => {
      const { campaign, of } = await turns.open();
      await adopt('binding');
      return { signatory: of('teacher').id, hash: campaign.document.hash };
    },
    says: 'This card is of an older version',
    why: 'older-version',
  },
  'a closed campaign': {
    forge: async () => {
      const { campaign, of } = await turns.open();
      await turns.close(campaign);
      return { signatory: of('teacher').id, hash: campaign.document.hash };
    },
    says: 'This is closed',
    why: 'closed',
  },
  'a campaign that waits for its confirmation': {
    forge: async () => {
      const { campaign, of } = await turns.open(['teacher'], { state: 'waiting' });
      return { signatory: of('teacher').id, hash: campaign.document.hash };
    },
    says: 'This is not open yet',
    why: 'not-open',
  },
  'somebody who is exempt': { forge: () => asked('exempt'), says: 'You need not sign this', why: 'exempt' },
  'somebody who left': { forge: () => asked('left'), says: 'You are no longer asked for this', why: 'left' },
  'somebody who declined': { forge: () => asked('declined'), says: 'You said that you cannot agree', why: 'declined' },
};

async function asked(state: 'exempt' | 'left' | 'declined') {
  const { campaign, of } = await turns.open();
  await turns.change(of('teacher').id, { state });
  return { signatory: of('teacher').id, hash: campaign.document.hash };
}

async function adopt(change: 'binding' | 'minor') {
  await turns.edit((text) => text.replace('three random words', 'four random words'));
  const at = turns.now().toISOString();
  const hash = turns.hash();
  const [over] = (await turns.versions.versions(schoolId)).filter(
    ({ policyId, adoption }) => policyId === 'staff-acceptable-use' && adoption,
  );
  const act = { activityKey: `adopt-${at}`, submissionId: `adopt-${at}` };
  const name = { schoolId, policyId: 'staff-acceptable-use', hash };
  const later = new Date(turns.now().getTime() + 1).toISOString();
  await turns.versions.adopt(act, name, over?.hash ?? '', { change, at: later }, { owed: [], entries: [] });
}

const deeds = {
  sign: (who: Who, data: object, id = submission) =>
    turns.press(who, 'signoffs.sign', { ...data, ...ticks, submission: id, name: people[who].name }),
  ask: (who: Who, data: object, id = submission) =>
    turns.press(who, 'signoffs.send', { ...data, submission: id, what: 'query', text: 'What about my own phone?' }),
  decline: (who: Who, data: object, id = submission) =>
    turns.press(who, 'signoffs.send', { ...data, submission: id, what: 'decline', text: '' }),
};
const looks = ['signoffs.show', 'signoffs.read', 'signoffs.declare', 'signoffs.question', 'signoffs.cannot'] as const;

describe('a card forged with', () => {
  it.each(Object.entries(cases))(
    '%s is refused with a sentence, and nothing is recorded but that',
    async (named, one) => {
      const { who = 'teacher' } = one;
      const data = await one.forge();
      await turns.say(who, 'hello'); // The bot remembers once where it can write to somebody.
      const before = await content();
      const refused = [];
      for (const [n, [deed, act]] of Object.entries(deeds).entries()) {
        // Who declined says so again: nothing changes, and nobody is refused.
        const isRepeat = deed === 'decline' && named === 'somebody who declined';
        if (!isRepeat) refused.push(one.why);
        // The same form sent twice is one refusal.
        for (let times = 0; times < 2; times++) {
          const card = await act(who, data, `${n}`.repeat(32));
          expect(card).toContain(isRepeat ? 'Recorded: you cannot agree' : one.says);
          expect(await content()).toEqual(before);
        }
      }
      const refusals = await turns.refusals();
      expect(refusals.map(({ why }) => why)).toEqual(refused);
      expect(JSON.stringify(refusals)).not.toMatch(/okafor|phone/i);
    },
  );

  it.each(Object.entries(cases))(
    '%s shows nothing that is not theirs, and looking changes nothing',
    async (named, one) => {
      const { who = 'teacher' } = one;
      const { hash, signatory } = await one.forge();
      await turns.say(who, 'hello');
      const before = await store.transfer.exportAll();
      for (const verb of looks) {
        const page = verb === 'signoffs.read' && { page: '0' };
        const card = await turns.press(who, verb, { signatory, ...(verb !== 'signoffs.show' && { hash }), ...page });
        if (/person|nobody/.test(named)) {
          expect(card).toContain(one.says);
          expect(card).not.toContain('Acceptable');
        }
        expect(card).not.toContain('"signoffs.sign"');
      }
      expect(await store.transfer.exportAll()).toEqual(before);
    },
  );
});

describe('a signature that is sent again', () => {
  it.each(['the same activity', 'a new activity'])(
    'by %s leads to the same receipt and records nothing',
    async (how) => {
      const { campaign, of } = await turns.open();
      const data = { signatory: of('teacher').id, hash: campaign.document.hash, submission, ...ticks };
      const value = {
        action: { type: 'Action.Execute', verb: 'signoffs.sign', data: { ...data, name: 'Amara Okafor' } },
      };
      const press = (id: string) =>
        turns.run('teacher', { type: 'invoke', name: 'adaptiveCard/action', value, id }, 'personal');
      await turns.say('teacher', 'hello');
      const first = await press('one');
      const before = await store.transfer.exportAll();
      const again = await press(how === 'the same activity' ? 'one' : 'two');
      const [reference] = /SG-[2-9A-Z]{4}-[2-9A-Z]/.exec(first) ?? [];
      expect(first).toContain('Signed:');
      expect(again).toContain(reference);
      expect(await store.transfer.exportAll()).toEqual(before);
    },
  );

  it('twice at once is one receipt', async () => {
    const { campaign, of } = await turns.open();
    const data = { signatory: of('teacher').id, hash: campaign.document.hash, ...ticks, name: 'Amara Okafor' };
    const cards = await Promise.all(
      [submission, submission, 'ab'.repeat(16), 'cd'.repeat(16)].map((one) =>
        turns.press('teacher', 'signoffs.sign', { ...data, submission: one }),
      ),
    );
    const receipts = await turns.signoffs.receipts(schoolId, campaign.id);
    expect(receipts).toHaveLength(1);
    for (const card of cards) expect(card).toContain(receipts[0]?.id);
    expect(await turns.refusals()).toEqual([]);
  });

  it('under another person’s submission is that person’s own', async () => {
    const { campaign, of } = await turns.open(['teacher', 'dsl']);
    const { hash } = campaign.document;
    await deeds.sign('teacher', { signatory: of('teacher').id, hash });
    expect(await deeds.sign('dsl', { signatory: of('dsl').id, hash })).toContain('Signed by Daniel Reid');
    expect(await turns.signoffs.receipts(schoolId, campaign.id)).toHaveLength(2);
  });
});

describe('a version that only minor ones have replaced', () => {
  it('is signed as it was asked for', async () => {
    const { campaign, of } = await turns.open();
    await adopt('minor');
    const data = { signatory: of('teacher').id, hash: campaign.document.hash };
    expect(await deeds.sign('teacher', data)).toContain('Signed: Staff Acceptable Use Policy');
    const [receipt] = await turns.signoffs.receipts(schoolId, campaign.id);
    expect(receipt?.document.hash).toBe(campaign.document.hash);
  });
});
