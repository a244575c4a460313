import type { PersonKey } from '../people/person-key.ts';

/** One statement of a declaration, word for word, with its lead-in. `clause`: its id in the policy. */
export interface Statement {
  readonly text: string;
  /** The number as printed. */
  readonly ref?: string | undefined;
  readonly clause?: string | undefined;
}

/**
 * What people sign: the words that they read and the words that they agree to, bound by a hash. Of a policy it is the
 * `versionHash`; of anything else `documentHash` over title, edition, link and text.
 */
export type SignedDocument =
  | {
      readonly kind: 'policy';
      readonly policyId: string;
      readonly title: string;
      readonly version: string;
      readonly hash: string;
      readonly statements: readonly Statement[];
    }
  | {
      /** Something from outside (KCSIE Part One), a training, an induction list. The declaration is the school's own. */
      readonly kind: 'other';
      readonly title: string;
      readonly version: string;
      readonly hash: string;
      readonly link?: string | undefined;
      readonly text?: string | undefined;
      readonly statements: readonly Statement[];
    };

/**
 * - `waiting`: more people than one person may ask alone; a second one has to confirm
 * - `open`: people are asked
 * - `closed`: nobody is asked any more and nobody can sign
 */
export const campaignStates = ['waiting', 'open', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** - `replaced`: a newer campaign asks for the same document. - `not-confirmed`: the second person said no. */
export const closings = ['ended', 'replaced', 'not-confirmed'] as const;

/** One asking of one document's signatures. */
export interface Campaign {
  /** `CA-7KQ2-M`. */
  readonly id: string;
  readonly schoolId: string;
  readonly document: SignedDocument;
  /** Ids of the groups that are asked; empty: everybody for whom the document is. */
  readonly groups: readonly string[];
  /** Why people are asked, in the words of whoever opened it. */
  readonly why: string;
  /** The day by which people are to sign, YYYY-MM-DD. */
  readonly dueOn: string;
  /** School days between two reminders to whoever is outstanding; 0: none but those that the head sends. */
  readonly chaseEvery: number;
  readonly state: CampaignState;
  readonly openedBy: PersonKey;
  readonly openedAt: string;
  /** The second person who confirmed it, where one was needed. */
  readonly confirmed?: { readonly by: PersonKey; readonly at: string } | undefined;
  readonly closed?:
    { readonly at: string; readonly why: (typeof closings)[number]; readonly by?: PersonKey | undefined } | undefined;
  /** 1, 2, 3 … with each change. */
  readonly revision: number;
}

/** One name for what is signed, whatever its version: two campaigns with it ask for the same document. */
export function documentName(document: SignedDocument): string {
  return document.kind === 'policy' ? `policy ${document.policyId}` : `other ${document.title.trim().toLowerCase()}`;
}
