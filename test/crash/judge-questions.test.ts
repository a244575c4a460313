import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import { appendEntry } from '../../src/domain/ledger/append-entry.ts';
import type { LedgerEntry } from '../../src/domain/ledger/entry.ts';
import type { HandedQuestion } from '../../src/domain/questions/handed-question.ts';
import type { Sealer } from '../../src/domain/secrecy/sealer.ts';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import { ids } from '../support/activities.ts';
import { judgeQuestions, type Verdict } from './judge-questions.ts';
import { owners, schoolId } from './owners-school.ts';
import { askers, chatOf, type Pressing } from './question-traffic.ts';

/** Everything that a run leaves behind, for a test to spoil. */
interface World {
  questions: HandedQuestion[];
  deliveries: Delivery[];
  entries: LedgerEntry[];
  presses: Pressing[];
  shown: { conversationId: string; text: string }[];
}

const at = '2026-11-20T08:00:00.000Z';
const [owner = '', asker = ''] = [owners[0], askers[0]];
const person = (objectId: string) => ({ tenantId: ids.tenant, objectId });
let root: string;
let keyFile: string;
let sealer: Sealer;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'staffroom-judge-'));
  keyFile = join(root, 'keys.json');
  await createKeyFile(keyFile, newKeyRing(new Date(at)));
  ({ sealer } = await openKeys(keyFile));
});
afterAll(() => rm(root, { recursive: true }));

function recordFact(world: World, kind: 'question-asked' | 'question-answered', id: string, to: string): void {
  world.entries.push(
    appendEntry(world.entries.at(-1), { schoolId, chain: 'questions', at, kind, facts: { reference: id } }),
  );
  world.deliveries.push({
    key: `${schoolId}:${kind}:${id}:${to}`,
    schoolId,
    subject: { kind, questionId: id },
    to: person(to),
    onAmbiguous: 'send-once-more',
    state: 'sent',
    notBefore: at,
    createdAt: at,
    attempts: [{ at, outcome: 'sent', code: 'ok' }],
  });
  world.shown.push({ conversationId: chatOf(to), text: `${kind} ${id}` });
}

async function ask(world: World, id: string, text: string): Promise<void> {
  const sealedText = await sealer.seal(text, { schoolId, type: 'question', id });
  world.questions.push({ id, schoolId, asker: person(asker), owner: person(owner), sealedText, askedAt: at });
  recordFact(world, 'question-asked', id, owner);
  const receipt = { title: 'Saved', reference: id };
  world.presses.push({ kind: 'ask', text, by: asker, about: owner, activity: {}, receipt });
}

/** Two questions; the first was answered, and the person who asked the second saw its second copy. */
async function soundWorld(): Promise<World> {
  const world: World = { questions: [], deliveries: [], entries: [], presses: [], shown: [] };
  await ask(world, 'SQ-1', 'May I?');
  await ask(world, 'SQ-2', 'Must I?');
  const text = 'Yes.';
  const sealedText = await sealer.seal(text, { schoolId, type: 'answer', id: 'SQ-1' });
  world.questions[0] = { ...must(world.questions[0]), answer: { sealedText, at, by: person(owner) } };
  recordFact(world, 'question-answered', 'SQ-1', asker);
  const receipt = { title: 'Saved', reference: 'SQ-1' };
  world.presses.push({ kind: 'answer', text, by: owner, about: 'SQ-1', activity: {}, receipt });
  const ambiguous = { at, outcome: 'ambiguous', code: 'lease-ended' } as const;
  const second = must(world.deliveries[1]);
  world.deliveries[1] = { ...second, attempts: [ambiguous, ...second.attempts] };
  world.shown.push({ conversationId: chatOf(owner), text: 'Second copy of SQ-2' });
  return world;
}

function must<One>(one: One | undefined): One {
  if (one === undefined) throw new Error('the world lacks what a test is to spoil');
  return one;
}

function judge({ questions, deliveries, entries, presses, shown }: World): Promise<Verdict> {
  const seen = shown.map(({ conversationId, text }, n) => ({
    kind: 'created' as const,
    conversationId,
    activityId: `m${n}`,
    activity: { text },
  }));
  const stores = {
    questions: {
      of: (_: string, { objectId }: { objectId: string }) =>
        Promise.resolve(questions.filter((one) => one.asker.objectId === objectId)),
    },
    deliveries: { find: (key: string) => Promise.resolve(deliveries.find((one) => one.key === key)) },
    ledger: {
      head: () => Promise.resolve(entries.at(-1)),
      entries: (_: object, from: number, limit: number) => Promise.resolve(entries.slice(from - 1, from - 1 + limit)),
      checkpoints: () => Promise.resolve([]),
    },
  };
  return judgeQuestions(stores, keyFile, presses, { seen });
}

const right = {
  ...{ lost: 0, torn: 0, recordedTwice: 0, unlabelledDuplicates: 0, extraSecondCopies: 0, silent: 0, chain: 'whole' },
  ...{ records: 3, ambiguous: 1, secondCopies: 1, unknown: 0 },
};

test('a world in which all is right has nothing against it', async () => {
  expect(await judge(await soundWorld())).toEqual(right);
});

test('what nobody was told is neither lost nor missed', async () => {
  const world = await soundWorld();
  world.presses.push({ kind: 'ask', text: 'Never saved', by: asker, about: owner, activity: {} });
  const second = must(world.deliveries[1]);
  world.deliveries[1] = { ...second, state: 'unknown' };
  world.shown = world.shown.filter(({ text }) => !text.includes('SQ-2'));
  expect(await judge(world)).toEqual({ ...right, secondCopies: 0, unknown: 1 });
});

const rehash = (world: World, entries: LedgerEntry[]) => {
  world.entries = entries.reduce<LedgerEntry[]>((chain, one) => [...chain, appendEntry(chain.at(-1), one)], []);
};
const change = <Key extends keyof World>(world: World, key: Key, n: number, to: Partial<World[Key][number]>) => {
  Object.assign(must(world[key][n]), to);
};

const wrongs: readonly [string, Partial<Verdict>, (world: World) => void | Promise<void>][] = [
  [
    'a question that somebody has a reference of and nobody stored',
    { lost: 1, records: 2, ambiguous: 0, secondCopies: 0 },
    (world) => {
      world.questions.splice(1, 1);
      rehash(world, [must(world.entries[0]), must(world.entries[2])]);
    },
  ],
  ['a question that was stored for another owner', { lost: 1 }, (world) => change(world, 'presses', 1, { about: 'x' })],
  [
    'an answer that somebody has a reference of and nobody stored',
    { lost: 1, records: 2 },
    (world) => {
      const { answer: _gone, ...bare } = must(world.questions[0]);
      world.questions[0] = bare;
      rehash(world, world.entries.slice(0, 2));
    },
  ],
  ['a text that is not what was written', { torn: 1 }, (world) => change(world, 'presses', 0, { text: 'May you?' })],
  ['an answer that is not what was written', { torn: 1 }, (world) => change(world, 'presses', 2, { text: 'No.' })],
  [
    'a text that nobody can open',
    { torn: 2 }, // it is not what was written, and no text at all
    (world) => change(world, 'questions', 0, { sealedText: must(world.questions[1]).sealedText }),
  ],
  ['a record without its ledger entry', { torn: 1 }, (world) => rehash(world, world.entries.slice(0, 2))],
  [
    'a record with two ledger entries',
    { torn: 1 },
    (world) => rehash(world, [...world.entries, must(world.entries[0])]),
  ],
  [
    'a ledger entry without its record',
    { torn: 1 },
    (world) => rehash(world, [...world.entries, { ...must(world.entries[0]), facts: { reference: 'SQ-9' } }]),
  ],
  ['a record without what is owed for it', { torn: 1 }, (world) => void world.deliveries.splice(2, 1)],
  ['one act that made two records', { recordedTwice: 1, records: 4 }, (world) => ask(world, 'SQ-3', 'May I?')],
  [
    'a message shown twice and not called a second copy',
    { unlabelledDuplicates: 1 },
    (world) => void world.shown.push(must(world.shown[0])),
  ],
  [
    'two second copies',
    { extraSecondCopies: 1, secondCopies: 2 },
    (world) => void world.shown.push(must(world.shown.at(-1))),
  ],
  [
    'a second copy of what was never in doubt',
    { extraSecondCopies: 1, secondCopies: 2 },
    (world) => void world.shown.push({ conversationId: chatOf(owner), text: 'Second copy of SQ-1' }),
  ],
  ['a message that counts as sent and that nobody saw', { silent: 1 }, (world) => void world.shown.splice(0, 1)],
  [
    'a message that only somebody else saw',
    { silent: 1 },
    (world) => change(world, 'shown', 0, { conversationId: chatOf(askers[5] ?? '') }),
  ],
  [
    'a message that was refused, of which nobody knows',
    { silent: 1 },
    (world) => change(world, 'deliveries', 0, { state: 'refused' }),
  ],
  ['a message that is still owed', { silent: 1 }, (world) => change(world, 'deliveries', 0, { state: 'pending' })],
  [
    'an entry that was changed',
    { chain: 'entry 2: its content is not what its hash was made of' },
    (world) => {
      world.entries[1] = { ...must(world.entries[1]), at: '2026-11-20T09:00:00.000Z' };
    },
  ],
  [
    'an entry whose place was taken by another',
    { chain: 'entry 2: entry 3 stands in its place', torn: 1 },
    (world) => {
      world.entries.splice(1, 1);
    },
  ],
];

test.each(wrongs)('%s is named', async (_, named, spoil) => {
  const world = await soundWorld();
  await spoil(world);
  expect(await judge(world)).toEqual({ ...right, ...named });
});
