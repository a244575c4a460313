import type { KeyOf } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import { schoolDay } from '../people/school-day.ts';
import type { School } from '../people/school.ts';
import { isChaseDay, movedDay } from './chase-day.ts';
import type { Campaign } from './campaign.ts';
import { nextRound, revised, settled, type Changed } from './next-round.ts';
import { askedKey } from './signoff-deliveries.ts';
import type { Signatory } from './signatory.ts';
import { whoIs, type Asked, type NotAsked, type WhomToAsk } from './whom-to-ask.ts';

/** How things stand with a campaign, as far as anything may follow from it. */
export interface FollowInput {
  /** Open or waiting. */
  readonly campaign: Campaign;
  readonly signatories: readonly Signatory[];
  /** Whom it would ask today; undefined where nobody can say: there is no staff team, or no such policy. */
  readonly whom: WhomToAsk | undefined;
  /** Its words are not in force any more: nobody is asked or reminded, and nobody new is added. */
  readonly isOutdated: boolean;
  /** The keys of deliveries that Teams refused or that could not be delivered. */
  readonly failed: ReadonlySet<string>;
  readonly hasAddress: (person: PersonKey) => boolean;
  /** With stored absences. */
  readonly school: School;
  readonly keyOf: KeyOf;
  readonly now: Date;
  readonly newId: () => string;
}

/** What became of somebody, as the ledger counts it. */
export type Followed = 'left' | 'back' | 'unreachable' | 'reachable' | 'moved' | 'reminded' | 'asked' | 'renamed';

/** Why somebody cannot be reached, as the end of a sentence. */
export const unreachableReasons = {
  noChat: 'Staffroom has no chat with them; they have to add it in Teams',
  notTaken: 'Teams did not take the message; they may have blocked or removed Staffroom',
} as const;

/** What the plan for everybody has worked out once. */
export interface Following {
  /** Everybody whom the school knows, by `whoIs`; undefined where nobody can be judged. */
  readonly known: ReadonlyMap<string, Asked | NotAsked> | undefined;
  readonly at: string;
  readonly askAt: string;
  readonly today: string;
  /** People are asked and reminded: the campaign is open, and its words are in force. */
  readonly asks: boolean;
  readonly remindsNow: boolean;
}

type Step = (Changed & { readonly what: Followed }) | undefined;

/** What follows for one person now, if anything: one change at a time, the others at the next look. */
export function followSignatory(before: Signatory, input: FollowInput, following: Following): Step {
  const signatory = withDetails(before, following);
  return (
    membership(signatory, following) ??
    reach(signatory, input, following) ??
    absence(signatory, input, following) ??
    reminder(signatory, input, following) ??
    (signatory === before ? undefined : { signatory: revised(signatory, {}, following.at), owed: [], what: 'renamed' })
  );
}

/** The name and the groups that they have by now. What somebody signed stays under the name that they had. */
function withDetails(signatory: Signatory, { known }: Following): Signatory {
  const now = known?.get(whoIs(signatory));
  if (!now || signatory.state === 'signed' || signatory.state === 'exempt') return signatory;
  const { name, groups } = now;
  return name === signatory.name && groups.join(' ') === signatory.groups.join(' ')
    ? signatory
    : { ...signatory, name, groups };
}

/**
 * Who is no longer of the audience has left, and comes back with it. What they said stays: who signed, declined or is
 * exempt is so still, and of whoever declined the reason says that they are gone.
 */
function membership(signatory: Signatory, { known, asks, at, askAt }: Following): Step {
  if (!known) return undefined;
  const { state } = signatory;
  const reason = whyLeft(signatory, known.get(whoIs(signatory)));
  if (reason !== undefined) {
    if (state === 'declined' && signatory.reason === undefined)
      return { signatory: revised(signatory, { reason }, at), owed: [], what: 'left' };
    const leaves = state === 'pending' || state === 'query' || state === 'unreachable';
    return leaves ? { ...settled(signatory, { state: 'left', reason }, at), what: 'left' } : undefined;
  }
  if (state === 'declined' && signatory.reason !== undefined)
    return { signatory: revised(signatory, { reason: undefined }, at), owed: [], what: 'back' };
  if (state !== 'left') return undefined;
  const back = asks ? nextRound(signatory, { at, askAt }) : settled(signatory, { state: 'pending' }, at);
  return { ...back, what: 'back' };
}

function whyLeft({ person }: Signatory, now: Asked | NotAsked | undefined): string | undefined {
  const gone = person ? 'no longer in the staff team' : 'no longer on the school’s list';
  if (!now) return gone;
  switch ('why' in now ? now.why : undefined) {
    case undefined:
    case 'holds':
      return undefined;
    case 'other-audience':
    case 'other-group':
      return 'no longer in a group that is asked';
    case 'no-longer':
      return 'their last day on the school’s list is over';
    case 'not-yet':
      return 'their first day on the school’s list is still to come';
    case 'no-group':
    case 'no-account':
      return gone;
  }
}

/** Whom their card did not reach cannot be reached; they are asked again once there is a chat with them. */
function reach(signatory: Signatory, { failed, hasAddress }: FollowInput, { asks, at, askAt }: Following): Step {
  const { state, person, asked, reason } = signatory;
  if (!person) return undefined;
  if (state === 'pending' && asked > 0 && failed.has(askedKey(signatory, asked))) {
    const why = hasAddress(person) ? unreachableReasons.notTaken : unreachableReasons.noChat;
    return { signatory: revised(signatory, { state: 'unreachable', reason: why }, at), owed: [], what: 'unreachable' };
  }
  if (!asks || state !== 'unreachable' || reason !== unreachableReasons.noChat || !hasAddress(person)) return undefined;
  return { ...nextRound(signatory, { at, askAt }), what: 'reachable' };
}

function absence(signatory: Signatory, input: FollowInput, { at, asks }: Following): Step {
  const { state, dueOn } = signatory;
  if (!asks || (state !== 'pending' && state !== 'query' && state !== 'unreachable')) return undefined;
  const moved = movedDay(input.school, dueOn, awayOf(signatory, input));
  return moved === undefined ? undefined : { ...settled(signatory, { dueOn: moved }, at), what: 'moved' };
}

/** The first card of whoever was not asked yet, and the reminders of those who are pending and here. */
function reminder(signatory: Signatory, input: FollowInput, following: Following): Step {
  const { state, person, dueOn, askedAt } = signatory;
  const { asks, remindsNow, at, askAt, today } = following;
  if (!asks || state !== 'pending' || !person) return undefined;
  if (askedAt === undefined) return { ...nextRound(signatory, { at, askAt }), what: 'asked' };
  if (!remindsNow || awayOf(signatory, input).some(({ from, to }) => from <= today && today <= to)) return undefined;
  const { school, campaign } = input;
  const askedOn = schoolDay(new Date(askedAt), school);
  if (!isChaseDay(school, { today, askedOn, dueOn, every: campaign.chaseEvery })) return undefined;
  return { ...nextRound(signatory, { at, askAt }), what: 'reminded' };
}

function awayOf({ person }: Signatory, { school, keyOf }: FollowInput) {
  if (!person) return [];
  return school.people.find((one) => one.away.length > 0 && isSamePerson(keyOf(one), person))?.away ?? [];
}
