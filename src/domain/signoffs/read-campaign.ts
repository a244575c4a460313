import type { School } from '../people/school.ts';
import { readWithAbsences } from '../people/with-absences.ts';
import type { Campaign } from './campaign.ts';
import { mayAsk } from './may-ask.ts';
import type { Signatory } from './signatory.ts';
import type { HeadRequest, Refused, SignoffDesk } from './signoff-desk.ts';

type NotThere = { readonly kind: 'not-yours' | 'not-found' };

/** The campaign, for whoever may ask for signatures at this school; `may` says who else may. */
export async function readCampaign(
  { signoffs, absences }: Pick<SignoffDesk, 'signoffs' | 'absences'>,
  { library, person, today, campaignId }: Omit<HeadRequest, 'actor'> & { readonly campaignId: string },
  may: typeof mayAsk = mayAsk,
): Promise<{ readonly kind: 'found'; readonly campaign: Campaign; readonly school: School } | NotThere> {
  const school = await readWithAbsences(absences, library.school, today);
  if (!may(school, person, today)) return { kind: 'not-yours' };
  const campaign = await signoffs.campaign(school.id, campaignId);
  return campaign ? { kind: 'found', campaign, school } : { kind: 'not-found' };
}

/** Somebody in a campaign in which people are asked, for the same people. */
export async function readSignatory(
  desk: Pick<SignoffDesk, 'signoffs' | 'absences'>,
  { signatoryId, ...request }: Omit<HeadRequest, 'actor'> & { readonly signatoryId: string },
  may: typeof mayAsk = mayAsk,
): Promise<
  | {
      readonly kind: 'found';
      readonly signatory: Signatory;
      readonly campaign: Campaign;
      readonly school: School;
    }
  | Refused
> {
  const signatory = await desk.signoffs.signatory(request.library.school.id, signatoryId);
  const found = await readCampaign(desk, { ...request, campaignId: signatory?.campaignId ?? '' }, may);
  if (found.kind !== 'found') return found;
  if (!signatory) return { kind: 'not-found' };
  return found.campaign.state === 'open' ? { ...found, signatory } : { kind: 'closed' };
}
