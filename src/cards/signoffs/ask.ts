import { z } from 'zod/v4';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Receipt } from '../../domain/signoffs/receipt.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { versionText } from '../versions/version-words.ts';
import { documentText } from './campaign-words.ts';

const AskView = z.strictObject({
  title: z.string(),
  hasNotice: z.boolean(),
  notice: z.string(),
  lines: Lines,
  hasWhy: z.boolean(),
  why: z.string(),
  /** What this person did so far. */
  standing: Lines,
  foot: z.string(),
  canAnswer: z.boolean(),
  signatory: z.string(),
  hash: z.string(),
});
export type AskView = z.infer<typeof AskView>;

/** Asks somebody to read and sign: who asks, why, by when, and what. */
export const askCard = defineCard('signoffs/ask', AskView);

/**
 * `asker` is whoever opened the campaign, by name; `before` the receipt of this person's last signature of another version;
 * `round` above 1 makes it a reminder. `notice` says what became of the press that led here.
 */
export function toAskView(input: {
  campaign: Campaign;
  signatory: Signatory;
  asker: string;
  school: { readonly timeZone: string };
  before?: Receipt | undefined;
  round?: number | undefined;
  notice?: string | undefined;
  secondCopy?: boolean | undefined;
}): AskView {
  const { campaign, signatory, asker, school, before, round = 1, notice, secondCopy = false } = input;
  const { document } = campaign;
  const what = document.kind === 'policy' ? 'Policy' : 'Document';
  const hasDeclined = signatory.state === 'declined';
  const please = round > 1 ? 'Still to sign' : 'Please read and sign';
  const title = `${hasDeclined ? 'You cannot agree' : please}: ${documentText(document)}`;
  const count = document.statements.length;
  return {
    title: secondCopy ? `Second copy of ${campaign.id}: ${title.charAt(0).toLowerCase()}${title.slice(1)}` : title,
    hasNotice: notice !== undefined,
    notice: notice ?? '',
    lines: [
      `Asked by ${cutText(asker, 240)}.${hasDeclined ? '' : ` Please sign by ${dayText(signatory.dueOn)}.`}`,
      `${what} with ${count === 1 ? 'one statement' : `${count} statements`} to agree to.`,
      ...(before
        ? [
            `You signed ${versionText(before.document)} on ${instantText(before.at, school)}; the first page shows what changed since.`,
          ]
        : []),
    ].map((text) => ({ text })),
    hasWhy: campaign.why.trim() !== '',
    why: `Why: “${cutText(campaign.why, 4_000)}”`,
    standing: standingOf(signatory).map((text) => ({ text })),
    foot: `Reference ${campaign.id}. By typing: “read ${campaign.id}”.`,
    canAnswer: !hasDeclined,
    signatory: signatory.id,
    hash: document.hash,
  };
}

function standingOf({ state, questionId }: Signatory): string[] {
  const reference = questionId === undefined ? '' : ` (${questionId})`;
  if (state === 'query') {
    return [`You asked a question${reference}. The answer comes to this chat. You can sign at any time.`];
  }
  if (state === 'declined') {
    return [
      `You said that you cannot agree${reference}. The head knows; you are asked again only if the head says so.`,
    ];
  }
  return [];
}
