import { safetyCard, toSafetyView } from '../../cards/answering/safety.ts';
import { messageCard } from '../../cards/messages/message.ts';
import type { Urgency } from '../../domain/answering/messages/sense-urgency.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';

/** What somebody wrote into a form sounds like an incident: what to do now, and that it went nowhere. */
export function urgent({ library, today }: Caller, urgency: Urgency, submission: string): Pressed {
  const words = messageCard.render({
    title: 'What you wrote was not passed on',
    paragraphs: [
      'It sounds like something that has happened or is going on. Tell it only to your Designated Safeguarding Lead, in person or by phone.',
      'Nothing of it was sent or kept.',
    ],
  });
  return {
    card: safetyCard.render(toSafetyView({ library, urgency, today, submission })),
    replaces: true,
    summary: urgency === 'danger' ? 'In danger now? Call 999.' : 'First, what to do now',
    followedBy: { card: words, summary: 'Staffroom: not passed on' },
  };
}
