import { askCard, toAskView } from '../../cards/signoffs/ask.ts';
import { declareCard, toDeclareView } from '../../cards/signoffs/declare.ts';
import { policySections, textSections } from '../../cards/signoffs/reading-pages.ts';
import { readCard, toReadView } from '../../cards/signoffs/read.ts';
import { receiptCard, toReceiptView } from '../../cards/signoffs/receipt.ts';
import { toWordsView, wordsCard } from '../../cards/signoffs/words.ts';
import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import { boxesOf } from '../../domain/signoffs/boxes-of.ts';
import { declarationMark } from '../../domain/signoffs/declaration-mark.ts';
import { refusalOf, type Signing } from '../../domain/signoffs/find-signing.ts';
import { lastSigned, readSigned } from '../../domain/signoffs/read-signed.ts';
import type { Receipt } from '../../domain/signoffs/receipt.ts';
import { headFor } from '../../domain/signoffs/tell-head.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { signingSummary } from './refusal-cards.ts';
import type { SigningDeps } from './signing-deps.ts';

const shown = (card: AdaptiveCardJson): Pressed => ({ card, replaces: true, summary: signingSummary });

/** The card that asks, as things stand now; `notice` says why it is shown. */
export async function askCardFor(
  deps: Pick<SigningDeps, 'signoffs' | 'persons'>,
  library: SchoolLibrary,
  signing: Signing,
  { round, notice, secondCopy }: { round?: number; notice?: string | undefined; secondCopy?: boolean } = {},
): Promise<AdaptiveCardJson> {
  const { campaign, signatory } = signing;
  const { person } = signatory;
  const [name, receipts] = await Promise.all([
    namePeople(deps.persons, library, campaign.openedBy.tenantId),
    person ? deps.signoffs.receiptsOf(campaign.schoolId, person) : [],
  ]);
  const before = lastSigned(receipts, campaign);
  const asker = name(campaign.openedBy);
  return askCard.render(toAskView({ ...signing, asker, school: library.school, before, round, notice, secondCopy }));
}

export async function showAsk(
  deps: SigningDeps,
  { library }: Caller,
  signing: Signing,
  notice?: string,
): Promise<Pressed> {
  return shown(await askCardFor(deps, library, signing, { notice }));
}

/** A page of the document, from 0 on, in the version that the campaign binds. */
export async function showReading(
  deps: SigningDeps,
  { library }: Caller,
  signing: Signing,
  page: number,
): Promise<Pressed> {
  const { document } = signing.campaign;
  const { policy, since } = await readSigned(deps, signing);
  const sections =
    document.kind === 'policy'
      ? policySections(policy?.clauses ?? [])
      : textSections(document.text ?? '', document.statements);
  const isSigned = signing.signatory.state === 'signed';
  const canSign = !isSigned && (await refusalOf(deps, signing, document.hash)) === undefined;
  const { school } = library;
  return shown(readCard.render(toReadView({ ...signing, sections, since, school, page, canSign })));
}

/** The declaration with its boxes; `problem` says what was missing of a signature. */
export async function showDeclaration(
  deps: SigningDeps,
  signing: Signing,
  { submission, problem }: { submission: string; problem?: string },
): Promise<Pressed> {
  const boxes = await boxesOf(deps, signing);
  const mark = declarationMark(signing.campaign);
  return shown(declareCard.render(toDeclareView({ ...signing, boxes, mark, submission, problem })));
}

/** The form for a question to the head, or for what somebody cannot agree to. */
export async function showWords(
  deps: SigningDeps,
  { library, actor: asker, today }: Caller,
  signing: Signing,
  { what, submission, problem }: { what: 'query' | 'decline'; submission: string; problem?: string },
): Promise<Pressed> {
  const head = (await headFor(deps, { library, asker, today }))?.person.name;
  return shown(wordsCard.render(toWordsView({ ...signing, what, head, submission, problem })));
}

/** The receipt, with the words agreed to as the campaign holds them. */
export async function receiptCardFor(
  { signoffs }: Pick<SigningDeps, 'signoffs'>,
  { school }: SchoolLibrary,
  receipt: Receipt,
  before = false,
): Promise<AdaptiveCardJson> {
  const campaign = await signoffs.campaign(receipt.schoolId, receipt.campaignId);
  const statements = campaign?.document.statements ?? [];
  return receiptCard.render(toReceiptView({ receipt, statements, school, before }));
}

export async function showReceipt(
  deps: SigningDeps,
  { library }: Caller,
  receipt: Receipt,
  before = false,
): Promise<Pressed> {
  return shown(await receiptCardFor(deps, library, receipt, before));
}
