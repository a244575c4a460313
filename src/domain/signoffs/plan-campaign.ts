import { createHash } from 'node:crypto';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { nextAskingTime } from '../people/asking-time.ts';
import { keysOfPeople } from '../people/keys-of-people.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { Person } from '../people/school.ts';
import { readWithAbsences } from '../people/with-absences.ts';
import { byGroup, type GroupOfAsked } from './by-group.ts';
import type { CampaignDraft, CampaignProblem } from './campaign-draft.ts';
import { documentName, type Campaign, type SignedDocument } from './campaign.ts';
import { chooseDocument } from './choose-document.ts';
import { draftProblems } from './draft-problems.ts';
import { mayAsk, mayConfirm } from './may-ask.ts';
import { audienceOf, readAudience } from './read-audience.ts';
import { readSignedBefore, withoutHolding } from './signed-before.ts';
import type { HeadRequest, SignoffDesk } from './signoff-desk.ts';
import { whoIs, type Asked, type NotAsked, type WhomToAsk } from './whom-to-ask.ts';

/** The dry run: what opening the campaign would do. Nothing of it is stored, and nobody is told. */
export interface CampaignPlan {
  readonly kind: 'plan';
  /** Absent where a problem names it; then nobody is asked. */
  readonly document?: SignedDocument | undefined;
  readonly asked: readonly Asked[];
  /** Those by group, in the order of school.yaml, last those in none (without an id); somebody of several stands in each. */
  readonly byGroup: readonly GroupOfAsked[];
  readonly notAsked: readonly NotAsked[];
  /** When the first cards go out, ISO 8601: now, or after the quiet hours. */
  readonly asksAt: string;
  readonly chaseEvery: number;
  readonly needsSecond: boolean;
  /** Who may confirm it and can be told, where `needsSecond`. */
  readonly seconds: readonly Person[];
  /** The campaign for the same document that opening this one closes: the open one, else one that waits. */
  readonly replaces?: Campaign | undefined;
  /** All of them; the campaign can be opened when there is none. */
  readonly problems: readonly CampaignProblem[];
  /** SHA-256 over the document and whom it asks: what `openCampaign` compares with what was shown. */
  readonly fingerprint: string;
}

/** Says what opening `draft` would do now. */
export async function planCampaign(
  desk: SignoffDesk,
  { actor, person, library, today, draft }: HeadRequest & { readonly draft: CampaignDraft },
): Promise<CampaignPlan | { readonly kind: 'not-yours' }> {
  const { signoffs, persons, versions, absences, now } = desk;
  const school = await readWithAbsences(absences, library.school, today);
  if (!mayAsk(school, person, today)) return { kind: 'not-yours' };
  const known = await versions.versions(school.id);
  const { document, problems } = chooseDocument(draft.document, { library, versions: known, today });
  const whom = document ? await readWhom() : { asked: [], notAsked: [] };
  const needsSecond = whom.asked.length > school.signoffs.secondPersonAbove;
  const keyOf = await keysOfPeople(persons, actor.tenantId);
  const isOther = (one: Person) => keyOf(one) !== undefined && !isSamePerson(keyOf(one), actor);
  const seconds = needsSecond ? mayConfirm(school, today).filter(isOther) : [];
  const live = document ? await liveFor(desk, school.id, document) : [];
  return {
    kind: 'plan',
    document,
    ...whom,
    byGroup: byGroup(whom.asked, school.groups),
    asksAt: nextAskingTime(school, now()).toISOString(),
    chaseEvery: draft.chaseEvery ?? school.signoffs.chaseEvery,
    needsSecond,
    seconds,
    replaces: live.find(({ state }) => state === 'open') ?? live[0],
    problems: [
      ...new Set([
        ...problems,
        ...draftProblems(draft, school, today),
        ...(document && whom.asked.length === 0 ? (['nobody'] as const) : []),
        ...(needsSecond && seconds.length === 0 ? (['no-second'] as const) : []),
      ]),
    ],
    fingerprint: fingerprintOf(document, whom),
  };

  async function readWhom(): Promise<WhomToAsk> {
    if (!document) return { asked: [], notAsked: [] };
    const { groups, again } = draft;
    const audience = audienceOf(document, groups, library);
    const all = await readAudience(persons, { library, tenantId: actor.tenantId, audience, groups, today });
    return again
      ? all
      : withoutHolding(all, document, await readSignedBefore(signoffs, school.id, { document }), known);
  }
}

/** The campaigns of the school that are not closed and ask for the same document. */
export async function liveFor(
  { signoffs }: Pick<SignoffDesk, 'signoffs'>,
  schoolId: string,
  document: SignedDocument,
): Promise<Campaign[]> {
  const isFor = (one: Campaign) => one.state !== 'closed' && documentName(one.document) === documentName(document);
  return (await signoffs.campaigns(schoolId)).filter(isFor);
}

function fingerprintOf(document: SignedDocument | undefined, { asked }: WhomToAsk): string {
  const whom = asked.map(whoIs).sort();
  const words = document?.statements.map(({ text }) => text) ?? [];
  return createHash('sha256')
    .update(canonicalJson({ hash: document?.hash ?? '', words, whom }))
    .digest('hex');
}
