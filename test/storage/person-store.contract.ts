import { describe, expect, test } from 'vitest';
import type { ConversationAddress, PersonStore, StaffTeam } from '../../src/domain/people/person-store.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const otherTenant = '22222222-2222-4222-8222-222222222222';

const team: StaffTeam = {
  schoolId: 'marlow-bridge',
  tenantId,
  teamId: 'a0000000-0000-4000-8000-000000000001',
  teamName: 'All staff',
  serviceUrl: 'https://smba.example/uk/',
  conversationId: '19:staff@thread.tacv2',
  connectedBy: 'b0000000-0000-4000-8000-000000000001',
  connectedAt: '2026-11-20T08:00:00.000Z',
  refreshedAt: '2026-11-20T08:00:00.000Z',
  members: [
    { objectId: 'b0000000-0000-4000-8000-000000000001', name: 'Head', upn: 'head@school.example' },
    { objectId: 'b0000000-0000-4000-8000-000000000002', name: 'Teacher' },
  ],
};

const address: ConversationAddress = {
  objectId: 'b0000000-0000-4000-8000-000000000001',
  tenantId,
  serviceUrl: 'https://smba.example/uk/',
  conversationId: 'a:1',
  userId: '29:head',
  botId: '28:bot',
};

/** What every PersonStore promises, whatever it is made of. `open` gives a fresh, empty store. */
export function personStoreContract(name: string, open: () => Promise<PersonStore>): void {
  describe(`a person store (${name})`, () => {
    test('starts with nobody', async () => {
      const store = await open();
      expect(await store.staffTeams()).toEqual([]);
      expect(await store.findAddress(tenantId, address.objectId)).toBeUndefined();
      expect(await store.boundUpns(tenantId)).toEqual(new Map());
    });

    test('gives back a connected team, and connecting it twice changes nothing', async () => {
      const store = await open();
      expect(await store.saveStaffTeam(team)).toBe('saved');
      expect(await store.saveStaffTeam(team)).toBe('saved');
      expect(await store.staffTeams()).toEqual([team]);
    });

    test('reconnecting replaces the whole roster', async () => {
      const store = await open();
      await store.saveStaffTeam(team);
      const again = { ...team, members: team.members.slice(1), refreshedAt: '2026-11-21T08:00:00.000Z' };
      await store.saveStaffTeam(again);
      expect(await store.staffTeams()).toEqual([again]);
    });

    test('keeps teams of two tenants with one id apart', async () => {
      const store = await open();
      await store.saveStaffTeam(team);
      await store.saveStaffTeam({ ...team, tenantId: otherTenant, schoolId: 'elsewhere' });
      await store.removeStaffTeam(otherTenant, team.teamId);
      expect(await store.staffTeams()).toEqual([team]);
    });

    test("refuses a team that is another school's, even when both connect it at once", async () => {
      const store = await open();
      const theirs = { ...team, schoolId: 'elsewhere' };
      const [ours] = await Promise.all([store.saveStaffTeam(team), store.saveStaffTeam(theirs)]);
      expect(await store.staffTeams()).toEqual([ours === 'saved' ? team : theirs]);
      expect(await store.saveStaffTeam(ours === 'saved' ? theirs : team)).toBe('other-school');
    });

    test('a refreshed roster takes the place of the old one', async () => {
      const store = await open();
      await store.saveStaffTeam(team);
      const roster = { members: [{ objectId: 'x', name: 'New' }], refreshedAt: '2026-11-21T05:30:00.000Z' };
      expect(await store.saveRoster({ tenantId, teamId: team.teamId, ...roster })).toBe('saved');
      expect(await store.staffTeams()).toEqual([{ ...team, ...roster }]);
    });

    test('a roster read earlier than the stored one is outdated', async () => {
      const store = await open();
      await store.saveStaffTeam(team);
      const early = { tenantId, teamId: team.teamId, members: [], refreshedAt: '2026-11-20T07:59:59.999Z' };
      expect(await store.saveRoster(early)).toBe('outdated');
      expect(await store.staffTeams()).toEqual([team]);
    });

    test('a roster that arrives after its team was forgotten does not bring it back', async () => {
      const store = await open();
      await store.saveStaffTeam(team);
      await store.removeStaffTeam(tenantId, team.teamId);
      const late = { tenantId, teamId: team.teamId, members: team.members, refreshedAt: '2026-11-21T05:30:00.000Z' };
      expect(await store.saveRoster(late)).toBe('not-connected');
      expect(await store.staffTeams()).toEqual([]);
    });

    test('forgetting a team that is not there is no error', async () => {
      const store = await open();
      await expect(store.removeStaffTeam(tenantId, 'nobody')).resolves.toBeUndefined();
    });

    test('drops members who left and leaves the others', async () => {
      const store = await open();
      await store.saveStaffTeam(team);
      await store.dropMembers(tenantId, team.teamId, ['b0000000-0000-4000-8000-000000000001', 'nobody']);
      expect(await store.staffTeams()).toEqual([{ ...team, members: team.members.slice(1) }]);
      await expect(store.dropMembers(tenantId, 'no-team', ['x'])).resolves.toBeUndefined();
    });

    test('binds a sign-in name to the first object id, whatever its case, and to no other', async () => {
      const store = await open();
      expect(await store.bindUpn(tenantId, 'Head@School.example', 'first')).toBe('first');
      expect(await store.bindUpn(tenantId, 'head@school.example', 'second')).toBe('first');
      expect(await store.boundUpns(tenantId)).toEqual(new Map([['head@school.example', 'first']]));
      expect(await store.bindUpn(otherTenant, 'head@school.example', 'second')).toBe('second');
    });

    test('of two people who claim one sign-in name at once, one gets it', async () => {
      const store = await open();
      const claims = Array.from({ length: 20 }, (_, n) => store.bindUpn(tenantId, 'head@school.example', `id-${n}`));
      const holders = new Set(await Promise.all(claims));
      expect(holders.size).toBe(1);
      expect(await store.boundUpns(tenantId)).toEqual(new Map([['head@school.example', [...holders][0]]]));
    });

    test('remembers one address per person, the last', async () => {
      const store = await open();
      await store.rememberAddress(address);
      await store.rememberAddress({ ...address, conversationId: 'a:2' });
      expect(await store.findAddress(tenantId, address.objectId)).toEqual({ ...address, conversationId: 'a:2' });
      expect(await store.findAddress(otherTenant, address.objectId)).toBeUndefined();
    });

    test('keeps the school that somebody chose, whatever else their address becomes, until they choose another', async () => {
      const store = await open();
      await store.rememberAddress({ ...address, schoolId: 'marlow-bridge' });
      await store.rememberAddress({ ...address, conversationId: 'a:2' });
      const kept = { ...address, conversationId: 'a:2', schoolId: 'marlow-bridge' };
      expect(await store.findAddress(tenantId, address.objectId)).toEqual(kept);
      await store.rememberAddress({ ...address, schoolId: 'otter-lane' });
      expect(await store.addresses()).toEqual([{ ...address, schoolId: 'otter-lane' }]);
      await store.forgetPerson(tenantId, address.objectId);
      await store.rememberAddress(address);
      expect(await store.findAddress(tenantId, address.objectId)).toEqual(address);
    });

    test('lists every address, and forgets a person with their sign-in names and nobody else', async () => {
      const store = await open();
      const other = { ...address, objectId: 'b0000000-0000-4000-8000-000000000002' };
      for (const one of [address, other, { ...address, tenantId: otherTenant }]) await store.rememberAddress(one);
      await store.bindUpn(tenantId, 'head@school.example', address.objectId);
      await store.bindUpn(tenantId, 'teacher@school.example', other.objectId);
      expect(await store.addresses()).toHaveLength(3);
      const wanted = [other, { ...other, objectId: 'nobody' }, { ...address, tenantId: otherTenant }];
      expect([...(await store.findAddresses(wanted))].sort((a, b) => (a.objectId < b.objectId ? -1 : 1))).toEqual([
        { ...address, tenantId: otherTenant },
        other,
      ]);
      expect(await store.findAddresses([])).toEqual([]);
      await store.forgetPerson(tenantId, address.objectId);
      await store.forgetPerson(tenantId, address.objectId);
      expect(await store.addresses()).toHaveLength(2);
      expect(await store.findAddress(tenantId, address.objectId)).toBeUndefined();
      expect(await store.findAddress(otherTenant, address.objectId)).toBeDefined();
      expect(await store.boundUpns(tenantId)).toEqual(new Map([['teacher@school.example', other.objectId]]));
    });

    test('loses none of 300 facts stored at once', async () => {
      const store = await open();
      const ids = Array.from({ length: 300 }, (_, n) => `person-${n}`);
      await Promise.all(ids.map((objectId) => store.rememberAddress({ ...address, objectId })));
      const found = await Promise.all(ids.map((objectId) => store.findAddress(tenantId, objectId)));
      expect(found.map((one) => one?.objectId)).toEqual(ids);
    });

    test('what it gave out does not change under the reader', async () => {
      const store = await open();
      await store.saveStaffTeam(team);
      const before = await store.staffTeams();
      await store.dropMembers(
        tenantId,
        team.teamId,
        team.members.map(({ objectId }) => objectId),
      );
      expect(before).toEqual([team]);
    });

    test('answers a probe', async () => {
      const store = await open();
      await expect(store.probe()).resolves.toBeUndefined();
    });
  });
}
