import { calendarCard, toCalendarView } from '../../cards/reviews/calendar.ts';
import { recordCard, toRecordView } from '../../cards/reviews/record.ts';
import type { Act } from '../../domain/delivery/act.ts';
import { beginReview } from '../../domain/reviews/begin-review.ts';
import { calendarOf } from '../../domain/reviews/calendar.ts';
import type { Duty } from '../../domain/reviews/duty.ts';
import { findDuty, readReviews, seeReviews } from '../../domain/reviews/find-duty.ts';
import { recordReview, type ReviewDecision } from '../../domain/reviews/record-review.ts';
import type { Review } from '../../domain/reviews/review.ts';
import type { BotApp } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import { onTyped } from '../on-typed.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import { readReviewCommand, type ReviewCommand } from './review-command.ts';
import type { ReviewDeps } from './review-deps.ts';
import {
  begunReply,
  faults,
  inPrivate,
  notReviewed,
  notYours,
  recordedReply,
  reviewSummary,
} from './review-replies.ts';

/** A duty on a due date; the one that it has now where none is given. */
interface Named {
  readonly duty: string;
  readonly dueOn?: string | undefined;
}

/**
 * The calendar of reviews, beginning one and recording what was decided: for the head, whoever stands in for them,
 * delegates and the chair, and for owners of what is theirs, in their own chat.
 */
export function registerReviewHandlers(app: BotApp, onVerb: OnVerb, deps: ReviewDeps): void {
  onVerb('reviews.list', ({ page }, caller) => here(caller, () => list(caller, page)));
  onVerb('reviews.begin', (named, caller) =>
    here(caller, () => begin(caller, named, caller.actWith(`begin|${named.duty}|${named.dueOn}`))),
  );
  onVerb('reviews.compose', (named, caller) => here(caller, () => compose(caller, named)));
  onVerb('reviews.record', ({ duty, dueOn, submission, ...decision }, caller) =>
    here(caller, () => record(caller, { duty, dueOn }, { decision, act: caller.actWith(submission), submission })),
  );

  onTyped(app, deps, {
    read: (words, { today }) => readReviewCommand(words, today),
    reply: (command, caller, act) => here(caller, () => carryOut(caller, command, act)),
    summary: reviewSummary,
  });

  /** Nothing of it where others read along; who may not see it is told so anywhere. */
  async function here(caller: Caller, then: () => Promise<Pressed>): Promise<Pressed> {
    if (caller.place.kind === 'personal') return then();
    return (await seeReviews(deps, caller)).kind === 'seen' ? inPrivate() : notYours();
  }

  async function carryOut(caller: Caller, command: ReviewCommand, act: Act): Promise<Pressed> {
    if (command.kind === 'list') return list(caller, command.page);
    const named = { duty: await dutyNamed(caller, command.duty) };
    if (command.kind === 'begin') return begin(caller, named, act);
    if (command.kind === 'compose') return compose(caller, named);
    return record(caller, named, { decision: command.decision, act, submission: deps.newSubmission() });
  }

  async function dutyNamed(caller: Caller, words: string): Promise<string> {
    const wanted = words.trim().toLowerCase();
    const { duties } = await readReviews(deps, caller);
    return duties.find(({ id, title }) => id === wanted || title.toLowerCase() === wanted)?.id ?? wanted;
  }

  async function list(caller: Caller, page: number): Promise<Pressed> {
    const { person, today } = caller;
    const seen = await seeReviews(deps, caller);
    if (seen.kind === 'not-yours') return notYours();
    const { school } = seen;
    const rows = calendarOf(seen, await deps.versions.versions(school.id), today);
    const card = calendarCard.render(toCalendarView({ rows, school, person, today, page }));
    return { card, replaces: true, summary: reviewSummary };
  }

  async function begin(caller: Caller, named: Named, act: Act): Promise<Pressed> {
    const outcome = await beginReview(deps, { ...requestOf(caller), ...named, act });
    if (outcome.kind !== 'begun') return notReviewed(outcome);
    return begunReply(outcome.duty, outcome.review, caller.library.school);
  }

  async function compose(caller: Caller, named: Named): Promise<Pressed> {
    const found = await findDuty(deps, { ...requestOf(caller), ...named });
    return found.kind === 'found' ? form(caller, found, deps.newSubmission()) : notReviewed(found);
  }

  function form(
    { library: { school }, today }: Caller,
    { duty, review }: { duty: Duty; review: Review },
    submission: string,
    problem?: string,
  ): Pressed {
    const card = recordCard.render(toRecordView({ duty, review, school, today, submission, problem }));
    return { card, replaces: true, summary: reviewSummary };
  }

  async function record(
    caller: Caller,
    named: Named,
    { decision, act, submission }: { decision: ReviewDecision; act: Act; submission: string },
  ): Promise<Pressed> {
    const outcome = await recordReview(deps, { ...requestOf(caller), ...named, act, decision });
    switch (outcome.kind) {
      case 'recorded':
        deps.log.info({ school: caller.library.school.id, kind: decision.outcome }, 'a review was recorded');
        await deps.onVersions();
        return recordedReply(outcome.duty, outcome.review);
      case 'incomplete':
        return form(caller, outcome, submission, faults[outcome.what]);
      default:
        return notReviewed(outcome);
    }
  }
}

const requestOf = ({ actor, person, library, today }: Caller) => ({ actor, person, library, today });
