import { documentText } from '../cards/signoffs/campaign-words.ts';
import { instantText } from '../cards/instant-text.ts';
import { headMark } from '../domain/ledger/head-mark.ts';
import type { FoundReceipt } from '../domain/signoffs/find-receipt.ts';
import type { Block, Sheet } from './sheet.ts';

/**
 * One signature on one page: who signed which words when, and what proves it. `name` gives a person's name. Where the words
 * do not fit on the page it says where the others stand.
 */
export function toReceiptSheet(
  { receipt, campaign, entry }: FoundReceipt,
  {
    school,
    name,
    printedAt,
  }: {
    readonly school: { readonly name: string; readonly timeZone: string };
    readonly name: (person: { tenantId: string; objectId: string }) => string;
    /** ISO 8601 instant. */
    readonly printedAt: string;
  },
): Sheet {
  const { document } = campaign;
  const { how } = receipt;
  const fact = (label: string, text: string): Block => ({ kind: 'fact', label, text });
  const words = document.statements.map(({ text, ref }) => (ref === undefined ? text : `${ref}  ${text}`));
  const title = documentText(document);
  return {
    title: `Receipt ${receipt.id}`,
    school: school.name,
    footer: `${receipt.id} · ${instantText(printedAt, school)}`,
    blocks: [
      ...(how.kind === 'teams'
        ? []
        : [
            {
              kind: 'notice',
              text: `Signed ${how.on === 'paper' ? 'on paper' : 'on a colleague’s device'}, not in Teams.`,
            } as const,
          ]),
      fact('Signed by', receipt.name),
      fact('Typed name', receipt.typedName),
      fact('On', instantText(receipt.at, school)),
      fact('Document', title),
      ...(how.kind === 'teams'
        ? [fact('How', 'in Microsoft Teams, in their own chat, under their own account')]
        : [
            fact('Recorded by', name(how.recordedBy)),
            fact('Witness', how.witness),
            ...(how.place === '' ? [] : [fact(how.on === 'paper' ? 'The paper is kept' : 'Place', how.place)]),
          ]),
      { kind: 'heading', text: 'To check it' },
      fact('Campaign', receipt.campaignId),
      fact('Hash of the document', receipt.document.hash),
      fact('Hash of the statements', receipt.statementsHash),
      fact('Random number', receipt.salt),
      fact('Commitment', receipt.commitment),
      fact(
        'Entry in the ledger of sign-offs',
        entry ? `${entry.seq}, mark ${headMark(entry.hash)}` : 'not found: tell whoever looks after the server',
      ),
      {
        kind: 'paragraph',
        text: `The commitment is the SHA-256 of this receipt’s data in the form of RFC 8785, and stands in the ledger, which nobody can change unseen. Ask the school for the evidence of campaign ${receipt.campaignId} and run: staffroom verify FILE${entry ? ` --witness ${headMark(entry.hash)}` : ''}. It needs no key and no network.`,
      },
      { kind: 'heading', text: 'The words agreed to' },
      {
        kind: 'fitting',
        texts: words,
        rest: `More statements belong to it than fit on this page. All of them stand in ${title}, and in the evidence of the campaign; the hash above binds them.`,
      },
    ],
  };
}
