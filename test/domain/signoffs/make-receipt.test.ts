import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { appendEntry } from '../../../src/domain/ledger/append-entry.ts';
import type { Campaign } from '../../../src/domain/signoffs/campaign.ts';
import { makeReceipt, signedEntry } from '../../../src/domain/signoffs/make-receipt.ts';
import { commitmentOf, type Receipt } from '../../../src/domain/signoffs/receipt.ts';

const campaign: Pick<Campaign, 'id' | 'schoolId' | 'document'> = {
  id: 'CA-7KQ2-M',
  schoolId: 'marlow-bridge',
  document: {
    kind: 'policy',
    policyId: 'code-of-conduct',
    title: 'Staff Code of Conduct',
    version: '4.1',
    hash: 'a'.repeat(64),
    statements: [{ text: 'I have read and understood the code.', ref: '1', clause: 'c-1' }],
  },
};
const signatory = { id: 'd'.repeat(32), name: 'Ola Wrona', person: { tenantId: 't', objectId: 'o' } };
const given = {
  campaign,
  signatory,
  typedName: 'Ola Wrona',
  how: { kind: 'teams' } as const,
  at: '2026-09-01T08:00:00.000Z',
  id: 'SG-7KQ2-M',
  salt: 'f'.repeat(32),
};

describe('a receipt', () => {
  const receipt = makeReceipt(given);

  it('commits to every field: whatever is changed, the commitment is another', () => {
    const { commitment, ...fields } = receipt;
    const onBehalf = {
      kind: 'on-behalf',
      on: 'paper',
      recordedBy: { tenantId: 't', objectId: 'admin' },
      witness: 'Sam Reed',
      place: 'Office, blue folder',
    } as const;
    const changed: Omit<Receipt, 'commitment'>[] = [
      { ...fields, id: 'SG-7KQ3-M' },
      { ...fields, schoolId: 'other' },
      { ...fields, campaignId: 'CA-7KQ3-M' },
      { ...fields, signatoryId: '1'.repeat(32) },
      { ...fields, person: { tenantId: 't', objectId: 'p' } },
      { ...fields, person: { tenantId: 'u', objectId: 'o' } },
      { ...fields, person: undefined },
      { ...fields, listed: 'kitchen-3' },
      { ...fields, name: 'Ola  Wrona' },
      { ...fields, typedName: 'ola wrona' },
      { ...fields, at: '2026-09-01T08:00:00.001Z' },
      { ...fields, how: onBehalf },
      { ...fields, how: { ...onBehalf, on: 'device' } },
      { ...fields, how: { ...onBehalf, witness: 'Sam Read' } },
      { ...fields, how: { ...onBehalf, place: 'Office' } },
      { ...fields, how: { ...onBehalf, recordedBy: { tenantId: 't', objectId: 'o' } } },
      { ...fields, document: { ...fields.document, policyId: 'code' } },
      { ...fields, document: { ...fields.document, policyId: undefined } },
      { ...fields, document: { ...fields.document, title: 'Code' } },
      { ...fields, document: { ...fields.document, version: '4.2' } },
      { ...fields, document: { ...fields.document, hash: 'b'.repeat(64) } },
      { ...fields, statementsHash: 'b'.repeat(64) },
      { ...fields, salt: 'e'.repeat(32) },
    ];
    const commitments = [commitment, ...changed.map(commitmentOf)];
    expect(new Set(commitments).size).toBe(changed.length + 1);
    expect(commitmentOf(fields)).toBe(commitment);
  });

  it('is hashed in a form that another program can write: RFC 8785, nothing that is absent', () => {
    const form =
      `{"at":"2026-09-01T08:00:00.000Z","campaignId":"CA-7KQ2-M","document":{"hash":"${'a'.repeat(64)}",` +
      '"policyId":"code-of-conduct","title":"Staff Code of Conduct","version":"4.1"},"how":{"kind":"teams"},' +
      '"id":"SG-7KQ2-M","name":"Ola Wrona","person":{"objectId":"o","tenantId":"t"},' +
      `"salt":"${'f'.repeat(32)}","schoolId":"marlow-bridge","signatoryId":"${'d'.repeat(32)}",` +
      `"statementsHash":"${receipt.statementsHash}","typedName":"Ola Wrona"}`;
    expect(receipt.commitment).toBe(createHash('sha256').update(form).digest('hex'));
  });

  it('holds the words agreed to by their hash: a comma more and it is another', () => {
    const statements = [{ text: 'I have read, and understood the code.', ref: '1', clause: 'c-1' }];
    const other = makeReceipt({ ...given, campaign: { ...campaign, document: { ...campaign.document, statements } } });
    expect(other.statementsHash).not.toBe(receipt.statementsHash);
    expect(other.commitment).not.toBe(receipt.commitment);
  });

  it('keeps of a typed text what can be stored and checked elsewhere', () => {
    const odd = makeReceipt({ ...given, typedName: 'Ola \ud83d\0 Wrona 🐝' });
    expect(odd.typedName).toBe('Ola \ufffd\ufffd Wrona 🐝');
    expect(commitmentOf(JSON.parse(JSON.stringify(odd)) as Receipt)).toBe(odd.commitment);
  });

  it('of somebody without an account says who recorded it, who saw it and where the paper is', () => {
    const how = { kind: 'on-behalf', on: 'paper', recordedBy: given.signatory.person } as const;
    const paper = makeReceipt({
      ...given,
      signatory: { id: '2'.repeat(32), name: 'Rosa Field', listed: 'kitchen-3' },
      how: { ...how, witness: 'Sam Reed', place: 'Office' },
    });
    expect(paper).toMatchObject({ listed: 'kitchen-3', how: { witness: 'Sam Reed', place: 'Office', on: 'paper' } });
    expect(paper).not.toHaveProperty('person');
  });
});

describe('its entry in the ledger', () => {
  it('has references, hashes and nothing of the person', () => {
    const receipt = makeReceipt(given);
    const entry = appendEntry(undefined, signedEntry(receipt));
    expect(entry).toMatchObject({
      chain: 'signoffs',
      kind: 'signed',
      at: receipt.at,
      facts: {
        campaign: 'CA-7KQ2-M',
        receipt: 'SG-7KQ2-M',
        policy: 'code-of-conduct',
        hash: 'a'.repeat(64),
        commitment: receipt.commitment,
      },
    });
    for (const personal of [receipt.salt, receipt.name, receipt.signatoryId])
      expect(JSON.stringify(entry)).not.toContain(personal);
  });

  it('names no policy where what was signed is none', () => {
    const document = { ...campaign.document, kind: 'other' as const, title: 'KCSIE Part One', policyId: undefined };
    const { policyId: _none, ...other } = document;
    const receipt = makeReceipt({ ...given, campaign: { ...campaign, document: other } });
    expect(signedEntry(receipt).facts).not.toHaveProperty('policy');
    expect(receipt.document).not.toHaveProperty('policyId');
  });
});
