import type { Policy } from '../policies/policy.ts';
import type { Statement } from './campaign.ts';

/** A policy's own declaration, statement by statement, word for word; empty where it has none. A code of pupils is none. */
export function declarationOf({ clauses }: Pick<Policy, 'clauses'>): Statement[] {
  return clauses
    .filter(({ kind, binds }) => kind === 'declaration' && binds === undefined)
    .map(({ id, ref, leadIn, text }) => ({
      text: leadIn === undefined ? text : `${leadIn} ${text}`,
      ...(ref !== undefined && { ref }),
      clause: id,
    }));
}
