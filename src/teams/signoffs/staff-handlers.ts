import { boxesOf } from '../../domain/signoffs/boxes-of.ts';
import { findSigning, refusalOf, type Signing } from '../../domain/signoffs/find-signing.ts';
import type { BotApp } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import type { VerbData } from '../verbs.ts';
import { doSend, doSign } from './do-signing.ts';
import { inOwnChat, refusalCard } from './refusal-cards.ts';
import { openReceipt, showAsked } from './show-mine.ts';
import { leadOn } from './show-refusal.ts';
import { showDeclaration, showReading, showWords } from './show-signing.ts';
import type { SigningDeps } from './signing-deps.ts';
import { registerSigningMessages } from './signing-messages.ts';

/** Reading and signing, asking and declining, and what somebody signed: for each member of staff, in their own chat alone. */
export function registerSigningHandlers(app: BotApp, onVerb: OnVerb, deps: SigningDeps): void {
  registerSigningMessages(app, deps);

  onVerb('signoffs.show', ({ signatory }, caller) =>
    withCard(caller, { signatory }, (found) => showAsked(deps, caller, found)),
  );
  onVerb('signoffs.read', ({ page, ...named }, caller) =>
    withCard(caller, named, (found) => showReading(deps, caller, found, page)),
  );
  onVerb('signoffs.declare', (named, caller) =>
    toAct(caller, named, (found) => showDeclaration(deps, found, { submission: deps.newSubmission() })),
  );
  onVerb('signoffs.question', (named, caller) => words(caller, named, 'query'));
  onVerb('signoffs.cannot', (named, caller) => words(caller, named, 'decline'));

  onVerb('signoffs.sign', async (data, caller) => {
    if (caller.place.kind !== 'personal') return inOwnChat();
    const { signatory, hash, submission, name: typedName } = data;
    const agreed = await isAllTicked(deps, caller, data);
    return doSign(
      deps,
      caller,
      { act: caller.actWith(submission), signatory, hash, submission },
      { agreed, typedName },
    );
  });
  onVerb('signoffs.send', ({ signatory, hash, submission, what, text }, caller) => {
    if (caller.place.kind !== 'personal') return inOwnChat();
    return doSend(deps, caller, { act: caller.actWith(submission), signatory, hash, submission }, { what, text });
  });

  onVerb('signoffs.receipt', ({ receipt }, caller) => openReceipt(deps, caller, receipt));
  onVerb('signoffs.copy', ({ receipt }, caller) => openReceipt(deps, caller, receipt, 'copy'));

  /** Goes on with the card's campaign where it is the caller's, whatever became of it; of other words to those of today. */
  async function withCard(
    caller: Caller,
    { signatory: signatoryId, hash }: { signatory: string; hash?: string },
    then: (found: Signing) => Promise<Pressed>,
  ): Promise<Pressed> {
    if (caller.place.kind !== 'personal') return inOwnChat();
    const { library, actor: person } = caller;
    const schoolId = library.school.id;
    const found = await findSigning(deps, { schoolId, person, signatoryId });
    if ('refused' in found) return refusalCard(found.refused);
    const { campaign } = found;
    if (campaign.state === 'waiting') return refusalCard('not-open');
    if (hash === undefined || hash === campaign.document.hash) return then(found);
    return leadOn(deps, caller, found, 'older-version');
  }

  /** The same for what leads to signing, asking or declining: only where that can be done. */
  function toAct(
    caller: Caller,
    named: { signatory: string; hash: string },
    then: (found: Signing) => Promise<Pressed>,
  ): Promise<Pressed> {
    return withCard(caller, named, async (found) => {
      if (found.signatory.state === 'signed') return showAsked(deps, caller, found);
      const why = await refusalOf(deps, found, named.hash);
      return why ? leadOn(deps, caller, found, why) : then(found);
    });
  }

  function words(caller: Caller, named: VerbData<'signoffs.question'>, what: 'query' | 'decline'): Promise<Pressed> {
    const submission = deps.newSubmission();
    return toAct(caller, named, (found) => showWords(deps, caller, found, { what, submission }));
  }
}

/** Whether every box of the caller's declaration is ticked. Somebody else's has none. */
async function isAllTicked(deps: SigningDeps, caller: Caller, data: VerbData<'signoffs.sign'>): Promise<boolean> {
  const schoolId = caller.library.school.id;
  const found = await findSigning(deps, { schoolId, person: caller.actor, signatoryId: data.signatory });
  if ('refused' in found) return false;
  const ticks: Readonly<Record<string, unknown>> = { ...data };
  return (await boxesOf(deps, found)).every((_, at) => ticks[`s${at + 1}`] === 'true');
}
