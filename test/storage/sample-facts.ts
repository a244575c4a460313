import type { Act } from '../../src/domain/delivery/act.ts';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import type { EntryDraft } from '../../src/domain/ledger/entry.ts';
import type { PersonKey } from '../../src/domain/people/person-key.ts';
import type { HandedQuestion, Suggestion } from '../../src/domain/questions/handed-question.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
export const schoolId = 'marlow-bridge';
export const otherSchool = 'elsewhere-school';
export const asker: PersonKey = { tenantId, objectId: 'b0000000-0000-4000-8000-000000000001' };
export const owner: PersonKey = { tenantId, objectId: 'b0000000-0000-4000-8000-000000000002' };

const start = Date.parse('2026-11-20T08:00:00.000Z');

/** The instant so many seconds after the first fact. */
export const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();

/** The act number `n`, never seen before. */
export const act = (n: number | string): Act => ({
  activityKey: `${tenantId}|a:chat|activity-${n}`,
  submissionId: `submission-${n}`,
});

export const question = (n: number, changed: Partial<HandedQuestion> = {}): HandedQuestion => ({
  id: `SQ-${n}`,
  schoolId,
  asker,
  owner,
  clause: 'mobile-devices#k3v9qa',
  sealedText: `sealed question ${n}`,
  askedAt: at(n),
  ...changed,
});

export const suggestion = (n: number, changed: Partial<Suggestion> = {}): Suggestion => ({
  id: `SW-${n}`,
  schoolId,
  owner,
  clause: 'mobile-devices#k3v9qa',
  sealedText: `sealed words ${n}`,
  at: at(n),
  ...changed,
});

export const delivery = (n: number, changed: Partial<Delivery> = {}): Delivery => ({
  key: `${schoolId}:question-asked:SQ-${n}:${owner.objectId}`,
  schoolId,
  subject: { kind: 'question-asked', questionId: `SQ-${n}` },
  to: owner,
  onAmbiguous: 'send-once-more',
  state: 'pending',
  notBefore: at(n),
  createdAt: at(n),
  attempts: [],
  ...changed,
});

/** The person number `n`, so that deliveries to different people do not wait for each other. */
export const person = (n: number): PersonKey => ({ tenantId, objectId: `person-${n}` });

export const entryDraft = (n: number, changed: Partial<EntryDraft> = {}): EntryDraft => ({
  schoolId,
  chain: 'questions',
  at: at(n),
  kind: 'question-asked',
  facts: { reference: `SQ-${n}`, textHash: `${n}`.repeat(4), urgent: false, attempts: n },
  ...changed,
});
