import type { Campaign } from '../../domain/signoffs/campaign.ts';
import { progressOf } from '../../domain/signoffs/progress.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import type { Destroyed, SignoffChange, SignoffRecorded, SignoffStore } from '../../domain/signoffs/signoff-store.ts';
import { idTaken } from '../../domain/store-error.ts';
import { StoredCampaign, StoredQuestion, StoredReceipt, StoredSignatory } from '../stored-rows.ts';
import type { Committed } from './group-commit.ts';
import { isStale } from './is-stale.ts';
import { findMade, recordAct } from './record-act.ts';
import { recordConsequences } from './record-consequences.ts';
import type { Rows } from './rows.ts';
import { keys, type StoreData } from './store-data.ts';

/** The sign-offs section of the lowdb store. */
export function createLowdbSignoffStore(db: Committed<StoreData>): SignoffStore {
  const signoffs = () => db.data().signoffs;
  return {
    campaigns: (schoolId) => list(signoffs().campaigns, (one) => one.schoolId === schoolId),
    campaign: (schoolId, id) => Promise.resolve(signoffs().campaigns.get(keys.ofSchool({ schoolId, id }))),
    live: () => list(signoffs().campaigns, ({ state }) => state !== 'closed'),
    signatories: (schoolId, campaignId) =>
      list(signoffs().signatories, (one) => one.campaignId === campaignId && one.schoolId === schoolId),
    progress: (schoolId) => {
      const states = new Map<string, Signatory[]>();
      for (const one of signoffs().signatories) {
        if (one.schoolId !== schoolId) continue;
        const own = states.get(one.campaignId);
        if (own) own.push(one);
        else states.set(one.campaignId, [one]);
      }
      return Promise.resolve(new Map([...states].map(([id, own]) => [id, progressOf(own)])));
    },
    signatory: (schoolId, id) => Promise.resolve(signoffs().signatories.get(keys.ofSchool({ schoolId, id }))),
    signatoriesOf: (schoolId, { tenantId, objectId }) =>
      list(
        signoffs().signatories,
        ({ person, ...one }) =>
          person?.objectId === objectId && person.tenantId === tenantId && one.schoolId === schoolId,
      ),
    receipts: (schoolId, campaignId) =>
      list(signoffs().receipts, (one) => one.campaignId === campaignId && one.schoolId === schoolId),
    receipt: (schoolId, id) => Promise.resolve(signoffs().receipts.get(keys.ofSchool({ schoolId, id }))),
    receiptOf: async (schoolId, signatoryId) =>
      (await list(signoffs().receipts, (one) => one.signatoryId === signatoryId && one.schoolId === schoolId))[0],
    receiptsOf: (schoolId, { tenantId, objectId }) =>
      list(
        signoffs().receipts,
        ({ person, ...one }) =>
          person?.objectId === objectId && person.tenantId === tenantId && one.schoolId === schoolId,
      ),
    made: (schoolId, deed, act) => Promise.resolve(findMade(db.data(), schoolId, `signoff-${deed}`, act)),

    record: (change) =>
      db.change<SignoffRecorded>((data) => {
        const { schoolId, once, at } = change;
        const made = once && findMade(data, schoolId, `signoff-${once.deed}`, once.act);
        if (made !== undefined) return { data, result: { kind: 'seen', made } };
        if (isOvertaken(data.signoffs, change)) return { data, result: { kind: 'overtaken' } };
        const recorded = once
          ? recordAct(data, { schoolId, kind: `signoff-${once.deed}`, act: once.act, made: once.made, at })
          : data;
        return { data: recordConsequences(withChange(recorded, change), change.then), result: { kind: 'recorded' } };
      }),

    destroySignatory: (name, then) =>
      db.change<Destroyed>((data) => {
        const { signatories, receipts } = data.signoffs;
        if (!signatories.get(keys.ofSchool(name))) return { data, result: 'not-found' };
        const own = [...receipts].filter((one) => one.signatoryId === name.id && one.schoolId === name.schoolId);
        const left = {
          ...data.signoffs,
          signatories: signatories.without(keys.ofSchool(name)),
          receipts: own.reduce((rows, one) => rows.without(keys.ofSchool(one)), receipts),
        };
        return { data: recordConsequences({ ...data, signoffs: left }, then), result: 'destroyed' };
      }),

    destroyCampaign: (name, then) =>
      db.change<Destroyed | 'in-use'>((data) => {
        const { campaigns, signatories } = data.signoffs;
        if (!campaigns.get(keys.ofSchool(name))) return { data, result: 'not-found' };
        for (const one of signatories)
          if (one.campaignId === name.id && one.schoolId === name.schoolId) return { data, result: 'in-use' };
        const left = { ...data.signoffs, campaigns: campaigns.without(keys.ofSchool(name)) };
        return { data: recordConsequences({ ...data, signoffs: left }, then), result: 'destroyed' };
      }),
  };
}

function list<Row>(rows: Rows<Row>, fits: (row: Row) => boolean): Promise<Row[]> {
  const found: Row[] = [];
  for (const row of rows) if (fits(row)) found.push(row);
  return Promise.resolve(found);
}

function isOvertaken(
  { campaigns, signatories }: StoreData['signoffs'],
  { campaigns: nextCampaigns = [], signatories: next = [], receipts = [] }: SignoffChange,
): boolean {
  if (nextCampaigns.some((one) => isStale(campaigns, one)) || next.some((one) => isStale(signatories, one)))
    return true;
  const signed = ({ schoolId, signatoryId }: (typeof receipts)[number]) =>
    signatories.get(keys.ofSchool({ schoolId, id: signatoryId }))?.state === 'signed';
  if (receipts.some(signed)) return true;
  const added = next.filter(({ revision }) => revision === 1);
  if (added.length === 0) return false;
  const inCampaign = new Set(added.map(({ campaignId }) => campaignId));
  if (new Set(added.map(whoIn)).size < added.length) throw new Error('a person stands twice in one change');
  const there = new Set<string>();
  for (const one of signatories) if (inCampaign.has(one.campaignId)) there.add(whoIn(one));
  return added.some((one) => there.has(whoIn(one)));
}

/** Who somebody is in their campaign, whatever their row is called. */
const whoIn = ({ schoolId, campaignId, person, listed }: Signatory) =>
  [schoolId, campaignId, person ? keys.person(person) : `listed ${listed ?? ''}`].join(' ');

function withChange(
  data: StoreData,
  { campaigns = [], signatories = [], receipts = [], question }: SignoffChange,
): StoreData {
  const taken = receipts.some((one) => data.signoffs.receipts.get(keys.ofSchool(one)));
  if (taken || (question && data.questions.handed.get(keys.ofSchool(question)))) throw idTaken();
  const put = <Row>(rows: Rows<Row>, next: readonly Row[]) => next.reduce((all, row) => all.with(row), rows);
  const { handed } = data.questions;
  return {
    ...data,
    questions: {
      ...data.questions,
      handed: question ? handed.with(StoredQuestion.parse(question)) : handed,
    },
    signoffs: {
      campaigns: put<Campaign>(
        data.signoffs.campaigns,
        campaigns.map((row) => StoredCampaign.parse(row)),
      ),
      signatories: put(
        data.signoffs.signatories,
        signatories.map((row) => StoredSignatory.parse(row)),
      ),
      receipts: put(
        data.signoffs.receipts,
        receipts.map((row) => StoredReceipt.parse(row)),
      ),
    },
  };
}
