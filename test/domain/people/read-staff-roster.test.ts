import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStaffRoster } from '../../../src/domain/people/read-staff-roster.ts';
import type { RosterMember, RosterPage } from '../../../src/domain/people/roster-reader.ts';

const member = (n: number, guest = false): RosterMember => ({ objectId: `id-${n}`, name: `Member ${n}`, guest });
const pages =
  (...all: RosterMember[][]) =>
  (from?: string): Promise<RosterPage> => {
    const at = Number(from ?? 0);
    const next = at + 1 < all.length ? String(at + 1) : undefined;
    return Promise.resolve({ kind: 'page', members: all[at] ?? [], next });
  };

describe('reading the roster of a staff team', () => {
  test('however the pages are cut: every member once, guests counted and left out', async () => {
    const roster = fc.array(fc.array(fc.record({ n: fc.nat({ max: 40 }), guest: fc.boolean() }), { maxLength: 8 }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(roster, async (cut) => {
        const all = cut.map((page) => page.map(({ n, guest }) => member(guest ? n + 100 : n, guest)));
        const staff = new Set(all.flat().flatMap((one) => (one.guest ? [] : [one.objectId])));
        const guests = new Set(all.flat().flatMap((one) => (one.guest ? [one.objectId] : [])));
        const read = await readStaffRoster(pages(...all));
        if (staff.size === 0) {
          expect(read).toEqual({ kind: 'unreadable', code: 'no-members' });
          return;
        }
        if (read.kind !== 'read') throw new Error(read.code);
        expect(read.members.map(({ objectId }) => objectId)).toEqual([...staff]);
        expect(read.guestsLeftOut).toBe(guests.size);
      }),
    );
  });

  test('leaves out whoever has no object id', async () => {
    const read = await readStaffRoster(pages([member(1), { name: 'Nobody', guest: false }]));
    expect(read).toMatchObject({ kind: 'read', members: [{ objectId: 'id-1' }] });
  });

  test('is unreadable when a later page is', async () => {
    const first = pages([member(1)], [member(2)]);
    const read = await readStaffRoster((from) =>
      from ? Promise.resolve({ kind: 'unreadable', code: 'http-503' }) : first(from),
    );
    expect(read).toEqual({ kind: 'unreadable', code: 'http-503' });
  });

  test('is unreadable when the pages run in a circle or never end', async () => {
    const circle = await readStaffRoster(() => Promise.resolve({ kind: 'page', members: [member(1)], next: 'again' }));
    expect(circle).toEqual({ kind: 'unreadable', code: 'endless' });
    let n = 0;
    const endless = await readStaffRoster(() =>
      Promise.resolve({ kind: 'page', members: [member(n)], next: String(n++) }),
    );
    expect(endless).toEqual({ kind: 'unreadable', code: 'endless' });
    expect(n).toBeLessThan(300);
  });
});
