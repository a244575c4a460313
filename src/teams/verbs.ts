import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';
import { certainties } from '../domain/answering/certainty.ts';
import { stepIds } from '../domain/incidents/incident-steps.ts';
import { SubmissionId } from '../domain/delivery/submission.ts';
import { HandOverBody, NoteKind } from '../domain/incidents/deed.ts';
import { adoptingBodies } from '../domain/versions/policy-version.ts';
import { reviewVerbs } from './reviews/review-verbs.ts';
import { broadcastVerbs } from './broadcasts/broadcast-verbs.ts';
import { signingVerbs } from './signoffs/signing-verbs.ts';
import { slipVerbs } from './slips/slip-verbs.ts';
import { incidentSteps } from '../domain/incidents/incident-step.ts';
import { campaignVerbs } from './signoffs/campaign-verbs.ts';
import { day, number, reference, text, tick } from './verb-fields.ts';

/** `<policy id>#<clause id>`; whether the school has such a clause is for the feature to find out. */
const clauseKey = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]+#[a-z0-9-]+$/);
const clauseLink = z.strictObject({
  clause: clauseKey,
  others: z.array(clauseKey).max(5),
  /** How the clause was shown, and who chose it, so that it comes back as it was; cards of before say nothing of it. */
  certainty: z.enum(certainties).default('sure'),
  byReader: z.boolean().default(false),
});
/** The words that somebody asked in, sealed; cards of before have none. */
const wording = z
  .string()
  .max(3_000)
  .regex(/^[\w.-]*$/)
  .default('');
/** The same from a card that may quote no clause at all: then `clause` is empty. */
const maybeClauseLink = clauseLink.extend({ clause: z.union([clauseKey, z.literal('')]) });
const report = z.strictObject({ report: reference });
const act = report.extend({ submission: SubmissionId });
/** Without a choice it is no, which takes a reason. */
const yesOrNo = z.enum(['yes', 'no']).default('no');
/** How many answers a draft had when its card was made. */
const turn = z.string().regex(/^\d{1,6}$/);
/** Opaque names of people, as they stand on the cards of one draft. */
const picked = z
  .string()
  .regex(/^([0-9a-f]{10}|none)?$/)
  .optional();
const word = z.string().max(200).optional();
const draft = z.strictObject({ draft: reference });
const versionHash = z.string().regex(/^[0-9a-f]{64}$/);
const version = z.strictObject({
  policy: z
    .string()
    .max(200)
    .regex(/^[a-z0-9-]+$/),
  hash: versionHash,
});
/** The inputs of every card of the dialog; a client leaves out what is empty. What does not fit the card is passed over. */
const reportInputs = {
  about: word,
  person: picked,
  imageOn: word,
  kind: word,
  happenedOn: word,
  happenedAt: word,
  learnedOn: word,
  place: text,
  platform: text,
  device: word,
  people: text,
  onBehalfOf: text,
  seen: text,
  childsWords: text,
  opinion: text,
  intent: word,
  evidence: text,
  done: text,
  whoKnows: text,
  wishes: text,
  wantsSupport: word,
  replace: word,
};

/** Every button of every card: its verb and the data that comes with it. Nothing about the person is ever taken from it. */
export const verbs = {
  /** `shown`: the clause of the section, where it is not the first of the answer. */
  'answering.section': clauseLink.extend({ shown: clauseKey.optional() }),
  'answering.answer': clauseLink,
  'answering.unsure': maybeClauseLink,
  'questions.compose': maybeClauseLink.extend({ from: z.enum(['answer', 'unsure']) }),
  'questions.ask': maybeClauseLink.extend({ from: z.enum(['answer', 'unsure']), submission: SubmissionId, text }),
  'questions.open': z.strictObject({ question: reference }),
  'questions.answer': z.strictObject({ question: reference, submission: SubmissionId, text }),
  /** `text`: what to search for; nothing at first. `keep`: whether the question's words are kept; it stays as it was ticked. */
  'questions.clauses': z.strictObject({ question: reference, text, keep: tick }),
  /** Without a tick nothing is kept. What was typed to search for comes along and counts for nothing. */
  'questions.choose': z.strictObject({
    question: reference,
    clause: clauseKey,
    submission: SubmissionId,
    keep: tick,
    text,
  }),
  'questions.mark': clauseLink.extend({ helpful: z.boolean(), wording, submission: SubmissionId }),
  'questions.suggest': clauseLink.extend({ wording, submission: SubmissionId }),
  'questions.decide': z.strictObject({
    suggestion: reference,
    keep: z.boolean(),
    seen: z.string().regex(/^([0-9a-f]{16})?$/),
    submission: SubmissionId,
  }),
  'questions.gap-compose': maybeClauseLink,
  'questions.gap': maybeClauseLink.extend({ submission: SubmissionId, text }),
  'reports.show': report,
  'reports.acknowledge': act,
  'reports.take': act.extend({ seen: number }),
  'reports.details': report.extend({ part: number, read: number.optional() }),
  'reports.send-details': act,
  'reports.done': report.extend({ read: number }),
  'reports.work': report,
  'reports.compose': report.extend({
    form: z.enum(['note', 'ask', 'hand-over', 'step', 'close', 'reopen', 'add']),
    step: z.union([z.enum(incidentSteps), z.literal('')]),
  }),
  'reports.write': act.extend({
    form: z.enum(['ask', 'close', 'reopen', 'reply', 'add']),
    question: z.union([number, z.literal('')]),
    text,
  }),
  'reports.note': act.extend({ what: NoteKind.default('action'), text }),
  'reports.hand-over': act.extend({
    to: z.union([HandOverBody, z.literal('')]).default(''),
    done: yesOrNo,
    day,
    time: z.union([z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), z.literal('')]).default(''),
    text,
  }),
  'reports.step': act.extend({ step: z.enum(incidentSteps), done: yesOrNo, text }),
  'reports.recorded': act,
  'reports.file': report,
  'reports.sheet': report,
  'versions.changes': version.extend({ page: number }),
  'versions.compose': version,
  'versions.adopt': version.extend({
    over: versionHash,
    submission: SubmissionId,
    change: z.union([z.enum(['binding', 'minor']), z.literal('')]).default(''),
    adoptedBy: z.enum(adoptingBodies).default('governing-board'),
    adoptedOn: day,
    meeting: text,
    reason: text,
  }),
  ...reviewVerbs,
  ...campaignVerbs,
  ...broadcastVerbs,
  ...signingVerbs,
  ...slipVerbs,
  'incidents.report': z.strictObject({ submission: SubmissionId }),
  'incidents.new': z.strictObject({ submission: SubmissionId }),
  'incidents.open': draft,
  'incidents.answer': draft.extend({
    turn,
    step: z.enum(stepIds),
    to: z.enum(['next', 'back', 'add', 'later', 'send']),
    answer: z.enum(['yes', 'no', 'not-known']).optional(),
    ...reportInputs,
  }),
  'incidents.edit': draft.extend({ turn, step: z.enum(stepIds) }),
  'incidents.send': draft.extend({ turn: turn.optional() }),
  'incidents.recipient': draft.extend({
    turn,
    person: z.string().regex(/^[0-9a-f]{10}$/),
    about: z.enum(['yes', 'no']),
  }),
  'incidents.needed': draft,
  'incidents.typing': draft,
  'incidents.forms': draft,
  'incidents.cancel': draft.extend({ turn: turn.optional() }),
  'incidents.delete': draft.extend({ turn }),
  'incidents.mine': z.strictObject({}),
  'safeguarding.accept': z.strictObject({}),
  /** Which school is meant is the school of the button, as with every other. */
  'people.school': z.strictObject({}),
  'people.away': z.strictObject({
    submission: SubmissionId,
    from: day,
    to: day,
    cover: z.string().max(100).default(''),
  }),
} as const;

export type Verb = keyof typeof verbs;
export type VerbData<V extends Verb> = z.infer<(typeof verbs)[V]>;

/** Those that only look at something. None belongs to a report or to sign-offs. */
export const readingVerbs: ReadonlySet<Verb> = new Set([
  'answering.section',
  'answering.answer',
  'answering.unsure',
  'questions.compose',
  'questions.gap-compose',
  'questions.open',
  'questions.clauses',
  'versions.changes',
]);

/** The verb of that name; undefined for any other word, inherited names of objects included. */
export function toVerb(name: unknown): Verb | undefined {
  return typeof name === 'string' && Object.hasOwn(verbs, name) ? (name as Verb) : undefined;
}

const schemas: { readonly [V in Verb]: z.ZodType<VerbData<V>> } = verbs;

/** The data of a press of `verb`'s button; undefined when it is not what the verb takes. */
export function readData<V extends Verb>(verb: V, data: unknown): VerbData<V> | undefined {
  return schemas[verb].safeParse(data).data;
}

const Invoked = z.object({ action: z.object({ verb: z.string(), data: z.unknown() }) });
const Submitted = z.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null);

/** Which school the card belongs to, as every card of somebody with several schools has it. */
const OfSchool = z.looseObject({ school: z.unknown() });
const Asked = z.object({ data: z.record(z.string(), z.unknown()) });

/** Whether the activity is a press of a card's button, however broken: `Action.Execute`, its fallback as a message, or a dialog's. */
export function isPress({ type, name, value }: Partial<Activity>): boolean {
  if (type === 'invoke') return name === 'adaptiveCard/action' || isDialogPress({ type, name });
  return type === 'message' && typeof value === 'object' && value !== null;
}

/** Whether the press asks for a dialog or comes out of one: whoever pressed sees the answer alone. */
export function isDialogPress({ type, name }: { type?: string | undefined; name?: string | undefined }): boolean {
  return type === 'invoke' && (name === 'task/fetch' || name === 'task/submit');
}

/** The pressed button's verb and data, and the school that its card names, as they came: nothing is checked yet. */
export function readPress({ type, name, value }: Partial<Activity>): {
  verb: unknown;
  data: unknown;
  school?: unknown;
} {
  if (isDialogPress({ type, name })) {
    const { verb, msteams: _forTeams, school, ...data } = Asked.safeParse(value).data?.data ?? {};
    return { verb, data, school };
  }
  if (type === 'invoke') {
    const { verb, data } = Invoked.safeParse(value).data?.action ?? {};
    const { school, ...own } = OfSchool.safeParse(data).data ?? {};
    return { verb, data: school === undefined ? data : own, school };
  }
  const { verb, msteams: _forTeams, school, ...data } = Submitted.safeParse(value).data ?? {};
  return { verb, data, school };
}
