import type { PassedTo } from './slip.ts';

/** What whoever answers does. Texts may be empty but where a reason is due. Days are YYYY-MM-DD, or empty. */
export type SlipAnswer =
  | { readonly kind: 'noted' | 'talk' | 'refused'; readonly text: string }
  | { readonly kind: 'given'; readonly until: string; readonly text: string }
  | { readonly kind: 'passed'; readonly to: PassedTo; readonly text: string };

/** What is done with a slip that there is: `answer` by who answers it, `withdraw` by them or its author, the rest by its author. */
export type SlipAct =
  | { readonly deed: 'answer'; readonly answer: SlipAnswer }
  | { readonly deed: 'withdraw'; readonly text: string }
  | { readonly deed: 'renew'; readonly until: string; readonly text: string }
  | { readonly deed: 'end'; readonly done: boolean; readonly text: string };

/** What is missing or does not fit. */
export type SlipFault = 'reason' | 'until' | 'too-long';
