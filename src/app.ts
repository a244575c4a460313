import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { createBackUps } from './backup/create-back-ups.ts';
import { loadTemplating } from './cards/define-card.ts';
import { isReadable, type Config } from './config.ts';
import { openShelf } from './documents/open-shelf.ts';
import type { AttachedPhrasing } from './domain/answering/phrasings/phrasing.ts';
import type { Reader } from './domain/answering/reader.ts';
import { toReaderNotice } from './reader-settings.ts';
import type { FileSecret } from './domain/files/file-secret.ts';
import { takeFile } from './domain/files/take-file.ts';
import { newReference } from './domain/delivery/reference.ts';
import { createSubmission } from './domain/delivery/submission.ts';
import { createRecognise } from './domain/people/recognise.ts';
import { schoolDay } from './domain/people/school-day.ts';
import { createFinderCache } from './finder-cache.ts';
import { createHttpServer } from './http/server.ts';
import { startAskingDrafts } from './jobs/ask-drafts.ts';
import { startBackUps } from './jobs/back-up.ts';
import { startCheckingPlaces } from './jobs/check-places.ts';
import { startCheckpoints } from './jobs/checkpoint.ts';
import { startDelivering } from './jobs/deliver.ts';
import { startEndingAbsences } from './jobs/end-absences.ts';
import { startFollowingBroadcasts } from './jobs/follow-broadcasts.ts';
import { startFollowingCampaigns } from './jobs/follow-campaigns.ts';
import { startFollowingIncidents } from './jobs/follow-incidents.ts';
import { startFollowingSlips } from './jobs/follow-slips.ts';
import { startFollowingReviews } from './jobs/follow-reviews.ts';
import { startRosterRefresh } from './jobs/refresh-rosters.ts';
import { createMemoryLimiter, createPostgresLimiterFor } from './jobs/send-limiters.ts';
import { createRestingSchools } from './jobs/resting-schools.ts';
import { createSendPace } from './jobs/send-pace.ts';
import { startRemovingOffers } from './jobs/remove-offers.ts';
import { startRetaining } from './jobs/retain.ts';
import { startRetiringKeys } from './jobs/retire-keys.ts';
import { openKeys, type Keys } from './keys/open-keys.ts';
import type { Log } from './log.ts';
import { createRandomPool } from './random-pool.ts';
import { createReadiness } from './readiness.ts';
import { openServedShelf } from './served-shelf.ts';
import { createServiceGuard } from './service-guard.ts';
import { createFileDrawer } from './sheets/draw-file.ts';
import { openStores } from './storage/open-stores.ts';
import { createActivityCount } from './teams/activity-count.ts';
import { createBotAdapter } from './teams/bot-adapter.ts';
import { createAnonymousBotAuth, createBotAuth, type BotAuth } from './teams/bot-auth.ts';
import { channelToken } from './teams/bot-authentication.ts';
import { createBot } from './teams/bot.ts';
import { createCardFor } from './teams/card-for.ts';
import { createDemoMessenger } from './teams/demo-messenger.ts';
import { askGraph } from './teams/graph/ask-graph.ts';
import { createRosterReader } from './teams/people/team-roster.ts';
import type { Destination, RosterPlace } from './domain/incidents/read-roster.ts';
import { createChannelGate } from './teams/incidents/channel-gate.ts';
import { createTeamsMessenger } from './teams/teams-messenger.ts';
import type { ReaderSettings } from './teams/reader/reader-settings.ts';

export interface App {
  /** Starts to listen and returns the port. */
  listen(): Promise<number>;
  /** Finishes what was accepted, for up to 8 seconds, then stores what is left to store. */
  close(): Promise<void>;
}

const patienceMs = 8_000;

/**
 * Puts the bot together. Rejects with an Error whose message is for the person who starts it when the policies, the
 * store or the credential cannot be used. `tell` gets each line about the store that a
 * person has to read, at once. `botAuth` is whose word the bot takes; by default what `config` says.
 */
export async function createApp(
  config: Config,
  {
    log,
    now,
    tell,
    botAuth = botAuthOf(config),
  }: { log: Log; now: () => Date; tell: (line: string) => void; botAuth?: BotAuth },
): Promise<App> {
  const stores = await openStores({
    dataDir: config.dataDir,
    databaseUrl: config.database?.url,
    appService: config.appService,
    now,
    onFinding: ({ kind, message }) => {
      log.error({ code: kind }, 'somebody has to look after the store');
      tell(message);
    },
  });
  const orClose = <Result>(work: Promise<Result>) =>
    work.catch(async (error: unknown) => {
      await stores.close();
      throw error;
    });
  let onFiles = () => Promise.resolve();
  const opening = openShelf(config.policiesDir, {
    onReload: ({ changed, kept, problems }) => {
      for (const school of changed) log.info({ school }, 'policies were loaded anew');
      for (const school of kept)
        log.warn({ school, count: problems.length }, 'files have problems; the last good ones stay');
      void onFiles();
    },
  });
  const fileShelf = await orClose(opening);
  const keys = await orClose(openTheKeys(config, { log, now }));
  const { sharedPool } = stores;
  const limiterFor = sharedPool ? createPostgresLimiterFor(sharedPool) : createMemoryLimiter;
  const pace = await orClose(createSendPace(stores.sendSlots, { limiterFor, newHolder: randomUUID }));
  const { persons, questions, incidents, places, absences, versions, signoffs, broadcasts, reviews, slips } = stores;
  const { deliveries, files, retention, ledger } = stores;
  const { sealer } = keys;
  const { tenantId } = config;
  const servesTenant = (tenant: string) => tenantId === undefined || tenant.toLowerCase() === tenantId;
  const mayCall = createServiceGuard(config.services);
  const finderFor = createFinderCache();
  const randomPool = createRandomPool();

  let wake = () => undefined as void;
  const onOwed = () => {
    delivering.wake();
    following.wake();
  };
  const shelf = await orClose(
    openServedShelf({
      ...{ files: fileShelf, versions, reviews, persons, absences, tenantId, now, log },
      onOwed: () => wake(),
    }),
  );
  onFiles = () => shelf.refresh().then(() => [campaigns, reviewing].forEach((job) => job.wake()));
  const reader = config.reader && (await openReader(config.reader, { now, log }));
  const botDeps = {
    recognise: createRecognise({ store: persons, shelf }),
    shelf,
    finderFor,
    reader,
    persons,
    questions,
    incidents,
    places,
    absences,
    versions,
    signoffs,
    reviews,
    slips,
    broadcasts,
    proposedHash: (schoolId: string, policyId: string) => shelf.proposedHash(schoolId, policyId),
    addPhrasing: async (schoolId: string, phrasing: AttachedPhrasing) => {
      const outcome = await fileShelf.addPhrasing(schoolId, phrasing);
      await shelf.refresh();
      return outcome;
    },
    onVersions: () => shelf.refresh().then(() => reviewing.wake()),
    deliveries,
    files,
    publicUrl: config.publicUrl,
    ledger,
    onOwed,
    rosterOf: (place: RosterPlace) => rosterOf(place),
    allMembersOf: (destination: Destination) => allMembersOf?.(destination),
    sealer,
    newReference: (prefix: string) => newReference(prefix, randomBytes),
    newSubmission: () => createSubmission(randomPool),
    newFileSecret,
    newErrorId,
    // The demo is for one computer, and whoever shows it may be quick.
    countActivity: config.mode === 'demo' ? () => undefined : createActivityCount(() => now().getTime()),
    now,
    log,
    ownAppId: botAuth.botId,
    serves: servesTenant,
  };
  const bot = createBot(botDeps);
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
  const isReady = createReadiness(
    [() => persons.probe().then(() => true), () => hasCredential(config), () => keys.isReadable()],
    () => now().getTime(),
  );
  const token = config.mode === 'demo' ? undefined : channelToken;
  const server = createHttpServer({
    receive,
    takeFile: (secret) => takeFile({ files, draw: createFileDrawer({ ...botDeps, signer: keys.signer }), now }, secret),
    schools: () => shelf.schools().map(({ school }) => school.name),
    reader: () => toReaderNotice(config.reader, shelf.schools()),
    isReady,
    token,
    log,
  });
  const rosterOf = createRosterReader(adapter, botAuth.botId);
  const { graphMembers } = config;
  const allMembersOf = askGraph({ botAuth, adapter, graphMembers, now, log });
  const rosters = startRosterRefresh({ persons, shelf, rosterOf, now, log });
  const checking = startCheckingPlaces({ ...botDeps, onOwed: () => delivering.wake() });
  const ending = startEndingAbsences({ ...botDeps, onOwed: () => delivering.wake() });
  const toTeams = createTeamsMessenger({
    adapter,
    botId: botAuth.botId,
    persons,
    places,
    mayCall,
    cardFor: createCardFor(botDeps),
    rosterOf,
    allMembersOf,
    rosterFaultOf: createChannelGate(botDeps),
    onRosterFault: (place) => checking.look(place),
    now,
    log,
  });
  const messenger = config.mode === 'demo' ? createDemoMessenger(toTeams, { persons, log }) : toTeams;
  const holder = randomUUID();
  const atRest = createRestingSchools(shelf);
  const delivering = startDelivering({ deliveries, messenger, pace, holder, atRest, now, random: Math.random, log });
  const following = startFollowingIncidents({ ...botDeps, onOwed: () => delivering.wake() });
  const campaigns = startFollowingCampaigns({
    ...{ ...botDeps, newId: botDeps.newSubmission },
    onOwed: () => delivering.wake(),
  });
  const reviewing = startFollowingReviews({ ...botDeps, onOwed: () => delivering.wake() });
  const slipping = startFollowingSlips({ ...botDeps, onOwed: () => delivering.wake() });
  const casts = startFollowingBroadcasts({ ...botDeps, onOwed: () => delivering.wake() });
  wake = () => delivering.wake();
  const asking = startAskingDrafts({ ...botDeps, onOwed: () => delivering.wake() });
  const { signer, rotation } = keys;
  const checkpoints = startCheckpoints({
    ledger,
    persons,
    shelf,
    signer,
    tenantId,
    now,
    log,
    onOwed: () => delivering.wake(),
  });
  const timeZone = shelf.schools()[0]?.school.timeZone ?? 'Europe/London';
  const backUps =
    config.backupDir === undefined
      ? undefined
      : startBackUps({ ...createBackUps(stores.transfer, config.backupDir, { signer, now }), timeZone, now, log });
  const retiring = startRetiringKeys({ questions, incidents, slips, sealer, rotation, log });
  const retaining = startRetaining({
    incidents,
    deliveries,
    persons,
    ledger,
    retention,
    signoffs,
    versions,
    broadcasts,
    slips,
    questions,
    sealer,
    shelf,
    timeZone,
    now,
    log,
  });
  const removing = startRemovingOffers({ files, now, log });
  // Done once the port is open: it takes a moment, and the first question would have to wait for it.
  const warmUp = () => {
    loadTemplating();
    shelf.schools().forEach((library) => finderFor(library, schoolDay(now(), library.school)));
  };

  return {
    async listen() {
      // Whoever comes first finds the versions of policies stored that they are to sign, at the very first start too.
      await shelf.refresh();
      const port = await server.listen(config.host, config.port);
      setImmediate(warmUp);
      return port;
    },
    async close() {
      await server.close(patienceMs);
      await Promise.all([
        shelf.stop(),
        following.stop(),
        campaigns.stop(),
        reviewing.stop(),
        slipping.stop(),
        casts.stop(),
        asking.stop(),
        rosters.stop(),
        checking.stop(),
        ending.stop(),
        checkpoints.stop(),
        retiring.stop(),
        removing.stop(),
        retaining.stop(),
        backUps?.stop(),
      ]);
      await delivering.stop();
      await stores.close();
    },
  };
}

/** The demo makes its own keys and says so; anywhere else they exist before the start. */
async function openTheKeys(config: Config, { log, now }: { log: Log; now: () => Date }): Promise<Keys> {
  const demo = config.mode === 'demo';
  if (demo) log.info({ code: 'own-keys' }, 'the demo makes its own keys, beside its store');
  return openKeys(config.reportKeyFile, {
    ...(demo && { make: now() }),
    onUnreadable: () => log.error({ code: 'keys-not-read' }, 'the key file cannot be read; the last good keys stay'),
  });
}

/** Loaded only where there is one: the SDK for it takes a while. */
async function openReader(settings: ReaderSettings, deps: { log: Log; now: () => Date }): Promise<Reader> {
  const { createReader } = await import('./teams/reader/create-reader.ts');
  return createReader(settings, deps);
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

function newFileSecret(): FileSecret {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  return { token: randomBytes(16).toString('base64url'), code };
}

/** Six characters that are easy to read out over the telephone. */
function newErrorId(): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  return `E-${Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')}`;
}
