import type { ConversationAddress, PersonStore, RosterSaved, StaffTeam } from '../../domain/people/person-store.ts';
import type { Committed } from './group-commit.ts';
import type { StoreData } from './store-data.ts';

type People = StoreData['people'];

/** The people section of the lowdb store. */
export function createLowdbPersonStore(db: Committed<StoreData>): PersonStore {
  const people = () => db.data().people;
  const change = <Result>(recipe: (people: People) => readonly [People, Result]): Promise<Result> =>
    db.change((data) => {
      const [next, result] = recipe(data.people);
      return { data: next === data.people ? data : { ...data, people: next }, result };
    });
  const replaceTeam = (old: People, team: StaffTeam, changed: Partial<StaffTeam>): People => ({
    ...old,
    staffTeams: old.staffTeams.map((one) => (sameTeam(one, team) ? stored({ ...team, ...changed }) : one)),
  });

  return {
    staffTeams: () => Promise.resolve(people().staffTeams),

    saveStaffTeam: (team) =>
      change<'saved' | 'other-school'>((old) => {
        const known = old.staffTeams.find((one) => sameTeam(one, team));
        if (known && known.schoolId !== team.schoolId) return [old, 'other-school'];
        if (known) return [replaceTeam(old, team, {}), 'saved'];
        return [{ ...old, staffTeams: [...old.staffTeams, stored(team)] }, 'saved'];
      }),

    saveRoster: (roster) =>
      change<RosterSaved>((old) => {
        const known = old.staffTeams.find((one) => sameTeam(one, roster));
        if (!known) return [old, 'not-connected'];
        if (known.refreshedAt > roster.refreshedAt) return [old, 'outdated'];
        return [replaceTeam(old, known, { members: roster.members, refreshedAt: roster.refreshedAt }), 'saved'];
      }),

    dropMembers: (tenantId, teamId, objectIds) =>
      change((old) => {
        const known = old.staffTeams.find((one) => sameTeam(one, { tenantId, teamId }));
        if (!known?.members.some(({ objectId }) => objectIds.includes(objectId))) return [old, undefined];
        const members = known.members.filter(({ objectId }) => !objectIds.includes(objectId));
        return [replaceTeam(old, known, { members }), undefined];
      }),

    removeStaffTeam: (tenantId, teamId) =>
      change((old) => {
        const staffTeams = old.staffTeams.filter((one) => !sameTeam(one, { tenantId, teamId }));
        return [staffTeams.length === old.staffTeams.length ? old : { ...old, staffTeams }, undefined];
      }),

    bindUpn: (tenantId, name, objectId) =>
      change<string>((old) => {
        const upn = name.toLowerCase();
        const bound = old.upns.find((one) => one.tenantId === tenantId && one.upn === upn);
        if (bound) return [old, bound.objectId];
        return [{ ...old, upns: [...old.upns, { tenantId, upn, objectId }] }, objectId];
      }),

    boundUpns: (tenantId) => {
      const upns = people().upns.filter((one) => one.tenantId === tenantId);
      return Promise.resolve(new Map(upns.map(({ upn, objectId }) => [upn, objectId])));
    },

    rememberAddress: (address) =>
      change((old) => {
        const others = old.addresses.filter((one) => !samePerson(one, address));
        return [{ ...old, addresses: [...others, { ...address }] }, undefined];
      }),

    findAddress: (tenantId, objectId) =>
      Promise.resolve(people().addresses.find((one) => samePerson(one, { tenantId, objectId }))),

    probe: () => db.probe(),
  };
}

type TeamKey = Pick<StaffTeam, 'tenantId' | 'teamId'>;
type PersonKey = Pick<ConversationAddress, 'tenantId' | 'objectId'>;

const sameTeam = (a: TeamKey, b: TeamKey) => a.tenantId === b.tenantId && a.teamId === b.teamId;
const samePerson = (a: PersonKey, b: PersonKey) => a.tenantId === b.tenantId && a.objectId === b.objectId;
const stored = (team: StaffTeam): People['staffTeams'][number] => ({
  ...team,
  members: team.members.map((member) => ({ ...member })),
});
