import { evidenceLines, type EvidenceAbout } from '../../domain/signoffs/evidence.ts';
import { gatherEvidence, type EvidenceAsked } from '../../domain/signoffs/gather-evidence.ts';
import { readWholeCampaign } from '../../domain/signoffs/whole-campaign.ts';
import { openCampaigns } from '../../domain/files/file-offer.ts';
import { StoreError } from '../../domain/store-error.ts';
import { openKeys } from '../../keys/open-keys.ts';
import { toSignoffsCsv } from '../../sheets/signoffs-csv.ts';
import { toSignoffsSheet } from '../../sheets/signoffs-sheet.ts';
import { writePdf } from '../../sheets/write-pdf.ts';
import { writeLines } from '../ledger/write-lines.ts';
import { writeNew } from '../subject-access/write-new.ts';
import { checkFile } from '../verify.ts';
import type { OpenedSignoffs } from './open-signoffs.ts';

/** The campaigns that `wanted` names: one by its reference, or all that are open. Rejects with a StoreError where there is none. */
async function wholeCampaigns({ ports, library, tenantId, today }: OpenedSignoffs, wanted: string) {
  const all = await ports.signoffs.campaigns(library.school.id);
  const found = all.filter(({ id, state }) =>
    wanted === openCampaigns ? state === 'open' : id === wanted.toUpperCase(),
  );
  if (found.length === 0 && wanted !== openCampaigns) {
    throw new StoreError(`${library.school.id} has no campaign “${wanted}”. npx staffroom signoffs lists them.`);
  }
  return Promise.all(found.map((campaign) => readWholeCampaign(ports, { campaign, library, tenantId, today })));
}

/** Writes everybody in a campaign, and who was never asked, as a table into a new file. */
export async function exportCsv(opened: OpenedSignoffs, campaign: string, file: string): Promise<void> {
  const whole = campaign === openCampaigns ? undefined : (await wholeCampaigns(opened, campaign))[0];
  if (!whole) throw new StoreError('Nothing was written: a table holds one campaign. Name it.');
  await writeNew(file, toSignoffsCsv(whole, opened.library.school));
}

/** Writes the report for governors into a new file. */
export async function exportPdf(
  opened: OpenedSignoffs,
  campaign: string,
  { file, withNames }: { readonly file: string; readonly withNames: boolean },
): Promise<void> {
  const { library, now, today } = opened;
  const whole = await wholeCampaigns(opened, campaign);
  const sheet = toSignoffsSheet(whole, { school: library.school, printedAt: now.toISOString(), today, withNames });
  await writeNew(file, await writePdf(sheet));
}

/** Writes an evidence bundle and checks it. Gives the exit code of the check. Rejects with a StoreError when there is nothing. */
export async function exportBundle(
  { ports, library, now }: OpenedSignoffs,
  keyFile: string,
  { file, about, isTheirs }: { readonly file: string; readonly about: EvidenceAbout } & Pick<EvidenceAsked, 'isTheirs'>,
): Promise<number> {
  const { signer } = await openKeys(keyFile);
  const gathered = await gatherEvidence(ports, { school: library.school, about, isTheirs });
  switch (gathered.kind) {
    case 'nothing':
      throw new StoreError(
        'Nothing was written: there are no sign-offs of that kind. npx staffroom signoffs lists them.',
      );
    case 'busy':
      throw new StoreError('Nothing was written: people are signing at this moment. Try again.');
    case 'unreadable':
      throw new StoreError(
        `Nothing was written: the words that were signed cannot be read from the store: ${gathered.documents.join('; ')}. Restore a backup that has them.`,
      );
    case 'gathered': {
      const { evidence, head } = gathered;
      const lines = evidenceLines(evidence, { ledger: ports.ledger, head, now, signer: await signer() });
      await writeLines(file, lines, head.seq + evidence.signatories.length + evidence.receipts.length);
      return checkFile(file, { witness: [] });
    }
  }
}
