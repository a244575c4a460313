import type { IncidentDraft } from '../../domain/incidents/incident-draft.ts';
import type { IncidentStore } from '../../domain/incidents/incident-store.ts';
import { idTaken } from '../../domain/store-error.ts';
import { StoredDraft } from '../stored-rows.ts';
import type { Committed } from './group-commit.ts';
import { findMade, recordAct } from './record-act.ts';
import { recordConsequences, recordOwed } from './record-consequences.ts';
import { keys, type StoreData } from './store-data.ts';

type DraftMethods = Pick<
  IncidentStore,
  'startDraft' | 'findDraft' | 'draftsOf' | 'draftsDue' | 'saveDraft' | 'endDraft'
>;

/** The drafts of the lowdb store. */
export function createDrafts(db: Committed<StoreData>): DraftMethods {
  const drafts = () => db.data().incidents.drafts;
  return {
    startDraft: (act, draft) =>
      db.change((data) => {
        const { id, schoolId, startedAt } = draft;
        const made = findMade(data, schoolId, 'draft', act);
        const first = made === undefined ? undefined : data.incidents.drafts.get(keys.ofSchool({ schoolId, id: made }));
        if (first) return { data, result: first };
        if (data.incidents.drafts.get(keys.ofSchool(draft))) throw idTaken();
        const row = StoredDraft.parse(draft);
        const recorded = recordAct(data, { schoolId, kind: 'draft', act, made: id, at: startedAt });
        return { data: withDraft(recorded, row), result: row };
      }),

    findDraft: (schoolId, id) => Promise.resolve(drafts().get(keys.ofSchool({ schoolId, id }))),

    draftsOf: (schoolId, reporter) => {
      const who = keys.person(reporter);
      const isTheirs = (one: IncidentDraft) =>
        one.state === 'open' && one.schoolId === schoolId && keys.person(one.reporter) === who;
      return Promise.resolve([...drafts()].filter(isTheirs).reverse());
    },

    draftsDue: (now) =>
      Promise.resolve([...drafts()].filter(({ state, nextAskAt }) => state === 'open' && nextAskAt <= now)),

    saveDraft: (draft, owed = []) =>
      db.change<'saved' | 'outdated' | 'ended'>((data) => {
        const known = data.incidents.drafts.get(keys.ofSchool(draft));
        if (known?.state !== 'open') return { data, result: 'ended' };
        if (known.revision !== draft.revision - 1) return { data, result: 'outdated' };
        return { data: recordOwed(withDraft(data, StoredDraft.parse(draft)), owed), result: 'saved' };
      }),

    endDraft: (seen, state, then) =>
      db.change<'ended' | 'outdated' | 'ended-before'>((data) => {
        if (isChanged(data, seen, seen.revision)) return { data, result: 'outdated' };
        const ended = draftEnded(data, seen, state);
        return ended ? { data: recordConsequences(ended, then), result: 'ended' } : { data, result: 'ended-before' };
      }),
  };
}

/** Whether the draft is open and has another revision than the one that was seen. */
export function isChanged(
  data: StoreData,
  name: { readonly schoolId: string; readonly id: string },
  seen: number,
): boolean {
  const draft = data.incidents.drafts.get(keys.ofSchool(name));
  return draft?.state === 'open' && draft.revision !== seen;
}

/** With the draft ended and its answers destroyed; nothing when it is not open. */
export function draftEnded(
  data: StoreData,
  name: { readonly schoolId: string; readonly id: string },
  state: Exclude<IncidentDraft['state'], 'open'>,
): StoreData | undefined {
  const draft = data.incidents.drafts.get(keys.ofSchool(name));
  if (draft?.state !== 'open') return undefined;
  return withDraft(data, { ...draft, state, revision: draft.revision + 1, sealedAnswers: '' });
}

function withDraft(data: StoreData, row: IncidentDraft): StoreData {
  return { ...data, incidents: { ...data.incidents, drafts: data.incidents.drafts.with(row) } };
}
