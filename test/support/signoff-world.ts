import { createHash } from 'node:crypto';
import type { Act } from '../../src/domain/delivery/act.ts';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import { newReference } from '../../src/domain/delivery/reference.ts';
import type { Actor } from '../../src/domain/people/actor.ts';
import type { ListedPerson } from '../../src/domain/people/listed-person.ts';
import type { StaffMember } from '../../src/domain/people/person-store.ts';
import { schoolDay } from '../../src/domain/people/school-day.ts';
import { School } from '../../src/domain/people/school.ts';
import type { SchoolLibrary } from '../../src/domain/policies/library.ts';
import { parsePolicy } from '../../src/domain/policies/parse-policy.ts';
import type { Policy } from '../../src/domain/policies/policy.ts';
import { versionHash } from '../../src/domain/policies/version-hash.ts';
import type { CampaignDraft } from '../../src/domain/signoffs/campaign-draft.ts';
import { createCampaignFollower, type FollowDesk } from '../../src/domain/signoffs/create-campaign-follower.ts';
import { openCampaign } from '../../src/domain/signoffs/open-campaign.ts';
import type { HeadAct } from '../../src/domain/signoffs/signoff-desk.ts';
import { noteVersions } from '../../src/domain/versions/note-versions.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { createMemoryStores } from './memory-stores.ts';

export const tenantId = '11111111-1111-4111-8111-111111111111';
const objectId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The `n`th member of the staff team: numbers from 10 on; those below are people of school.yaml. */
export const member = (n: number, changed: Partial<StaffMember> = {}): StaffMember => ({
  objectId: objectId(n),
  name: `Staff ${String(n).padStart(4, '0')}`,
  upn: `staff${n}@hill.example`,
  ...changed,
});

export const people = { head: 1, deputy: 2, chair: 3, delegate: 4, office: 5, governor: 6 } as const;

const hill = {
  id: 'hill',
  name: 'Hill School',
  timeZone: 'Europe/London',
  people: [
    { id: 'head', name: 'Ada Head', objectId: objectId(1), roles: ['head', 'ictLead'] },
    { id: 'deputy', name: 'Bo Deputy', objectId: objectId(2), roles: ['deputyHead'] },
    { id: 'chair', name: 'Cy Chair', objectId: objectId(3), roles: ['chair'] },
    { id: 'delegate', name: 'Di Delegate', objectId: objectId(4), roles: ['delegate'] },
    { id: 'office', name: 'Eli Office', objectId: objectId(5), roles: ['businessManager'] },
    { id: 'governor', name: 'Flo Governor', upn: 'flo@hill.example' },
  ],
  groups: [
    { id: 'teaching', name: 'Teaching', members: ['staff10@hill.example', 'staff11@hill.example'] },
    { id: 'office', name: 'Office', people: ['office'] },
    { id: 'governors', name: 'Governors', audience: 'governors', people: ['chair', 'governor'] },
    { id: 'kitchen', name: 'Kitchen', audience: 'contractors' },
  ],
  terms: [
    { name: 'Autumn 1', from: '2026-09-02', to: '2026-10-23' },
    { name: 'Autumn 2', from: '2026-11-02', to: '2026-12-18' },
    { name: 'Spring', from: '2027-01-04', to: '2027-03-25' },
  ],
};

export const phones = (words = 'Phones stay in the locker.', { version = '1.0', audience = 'staff' } = {}): Policy => {
  const markdown = `---
id: phones
title: Phones
status: in-force
owner: ictLead
version: "${version}"
audience: [${audience}]
signoff: required
---

# Phones

## Rules

- ${words} {#aaaaaa}

## Declaration {.declaration}

- I have read it. {#bbbbbb}
- I shall keep to it. {#cccccc}
`;
  const contentHash = createHash('sha256').update(markdown).digest('hex');
  const parsed = parsePolicy(markdown, { schoolId: 'hill', file: 'phones.md', contentHash });
  if (parsed.kind !== 'parsed') throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
};

export const phonesDraft: CampaignDraft = {
  document: { kind: 'policy', policyId: 'phones' },
  groups: [],
  why: 'It is new this term.',
  dueOn: '2026-11-20',
};

/** A day of school, in the middle of the morning. */
export const start = '2026-11-09T10:00:00.000Z';

export interface SignoffWorld {
  readonly stores: Stores;
  readonly desk: FollowDesk;
  library: SchoolLibrary;
  now: Date;
  /** What somebody sends with an act of their own; `n` counts as in `people` and `member`. */
  as(n: number, act?: string): HeadAct;
  setTeam(members: readonly StaffMember[]): Promise<void>;
  setSchool(changed: object, listed?: readonly ListedPerson[]): void;
  /** Puts this text in force, as binding or minor. */
  adopt(policy: Policy, change: 'binding' | 'minor'): Promise<void>;
  open(draft?: Partial<CampaignDraft>, n?: number): ReturnType<typeof openCampaign>;
  /** What the follower does at a look; how many campaigns it recorded something of. */
  follow(): Promise<number>;
  /** Sends what is due, as the outbox would; `reaches` says whom it reaches. Returns the subjects in order. */
  deliver(reaches?: (objectId: string) => boolean): Promise<Delivery['subject'][]>;
}

/** Hill School with a policy on phones in force, and a staff team: the people of school.yaml but the chair, and `staff` more. */
export async function openSignoffWorld({
  staff = 4,
  policy = phones(),
  school = {},
  listed = [],
}: {
  staff?: number;
  policy?: Policy;
  school?: object;
  listed?: readonly ListedPerson[];
} = {}): Promise<SignoffWorld> {
  const stores = createMemoryStores();
  let drawn = 0;
  let acts = 0;
  let claims = 0;
  const random = (size: number) => {
    drawn += 1;
    return createHash('sha512').update(`draw ${drawn}`).digest().subarray(0, size);
  };
  const world: SignoffWorld = {
    stores,
    library: { school: School.parse({ ...hill, ...school }), policies: [policy], listed },
    now: new Date(start),
    desk: {
      ...stores,
      now: () => world.now,
      newReference: (prefix) => newReference(prefix, random),
      newId: () => Buffer.from(random(16)).toString('hex'),
    },
    as(n, act = `act ${(acts += 1)}`) {
      const actor: Actor = { objectId: objectId(n), tenantId, displayName: 'Somebody' };
      const person = world.library.school.people.find((one) => one.objectId === actor.objectId);
      const names: Act = { activityKey: `${tenantId}|chat ${n}|${act}`, submissionId: `${n} ${act}` };
      return { act: names, actor, person, library: world.library, today: schoolDay(world.now, world.library.school) };
    },
    async setTeam(members) {
      const at = world.now.toISOString();
      await stores.persons.saveStaffTeam({
        ...{ schoolId: 'hill', tenantId, teamId: 'team', teamName: 'All staff', serviceUrl: 'https://smba.example' },
        ...{ conversationId: '19:team', connectedBy: objectId(1), connectedAt: start, refreshedAt: at, members },
      });
    },
    setSchool(changed, list = world.library.listed) {
      const next = School.parse({ ...hill, ...school, ...changed });
      world.library = { ...world.library, school: next, listed: list };
    },
    async adopt(next, change) {
      const [over] = world.library.policies;
      world.library = { ...world.library, policies: [next] };
      await noteVersions({ versions: stores.versions, now: () => world.now }, world.library, []);
      const name = { schoolId: 'hill', policyId: 'phones', hash: versionHash(next) };
      const adoption = { change, at: world.now.toISOString() } as const;
      const adopted = await stores.versions.adopt(
        world.as(people.head).act,
        name,
        over ? versionHash(over) : '',
        adoption,
        { owed: [], entries: [] },
      );
      if (adopted !== 'adopted') throw new Error(adopted);
    },
    open: (draft = {}, n = people.head) =>
      openCampaign(world.desk, { ...world.as(n), draft: { ...phonesDraft, ...draft } }),
    async follow() {
      let recorded = 0;
      for (const campaign of await stores.signoffs.live())
        if ((await followCampaign(campaign, world.library)) === 'recorded') recorded += 1;
      return recorded;
    },
    async deliver(reaches = () => true) {
      const told: Delivery['subject'][] = [];
      for (;;) {
        const now = world.now.toISOString();
        const holder = `holder ${(claims += 1)}`;
        const claimed = await stores.deliveries.claim(now, { limit: 50, leaseMs: 60_000, holder });
        if (claimed.length === 0) return told;
        for (const { key, to, subject } of claimed) {
          const isReached = 'objectId' in to && reaches(to.objectId);
          await stores.deliveries.begin(key, holder, now);
          await stores.deliveries.settle(
            key,
            holder,
            isReached
              ? {
                  attempt: { at: now, outcome: 'sent', code: 'ok' },
                  state: 'sent',
                  message: { conversationId: 'chat', activityId: key },
                }
              : { attempt: { at: now, outcome: 'undeliverable', code: 'http-404' }, state: 'undeliverable' },
          );
          if (isReached) told.push(subject);
        }
      }
    },
  };
  const followCampaign = createCampaignFollower(world.desk);
  await noteVersions({ versions: stores.versions, now: () => world.now }, world.library, []);
  const listedMembers = [1, 2, 4, 5].map((n) => member(n, { name: `Roster ${n}`, upn: undefined }));
  await world.setTeam([...listedMembers, ...Array.from({ length: staff }, (_, i) => member(10 + i))]);
  return world;
}
