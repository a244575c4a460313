import type { Receipt } from '../signoffs/receipt.ts';
import type { HeldAs, HeldItem, Look } from './held-item.ts';

const plain = { aPersonDecides: false, unreadable: false } as const;

/**
 * Where they were asked to sign, what they signed, and what they saw or recorded of the signatures of others. Whoever has no
 * account is found by their name.
 */
export async function signoffsOf({ desk, school, subject, isThem, redact }: Look): Promise<HeldItem[]> {
  const names = subject.names.map((name) => name.toLowerCase());
  const isCalled = (name: string) => names.includes(name.trim().toLowerCase());
  const items: HeldItem[] = [];
  for (const { id, openedBy, openedAt, confirmed, why, document } of await desk.signoffs.campaigns(school.id)) {
    const [signatories, receipts] = await Promise.all([
      desk.signoffs.signatories(school.id, id),
      desk.signoffs.receipts(school.id, id),
    ]);
    const isTheirs = ({
      person,
      name,
    }: {
      person?: { tenantId: string; objectId: string } | undefined;
      name: string;
    }) => (person ? isThem(person) : isCalled(name));
    if (isThem(openedBy) || isThem(confirmed?.by)) {
      const texts = [{ of: 'why people are asked', text: redact(why) }];
      items.push({ ...plain, record: 'signoff', reference: id, at: openedAt, as: ['opener'], texts });
    }
    for (const { name, state, groups, dueOn, reason, changedAt } of signatories.filter(isTheirs)) {
      const texts = [
        { of: 'asked to sign', text: `${document.title}, ${document.version}, by ${dueOn}: ${state}` },
        { of: 'as the school knew them', text: [name, ...groups].join(', ') },
        ...(reason === undefined ? [] : [{ of: 'reason', text: redact(reason) }]),
      ];
      items.push({ ...plain, record: 'signoff', reference: id, at: changedAt, as: ['signatory'], texts });
    }
    for (const receipt of receipts) {
      const as = asOf(receipt, { isTheirs: isTheirs(receipt), isThem, isCalled });
      if (as.length === 0) continue;
      const own = `typed as “${receipt.typedName}”; commitment ${receipt.commitment}, random number ${receipt.salt}`;
      const signed = { of: 'signed', text: `${receipt.document.title}, ${receipt.document.version}` };
      const texts = as.includes('signatory') ? [signed, { of: 'the signature', text: own }] : [signed];
      items.push({ ...plain, record: 'signoff', reference: receipt.id, at: receipt.at, as, texts });
    }
  }
  return items;
}

function asOf(
  { how }: Receipt,
  { isTheirs, isThem, isCalled }: { isTheirs: boolean; isThem: Look['isThem']; isCalled: (name: string) => boolean },
): HeldAs[] {
  return [
    ...(isTheirs ? (['signatory'] as const) : []),
    ...(how.kind === 'on-behalf' && (isThem(how.recordedBy) || isCalled(how.witness)) ? (['witness'] as const) : []),
  ];
}
