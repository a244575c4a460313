import { afterAll, beforeAll, expect, test } from 'vitest';
import { ids, messageActivity } from '../support/activities.ts';
import { policiesOfToday } from '../support/policies-of-today.ts';
import { startServer, type Server } from '../support/start-server.ts';
import { turnReaderOn } from '../reader/turn-reader-on.ts';
import { chooses, says, startFakeModel, type FakeModel } from '../reader/fake-model.ts';

const key = 'sk-the-key-of-the-test';
const person = { id: '29:asker', name: 'Callum Price', aadObjectId: '00000000-0000-4000-8000-000000000006' };

let model: FakeModel;
let policies: ReturnType<typeof policiesOfToday>;
let server: Server;
beforeAll(async () => {
  model = await startFakeModel();
  policies = policiesOfToday();
  turnReaderOn(policies.path);
  const env = { READER: 'openai', READER_URL: `${model.url}/v1`, READER_MODEL: 'small', READER_KEY: key };
  server = await startServer({ env: { POLICIES_DIR: policies.path, DEBUG: 'true', ...env } });
});
afterAll(async () => {
  await server.close();
  policies.remove();
  await model.close();
});

test('the bot asks the language model that its settings name, says so, and shows neither its words nor its key', async () => {
  const ask = async (text: string) => {
    const before = server.connector.seen.length;
    const conversation = { id: 'a:asker', conversationType: 'personal', tenantId: ids.tenant };
    const activity = messageActivity(server.connector.url, text, { from: person, conversation });
    expect((await server.post(activity)).status).toBe(200);
    return JSON.stringify(server.connector.seen.slice(before));
  };

  const local = await ask('Where may I use my phone?');
  expect(model.asked).toHaveLength(1);
  expect(local).toContain('A language model read the clauses too');

  model.behave(chooses('smart watch'));
  expect(await ask('May I wear a smart watch in class?')).toContain('A language model chose among the clauses');

  model.behave(says('Zebras may, says the model.'));
  const fallen = await ask('May I wear my smart watch?');
  expect(fallen).not.toMatch(/zebra|language model/i);

  const asked = model.asked.length;
  await ask('A pupil just sent me an indecent picture');
  expect(model.asked).toHaveLength(asked);

  expect(await (await fetch(`${server.url}/privacy`)).text()).toContain(new URL(model.url).host);
  const { stdout, stderr } = await server.settledOutput();
  expect(stderr).toContain('the language model chose');
  expect(stdout + stderr).not.toMatch(new RegExp(`${key}|zebra|smart watch`, 'i'));
});
