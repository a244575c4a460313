import { z } from 'zod/v4';
import type { Addressee } from '../domain/broadcasts/addressee.ts';
import type { AddresseeRow } from '../domain/broadcasts/broadcast-store.ts';
import { broadcastTold } from '../domain/broadcasts/broadcast-subject.ts';
import {
  broadcastButtons,
  broadcastEnds,
  broadcastStates,
  broadcastTemplates,
  type Broadcast,
} from '../domain/broadcasts/broadcast.ts';
import { deliveryStates, type Delivery } from '../domain/delivery/delivery.ts';
import { fileKinds, type FileOffer } from '../domain/files/file-offer.ts';
import type { IncidentDraft } from '../domain/incidents/incident-draft.ts';
import { incidentKinds } from '../domain/incidents/incident-kind.ts';
import { toldReporter } from '../domain/incidents/incident-subject.ts';
import { incidentEventKinds, type Incident, type IncidentEvent } from '../domain/incidents/incident.ts';
import type { SafeguardingPlace } from '../domain/incidents/safeguarding-place.ts';
import { chainClasses, type Checkpoint, type LedgerEntry } from '../domain/ledger/entry.ts';
import type { Absence } from '../domain/people/absence.ts';
import type { ConversationAddress, StaffTeam } from '../domain/people/person-store.ts';
import type { RetentionMemo } from '../domain/records/retention-store.ts';
import { reviewOutcomes, type Review } from '../domain/reviews/review.ts';
import { campaignStates, closings, type Campaign } from '../domain/signoffs/campaign.ts';
import type { Clause, ClauseKind } from '../domain/policies/clause.ts';
import { FrontMatter } from '../domain/policies/policy.ts';
import type { Receipt } from '../domain/signoffs/receipt.ts';
import { signatoryStates, type Signatory } from '../domain/signoffs/signatory.ts';
import { campaignTold } from '../domain/signoffs/signoff-subject.ts';
import { slipKinds, slipWays } from '../domain/slips/slip-kind.ts';
import { passedTo, slipEventKinds, type Slip } from '../domain/slips/slip.ts';
import { adoptingBodies, type PolicyVersion, type VersionText } from '../domain/versions/policy-version.ts';
import type { Gap, HandedQuestion, HelpfulMark, Suggestion } from '../domain/questions/handed-question.ts';

/**
 * The rows of a store, strict. A row is parsed when it comes into the store and when it is read from it, so that nothing
 * is written that could not be read again.
 */
const Text = z.string();
const Instant = z.iso.datetime();
const Day = z.iso.date();
const PersonKey = z.strictObject({ tenantId: Text, objectId: Text });
const MessagePlace = z.strictObject({ conversationId: Text, activityId: Text });

export const StoredTeam: z.ZodType<StaffTeam> = z.strictObject({
  schoolId: Text,
  tenantId: Text,
  teamId: Text,
  teamName: Text,
  serviceUrl: Text,
  conversationId: Text,
  connectedBy: Text,
  connectedAt: Instant,
  refreshedAt: Instant,
  members: z.array(z.strictObject({ objectId: Text, name: Text, upn: Text.optional() })),
});

export const StoredUpn = z.strictObject({ tenantId: Text, upn: Text, objectId: Text });
export type StoredUpn = z.infer<typeof StoredUpn>;

export const StoredAddress: z.ZodType<ConversationAddress> = z.strictObject({
  objectId: Text,
  tenantId: Text,
  serviceUrl: Text,
  conversationId: Text,
  userId: Text,
  botId: Text,
  schoolId: Text.optional(),
});

/** One of the two names under which an act may come again, and the record that it made. */
export const StoredAct = z.strictObject({ schoolId: Text, name: Text, made: Text, at: Instant });
export type StoredAct = z.infer<typeof StoredAct>;

const incidentSubjects = [
  z.strictObject({ kind: z.literal('incident-report'), reference: Text }),
  z.strictObject({ kind: z.literal('incident-alert'), reference: Text }),
  z.strictObject({ kind: z.literal('incident-refresh'), reference: Text, of: Text, seq: z.int() }),
  z.strictObject({ kind: z.literal('incident-told'), reference: Text, what: z.enum(toldReporter) }),
  z.strictObject({ kind: z.literal('incident-asked'), reference: Text, seq: z.int() }),
  z.strictObject({ kind: z.literal('incident-replied'), reference: Text, seq: z.int() }),
  z.strictObject({ kind: z.literal('incident-escalated'), reference: Text, step: z.int() }),
  z.strictObject({ kind: z.literal('incident-details'), reference: Text, seq: z.int() }),
  z.strictObject({ kind: z.literal('incident-details-over'), reference: Text, of: Text }),
  z.strictObject({ kind: z.literal('danger-now'), draft: Text }),
  z.strictObject({ kind: z.literal('file-turned-away'), draft: Text.optional(), from: Text }),
  z.strictObject({ kind: z.literal('draft-asks'), draft: Text, round: z.int() }),
  z.strictObject({ kind: z.literal('draft-ended'), draft: Text, card: z.int() }),
  z.strictObject({ kind: z.literal('absence'), absence: Text }),
  z.strictObject({ kind: z.literal('channel-check'), tenantId: Text, channelId: Text, at: Instant }),
] as const;

const signoffSubjects = [
  z.strictObject({ kind: z.literal('signoff-asked'), campaign: Text, signatory: Text, round: z.int() }),
  z.strictObject({ kind: z.literal('signoff-settled'), campaign: Text, signatory: Text, of: Text }),
  z.strictObject({ kind: z.literal('campaign-confirm'), campaign: Text }),
  z.strictObject({ kind: z.literal('campaign-told'), campaign: Text, what: z.enum(campaignTold) }),
] as const;

const broadcastSubjects = [
  z.strictObject({ kind: z.literal('broadcast'), broadcast: Text, addressee: Text, round: z.int() }),
  z.strictObject({
    kind: z.literal('broadcast-settled'),
    broadcast: Text,
    addressee: Text,
    of: Text,
    edition: Text,
  }),
  z.strictObject({ kind: z.literal('broadcast-channel'), broadcast: Text, of: Text.optional(), edition: z.int() }),
  z.strictObject({ kind: z.literal('broadcast-confirm'), broadcast: Text }),
  z.strictObject({ kind: z.literal('broadcast-told'), broadcast: Text, what: z.enum(broadcastTold) }),
  z.strictObject({ kind: z.literal('broadcast-progress'), broadcast: Text, mark: Text }),
] as const;

const deliveryState = z.enum(deliveryStates);
const attempts = z.array(
  z.strictObject({
    at: Instant,
    outcome: z.enum(['sent', 'refused', 'undeliverable', 'ambiguous', 'retry']),
    code: Text,
  }),
);

const reviewSubjects = [
  z.strictObject({ kind: z.literal('review-due'), duty: Text, dueOn: Day, stage: Text }),
  z.strictObject({ kind: z.literal('review-early'), duty: Text, dueOn: Day, since: Day }),
  z.strictObject({ kind: z.literal('review-settled'), duty: Text, dueOn: Day, of: Text }),
] as const;

export const StoredDelivery: z.ZodType<Delivery> = z.strictObject({
  key: Text,
  schoolId: Text,
  subject: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('question-asked'), questionId: Text }),
    z.strictObject({ kind: z.literal('question-answered'), questionId: Text }),
    z.strictObject({ kind: z.literal('wording-suggested'), suggestion: Text }),
    z.strictObject({ kind: z.literal('checkpoint'), chain: Text, seq: z.int(), hash: Text }),
    z.strictObject({ kind: z.literal('version-proposed'), policy: Text, hash: Text }),
    ...reviewSubjects,
    z.strictObject({ kind: z.literal('slip-to-answer'), slip: Text, round: z.int().min(0) }),
    z.strictObject({ kind: z.literal('slip-told'), slip: Text, event: z.int().min(1) }),
    ...signoffSubjects,
    ...broadcastSubjects,
    ...incidentSubjects,
  ]),
  to: z.union([PersonKey, z.strictObject({ tenantId: Text, channelId: Text })]),
  onAmbiguous: z.enum(['send-once-more', 'leave']),
  state: deliveryState,
  notBefore: Instant,
  createdAt: Instant,
  attempts,
  lease: z.strictObject({ holder: Text, until: Instant, waiting: z.literal(true).optional() }).optional(),
  message: MessagePlace.optional(),
  acknowledged: z.strictObject({ by: Text, at: Instant }).optional(),
});

export const StoredQuestion: z.ZodType<HandedQuestion> = z.strictObject({
  id: Text,
  schoolId: Text,
  asker: PersonKey,
  owner: PersonKey,
  clause: Text.optional(),
  sealedText: Text,
  askedAt: Instant,
  answer: z.strictObject({ sealedText: Text, at: Instant, by: PersonKey }).optional(),
});

/** Marks have no name of their own: `n` counts them. */
export const StoredMark: z.ZodType<HelpfulMark & { readonly n: number }> = z.strictObject({
  n: z.int(),
  schoolId: Text,
  clause: Text,
  helpful: z.boolean(),
  at: Instant,
});
export type StoredMark = z.infer<typeof StoredMark>;

export const StoredSuggestion: z.ZodType<Suggestion> = z.strictObject({
  id: Text,
  schoolId: Text,
  owner: PersonKey,
  clause: Text,
  sealedText: Text,
  at: Instant,
  decided: z.strictObject({ kept: z.boolean(), at: Instant }).optional(),
});

export const StoredGap: z.ZodType<Gap> = z.strictObject({ id: Text, schoolId: Text, sealedText: Text, at: Instant });

const chainName = { schoolId: Text, chain: z.enum(chainClasses) };
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const StoredEntry: z.ZodType<LedgerEntry> = z.strictObject({
  ...chainName,
  seq: z.int().min(1),
  prev: Hash,
  hash: Hash,
  at: Instant,
  kind: Text,
  facts: z.record(Text, z.union([Text, z.boolean(), z.int()])),
});

export const StoredHead = z.strictObject({ ...chainName, seq: z.int().min(1), hash: Hash });
export type StoredHead = z.infer<typeof StoredHead>;

export const StoredCheckpoint: z.ZodType<Checkpoint> = z.strictObject({
  ...chainName,
  seq: z.int().min(1),
  hash: Hash,
  at: Instant,
  keyId: Text,
  signature: Text,
});

export const StoredDraft: z.ZodType<IncidentDraft> = z.strictObject({
  id: Text,
  schoolId: Text,
  reporter: PersonKey,
  state: z.enum(['open', 'submitted', 'cancelled', 'expired']),
  revision: z.int().min(1),
  sealedAnswers: Text,
  typing: z.boolean(),
  startedAt: Instant,
  touchedAt: Instant,
  asked: z.int().min(0),
  nextAskAt: Instant,
  cards: z.array(MessagePlace),
});

/** A report without its events, which are rows of their own. */
export type StoredReport = Omit<Incident, 'events'>;
export const StoredReport: z.ZodType<StoredReport> = z.strictObject({
  id: Text,
  schoolId: Text,
  draftId: Text,
  reporter: PersonKey,
  kind: z.enum(incidentKinds),
  urgent: z.boolean(),
  sealedReport: Text,
  submittedAt: Instant,
  receipt: MessagePlace.optional(),
});

/** One event with the report that it belongs to. */
export type StoredReportEvent = IncidentEvent & { readonly schoolId: string; readonly reportId: string };
export const StoredReportEvent: z.ZodType<StoredReportEvent> = z.strictObject({
  schoolId: Text,
  reportId: Text,
  seq: z.int().min(1),
  kind: z.enum(incidentEventKinds),
  at: Instant,
  by: PersonKey.optional(),
  facts: z.record(Text, z.union([Text, z.boolean(), z.number()])).optional(),
  sealedText: Text.optional(),
});

export const StoredFileOffer: z.ZodType<FileOffer> = z.strictObject({
  id: Text,
  schoolId: Text,
  codeHash: Text,
  subject: z.strictObject({ kind: z.enum(fileKinds), reference: Text }),
  to: PersonKey,
  until: Instant,
  wrong: z.int().min(0),
  taken: z.boolean(),
});

export const StoredMemo: z.ZodType<RetentionMemo> = z.strictObject({ name: Text, at: Instant });

export const StoredPlace: z.ZodType<SafeguardingPlace> = z.strictObject({
  schoolId: Text,
  tenantId: Text,
  channelId: Text,
  teamId: Text,
  teamName: Text,
  channelName: Text,
  kind: z.enum(['private', 'standard']),
  serviceUrl: Text,
  connectedBy: Text,
  connectedAt: Instant,
  acceptedAt: Instant.optional(),
  checkedAt: Instant.optional(),
  check: Text.optional(),
});

const versionFields = {
  schoolId: Text,
  policyId: Text,
  hash: Hash,
  version: Text,
  title: Text,
  seenAt: Instant,
  adoption: z
    .strictObject({
      change: z.enum(['first', 'binding', 'minor']),
      at: Instant,
      by: PersonKey.optional(),
      adoptedBy: z.enum(adoptingBodies).optional(),
      adoptedOn: Day.optional(),
      meeting: Text.optional(),
      reason: Text.optional(),
    })
    .optional(),
  replacedAt: Instant.optional(),
};
/** A version of a policy without its text: what is read of most. */
export const ListedVersion: z.ZodType<PolicyVersion> = z.strictObject(versionFields);

const clauseKinds = ['rule', 'lead-in', 'cell', 'declaration', 'cover'] as const satisfies readonly ClauseKind[];
const StoredClause = z
  .strictObject({
    id: Text,
    kind: z.enum(clauseKinds),
    ref: Text.optional(),
    headingPath: z.array(Text),
    leadIn: Text.optional(),
    column: Text.optional(),
    text: Text,
    binds: z.enum(['pupils', 'parents']).optional(),
    line: z.int(),
  })
  .transform((clause) => clause as Clause); // JSON has no member that is undefined

/** The text of a version, unpacked. Clauses that this version does not know are left out: then the Markdown is parsed. */
export const StoredText: z.ZodType<VersionText> = z.strictObject({
  markdown: Text,
  parsed: z
    .strictObject({ cover: FrontMatter, clauses: z.array(StoredClause) })
    .optional()
    .catch(undefined),
});

/** A version of a policy, its text packed. */
export type StoredVersion = PolicyVersion & { readonly packed: string };
export const StoredVersion: z.ZodType<StoredVersion> = z.strictObject({ ...versionFields, packed: z.base64() });

export const StoredReview: z.ZodType<Review> = z.strictObject({
  schoolId: Text,
  duty: Text,
  dueOn: Day,
  told: z.strictObject({
    owner: z.int().min(0).optional(),
    chair: z.int().min(0).optional(),
    early: Day.optional(),
    settled: z.literal(true).optional(),
  }),
  begun: z.strictObject({ by: PersonKey, at: Instant }).optional(),
  done: z
    .strictObject({
      at: Instant,
      by: PersonKey,
      outcome: z.enum(reviewOutcomes),
      body: z.enum(adoptingBodies),
      reviewedOn: Day,
      meeting: Text.optional(),
      nextDueOn: Day.optional(),
    })
    .optional(),
  revision: z.int().min(1),
});

export const StoredSlip: z.ZodType<Slip> = z.strictObject({
  id: Text,
  schoolId: Text,
  way: z.enum(slipWays),
  kind: z.enum(slipKinds),
  title: Text,
  atEnd: Text.optional(),
  clause: Text,
  author: PersonKey,
  sealedText: Text,
  at: Instant,
  told: z.array(PersonKey),
  events: z.array(
    z.strictObject({
      kind: z.enum(slipEventKinds),
      at: Instant,
      by: PersonKey.optional(),
      until: Day.optional(),
      asked: z.array(PersonKey).optional(),
      to: z.enum(passedTo).optional(),
      done: z.boolean().optional(),
      sealedText: Text.optional(),
    }),
  ),
  revision: z.int().min(1),
});

const StatementRow = z.strictObject({ text: Text, ref: Text.optional(), clause: Text.optional() });
const bound = { title: Text, version: Text, hash: Hash };
const statements = z.array(StatementRow);

export const StoredCampaign: z.ZodType<Campaign> = z.strictObject({
  id: Text,
  schoolId: Text,
  document: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('policy'), policyId: Text, ...bound, statements }),
    z.strictObject({ kind: z.literal('other'), ...bound, link: Text.optional(), text: Text.optional(), statements }),
  ]),
  groups: z.array(Text),
  why: Text,
  dueOn: Day,
  chaseEvery: z.int().min(0),
  state: z.enum(campaignStates),
  openedBy: PersonKey,
  openedAt: Instant,
  confirmed: z.strictObject({ by: PersonKey, at: Instant }).optional(),
  closed: z.strictObject({ at: Instant, why: z.enum(closings), by: PersonKey.optional() }).optional(),
  revision: z.int().min(1),
});

export const StoredSignatory: z.ZodType<Signatory> = z.strictObject({
  id: Text,
  schoolId: Text,
  campaignId: Text,
  person: PersonKey.optional(),
  listed: Text.optional(),
  name: Text,
  groups: z.array(Text),
  state: z.enum(signatoryStates),
  dueOn: Day,
  asked: z.int().min(0),
  askedAt: Instant.optional(),
  questionId: Text.optional(),
  reason: Text.optional(),
  changedAt: Instant,
  revision: z.int().min(1),
});

export const StoredReceipt: z.ZodType<Receipt> = z.strictObject({
  id: Text,
  schoolId: Text,
  campaignId: Text,
  signatoryId: Text,
  person: PersonKey.optional(),
  listed: Text.optional(),
  name: Text,
  typedName: Text,
  at: Instant,
  how: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('teams') }),
    z.strictObject({
      kind: z.literal('on-behalf'),
      on: z.enum(['paper', 'device']),
      recordedBy: PersonKey,
      witness: Text,
      place: Text,
    }),
  ]),
  document: z.strictObject({ policyId: Text.optional(), ...bound }),
  statementsHash: Hash,
  salt: Text,
  commitment: Hash,
});

export const StoredBroadcast: z.ZodType<Broadcast> = z.strictObject({
  id: Text,
  schoolId: Text,
  template: z.enum(broadcastTemplates),
  policyId: Text.optional(),
  clauseId: Text.optional(),
  message: Text,
  buttons: z.array(z.enum(broadcastButtons)),
  audience: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('everybody') }),
    z.strictObject({ kind: z.literal('groups'), groups: z.array(Text) }),
    z.strictObject({ kind: z.literal('unsigned'), campaignId: Text }),
  ]),
  channel: z.boolean(),
  sendAt: Instant,
  state: z.enum(broadcastStates),
  openedBy: PersonKey,
  openedAt: Instant,
  confirmed: z.strictObject({ by: PersonKey, at: Instant }).optional(),
  ended: z
    .strictObject({ at: Instant, why: z.enum(broadcastEnds), by: PersonKey, recalledAt: Instant.optional() })
    .optional(),
  edition: z.int().min(1),
  correctedAt: Instant.optional(),
  revision: z.int().min(1),
});

export const StoredAddressee: z.ZodType<Addressee> = z.strictObject({
  id: Text,
  schoolId: Text,
  broadcastId: Text,
  person: PersonKey.optional(),
  listed: Text.optional(),
  name: Text,
  groups: z.array(Text),
  round: z.int().min(0),
  readAt: Instant.optional(),
  acted: z.strictObject({ what: z.enum(broadcastButtons), at: Instant }).optional(),
  revision: z.int().min(1),
});

/** What `addressees` tells of a delivery. */
export const DeliveryOfRound: z.ZodType<NonNullable<AddresseeRow['delivery']>> = z.strictObject({
  key: Text,
  state: deliveryState,
  attempts,
  message: MessagePlace.optional(),
});

export const StoredAbsence: z.ZodType<Absence> = z.strictObject({
  id: Text,
  schoolId: Text,
  personId: Text,
  cover: Text,
  from: Day,
  to: Day,
  at: Instant,
  endedAt: Instant.optional(),
});
