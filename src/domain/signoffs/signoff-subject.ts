/**
 * What a delivery about sign-offs tells. `campaign` is its reference, `signatory` the id of somebody in it.
 * - `signoff-asked`: please sign; `round` counts from 1, and the reminders are the later ones
 * - `signoff-settled`: the card that the delivery `of` put into their chat shows what is so by now (signed, exempt, closed);
 *   edits it in place
 * - `campaign-confirm`: so many people are asked that a second person has to say yes
 * - `campaign-told`: whoever opened it learns that it was confirmed, or not
 */
export type SignoffSubject =
  | { readonly kind: 'signoff-asked'; readonly campaign: string; readonly signatory: string; readonly round: number }
  | { readonly kind: 'signoff-settled'; readonly campaign: string; readonly signatory: string; readonly of: string }
  | { readonly kind: 'campaign-confirm'; readonly campaign: string }
  | { readonly kind: 'campaign-told'; readonly campaign: string; readonly what: CampaignTold };

export const campaignTold = ['confirmed', 'not-confirmed'] as const;
export type CampaignTold = (typeof campaignTold)[number];
