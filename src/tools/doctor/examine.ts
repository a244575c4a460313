import { readConfig, readPlaces } from '../../config.ts';
import { checkApp } from '../../domain/health/check-app.ts';
import { checkBackups } from '../../domain/health/check-backups.ts';
import { checkBot } from '../../domain/health/check-bot.ts';
import { checkChannels } from '../../domain/health/check-channels.ts';
import { checkClock } from '../../domain/health/check-clock.ts';
import { checkDeliveries } from '../../domain/health/check-deliveries.ts';
import { checkDisk } from '../../domain/health/check-disk.ts';
import { checkKeys } from '../../domain/health/check-keys.ts';
import { checkLedgers } from '../../domain/health/check-ledgers.ts';
import { checkNode } from '../../domain/health/check-node.ts';
import { checkPolicies } from '../../domain/health/check-policies.ts';
import { checkPrivate } from '../../domain/health/check-private.ts';
import { checkReader } from '../../domain/health/check-reader.ts';
import { checkReach } from '../../domain/health/check-reach.ts';
import { checkReviews } from '../../domain/health/check-reviews.ts';
import { checkSettings } from '../../domain/health/check-settings.ts';
import { checkSignoffs } from '../../domain/health/check-signoffs.ts';
import { checkStaff } from '../../domain/health/check-staff.ts';
import { checkStore } from '../../domain/health/check-store.ts';
import type { HealthLine } from '../../domain/health/health-line.ts';
import { askBot } from './ask-bot.ts';
import { gatherApp } from './gather-app.ts';
import { examineOnline } from './examine-online.ts';
import { gatherBackups } from './gather-backups.ts';
import { gatherDisks, gatherWritten } from './gather-files.ts';
import { schoolsWithReader } from '../../reader-settings.ts';
import { gatherKeys } from './gather-keys.ts';
import { gatherPolicies } from './gather-policies.ts';
import { gatherPrivate } from './gather-private.ts';
import { gatherReader } from './gather-reader.ts';
import { gatherStore } from './gather-store.ts';

/**
 * Examines the bot of these settings from outside, while it may be serving, and changes nothing. What cannot be looked
 * at because something else is red is left out. `node` is the version that runs it; unless `offline`, Teams, Entra,
 * the public address and the language model, if there is one, are asked too.
 */
export async function examine(
  env: Record<string, string | undefined>,
  now: Date,
  { node = process.version, offline = false }: { node?: string; offline?: boolean } = {},
): Promise<HealthLine[]> {
  const settings = readConfig(env);
  const config = settings.kind === 'valid' ? settings.config : undefined;
  const places = readPlaces(env);
  const policies = await gatherPolicies(places.policiesDir, now);
  const keys = await gatherKeys(places.reportKeyFile);
  const store = await gatherStore(places, { libraries: policies.libraries, ring: keys.ring, now });
  const online = await examineOnline(offline ? undefined : config, now);
  const backups = await gatherBackups(places.backupDir, now);
  const app = await gatherApp(
    env,
    policies.libraries.map(({ school }) => school.name),
  );
  const schools = schoolsWithReader(policies.libraries);
  const bytes = store.facts.kind === 'open' ? store.facts.bytes : 0;
  const { content } = store;
  const written = [...(await gatherWritten(places)), backups.kind === 'on' ? backups.written : undefined];
  return [
    ...checkSettings(settings.kind === 'valid' ? [] : settings.problems),
    checkBot(await askBot(places)),
    ...online.lines,
    ...checkStore(store.facts),
    ...checkKeys(keys.ring ? { ...keys.facts, unreadable: content?.unreadable ?? 0 } : keys.facts),
    ...(content ? checkLedgers(content.ledgers, now) : []),
    ...(content ? checkDeliveries(content.deliveries, now) : []),
    ...checkPrivate(config ? await gatherPrivate(config) : []),
    ...(await gatherDisks(places)).map(({ of, freeBytes }) => checkDisk({ of, freeBytes, storeBytes: bytes })),
    checkClock({ written, lastEntry: content?.lastEntry, told: online.told }, now),
    checkBackups(backups, now),
    ...checkPolicies(policies.facts),
    ...(config ? [checkReader(await gatherReader(config.reader, { offline, schools }))] : []),
    ...(content ? checkReviews(content.reviews) : []),
    ...(content ? checkStaff(content.staff, now) : []),
    ...(content ? checkChannels(content.channels, now, places.graphMembers) : []),
    ...(content ? checkReach(content.reach) : []),
    ...(content ? checkSignoffs(content.signoffs) : []),
    ...(app ? [checkApp(app)] : []),
    checkNode(node, now),
  ];
}
