import { documentText } from '../../cards/signoffs/campaign-words.ts';
import { linkCard, toLinkView } from '../../cards/files/link.ts';
import { offerFile } from '../../domain/files/offer-file.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import { gatherEvidence } from '../../domain/signoffs/gather-evidence.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import type { HeadDeps } from './head-deps.ts';
import { headSummary, say } from './head-replies.ts';

const kinds = { csv: 'signoffs-csv', pdf: 'signoffs', bundle: 'evidence' } as const;
const names = { csv: 'the list', pdf: 'the report for governors', bundle: 'the evidence' } as const;
const endings = { csv: 'csv', pdf: 'pdf', bundle: 'jsonl' } as const;
const care = 'Keep it where only those can read it who need to know who signed.';

/** A link by which the head fetches the list, the report or the evidence, once; evidence that would prove nothing is not offered. */
export async function campaignFile(
  deps: HeadDeps,
  { actor, library }: Caller,
  { id, schoolId, document }: Campaign,
  what: keyof typeof kinds,
): Promise<Pressed> {
  const { school } = library;
  const gathered =
    what === 'bundle' ? await gatherEvidence(deps, { school, about: { kind: 'campaign', campaign: id } }) : undefined;
  if (gathered?.kind === 'unreadable') {
    return say(
      `No evidence of ${id} can be given`,
      'The words that were signed cannot be read from the store any more. Nothing was made.',
      'Please tell whoever looks after the server: a backup that has them has to be restored.',
    );
  }
  const file = await offerFile(deps, { schoolId, subject: { kind: kinds[what], reference: id }, to: actor });
  if (!file) {
    return say(
      `No file of ${id} can be given here`,
      'Staffroom has no web address here (PUBLIC_URL). Nothing was made.',
      `It can be made on the server. Whoever looks after it writes there: npx staffroom signoffs export ${id} --${what} ${id}.${endings[what]}`,
    );
  }
  const view = toLinkView({
    title: `${documentText(document)}: ${names[what]}`,
    report: id,
    file,
    school,
    care: what === 'bundle' ? `${care} It can be checked without the bot: “staffroom verify” does it.` : care,
    hasBack: false,
  });
  return { card: linkCard.render(view), replaces: false, summary: headSummary };
}
