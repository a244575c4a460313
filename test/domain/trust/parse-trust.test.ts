import { describe, expect, it } from 'vitest';
import { isCentral } from '../../../src/domain/trust/is-central.ts';
import { parseTrust } from '../../../src/domain/trust/parse-trust.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';

const id = '5F0C0000-0000-4000-8000-000000000101';
const text = `name: The Marlow Valley Trust
people:
  - name: Nia Central
    objectId: ${id}
  - { name: Olu Central, upn: O.Central@trust.example }
`;
const problemsOf = (yaml: string) => {
  const parsed = parseTrust(yaml, 'trust.yaml');
  return parsed.kind === 'invalid' ? parsed.problems.map(({ line, message }) => `${line}: ${message}`) : [];
};

describe('trust.yaml', () => {
  it('is read with people by object id and by sign-in name', () => {
    expect(parseTrust(text, 'trust.yaml')).toEqual({
      kind: 'parsed',
      trust: {
        name: 'The Marlow Valley Trust',
        people: [
          { name: 'Nia Central', objectId: id.toLowerCase() },
          { name: 'Olu Central', upn: 'o.central@trust.example' },
        ],
      },
    });
  });

  it.each([
    ['nobody by name alone', `${text}  - name: Pat\n`, '6: "people.2.name": give an objectId or a upn'],
    [
      'nobody twice',
      `${text}  - { name: Pat, objectId: ${id} }\n`,
      '6: "people.2.objectId": an earlier entry has the same',
    ],
    [
      'no sign-in name twice',
      `${text}  - { name: Pat, upn: o.central@trust.example }\n`,
      '6: "people.2.upn": an earlier',
    ],
    ['no roles', text.replace('objectId', 'roles: [head]\n    objectId'), '4: unknown key "roles"'],
    [
      'no number for a name',
      'name: 12\npeople: [{ name: Pat, upn: p@trust.example }]\n',
      '1: "name": write it as text',
    ],
    ['no empty team', 'name: Trust\npeople: []\n', '2: "people"'],
    ['no broken YAML', 'name: "Trust\n', '2: this is not valid YAML'],
  ])('takes %s', (_, yaml, problem) => {
    expect(problemsOf(yaml).join('\n')).toContain(problem);
  });
});

describe('the central team', () => {
  const tenantId = 'c0000000-0000-4000-8000-000000000001';
  const actor = (objectId: string) => ({ objectId, tenantId, displayName: 'Somebody' });
  const parsed = parseTrust(text, 'trust.yaml');
  const trust = parsed.kind === 'parsed' ? parsed.trust : undefined;
  const upn = (name?: string) => () => Promise.resolve(name);
  const one = '5f0c0000-0000-4000-8000-000000000201';
  const two = '5f0c0000-0000-4000-8000-000000000202';

  it('is whom the file names, by object id without asking Teams', async () => {
    const { persons } = createMemoryStores();
    const never = () => Promise.reject(new Error('nobody is to be asked'));
    expect(await isCentral(persons, trust, { actor: actor(id.toLowerCase()), lookUpUpn: never })).toBe(true);
    expect(await isCentral(persons, undefined, { actor: actor(id.toLowerCase()), lookUpUpn: never })).toBe(false);
  });

  it('binds a sign-in name to the first who has it; a later one gets nothing by it', async () => {
    const { persons } = createMemoryStores();
    expect(await isCentral(persons, trust, { actor: actor(one), lookUpUpn: upn('other@trust.example') })).toBe(false);
    expect(await isCentral(persons, trust, { actor: actor(one), lookUpUpn: upn('O.Central@trust.example') })).toBe(
      true,
    );
    expect(await isCentral(persons, trust, { actor: actor(two), lookUpUpn: upn('o.central@trust.example') })).toBe(
      false,
    );
    expect(await isCentral(persons, trust, { actor: actor(one), lookUpUpn: upn(undefined) })).toBe(true);
  });
});
