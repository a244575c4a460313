import type { DeliverySubject } from './delivery.ts';

/** What a delivery is about, by a name that says nothing of anybody: the reference on its card, or the checkpoint's place. */
export function subjectReference(subject: DeliverySubject): string {
  switch (subject.kind) {
    case 'question-asked':
    case 'question-answered':
      return subject.questionId;
    case 'wording-suggested':
      return subject.suggestion;
    case 'checkpoint':
      return `${subject.chain} ${subject.seq}`;
    case 'version-proposed':
      return subject.policy;
    case 'review-due':
    case 'review-early':
    case 'review-settled':
      return subject.duty;
    case 'slip-to-answer':
    case 'slip-told':
      return subject.slip;
    case 'signoff-asked':
    case 'signoff-settled':
    case 'campaign-confirm':
    case 'campaign-told':
      return subject.campaign;
    case 'broadcast':
    case 'broadcast-settled':
    case 'broadcast-channel':
    case 'broadcast-confirm':
    case 'broadcast-told':
    case 'broadcast-progress':
      return subject.broadcast;
    case 'danger-now':
    case 'draft-asks':
    case 'draft-ended':
      return subject.draft;
    case 'file-turned-away':
      return subject.draft ?? 'no draft';
    case 'absence':
      return subject.absence;
    case 'channel-check':
      return `the channel's check of ${subject.at}`;
    default:
      return subject.reference;
  }
}
