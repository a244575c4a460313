import { isChannel } from '../domain/delivery/delivery.ts';
import type { Messenger } from '../domain/delivery/messenger.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import type { Log } from '../log.ts';

/**
 * The demo's messenger: a local Teams client opens no chats, so whoever nobody plays cannot be reached. Their messages
 * are undeliverable, and the service is not asked for what it answers with 500.
 */
export function createDemoMessenger(
  messenger: Messenger,
  { persons, log }: { persons: Pick<PersonStore, 'findAddress'>; log: Log },
): Messenger {
  return {
    async send(delivery, options) {
      const { to } = delivery;
      if (isChannel(to) || (await persons.findAddress(to.tenantId, to.objectId)))
        return messenger.send(delivery, options);
      const code = 'nobody-plays';
      log.info({ kind: delivery.subject.kind, code }, 'nobody plays the person whom a message is for');
      return { kind: 'undeliverable', code };
    },
  };
}
