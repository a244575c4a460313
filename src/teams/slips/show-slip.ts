import { slipAnswerCard, toSlipAnswerView } from '../../cards/slips/answer.ts';
import { slipCard, toSlipView, type SlipOccasion } from '../../cards/slips/slip.ts';
import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import { headMark } from '../../domain/ledger/head-mark.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import { moveDay } from '../../domain/people/school-days.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import { kindTable } from '../../domain/slips/kind-table.ts';
import { kindOf } from '../../domain/slips/kinds-of.ts';
import type { SeenSlip } from '../../domain/slips/open-slip.ts';
import { roundOf } from '../../domain/slips/slip-deliveries.ts';
import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import type { SlipDeps } from './slip-deps.ts';

export interface Shown {
  readonly occasion: SlipOccasion;
  readonly problem?: string | undefined;
  readonly more?: readonly string[] | undefined;
  readonly secondCopy?: boolean | undefined;
}

/** Who sees it, of which school and when. */
export interface Seeing {
  readonly library: SchoolLibrary;
  readonly today: string;
  readonly actor: PersonKey;
}

/**
 * The card of a slip for its reader: to whoever answers it the form while it waits, else what it says and what became of it.
 * A receipt has the head of the ledger.
 */
export async function slipCardFor(
  deps: Pick<SlipDeps, 'persons' | 'deliveries' | 'ledger' | 'newSubmission'>,
  { library, today, actor: you }: Seeing,
  seen: SeenSlip,
  { occasion, problem, more, secondCopy = false }: Shown,
): Promise<AdaptiveCardJson> {
  const name = await namePeople(deps.persons, library, you.tenantId);
  const submission = deps.newSubmission();
  const input = { library, seen, name, you, today, submission, secondCopy, problem };
  const { slip, standing } = seen;
  const isForm = seen.as === 'answerer' && standing.waits && occasion !== 'saved' && occasion !== 'settled';
  if (isForm) return slipAnswerCard.render(toSlipAnswerView({ ...input, until: proposedDay(seen, library, today) }));
  const isReceipt = occasion === 'sent' || occasion === 'saved';
  const chain = { schoolId: slip.schoolId, chain: 'questions' } as const;
  const head = isReceipt ? await deps.ledger.head(chain) : undefined;
  const told = seen.as === 'author' && occasion === 'seen' ? await toldState(deps, seen) : undefined;
  const mark = head && headMark(head.hash);
  return slipCard.render(toSlipView({ ...input, occasion, told, mark, ...(more && { more }) }));
}

function proposedDay({ slip, words, standing }: SeenSlip, { school }: SchoolLibrary, today: string): string {
  const usual = kindOf(school, slip.kind)?.usualDays ?? kindTable[slip.kind].usualDays ?? 28;
  return standing.renewal?.until ?? words.until ?? moveDay(today, usual);
}

/** The best of what became of the messages to those who answer. */
async function toldState(
  { deliveries }: Pick<SlipDeps, 'deliveries'>,
  { slip }: SeenSlip,
): Promise<DeliveryState | undefined> {
  const { schoolId, id, told } = slip;
  const keys = told.map(({ objectId }) => `${schoolId}:slip-to-answer:${id}:${roundOf(slip)}:${objectId}`);
  const states = (await Promise.all(keys.map((key) => deliveries.find(key)))).map((found) => found?.state);
  const order = ['sent', 'sending', 'pending', 'unknown', 'refused', 'undeliverable'] as const;
  return order.find((state) => states.includes(state));
}
