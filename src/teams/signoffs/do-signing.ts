import { askAbout } from '../../domain/signoffs/ask-about.ts';
import { decline } from '../../domain/signoffs/decline.ts';
import { findSigning, type Signing } from '../../domain/signoffs/find-signing.ts';
import { sign, type Missing } from '../../domain/signoffs/sign.ts';
import { cutText } from '../../cards/cut-text.ts';
import { documentText } from '../../cards/signoffs/campaign-words.ts';
import type { Act } from '../../domain/delivery/act.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { toProblem } from '../questions/question-cards.ts';
import { showQuestion } from '../questions/show-question.ts';
import { urgent } from '../questions/urgent.ts';
import { overtaken, say } from './refusal-cards.ts';
import { showRefusal } from './show-refusal.ts';
import { showDeclaration, showReceipt, showWords } from './show-signing.ts';
import type { SigningDeps } from './signing-deps.ts';

/** What stands on the card, or was typed in its place. `submission`: of the form that is shown again where something is missing. */
export interface Named {
  readonly act: Act;
  readonly signatory: string;
  readonly hash: string;
  readonly submission: string;
}

/** Signs, and shows the receipt, the declaration with what is missing, or why not. */
export async function doSign(
  deps: SigningDeps,
  caller: Caller,
  { act, signatory: signatoryId, hash, submission }: Named,
  { agreed, typedName }: { agreed: boolean; typedName: string },
): Promise<Pressed> {
  const { actor, library, today } = caller;
  const desk = { ...deps, newId: deps.newSubmission };
  const outcome = await sign(desk, { act, actor, library, today, signatoryId, hash, agreed, typedName });
  switch (outcome.kind) {
    case 'signed':
      if (!outcome.before) {
        deps.onOwed();
        deps.signedNotes.forget(caller);
        deps.log.info({ school: library.school.id, reference: outcome.receipt.id }, 'a signature was recorded');
      }
      return showReceipt(deps, caller, outcome.receipt, outcome.before);
    case 'incomplete': {
      const problem = problemOf(outcome.what, outcome.signatory.name);
      return showDeclaration(deps, outcome, { submission, problem });
    }
    case 'refused':
      return showRefusal(deps, caller, outcome);
    case 'overtaken':
      return overtaken();
  }
}

/** Hands a question, or that somebody cannot agree, to the head, and shows what became of it. */
export async function doSend(
  deps: SigningDeps,
  caller: Caller,
  { act, signatory: signatoryId, hash, submission }: Named,
  { what, text }: { what: 'query' | 'decline'; text: string },
): Promise<Pressed> {
  const { actor, library, today } = caller;
  const desk = { ...deps, newId: deps.newSubmission };
  const request = { act, actor, library, today, signatoryId, hash, text };
  const outcome = what === 'query' ? await askAbout(desk, request) : await decline(desk, request);
  switch (outcome.kind) {
    case 'asked':
      deps.onOwed();
      deps.log.info(
        { school: library.school.id, reference: outcome.question.id },
        'a question about signing was asked',
      );
      return showQuestion(deps, caller, outcome.question, { occasion: 'saved' });
    case 'declined':
      deps.onOwed();
      deps.log.info({ school: library.school.id, reference: outcome.campaign.id }, 'somebody could not agree');
      return declined(outcome, outcome.question?.id);
    case 'nobody':
      return say(
        'Please ask the head in person',
        'Staffroom does not know how to reach anybody who answers for them. Your question was not kept. You can sign at any time.',
      );
    case 'signed': {
      const receipt = await deps.signoffs.receiptOf(library.school.id, outcome.signatory.id);
      return receipt ? showReceipt(deps, caller, receipt, true) : overtaken();
    }
    case 'urgent':
      return urgent(caller, outcome.urgency, deps.newSubmission());
    case 'empty':
    case 'too-long':
      return showWordsAgain(deps, caller, signatoryId, { what, submission, problem: toProblem(outcome) });
    case 'refused':
      return showRefusal(deps, caller, outcome);
    case 'overtaken':
      return overtaken();
  }
}

async function showWordsAgain(
  deps: SigningDeps,
  caller: Caller,
  signatoryId: string,
  form: { what: 'query' | 'decline'; submission: string; problem: string },
): Promise<Pressed> {
  const found = await findSigning(deps, { schoolId: caller.library.school.id, person: caller.actor, signatoryId });
  return 'refused' in found ? overtaken() : showWords(deps, caller, found, form);
}

function problemOf(what: Missing, known: string): string {
  switch (what) {
    case 'boxes':
      return 'Not every statement was ticked, so nothing was signed. If you cannot agree to one, press “I cannot agree”.';
    case 'name':
      return 'Your name was missing, so nothing was signed. Please type it.';
    case 'too-long':
      return 'That was too long for a name, so nothing was signed.';
    case 'other-name':
      return `The school knows you as ${cutText(known, 300)}. Nothing was signed: please type your name so.`;
  }
}

function declined({ campaign }: Signing, question: string | undefined): Pressed {
  const told =
    question === undefined
      ? 'Staffroom knows nobody who answers for the head, so nobody was told, and your words were not kept. Please speak to the head yourself.'
      : `Your name and your words are on their way to the head, who answers in this chat; the reference is ${question}.`;
  return {
    ...say(
      `Recorded: you cannot agree to ${documentText(campaign.document)}`,
      told,
      'Nothing was signed. If you change your mind, tell the head: once they ask you again, you can sign.',
    ),
    replaces: true,
  };
}
