import { linkCard, toLinkView } from '../../cards/files/link.ts';
import { offerFile } from '../../domain/files/offer-file.ts';
import type { Receipt } from '../../domain/signoffs/receipt.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { say, signingSummary } from './refusal-cards.ts';
import type { SigningDeps } from './signing-deps.ts';

/** A link by which the signer fetches their receipt as a PDF, once. The receipt's own card stays where it is. */
export async function copyOf(deps: SigningDeps, caller: Caller, { id, schoolId }: Receipt): Promise<Pressed> {
  const { actor, library } = caller;
  const file = await offerFile(deps, { schoolId, subject: { kind: 'receipt', reference: id }, to: actor });
  if (!file) {
    return say(
      `Your receipt ${id}`,
      'Staffroom has no web address here (PUBLIC_URL), so it cannot give you a file.',
      `The receipt in this chat holds all that the file would. Write “my receipt ${id}” to see it at any time.`,
    );
  }
  const view = toLinkView({
    title: `Your receipt ${id} as PDF`,
    report: id,
    file,
    school: library.school,
    care: 'Keep it with your own papers. It holds the words that you agreed to, and the proof.',
    hasBack: false,
  });
  return { card: linkCard.render(view), replaces: false, summary: signingSummary };
}
