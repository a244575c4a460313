import type { Person } from '../people/school.ts';
import type { Campaign, SignedDocument } from './campaign.ts';
import type { CampaignDraft, CampaignProblem } from './campaign-draft.ts';
import type { HeadRequest, SignoffDesk } from './signoff-desk.ts';
import type { Asked, NotAsked } from './whom-to-ask.ts';

/** The dry run: what opening the campaign would do. Nothing of it is stored, and nobody is told. */
export interface CampaignPlan {
  readonly kind: 'plan';
  /** Absent where a problem names it. */
  readonly document?: SignedDocument | undefined;
  readonly asked: readonly Asked[];
  /** Those by group, in the order of school.yaml, last those in none (`name` "Other staff"); somebody of several stands in each. */
  readonly byGroup: readonly {
    readonly id?: string | undefined;
    readonly name: string;
    readonly people: readonly Asked[];
  }[];
  readonly notAsked: readonly NotAsked[];
  /** When the first cards go out, ISO 8601: now, or after the quiet hours. */
  readonly asksAt: string;
  readonly chaseEvery: number;
  readonly needsSecond: boolean;
  /** Who may confirm it, where `needsSecond`. */
  readonly seconds: readonly Person[];
  /** The campaign for the same document that opening this one closes. */
  readonly replaces?: Campaign | undefined;
  /** All of them; the campaign can be opened when there is none. */
  readonly problems: readonly CampaignProblem[];
  /** SHA-256 over the document and whom it asks: what `openCampaign` compares with what was shown. */
  readonly fingerprint: string;
}

/** Says what opening `draft` would do now. */
export function planCampaign(
  _desk: SignoffDesk,
  _request: HeadRequest & { readonly draft: CampaignDraft },
): Promise<CampaignPlan | { readonly kind: 'not-yours' }> {
  return Promise.reject(new Error('not here yet'));
}
