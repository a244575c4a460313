import type { Act } from '../../domain/delivery/act.ts';
import { isReference } from '../../domain/delivery/reference.ts';
import { signingCalled } from '../../domain/signoffs/called-signing.ts';
import { declarationMark } from '../../domain/signoffs/declaration-mark.ts';
import type { Signing } from '../../domain/signoffs/find-signing.ts';
import { refusalOf } from '../../domain/signoffs/find-signing.ts';
import type { BotApp } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import { onTyped } from '../on-typed.ts';
import type { Pressed } from '../on-verb.ts';
import { doSend, doSign } from './do-signing.ts';
import { inOwnChat, refusalCard, say, signingSummary } from './refusal-cards.ts';
import { leadOn } from './show-refusal.ts';
import { showDeclaration, showReading } from './show-signing.ts';
import { readSigningCommand, type SigningCommand } from './signing-command.ts';
import type { SigningDeps } from './signing-deps.ts';
import { openReceipt, showAsked, showMine } from './show-mine.ts';

/**
 * What can be typed: "what do I need to sign", "sign <policy>", "read <policy>, page 2", "I have read <policy>", "I agree
 * CA-7KQ2-M 3F9A <name>", "question about CA-7KQ2-M …", "I cannot agree CA-7KQ2-M …", "my receipt SG-7KQ2-M". What names
 * nothing that the person is asked for is a question about the policies like any other.
 */
export function registerSigningMessages(app: BotApp, deps: SigningDeps): void {
  onTyped(app, deps, {
    read: readSigningCommand,
    isMeant,
    reply: async (command, caller, act) =>
      caller.place.kind === 'personal' ? reply(caller, command, act) : inOwnChat(),
    summary: signingSummary,
  });

  /** "Sign" and "read" are words of questions too: they count where they name what this person is asked for. */
  async function isMeant(command: SigningCommand, caller: Caller): Promise<boolean> {
    if (!('what' in command) || isReference(command.what.toUpperCase())) return true;
    return (await called(caller, command.what)) !== undefined;
  }

  function called({ library, actor: person }: Caller, what: string): Promise<Signing | undefined> {
    return signingCalled(deps, { schoolId: library.school.id, person, what });
  }

  async function reply(caller: Caller, command: SigningCommand, act: Act): Promise<Pressed> {
    if (command.kind === 'mine') return showMine(deps, caller);
    if ('receipt' in command) {
      return openReceipt(deps, caller, command.receipt, command.kind === 'copy' ? 'copy' : 'card');
    }
    const found = await called(caller, command.what);
    if (!found) return refusalCard('unknown');
    switch (command.kind) {
      case 'ask':
        return showAsked(deps, caller, found);
      case 'read':
        return showReading(deps, caller, found, command.page - 1);
      case 'declare':
        return declare(caller, found);
      case 'agree':
        return agree(caller, found, command, act);
      default:
        return send(caller, found, command, act);
    }
  }

  async function declare(caller: Caller, found: Signing): Promise<Pressed> {
    if (found.signatory.state === 'signed') return showAsked(deps, caller, found);
    const why = await refusalOf(deps, found, found.campaign.document.hash);
    return why ? leadOn(deps, caller, found, why) : showDeclaration(deps, found, { submission: deps.newSubmission() });
  }

  function agree(
    caller: Caller,
    found: Signing,
    { mark, name: typedName }: Extract<SigningCommand, { kind: 'agree' }>,
    act: Act,
  ): Promise<Pressed> | Pressed {
    const { campaign } = found;
    if (mark !== declarationMark(campaign)) {
      return say(
        'Please read the declaration first',
        `Write “I have read ${campaign.id}”. At its foot stands what to write then, with four letters and digits.`,
        'Nothing was signed.',
      );
    }
    return doSign(deps, caller, typed(found, act), { agreed: true, typedName });
  }

  function send(
    caller: Caller,
    found: Signing,
    { kind: what, text }: Extract<SigningCommand, { kind: 'query' | 'decline' }>,
    act: Act,
  ): Promise<Pressed> {
    return doSend(deps, caller, typed(found, act), { what, text });
  }

  /** A form that is shown after it has a submission id of its own. */
  function typed({ campaign, signatory }: Signing, act: Act) {
    const { hash } = campaign.document;
    return { act, signatory: signatory.id, hash, submission: deps.newSubmission() };
  }
}
