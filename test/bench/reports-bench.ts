import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionActivity, ids } from '../support/activities.ts';
import { chatOf, introduceSchools, writeReportingSchools } from '../support/reporting-schools.ts';
import { openSurroundings, startServer } from '../support/start-server.ts';

/*
 * How long it takes from a report's receipt until its card is shown in the DSLs' channel, and until its reporter reads
 * "delivered": the bot in a process of its own, over HTTP with signed tokens, one report after another, a healthy service
 * on loopback. Beside it, what a synced append of the same size takes on the same disk. Argument: how many reports. Ends
 * with 1 when the target is missed.
 */
const reports = Number(process.argv[2] ?? 60);
const schoolCount = 6;
const targetMs = 2_000;
/** Teams lets a bot say so much in a channel: in between nothing waits for that. */
const pauseMs = 400;

const root = mkdtempSync(join(tmpdir(), 'staffroom-bench-reports-'));
mkdirSync(join(root, 'policies'));
const perSchool = Math.ceil(reports / schoolCount);
const schools = writeReportingSchools(join(root, 'policies'), { schools: schoolCount, reporters: perSchool });
const surroundings = await openSurroundings();
const { connector, dataDir } = surroundings;
await introduceSchools({ dataDir }, connector.url, schools);
for (const { channel, dsls } of schools) connector.setMembers(channel, dsls);
const env = { POLICIES_DIR: join(root, 'policies'), LOG_LEVEL: 'info' };
const server = await startServer({ surroundings, env });

const waiting: { text: string; chat: string; found: () => void }[] = [];
connector.watch((moment, { path, body }) => {
  if (moment !== 'shown') return;
  const text = decodeURIComponent(path) + JSON.stringify(body);
  for (const one of [...waiting]) {
    if (!text.includes(one.text) || !text.includes(one.chat)) continue;
    waiting.splice(waiting.indexOf(one), 1);
    one.found();
  }
});
const shown = (chat: string, text: string): Promise<number> =>
  new Promise((resolve) => waiting.push({ text, chat, found: () => resolve(performance.now()) }));

const hex = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
const figures = { accepted: [] as number[], card: [] as number[], told: [] as number[] };
for (let n = 0; n < reports; n++) {
  const school = schools[n % schoolCount];
  const reporter = school?.reporters[Math.floor(n / schoolCount)];
  if (!school || !reporter) throw new Error('a report has no school');
  const press = async (verb: string, data: object): Promise<string> => {
    const response = await server.post(
      actionActivity(connector.url, verb, data, {
        from: reporter,
        conversation: { id: chatOf(reporter), conversationType: 'personal', tenantId: ids.tenant },
        replyToId: `card-${n}`,
      }),
    );
    return response.text();
  };
  const [draft = ''] = /SD-[2-9A-Z]{4}-[2-9A-Z]/.exec(await press('incidents.new', { submission: hex() })) ?? [];
  const seen = 'A child said something that worries me. '.repeat(20);
  const answers = [
    { step: 'danger', answer: 'no' },
    { step: 'image', answer: 'no' },
    { step: 'about', about: 'pupil' },
    { step: 'kind', kind: 'conduct' },
    { step: 'when', place: 'Library' },
    { step: 'people', people: 'Ella Whitfield, Year 5' },
    { step: 'seen', seen },
  ];
  for (const [turn, answer] of answers.entries())
    await press('incidents.answer', { draft, turn: String(turn), to: 'next', ...answer });
  const inChannel = shown(school.channel, 'reports.take');
  const delivered = shown(`card-${n}`, 'was delivered');
  const pressed = performance.now();
  const receipt = await press('incidents.send', { draft, turn: String(answers.length) });
  const accepted = performance.now();
  if (!/SR-[2-9A-Z]{4}-[2-9A-Z]/.test(receipt)) throw new Error(`no receipt: ${receipt.slice(0, 400)}`);
  figures.accepted.push(accepted - pressed);
  figures.card.push(Math.max(0, (await inChannel) - accepted));
  figures.told.push(Math.max(0, (await delivered) - accepted));
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
}
await server.close();
await surroundings.close();

print('report sent → receipt', figures.accepted);
print('receipt → card in the DSLs’ channel', figures.card);
print('receipt → “delivered” on the receipt', figures.told);
print('a synced append of 2 kB', rawAppends());
rmSync(root, { recursive: true });
if (percentile(figures.card, 0.95) > targetMs) {
  console.log(`the card took longer than ${targetMs} ms at p95`);
  process.exitCode = 1;
}

function rawAppends(): number[] {
  const file = openSync(join(root, 'raw'), 'a');
  const block = Buffer.alloc(2048, 'x');
  const took = Array.from({ length: reports }, () => {
    const started = performance.now();
    writeSync(file, block);
    fsyncSync(file);
    return performance.now() - started;
  });
  closeSync(file);
  return took;
}

function percentile(all: readonly number[], share: number): number {
  const sorted = [...all].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function print(what: string, all: readonly number[]): void {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(all, share).toFixed(1));
  console.log(`${what.padEnd(38)} p50 ${p50} ms   p95 ${p95} ms   p99 ${p99} ms   (${all.length} reports)`);
}
