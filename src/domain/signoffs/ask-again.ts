import type { SignatoryChanged } from './change-signatory.ts';
import type { HeadAct, SignoffDesk } from './signoff-desk.ts';

/** Asks somebody again who declined, has a question, is exempt, left or could not be reached: pending, a new round. */
export function askAgain(
  _desk: SignoffDesk,
  _request: HeadAct & { readonly signatoryId: string },
): Promise<SignatoryChanged<never>> {
  return Promise.reject(new Error('not here yet'));
}
