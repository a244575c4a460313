import { openCampaigns, type FileSubject } from '../domain/files/file-offer.ts';
import type { DrawnFile } from '../domain/files/take-file.ts';
import type { LedgerStore } from '../domain/ledger/ledger-store.ts';
import type { AbsenceStore } from '../domain/people/absence.ts';
import { keysOfPeople } from '../domain/people/keys-of-people.ts';
import type { PersonKey } from '../domain/people/person-key.ts';
import { isSamePerson } from '../domain/people/same-person.ts';
import { schoolDay } from '../domain/people/school-day.ts';
import { readWithAbsences } from '../domain/people/with-absences.ts';
import type { SchoolLibrary } from '../domain/policies/library.ts';
import { namePeople } from '../domain/questions/name-people.ts';
import type { Campaign } from '../domain/signoffs/campaign.ts';
import { findReceipt } from '../domain/signoffs/find-receipt.ts';
import { mayAsk, mayRecordPaper } from '../domain/signoffs/may-ask.ts';
import { campaignEntry } from '../domain/signoffs/signoff-entries.ts';
import type { SignoffStore } from '../domain/signoffs/signoff-store.ts';
import { readWholeCampaign, type WholeCampaignDesk } from '../domain/signoffs/whole-campaign.ts';
import { drawEvidence, type EvidenceDrawDesk } from './draw-evidence.ts';
import { toReceiptSheet } from './receipt-sheet.ts';
import { toSignoffsCsv } from './signoffs-csv.ts';
import { toSignoffsSheet } from './signoffs-sheet.ts';
import { writePdf } from './write-pdf.ts';

export interface SignoffDrawDesk extends WholeCampaignDesk, EvidenceDrawDesk {
  readonly signoffs: WholeCampaignDesk['signoffs'] & Pick<SignoffStore, 'campaign' | 'receipt' | 'record'>;
  readonly versions: WholeCampaignDesk['versions'] & EvidenceDrawDesk['versions'];
  readonly absences: Pick<AbsenceStore, 'absences'>;
  readonly ledger: EvidenceDrawDesk['ledger'] & Pick<LedgerStore, 'signed'>;
}

interface Fetched {
  readonly library: SchoolLibrary;
  readonly kind: Extract<FileSubject['kind'], 'receipt' | 'signoffs' | 'signoffs-csv' | 'evidence'>;
  readonly reference: string;
  readonly to: PersonKey;
}

/**
 * Draws up what is fetched of sign-offs, as it is now: a receipt for whoever signed it, for those who may ask for signatures
 * and who may record paper; everything else for those who may ask, and that is recorded first. Undefined for everybody else, and
 * where there is none.
 */
export async function drawSignoffs(desk: SignoffDrawDesk, fetched: Fetched): Promise<DrawnFile | undefined> {
  const { library, kind, reference, to } = fetched;
  const now = desk.now();
  const today = schoolDay(now, library.school);
  const school = await readWithAbsences(desk.absences, library.school, today);
  const keyOf = await keysOfPeople(desk.persons, to.tenantId);
  const person = school.people.find((one) => {
    const key = keyOf(one);
    return key !== undefined && isSamePerson(key, to);
  });
  const printedAt = now.toISOString();
  if (kind === 'receipt') {
    const mayAll = mayAsk(school, person, today) || mayRecordPaper(school, person, today);
    const found = await findReceipt(desk, { schoolId: school.id, id: reference, by: to, mayAll });
    if (!found) return undefined;
    const name = await namePeople(desk.persons, library, to.tenantId);
    return pdf(`${reference}.pdf`, await writePdf(toReceiptSheet(found, { school, name, printedAt })));
  }
  if (!mayAsk(school, person, today)) return undefined;
  const all = await desk.signoffs.campaigns(school.id);
  const isAllOpen = kind === 'signoffs' && reference === openCampaigns;
  const wanted = all.filter(({ id, state }) => (isAllOpen ? state === 'open' : id === reference));
  if (!isAllOpen && wanted.length === 0) return undefined;
  await recordTaken(desk, wanted, kind);
  if (kind === 'evidence') return drawEvidence(desk, { school, campaign: reference });
  const whole = await Promise.all(
    wanted.map((campaign) => readWholeCampaign(desk, { campaign, library, tenantId: to.tenantId, today })),
  );
  const [one] = whole;
  if (kind === 'signoffs-csv') {
    if (!one) return undefined;
    const bytes = Buffer.from(toSignoffsCsv(one, school));
    return { name: `${reference}.csv`, type: 'text/csv; charset=utf-8', bytes };
  }
  const sheet = toSignoffsSheet(whole, { school, printedAt, today, withNames: false });
  return pdf(isAllOpen ? `sign-offs-${today}.pdf` : `${reference}.pdf`, await writePdf(sheet));
}

const takenAs = { signoffs: 'pdf', 'signoffs-csv': 'csv', evidence: 'bundle' } as const;

async function recordTaken(
  desk: SignoffDrawDesk,
  campaigns: readonly Campaign[],
  kind: keyof typeof takenAs,
): Promise<void> {
  const at = desk.now().toISOString();
  const entries = campaigns.map((one) => campaignEntry(one, 'taken-out', at, { as: takenAs[kind] }));
  const [first] = campaigns;
  if (first) await desk.signoffs.record({ schoolId: first.schoolId, at, then: { owed: [], entries } });
}

function pdf(name: string, bytes: Uint8Array): DrawnFile {
  return { name, type: 'application/pdf', bytes };
}
