import type { Actor } from '../../../src/domain/people/actor.ts';
import { School } from '../../../src/domain/people/school.ts';
import type { SchoolLibrary } from '../../../src/domain/policies/library.ts';
import type { Sealer } from '../../../src/domain/secrecy/sealer.ts';
import { actOnSlip } from '../../../src/domain/slips/act-on-slip.ts';
import { followSlips } from '../../../src/domain/slips/follow-slips.ts';
import type { SlipAct } from '../../../src/domain/slips/slip-act.ts';
import type { SlipDesk } from '../../../src/domain/slips/slip-desk.ts';
import { submitSlip, type SlipDraft } from '../../../src/domain/slips/submit-slip.ts';
import type { StorePorts } from '../../../src/storage/stores.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { objectIdOf, peopleOf, tenantId } from '../incidents/routing-school.ts';

/** Seals so that a test can look through it, and opens only at the place that it was sealed for. */
export const glass: Sealer = {
  seal: (text, { schoolId, type, id }) => Promise.resolve(JSON.stringify([schoolId, type, id, text])),
  open: (sealed, { schoolId, type, id }) => {
    const [school, kind, name, text] = JSON.parse(sealed) as string[];
    return Promise.resolve(school === schoolId && kind === type && name === id ? text : undefined);
  },
};

const staff = peopleOf({ hana: ['head'], tim: ['deputyHead'], mo: ['chair'], cal: ['ictLead'], tess: [], una: [] });
export const school: School = School.parse({
  id: 'hill',
  name: 'Hill School',
  timeZone: 'Europe/London',
  people: staff,
  slips: [
    { kind: 'images', clause: 'pictures#aaaaaa' },
    { kind: 'misread', clause: 'code#bbbbbb' },
    { kind: 'lost', clause: 'use#cccccc', to: ['ictLead'] },
    { kind: 'own-device', clause: 'use#dddddd', usualDays: 1 },
  ],
});
export const library: SchoolLibrary = { school, policies: [] };

/** Somebody of the school, as Teams vouches for them. */
export const actor = (id: string): Actor => {
  const at = staff.findIndex((person) => person.id === id);
  return { tenantId, objectId: objectIdOf(at + 1), displayName: id };
};

export const images: SlipDraft = {
  kind: 'images',
  texts: ['For the hall display of 4B', 'All on the list', 'On the tablet, until Friday'],
  inOneGo: false,
  until: '',
  aboutHead: false,
};

/** A school with a clock that a test turns, and everybody's deeds in short. */
export function createSlipWorld(stores: StorePorts = createMemoryStores()) {
  let now = new Date('2026-11-24T10:00:00Z');
  let acts = 0;
  let references = 0;
  const desk: SlipDesk = {
    ...stores,
    sealer: glass,
    now: () => now,
    newReference: (prefix) => `${prefix}-${++references}`,
  };
  const newAct = () => ({ activityKey: `activity-${++acts}`, submissionId: `submission-${acts}` });
  return {
    ...{ stores, desk, newAct },
    at: (instant: string) => (now = new Date(instant)),
    submit: (who: string, draft: Partial<SlipDraft> = {}, act = newAct()) =>
      submitSlip(desk, { act, actor: actor(who), library, draft: { ...images, ...draft } }),
    do: (who: string, deed: SlipAct, { id = 'SP-1', act = newAct() } = {}) =>
      actOnSlip(desk, { act, actor: actor(who), school, id, deed }),
    follow: (of: School = school) => followSlips(desk, of),
    slip: async (id = 'SP-1') => {
      const found = await stores.slips.find('hill', id);
      if (!found) throw new Error(`there is no slip ${id}`);
      return found;
    },
    /** What is owed, as `<what> <to whom>`, in order. */
    owed: async () =>
      (await stores.deliveries.all('hill')).map(({ subject, to }) => {
        const who = staff.find(({ objectId }) => 'objectId' in to && objectId === to.objectId)?.id;
        const what = subject.kind === 'slip-told' ? `told ${subject.event}` : subject.kind;
        return `${what} ${who}`;
      }),
    ledger: async () =>
      (await stores.ledger.entries({ schoolId: 'hill', chain: 'questions' }, 1, 50)).map(({ kind }) => kind),
  };
}
