import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { messageActivity, ids } from '../support/activities.ts';
import { findPostgres, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { createReportTurns, dataOf, referenceOn, type Standing } from '../support/report-turns.ts';
import {
  chatOf,
  introduceSchools,
  writeReportingSchools,
  type Person,
  type ReportingSchool,
} from '../support/reporting-schools.ts';
import { openSurroundings, startServer, type Server, type Surroundings } from '../support/start-server.ts';

const question = 'May I use my own phone in the classroom?';
const refusal = 'more than I can answer in a minute';
const hourMs = 3_600_000;

const bin = findPostgres();
if (!bin) console.log('not run: the limits on PostgreSQL (no server is installed)');
const kept = bin ? (['a file', 'PostgreSQL'] as const) : (['a file'] as const);

describe.each(kept)('what one person may send, kept in %s', (store) => {
  let postgres: PostgresServer | undefined;
  let policies: string;
  let school: ReportingSchool;
  let surroundings: Surroundings;
  let databaseUrl: string | undefined;
  let server: Server;
  const turns = createReportTurns(() => server);

  beforeAll(async () => {
    if (store === 'PostgreSQL') postgres = await startPostgresServer(bin ?? '');
  });
  afterAll(() => postgres?.remove());
  beforeEach(async () => {
    policies = mkdtempSync(join(tmpdir(), 'staffroom-limits-'));
    const [written] = writeReportingSchools(policies, { schools: 1, reporters: 12 });
    if (!written) throw new Error('no school was written');
    school = written;
    surroundings = await openSurroundings();
    databaseUrl = await postgres?.openEmpty();
    await introduceSchools({ dataDir: surroundings.dataDir, databaseUrl }, surroundings.connector.url, [school]);
    surroundings.connector.setMembers(school.channel, school.dsls);
    await startAnew();
  });
  afterEach(async () => {
    await server.close();
    await surroundings.close();
    rmSync(policies, { recursive: true, force: true });
  });

  async function startAnew(aheadMs = 0): Promise<void> {
    const env = { POLICIES_DIR: policies, CLOCK_AHEAD_MS: String(aheadMs) };
    server = await startServer({ surroundings, env: { ...env, ...(databaseUrl && { DATABASE_URL: databaseUrl }) } });
  }

  const reporter = (n: number): Person => {
    const found = school.reporters[n];
    if (!found) throw new Error('the school has too few reporters');
    return found;
  };
  const ask = async (who: Person, text: string) => {
    const conversation = { id: chatOf(who), conversationType: 'personal', tenantId: ids.tenant };
    return (await server.post(messageActivity(server.connector.url, text, { from: who, conversation }))).status;
  };
  const cardsOf = (who: Person) => turns.cardsIn(chatOf(who)).map(({ card }) => card);
  /** The references whose card stands in the DSLs' channel, in the order in which they came. */
  const delivered = () => turns.cardsIn(school.channel).map(({ card }) => referenceOn(card, 'SR'));

  let begun = 0;
  /** Sends the shortest report by presses of one card; its receipt. */
  async function report(who: Person, danger = 'no'): Promise<string> {
    const submission = (begun += 1).toString(16).padStart(32, '0');
    const quick = (on: Standing, answer: string) =>
      turns.press(who, on, 'incidents.answer', dataOf(on.card, 'incidents.answer', { answer }));
    const card = { conversation: chatOf(who), activityId: `card-${begun}`, card: '' };
    const first = await turns.press(who, card, 'incidents.new', { submission });
    const third = await quick(await quick(first, danger), 'no');
    const next = { ...dataOf(third.card, 'incidents.answer', { to: 'next' }), about: 'pupil' };
    const fourth = await turns.press(who, third, 'incidents.answer', next);
    const send = dataOf(fourth.card, 'incidents.answer', { to: 'send' });
    return (await turns.press(who, fourth, 'incidents.answer', send)).card;
  }

  test('a flood by one person keeps nobody from an answer, and nothing of their report is lost', async () => {
    const flooder = reporter(0);
    const flood = Array.from({ length: 500 }, (_, n) => n);
    const statuses = new Set<number>();
    const pour = async () => {
      while (flood.pop() !== undefined) statuses.add(await ask(flooder, question));
    };
    const started = performance.now();
    const poured = Promise.all(Array.from({ length: 10 }, pour)).then(() => performance.now() - started);
    const others = Promise.all(
      school.reporters.slice(1).map(async (who) => {
        for (let n = 0; n < 5; n++) expect(await ask(who, question)).toBe(200);
      }),
    );
    const receipt = await report(flooder);
    expect(receipt).toContain('Your report is saved');
    expect(await ask(flooder, 'A boy has just swallowed tablets in the toilets')).toBe(200);
    await others;
    const minutes = Math.ceil((await poured) / 60_000);

    const failures = server
      .output()
      .stderr.split('\n')
      .filter((line) => /"level":"(warn|error)"/.test(line));
    expect([...statuses], failures.slice(0, 6).join('\n')).toEqual([200]);
    const theirs = cardsOf(flooder);
    const answers = theirs.filter((card) => card.includes('answering.section'));
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.length).toBeLessThanOrEqual(20 * (minutes + 1) + 1);
    const refusals = theirs.filter((card) => card.includes(refusal));
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals.length).toBeLessThanOrEqual(minutes + 1);
    expect(theirs.filter((card) => card.includes('In danger now? Call 999'))).not.toEqual([]);
    for (const who of school.reporters.slice(1)) {
      expect(cardsOf(who)).toHaveLength(5);
      expect(cardsOf(who).join()).not.toContain(refusal);
    }
    await turns.arrived(school.channel, referenceOn(receipt, 'SR'));
    expect(server.process.exitCode).toBeNull();
  });

  test('of fifteen reports within an hour each arrives, in order, though the bot is killed: the last in their turn', async () => {
    const sender = reporter(0);
    const receipts: string[] = [];
    for (let n = 0; n < 15; n++) receipts.push(await report(sender, n === 11 ? 'yes' : 'no'));
    const sent = receipts.map((card) => referenceOn(card, 'SR'));
    expect(new Set(sent).size).toBe(15);
    receipts.forEach((card, n) => expect(card.includes('waits its turn')).toBe(n === 10 || n > 11));
    const atOnce = sent.filter((_, n) => n < 10 || n === 11);
    await turns.arrived(school.channel, sent[11] ?? '');
    expect([...new Set(delivered())]).toEqual(atOnce);

    server.process.kill('SIGKILL');
    await server.ended;
    await startAnew();
    const other = referenceOn(await report(reporter(1)), 'SR');
    await turns.arrived(school.channel, other);
    expect([...new Set(delivered())]).toEqual([...atOnce, other]);

    server.process.kill('SIGKILL');
    await server.ended;
    await startAnew(hourMs + 60_000);
    await turns.arrived(school.channel, sent[14] ?? '');
    const late = [10, 12, 13, 14].map((n) => sent[n]);
    expect([...new Set(delivered())]).toEqual([...atOnce, other, ...late]);
    expect(new Set(turns.cardsIn(school.channel).map(({ activityId }) => activityId)).size).toBe(16);
  });
});
