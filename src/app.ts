import { randomInt } from 'node:crypto';
import { isReadable, type Config } from './config.ts';
import { openShelf } from './documents/open-shelf.ts';
import { createRecognise } from './domain/people/recognise.ts';
import { schoolDay } from './domain/people/school-day.ts';
import { createFinderCache } from './finder-cache.ts';
import { createHttpServer } from './http/server.ts';
import { startRosterRefresh } from './jobs/refresh-rosters.ts';
import type { Log } from './log.ts';
import { createReadiness } from './readiness.ts';
import { createServiceGuard } from './service-guard.ts';
import { openStores } from './storage/open-stores.ts';
import { createBotAdapter } from './teams/bot-adapter.ts';
import { createAnonymousBotAuth, createBotAuth, type BotAuth } from './teams/bot-auth.ts';
import { channelToken } from './teams/bot-authentication.ts';
import { createBot } from './teams/bot.ts';
import { createRosterReader } from './teams/people/team-roster.ts';

export interface App {
  /** Starts to listen and returns the port. */
  listen(): Promise<number>;
  /** Finishes what was accepted, for up to 8 seconds, then stores what is left to store. */
  close(): Promise<void>;
}

const patienceMs = 8_000;

/**
 * Puts the bot together. Rejects with an Error whose message is for the person who starts it when the policies, the
 * store or the credential cannot be used. `botAuth` is whose word the bot takes; by default what `config` says.
 */
export async function createApp(
  config: Config,
  { log, now, botAuth = botAuthOf(config) }: { log: Log; now: () => Date; botAuth?: BotAuth },
): Promise<App> {
  const stores = await openStores({ dataDir: config.dataDir, databaseUrl: config.database?.url });
  const shelf = await openShelf(config.policiesDir, {
    onReload: ({ changed, kept, problems }) => {
      for (const school of changed) log.info({ school }, 'policies were loaded anew');
      for (const school of kept)
        log.warn({ school, count: problems.length }, 'files have problems; the last good ones stay');
    },
  });
  const { persons } = stores;
  const { tenantId } = config;
  const servesTenant = (tenant: string) => tenantId === undefined || tenant.toLowerCase() === tenantId;
  const mayCall = createServiceGuard(config.services);
  const finderFor = createFinderCache();

  const bot = createBot({
    recognise: createRecognise({ store: persons, shelf }),
    shelf,
    finderFor,
    persons,
    now,
    log,
    ownAppId: botAuth.botId,
    serves: servesTenant,
  });
  const channels = config.mode === 'demo' ? ['msteams', 'emulator'] : ['msteams'];
  const { receive, adapter } = createBotAdapter({
    bot,
    botAuth,
    channels,
    servesTenant,
    mayCall,
    now,
    newErrorId,
    log,
  });
  const isReady = createReadiness([() => persons.probe().then(() => true), () => hasCredential(config)], () =>
    now().getTime(),
  );
  const token = config.mode === 'demo' ? undefined : channelToken;
  const server = createHttpServer({ receive, isReady, token, log });
  const rosters = startRosterRefresh({
    persons,
    shelf,
    rosterOf: createRosterReader(adapter, botAuth.botId),
    now,
    log,
  });
  for (const library of shelf.schools()) finderFor(library, schoolDay(now(), library.school));

  return {
    listen: () => server.listen(config.host, config.port),
    async close() {
      await server.close(patienceMs);
      shelf.close();
      await rosters.stop();
      await stores.close();
    },
  };
}

function botAuthOf(config: Config): BotAuth {
  return config.mode === 'demo'
    ? createAnonymousBotAuth()
    : createBotAuth(config.botId, config.tenantId, config.credential);
}

function hasCredential(config: Config): Promise<boolean> {
  if (config.mode === 'demo' || config.credential.kind !== 'certificate') return Promise.resolve(true);
  return Promise.resolve(isReadable(config.credential.file));
}

/** Six characters that are easy to read out over the telephone. */
function newErrorId(): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  return `E-${Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')}`;
}
