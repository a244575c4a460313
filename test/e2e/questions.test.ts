import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { actionActivity, ids, messageActivity } from '../support/activities.ts';
import { findPostgres, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { openSurroundings, startServer, type Server, type Surroundings } from '../support/start-server.ts';
import { buttonOf, referenceOn } from '../turns/questions/question-bench.ts';
import { policiesOfToday } from '../support/policies-of-today.ts';

const asker = { id: '29:asker', name: 'Callum Price', aadObjectId: '00000000-0000-4000-8000-000000000006' };
const owner = { id: '29:owner', name: 'Daniel Reid', aadObjectId: '00000000-0000-4000-8000-000000000002' };
type Person = typeof asker;
const chatOf = ({ id }: Person) => `a:${id}`;
/** The longest pause between two tries, and some. */
const arrivalMs = 30_000;
/** A clause of a policy that the owner answers for. */
const clause = 'mobile-devices#4pkfi7';
const words = 'May I take photographs of pupils on my own phone?';
const reply = 'Please use the school camera in the office.';

const bin = findPostgres();
if (!bin) console.log('not run: questions from person to person on PostgreSQL (no server is installed)');
const stores = bin ? (['a file', 'PostgreSQL'] as const) : (['a file'] as const);

describe.each(stores)('questions from person to person, kept in %s', (store) => {
  let postgres: PostgresServer | undefined;
  let policies: ReturnType<typeof policiesOfToday>;
  let surroundings: Surroundings;
  let databaseUrl: string | undefined;
  let server: Server;

  beforeAll(async () => {
    if (store === 'PostgreSQL') postgres = await startPostgresServer(bin ?? '');
    policies = policiesOfToday();
  });
  afterAll(async () => {
    policies.remove();
    await postgres?.remove();
  });
  beforeEach(async () => {
    surroundings = await openSurroundings();
    databaseUrl = await postgres?.openEmpty();
    await startAnew();
    // From then on the bot knows where their chats are.
    await say(owner, 'hello');
    await say(asker, 'hello');
  });
  afterEach(async () => {
    await server.close();
    await surroundings.close();
  });

  async function startAnew(): Promise<void> {
    const env = { POLICIES_DIR: policies.path, ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) };
    server = await startServer({ surroundings, env });
  }

  async function killAndStart(): Promise<void> {
    server.process.kill('SIGKILL');
    await server.ended;
    await startAnew();
  }

  const from = (person: Person) => ({
    from: person,
    conversation: { id: chatOf(person), conversationType: 'personal', tenantId: ids.tenant },
  });

  async function say(person: Person, text: string): Promise<void> {
    expect((await server.post(messageActivity(server.connector.url, text, from(person)))).status).toBe(200);
  }

  const pressOf = (person: Person, verb: string, data: unknown) =>
    actionActivity(server.connector.url, verb, data, { ...from(person), replyToId: '55' });

  /** The card that answers the press. */
  async function cardOf(press: object): Promise<string> {
    const response = await server.post(press);
    expect(response.status).toBe(200);
    return JSON.stringify(((await response.json()) as { value: unknown }).value);
  }

  /** Everything that the person sees in their chat with the bot and that has `text`, oldest first. */
  const cardsIn = (person: Person, text: string): string[] =>
    surroundings.connector.seen
      .filter(({ kind, conversationId }) => kind === 'created' && conversationId === chatOf(person))
      .map(({ activity }) => JSON.stringify((activity.attachments as { content: unknown }[] | undefined)?.[0]?.content))
      .filter((card) => card?.includes(text));

  const arrived = (person: Person, text: string): Promise<string> =>
    vi.waitFor(
      () => {
        const [card] = cardsIn(person, text);
        if (card === undefined) throw new Error(`nothing with “${text}” arrived:\n${server.output().stderr}`);
        return card;
      },
      { timeout: arrivalMs, interval: 50 },
    );

  async function prepareQuestion(): Promise<object> {
    const form = await cardOf(pressOf(asker, 'questions.compose', { clause, others: [], from: 'answer' }));
    return pressOf(asker, 'questions.ask', { ...buttonOf(form, 'questions.ask'), text: words });
  }

  test('go to the owner and come back to the asker, though the bot is killed in between', async () => {
    const question = await prepareQuestion();
    const asked = await cardOf(question);
    expect(asked).toContain('Saved, and on its way to Daniel Reid');
    const form = await arrived(owner, referenceOn(asked));
    expect(form).toContain(words);
    await killAndStart();
    expect(await cardOf(question)).toBe(asked);
    expect(await cardOf({ ...question, id: 'another id' })).toBe(asked);

    const answer = pressOf(owner, 'questions.answer', { ...buttonOf(form, 'questions.answer'), text: reply });
    const answered = await cardOf(answer);
    expect(answered).toContain(reply);
    expect(await cardOf(answer)).toBe(answered);
    expect(await cardOf({ ...answer, id: 'a third id' })).toBe(answered);
    expect(await arrived(asker, reply)).toContain(referenceOn(asked));
    await wait(1_500);
    expect(cardsIn(asker, reply)).toHaveLength(1);
    expect(cardsIn(owner, words)).toHaveLength(1);
  });

  test('are saved while Teams cannot be reached, outlive the bot, and arrive once when it can be again', async () => {
    const question = await prepareQuestion();
    await surroundings.connector.setOnline(false);
    const asked = await cardOf(question);
    expect(asked).toContain('Saved, and on its way to Daniel Reid');
    await vi.waitFor(() => expect(server.output().stderr).toContain('waits for its next try'), { timeout: 10_000 });
    await killAndStart();
    expect(cardsIn(owner, words)).toEqual([]);
    await surroundings.connector.setOnline(true);
    expect(await arrived(owner, words)).toContain(referenceOn(asked));
    await wait(1_500);
    expect(cardsIn(owner, words)).toHaveLength(1);
  });
});
