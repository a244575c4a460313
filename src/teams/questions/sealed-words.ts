import { createHash } from 'node:crypto';
import type { RankedClause } from '../../domain/answering/answer.ts';
import { clauseKey } from '../../domain/policies/library.ts';
import { clausePrint } from '../../domain/questions/clause-print.ts';
import type { SealPlace, Sealer } from '../../domain/secrecy/sealer.ts';
import type { Caller } from '../caller.ts';

/**
 * The words that the caller asked in, sealed for them and for the clause that answered: a card carries them so from the answer
 * to the button that suggests them, and nothing is stored before that. Undefined where they cannot be sealed: an answer does
 * not wait for the keys.
 */
export async function sealWords(
  { seal }: Pick<Sealer, 'seal'>,
  caller: Caller,
  answered: RankedClause,
  words: string,
): Promise<string | undefined> {
  return seal(words, placeOf(caller, answered)).catch(() => undefined);
}

/** The words; undefined for a token of somebody else, or of a clause that said something else, or under a key that is gone. */
export function openWords(
  { open }: Pick<Sealer, 'open'>,
  caller: Caller,
  answered: RankedClause,
  token: string,
): Promise<string | undefined> {
  return open(token, placeOf(caller, answered));
}

/** A hash names whom and what they are for: the place stands on the card in clear. */
function placeOf({ library, actor }: Caller, { policy, clause }: RankedClause): SealPlace {
  const whose = [actor.tenantId, actor.objectId, clauseKey(policy, clause), clausePrint(clause)].join('|');
  const id = createHash('sha256').update(whose).digest('hex').slice(0, 32);
  return { schoolId: library.school.id, type: 'words', id };
}
