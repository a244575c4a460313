import { isDeepStrictEqual } from 'node:util';
import type { PersonStore, RosterSaved } from '../../domain/people/person-store.ts';
import type { Committed } from './group-commit.ts';
import { keys, type StoreData } from './store-data.ts';
import { StoredAddress, StoredTeam } from '../stored-rows.ts';

type People = StoreData['people'];

/** The people section of the lowdb store. */
export function createLowdbPersonStore(db: Committed<StoreData>): PersonStore {
  const people = () => db.data().people;
  const change = <Result>(recipe: (people: People) => readonly [People, Result]): Promise<Result> =>
    db.change((data) => {
      const [next, result] = recipe(data.people);
      return { data: next === data.people ? data : { ...data, people: next }, result };
    });

  return {
    staffTeams: () => Promise.resolve([...people().staffTeams]),

    saveStaffTeam: (team) =>
      change<'saved' | 'other-school'>((old) => {
        const known = old.staffTeams.get(keys.team(team));
        if (known && known.schoolId !== team.schoolId) return [old, 'other-school'];
        return [{ ...old, staffTeams: old.staffTeams.with(StoredTeam.parse(team)) }, 'saved'];
      }),

    saveRoster: ({ tenantId, teamId, members, refreshedAt }) =>
      change<RosterSaved>((old) => {
        const known = old.staffTeams.get(keys.team({ tenantId, teamId }));
        if (!known) return [old, 'not-connected'];
        if (known.refreshedAt > refreshedAt) return [old, 'outdated'];
        const team = StoredTeam.parse({ ...known, members, refreshedAt });
        return [{ ...old, staffTeams: old.staffTeams.with(team) }, 'saved'];
      }),

    dropMembers: (tenantId, teamId, objectIds) =>
      change((old) => {
        const known = old.staffTeams.get(keys.team({ tenantId, teamId }));
        if (!known?.members.some(({ objectId }) => objectIds.includes(objectId))) return [old, undefined];
        const members = known.members.filter(({ objectId }) => !objectIds.includes(objectId));
        return [{ ...old, staffTeams: old.staffTeams.with({ ...known, members }) }, undefined];
      }),

    removeStaffTeam: (tenantId, teamId) =>
      change((old) => {
        const key = keys.team({ tenantId, teamId });
        if (!old.staffTeams.get(key)) return [old, undefined];
        return [{ ...old, staffTeams: old.staffTeams.without(key) }, undefined];
      }),

    bindUpn: (tenantId, name, objectId) =>
      change<string>((old) => {
        const upn = name.toLowerCase();
        const bound = old.upns.get(keys.upn({ tenantId, upn }));
        if (bound) return [old, bound.objectId];
        return [{ ...old, upns: old.upns.with({ tenantId, upn, objectId }) }, objectId];
      }),

    boundUpns: (tenantId) => {
      const upns = [...people().upns].filter((one) => one.tenantId === tenantId);
      return Promise.resolve(new Map(upns.map(({ upn, objectId }) => [upn, objectId])));
    },

    rememberAddress: (address) =>
      change((old) => {
        const known = old.addresses.get(keys.person(address));
        const schoolId = address.schoolId ?? known?.schoolId;
        const next = StoredAddress.parse({ ...address, ...(schoolId !== undefined && { schoolId }) });
        if (known && isDeepStrictEqual(known, next)) return [old, undefined];
        return [{ ...old, addresses: old.addresses.with(next) }, undefined];
      }),

    addresses: () => Promise.resolve([...people().addresses]),

    forgetPerson: (tenantId, objectId) =>
      change((old) => {
        const bound = [...old.upns].filter((one) => one.tenantId === tenantId && one.objectId === objectId);
        const upns = bound.reduce((rows, one) => rows.without(keys.upn(one)), old.upns);
        return [{ ...old, upns, addresses: old.addresses.without(keys.person({ tenantId, objectId })) }, undefined];
      }),

    findAddress: (tenantId, objectId) => Promise.resolve(people().addresses.get(keys.person({ tenantId, objectId }))),

    findAddresses: (wanted) =>
      Promise.resolve(wanted.flatMap((person) => people().addresses.get(keys.person(person)) ?? [])),

    probe: () => db.probe(),
  };
}
