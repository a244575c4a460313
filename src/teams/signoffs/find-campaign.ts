import { peopleCalled } from '../../domain/people/people-called.ts';
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
  const all = (await signoffs.campaigns(library.school.id)).toReversed();
  const wanted = named.trim().toLowerCase();
  const byReference = all.find(({ id }) => id.toLowerCase() === wanted);
  if (byReference) return byReference;
  const called = all.filter(
    ({ document }) =>
      document.title.toLowerCase() === wanted || (document.kind === 'policy' && document.policyId === wanted),
  );
  return called.find(({ state }) => state !== 'closed') ?? called[0];
}

/** The one person in the campaign whom a typed name means; several or none where it is not clear. */
export async function findSignatories(
  { signoffs }: Pick<HeadDeps, 'signoffs'>,
  { schoolId, id }: Campaign,
  name: string,
): Promise<Signatory[]> {
  return peopleCalled(await signoffs.signatories(schoolId, id), name);
}
