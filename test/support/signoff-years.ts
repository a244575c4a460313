import { createHash } from 'node:crypto';
import type { Act } from '../../src/domain/delivery/act.ts';
import { newReference } from '../../src/domain/delivery/reference.ts';
import type { StaffMember } from '../../src/domain/people/person-store.ts';
import { schoolDay } from '../../src/domain/people/school-day.ts';
import { School } from '../../src/domain/people/school.ts';
import type { SchoolLibrary } from '../../src/domain/policies/library.ts';
import { parsePolicy } from '../../src/domain/policies/parse-policy.ts';
import type { Policy } from '../../src/domain/policies/policy.ts';
import { versionHash } from '../../src/domain/policies/version-hash.ts';
import type { SigningDesk } from '../../src/domain/signoffs/signing-desk.ts';
import { noteVersions } from '../../src/domain/versions/note-versions.ts';
import { createCampaignsFollower } from '../../src/jobs/follow-campaigns.ts';
import { createLog } from '../../src/log.ts';
import type { Stores } from '../../src/storage/stores.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const objectId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const policyIds = ['phones', 'cameras', 'messages'] as const;

/** Whose numbers they are: members of staff have those from 10 on. */
export const offices = { head: 1, deputy: 2, chair: 3 } as const;
export const memberOf = (n: number): StaffMember => ({ objectId: objectId(n), name: nameOf(n) });
/** Different enough to be told apart by whoever compares a typed name. */
export const nameOf = (n: number) => `Staff ${String(n).padStart(5, '0')}`;

const school = School.parse({
  id: 'hill',
  name: 'Hill School',
  timeZone: 'Europe/London',
  people: [
    { id: 'head', name: 'Ada Head', objectId: objectId(1), roles: ['head', 'ictLead'] },
    { id: 'deputy', name: 'Bo Deputy', objectId: objectId(2), roles: ['delegate'] },
    { id: 'chair', name: 'Cy Chair', objectId: objectId(3), roles: ['chair'] },
  ],
  terms: ['2026', '2027', '2028', '2029'].map((year) => ({ name: year, from: `${year}-01-05`, to: `${year}-12-18` })),
});

function policyOf(id: string, version: number): Policy {
  const markdown = `---
id: ${id}
title: The use of ${id}
status: in-force
owner: ictLead
version: "${version}.0"
audience: [staff]
signoff: required
---

# The use of ${id}

## Rules

- They stay in the locker, says edition ${version}. {#aaaaaa}

## Declaration {.declaration}

- I have read it. {#bbbbbb}
- I shall keep to edition ${version}. {#cccccc}
`;
  const contentHash = createHash('sha256').update(markdown).digest('hex');
  const parsed = parsePolicy(markdown, { schoolId: school.id, file: `${id}.md`, contentHash });
  if (parsed.kind !== 'parsed') throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}

/** Hill School with three policies, whose clock, staff team and files a test moves. */
export function createSignoffYears(stores: Stores, sealer: SigningDesk['sealer'], start: string) {
  let now = new Date(start);
  let draws = 0;
  let acts = 0;
  let library: SchoolLibrary = { school, policies: policyIds.map((id) => policyOf(id, 1)), listed: [] };
  const random = (size: number) =>
    createHash('sha512')
      .update(`draw ${(draws += 1)}`)
      .digest()
      .subarray(0, size);
  const desk: SigningDesk = {
    ...stores,
    sealer,
    now: () => now,
    newReference: (prefix) => newReference(prefix, random),
    newId: () => Buffer.from(random(16)).toString('hex'),
  };
  const act = (): Act => ({ activityKey: `${tenantId}|a|${(acts += 1)}`, submissionId: `form ${acts}` });
  const note = () => noteVersions({ versions: stores.versions, now: () => now }, library, []);
  const follow = createCampaignsFollower({
    ...{ ...stores, now: () => now, newReference: desk.newReference, newId: desk.newId },
    shelf: { find: (id) => (id === school.id ? library : undefined) },
    onOwed: () => undefined,
    log: createLog('silent'),
  });
  return {
    desk,
    school,
    now: () => now,
    library: () => library,
    note,
    follow: () => follow(),
    moveTo: (instant: Date) => void (now = instant),
    /** What the `n`th person sends, with an act of its own. */
    as(n: number) {
      const actor = { objectId: objectId(n), tenantId, displayName: nameOf(n) };
      const person = school.people.find((one) => one.objectId === actor.objectId);
      return { act: act(), actor, person, library, today: schoolDay(now, school) };
    },
    async setTeam(members: readonly StaffMember[]) {
      const at = now.toISOString();
      await stores.persons.saveStaffTeam({
        ...{ schoolId: school.id, tenantId, teamId: 'team', teamName: 'Staff', serviceUrl: 'https://smba.example' },
        ...{ conversationId: '19:team', connectedBy: objectId(1), connectedAt: start, refreshedAt: at, members },
      });
    },
    /** Puts the next words of a policy in force. */
    async adopt(id: string, version: number, change: 'binding' | 'minor') {
      const over = library.policies.find(({ cover }) => cover.id === id);
      const next = policyOf(id, version);
      library = { ...library, policies: library.policies.map((one) => (one === over ? next : one)) };
      await note();
      const name = { schoolId: school.id, policyId: id, hash: versionHash(next) };
      const adoption = { change, at: now.toISOString() };
      const then = { owed: [], entries: [] };
      const adopted = await stores.versions.adopt(act(), name, over ? versionHash(over) : '', adoption, then);
      if (adopted !== 'adopted') throw new Error(adopted);
    },
  };
}
export type SignoffYears = ReturnType<typeof createSignoffYears>;
