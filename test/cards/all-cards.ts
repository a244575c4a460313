import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { answerCard } from '../../src/cards/answering/answer.ts';
import { contactCard } from '../../src/cards/answering/contact.ts';
import { safetyCard } from '../../src/cards/answering/safety.ts';
import { sectionCard } from '../../src/cards/answering/section.ts';
import { unsureCard } from '../../src/cards/answering/unsure.ts';
import { audienceCard as addresseesCard } from '../../src/cards/broadcasts/audience.ts';
import { composeCard as broadcastCard } from '../../src/cards/broadcasts/compose.ts';
import { confirmCard as confirmBroadcastCard } from '../../src/cards/broadcasts/confirm.ts';
import { broadcastFormCard } from '../../src/cards/broadcasts/form.ts';
import { broadcastsCard } from '../../src/cards/broadcasts/list.ts';
import { messageCard as copyCard } from '../../src/cards/broadcasts/message.ts';
import { peopleCard as reachedCard } from '../../src/cards/broadcasts/people.ts';
import { planCard as broadcastPlanCard } from '../../src/cards/broadcasts/plan.ts';
import { progressCard as broadcastProgressCard } from '../../src/cards/broadcasts/progress.ts';
import { underWayCard } from '../../src/cards/broadcasts/under-way.ts';
import { readCard as readPolicyCard } from '../../src/cards/broadcasts/read.ts';
import type { AdaptiveCardJson, CardDefinition } from '../../src/cards/define-card.ts';
import { linkCard } from '../../src/cards/files/link.ts';
import { chooseCard } from '../../src/cards/incidents/choose.ts';
import { mineCard } from '../../src/cards/incidents/mine.ts';
import { placeTestCard } from '../../src/cards/incidents/place-test.ts';
import { receiptCard } from '../../src/cards/incidents/receipt.ts';
import { reviewCard } from '../../src/cards/incidents/review.ts';
import { stepCard as questionCard } from '../../src/cards/incidents/step.ts';
import { helpCard } from '../../src/cards/messages/help.ts';
import { messageCard } from '../../src/cards/messages/message.ts';
import { awayCard } from '../../src/cards/people/away.ts';
import { connectedCard } from '../../src/cards/people/connected.ts';
import { whichSchoolCard } from '../../src/cards/people/which-school.ts';
import { notStaffCard } from '../../src/cards/people/not-staff.ts';
import { askedCard } from '../../src/cards/questions/asked.ts';
import { clausesCard } from '../../src/cards/questions/clauses.ts';
import { composeCard } from '../../src/cards/questions/compose.ts';
import { elsewhereCard } from '../../src/cards/questions/elsewhere.ts';
import { exchangeCard } from '../../src/cards/questions/exchange.ts';
import { gapCard } from '../../src/cards/questions/gap.ts';
import { listCard } from '../../src/cards/questions/list.ts';
import { suggestedCard } from '../../src/cards/questions/suggested.ts';
import { clauseCard } from '../../src/cards/quoting/clause.ts';
import { policyCard } from '../../src/cards/quoting/policy.ts';
import { detailsCard } from '../../src/cards/reports/details.ts';
import { handOverCard, noteCard, stepCard, writeCard } from '../../src/cards/reports/forms.ts';
import { openReportsCard } from '../../src/cards/reports/list.ts';
import { reportCard } from '../../src/cards/reports/report.ts';
import { workCard } from '../../src/cards/reports/work.ts';
import { audienceCard } from '../../src/cards/signoffs/audience.ts';
import { composeCard as campaignCard, composeOtherCard } from '../../src/cards/signoffs/compose.ts';
import { confirmCard } from '../../src/cards/signoffs/confirm.ts';
import { signoffFormCard } from '../../src/cards/signoffs/form.ts';
import { campaignsCard } from '../../src/cards/signoffs/list.ts';
import { peopleCard } from '../../src/cards/signoffs/people.ts';
import { personCard } from '../../src/cards/signoffs/person.ts';
import { planCard } from '../../src/cards/signoffs/plan.ts';
import { progressCard } from '../../src/cards/signoffs/progress.ts';
import { askCard } from '../../src/cards/signoffs/ask.ts';
import { declareCard } from '../../src/cards/signoffs/declare.ts';
import { mineCard as signaturesCard } from '../../src/cards/signoffs/mine.ts';
import { readCard } from '../../src/cards/signoffs/read.ts';
import { receiptCard as signedCard } from '../../src/cards/signoffs/receipt.ts';
import { wordsCard } from '../../src/cards/signoffs/words.ts';
import { slipAnswerCard } from '../../src/cards/slips/answer.ts';
import { chooseCard as slipKindsCard } from '../../src/cards/slips/choose.ts';
import { composeCard as slipFormCard } from '../../src/cards/slips/compose.ts';
import { slipsCard } from '../../src/cards/slips/list.ts';
import { namedCard } from '../../src/cards/slips/named.ts';
import { registerCard } from '../../src/cards/slips/register.ts';
import { slipCard } from '../../src/cards/slips/slip.ts';
import { totalsCard } from '../../src/cards/trust/totals.ts';
import { calendarCard } from '../../src/cards/reviews/calendar.ts';
import { recordCard } from '../../src/cards/reviews/record.ts';
import { reminderCard } from '../../src/cards/reviews/reminder.ts';
import { adoptCard } from '../../src/cards/versions/adopt.ts';
import { changesCard } from '../../src/cards/versions/changes.ts';
import { inForceCard } from '../../src/cards/versions/in-force.ts';
import { versionsCard } from '../../src/cards/versions/list.ts';
import { proposalCard } from '../../src/cards/versions/proposal.ts';
import { projectRoot } from '../../src/project-root.ts';

/** A card whose view comes from a samples file: rendered only after its own schema has read it. */
export interface SampledCard {
  readonly name: string;
  readonly template: unknown;
  readonly samples: Readonly<Record<string, unknown>>;
  /** The view as the card's schema reads it. */
  readonly read: (sample: unknown) => unknown;
  readonly render: (sample: unknown) => AdaptiveCardJson;
}

export const allCards: readonly SampledCard[] = [
  sampled(answerCard),
  sampled(sectionCard),
  sampled(unsureCard),
  sampled(contactCard),
  sampled(safetyCard),
  sampled(clauseCard),
  sampled(policyCard),
  sampled(connectedCard),
  sampled(awayCard),
  sampled(notStaffCard),
  sampled(whichSchoolCard),
  sampled(totalsCard),
  sampled(composeCard),
  sampled(askedCard),
  sampled(clausesCard),
  sampled(exchangeCard),
  sampled(listCard),
  sampled(suggestedCard),
  sampled(gapCard),
  sampled(elsewhereCard),
  sampled(questionCard),
  sampled(reviewCard),
  sampled(receiptCard),
  sampled(mineCard),
  sampled(chooseCard),
  sampled(placeTestCard),
  sampled(reportCard),
  sampled(detailsCard),
  sampled(workCard),
  sampled(writeCard),
  sampled(noteCard),
  sampled(handOverCard),
  sampled(stepCard),
  sampled(openReportsCard),
  sampled(linkCard),
  sampled(proposalCard),
  sampled(changesCard),
  sampled(adoptCard),
  sampled(inForceCard),
  sampled(calendarCard),
  sampled(recordCard),
  sampled(reminderCard),
  sampled(versionsCard),
  sampled(campaignCard),
  sampled(composeOtherCard),
  sampled(planCard),
  sampled(audienceCard),
  sampled(confirmCard),
  sampled(progressCard),
  sampled(peopleCard),
  sampled(personCard),
  sampled(signoffFormCard),
  sampled(campaignsCard),
  sampled(askCard),
  sampled(readCard),
  sampled(declareCard),
  sampled(signedCard),
  sampled(wordsCard),
  sampled(signaturesCard),
  sampled(broadcastCard),
  sampled(broadcastPlanCard),
  sampled(addresseesCard),
  sampled(copyCard),
  sampled(readPolicyCard),
  sampled(confirmBroadcastCard),
  sampled(broadcastProgressCard),
  sampled(underWayCard),
  sampled(reachedCard),
  sampled(broadcastsCard),
  sampled(broadcastFormCard),
  sampled(slipKindsCard),
  sampled(slipFormCard),
  sampled(namedCard),
  sampled(slipCard),
  sampled(slipAnswerCard),
  sampled(slipsCard),
  sampled(registerCard),
  sampled(helpCard),
  sampled(messageCard),
];

/** Every picture that there can be: one card with one of its samples. */
export const allRenderings = allCards.flatMap((card) =>
  Object.entries(card.samples).map(([sample, view]) => ({ card, sample, view, title: `${card.name} · ${sample}` })),
);

/** The names of all templates in `cards/`, `<feature>/<card>`. */
export function templateNames(): string[] {
  return readdirSync(join(projectRoot, 'cards'), { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json') && !path.endsWith('.samples.json'))
    .map((path) => path.replace(/\.json$/, ''))
    .sort();
}

function sampled<View>(card: CardDefinition<View>): SampledCard {
  const read = (suffix: string): unknown =>
    JSON.parse(readFileSync(join(projectRoot, 'cards', `${card.name}${suffix}.json`), 'utf8'));
  return {
    name: card.name,
    template: read(''),
    samples: z.record(z.string(), z.unknown()).parse(read('.samples')),
    read: (sample) => card.viewSchema.parse(sample),
    render: (sample) => card.render(card.viewSchema.parse(sample)),
  };
}
