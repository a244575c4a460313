import type { SignatoryChanged } from './change-signatory.ts';
import type { HeadAct, SignoffDesk } from './signoff-desk.ts';

/** Gives one outstanding person a day of their own, with the reason where one is given; their card says the new day. */
export function extendSignatory(
  _desk: SignoffDesk,
  _request: HeadAct & { readonly signatoryId: string; readonly dueOn: string; readonly reason: string },
): Promise<SignatoryChanged<'day' | 'day-past' | 'day-far' | 'too-long'>> {
  return Promise.reject(new Error('not here yet'));
}
