import { dayText } from '../../cards/day-text.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { reminderCard, toEarlyView, toReminderView } from '../../cards/reviews/reminder.ts';
import { dutyText } from '../../cards/reviews/review-words.ts';
import { isChannel, type Delivery } from '../../domain/delivery/delivery.ts';
import { actingHolders } from '../../domain/people/acting-holders.ts';
import { keysOfPeople } from '../../domain/people/keys-of-people.ts';
import { isSamePerson } from '../../domain/people/same-person.ts';
import { schoolDay } from '../../domain/people/school-day.ts';
import type { Duty } from '../../domain/reviews/duty.ts';
import { readReviews } from '../../domain/reviews/find-duty.ts';
import { questionsAbout } from '../../domain/reviews/plan-early.ts';
import { reviewOf } from '../../domain/reviews/review.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Message } from '../message-activity.ts';
import type { Summary } from '../messenger-summaries.ts';

export type ReviewDeliveryDeps = Pick<BotDeps, 'reviews' | 'questions' | 'absences' | 'persons' | 'shelf' | 'now'>;

const summary: Summary = 'Staffroom: about a review';

/**
 * The card that reminds of a review, as things stand when it is sent: once its date was moved, that there is nothing to do.
 * Undefined for any other delivery, and where the school is gone.
 */
export function createReviewDeliveryCards(
  deps: ReviewDeliveryDeps,
): (delivery: Delivery) => Promise<Message | undefined> {
  return async ({ subject, schoolId, to }) => {
    const library = deps.shelf.find(schoolId);
    if (subject.kind !== 'review-due' && subject.kind !== 'review-early') return undefined;
    if (!library || isChannel(to)) return undefined;
    const today = schoolDay(deps.now(), library.school);
    const { school, duties, reviews } = await readReviews(deps, { library, today });
    const duty = duties.find(({ id }) => id === subject.duty);
    if (duty?.dueOn !== subject.dueOn) return { card: settled(duty), summary };
    const review = reviewOf(reviews, { schoolId, duty: duty.id, dueOn: duty.dueOn });
    if (subject.kind === 'review-early') {
      const { since } = subject;
      const questions = await deps.questions.of(schoolId, to);
      const asked = questionsAbout(questions, { to, policy: duty.id, since, school });
      return { card: reminderCard.render(toEarlyView({ duty, review, school, today, asked, since })), summary };
    }
    const keyOf = await keysOfPeople(deps.persons, to.tenantId);
    const isOwner = actingHolders(school, duty.owner, today).some(({ person }) => {
      const key = keyOf(person);
      return key !== undefined && isSamePerson(key, to);
    });
    const forChair = subject.stage.startsWith('chair-');
    return { card: reminderCard.render(toReminderView({ duty, review, school, today, forChair, isOwner })), summary };
  };
}

function settled(duty: Duty | undefined) {
  const title = duty ? `${dutyText(duty)}: nothing to do` : 'A review was due, and that is settled';
  const next = duty ? [`Its date was moved: it is due next on ${dayText(duty.dueOn)}.`] : [];
  return messageCard.render({ title, paragraphs: [...next, 'Write “reviews” here to see the calendar.'] });
}
