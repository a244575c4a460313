import { mkdtempSync, rmSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderProgress } from '../../src/cards/signoffs/progress.ts';
import type { Campaign } from '../../src/domain/signoffs/campaign.ts';
import { confirmCampaign } from '../../src/domain/signoffs/confirm-campaign.ts';
import { evidenceLines } from '../../src/domain/signoffs/evidence.ts';
import { gatherEvidence } from '../../src/domain/signoffs/gather-evidence.ts';
import { openCampaign } from '../../src/domain/signoffs/open-campaign.ts';
import { sign } from '../../src/domain/signoffs/sign.ts';
import { readWholeCampaign } from '../../src/domain/signoffs/whole-campaign.ts';
import { createSigner } from '../../src/keys/create-signer.ts';
import { toSignoffsCsv } from '../../src/sheets/signoffs-csv.ts';
import { toSignoffsSheet } from '../../src/sheets/signoffs-sheet.ts';
import { writePdf } from '../../src/sheets/write-pdf.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { findPostgres, startPostgresServer } from '../support/postgres-server.ts';
import { createSignoffYears, memberOf, offices } from '../support/signoff-years.ts';

/*
 * How long a campaign takes at each step, on a store file with 300 staff and on PostgreSQL with 5,000: opening it (the dry
 * run, one write, the second person), one signature, the progress card, a look of the follower, and the exports. Beside each
 * stands what a school would use instead: a list of its staff as a CSV file, read, changed and written whole to the disk,
 * without words, receipt or proof; and a plain reading of the campaign's rows, which nobody could do without. Arguments: the
 * two numbers of staff.
 */
const [staffGiven = '300', onPostgresGiven = '5000'] = process.argv.slice(2);
const signer = createSigner({ signing: Buffer.alloc(32, 7).toString('base64url') });
const sealer = { seal: () => Promise.resolve('sealed') };
const tenantId = '11111111-1111-4111-8111-111111111111';

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const started = performance.now();
  const result = await work();
  return [result, performance.now() - started];
}

async function median(times: number, work: (n: number) => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < times; n++) took.push((await timed(() => work(n)))[1]);
  return took.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

/** A list of who signed, as a spreadsheet keeps it. */
function createList(path: string, names: readonly string[]) {
  const write = async (rows: readonly (readonly string[])[]) => {
    const file = await open(path, 'w');
    await file.writeFile(rows.map((row) => `${row.map((cell) => `"${cell}"`).join(',')}\n`).join(''));
    await file.sync();
    await file.close();
  };
  const read = async () =>
    (await readFile(path, 'utf8'))
      .split('\n')
      .slice(0, -1)
      .map((line) => line.slice(1, -1).split('","'));
  const sign = async (name: string) =>
    write((await read()).map((row) => (row[0] === name ? [name, 'signed', new Date().toISOString()] : row)));
  return {
    opening: () => write(names.map((name) => [name, 'pending', ''])),
    signOne: (n: number) => sign(names[n] ?? ''),
    count: async () => (await read()).filter(([, state]) => state === 'signed').length,
    copy: async () => write((await read()).toSorted(([one = ''], [other = '']) => one.localeCompare(other))),
  };
}

async function bench(stores: Stores, staff: number, folder: string): Promise<void> {
  const years = createSignoffYears(stores, sealer, '2026-09-07T10:00:00.000Z');
  const { desk, school } = years;
  await years.setTeam(Array.from({ length: staff }, (_, n) => memberOf(10 + n)));
  await years.note();
  const draft = {
    document: { kind: 'policy', policyId: 'phones' },
    groups: [],
    why: 'New.',
    dueOn: '2026-10-02',
  } as const;
  const [campaign, opening] = await timed<Campaign>(async () => {
    const opened = await openCampaign(desk, { ...years.as(offices.head), draft });
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    const { id } = opened.campaign;
    if (opened.campaign.state === 'waiting')
      await confirmCampaign(desk, { ...years.as(offices.deputy), campaignId: id, yes: true });
    return opened.campaign;
  });
  const all = await stores.signoffs.signatories(school.id, campaign.id);
  const signOne = (n: number) => {
    const one = all[n];
    if (!one?.person) throw new Error('too few people');
    const request = { ...years.as(Number(one.person.objectId.slice(-12))), signatoryId: one.id };
    return sign(desk, { ...request, hash: campaign.document.hash, agreed: true, typedName: one.name });
  };
  const signing = await median(50, signOne);
  const [, many] = await timed(() => Promise.all(Array.from({ length: 100 }, (_, n) => signOne(50 + n))));
  const today = '2026-09-07';
  const look = async () => {
    const signatories = await stores.signoffs.signatories(school.id, campaign.id);
    const input = {
      campaign,
      signatories,
      groups: [],
      openedBy: 'Ada Head',
      school,
      today,
      submission: 'a'.repeat(32),
    };
    return renderProgress(input);
  };
  await look();
  const plain = await median(20, () => stores.signoffs.signatories(school.id, campaign.id));
  const progress = await median(20, look);
  const asked = { campaign, library: years.library(), tenantId, today };
  const csv = await median(5, async () => toSignoffsCsv(await readWholeCampaign(stores, asked), school));
  const pdf = await median(3, async () =>
    writePdf(
      toSignoffsSheet([await readWholeCampaign(stores, asked)], {
        ...{ school, today, withNames: true },
        printedAt: '2026-09-07T10:00:00.000Z',
      }),
    ),
  );
  const bundle = await median(3, async () => {
    const gathered = await gatherEvidence(stores, { school, about: { kind: 'campaign', campaign: campaign.id } });
    if (gathered.kind !== 'gathered') throw new Error(gathered.kind);
    const { evidence, head } = gathered;
    let bytes = 0;
    const { ledger } = stores;
    for await (const line of evidenceLines(evidence, { ledger, head, now: years.now(), signer })) bytes += line.length;
    return bytes;
  });
  const follower = await median(5, years.follow);
  const list = createList(
    join(folder, 'list.csv'),
    all.map(({ name }) => name),
  );
  const [, listing] = await timed(list.opening);
  const signingList = await median(50, list.signOne);
  const [, manyListed] = await timed(async () => {
    for (let n = 50; n < 150; n++) await list.signOne(n);
  });
  const steps: Record<string, readonly [ms: number, byList?: number]> = {
    opening: [opening, listing],
    'one signature': [signing, signingList],
    '100 signatures at once': [many, manyListed],
    'progress card': [progress, await median(20, list.count)],
    'a look of the follower': [follower],
    'CSV export': [csv, await median(5, list.copy)],
    'PDF report with names': [pdf],
    'evidence bundle': [bundle],
    'a plain reading of its rows': [plain],
  };
  console.log(`${stores.kind}, ${staff} staff, milliseconds`);
  const shown = (ms: number | undefined) => (ms === undefined ? 'none' : Number(ms.toFixed(1)));
  const rows = Object.entries(steps).map(([name, [ms, byList]]) => {
    return [name, { ms: shown(ms), 'with a list (CSV)': shown(byList) }] as const;
  });
  console.table(Object.fromEntries(rows));
}

const folder = mkdtempSync(join(tmpdir(), 'staffroom-signoffs-bench-'));
const file = await openStores({ dataDir: join(folder, 'data') });
await bench(file, Number(staffGiven), folder);
await file.close();
const bin = findPostgres();
if (bin) {
  const server = await startPostgresServer(bin);
  const stores = await openStores({ dataDir: '', databaseUrl: await server.openEmpty() });
  await bench(stores, Number(onPostgresGiven), folder);
  await stores.close();
  await server.remove();
} else console.log('not run: postgres (no server program was found)');
rmSync(folder, { recursive: true });
