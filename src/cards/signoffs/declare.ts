import { z } from 'zod/v4';
import type { Box } from '../../domain/signoffs/boxes.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { documentText } from './campaign-words.ts';
import { statementLines } from './statement-lines.ts';

const DeclareView = z.strictObject({
  title: z.string(),
  hasProblem: z.boolean(),
  problem: z.string(),
  lines: Lines,
  boxes: z.array(z.strictObject({ statements: Lines, id: z.string(), tick: z.string() })),
  foot: z.string(),
  signatory: z.string(),
  hash: z.string(),
  submission: z.string(),
});
export type DeclareView = z.infer<typeof DeclareView>;

/** The declaration: each statement with a box of its own, the name, and "Sign". */
export const declareCard = defineCard('signoffs/declare', DeclareView);

/** Room for the statements' words, in bytes: what the boxes and the rest of the card leave. */
const wordsRoom = 11_000;

/** `mark` is the declaration's own, for whoever signs by typing. */
export function toDeclareView(input: {
  campaign: Campaign;
  signatory: Signatory;
  boxes: readonly Box[];
  mark: string;
  submission: string;
  problem?: string | undefined;
}): DeclareView {
  const { campaign, signatory, boxes, mark, submission, problem } = input;
  const { document } = campaign;
  const room = wordsRoom / Math.max(1, document.statements.length);
  const shown = boxes.map((box, at) => ({
    statements: statementLines(box, room * box.length),
    id: `s${at + 1}`,
    tick: tickText(box.length, at + 1, boxes.length),
  }));
  const isCut = shown.some(({ statements }) => statements.some(({ text }) => text.endsWith(' …')));
  const own = document.kind === 'policy' ? 'These are the policy’s own words.' : 'These words are the school’s own.';
  return {
    title: `Your declaration: ${documentText(document)}`,
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    lines: [
      `${own} Tick each that you agree to, then sign with your name.`,
      ...(isCut ? ['Some are cut here to fit. They stand whole on the last pages: press “Read it again”.'] : []),
    ].map((text) => ({ text })),
    boxes: shown,
    foot: `By typing: “I agree ${campaign.id} ${mark}” and your name, to all of these.`,
    signatory: signatory.id,
    hash: document.hash,
    submission,
  };
}

function tickText(statements: number, at: number, of: number): string {
  const what = statements === 1 ? 'I agree' : `I agree to these ${statements}`;
  return of === 1 ? what : `${what} (${at} of ${of})`;
}
