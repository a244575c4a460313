import { openDayAfter } from '../people/school-days.ts';
import { schoolDay } from '../people/school-day.ts';
import type { PersonKey } from '../people/person-key.ts';
import { usualChaseAfter } from './kind-table.ts';
import { kindOf } from './kinds-of.ts';
import { answersInput, type OpenedSlip, type SlipSchool } from './open-slip.ts';
import type { SlipEvent } from './slip.ts';
import { whoAnswers, whoIsNext, type WhoAnswersInput } from './who-answers.ts';

/** What befalls a slip that nobody answers, in this order, each once. */
const steps = ['chased', 'handed-on', 'unanswered'] as const;
type Step = (typeof steps)[number];

/**
 * The next step of chasing an answer that is due, each so many school days after the one before: whoever is to answer is
 * reminded, then the next are asked as well, then its author hears that nobody answered. A step that would reach nobody gives
 * way to the next. Where somebody answered that they want to talk or that advice was asked for, they are reminded, no more.
 */
export function chaseDue(opened: OpenedSlip, place: SlipSchool, at: string): SlipEvent | undefined {
  const { slip, standing } = opened;
  const { school, today } = place;
  const after = kindOf(school, slip.kind)?.chaseAfter ?? usualChaseAfter;
  if (!standing.waits || after === 0) return undefined;
  const lastDeed = slip.events.findLastIndex(({ by }) => by !== undefined);
  const taken = slip.events.findLast(({ kind }, n) => n > lastDeed && isStep(kind));
  const from = taken?.at ?? slip.events[lastDeed]?.at ?? slip.at;
  if (today < openDayAfter(school, schoolDay(new Date(from), school), after)) return undefined;
  const kind = slip.events[lastDeed]?.kind;
  const left = kind === 'talk' || kind === 'passed' ? steps.slice(0, 1) : steps;
  return left
    .slice(steps.findIndex((step) => step === taken?.kind) + 1)
    .map((step) => eventOf(step, opened, place, at))
    .find((event) => event !== undefined);
}

/** What the rules of who answers ask of a slip in its round: one that its holder wants for longer begins at the first anew. */
export function inThisRound(opened: OpenedSlip, place: SlipSchool): WhoAnswersInput {
  const { events } = opened.slip;
  const begun = events.findLastIndex(({ kind }) => kind === 'renewal-asked');
  const handedOn = events.slice(begun + 1).some(({ kind }) => kind === 'handed-on');
  return { ...answersInput(opened, place), handedOn };
}

function eventOf(step: Step, opened: OpenedSlip, place: SlipSchool, at: string): SlipEvent | undefined {
  if (step === 'unanswered') return { kind: step, at };
  const input = inThisRound(opened, place);
  const now = whoAnswers(input);
  const asked = (step === 'chased' ? now : whoIsNext(input, now)).flatMap(({ person }): PersonKey[] => {
    const key = place.keyOf(person);
    return key ? [{ tenantId: key.tenantId, objectId: key.objectId }] : [];
  });
  return asked.length > 0 ? { kind: step, at, asked } : undefined;
}

function isStep(kind: SlipEvent['kind']): boolean {
  return (steps as readonly string[]).includes(kind);
}
