import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import { Answers } from '../../src/domain/incidents/answers.ts';
import { toReportEntry } from '../../src/domain/incidents/report-entry.ts';
import type { IncidentEvent } from '../../src/domain/incidents/incident.ts';
import { appendEntry } from '../../src/domain/ledger/append-entry.ts';
import type { LedgerEntry } from '../../src/domain/ledger/entry.ts';
import type { Sealer } from '../../src/domain/secrecy/sealer.ts';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import type { StoreContent } from '../../src/storage/store-content.ts';
import { judgeReports, type ReportVerdict } from './judge-reports.ts';
import type { Dictated } from './report-traffic.ts';

type Rows<Name extends keyof StoreContent> = StoreContent[Name][number][];

/** Everything that a run leaves behind, for a test to spoil. */
interface World {
  told: Dictated[];
  drafts: Rows<'drafts'>;
  reports: Rows<'reports'>;
  reportEvents: Rows<'reportEvents'>;
  deliveries: Delivery[];
  entries: LedgerEntry[];
  seen: { kind: 'created' | 'updated'; conversationId: string; activity: { text: string } }[];
}

const at = '2026-11-24T08:00:00.000Z';
const schoolId = 'marlow-bridge';
const person = (objectId: string) => ({ tenantId: 't', objectId });
const channel = { tenantId: 't', channelId: '19:safeguarding' };
let root: string;
let keyFile: string;
let sealer: Sealer;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'staffroom-judge-reports-'));
  keyFile = join(root, 'keys.json');
  await createKeyFile(keyFile, newKeyRing(new Date(at)));
  ({ sealer } = await openKeys(keyFile));
});
afterAll(() => rm(root, { recursive: true }));

const answersWith = (place: string) => Answers.parse({ at: 'review', about: ['pupil'], place });
const route = {
  rule: 'child',
  reason: 'because',
  clause: 'a#b',
  subjects: [],
  recipients: [],
  rungs: [],
  escalation: [],
  outside: [],
};

async function event(world: World, changes: Partial<IncidentEvent> & Pick<IncidentEvent, 'kind'>, text?: string) {
  const seq = world.reportEvents.length + 1;
  const place = { schoolId, type: 'report-event', id: `SR-1-${seq}` };
  const sealedText = text === undefined ? undefined : await sealer.seal(text, place);
  const made = { seq, at, ...changes, ...(sealedText && { sealedText }) };
  world.reportEvents.push({ ...made, schoolId, reportId: 'SR-1' });
  world.entries.push(appendEntry(world.entries.at(-1), toReportEntry({ schoolId, id: 'SR-1' }, made)));
}

function deliver(world: World, kind: 'incident-report' | 'incident-alert', to: Delivery['to'], text: string): void {
  const subject = { kind, reference: 'SR-1' };
  world.deliveries.push({
    ...{ key: kind, schoolId, subject, to, onAmbiguous: 'send-once-more', state: 'sent', notBefore: at, createdAt: at },
    attempts: [{ at, outcome: 'sent', code: 'ok' }],
  });
  const conversationId = 'channelId' in to ? `${to.channelId};messageid=1` : `a:${to.objectId}`;
  world.seen.push({ kind: 'created', conversationId, activity: { text } });
}

/** A report that came to its channel and was acknowledged, and a draft with one answer. */
async function soundWorld(): Promise<World> {
  const world: World = {
    ...{ told: [], drafts: [], reports: [], reportEvents: [], deliveries: [], entries: [], seen: [] },
  };
  const report = JSON.stringify({ answers: answersWith('Library'), route });
  const draft = {
    schoolId,
    state: 'open',
    revision: 2,
    typing: false,
    startedAt: at,
    touchedAt: at,
    asked: 0,
  } as const;
  world.reports.push({
    ...{ id: 'SR-1', schoolId, draftId: 'SD-1', reporter: person('ann'), kind: 'conduct', urgent: false },
    sealedReport: await sealer.seal(report, { schoolId, type: 'report', id: 'SR-1' }),
    submittedAt: at,
  });
  const sealedAnswers = await sealer.seal(JSON.stringify(answersWith('Bus')), { schoolId, type: 'draft', id: 'SD-2' });
  world.drafts.push(
    { ...draft, id: 'SD-1', reporter: person('ann'), state: 'submitted', sealedAnswers: '', nextAskAt: at, cards: [] },
    { ...draft, id: 'SD-2', reporter: person('bob'), sealedAnswers, nextAskAt: at, cards: [] },
  );
  await event(world, { kind: 'submitted', by: person('ann') });
  deliver(world, 'incident-report', channel, 'Report SR-1');
  deliver(world, 'incident-alert', person('dsl'), 'New report SR-1 in Safeguarding');
  await event(world, { kind: 'delivered' });
  world.seen.push({ kind: 'updated', conversationId: 'a:ann', activity: { text: 'SR-1 was delivered' } });
  await event(world, { kind: 'noted', by: person('dsl') }, 'rang home');
  world.told.push(
    {
      ...{ reporter: 'ann', draft: 'SD-1', reference: 'SR-1', isSent: true, answers: { place: 'Library' } },
      deeds: [{ kind: 'noted', by: 'dsl', text: 'rang home' }],
    },
    { reporter: 'bob', draft: 'SD-2', isSent: false, answers: { place: 'Bus' }, deeds: [] },
  );
  return world;
}

function must<One>(one: One | undefined): One {
  if (one === undefined) throw new Error('the world lacks what a test is to spoil');
  return one;
}

async function judge({ told, seen, ...content }: World): Promise<ReportVerdict> {
  const left = { content: { ...content, checkpoints: [] }, seen, sealer, keys: new Map(), schoolId };
  return judgeReports(told, left);
}

const right: ReportVerdict = {
  ...{ lost: 0, torn: 0, recordedTwice: 0, toldFalsely: 0, unlabelledDuplicates: 0, extraSecondCopies: 0, silent: 0 },
  ...{ chain: 'whole', reports: 1, drafts: 1, secondCopies: 0 },
};

test('a world in which all is right has nothing against it', async () => {
  expect(await judge(await soundWorld())).toEqual(right);
});

test('a second copy of what was in doubt, and what nobody was told, are right', async () => {
  const world = await soundWorld();
  const first = must(world.deliveries[0]);
  world.deliveries[0] = { ...first, attempts: [{ at, outcome: 'ambiguous', code: 'x' }, ...first.attempts] };
  world.seen.push({
    kind: 'created',
    conversationId: '19:safeguarding',
    activity: { text: 'Second copy of SR-1: report' },
  });
  world.told.push({ reporter: 'cat', isSent: false, answers: {}, deeds: [] });
  expect(await judge(world)).toEqual({ ...right, secondCopies: 1 });
});

const wrongs: readonly [string, Partial<ReportVerdict>, (world: World) => void | Promise<void>][] = [
  [
    'a report that somebody has a receipt of and nobody stored',
    { lost: 1, reports: 0 },
    (world) => void world.reports.splice(0, 1),
  ],
  ['a receipt with another reference', { lost: 1 }, ({ told }) => void (must(told[0]).reference = 'SR-9')],
  ['a draft that is gone', { lost: 1, drafts: 0 }, (world) => void world.drafts.splice(1, 1)],
  [
    'a draft that was deleted',
    { lost: 1, drafts: 0 },
    (world) => void (world.drafts[1] = { ...must(world.drafts[1]), state: 'expired' }),
  ],
  ['an answer that the report lacks', { lost: 1 }, ({ told }) => void (must(told[0]).answers['seen'] = 'A push')],
  ['an answer that the draft lacks', { lost: 1 }, ({ told }) => void (must(told[1]).answers['place'] = 'Train')],
  ['a deed that left no event', { lost: 1 }, ({ told }) => void must(told[0]).deeds.push({ kind: 'taken', by: 'dsl' })],
  ["somebody else's deed", { lost: 1 }, ({ told }) => void (must(must(told[0]).deeds[0]).by = 'head')],
  ['a note that says something else', { torn: 1 }, ({ told }) => void (must(must(told[0]).deeds[0]).text = 'wrote')],
  [
    'a report that nobody can open',
    { torn: 1 },
    (world) => void (world.reports[0] = { ...must(world.reports[0]), sealedReport: 'x' }),
  ],
  [
    'a deed that was recorded twice',
    { torn: 1 },
    (world) => event(world, { kind: 'noted', by: person('dsl') }, 'rang home'),
  ],
  ['an event without its ledger entry', { torn: 1 }, (world) => void world.entries.pop()],
  ['a ledger entry without its event', { torn: 1, lost: 1 }, (world) => void world.reportEvents.pop()],
  [
    'one draft that became two reports',
    { recordedTwice: 1, reports: 2 },
    (world) => void world.reports.push({ ...must(world.reports[0]), id: 'SR-2' }),
  ],
  [
    'one act that began two drafts',
    { recordedTwice: 1, drafts: 2 },
    (world) => void world.drafts.push({ ...must(world.drafts[1]), id: 'SD-3' }),
  ],
  ['"delivered" before anybody had it', { toldFalsely: 1 }, (world) => void world.seen.unshift(must(world.seen.pop()))],
  [
    '"delivered" though only the reporter saw a card',
    { toldFalsely: 1, silent: 1 },
    (world) => void (must(world.seen[0]).conversationId = 'a:ann'),
  ],
  [
    'a card shown twice and not called a second copy',
    { unlabelledDuplicates: 1 },
    (world) => void world.seen.push(must(world.seen[0])),
  ],
  [
    'a second copy of what was never in doubt',
    { extraSecondCopies: 1, secondCopies: 1 },
    (world) =>
      void world.seen.push({
        ...{ kind: 'created', conversationId: '19:safeguarding', activity: { text: 'Second copy of SR-1: report' } },
      }),
  ],
  ['an alert that counts as sent and that nobody saw', { silent: 1 }, (world) => void world.seen.splice(1, 1)],
  [
    'an entry that was changed',
    { chain: 'entry 2: its content is not what its hash was made of' },
    (world) => void (world.entries[1] = { ...must(world.entries[1]), at: '2026-11-24T09:00:00.000Z' }),
  ],
];

test.each(wrongs)('%s is named', async (_, named, spoil) => {
  const world = await soundWorld();
  await spoil(world);
  expect(await judge(world)).toEqual({ ...right, ...named });
});
