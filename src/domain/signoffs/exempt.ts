import type { SignatoryChanged } from './change-signatory.ts';
import type { HeadAct, SignoffDesk } from './signoff-desk.ts';

/** Notes that one person need not sign, for a reason that has to be given; their card says so. */
export function exemptSignatory(
  _desk: SignoffDesk,
  _request: HeadAct & { readonly signatoryId: string; readonly reason: string },
): Promise<SignatoryChanged<'reason' | 'too-long'>> {
  return Promise.reject(new Error('not here yet'));
}
