import { roundKey } from '../../src/domain/broadcasts/broadcast-store.ts';
import type { BroadcastSubject } from '../../src/domain/broadcasts/broadcast-subject.ts';
import { appendEntry } from '../../src/domain/ledger/append-entry.ts';
import { signCheckpoint } from '../../src/domain/ledger/checkpoint.ts';
import type { Checkpoint, LedgerEntry } from '../../src/domain/ledger/entry.ts';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import { createSigner } from '../../src/keys/create-signer.ts';
import type { StoreContent } from '../../src/storage/store-content.ts';
import {
  asker,
  at,
  delivery,
  entryDraft,
  otherSchool,
  owner,
  person,
  question,
  schoolId,
} from '../storage/sample-facts.ts';
import { addressee, broadcast, listedAddressee, messageOf } from '../storage/sample-broadcasts.ts';
import { decided, review } from '../storage/sample-reviews.ts';
import { campaign, listedSignatory, receipt, signatory } from '../storage/sample-signoffs.ts';
import { longSlip, slip } from '../storage/sample-slips.ts';
import { absence, draft, incident, newEvent, place } from '../storage/sample-incidents.ts';

export const signer = createSigner({ signing: Buffer.alloc(32, 7).toString('base64url') });
export const publicKeys: ReadonlyMap<string, string> = new Map([[signer.keyId, signer.publicKey]]);
const { tenantId } = asker;

/** A store with rows of every table and every optional part, and chains of `entries` and a few entries. */
export function fullContent(entries = 205): StoreContent {
  const own = chain(schoolId, entries);
  const other = chain(otherSchool, 3);
  return {
    staffTeams: [
      {
        schoolId,
        tenantId,
        teamId: 'team-1',
        teamName: 'Staff — “Ω” naïve \u{1f511}',
        serviceUrl: 'https://smba.trafficmanager.net/uk/',
        conversationId: '19:staff@thread.tacv2',
        connectedBy: asker.objectId,
        connectedAt: at(0),
        refreshedAt: at(5),
        members: [
          { objectId: asker.objectId, name: "Nell O'Brien", upn: 'n.obrien@marlowbridge.example' },
          { objectId: owner.objectId, name: 'A "quoted" \\ name' },
        ],
      },
    ],
    upns: [{ tenantId, upn: 'n.obrien@marlowbridge.example', objectId: asker.objectId }],
    addresses: [
      {
        ...asker,
        serviceUrl: 'https://smba.trafficmanager.net/uk/',
        conversationId: 'a:1',
        userId: '29:1',
        botId: '28:b',
      },
    ],
    acts: [
      { schoolId, name: 'AAAAAAAAAAAAAAAAAAAAAA', made: 'SQ-1', at: at(1) },
      { schoolId, name: 'BBBBBBBBBBBBBBBBBBBBBB', made: 'SQ-1', at: at(1) },
    ],
    deliveries: [...endedDeliveries(), ...owedDeliveries()],
    questions: [
      question(1),
      question(2, { clause: undefined }),
      question(3, { answer: { sealedText: 'sealed answer', at: at(60), by: owner } }),
      question(4, { schoolId: otherSchool }),
    ].map(withoutUndefined),
    marks: [
      { n: 1, schoolId, clause: 'mobile-devices#k3v9qa', helpful: true, at: at(7) },
      { n: 2, schoolId, clause: 'mobile-devices#k3v9qa', helpful: false, at: at(8) },
    ],
    suggestions: [
      { id: 'SW-1', schoolId, owner, clause: 'mobile-devices#4pkfi7', sealedText: 'sealed words', at: at(9) },
      {
        ...{ id: 'SW-2', schoolId, owner, clause: 'mobile-devices#4pkfi7', sealedText: '', at: at(9) },
        decided: { kept: true, at: at(10) },
      },
    ],
    gaps: [{ id: 'SG-1', schoolId, sealedText: 'sealed gap', at: at(9) }],
    drafts: [
      draft(3, { typing: true, asked: 2, cards: [{ conversationId: 'a:1', activityId: '7' }] }),
      draft(1, { state: 'submitted', sealedAnswers: '', revision: 12 }),
      draft(2, { schoolId: otherSchool }),
    ],
    ...reports(),
    places: [place(1), place(2, { kind: 'standard', acceptedAt: at(5), checkedAt: at(6), check: 'ok' })],
    absences: [absence(1), absence(2, { endedAt: at(20) })],
    versions: versions(),
    campaigns: [campaign(1), campaign(2, { schoolId: otherSchool, confirmed: { by: owner, at: at(3) } })],
    signatories: [signatory(2, { asked: 1, askedAt: at(4), reason: 'on leave' }), listedSignatory(1), signatory(3)],
    receipts: [receipt(3)],
    broadcasts: [
      broadcast(1, { correctedAt: at(8), edition: 2 }),
      broadcast(2, {
        ...{ schoolId: otherSchool, state: 'ended', ended: { at: at(9), why: 'recalled', by: owner } },
        ...{ audience: { kind: 'unsigned', campaignId: 'CA-2' }, confirmed: { by: owner, at: at(3) }, channel: true },
      }),
    ],
    addressees: [
      addressee(2, { round: 2, readAt: at(7), acted: { what: 'done', at: at(8) } }),
      listedAddressee(1),
      addressee(3),
    ],
    reviews: [
      review(2, { begun: { by: owner, at: at(5) }, told: { owner: 4, chair: 0, settled: true }, done: decided }),
      review(1),
    ],
    slips: [longSlip(2), withoutUndefined(slip(1, { way: 'tell', kind: 'lost', atEnd: undefined, told: [] }))],
    entries: [...other.entries, ...own.entries],
    checkpoints: [...other.checkpoints, ...own.checkpoints],
  };
}

/** One that was replaced, the one in force, and a proposed one. */
function versions(): StoreContent['versions'] {
  const one = { schoolId, policyId: 'bicycles', title: 'Bicycles', packed: 'CwKAYmlrZXMD', seenAt: at(1) };
  const adopted = {
    by: owner,
    adoptedBy: 'committee',
    adoptedOn: '2026-11-18',
    meeting: 'Autumn',
    reason: 'Numbers',
  } as const;
  return [
    { ...one, hash: '1'.repeat(64), version: '1', adoption: { change: 'first', at: at(1) }, replacedAt: at(2) },
    { ...one, hash: '2'.repeat(64), version: '2', adoption: { change: 'minor', at: at(2), ...adopted } },
    { ...one, hash: '3'.repeat(64), version: '3' },
  ];
}

/** Two reports whose events came in turns. */
function reports(): Pick<StoreContent, 'reports' | 'reportEvents'> {
  const { events: _own, ...one } = incident(1, { receipt: { conversationId: 'a:1', activityId: '9' }, urgent: true });
  const { events: _theirs, ...two } = incident(2, { schoolId: otherSchool, sealedReport: '' });
  const of = ({ schoolId: school, id }: { schoolId: string; id: string }) => ({ schoolId: school, reportId: id });
  return {
    reports: [one, two],
    reportEvents: [
      { ...of(one), seq: 1, ...newEvent('submitted', 1, { by: asker }) },
      { ...of(two), seq: 1, ...newEvent('submitted', 2) },
      { ...of(one), seq: 2, ...newEvent('noted', 3, { facts: { what: 'action', done: true, n: 2 }, sealedText: 's' }) },
      { ...of(two), seq: 2, kind: 'shredded', at: at(9) },
    ],
  };
}

/** Deliveries that may still be sent: due, waiting for another try, planned for later, and claimed. */
export function owedDeliveries(): Delivery[] {
  const tried = [{ at: at(11), outcome: 'retry', code: 'http-503' } as const];
  return [
    delivery(10, { to: person(10) }),
    delivery(11, { to: person(11), attempts: tried, notBefore: at(30) }),
    delivery(12, { to: person(12), notBefore: at(86_400) }),
    delivery(13, { to: person(13), state: 'sending', lease: { holder: 'one', until: at(40), waiting: true } }),
    delivery(14, {
      to: person(14),
      subject: { kind: 'checkpoint', chain: 'questions', seq: 1, hash: 'ab'.repeat(32) },
    }),
    delivery(15, { to: person(15), subject: { kind: 'slip-to-answer', slip: 'SP-1', round: 0 } }),
    delivery(16, { to: person(16), subject: { kind: 'slip-told', slip: 'SP-2', event: 3 } }),
    messageOf(addressee(3)),
    ...broadcastSubjects().map((subject, n) => delivery(30 + n, { to: person(30 + n), subject })),
  ];
}

/** One of each kind, without that of the message itself. */
function broadcastSubjects(): BroadcastSubject[] {
  const about = { broadcast: 'BC-1' } as const;
  return [
    { ...about, kind: 'broadcast-settled', addressee: addressee(3).id, of: roundKey(addressee(3)), edition: '2' },
    { ...about, kind: 'broadcast-channel', edition: 1 },
    { ...about, kind: 'broadcast-channel', edition: 2, of: 'the first post' },
    { ...about, kind: 'broadcast-confirm' },
    { ...about, kind: 'broadcast-told', what: 'through' },
    { ...about, kind: 'broadcast-progress', mark: '2' },
  ];
}

function endedDeliveries(): Delivery[] {
  const attempt = (outcome: 'sent' | 'refused' | 'ambiguous', code: string) => [{ at: at(3), outcome, code }];
  return [
    delivery(1, {
      state: 'sent',
      attempts: attempt('sent', 'ok'),
      message: { conversationId: 'a:1', activityId: '1' },
    }),
    delivery(2, { state: 'refused', attempts: attempt('refused', 'http-403') }),
    delivery(3, {
      state: 'unknown',
      attempts: attempt('ambiguous', 'http-500'),
      acknowledged: { by: 'Callum Price', at: at(50) },
    }),
  ];
}

function chain(school: string, count: number): { entries: LedgerEntry[]; checkpoints: Checkpoint[] } {
  const entries: LedgerEntry[] = [];
  for (let n = 1; n <= count; n++) entries.push(appendEntry(entries.at(-1), entryDraft(n, { schoolId: school })));
  const checkpoints = entries
    .filter(({ seq }) => seq === 1 || seq % 100 === 0)
    .map((entry) => signCheckpoint({ schoolId: school, chain: 'questions' }, entry, new Date(entry.at), signer));
  return { entries, checkpoints };
}

/** As a store gives it back: what is absent is not there at all. */
function withoutUndefined<Row extends object>(row: Row): Row {
  return JSON.parse(JSON.stringify(row)) as Row;
}
