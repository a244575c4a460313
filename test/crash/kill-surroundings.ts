import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { openStores, type StoresPlace } from '../../src/storage/open-stores.ts';
import { ids } from '../support/activities.ts';
import { spawnFakeConnector, type SpawnedConnector } from '../support/fake-connector-spawn.ts';
import type { BotPlace } from '../support/start-bot.ts';
import { startTokenAuthority, type TokenAuthority } from '../support/token-authority.ts';
import { owners, schoolId, writeOwnersSchool } from './owners-school.ts';
import { askers, chatOf } from './question-traffic.ts';

/** What bots have around them that are killed and started again. */
export interface KillSurroundings {
  readonly place: BotPlace;
  readonly env: Record<string, string>;
  readonly stores: StoresPlace;
  readonly connector: SpawnedConnector;
  readonly authority: TokenAuthority;
  close(): Promise<void>;
}

/** A school whose people Teams has told of already, its keys, a connector and a token authority. */
export async function openKillSurroundings(
  entry: string,
  databaseUrl: string | undefined,
  env: Record<string, string>,
): Promise<KillSurroundings> {
  const root = await mkdtemp(join(tmpdir(), 'staffroom-kill-'));
  const connector = await spawnFakeConnector();
  const authority = await startTokenAuthority(ids.bot, connector.url);
  const keyFile = join(root, 'keys.json');
  await createKeyFile(keyFile, newKeyRing(new Date()));
  const dataDir = join(root, 'data');
  const stores = { dataDir, databaseUrl };
  const close = async () => {
    await Promise.all([connector.close(), authority.close()]);
    await rm(root, { recursive: true, force: true });
  };
  await introduceEverybody(stores, connector.url).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    place: { entry, authorityUrl: authority.url, connectorUrl: connector.url, dataDir, keyFile },
    env: {
      POLICIES_DIR: writeOwnersSchool(root),
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      ...env,
    },
    stores,
    connector,
    authority,
    close,
  };
}

/** The staff team with all askers, and everybody's chat with the bot, as the store has them once Teams has told. */
async function introduceEverybody(at: StoresPlace, serviceUrl: string): Promise<void> {
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
    connectedBy: owners[0] ?? '',
    connectedAt: now,
    refreshedAt: now,
    members: askers.map((objectId, n) => ({ objectId, name: `Person ${n}` })),
  });
  const waiting = [...askers, ...owners];
  const remember = async () => {
    for (let objectId = waiting.pop(); objectId !== undefined; objectId = waiting.pop()) {
      await persons.rememberAddress({
        objectId,
        tenantId: ids.tenant,
        serviceUrl,
        conversationId: chatOf(objectId),
        userId: `29:${objectId}`,
        botId: `28:${ids.bot}`,
      });
    }
  };
  await Promise.all(Array.from({ length: 8 }, remember));
  await stores.close();
}
