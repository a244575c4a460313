import { documentText } from '../../cards/signoffs/campaign-words.ts';
import { linkCard, toLinkView } from '../../cards/files/link.ts';
import { offerFile } from '../../domain/files/offer-file.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import type { HeadDeps } from './head-deps.ts';
import { headSummary, say } from './head-replies.ts';

const kinds = { csv: 'signoffs-csv', pdf: 'signoffs' } as const;

/** A link by which the head fetches the list or the report, once; the evidence is taken out at the server. */
export async function campaignFile(
  deps: HeadDeps,
  { actor, library }: Caller,
  { id, schoolId, document }: Campaign,
  what: 'csv' | 'pdf' | 'bundle',
): Promise<Pressed> {
  const onServer = `npx staffroom signoffs export ${id} --bundle ${id}.jsonl`;
  if (what === 'bundle') {
    return say(
      `The evidence of ${id}`,
      'It is taken out at the server, not here, and nothing was made. Whoever looks after the server writes there:',
      onServer,
      'Anybody can check the file with “staffroom verify”, without the bot.',
    );
  }
  const file = await offerFile(deps, { schoolId, subject: { kind: kinds[what], reference: id }, to: actor });
  if (!file) {
    return say(
      `No file of ${id} can be given here`,
      'Staffroom has no web address here (PUBLIC_URL). Nothing was made.',
      'Whoever looks after the server can write “npx staffroom signoffs” there.',
    );
  }
  const view = toLinkView({
    title: `${documentText(document)}: ${what === 'csv' ? 'the list' : 'the report for governors'}`,
    report: id,
    file,
    school: library.school,
    care: 'Keep it where only those can read it who need to know who signed.',
    hasBack: false,
  });
  return { card: linkCard.render(view), replaces: false, summary: headSummary };
}
