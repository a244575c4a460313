import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noConsequences } from '../../src/domain/delivery/consequences.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { StoreError } from '../../src/storage/store-error.ts';
import type { StoreFinding, Stores } from '../../src/storage/stores.ts';
import { act, asker, at, delivery, entryDraft, question, schoolId, suggestion } from './sample-facts.ts';
import { addressee, broadcast } from './sample-broadcasts.ts';
import { review } from './sample-reviews.ts';
import { campaign, signatory } from './sample-signoffs.ts';
import { longSlip } from './sample-slips.ts';
import { draft, place } from './sample-incidents.ts';

const address = {
  objectId: 'person',
  tenantId: 'tenant',
  serviceUrl: 'https://smba.example/',
  conversationId: 'a:1',
  userId: '29:person',
  botId: '28:bot',
};

let dataDir: string;
let file: string;
let opened: Stores[];
let findings: StoreFinding[];
beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'staffroom-store-')), 'data');
  file = join(dataDir, 'staffroom.json');
  opened = [];
  findings = [];
});
afterEach(async () => {
  await Promise.all(opened.map((stores) => stores.close()));
  await rm(join(dataDir, '..'), { recursive: true, force: true });
});

const open = async () => {
  const stores = await openStores({ dataDir, onFinding: (finding) => findings.push(finding) });
  opened.push(stores);
  return stores;
};
const close = async () => {
  await Promise.all(opened.map((stores) => stores.close()));
  opened = [];
};
const fillOnce = async () => {
  const { persons, questions } = await open();
  await persons.rememberAddress(address);
  await questions.submit(act(1), question(1), { owed: [delivery(1)], entries: [entryDraft(1)] });
  await persons.bindUpn('tenant', 'head@school.example', 'person');
  await close();
};

describe('a store in a file', () => {
  test('makes its folder and keeps folder and files from everybody else', async () => {
    await fillOnce();
    await open();
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(dataDir)) expect((await stat(join(dataDir, name))).mode & 0o777).toBe(0o600);
  });

  test('tightens a file that others could read', async () => {
    await fillOnce();
    await chmod(file, 0o644);
    await open();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('gives back after a restart what was stored, in every section', async () => {
    await fillOnce();
    const { persons, questions, deliveries, ledger } = await open();
    expect(await persons.findAddress('tenant', 'person')).toEqual(address);
    expect(await persons.boundUpns('tenant')).toEqual(new Map([['head@school.example', 'person']]));
    expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
    expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1));
    expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 1 });
    expect(await questions.submit(act(1), question(2), { owed: [], entries: [] })).toEqual(question(1));
    expect(findings).toEqual([]);
  });

  test('has in the file whatever it acknowledged, in three generations, and leaves no draft behind', async () => {
    const { persons } = await open();
    for (let n = 0; n < 20; n++) {
      await persons.rememberAddress({ ...address, objectId: `person-${n}` });
      expect(await readFile(file, 'utf8')).toContain(`"person-${n}"`);
    }
    expect(await readFile(`${file}.1`, 'utf8')).not.toContain('"person-19"');
    expect(await readFile(`${file}.1`, 'utf8')).toContain('"person-18"');
    expect(await readFile(`${file}.2`, 'utf8')).not.toContain('"person-18"');
    await close();
    const files = ['staffroom.created', 'staffroom.json', 'staffroom.json.1', 'staffroom.json.2'];
    expect((await readdir(dataDir)).sort()).toEqual(files);
  });

  test('starts over a draft that a crash left behind', async () => {
    await fillOnce();
    await writeFile(`${file}.new`, '{"version":1,"peo');
    await copyFile(file, `${file}.0`);
    const { persons } = await open();
    await persons.rememberAddress({ ...address, objectId: 'next' });
    expect(await persons.findAddress('tenant', 'person')).toEqual(address);
  });

  test('a write that fails is refused, changes nothing that is read, and the next good one goes through', async () => {
    const stores = await open();
    const { persons } = stores;
    await persons.rememberAddress(address);
    await mkdir(`${file}.new`);
    await writeFile(join(`${file}.new`, 'in-the-way'), '');
    const refused = persons.rememberAddress({ ...address, conversationId: 'a:2' });
    await expect(refused).rejects.toMatchObject({ name: 'StoreError', kind: 'not-written' });
    expect(await persons.findAddress('tenant', 'person')).toEqual(address);
    expect(await readFile(file, 'utf8')).toContain('"a:1"');

    await rm(`${file}.new`, { recursive: true });
    await persons.rememberAddress({ ...address, conversationId: 'a:3' });
    await expect(persons.probe()).resolves.toBeUndefined();
    expect(await persons.findAddress('tenant', 'person')).toEqual({ ...address, conversationId: 'a:3' });
    expect(await stores.health()).toMatchObject({ serves: true, findings: [] });
  });

  test('the probe fails when the folder is gone', async () => {
    const { persons } = await open();
    await rename(dataDir, `${dataDir}-moved`);
    await expect(persons.probe()).rejects.toMatchObject({ kind: 'not-written' });
    await rename(`${dataDir}-moved`, dataDir);
  });

  test('says that PostgreSQL is due once the file is larger than 10 MB', async () => {
    const stores = await open();
    const { questions } = stores;
    const sealedText = 'x'.repeat(1024 * 1024);
    const submit = (n: number) => questions.submit(act(n), question(n, { sealedText }), { owed: [], entries: [] });
    await Promise.all(Array.from({ length: 9 }, (_, n) => submit(n))); // together: each write is of the whole file
    expect(findings).toEqual([]);
    await Promise.all([submit(9), submit(10)]);
    await submit(11);
    expect(findings.map(({ kind }) => kind)).toEqual(['large']);
    const { findings: now, bytes } = await stores.health();
    expect(now.map(({ message }) => message)).toEqual([expect.stringContaining('DATABASE_URL')]);
    expect(bytes).toBe((await stat(file)).size);
  });
});

const sealed = (store: string) => `{"sha256":"${createHash('sha256').update(store).digest('hex')}","store":${store}}`;

describe('a store of version 1', () => {
  const people = {
    staffTeams: [
      {
        schoolId,
        tenantId: 'tenant',
        teamId: 'team',
        teamName: 'All staff',
        serviceUrl: 'https://smba.example/',
        conversationId: '19:staff',
        connectedBy: 'person',
        connectedAt: '2026-11-01T08:00:00.000Z',
        refreshedAt: '2026-11-01T08:00:00.000Z',
        members: [
          { objectId: 'person', name: 'Head', upn: 'head@school.example' },
          { objectId: 'b', name: 'Teacher' },
        ],
      },
    ],
    upns: [{ tenantId: 'tenant', upn: 'head@school.example', objectId: 'person' }],
    addresses: [address],
  };
  const old = JSON.stringify({ version: 1, people });
  beforeEach(async () => {
    await mkdir(dataDir);
    await writeFile(file, old);
    await writeFile(join(dataDir, 'staffroom.created'), '');
  });

  test('is opened with all that it held, and stays beside the new one', async () => {
    const { persons } = await open();
    expect(await persons.staffTeams()).toEqual(people.staffTeams);
    expect(await persons.findAddress('tenant', 'person')).toEqual(address);
    expect(await persons.boundUpns('tenant')).toEqual(new Map([['head@school.example', 'person']]));
    expect(await readFile(`${file}.1`, 'utf8')).toBe(old);
    expect(findings).toEqual([]);
  });

  test('is not believed once the store was of version 2', async () => {
    await (await open()).persons.bindUpn('tenant', 'new@school.example', 'new');
    await close();
    await writeFile(file, old);
    const { persons } = await open();
    expect(findings).toMatchObject([{ kind: 'restored', message: expect.stringContaining('older') as string }]);
    expect(await persons.staffTeams()).toEqual(people.staffTeams);
  });

  test.each([
    ['half-written', old.slice(0, 200)],
    ['without a section', '{"version":1}'],
    ['with an unknown section', `${old.slice(0, -1)},"more":1}`],
    ['with a row that is not one', '{"version":1,"people":{"staffTeams":[],"upns":[{}],"addresses":[]}}'],
  ])('that is %s is refused', async (_, text) => {
    await writeFile(file, text);
    await expect(open()).rejects.toThrow('is damaged');
    expect(await readFile(file, 'utf8')).toBe(text);
  });
});

describe('a store file of version 10', () => {
  test('is opened with all that it held, takes suggestions, and is of this version from the next write on', async () => {
    await fillOnce();
    for (const path of [file, `${file}.1`, `${file}.2`]) {
      const { store } = await withoutSuggestions(path);
      await writeFile(path, sealed(JSON.stringify({ ...store, version: 10 })));
    }
    const { questions } = await open();
    expect(findings).toEqual([]);
    expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
    await questions.suggest(act('suggest'), suggestion(1), noConsequences);
    await close();
    expect(await readFile(file, 'utf8')).toContain('"version":11');
    expect(await (await open()).questions.suggestions(schoolId)).toEqual([suggestion(1)]);
  });
});

describe('a store file of version 9', () => {
  test('is opened with all that it held, takes slips, and is of this version from the next write on', async () => {
    await fillOnce();
    for (const path of [file, `${file}.1`, `${file}.2`]) {
      const written = await withoutSuggestions(path);
      const { slips: _none, ...rest } = written.store;
      await writeFile(path, sealed(JSON.stringify({ ...rest, version: 9 })));
    }
    const { questions, slips } = await open();
    expect(findings).toEqual([]);
    expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
    await slips.submit(act('slip'), longSlip(1), noConsequences);
    await close();
    expect(await readFile(file, 'utf8')).toContain('"version":11');
    expect(await (await open()).slips.all(schoolId)).toEqual([longSlip(1)]);
  });
});

describe('a store file of version 8', () => {
  test('is opened with all that it held, takes a chosen school, and is of this version from the next write on', async () => {
    await fillOnce();
    for (const path of [file, `${file}.1`, `${file}.2`]) {
      const written = await withoutSuggestions(path);
      const { slips: _none, ...rest } = written.store;
      await writeFile(path, sealed(JSON.stringify({ ...rest, version: 8 })));
    }
    const { questions, persons } = await open();
    expect(findings).toEqual([]);
    expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
    const who = { tenantId: 'tenant', objectId: 'somebody' };
    const chat = { serviceUrl: 'https://smba.example/', conversationId: 'a:1', userId: '29:1', botId: '28:1' };
    await persons.rememberAddress({ ...who, ...chat, schoolId });
    await close();
    expect(await readFile(file, 'utf8')).toContain('"version":11');
    expect(await (await open()).persons.findAddress('tenant', 'somebody')).toEqual({ ...who, ...chat, schoolId });
  });
});

describe('a store file of version 7', () => {
  test('is opened with all that it held, takes broadcasts, and is of this version from the next write on', async () => {
    await fillOnce();
    for (const path of [file, `${file}.1`, `${file}.2`]) {
      const written = await withoutSuggestions(path);
      const { broadcasts: _none, slips: _nor, ...rest } = written.store;
      await writeFile(path, sealed(JSON.stringify({ ...rest, version: 7 })));
    }
    const { questions, broadcasts } = await open();
    expect(findings).toEqual([]);
    expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
    const rows = { broadcasts: [broadcast(1)], addressees: [addressee(1)] };
    await broadcasts.record({ schoolId, at: at(1), ...rows, then: noConsequences });
    await close();
    expect(await readFile(file, 'utf8')).toContain('"version":11');
    const again = await open();
    expect(await again.broadcasts.addressees(schoolId, 'BC-1')).toEqual([{ addressee: addressee(1) }]);
  });
});

describe('a store file of version 6', () => {
  test('is opened with all that it held, takes reviews, and is of this version from the next write on', async () => {
    await fillOnce();
    for (const path of [file, `${file}.1`, `${file}.2`]) {
      const written = await withoutSuggestions(path);
      const { reviews: _none, broadcasts: _nor, slips: _either, ...rest } = written.store;
      await writeFile(path, sealed(JSON.stringify({ ...rest, version: 6 })));
    }
    const { questions, reviews } = await open();
    expect(findings).toEqual([]);
    expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
    await reviews.record({ review: review(1), at: at(1), then: noConsequences });
    await close();
    expect(await readFile(file, 'utf8')).toContain('"version":11');
    const again = await open();
    expect(await again.reviews.reviews(schoolId)).toEqual([review(1)]);
  });
});

describe('a store file of version 5', () => {
  test('is opened with the texts of its policies as they stood there, without their clauses', async () => {
    await fillOnce();
    const markdown = '---\nid: bicycles\n---\n\n# Bicycles “é”';
    const version = {
      ...{ schoolId, policyId: 'bicycles', hash: 'ab'.repeat(32), version: '1.0', title: 'Bicycles', seenAt: at(1) },
      packed: brotliCompressSync(Buffer.from(markdown, 'utf8')).toString('base64'),
    };
    for (const path of [file, `${file}.1`, `${file}.2`]) {
      const written = await withoutSuggestions(path);
      const { reviews: _none, broadcasts: _nor, slips: _either, ...older } = written.store;
      await writeFile(path, sealed(JSON.stringify({ ...older, policies: { versions: [version] }, version: 5 })));
    }
    const { versions, questions } = await open();
    expect(findings).toEqual([]);
    expect(await versions.text(version)).toEqual({ markdown });
    await questions.submit(act(2), question(2), noConsequences);
    await close();
    expect(await readFile(file, 'utf8')).toContain('"version":11');
  });
});

describe('a store file of version 4', () => {
  test('is opened with all that it held, takes campaigns, and is of this version from the next write on', async () => {
    await fillOnce();
    for (const path of [file, `${file}.1`, `${file}.2`]) {
      const written = await withoutSuggestions(path);
      const { signoffs: _none, broadcasts: _nor, reviews: _either, slips: _last, ...rest } = written.store;
      await writeFile(path, sealed(JSON.stringify({ ...rest, version: 4 })));
    }
    const { questions, signoffs } = await open();
    expect(findings).toEqual([]);
    expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
    await signoffs.record({
      schoolId,
      at: at(1),
      campaigns: [campaign(1)],
      signatories: [signatory(1)],
      then: noConsequences,
    });
    await close();
    expect(await readFile(file, 'utf8')).toContain('"version":11');
    const again = await open();
    expect(await again.signoffs.signatories(schoolId, 'CA-1')).toEqual([signatory(1)]);
  });
});

describe('a store file of version 3', () => {
  test('is opened with all that it held, offers files, and is of this version from the next write on', async () => {
    await fillOnce();
    for (const path of [file, `${file}.1`, `${file}.2`]) {
      const written = await withoutSuggestions(path);
      const { files: _none, policies: _either, retention: _nor, ...young } = written.store;
      const { signoffs: _nothing, broadcasts: _neither, reviews: _later, slips: _last, ...rest } = young;
      await writeFile(path, sealed(JSON.stringify({ ...rest, version: 3 })));
    }
    const { questions, files } = await open();
    expect(findings).toEqual([]);
    expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
    const subject = { kind: 'report', reference: 'SR-7KQ2-M' } as const;
    const offer = { id: 'a', schoolId, codeHash: 'b', subject, to: asker, until: at(600), wrong: 0, taken: false };
    await files.offer(offer);
    await close();
    expect(await readFile(file, 'utf8')).toContain('"version":11');
    const again = await open();
    expect(findings).toEqual([]);
    expect(await again.files.take('a', 'b', at(1))).toEqual(offer);
    expect(await again.questions.find(schoolId, 'SQ-1')).toEqual(question(1));
  });
});

describe('a store file of version 2', () => {
  /** As the version before this wrote it: without reports, channels and absences. */
  const asVersionTwo = async (path: string) => {
    const written = await withoutSuggestions(path);
    const { incidents: _none, files: _nor, policies: _either, retention: _nothing, ...young } = written.store;
    const { signoffs: _later, broadcasts: _latest, reviews: _newer, slips: _last, people, ...rest } = young;
    const { absences: _neither, ...older } = people as Record<string, unknown>;
    const text = JSON.stringify({ ...rest, version: 2, people: older });
    const sha256 = createHash('sha256').update(text).digest('hex');
    await writeFile(path, `{"sha256":"${sha256}","store":${text}}`);
  };
  beforeEach(async () => {
    await fillOnce();
    for (const path of [file, `${file}.1`, `${file}.2`]) await asVersionTwo(path);
  });

  test('is opened with all that it held, takes reports, and is of this version from the next write on', async () => {
    const { questions, incidents, places } = await open();
    expect(findings).toEqual([]);
    expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
    expect(await incidents.all(schoolId)).toEqual([]);
    expect(await readFile(file, 'utf8')).toContain('"version":2');
    await incidents.startDraft(act(9), draft(1));
    await places.savePlace(place(1), noConsequences);
    await close();
    expect(await readFile(file, 'utf8')).toContain('"version":11');
    const again = await open();
    expect(findings).toEqual([]);
    expect(await again.incidents.findDraft(schoolId, 'SD-1')).toEqual(draft(1));
    expect(await again.places.places(schoolId)).toEqual([place(1)]);
    expect(await again.questions.find(schoolId, 'SQ-1')).toEqual(question(1));
  });

  test('is gone back to when the newest file is damaged', async () => {
    await writeFile(file, 'x');
    const { questions } = await open();
    expect(findings).toMatchObject([{ kind: 'restored' }]);
    expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
  });
});

describe('a store whose newest file cannot be trusted', () => {
  const damages: [string, (newest: Buffer) => Promise<void>][] = [
    ['is gone', () => rm(file)],
    ['is empty', () => writeFile(file, '')],
    ['is cut short', (newest) => writeFile(file, newest.subarray(0, -20))],
    ['is zeroes', (newest) => writeFile(file, Buffer.alloc(newest.length))],
    ['is null', () => writeFile(file, 'null')],
    ['is a list', () => writeFile(file, '[]')],
    ['is an empty object', () => writeFile(file, '{}')],
    ['is an earlier generation', () => copyFile(`${file}.2`, file)],
  ];

  test.each(damages)(
    '(it %s) goes back to the one before, says so until somebody dealt with it, and keeps the damaged file',
    async (_, damage) => {
      await fillOnce();
      const newest = await readFile(file);
      await damage(newest);
      const damaged = await readFile(file).catch(() => undefined);

      const stores = await open();
      const { persons, questions } = stores;
      expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
      expect(await persons.boundUpns('tenant')).toEqual(new Map());
      const [finding] = findings;
      expect(finding).toMatchObject({ kind: 'restored', message: expect.stringContaining('may be missing') as string });
      expect((await stores.health()).findings).toEqual(findings);
      await persons.bindUpn('tenant', 'again@school.example', 'person');

      const names = await readdir(dataDir);
      const aside = names.find((name) => name.includes('.damaged-'));
      expect(aside === undefined ? undefined : await readFile(join(dataDir, aside))).toEqual(damaged);
      await close();

      findings = [];
      const again = await open();
      expect(findings).toEqual([]);
      expect((await again.health()).findings).toEqual([finding]);
      expect(await again.persons.boundUpns('tenant')).toEqual(new Map([['again@school.example', 'person']]));
      const note = names.find((name) => name.startsWith('staffroom.restored-')) ?? '';
      await rm(join(dataDir, note));
      expect((await again.health()).findings).toEqual([]);
    },
  );

  test('goes back two generations when two are damaged', async () => {
    await fillOnce();
    await writeFile(file, 'x');
    await writeFile(`${file}.1`, 'x');
    const { persons, questions } = await open();
    expect(findings).toHaveLength(1);
    expect(await questions.find(schoolId, 'SQ-1')).toBeUndefined();
    expect(await persons.findAddress('tenant', 'person')).toEqual(address);
  });

  test.each([
    ['damaged', () => writeFile(`${file}.1`, 'x')],
    ['gone', () => rm(`${file}.1`)],
    ['gone with the one before it', () => Promise.all([rm(`${file}.1`), rm(`${file}.2`)])],
  ])('opens in full when only an earlier generation is %s, and says so', async (_, damage) => {
    await fillOnce();
    await damage();
    const stores = await open();
    expect(await stores.persons.boundUpns('tenant')).toHaveProperty('size', 1);
    expect(findings.map(({ kind }) => kind)).toEqual(['doubtful']);
    expect((await stores.health()).findings).toEqual(findings);
  });
});

describe('a store that cannot be trusted stops the start with one line', () => {
  const all = () => [file, `${file}.1`, `${file}.2`];
  const contents = () => Promise.all(all().map((path) => readFile(path, 'utf8').catch(() => undefined)));
  const expectRefused = async (words: string) => {
    const before = await contents();
    const error: unknown = await open().then(
      () => 'opened',
      (refused: unknown) => refused,
    );
    expect(error).toBeInstanceOf(StoreError);
    const { message } = error as StoreError;
    expect(message).toContain(words);
    expect(message).toContain(file);
    expect(message).not.toContain('\n');
    expect(await contents()).toEqual(before);
  };

  test.each([
    ['empty', ''],
    ['null', 'null'],
    ['false', 'false'],
    ['a list', '[]'],
    ['an empty object', '{}'],
    ['zeroes', '\0'.repeat(4096)],
  ])('when every generation is %s', async (_, text) => {
    await fillOnce();
    for (const path of all()) await writeFile(path, text);
    await expectRefused('is damaged');
    await expectRefused('staffroom restore FILE');
  });

  test('when every generation is gone', async () => {
    await fillOnce();
    for (const path of all()) await rm(path);
    await expectRefused('is missing although it was there before');
  });

  test('when every generation is older than those that were kept', async () => {
    await fillOnce();
    const old = await contents();
    const { persons } = await open();
    for (let n = 0; n < 5; n++) await persons.bindUpn('tenant', `upn-${n}@school.example`, 'person');
    await close();
    await open();
    await close();
    for (const [n, path] of all().entries()) await writeFile(path, old[n] ?? '');
    await expectRefused('was replaced by an older one');
  });

  test('when a later Staffroom wrote it, however good an earlier generation is', async () => {
    await fillOnce();
    await writeFile(file, sealed('{"version":12,"generation":9}'));
    await expectRefused('of a version that this program does not know');
  });

  test('when it cannot be read', async () => {
    await fillOnce();
    await rm(file);
    await mkdir(file);
    await expectRefused('cannot be read (EISDIR)');
  });

  test('when the folder cannot be made', async () => {
    await writeFile(dataDir, 'a file where the folder should be');
    await expect(open()).rejects.toThrow(StoreError);
  });
});

/** What a store file holds, as versions up to 10 wrote it. */
async function withoutSuggestions(path: string): Promise<{ store: Record<string, unknown> }> {
  const { store } = JSON.parse(await readFile(path, 'utf8')) as { store: { questions: Record<string, unknown> } };
  const { suggestions: _none, ...questions } = store.questions;
  return { store: { ...store, questions } };
}
