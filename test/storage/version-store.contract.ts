import { describe, expect, test } from 'vitest';
import { FrontMatter } from '../../src/domain/policies/policy.ts';
import type { Adoption, PolicyVersion, VersionText } from '../../src/domain/versions/policy-version.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { act, asker, at, delivery, entryDraft, otherSchool, schoolId } from './sample-facts.ts';

const hashOf = (n: number) => String(n).repeat(64);
const version = (n: number, changed: Partial<PolicyVersion> = {}): PolicyVersion => ({
  schoolId,
  policyId: 'bicycles',
  hash: hashOf(n),
  version: `${n}.0`,
  title: 'Bicycles “é” 🚲',
  seenAt: at(n),
  ...changed,
});
const cover = FrontMatter.parse({
  ...{ id: 'bicycles', title: 'Bicycles “é” 🚲', status: 'in-force', owner: 'head' },
  ...{ version: '1.0', audience: ['staff'] },
});
const clause = { id: 'abc234', kind: 'rule', headingPath: ['Yard', 'Gate'], text: '', line: 7 } as const;
const details = { ref: '1.2', leadIn: 'At the gate:', column: 'Do', binds: 'pupils' } as const;
const textOf = (n: number): VersionText => ({
  ...(n > 1 && {
    parsed: {
      cover,
      clauses: [
        { ...clause, text: `Push it, ${n} times.` },
        { ...clause, ...details },
      ],
    },
  }),
  markdown: `---\nid: bicycles\n---\n\n# Bicycles “é” 🚲\n\n${`Push it, ${n} times. `.repeat(200)}`,
});
const first: Adoption = { change: 'first', at: at(1) };
const binding = (n: number): Adoption => ({
  change: 'binding',
  at: at(n),
  by: asker,
  adoptedBy: 'governing-board',
  adoptedOn: '2026-11-18',
  meeting: 'Autumn meeting',
});
const nothing = { owed: [], entries: [] };
const name = (n: number) => ({ schoolId, policyId: 'bicycles', hash: hashOf(n) });

/** What every VersionStore promises. `open` gives fresh, empty stores over one place. */
export function describeVersionStoreContract(
  title: string,
  open: () => Promise<Pick<Stores, 'versions' | 'deliveries' | 'ledger'>>,
): void {
  describe(`a store of versions (${title})`, () => {
    test('keeps each version word for word with what it leads to, by school and in order', async () => {
      const { versions, deliveries, ledger } = await open();
      const then = { owed: [delivery(1)], entries: [entryDraft(1)] };
      expect(await versions.addVersion(version(2), textOf(2), then)).toBe('added');
      expect(await versions.addVersion(version(1), textOf(1), nothing)).toBe('added');
      expect(await versions.versions(schoolId)).toEqual([version(2), version(1)]);
      expect(await versions.versions(otherSchool)).toEqual([]);
      expect(await versions.text(name(1))).toEqual(textOf(1));
      expect(await versions.text(name(2))).toEqual(textOf(2));
      expect(await versions.text(name(3))).toBeUndefined();
      expect(await versions.text({ ...name(1), schoolId: otherSchool })).toBeUndefined();
      expect(await versions.text({ ...name(1), policyId: 'snow' })).toBeUndefined();
      expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1));
      expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 1 });
    });

    test('takes a version once, and a first one only where there is none', async () => {
      const { versions, deliveries } = await open();
      await versions.addVersion(version(1, { adoption: first }), textOf(1), nothing);
      const then = { owed: [delivery(2)], entries: [] };
      expect(await versions.addVersion(version(1, { title: 'Other' }), textOf(1), then)).toBe('known');
      expect(await versions.addVersion(version(2, { adoption: first }), textOf(2), then)).toBe('known');
      expect(await versions.addVersion(version(2, { policyId: 'snow', adoption: first }), textOf(2), nothing)).toBe(
        'added',
      );
      expect((await versions.versions(schoolId)).map(({ policyId, hash }) => [policyId, hash])).toEqual([
        ['bicycles', hashOf(1)],
        ['snow', hashOf(2)],
      ]);
      expect(await deliveries.find(delivery(2).key)).toBeUndefined();
    });

    test('puts one in force in the place of the one before, and an act once', async () => {
      const { versions, ledger } = await open();
      await versions.addVersion(version(1, { adoption: first }), textOf(1), nothing);
      await versions.addVersion(version(2), textOf(2), nothing);
      const then = { owed: [], entries: [entryDraft(1)] };
      expect(await versions.adopt(act(1), name(2), hashOf(1), binding(5), then)).toBe('adopted');
      expect(await versions.adopt(act(1), name(2), hashOf(1), binding(6), then)).toBe('adopted');
      expect(await versions.versions(schoolId)).toEqual([
        version(1, { adoption: first, replacedAt: at(5) }),
        version(2, { adoption: binding(5) }),
      ]);
      expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 1 });
    });

    test('refuses what was decided over another version, and what is not there', async () => {
      const { versions, ledger } = await open();
      await versions.addVersion(version(1, { adoption: first }), textOf(1), nothing);
      await versions.addVersion(version(2), textOf(2), nothing);
      await versions.addVersion(version(3), textOf(3), nothing);
      const then = { owed: [], entries: [entryDraft(1)] };
      expect(await versions.adopt(act(1), name(4), hashOf(1), binding(5), then)).toBe('not-found');
      expect(await versions.adopt(act(2), name(1), hashOf(1), binding(5), then)).toBe('overtaken');
      expect(await versions.adopt(act(3), name(3), hashOf(2), binding(5), then)).toBe('overtaken');
      expect(await ledger.head({ schoolId, chain: 'questions' })).toBeUndefined();
      expect(await versions.adopt(act(3), name(3), hashOf(1), binding(6), then)).toBe('adopted');
      expect(await versions.adopt(act(4), name(2), hashOf(1), binding(7), then)).toBe('overtaken');
    });

    test('puts one in force again that was replaced', async () => {
      const { versions } = await open();
      await versions.addVersion(version(1, { adoption: first }), textOf(1), nothing);
      await versions.addVersion(version(2), textOf(2), nothing);
      await versions.adopt(act(1), name(2), hashOf(1), binding(5), nothing);
      expect(await versions.adopt(act(2), name(1), hashOf(2), binding(6), nothing)).toBe('adopted');
      expect(await versions.versions(schoolId)).toEqual([
        version(1, { adoption: binding(6) }),
        version(2, { adoption: binding(5), replacedAt: at(6) }),
      ]);
    });

    test('lets one of two decisions at once win', async () => {
      const { versions } = await open();
      await versions.addVersion(version(1, { adoption: first }), textOf(1), nothing);
      await versions.addVersion(version(2), textOf(2), nothing);
      await versions.addVersion(version(3), textOf(3), nothing);
      const both = await Promise.all(
        [2, 3].map((n) => versions.adopt(act(n), name(n), hashOf(1), binding(n), nothing)),
      );
      expect([...both].sort()).toEqual(['adopted', 'overtaken']);
      const inForce = (await versions.versions(schoolId)).filter((one) => one.adoption && !one.replacedAt);
      expect(inForce).toHaveLength(1);
    });

    test('destroys a version that another one replaced, once, and no other', async () => {
      const { versions, ledger } = await open();
      await versions.addVersion(version(1, { adoption: first }), textOf(1), nothing);
      await versions.addVersion(version(2), textOf(2), nothing);
      const then = { owed: [], entries: [entryDraft(1)] };
      expect(await versions.destroyVersion(name(1), then)).toBe('in-force');
      expect(await versions.destroyVersion(name(2), then)).toBe('in-force'); // proposed: nothing took its place
      await versions.adopt(act(1), name(2), hashOf(1), binding(3), nothing);
      expect(await versions.destroyVersion({ ...name(1), schoolId: otherSchool }, then)).toBe('not-found');
      expect(await versions.destroyVersion(name(1), then)).toBe('destroyed');
      expect(await versions.text(name(1))).toBeUndefined();
      expect(await versions.destroyVersion(name(1), then)).toBe('not-found');
      expect((await versions.versions(schoolId)).map(({ hash }) => hash)).toEqual([hashOf(2)]);
      expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 1 });
    });
  });
}
