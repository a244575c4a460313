import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { About } from './broadcast-words.ts';

/** What a broadcast is about, by its title: the policy as the school has it today, the campaign as it is. */
export function aboutOf(
  { policies }: Pick<SchoolLibrary, 'policies'>,
  campaigns: readonly Campaign[],
  { policyId, audience }: Pick<Broadcast, 'policyId' | 'audience'>,
): About {
  const policy = policies.find(({ cover }) => cover.id === policyId)?.cover.title ?? policyId;
  const campaign = audience.kind === 'unsigned' ? campaigns.find(({ id }) => id === audience.campaignId) : undefined;
  return { ...(policy !== undefined && { policy }), ...(campaign && { campaign }) };
}
