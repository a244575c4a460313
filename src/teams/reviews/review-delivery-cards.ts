import { dayText } from '../../cards/day-text.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { reminderCard, toEarlyView, toReminderView } from '../../cards/reviews/reminder.ts';
import { dutyText, lastText } from '../../cards/reviews/review-words.ts';
import { isChannel, type Delivery } from '../../domain/delivery/delivery.ts';
import { actingHolders } from '../../domain/people/acting-holders.ts';
import { keysOfPeople } from '../../domain/people/keys-of-people.ts';
import { isSamePerson } from '../../domain/people/same-person.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import { schoolDay } from '../../domain/people/school-day.ts';
import type { School } from '../../domain/people/school.ts';
import type { Duty } from '../../domain/reviews/duty.ts';
import { readReviews } from '../../domain/reviews/find-duty.ts';
import { questionsAbout } from '../../domain/reviews/plan-early.ts';
import type { ReviewSubject } from '../../domain/reviews/review-subject.ts';
import { reviewOf, type Review } from '../../domain/reviews/review.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Message } from '../message-activity.ts';
import type { Summary } from '../messenger-summaries.ts';

export type ReviewDeliveryDeps = Pick<
  BotDeps,
  'reviews' | 'questions' | 'absences' | 'persons' | 'shelf' | 'deliveries' | 'now'
>;
type Reminding = Exclude<ReviewSubject, { kind: 'review-settled' }>;

const summary: Summary = 'Staffroom: about a review';

/**
 * The card that reminds of a review, as things stand when it is sent: once its date was moved, that there is nothing to do,
 * which also takes the place of a reminder that was sent before. Undefined for any other delivery, where the school is gone,
 * and for the place of a message that nobody knows.
 */
export function createReviewDeliveryCards(
  deps: ReviewDeliveryDeps,
): (delivery: Delivery) => Promise<Message | undefined> {
  return async ({ subject, schoolId, to }) => {
    const library = deps.shelf.find(schoolId);
    if (!isOfReview(subject) || !library || isChannel(to)) return undefined;
    const today = schoolDay(deps.now(), library.school);
    const now = await readReviews(deps, { library, today });
    const duty = now.duties.find(({ id }) => id === subject.duty);
    const review = reviewOf(now.reviews, { ...subject, schoolId });
    const isSettled = duty?.dueOn !== subject.dueOn;
    if (subject.kind === 'review-settled') {
      const edits = (await deps.deliveries.find(subject.of))?.message;
      return isSettled && edits ? { card: settled(duty, review), summary, edits } : undefined;
    }
    if (isSettled) return { card: settled(duty, review), summary };
    return { card: await reminding(subject, { duty, review, school: now.school, today }, to), summary };
  };

  async function reminding(subject: Reminding, { duty, review, school, today }: Due, to: PersonKey) {
    if (subject.kind === 'review-early') {
      const { since } = subject;
      const questions = await deps.questions.of(school.id, to);
      const asked = questionsAbout(questions, { to, policy: duty.id, since, school });
      return reminderCard.render(toEarlyView({ duty, review, school, today, asked, since }));
    }
    const keyOf = await keysOfPeople(deps.persons, to.tenantId);
    const isOwner = actingHolders(school, duty.owner, today).some(({ person }) => {
      const key = keyOf(person);
      return key !== undefined && isSamePerson(key, to);
    });
    const forChair = subject.stage.startsWith('chair-');
    return reminderCard.render(toReminderView({ duty, review, school, today, forChair, isOwner }));
  }
}

interface Due {
  readonly duty: Duty;
  readonly review: Review;
  readonly school: School;
  readonly today: string;
}

/** What became of it, where it was reviewed, and when it is due next. */
function settled(duty: Duty | undefined, { done }: Review) {
  const decided = done ? [`${lastText({ kind: 'reviewed', on: done.reviewedOn, ...done })}.`] : [];
  const next = duty ? [`${done ? 'It' : 'Its date was moved: it'} is due next on ${dayText(duty.dueOn)}.`] : [];
  const title = duty
    ? `${dutyText(duty)}: ${done ? 'review done' : 'nothing to do'}`
    : 'A review was due, and that is settled';
  return messageCard.render({ title, paragraphs: [...decided, ...next, 'Write “reviews” here to see the calendar.'] });
}

function isOfReview(subject: Delivery['subject']): subject is ReviewSubject {
  return 'duty' in subject;
}
