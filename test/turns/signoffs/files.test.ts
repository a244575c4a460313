import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fileKinds, type FileSubject } from '../../../src/domain/files/file-offer.ts';
import { takeFile } from '../../../src/domain/files/take-file.ts';
import { roles, type Role } from '../../../src/domain/people/role.ts';
import { verifyEvidence } from '../../../src/domain/signoffs/verify-evidence.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { createFileDrawer } from '../../../src/sheets/draw-file.ts';
import { drawSignoffs } from '../../../src/sheets/draw-signoffs.ts';
import { checkFile } from '../../../src/tools/verify.ts';
import { bytesOf } from '../../support/bytes-of.ts';
import { buttonOf } from '../questions/question-bench.ts';
import { keyOf, openSigning, people, policyId, schoolId, tenantId, ticks, type Turns } from './signing-bench.ts';

const publicUrl = 'https://staffroom.marlowbridge.example';

/** A campaign that the teacher has signed, and somebody else has not. */
async function openSigned() {
  const turns = await openSigning({ publicUrl });
  const { campaign } = await turns.open(['teacher', 'dsl']);
  const [asked] = await turns.send();
  let card = await turns.press('teacher', 'signoffs.read', buttonOf(asked?.card ?? '', 'signoffs.read'));
  while (card.includes('Next page'))
    card = await turns.press('teacher', 'signoffs.read', buttonOf(card, 'signoffs.read'));
  const form = await turns.press('teacher', 'signoffs.declare', buttonOf(card, 'signoffs.declare'));
  const { name } = people.teacher;
  await turns.press('teacher', 'signoffs.sign', { ...buttonOf(form, 'signoffs.sign'), ...ticks, name });
  const [receipt] = await turns.signoffs.receipts(schoolId, campaign.id);
  if (!receipt) throw new Error('nothing was signed');
  return { turns, campaign, receipt };
}

/** What somebody finds on the card and does with it, by the real rules over the real store. */
function fetchFrom(turns: Turns, card: string) {
  const [, token = ''] = /"https:\/\/staffroom\.marlowbridge\.example\/files\/([\w-]{22})"/.exec(card) ?? [];
  const [, first = '', last = ''] = /"text":"(\d{3}) (\d{3})"/.exec(card) ?? [];
  return takeFile({ ...turns, draw: createFileDrawer(turns) }, { token, code: first + last });
}

const takenOut = async (turns: Turns) => {
  const entries = await turns.ledger.entries({ schoolId, chain: 'signoffs' }, 1, 1_000);
  return entries.filter(({ kind }) => kind === 'taken-out').map(({ facts }) => facts);
};

describe('the evidence of a campaign', () => {
  it.each(['pressed', 'typed'])('is fetched once where it is %s for, and both verifiers find it whole', async (how) => {
    const { turns, campaign, receipt } = await openSigned();
    const { id, document } = campaign;
    const card =
      how === 'pressed'
        ? await turns.press('head', 'campaigns.file', { campaign: id, what: 'bundle' })
        : await turns.say('head', `export ${id} as evidence bundle`);
    expect(await takenOut(turns)).toEqual([]);
    const file = await fetchFrom(turns, card);
    expect(file).toMatchObject({ name: `${id}.jsonl`, type: 'application/x-ndjson' });
    const bytes = await bytesOf(file);
    expect(await fetchFrom(turns, card)).toBeUndefined();
    expect(await takenOut(turns)).toEqual([
      { campaign: id, policy: 'staff-acceptable-use', hash: document.hash, as: 'bundle' },
    ]);

    const lines = bytes.toString('utf8').trimEnd().split('\n');
    const whole = { kind: 'whole', about: { kind: 'campaign', campaign: id }, signatories: 2, receipts: 1 };
    expect(verifyEvidence(lines)).toMatchObject(whole);
    expect(bytes.toString()).toContain(receipt.commitment);
    const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'evidence.jsonl');
    writeFileSync(path, bytes);
    expect(await checkFile(path, { witness: [] })).toBe(0);
    const python = spawnSync('python3', [join(projectRoot, 'test', 'verifier', 'verify.py'), path]);
    if (!python.error) expect(JSON.parse(python.stdout.toString())).toMatchObject({ kind: 'whole', receipts: 1 });
  });

  it('is gone after ten minutes, and for whoever may not ask any more', async () => {
    const { turns, campaign } = await openSigned();
    const asked = () => turns.press('head', 'campaigns.file', { campaign: campaign.id, what: 'bundle' });
    const late = await asked();
    turns.clock.now = new Date(turns.clock.now.getTime() + 10 * 60_000);
    expect(await fetchFrom(turns, late)).toBeUndefined();
    const card = await asked();
    const away = { id: 'SA-1', schoolId, personId: 'helen-marsh', cover: 'tom-bellamy' };
    const days = { from: '2026-11-20', to: '2026-11-27', at: '2026-11-20T08:00:00.000Z' };
    const act = { activityKey: 'away', submissionId: 'away' };
    await turns.absences.addAbsence(act, { ...away, ...days }, { owed: [], entries: [] });
    expect(await fetchFrom(turns, card)).toBeUndefined();
    expect(await takenOut(turns)).toEqual([]);
  });

  it('is not offered where the words that were signed are lost, and a link from before gives nothing', async () => {
    const { turns, campaign } = await openSigned();
    const asked = () => turns.press('head', 'campaigns.file', { campaign: campaign.id, what: 'bundle' });
    const before = await asked();
    await turns.edit((text) => text.replace('three random words', 'four random words'));
    const named = { policy: policyId, hash: turns.hash() };
    const form = buttonOf(await turns.press('head', 'versions.compose', named), 'versions.adopt');
    const decision = { change: 'binding', adoptedBy: 'head', adoptedOn: '2026-11-18' };
    await turns.press('head', 'versions.adopt', { ...form, ...decision });
    const { hash } = campaign.document;
    await turns.versions.destroyVersion({ schoolId, policyId, hash }, { owed: [], entries: [] });
    expect(await asked()).toContain('cannot be read from the store any more. Nothing was made.');
    await expect(fetchFrom(turns, before)).rejects.toThrow('unreadable');
  });
});

describe('who may have which file of sign-offs', () => {
  const probe = '00000000-0000-4000-8000-0000000000ff';
  const ofOthers: readonly FileSubject['kind'][] = [
    ...(['report', 'sheet', 'broadcast', 'broadcast-csv', 'slips', 'slips-csv'] as const),
  ];
  const kinds = fileKinds.filter(
    (kind): kind is 'receipt' | 'signoffs' | 'signoffs-csv' | 'evidence' => !ofOthers.includes(kind),
  );
  const everything = [...kinds];
  const mayHave: Record<Role, readonly FileSubject['kind'][]> = {
    head: everything,
    delegate: everything,
    businessManager: ['receipt'],
    chair: [],
    deputyHead: [],
    dsl: [],
    deputyDsl: [],
    registeredPerson: [],
    ictLead: [],
    hr: [],
    dpo: [],
    policyOwner: [],
  };

  it('is what the table says, for every role by itself, for those without one, and for whoever signed', async () => {
    const { turns, campaign, receipt } = await openSigned();
    const library = turns.shelf.find(schoolId);
    const [somebody] = library?.school.people ?? [];
    if (!library || !somebody) throw new Error('there is no school');
    /** What comes out for somebody with these roles. */
    async function given(held: readonly Role[], objectId = probe): Promise<string[]> {
      if (!library || !somebody) return [];
      const people = library.school.people.filter(({ roles: own }) => !own.includes('head') || !held.includes('head'));
      const person = {
        ...somebody,
        id: 'probe',
        name: 'Pat Probe',
        objectId,
        upn: 'probe@school.example',
        roles: [...held],
      };
      const school = { ...library.school, people: held.length > 0 ? [...people, person] : people };
      const found: string[] = [];
      for (const kind of kinds) {
        const reference = kind === 'receipt' ? receipt.id : campaign.id;
        const fetched = { library: { ...library, school }, kind, reference, to: { tenantId, objectId } };
        if (await drawSignoffs(turns, fetched)) found.push(kind);
      }
      return found;
    }
    for (const role of roles) expect({ role, has: await given([role]) }).toEqual({ role, has: mayHave[role] });
    expect(await given([])).toEqual([]);
    expect(await given([], people.teacher.aadObjectId)).toEqual(['receipt']);
    expect(await given([], keyOf('dsl').objectId)).toEqual([]); // asked, and has not signed
  });

  it('is for the head’s stand-in while the head is away, and not for the head', async () => {
    const { turns, campaign } = await openSigned();
    const library = turns.shelf.find(schoolId);
    if (!library) throw new Error('there is no school');
    const has = async (who: 'head' | 'deputyHead') =>
      (await drawSignoffs(turns, { library, kind: 'signoffs-csv', reference: campaign.id, to: keyOf(who) })) !==
      undefined;
    expect([await has('head'), await has('deputyHead')]).toEqual([true, false]);
    const away = { id: 'SA-1', schoolId, personId: 'helen-marsh', cover: 'tom-bellamy' };
    const days = { from: '2026-11-20', to: '2026-11-27', at: '2026-11-20T08:00:00.000Z' };
    const act = { activityKey: 'away', submissionId: 'away' };
    await turns.absences.addAbsence(act, { ...away, ...days }, { owed: [], entries: [] });
    expect([await has('head'), await has('deputyHead')]).toEqual([false, true]);
  });

  it('is of the school’s own campaigns and receipts only, and says nothing of those that are not there', async () => {
    const { turns } = await openSigned();
    const library = turns.shelf.find(schoolId);
    if (!library) throw new Error('there is no school');
    const before = await takenOut(turns);
    for (const kind of kinds)
      for (const reference of ['CA-3MN8-P', 'SG-3MN8-P', ''])
        expect(await drawSignoffs(turns, { library, kind, reference, to: keyOf('head') })).toBeUndefined();
    expect(await takenOut(turns)).toEqual(before);
  });
});
