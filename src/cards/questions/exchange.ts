import { z } from 'zod/v4';
import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import type { SeenQuestion } from '../../domain/questions/see-question.ts';
import { asSubject } from '../as-subject.ts';
import { cutText, weightOf } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { plainText } from '../plain-text.ts';
import { AboutView, toAbout } from './about.ts';
import { questionLimit } from './asked.ts';

const ExchangeView = z.strictObject({
  title: z.string(),
  lines: Lines,
  hasAnswer: z.boolean(),
  /** "Daniel Reid, Designated Safeguarding Lead, answered on 20 November 2026 at 14:30:" */
  answered: z.string(),
  /** A line each. */
  answer: Lines,
  /** "You asked on 20 November 2026 at 10:05:" */
  asked: z.string(),
  words: z.string(),
  ...AboutView,
  facts: z.string(),
});
export type ExchangeView = z.infer<typeof ExchangeView>;

/** A question that was handed over and, once there is one, its answer. Nothing can be changed on it. */
export const exchangeCard = defineCard('questions/exchange', ExchangeView);

/** The most that an answer may weigh, in bytes; 4,000 ordinary characters weigh 8,000. */
const answerLimit = 10_000;

/** So many lines of an answer stand by themselves; what follows is one more. */
const mostLines = 12;

/** Why the exchange is shown. `saved` is the asker's receipt; `answered-before` is told to who answers a second time. */
export type Occasion = 'saved' | 'seen' | 'answer-arrived' | 'answer-saved' | 'answered-before';

/**
 * Shows `seen` to the one of the two who reads it. `told` is what became of the message to the other one, where that is
 * known; `kept` what became of the question's words, or may; `mark` the head of the ledger when it was saved; `secondCopy` says that nobody knows whether the first arrived.
 */
export function toExchangeView(input: {
  library: SchoolLibrary;
  seen: SeenQuestion;
  name: NamePerson;
  today: string;
  occasion: Occasion;
  told?: DeliveryState | undefined;
  kept?: string | undefined;
  mark?: string | undefined;
  secondCopy?: boolean;
}): ExchangeView {
  const { library, seen, name, today, occasion, told, kept, mark, secondCopy = false } = input;
  const { question, as } = seen;
  const { id, asker, owner, askedAt, answer, clause } = question;
  const { school } = library;
  const nameOf = (key: typeof asker) => cutText(name(key), 240);
  const title = titleOf(occasion, as, answer !== undefined, nameOf(as === 'asker' ? owner : asker));
  return {
    title: secondCopy ? `Second copy of ${id}: ${title.charAt(0).toLowerCase()}${title.slice(1)}` : title,
    lines: [
      ...(occasion === 'saved' ? [`Reference ${id}, saved on ${instantText(askedAt, school)}.`] : []),
      ...linesOf(occasion, as, answer !== undefined, { told, kept }),
    ].map((text) => ({ text })),
    hasAnswer: answer !== undefined,
    answered: answer
      ? `${as === 'owner' ? 'You' : asSubject(nameOf(answer.by))} answered on ${instantText(answer.at, school)}:`
      : '',
    answer: linesOfAnswer(seen.answerText ?? ''),
    asked: `${as === 'asker' ? 'You' : asSubject(nameOf(asker))} asked on ${instantText(askedAt, school)}:`,
    words: cutText(seen.text, questionLimit),
    ...toAbout(library, clause, today),
    facts: [`Reference ${id}`, ...(mark ? [`Ledger ${mark}`] : [])].join(' · '),
  };
}

function linesOfAnswer(text: string): { text: string }[] {
  const lines = text.trim().split(/\s*[\r\n]+\s*/);
  const shown = [...lines.slice(0, mostLines), lines.slice(mostLines).join(' ')].filter((line) => line !== '');
  let room = answerLimit;
  return shown.flatMap((line) => {
    if (room <= 0) return [];
    const cut = cutText(line, room);
    // What was cut ends in “ …”: nothing follows it.
    room = cut === plainText(line) ? room - weightOf(cut) : 0;
    return [{ text: cut }];
  });
}

function titleOf(occasion: Occasion, as: SeenQuestion['as'], isAnswered: boolean, other: string): string {
  switch (occasion) {
    case 'saved':
      return `Saved, and on its way to ${other}`;
    case 'answer-arrived':
      return 'An answer to your question';
    case 'answer-saved':
      return `Saved, and on its way to ${other}`;
    case 'answered-before':
      return 'This question was answered before';
    case 'seen':
      if (isAnswered) return as === 'asker' ? 'An answer to your question' : 'You answered this question';
      return `Your question to ${other}`;
  }
}

function linesOf(
  occasion: Occasion,
  as: SeenQuestion['as'],
  isAnswered: boolean,
  { told, kept }: { told: DeliveryState | undefined; kept: string | undefined },
): string[] {
  if (occasion === 'saved' && !isAnswered) {
    return [
      'The answer will come to this chat. Write “my questions” to see where it stands.',
      ...(kept === undefined ? [] : [kept]),
    ];
  }
  if (occasion === 'answered-before') return ['The first answer stands. What came now was not kept.'];
  if (as === 'asker' && !isAnswered) return ['Not answered yet.', ...toldLine(told)];
  if (as === 'owner' && occasion === 'answer-saved') return [kept ?? attachLine];
  return as === 'owner' && occasion === 'seen' ? toldLine(told) : [];
}

/** How an owner leads a way of asking to a clause. */
export const howToAttach =
  'Write “attach mobile devices 2.2: …” with how staff ask, without names. Whoever asks like that then finds the clause.';

const attachLine = `Does a clause answer it? ${howToAttach}`;

/** What the asker is told of their words before an owner chooses a clause. */
export const mayBeKept = 'Where a clause answers it, its words may be kept without your name.';

/** What became of the message to the other one, where it matters: nobody is left to wait for what never arrived. */
function toldLine(told: DeliveryState | undefined): string[] {
  switch (told) {
    case 'pending':
    case 'sending':
      return ['The message about it has not gone out yet.'];
    case 'refused':
    case 'undeliverable':
      return ['The message about it could not be delivered in Teams. Please speak to them yourself.'];
    case 'unknown':
      return ['Nobody knows whether the message about it arrived. Please speak to them yourself.'];
    case 'sent':
      return ['The message about it was delivered.'];
    case undefined:
      return [];
  }
}
