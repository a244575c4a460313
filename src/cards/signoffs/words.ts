import { z } from 'zod/v4';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import { asSubject } from '../as-subject.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { documentText } from './campaign-words.ts';

const WordsView = z.strictObject({
  title: z.string(),
  hasProblem: z.boolean(),
  problem: z.string(),
  lines: Lines,
  label: z.string(),
  placeholder: z.string(),
  button: z.string(),
  what: z.enum(['query', 'decline']),
  signatory: z.string(),
  hash: z.string(),
  submission: z.string(),
});
export type WordsView = z.infer<typeof WordsView>;

/** "I have a question" and "I cannot agree": what goes to the head, and that nothing is signed with it. */
export const wordsCard = defineCard('signoffs/words', WordsView);

/** `head` is whoever gets it, by name; undefined where nobody can be reached through Teams. */
export function toWordsView(input: {
  campaign: Campaign;
  signatory: Signatory;
  what: 'query' | 'decline';
  head: string | undefined;
  submission: string;
  problem?: string | undefined;
}): WordsView {
  const { campaign, signatory, what, head, submission, problem } = input;
  const isQuery = what === 'query';
  const document = documentText(campaign.document);
  const name = head === undefined ? undefined : cutText(head, 240);
  return {
    title: isQuery ? `Your question about ${document}` : `You cannot agree: ${document}`,
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    lines: (isQuery ? queryLines(name) : declineLines(name)).map((text) => ({ text })),
    label: isQuery ? 'Your question' : 'Why not (may be left empty)',
    placeholder: 'In a sentence or two. Please leave out pupils’ names.',
    button: isQuery ? 'Ask the head' : 'I cannot agree',
    what,
    signatory: signatory.id,
    hash: campaign.document.hash,
    submission,
  };
}

function queryLines(head: string | undefined): string[] {
  if (head === undefined) return ['Staffroom can reach nobody who answers for the head: please ask in person.'];
  return [
    `It goes to ${head}, and to nobody else. Your name goes with it.`,
    'The answer comes to this chat. You can sign at any time, before or after.',
  ];
}

function declineLines(head: string | undefined): string[] {
  return [
    'It will be recorded that you were asked and cannot agree. Nothing is signed.',
    head === undefined
      ? 'Staffroom can reach nobody who answers for the head: please speak to them yourself. What you write here is not kept.'
      : `${asSubject(head)} is told, with your name and your words, and nobody else. They answer in this chat.`,
    'You can sign later once the head has asked you again.',
  ];
}
