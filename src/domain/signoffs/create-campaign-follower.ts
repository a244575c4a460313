import type { DeliveryStore } from '../delivery/delivery-store.ts';
import { nothingToTell } from '../delivery/needs-somebody.ts';
import { keysOfPeople, type KeyOf } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { PersonStore } from '../people/person-store.ts';
import { schoolDay } from '../people/school-day.ts';
import { readWithAbsences } from '../people/with-absences.ts';
import { quotablePolicies, type SchoolLibrary } from '../policies/library.ts';
import type { PolicyVersion } from '../versions/policy-version.ts';
import type { Campaign } from './campaign.ts';
import { planFollow } from './follow-campaign.ts';
import { unreachableReasons } from './follow-signatory.ts';
import { isOutdated } from './holds.ts';
import { audienceOf } from './read-audience.ts';
import { recordFresh } from './record-fresh.ts';
import { readSignedBefore, withoutHolding, type SignedBefore } from './signed-before.ts';
import { askedKey, askedPrefix } from './signoff-deliveries.ts';
import type { SignoffDesk } from './signoff-desk.ts';
import type { Signatory } from './signatory.ts';
import { whoIs, whomToAsk, type WhomToAsk } from './whom-to-ask.ts';

export interface FollowDesk extends SignoffDesk {
  readonly persons: Pick<PersonStore, 'staffTeams' | 'boundUpns' | 'findAddresses'>;
  readonly deliveries: Pick<DeliveryStore, 'unsure'>;
}

/** Looks after one campaign. Rejects when a store fails. */
export type FollowCampaign = (campaign: Campaign, library: SchoolLibrary) => Promise<'recorded' | 'nothing'>;

/** Whom nobody could ask, by the keys of their cards. A card that had nothing to tell any more is no failure. */
async function failedKeys({ deliveries }: FollowDesk, campaign: Campaign): Promise<ReadonlySet<string>> {
  const failed = (await deliveries.unsure(askedPrefix(campaign))).filter(
    ({ state, attempts }) => state !== 'unknown' && attempts.at(-1)?.code !== nothingToTell,
  );
  return new Set(failed.map(({ key }) => key));
}

/** Follows campaigns one by one, and keeps in memory what was signed before each: that cannot change while it is open. */
export function createCampaignFollower(desk: FollowDesk): FollowCampaign {
  const signed = new Map<string, SignedBefore>();

  async function signedBefore({ schoolId, id, document }: Campaign): Promise<SignedBefore> {
    const key = `${schoolId} ${id}`;
    const known = signed.get(key) ?? (await readSignedBefore(desk.signoffs, schoolId, { document, except: id }));
    signed.set(key, known);
    return known;
  }

  async function readWhom(
    campaign: Campaign,
    library: SchoolLibrary,
    {
      versions,
      signatories,
      keyOf,
      today,
    }: { versions: PolicyVersion[]; signatories: Signatory[]; keyOf: KeyOf; today: string },
  ): Promise<WhomToAsk | undefined> {
    const { document, groups, schoolId } = campaign;
    const teams = (await desk.persons.staffTeams()).filter((team) => team.schoolId === schoolId);
    const isGone = document.kind === 'policy' && !library.policies.some(({ cover }) => cover.id === document.policyId);
    if (teams.length === 0 || isGone) return undefined;
    const audience = audienceOf(document, groups, library);
    const whom = whomToAsk({ library, teams, keyOf, audience, groups, today });
    const there = new Set(signatories.map(whoIs));
    if (whom.asked.every((one) => there.has(whoIs(one)))) return whom;
    return withoutHolding(whom, document, await signedBefore(campaign), versions);
  }

  async function withAddress(people: readonly Signatory[], failed: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const unclear = people.flatMap(({ person, ...one }) => {
      const isFailed = one.state === 'pending' && person && failed.has(askedKey({ ...one, person }, one.asked));
      return person && (isFailed || one.reason === unreachableReasons.noChat) ? [person] : [];
    });
    return new Set((await desk.persons.findAddresses(unclear)).map(nameOf));
  }

  return async (campaign, library) => {
    const outcome = await recordFresh(async () => {
      const { id, schoolId, document } = campaign;
      const now = desk.now();
      const today = schoolDay(now, library.school);
      const [signatories, versions, school, keyOf, failed] = await Promise.all([
        desk.signoffs.signatories(schoolId, id),
        desk.versions.versions(schoolId),
        readWithAbsences(desk.absences, library.school, today),
        keysOfPeople(desk.persons, campaign.openedBy.tenantId),
        failedKeys(desk, campaign),
      ]);
      const addresses = await withAddress(signatories, failed);
      const isQuoted =
        document.kind === 'other' ||
        quotablePolicies(library, today).some(({ cover }) => cover.id === document.policyId);
      const plan = planFollow({
        ...{ campaign, signatories, failed, school, keyOf, now, newId: desk.newId },
        whom: await readWhom(campaign, library, { versions, signatories, keyOf, today }),
        isOutdated: !isQuoted || isOutdated(campaign, versions),
        hasAddress: (person) => addresses.has(nameOf(person)),
      });
      if (!plan) return { kind: 'nothing' as const };
      return desk.signoffs.record({ schoolId, at: now.toISOString(), ...plan });
    });
    return outcome.kind === 'recorded' ? 'recorded' : 'nothing';
  };
}

const nameOf = ({ tenantId, objectId }: PersonKey) => `${tenantId} ${objectId}`;
