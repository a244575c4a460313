import { keysOfPeople } from '../../domain/people/keys-of-people.ts';
import { knownPeople } from '../../domain/signoffs/known-people.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import { whoIs } from '../../domain/signoffs/whom-to-ask.ts';
import type { OpenedSignoffs } from './open-signoffs.ts';
import type { PersonRow } from './print-campaigns.ts';

export interface FoundPerson {
  readonly name: string;
  readonly isTheirs: (row: Pick<Signatory, 'person' | 'listed'>) => boolean;
  readonly rows: readonly PersonRow[];
}

/**
 * Who is meant by a name, a sign-in name, an Entra object id or an id of the list, among those who were ever asked: whoever left
 * too. Several when several people are called so.
 */
export async function findPerson({ ports, library, tenantId }: OpenedSignoffs, who: string): Promise<FoundPerson[]> {
  const wanted = who.trim().toLowerCase();
  const { signoffs, persons } = ports;
  const [teams, keyOf, bound] = await Promise.all([
    persons.staffTeams(),
    keysOfPeople(persons, tenantId),
    persons.boundUpns(tenantId),
  ]);
  const bySignIn = [
    ...teams
      .flatMap(({ members }) => members.filter(({ upn }) => upn?.toLowerCase() === wanted))
      .map(({ objectId }) => objectId),
    ...(bound.has(wanted) ? [bound.get(wanted)] : []),
  ];
  const known = new Set(
    knownPeople({ library, teams, keyOf })
      .filter(({ name }) => name.toLowerCase() === wanted)
      .map(whoIs),
  );
  const rows: PersonRow[] = [];
  for (const campaign of await signoffs.campaigns(library.school.id)) {
    const receipts = await signoffs.receipts(library.school.id, campaign.id);
    for (const signatory of await signoffs.signatories(library.school.id, campaign.id)) {
      const { person, listed, name } = signatory;
      const names = [name.toLowerCase(), person?.objectId, listed];
      if (!names.includes(wanted) && !bySignIn.includes(person?.objectId) && !known.has(whoIs(signatory))) continue;
      rows.push({ signatory, campaign, receipt: receipts.find(({ signatoryId }) => signatoryId === signatory.id) });
    }
  }
  return [...new Set(rows.map(({ signatory }) => whoIs(signatory)))].map((id) => {
    const own = rows.filter(({ signatory }) => whoIs(signatory) === id);
    return { name: own.at(-1)?.signatory.name ?? '', isTheirs: (row) => whoIs(row) === id, rows: own };
  });
}
