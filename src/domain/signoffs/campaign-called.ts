import type { Campaign, CampaignState } from './campaign.ts';

/** The campaign with that reference; for words, the newest that asks for a document called so, those in one of `first` before others. */
export function campaignCalled(
  campaigns: readonly Campaign[],
  named: string,
  first: readonly CampaignState[],
): Campaign | undefined {
  const all = campaigns.toReversed();
  const wanted = named.trim().toLowerCase();
  const byReference = all.find(({ id }) => id.toLowerCase() === wanted);
  if (byReference) return byReference;
  const called = all.filter(
    ({ document }) =>
      document.title.toLowerCase() === wanted || (document.kind === 'policy' && document.policyId === wanted),
  );
  return called.find(({ state }) => first.includes(state)) ?? called[0];
}
