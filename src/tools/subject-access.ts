import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { openShelf } from '../documents/open-shelf.ts';
import { newReference } from '../domain/delivery/reference.ts';
import { keysOfPeople } from '../domain/people/keys-of-people.ts';
import type { School } from '../domain/people/school.ts';
import { findDataSubject, type FoundSubject } from '../domain/records/find-data-subject.ts';
import type { AccessDesk, HeldItem } from '../domain/records/held-item.ts';
import { whatIsHeld } from '../domain/records/subject-access.ts';
import { StoreError } from '../domain/store-error.ts';
import { openKeys } from '../keys/open-keys.ts';
import { openSnapshot } from '../storage/open-snapshot.ts';
import { recordEntry } from '../storage/record-entry.ts';
import { tellErrors } from './keys/tell-errors.ts';
import { readSettings } from './read-settings.ts';
import { heldAsJson, printHeld } from './subject-access/print-held.ts';
import { writeNew } from './subject-access/write-new.ts';

interface AccessOptions {
  readonly person: string;
  readonly school?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const about = `
For the DPO, with whoever looks after the server. It lists what is held of a person and takes out the names of others by
rules, each as [name]. It releases nothing: a person has to read all of it first, and decides about what is marked so. It
tells nobody. That it was run, when, under a reference, goes into the ledger, without any name. The bot may be serving.`;

/**
 * `staffroom subject-access`: what is held of a person. stdout or a new file holds the list. Exit 0 when all could be read,
 * 1 when words could not be opened, 2 when it was not listed.
 */
export function registerSubjectAccess(program: Command): void {
  program
    .command('subject-access')
    .description('list everything that is held of a person, for the DPO to read')
    .requiredOption('--person <who>', 'their full name, sign-in name or Entra object id')
    .option('--school <id>', 'the school, where there are several')
    .option('--out <file>', 'a new file to write the list to, readable by its owner alone')
    .option('--json', 'as JSON')
    .addHelpText('after', about)
    .action((options: AccessOptions) => tellErrors(2, () => list(options)));
}

async function list({ person, school: asked, out, json = false }: AccessOptions): Promise<number> {
  if (person.trim().length < 2) return refuse('Write whom it is about: --person NAME, sign-in name or object id.');
  const config = readSettings();
  const { sealer } = await openKeys(config.reportKeyFile);
  const shelf = await openShelf(config.policiesDir, { watch: false });
  const schools = shelf.schools().map((library) => library.school);
  const school = asked === undefined && schools.length === 1 ? schools[0] : schools.find(({ id }) => id === asked);
  if (!school)
    return refuse(`Name the school with --school. These are there: ${schools.map(({ id }) => id).join(', ')}.`);
  const { dataDir, database, appService } = config;
  const place = { dataDir, databaseUrl: database?.url, appService };
  const snapshot = await openSnapshot(place);
  if (!snapshot) throw new StoreError(`There is no store in ${dataDir} yet. Check DATA_DIR.`);
  const found = await look({ ...snapshot.ports, sealer }, config, school, person).finally(() => snapshot.close());
  if (found.kind === 'several') {
    return refuse(`${found.count} people of ${school.id} are called so. Name one by sign-in name or object id.`);
  }
  const at = new Date().toISOString();
  const reference = newReference('SX', randomBytes);
  const facts = { reference, items: found.items.length };
  await recordEntry(place, { schoolId: school.id, chain: 'reports', at, kind: 'subject-access', facts });
  const request = { reference, at, school: school.name, person: person.trim() };
  const text = json
    ? `${JSON.stringify(heldAsJson(request, found.items), null, 2)}\n`
    : printHeld(request, found.items);
  if (out === undefined) process.stdout.write(text);
  else await writeNew(out, text);
  if (out !== undefined)
    process.stdout.write(`Written: ${out} (${reference}). Read all of it before any is released.\n`);
  return found.items.some(({ unreadable }) => unreadable) ? 1 : 0;
}

/** Looks in a store that changes meanwhile, or in a copy of it, and changes nothing. */
async function look(
  desk: AccessDesk,
  { tenantId: configured }: Pick<Config, 'tenantId'>,
  school: School,
  who: string,
): Promise<Extract<FoundSubject, { kind: 'several' }> | { kind: 'found'; items: HeldItem[] }> {
  const teams = await desk.persons.staffTeams();
  const tenantId = configured ?? teams.find(({ schoolId }) => schoolId === school.id)?.tenantId ?? '';
  const keyOf = await keysOfPeople(desk.persons, tenantId);
  const named = findDataSubject(who, { school, teams, keyOf, tenantId });
  return named.kind === 'several' ? named : { kind: 'found', items: await whatIsHeld(desk, school, named.subject) };
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}
