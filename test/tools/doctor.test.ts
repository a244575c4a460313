import { describe, expect, test } from 'vitest';
import { checkApp } from '../../src/domain/health/check-app.ts';
import { checkAddress } from '../../src/domain/health/check-address.ts';
import { checkBackups } from '../../src/domain/health/check-backups.ts';
import { checkBot } from '../../src/domain/health/check-bot.ts';
import { checkChannels, type ChannelFacts } from '../../src/domain/health/check-channels.ts';
import { checkClock } from '../../src/domain/health/check-clock.ts';
import { checkDeliveries } from '../../src/domain/health/check-deliveries.ts';
import { checkDisk } from '../../src/domain/health/check-disk.ts';
import { checkKeys } from '../../src/domain/health/check-keys.ts';
import { checkLedgers } from '../../src/domain/health/check-ledgers.ts';
import { checkNetwork } from '../../src/domain/health/check-network.ts';
import { checkNode } from '../../src/domain/health/check-node.ts';
import { checkPolicies } from '../../src/domain/health/check-policies.ts';
import { checkPrivate } from '../../src/domain/health/check-private.ts';
import { checkReader } from '../../src/domain/health/check-reader.ts';
import { checkReach, type ReachFacts } from '../../src/domain/health/check-reach.ts';
import { checkReviews } from '../../src/domain/health/check-reviews.ts';
import { checkSettings } from '../../src/domain/health/check-settings.ts';
import { checkSignIn } from '../../src/domain/health/check-sign-in.ts';
import { checkSignoffs } from '../../src/domain/health/check-signoffs.ts';
import { checkStaff } from '../../src/domain/health/check-staff.ts';
import { checkStore } from '../../src/domain/health/check-store.ts';
import { colourOf, type HealthLine } from '../../src/domain/health/health-line.ts';

const now = new Date('2026-11-20T12:00:00.000Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const hours = 60;
const days = 24 * hours;
const MB = 1024 * 1024;

const none = { pending: 0, sending: 0, sent: 4, refused: 0, undeliverable: 0, unknown: 0 };
const owed = (minutes: number) =>
  checkDeliveries({ counts: { ...none, pending: 2 }, oldestOwed: ago(minutes).toISOString(), unsure: [] }, now);
const open = { kind: 'open', in: 'lowdb', serves: true, bytes: MB, findings: [] } as const;
const chain = { schoolId: 'marlow-bridge', chain: 'questions', verdict: { kind: 'whole' } } as const;
const policies = { schools: 1, unusable: 0, lintErrors: 0, uncheckedContacts: 0 };
const keys = { kind: 'usable', inSafe: true, unreadable: 0 } as const;
const staff = (minutes: number) =>
  checkStaff([{ schoolId: 'a', refreshedAt: [now.toISOString(), ago(minutes).toISOString()] }], now);
const channel = (place?: Partial<ChannelFacts['places'][number]>) =>
  checkChannels([{ schoolId: 'a', places: place ? [{ kind: 'private', ...place }] : [] }], now);
const accepted = (minutes: number) => ({
  acceptedAt: ago(9 * days).toISOString(),
  checkedAt: ago(minutes).toISOString(),
  check: 'ok',
});
type Reach = ReachFacts['holders'][number]['reach'];
const reach = (dsl: Reach, head: Reach, connected = true) =>
  checkReach([
    {
      schoolId: 'a',
      connected,
      holders: [
        { id: 'daniel-reid', role: 'dsl', reach: dsl },
        { id: 'helen-marsh', role: 'head', reach: head },
      ],
    },
  ]);
const signoffs = (open: number, unreached: number) =>
  checkSignoffs([{ schoolId: 'a', open, unreached, references: unreached > 0 ? ['CA-7KQ2-M'] : [] }]);
const whole = { bot: true, domain: true };
const inDays = (count: number) => ago(-count * days);
const signedIn = { kind: 'signed-in' } as const;
const finding = (kind: string) => checkStore({ ...open, findings: [{ kind, message: 'Something is so.' }] });

const cases: [string, HealthLine['colour'], HealthLine | HealthLine[]][] = [
  ['the settings are whole', 'green', checkSettings([])],
  ['a setting is missing', 'red', checkSettings(['BOT_ID: it is missing.'])],
  ['the bot is ready', 'green', checkBot('ready')],
  ['the bot does not run', 'amber', checkBot('silent')],
  ['the bot cannot serve', 'red', checkBot('not-ready')],
  ['something else listens there', 'red', checkBot('other')],
  ['the store is whole', 'green', checkStore(open)],
  ['there is no store yet', 'amber', checkStore({ kind: 'missing' })],
  ['the store cannot be used', 'red', checkStore({ kind: 'unusable', message: 'The store is damaged.' })],
  ['the store has grown above 10 MB', 'amber', finding('large')],
  ['the store went back to an earlier state', 'red', finding('restored')],
  ['the disk failed under the store', 'red', finding('broken')],
  ['the newest file of the store is damaged', 'red', checkStore({ ...open, why: 'is damaged' })],
  ['the database takes no changes', 'red', checkStore({ ...open, in: 'postgres', serves: false })],
  ['the keys are well', 'green', checkKeys(keys)],
  ['the key file is missing or not private', 'red', checkKeys({ kind: 'unusable', message: 'Others may use it.' })],
  ['stored texts need another key', 'red', checkKeys({ ...keys, unreadable: 1 })],
  ['nobody confirmed the sheet', 'amber', checkKeys({ ...keys, inSafe: false })],
  ['the ledgers hold', 'green', checkLedgers([chain, { ...chain, chain: 'reports' }], now)],
  ['no ledger has entries', 'green', checkLedgers([], now)],
  [
    'a ledger does not hold',
    'red',
    checkLedgers([chain, { ...chain, verdict: { kind: 'broken', entry: 3, why: 'x' } }], now),
  ],
  [
    'a ledger was signed with a key that is not in the key file',
    'red',
    checkLedgers([chain, { ...chain, verdict: { kind: 'other-key', keyId: 'x' } }], now),
  ],
  [
    'new entries wait for a signature for a day',
    'green',
    checkLedgers([{ ...chain, uncoveredSince: ago(24 * hours).toISOString() }], now),
  ],
  [
    'new entries were not signed for 26 hours',
    'red',
    checkLedgers([{ ...chain, uncoveredSince: ago(26 * hours).toISOString() }], now),
  ],
  ['there is room on the disk', 'green', checkDisk({ of: 'the store', freeBytes: 201 * MB, storeBytes: 100 * MB })],
  ['less than 200 MB are free', 'red', checkDisk({ of: 'the store', freeBytes: 199 * MB, storeBytes: MB })],
  [
    'there is no room for two more of the store',
    'red',
    checkDisk({ of: 'the store', freeBytes: 299 * MB, storeBytes: 150 * MB }),
  ],
  ['nothing waits to be sent', 'green', checkDeliveries({ counts: none, unsure: [] }, now)],
  ['the oldest delivery waits for 5 minutes', 'green', owed(5)],
  ['the oldest delivery waits for 6 minutes', 'amber', owed(6)],
  ['the oldest delivery waits for 61 minutes', 'red', owed(61)],
  ['a delivery is unknown', 'amber', checkDeliveries({ counts: none, unsure: [{ state: 'unknown' }] }, now)],
  [
    'a delivery is undeliverable',
    'amber',
    checkDeliveries({ counts: none, unsure: [{ state: 'undeliverable' }] }, now),
  ],
  ['a delivery was refused', 'amber', checkDeliveries({ counts: none, unsure: [{ state: 'refused' }] }, now)],
  [
    'what did not arrive was acknowledged',
    'green',
    checkDeliveries({ counts: { ...none, unknown: 1, undeliverable: 2, refused: 3 }, unsure: [] }, now),
  ],
  ['the clock agrees', 'green', checkClock({ written: [ago(0), ago(9 * days), undefined], lastEntry: ago(1) }, now)],
  ['a file is a few minutes ahead', 'green', checkClock({ written: [ago(-4)] }, now)],
  ['the last entry is still to come', 'red', checkClock({ written: [], lastEntry: ago(-60) }, now)],
  ['a file was written tomorrow', 'red', checkClock({ written: [ago(-1 * days)] }, now)],
  ['the clock stands in 1970', 'red', checkClock({ written: [] }, new Date(0))],
  ['the clock is that of Microsoft’s servers', 'green', checkClock({ written: [], told: ago(4) }, now)],
  ['the clock is six minutes slow', 'red', checkClock({ written: [], told: ago(-6) }, now)],
  ['the clock is six minutes fast', 'red', checkClock({ written: [], told: ago(6) }, now)],
  ['the bot gets a token', 'green', checkSignIn(signedIn, undefined, now)],
  ['Entra knows the secret no more', 'red', checkSignIn({ kind: 'refused', code: 'AADSTS7000222' }, undefined, now)],
  ['Entra refuses otherwise', 'red', checkSignIn({ kind: 'refused', code: 'AADSTS1' }, undefined, now)],
  ['nobody answers the sign-in', 'red', checkSignIn({ kind: 'failed', code: 'ETIMEDOUT' }, undefined, now)],
  ['the certificate is good for a month', 'green', checkSignIn(signedIn, inDays(30), now)],
  ['the certificate ends within a month', 'amber', checkSignIn(signedIn, inDays(29), now)],
  ['the certificate has ended', 'red', checkSignIn(signedIn, ago(1), now)],
  ['Teams is reached', 'green', checkNetwork({ hosts: [{ host: 'teams.example', isReached: true }] })],
  ['a firewall stands in the way', 'red', checkNetwork({ hosts: [{ host: 'teams.example', isReached: false }] })],
  ['the bot answers at its address', 'green', checkAddress({ kind: 'answers', until: inDays(14) }, now)],
  ['the proxy has not renewed its certificate', 'amber', checkAddress({ kind: 'answers', until: inDays(13) }, now)],
  ['no address is set', 'amber', checkAddress({ kind: 'not-set' }, now)],
  ['something else answers there', 'red', checkAddress({ kind: 'other', status: 404 }, now)],
  ['nothing answers there', 'red', checkAddress({ kind: 'silent', code: 'ECONNREFUSED' }, now)],
  ['the certificate there is not trusted', 'red', checkAddress({ kind: 'untrusted', code: 'CERT_HAS_EXPIRED' }, now)],
  ['nobody else may open the files', 'green', checkPrivate([{ of: 'the store', path: 'data', isOpen: false }])],
  ['others may open a file', 'red', checkPrivate([{ of: 'the store', path: 'data', isOpen: true }])],
  ['there is no file to look at', 'green', checkPrivate([])],
  ['no review is overdue', 'green', checkReviews([{ schoolId: 'a', overdue: [] }])],
  ['a review is overdue', 'amber', checkReviews([{ schoolId: 'a', overdue: ['social-media'] }])],
  ['a backup of last night was restored on trial', 'green', checkBackups({ kind: 'on', newest: ago(10 * hours) }, now)],
  ['the newest backup is 47 hours old', 'green', checkBackups({ kind: 'on', newest: ago(47 * hours) }, now)],
  ['the newest backup is 48 hours old', 'red', checkBackups({ kind: 'on', newest: ago(48 * hours) }, now)],
  ['no backup was verified yet', 'red', checkBackups({ kind: 'on' }, now)],
  ['the backups cannot be read', 'red', checkBackups({ kind: 'unreadable' }, now)],
  ['there are no nightly backups', 'amber', checkBackups({ kind: 'off' }, now)],
  ['the policies are well', 'green', checkPolicies(policies)],
  ['a trust’s central team sees totals', 'green', checkPolicies({ ...policies, central: 2 })],
  ['a policy does not load', 'red', checkPolicies({ ...policies, unusable: 1 })],
  ['there is no school', 'red', checkPolicies({ ...policies, schools: 0 })],
  ['a policy has errors', 'amber', checkPolicies({ ...policies, lintErrors: 2 })],
  ['a contact was not tried for a year', 'amber', checkPolicies({ ...policies, uncheckedContacts: 1 })],
  ['the staff list is of today', 'green', staff(1 * hours)],
  ['the staff list is two days old', 'amber', staff(2 * days)],
  ['the staff list is a week old', 'red', staff(7 * days)],
  ['no staff team is connected', 'amber', checkStaff([{ schoolId: 'a', refreshedAt: [] }], now)],
  ['no safeguarding channel is connected', 'amber', channel()],
  ['a channel waits to be accepted', 'amber', channel({ check: 'ok', checkedAt: ago(5).toISOString() })],
  ['a channel was checked today', 'green', channel(accepted(1 * hours))],
  ['a channel was not checked for two days', 'amber', channel(accepted(2 * days))],
  ['a channel was never checked', 'amber', channel({ acceptedAt: ago(5).toISOString() })],
  ['somebody else is in a channel', 'red', channel({ ...accepted(5), check: 'roster-wider' })],
  ['a channel is gone', 'red', channel({ check: 'gone', checkedAt: ago(5).toISOString() })],
  ['an administrator blocked a channel', 'red', channel({ ...accepted(5), check: 'http-403-BotDisabledByAdmin' })],
  ['every role holder has a chat', 'green', reach('reached', 'reached')],
  ['the head has no chat', 'amber', reach('reached', 'no-chat')],
  ['no DSL has a chat', 'red', reach('unknown', 'reached')],
  ['no team is connected yet', 'amber', reach('unknown', 'unknown', false)],
  ['no sign-off is open', 'green', signoffs(0, 0)],
  ['everybody who has to sign can be written to', 'green', signoffs(2, 0)],
  ['somebody who has to sign cannot be written to', 'amber', signoffs(2, 1)],
  ['the Teams app fits the settings', 'green', checkApp({ kind: 'fits', manifest: whole })],
  ['what was packaged fits too', 'green', checkApp({ kind: 'fits', manifest: whole, packaged: whole })],
  ['the app cannot be packaged', 'amber', checkApp({ kind: 'unsettled', problem: 'PUBLIC_URL: it is missing.' })],
  ['the manifest is wrong', 'amber', checkApp({ kind: 'faulty', problems: 1, first: 'manifest.json, line 3' })],
  ['the manifest names another bot', 'red', checkApp({ kind: 'fits', manifest: { ...whole, bot: false } })],
  ['the manifest lacks the host', 'amber', checkApp({ kind: 'fits', manifest: { ...whole, domain: false } })],
  [
    'what was packaged is of another bot',
    'amber',
    checkApp({ kind: 'fits', manifest: whole, packaged: { ...whole, bot: false } }),
  ],
  ['no language model is asked', 'green', checkReader({ kind: 'off' })],
  [
    'a language model is not asked offline',
    'green',
    checkReader({ kind: 'not-asked', host: 'ai.example', schools: ['Oak'] }),
  ],
  ['a language model chooses', 'green', checkReader({ kind: 'chose', host: 'ai.example', schools: ['Oak'] })],
  ['a school wants a language model and there is none', 'amber', checkReader({ kind: 'unset', schools: ['Oak'] })],
  ['no school wants the language model', 'amber', checkReader({ kind: 'unwanted', host: 'ai.example' })],
  ...(['slow', 'unreachable', 'refused', 'nonsense'] as const).map(
    (code): [string, HealthLine['colour'], HealthLine] => [
      `a language model fails (${code})`,
      'amber',
      checkReader({ kind: 'failed', host: 'ai.example', code }),
    ],
  ),
  ['Node is supported', 'green', checkNode('v24.1.0', now)],
  ['Node 20 is past its end', 'amber', checkNode('v20.19.0', now)],
  ['Node 22 is past its end later', 'amber', checkNode('v22.9.0', new Date('2027-05-01T00:00:00Z'))],
  ['Node is newer than this program', 'green', checkNode('v28.0.0', now)],
];

describe('The doctor', () => {
  test.each(cases)('when %s is %s', (_what, colour, found) => {
    const lines = [found].flat();
    expect(colourOf(lines)).toBe(colour);
    for (const { colour: own, todo } of lines) {
      if (own === 'green') expect(todo).toBeUndefined();
      else expect(todo).toMatch(/^(ICT lead|DSL|Head|Head or ICT lead|Data protection officer|School office): .+\.$/);
    }
  });

  test('does not mind the hour that summer time takes or gives', () => {
    const atChange = new Date('2027-03-28T01:30:00.000Z');
    const before = new Date(atChange.getTime() - 60_000);
    expect(checkClock({ written: [before], lastEntry: before }, atChange).colour).toBe('green');
  });
});
