import { expect, test } from 'vitest';
import type { Messenger } from '../../src/domain/delivery/messenger.ts';
import { createLog } from '../../src/log.ts';
import { createDemoMessenger } from '../../src/teams/demo-messenger.ts';
import { delivery, owner } from '../storage/sample-facts.ts';
import { createMemoryStores } from '../support/memory-stores.ts';

test('in the demo a message reaches whom somebody plays, and for anybody else no chat is opened', async () => {
  const { persons } = createMemoryStores();
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const asked: unknown[] = [];
  const teams: Messenger = {
    send: (one, options) => {
      asked.push([one.key, options]);
      return Promise.resolve({ kind: 'sent', conversationId: 'a:1', activityId: '1' });
    },
  };
  const oneMore = () => Promise.resolve();
  const demo = createDemoMessenger(teams, { persons, log });
  expect(await demo.send(delivery(1), { secondCopy: false, oneMore })).toEqual({
    kind: 'undeliverable',
    code: 'nobody-plays',
  });
  expect(asked).toEqual([]);
  expect(JSON.parse(logged[0] ?? '')).toMatchObject({ level: 'info', code: 'nobody-plays', kind: 'question-asked' });

  await persons.rememberAddress({
    ...owner,
    serviceUrl: 'http://127.0.0.1:56150/_connector',
    conversationId: 'a:1',
    userId: '29:1',
    botId: '28:',
  });
  expect(await demo.send(delivery(1), { secondCopy: true, oneMore })).toMatchObject({ kind: 'sent' });
  expect(asked).toEqual([[delivery(1).key, { secondCopy: true, oneMore }]]);
});
