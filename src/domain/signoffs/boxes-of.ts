import { toBoxes, mostBoxes, type Box } from './boxes.ts';
import type { Signing } from './find-signing.ts';
import { readSigned } from './read-signed.ts';
import type { SignoffDesk } from './signoff-desk.ts';

/** The boxes of the signatory's declaration; the document is read only where there are too many statements for a box each. */
export async function boxesOf(desk: Pick<SignoffDesk, 'signoffs' | 'versions'>, signing: Signing): Promise<Box[]> {
  const { statements } = signing.campaign.document;
  const { policy } = statements.length > mostBoxes ? await readSigned(desk, signing) : {};
  return toBoxes(statements, ({ clause }) =>
    policy?.clauses.find(({ id }) => id === clause)?.headingPath.join('\u0000'),
  );
}
