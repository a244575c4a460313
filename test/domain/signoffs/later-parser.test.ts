import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../src/domain/policies/policy.ts';
import { versionHash, versionWords } from '../../../src/domain/policies/version-hash.ts';
import { evidenceLines } from '../../../src/domain/signoffs/evidence.ts';
import { gatherEvidence } from '../../../src/domain/signoffs/gather-evidence.ts';
import { readSigned } from '../../../src/domain/signoffs/read-signed.ts';
import { statementsHash } from '../../../src/domain/signoffs/receipt.ts';
import { sign } from '../../../src/domain/signoffs/sign.ts';
import { verifyEvidence } from '../../../src/domain/signoffs/verify-evidence.ts';
import { findVersion } from '../../../src/domain/versions/find-version.ts';
import { noteVersions } from '../../../src/domain/versions/note-versions.ts';
import { readVersion } from '../../../src/domain/versions/read-version.ts';
import { openSignoffWorld, people, phones, type SignoffWorld } from '../../support/signoff-world.ts';
import { signer } from '../ledger/sample-chain.ts';

/** The same file as a parser of another time reads it: what is two statements today was one. */
const today = phones();
const then: Policy = {
  ...today,
  clauses: [
    ...today.clauses.filter(({ kind }) => kind !== 'declaration'),
    {
      id: 'bbbbbb',
      kind: 'declaration',
      headingPath: ['Declaration'],
      text: 'I have read and shall keep to it.',
      line: 18,
    },
  ],
};

/** A campaign that was opened when the file was read as `then`; since then it is read as `today`. */
async function openLater() {
  const world = await openSignoffWorld({ staff: 2, policy: then });
  const outcome = await world.open();
  if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
  const first = await signAs(world, 10, outcome.campaign.id);
  world.library = { ...world.library, policies: [today] };
  const head = world.as(people.head).actor;
  const noted = await noteVersions({ versions: world.stores.versions, now: () => world.now }, world.library, [head]);
  world.library = noted.library;
  return { world, campaign: outcome.campaign, first, noted };
}

async function signAs(world: SignoffWorld, n: number, campaignId: string) {
  const all = await world.stores.signoffs.signatories('hill', campaignId);
  const signatory = all.find(({ name }) => name === `Staff ${String(n).padStart(4, '0')}`);
  const hash = (await world.stores.signoffs.campaign('hill', campaignId))?.document.hash ?? '';
  const desk = { ...world.desk, questions: world.stores.questions, sealer: { seal: () => Promise.resolve('') } };
  const request = { ...world.as(n), signatoryId: signatory?.id ?? '', hash, agreed: true };
  const signed = await sign(desk, { ...request, typedName: signatory?.name ?? '' });
  if (signed.kind !== 'signed') throw new Error(JSON.stringify(signed));
  return signed;
}

describe('when a later parser reads a stored file otherwise', () => {
  test('what is in force stays as it was adopted, and nobody is told of a new text', async () => {
    const { noted, campaign } = await openLater();
    expect(noted).toMatchObject({ proposed: [], unreadable: [], owed: false });
    expect(noted.library.policies).toEqual([then]);
    expect(versionHash(today)).not.toBe(campaign.document.hash);
  });

  test('a campaign of before is read, signed and proved in the words that it was opened with', async () => {
    const { world, campaign, first } = await openLater();
    const second = await signAs(world, 11, campaign.id);
    expect((await readSigned(world.desk, second)).policy?.clauses).toEqual(then.clauses);
    expect(campaign.document.statements.map(({ text }) => text)).toEqual(['I have read and shall keep to it.']);
    expect(second.receipt.statementsHash).toBe(statementsHash(campaign.document.statements));
    expect(second.receipt.statementsHash).toBe(first.receipt.statementsHash);

    const { school } = world.library;
    const gathered = await gatherEvidence(world.stores, { school, about: { kind: 'school' } });
    if (gathered.kind !== 'gathered') throw new Error(gathered.kind);
    expect(gathered.evidence.words).toEqual([versionWords(then)]);
    const lines: string[] = [];
    const { ledger } = world.stores;
    const by = { ledger, head: gathered.head, now: world.now, signer };
    for await (const line of evidenceLines(gathered.evidence, by)) lines.push(line);
    expect(verifyEvidence(lines)).toMatchObject({ kind: 'whole', receipts: 2 });
  });

  test('the next change of the file is compared with what was adopted', async () => {
    const { world } = await openLater();
    const next = phones('Phones stay at home.', { version: '2.0' });
    const { versions } = world.stores;
    await noteVersions({ versions, now: () => world.now }, { ...world.library, policies: [next] }, []);
    const hash = versionHash(next);
    const found = await findVersion(
      { versions, proposedHash: () => hash },
      { schoolId: 'hill', policyId: 'phones', hash },
    );
    expect(found?.over.hash).toBe(versionHash(then));
    expect(found?.changes.map(({ kind }) => kind)).toEqual(['reworded', 'reworded', 'added']);
  });

  test('clauses that are not what the hash was made of are not used', async () => {
    const { markdown } = today;
    const read = (hash: string) =>
      readVersion(
        { text: () => Promise.resolve({ markdown, parsed: then }) },
        { schoolId: 'hill', policyId: 'phones', hash },
      );
    expect((await read(versionHash(today)))?.clauses).toEqual(today.clauses);
    expect(await read('ab'.repeat(32))).toBeUndefined();
  });
});
