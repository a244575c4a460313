import { expect, test } from 'vitest';
import { appendEntry } from '../../src/domain/ledger/append-entry.ts';
import { signedEntry } from '../../src/domain/signoffs/make-receipt.ts';
import { commitmentOf, type Receipt } from '../../src/domain/signoffs/receipt.ts';
import type { Signatory } from '../../src/domain/signoffs/signatory.ts';
import type { StoreContent } from '../../src/storage/store-content.ts';
import { fullContent, publicKeys } from '../backup/full-content.ts';
import { at, delivery, person, schoolId } from '../storage/sample-facts.ts';
import { campaign, receipt, signatory } from '../storage/sample-signoffs.ts';
import { judgeSignoffs } from './judge-signoffs.ts';
import type { Signing } from './signoff-traffic.ts';

type World = Pick<
  StoreContent,
  'campaigns' | 'signatories' | 'receipts' | 'questions' | 'deliveries' | 'entries' | 'checkpoints'
> & { readonly told: readonly Signing[]; readonly cards: readonly string[] };

const [one, two] = [signatory(1, { state: 'signed', asked: 1 }), signatory(2, { asked: 1 })];
const asked = ({ id, person: to }: Signatory) =>
  delivery(Number.parseInt(id, 16), {
    to: to ?? person(1),
    state: 'sent',
    attempts: [{ at: at(3), outcome: 'sent', code: 'ok' }],
    subject: { kind: 'signoff-asked', campaign: 'CA-1', signatory: id, round: 1 },
  });
const signed: Receipt = receipt(1);
const ledger = (receipts: readonly Receipt[]) =>
  receipts.reduce<StoreContent['entries']>(
    (entries, next) => [...entries, appendEntry(entries.at(-1), signedEntry(next))],
    [],
  );

/** Two people are asked, one signed and was told so. */
const sound: World = {
  ...fullContent(1),
  campaigns: [campaign(1)],
  signatories: [one, two],
  receipts: [signed],
  questions: [],
  deliveries: [asked(one), asked(two)],
  entries: ledger([signed]),
  checkpoints: [],
  told: [{ objectId: person(1).objectId, receipt: signed.id }, { objectId: person(2).objectId }],
  cards: [one.id, two.id],
};

function judge(changed: Partial<World>) {
  const { told, cards, ...content } = { ...sound, ...changed };
  const seen = cards.map((id) => ({ kind: 'created' as const, activity: { data: { signatory: id } } }));
  return judgeSignoffs(told, content, { schoolId, keys: publicKeys, seen });
}

const nothingWrong = { lost: 0, torn: 0, doubled: 0, askedTwice: 0, silent: 0, halfOpened: 0, chain: 'whole' };
const again: Receipt = { ...signed, id: 'SG-2', signatoryId: two.id };
const twice = { ...again, commitment: commitmentOf(again) };

test('finds nothing wrong with a sound world', async () => {
  expect(await judge({})).toMatchObject(nothingWrong);
});

test.each<[string, Partial<World>, keyof typeof nothingWrong]>([
  ['a receipt that somebody saw and is not there', { receipts: [] }, 'lost'],
  ['a receipt that is somebody else’s', { told: [{ objectId: person(2).objectId, receipt: signed.id }] }, 'lost'],
  ['a refusal that is not there', { told: [{ objectId: person(2).objectId, hasDeclined: true }] }, 'lost'],
  ['a signature without its receipt', { signatories: [one, { ...two, state: 'signed' }] }, 'torn'],
  ['a receipt of whoever did not sign', { signatories: [{ ...one, state: 'pending' }, two] }, 'torn'],
  ['a receipt without its entry', { entries: [] }, 'torn'],
  ['an entry without its receipt', { entries: ledger([signed, twice]) }, 'torn'],
  ['a receipt that was changed', { receipts: [{ ...signed, typedName: 'Other' }] }, 'torn'],
  ['a question that is not there', { signatories: [one, { ...two, questionId: 'SQ-404' }] }, 'torn'],
  [
    'the same words signed twice by one person',
    {
      signatories: [one, { ...two, state: 'signed' }],
      receipts: [signed, twice],
      entries: ledger([signed, twice]),
    },
    'doubled',
  ],
  ['two live campaigns for one policy', { campaigns: [campaign(1), campaign(2)] }, 'doubled'],
  ['a card more than is owed', { cards: [one.id, two.id, two.id] }, 'askedTwice'],
  ['a card that nobody saw', { cards: [one.id] }, 'silent'],
  ['somebody who was never asked', { deliveries: [asked(one)], cards: [one.id] }, 'halfOpened'],
  ['a campaign without people', { signatories: [], receipts: [], entries: [], told: [] }, 'halfOpened'],
])('names %s', async (_, changed, what) => {
  expect((await judge(changed))[what]).toBeGreaterThan(0);
});

test('names a chain with a gap', async () => {
  const [, second] = ledger([signed, twice]);
  expect(await judge({ entries: second ? [second] : [] })).not.toMatchObject({ chain: 'whole' });
});
