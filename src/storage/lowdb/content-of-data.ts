import type { StoreContent } from '../store-content.ts';
import { emptySections, keys, toStoreData, type StoreData } from './store-data.ts';
import type { StoredHead } from '../stored-rows.ts';

/** The rows of the lowdb store as every store has them. */
export function contentOfData({
  people,
  inbox,
  deliveries,
  questions,
  incidents,
  policies,
  signoffs,
  broadcasts,
  reviews,
  slips,
  ledger,
}: StoreData): StoreContent {
  return {
    staffTeams: [...people.staffTeams],
    upns: [...people.upns],
    addresses: [...people.addresses],
    acts: [...inbox.acts],
    deliveries: [...deliveries.ended, ...deliveries.owed],
    questions: [...questions.handed],
    marks: [...questions.marks],
    suggestions: [...questions.suggestions],
    gaps: [...questions.gaps],
    drafts: [...incidents.drafts],
    reports: [...incidents.reports],
    reportEvents: [...incidents.events],
    places: [...incidents.places],
    absences: [...people.absences],
    versions: [...policies.versions],
    campaigns: [...signoffs.campaigns],
    signatories: [...signoffs.signatories],
    receipts: [...signoffs.receipts],
    broadcasts: [...broadcasts.sent],
    addressees: [...broadcasts.addressees],
    reviews: [...reviews.rows],
    slips: [...slips.rows],
    entries: [...ledger.entries],
    checkpoints: [...ledger.checkpoints],
  };
}

/** The lowdb store that holds such rows. */
export function dataOfContent(content: StoreContent): StoreData {
  const isOwed = ({ state }: { state: string }) => state === 'pending' || state === 'sending';
  return toStoreData({
    people: {
      staffTeams: [...content.staffTeams],
      upns: [...content.upns],
      addresses: [...content.addresses],
      absences: [...content.absences],
    },
    inbox: { acts: [...content.acts] },
    deliveries: {
      owed: content.deliveries.filter(isOwed),
      ended: content.deliveries.filter((delivery) => !isOwed(delivery)),
    },
    questions: {
      handed: [...content.questions],
      marks: content.marks.map((mark, place) => ({ ...mark, n: place + 1 })),
      suggestions: [...content.suggestions],
      gaps: [...content.gaps],
    },
    incidents: {
      drafts: [...content.drafts],
      reports: [...content.reports],
      events: [...content.reportEvents],
      places: [...content.places],
    },
    policies: { versions: [...content.versions] },
    signoffs: {
      campaigns: [...content.campaigns],
      signatories: [...content.signatories],
      receipts: [...content.receipts],
    },
    broadcasts: { sent: [...content.broadcasts], addressees: [...content.addressees] },
    reviews: { rows: [...content.reviews] },
    slips: { rows: [...content.slips] },
    files: emptySections.files,
    retention: emptySections.retention,
    ledger: {
      entries: [...content.entries],
      heads: headsOf(content),
      checkpoints: [...content.checkpoints],
    },
  });
}

/** Where each chain ends. */
function headsOf({ entries }: StoreContent): StoredHead[] {
  const heads = new Map<string, StoredHead>();
  for (const { schoolId, chain, seq, hash } of entries) {
    const name = keys.chain({ schoolId, chain });
    if ((heads.get(name)?.seq ?? 0) < seq) heads.set(name, { schoolId, chain, seq, hash });
  }
  return [...heads.values()];
}
