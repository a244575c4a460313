import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { findReceipt } from '../../src/domain/signoffs/find-receipt.ts';
import { openCampaign } from '../../src/domain/signoffs/open-campaign.ts';
import { sign } from '../../src/domain/signoffs/sign.ts';
import { createPostgresStores } from '../../src/storage/postgres/create-postgres-stores.ts';
import type { Database, Row } from '../../src/storage/postgres/database.ts';
import { migrate, readMigrations } from '../../src/storage/postgres/migrate.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { createMemoryStores } from '../support/memory-stores.ts';
import { startPglite } from '../support/pglite-database.ts';
import { createSignoffYears, memberOf, offices } from '../support/signoff-years.ts';

const migrations = join(projectRoot, 'src/storage/postgres/migrations');
let pglite: Awaited<ReturnType<typeof startPglite>>;
beforeAll(async () => {
  pglite = await startPglite();
});
afterAll(() => pglite.stop());

/** What was asked of the server, and how much it answered. */
interface Traffic {
  readonly statements: number;
  readonly rows: number;
  readonly bytes: number;
}

function counting(db: Database) {
  let seen: Traffic = { statements: 0, rows: 0, bytes: 0 };
  const count = (rows: Row[]) => {
    const bytes = JSON.stringify(rows).length;
    seen = { statements: seen.statements + 1, rows: seen.rows + rows.length, bytes: seen.bytes + bytes };
    return rows;
  };
  const counted: Database = {
    ...db,
    query: async (text, values) => count(await db.query(text, values)),
    transaction: (work) =>
      db.transaction((session) =>
        work({ ...session, query: async (text, values) => count(await session.query(text, values)) }),
      ),
  };
  return {
    db: counted,
    during: async (work: () => Promise<unknown>): Promise<Traffic> => {
      const before = seen;
      await work();
      const { statements, rows, bytes } = seen;
      return { statements: statements - before.statements, rows: rows - before.rows, bytes: bytes - before.bytes };
    },
  };
}

/** A school of so many, with a campaign that `signing` of them have signed. */
async function openSchool(staff: number, signing: number) {
  const plain = await pglite.openEmpty();
  await migrate(plain, await readMigrations(migrations));
  const { db, during } = counting(plain);
  const stores: Stores = { ...createMemoryStores(), ...createPostgresStores(db) };
  const years = createSignoffYears(stores, { seal: () => Promise.resolve('sealed') }, '2026-09-07T10:00:00.000Z');
  await years.setTeam(Array.from({ length: staff }, (_, n) => memberOf(10 + n)));
  await years.note();
  const draft = {
    document: { kind: 'policy', policyId: 'phones' },
    groups: [],
    why: 'New.',
    dueOn: '2026-10-02',
  } as const;
  const opened = await openCampaign(years.desk, { ...years.as(offices.head), draft });
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const { campaign } = opened;
  const people = await stores.signoffs.signatories(years.school.id, campaign.id);
  const signAs = async (n: number) => {
    const one = people[n];
    if (!one?.person) throw new Error('there is nobody');
    const request = { ...years.as(Number(one.person.objectId.slice(-12))), signatoryId: one.id, agreed: true };
    const signed = await sign(years.desk, { ...request, hash: campaign.document.hash, typedName: one.name });
    if (signed.kind !== 'signed') throw new Error(signed.kind);
    return signed.receipt;
  };
  const receipts = await Promise.all(Array.from({ length: signing }, (_, n) => signAs(n + 1)));
  await years.follow();
  return { years, stores, campaign, during, signAs, first: receipts[0] };
}

test('what one signature, one copy and one press read does not grow with the number of people', async () => {
  const measure = async (staff: number) => {
    const { years, stores, during, signAs, first } = await openSchool(staff, staff - 2);
    if (!first?.person) throw new Error('nobody signed');
    const schoolId = years.school.id;
    const asked = { schoolId, id: first.id, by: first.person, mayAll: false };
    await stores.persons.staffTeams();
    return {
      signature: await during(() => signAs(0)),
      copy: await during(async () =>
        expect(await findReceipt(stores, asked)).toMatchObject({ receipt: first, entry: {} }),
      ),
      team: await during(() => stores.persons.staffTeams()),
      counts: await during(() => stores.signoffs.progress(schoolId)),
    };
  };
  const [few, many] = [await measure(6), await measure(30)];
  for (const deed of ['signature', 'copy', 'team', 'counts'] as const) {
    expect(many[deed].statements).toBe(few[deed].statements);
    expect(many[deed].rows).toBe(few[deed].rows);
    expect(many[deed].bytes).toBeLessThan(few[deed].bytes + 60);
  }
  console.log(`statements and rows with 30 people: ${JSON.stringify(many)}`);
});

test('a look of the follower makes as many statements for many people, whom it cannot reach, as for few', async () => {
  const measure = async (staff: number) => {
    const { years, stores, campaign, during } = await openSchool(staff, 0);
    const at = years.now().toISOString();
    for (const { key } of await stores.deliveries.claim(at, { limit: 500, leaseMs: 60_000, holder: 'one' })) {
      const attempt = { at, outcome: 'undeliverable', code: 'no-address' } as const;
      await stores.deliveries.settle(key, 'one', { state: 'undeliverable', attempt });
    }
    await years.follow();
    const all = await stores.signoffs.signatories(years.school.id, campaign.id);
    const lost = all.filter(({ state }) => state === 'unreachable').length;
    return { lost, look: await during(years.follow) };
  };
  const [few, many] = [await measure(6), await measure(30)];
  expect([few.lost, many.lost]).toEqual([6, 30]);
  expect(many.look.statements).toBe(few.look.statements);
  console.log(`statements and rows of a look at 30 people: ${JSON.stringify(many)}`);
});
