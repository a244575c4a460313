import { peopleCalled } from '../../domain/people/people-called.ts';
import { campaignCalled } from '../../domain/signoffs/campaign-called.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import type { Caller } from '../caller.ts';
import type { HeadDeps } from './head-deps.ts';

/** The school's campaign with that reference; for words, the newest that asks for a document called so, open ones first. */
export async function findCampaign(
  { signoffs }: Pick<HeadDeps, 'signoffs'>,
  { library }: Caller,
  named: string,
): Promise<Campaign | undefined> {
  return campaignCalled(await signoffs.campaigns(library.school.id), named, ['open', 'waiting']);
}

/** The one person in the campaign whom a typed name means; several or none where it is not clear. */
export async function findSignatories(
  { signoffs }: Pick<HeadDeps, 'signoffs'>,
  { schoolId, id }: Campaign,
  name: string,
): Promise<Signatory[]> {
  return peopleCalled(await signoffs.signatories(schoolId, id), name);
}
