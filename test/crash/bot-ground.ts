import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { ids } from '../support/activities.ts';
import { buildEntry } from '../support/build-entry.ts';
import { spawnFakeConnector, type SpawnedConnector } from '../support/fake-connector-spawn.ts';
import { startTokenAuthority, type TokenAuthority } from '../support/token-authority.ts';
import type { BotPlace } from './bot-process.ts';
import { schoolId } from './judge-questions.ts';
import { askers, chatOf, owners } from './question-traffic.ts';

/** What outlives the bots that are killed: their records, the service and whoever signs its tokens. */
export interface BotGround {
  readonly place: BotPlace;
  readonly connector: SpawnedConnector;
  readonly authority: TokenAuthority;
  close(): Promise<void>;
}

/** A fresh store in which everybody of `question-traffic.ts` is known, in a folder or at `databaseUrl`. */
export async function openBotGround(databaseUrl?: string): Promise<BotGround> {
  const root = await mkdtemp(join(tmpdir(), 'staffroom-kill-'));
  const built = await buildEntry('test/support/server-entry.ts');
  const connector = await spawnFakeConnector();
  const authority = await startTokenAuthority(ids.bot, connector.url);
  const keyFile = join(root, 'keys.json');
  await createKeyFile(keyFile, newKeyRing(new Date()));
  const dataDir = join(root, 'data');
  await introduceEverybody({ dataDir, databaseUrl }, connector.url);
  return {
    place: {
      program: built.path,
      authorityUrl: authority.url,
      connectorUrl: connector.url,
      dataDir,
      keyFile,
      databaseUrl,
    },
    connector,
    authority,
    async close() {
      await Promise.all([connector.close(), authority.close()]);
      built.remove();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** The staff team with all askers, and everybody's chat with the bot, as the store has them once Teams has told. */
async function introduceEverybody(
  at: { dataDir: string; databaseUrl: string | undefined },
  serviceUrl: string,
): Promise<void> {
  const stores = await openStores(at);
  const { persons } = stores;
  const now = new Date().toISOString();
  await persons.saveStaffTeam({
    schoolId,
    tenantId: ids.tenant,
    teamId: 'group-1',
    teamName: 'Staff',
    serviceUrl,
    conversationId: '19:staff@thread.tacv2',
    connectedBy: owners[1] ?? '',
    connectedAt: now,
    refreshedAt: now,
    members: askers.map((objectId, n) => ({ objectId, name: `Person ${n}` })),
  });
  await Promise.all(
    [...askers, ...owners].map((objectId) =>
      persons.rememberAddress({
        objectId,
        tenantId: ids.tenant,
        serviceUrl,
        conversationId: chatOf(objectId),
        userId: `29:${objectId}`,
        botId: `28:${ids.bot}`,
      }),
    ),
  );
  await stores.close();
}
