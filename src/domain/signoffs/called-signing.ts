import type { PersonKey } from '../people/person-key.ts';
import type { Signing } from './find-signing.ts';
import type { SignoffDesk } from './signoff-desk.ts';

/**
 * Where this person is or was asked for what they call so: a campaign's reference, a policy's id or a document's title,
 * whatever its case. Of several the one that is open goes first, then the newest. Undefined where there is none.
 */
export async function signingCalled(
  { signoffs }: Pick<SignoffDesk, 'signoffs'>,
  { schoolId, person, what }: { schoolId: string; person: PersonKey; what: string },
): Promise<Signing | undefined> {
  const wanted = what.trim().toLowerCase();
  const campaigns = (await signoffs.campaigns(schoolId)).filter(
    ({ id, document }) =>
      id.toLowerCase() === wanted ||
      document.title.toLowerCase() === wanted ||
      (document.kind === 'policy' && document.policyId === wanted),
  );
  if (campaigns.length === 0) return undefined;
  const own = await signoffs.signatoriesOf(schoolId, person);
  const found = campaigns.toReversed().flatMap((campaign) => {
    const signatory = own.find(({ campaignId }) => campaignId === campaign.id);
    return signatory && campaign.state !== 'waiting' ? [{ campaign, signatory }] : [];
  });
  return found.find(({ campaign }) => campaign.state === 'open') ?? found[0];
}
