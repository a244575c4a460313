import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderConfirm } from '../../src/cards/broadcasts/confirm.ts';
import { messageCard, toMessageView } from '../../src/cards/broadcasts/message.ts';
import { peopleCard, toPeopleView } from '../../src/cards/broadcasts/people.ts';
import { renderPlan } from '../../src/cards/broadcasts/plan.ts';
import { renderProgress } from '../../src/cards/broadcasts/progress.ts';
import { cardLimit, weightOf } from '../../src/cards/cut-text.ts';
import { longestMessage } from '../../src/domain/broadcasts/broadcast-draft.ts';
import type { AddresseeRow } from '../../src/domain/broadcasts/broadcast-store.ts';
import { notAskedReasons } from '../../src/domain/signoffs/whom-to-ask.ts';
import { addressee, broadcast } from '../storage/sample-broadcasts.ts';
import { clause, phonePolicy } from './marlow-bridge.ts';

const text = fc
  .tuple(
    fc.constantFrom('漢字', '👩‍👩‍👧‍👦', '"\\', 'plain words ', '{{DATE(x)}}', 'ﷺ\n'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  .map(([one, other]) => (one + other).repeat(400));
const school = (name: string) => ({
  name,
  timeZone: 'Europe/London',
  groups: Array.from({ length: 40 }, (_, n) => ({ id: `g${n}`, name: `${n} ${name}`.slice(0, 60) })),
});
const at = '2026-11-20T10:00:00.000Z';
const today = '2026-11-20';
const submission = 'ab'.repeat(16);
/** As long as the longest that is put on a card: 900 letters, sealed. */
const sealed = 'A'.repeat(Math.ceil((900 * 4) / 3) + 180);

const people = (name: string): AddresseeRow[] =>
  Array.from({ length: 200 }, (_, n) => ({
    addressee: addressee(n + 1, { name: `${n} ${name}`, groups: [`g${n % 40}`] }),
    delivery: { key: '', state: 'refused', attempts: [{ at, outcome: 'refused', code: `http-403-${n % 9}` }] },
  }));

describe('whatever is written and however many there are', () => {
  it.each<[string, (words: string) => unknown]>([
    [
      'the dry run',
      (words) => {
        const asked = people(words).map(({ addressee: { person, name, groups } }) => ({ person, name, groups }));
        const notAsked = notAskedReasons.flatMap((why) => asked.map((one) => ({ ...one, why })));
        return renderPlan({
          plan: {
            ...{ kind: 'plan', asked, notAsked, sendAt: at, needsSecond: true, problems: ['day-full', 'no-second'] },
            ...{ seconds: [], right: { kind: 'everything' }, fingerprint: '' },
            elsewhere: Array.from({ length: 30 }, () => ({
              name: words,
              reached: 9,
              problems: ['nobody', 'day-full'],
            })),
          },
          draft: {
            ...{
              template: 'review',
              message: words.slice(0, longestMessage),
              buttons: ['read', 'sign', 'ask', 'done'],
            },
            ...{ audience: { kind: 'groups', groups: school(words).groups.map(({ id }) => id) }, channel: true },
          },
          ...{
            about: { policy: words },
            sealed,
            submission,
            school: school(words),
            atOnce: false,
            notice: words.slice(0, 80),
          },
        });
      },
    ],
    [
      'the progress',
      (words) =>
        renderProgress({
          broadcast: broadcast(1, { message: words.slice(0, longestMessage), correctedAt: at, channel: true }),
          ...{
            rows: people(words),
            about: { policy: words },
            school: school(words),
            openedBy: words,
            confirmedBy: words,
          },
          ...{ posts: ['sent'], now: at, submission, done: words.slice(0, 80) },
          elsewhere: Array.from({ length: 30 }, () => words),
        }),
    ],
    [
      'the question to the second person',
      (words) =>
        renderConfirm({
          broadcast: broadcast(1, { message: words.slice(0, longestMessage) }),
          addressees: people(words).map((row) => row.addressee),
          ...{ about: { policy: words }, school: school(words), openedBy: words, submission },
          elsewhere: Array.from({ length: 30 }, () => ({ name: words, reached: 9 })),
        }),
    ],
    [
      'the list of people',
      (words) =>
        peopleCard.render(
          toPeopleView({
            broadcast: broadcast(1),
            rows: people(words),
            about: { policy: words },
            shown: 'all',
            page: 0,
          }),
        ),
    ],
    [
      'the message',
      (words) =>
        messageCard.render(
          toMessageView({
            broadcast: broadcast(1, {
              message: words.slice(0, longestMessage),
              buttons: ['read', 'sign', 'ask', 'done'],
            }),
            ...{ addressee: addressee(1), sender: words, about: { policy: words }, school: school(words), today },
            quoted: { policy: phonePolicy([]), clause: clause('own1', words, { leadIn: words, column: words }) },
          }),
        ),
    ],
  ])('%s fits a card', (_, render) => {
    fc.assert(
      fc.property(text, (words) => {
        expect(weightOf(render(words))).toBeLessThanOrEqual(cardLimit);
      }),
      { numRuns: 8 },
    );
  });
});
