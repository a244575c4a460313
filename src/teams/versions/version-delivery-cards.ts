import { messageCard } from '../../cards/messages/message.ts';
import { proposalCard, toProposalView } from '../../cards/versions/proposal.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import type { Message } from '../message-activity.ts';
import type { Summary } from '../messenger-summaries.ts';
import { findVersion } from '../../domain/versions/find-version.ts';
import type { VersionDeps } from './version-deps.ts';

const summary: Summary = 'Staffroom: a policy has a new text';

/** The card that tells the head of a proposed version, as it stands when it is sent; undefined for any other delivery. */
export function createVersionDeliveryCards(
  deps: Pick<VersionDeps, 'versions' | 'proposedHash' | 'shelf'>,
): (delivery: Delivery) => Promise<Message | undefined> {
  return async ({ subject, schoolId }) => {
    if (subject.kind !== 'version-proposed') return undefined;
    const school = deps.shelf.find(schoolId)?.school;
    const found = await findVersion(deps, { schoolId, policyId: subject.policy, hash: subject.hash });
    if (!school || !found) return { card: settled(), summary };
    return { card: proposalCard.render(toProposalView({ ...found, school })), summary };
  };
}

const settled = () =>
  messageCard.render({
    title: 'A policy was changed, and that is settled',
    paragraphs: ['There is nothing to do. Write “versions” here to see what is in force.'],
  });
