import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createReader } from '../../src/teams/reader/create-reader.ts';
import type { ReaderSettings } from '../../src/teams/reader/reader-settings.ts';
import { gatherReader } from '../../src/tools/doctor/gather-reader.ts';
import { fixtureSchools, openTurns, says as writes } from '../turns/turn-bench.ts';
import { chooses, says, startFakeModel, type FakeModel } from './fake-model.ts';
import { copyWithReaderOn } from './turn-reader-on.ts';

const question = 'Can I use my own phone in the staff room?';
const staffRoom = 'Staff may use their own mobile phone in the staff room at break.';
const neverTheirNumber = 'Staff must not give their own mobile number to pupils.';
const usedLine = 'A language model chose among the clauses; the words are the policy’s.';
const noneLine = 'A language model read the clauses too, and found none that answers.';
const atTen = () => new Date('2026-11-20T10:00:00Z');
const log = createLog('silent');
/** The time that a call may take is tried in misbehaving.test.ts: a busy machine is no failure here. */
const waitMs = 15_000;

let model: FakeModel;
const schools = copyWithReaderOn(fixtureSchools);
beforeAll(async () => {
  model = await startFakeModel();
});
beforeEach(() => void model.asked.splice(0));
afterAll(async () => {
  schools.remove();
  await model.close();
});

const settings = (changes: Partial<ReaderSettings> = {}): ReaderSettings => ({
  ...{ kind: 'openai', url: `${model.url}/v1`, model: 'small', key: 'sk-test' },
  ...changes,
});
const withReader = (now = atTen, policiesDir = schools.path) =>
  openTurns({ policiesDir, reader: createReader(settings(), { now, log, waitMs }) });

describe('A language model that chooses', () => {
  test('has its clause quoted first and the search’s after it, and the card says so', async () => {
    model.behave(chooses('number to pupils'));
    const { sent } = await (await withReader()).run(writes(question));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain(usedLine);
    expect(sent[0]?.indexOf(neverTheirNumber)).toBeLessThan(sent[0]?.indexOf(staffRoom) ?? 0);
    expect(sent[0]).toContain('“' + staffRoom);
  });

  test('may say that none answers: the nearest clauses are shown as they are where the search is unsure', async () => {
    model.behave(says('{"clauses":[]}'));
    const { sent } = await (await withReader()).run(writes(question));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('The policies do not clearly say');
    expect(sent[0]).toContain(noneLine);
    expect(sent[0]).toContain(staffRoom);
    expect(sent[0]).toContain('"verb":"questions.compose"');
  });

  test('is asked once where the same is asked again within five minutes', async () => {
    let time = atTen().getTime();
    model.behave(chooses('number to pupils'));
    const turns = await withReader(() => new Date(time));
    const ask = async (text: string) => (await turns.run(writes(text))).sent[0];
    expect(await ask(question)).toContain(usedLine);
    time += 299_000;
    expect(await ask(question)).toContain(usedLine);
    expect(model.asked).toHaveLength(1);
    await ask('Where can I use my own phone?');
    expect(model.asked).toHaveLength(2);
    time += 1_000;
    await ask(question);
    expect(model.asked).toHaveLength(3);
  });

  test('is not asked for a school that has not turned it on', async () => {
    const { sent } = await (await withReader(atTen, fixtureSchools)).run(writes(question));
    expect(sent[0]).not.toContain('language model');
    expect(model.asked).toEqual([]);
  });

  test('is not spoken of where there is none', async () => {
    const { sent } = await (await openTurns()).run(writes(question));
    expect(sent[0]).not.toContain('language model');
  });
});

describe('What is sent', () => {
  test('is the question and at most 20 clauses, with the key where it belongs, and nothing of anybody', async () => {
    await (await withReader()).run(writes(question));
    const [asked] = model.asked;
    expect(asked?.path).toBe('/v1/chat/completions');
    expect(asked?.headers).toMatchObject({ authorization: 'Bearer sk-test', 'content-type': 'application/json' });
    expect(Object.keys(asked?.headers ?? {}).filter((name) => /stainless|openai|api-key/.test(name))).toEqual([]);
    expect(asked?.body).not.toMatch(/sk-test|Larch|Tess|Teacher|1a000000|larch-road|phones#|a:personal/);
    expect(Object.keys(JSON.parse(asked?.body ?? '{}') as object).sort()).toEqual([
      ...['messages', 'model', 'response_format', 'temperature'],
    ]);
    expect(asked?.reading.question).toBe(question);
    expect(asked?.reading.clauses.length).toBeGreaterThan(2);
    expect(asked?.reading.clauses.length).toBeLessThanOrEqual(20);
  });

  test('goes to the deployment in Azure, with the key that Azure reads', async () => {
    const azure = settings({ kind: 'azure', url: 'https://school.openai.example', model: 'quick' });
    const send: typeof fetch = (url, init) =>
      fetch((url as string).replace('https://school.openai.example', model.url), init);
    model.behave(chooses('number to pupils'));
    const turns = await openTurns({
      policiesDir: schools.path,
      reader: createReader(azure, { now: atTen, log, send, waitMs }),
    });
    expect((await turns.run(writes(question))).sent[0]).toContain(usedLine);
    expect(model.asked[0]?.path).toMatch(/^\/openai\/deployments\/quick\/chat\/completions\?api-version=[\d-]+$/);
    expect(model.asked[0]?.headers).toMatchObject({ 'api-key': 'sk-test' });
    expect(model.asked[0]?.headers.authorization).toBeUndefined();
  });

  test.each([
    'A pupil just sent me an indecent picture',
    'He is not breathing',
    'I lost my school laptop on the train',
    'Liam in year 5 told me that his uncle hits him',
    'Who is the DSL?',
    'A parent added me on Facebook, what do I do?',
    'May I give Liam a lift home?',
    'can i give liam a lift home',
    'Can I tell Wojciech’s mum about his marks?',
    'May I ring 07700 900123 from my own phone?',
    'Can I write to mum@example.org from my phone?',
    'Who do I tell about the head?',
    'Hello',
    'help',
    'Puis-je utiliser mon téléphone dans la salle des professeurs ?',
  ])('is nothing at all for: %s', async (words) => {
    await (await withReader()).run(writes(words));
    expect(model.asked).toEqual([]);
  });
});

describe('A language model that fails', () => {
  test('is left alone after three times, for a minute; then one question tries it', async () => {
    let time = atTen().getTime();
    const turns = await withReader(() => new Date(time));
    model.behave(says('no'));
    for (let n = 0; n < 5; n++) await turns.run(writes(question));
    expect(model.asked).toHaveLength(3);
    time += 59_000;
    await turns.run(writes(question));
    expect(model.asked).toHaveLength(3);
    time += 1_000;
    await Promise.all([turns.run(writes(question)), turns.run(writes(question, 'personal', 'teacher', { id: '2' }))]);
    expect(model.asked).toHaveLength(4);
    time += 60_000;
    model.behave(chooses('number to pupils'));
    expect((await turns.run(writes(question))).sent[0]).toContain(usedLine);
    expect((await turns.run(writes('Where can I use my own phone?'))).sent[0]).toContain(usedLine);
    expect(model.asked).toHaveLength(6);
  });

  test('holds up eight questions at once, and no ninth', async () => {
    let answerAll = () => undefined as void;
    const all = new Promise<void>((resolve) => (answerAll = resolve));
    model.behave((response, asked) => void all.then(() => says('{"clauses":[]}')(response, asked)));
    const reader = createReader(settings(), { now: atTen, log, waitMs });
    const reading = { question, clauses: [{ id: 'c1', words: 'x' }] };
    const eight = Array.from({ length: 8 }, () => reader(reading));
    expect(await reader(reading)).toBeUndefined();
    answerAll();
    expect(await Promise.all(eight)).toEqual(Array.from({ length: 8 }, () => ({ kind: 'none' })));
    expect(await reader(reading)).toEqual({ kind: 'none' });
  });
});

describe('The doctor', () => {
  const names = ['Larch Road School'];
  const online = { offline: false, schools: names, waitMs };

  test('asks with a question and clauses that are nobody’s', async () => {
    model.behave(chooses('behind the building'));
    expect(await gatherReader(settings(), online)).toEqual({
      kind: 'chose',
      host: new URL(model.url).host,
      schools: names,
    });
    expect(model.asked).toHaveLength(1);
    expect(model.asked[0]?.reading.clauses).toHaveLength(2);
  });

  test('tells what went wrong by a code', async () => {
    const { host } = new URL(model.url);
    model.behave((response) => void response.writeHead(401).end('{"error":{"message":"sk-test"}}'));
    expect(await gatherReader(settings(), online)).toEqual({ kind: 'failed', host, code: 'refused', status: 401 });
    model.behave(says('Behind the building.'));
    expect(await gatherReader(settings(), online)).toEqual({ kind: 'failed', host, code: 'nonsense' });
    const gone = await startFakeModel();
    await gone.close();
    expect(await gatherReader(settings({ url: gone.url }), online)).toMatchObject({ code: 'unreachable' });
  });

  test('asks nobody offline, and where there is nobody or for nobody', async () => {
    const { host } = new URL(model.url);
    const offline = { offline: true, schools: names };
    expect(await gatherReader(settings(), offline)).toEqual({ kind: 'not-asked', host, schools: names });
    expect(await gatherReader(settings(), { offline: false, schools: [] })).toEqual({ kind: 'unwanted', host });
    expect(await gatherReader(undefined, online)).toEqual({ kind: 'unset', schools: names });
    expect(await gatherReader(undefined, { offline: false, schools: [] })).toEqual({ kind: 'off' });
    expect(model.asked).toEqual([]);
  });
});
