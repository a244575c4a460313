import { z } from 'zod/v4';
import type { Statement } from '../../domain/signoffs/campaign.ts';
import type { Receipt } from '../../domain/signoffs/receipt.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { versionText } from '../versions/version-words.ts';
import { statementLines } from './statement-lines.ts';

const ReceiptView = z.strictObject({
  title: z.string(),
  lines: Lines,
  agreed: z.string(),
  statements: Lines,
  /** What proves it: hashes, in groups that can be read out. */
  facts: z.array(z.strictObject({ mark: z.string(), text: z.string() })),
  canRead: z.boolean(),
  receipt: z.string(),
  signatory: z.string(),
  hash: z.string(),
});
export type ReceiptView = z.infer<typeof ReceiptView>;

/** The receipt of a signature, with the words that were agreed to. */
export const receiptCard = defineCard('signoffs/receipt', ReceiptView);

/**
 * `statements`: the words agreed to; none where their campaign is gone. `before` says that this person had signed already,
 * and nothing was signed again.
 */
export function toReceiptView(input: {
  receipt: Receipt;
  statements: readonly Statement[];
  school: { readonly timeZone: string };
  before?: boolean | undefined;
}): ReceiptView {
  const { receipt, statements, school, before = false } = input;
  const { id, document, at, typedName, how } = receipt;
  const edition = document.policyId === undefined ? cutText(document.version, 120) : versionText(document);
  const recorded =
    how.kind === 'teams' ? '' : ` on ${how.on === 'paper' ? 'paper' : 'a colleague’s device'}, before a witness`;
  return {
    title: `Signed: ${cutText(document.title, 400)}, ${edition}`,
    lines: [
      ...(before ? ['You had signed this before. It is the same receipt; nothing was signed again.'] : []),
      `Receipt ${id}. Signed by ${cutText(typedName, 400)} on ${instantText(at, school)}${recorded}.`,
      'It is kept as long as the school’s records say, at least seven years, and never changes.',
    ].map((text) => ({ text })),
    agreed: 'What you agreed to',
    statements: statementLines(statements, wordsRoom),
    facts: [
      { mark: 'Text signed', text: inGroups(document.hash) },
      { mark: 'Receipt’s mark', text: inGroups(receipt.commitment) },
    ],
    canRead: statements.length > 0,
    receipt: id,
    signatory: receipt.signatoryId,
    hash: document.hash,
  };
}

/** Room for the statements' words, in bytes. */
const wordsRoom = 14_000;

const inGroups = (hash: string) => hash.replace(/(.{8})(?=.)/g, '$1 ');
