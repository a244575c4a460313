import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openShelf } from '../../src/documents/open-shelf.ts';
import { centralPerson, demoPeople } from '../../src/tools/demo/demo-people.ts';
import { otherSchools, trustName, writeDemoSchools } from '../../src/tools/demo/demo-schools.ts';
import { shelfFolder } from '../documents/shelf-folder.ts';

async function written(others: typeof otherSchools) {
  const { path } = shelfFolder({});
  await writeDemoSchools(path, others, centralPerson);
  return { path, shelf: await openShelf(path, { watch: false }) };
}
const phones = 'mobile-devices#4pkfi7';

describe('the schools of the demo', () => {
  it('are the sample school alone, without a trust, where no more are asked for', async () => {
    const { shelf } = await written([]);
    expect(shelf.problems()).toEqual([]);
    expect(shelf.schools().map(({ school }) => school.id)).toEqual(['marlow-bridge']);
    expect(shelf.trust()).toBeUndefined();
  });

  it('are served without a problem, each with people and a rule of its own, and belong to a trust', async () => {
    const { path, shelf } = await written(otherSchools);
    expect(shelf.problems()).toEqual([]);
    expect(shelf.trust()).toMatchObject({ name: trustName, people: [{ objectId: centralPerson.objectId }] });
    const schools = shelf.schools();
    expect(schools).toHaveLength(3);
    const rules = schools.map(({ policies }) => {
      const policy = policies.find(({ cover }) => phones.startsWith(`${cover.id}#`));
      return policy?.clauses.find(({ id }) => phones.endsWith(`#${id}`))?.text;
    });
    expect(new Set(rules.filter((rule) => rule !== undefined)).size).toBe(3);
    const everybody = schools.flatMap(({ school: { people } }) => people.map(({ objectId }) => objectId));
    expect(new Set(everybody).size).toBe(everybody.length);
    for (const { id, people } of otherSchools) {
      const texts = readdirSync(join(path, id)).map((file) => readFileSync(join(path, id, file), 'utf8'));
      for (const name of [...Object.keys(people), 'Marlow Bridge', 'marlowbridge'])
        expect({ id, name, found: texts.some((text) => text.includes(name)) }).toEqual({ id, name, found: false });
    }
  });

  it('have six people each, whom nobody of another school is taken for', async () => {
    const { shelf } = await written(otherSchools);
    const people = shelf.schools().flatMap(({ school }) =>
      Object.values(
        demoPeople(
          school,
          otherSchools.find(({ id }) => id === school.id),
        ),
      ),
    );
    for (const key of ['objectId', 'teamsId', 'upn', 'name'] as const)
      expect(new Set(people.map((person) => person[key])).size).toBe(18);
  });
});
