import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resealAll } from '../../src/domain/secrecy/reseal-all.ts';
import { createKeyRetirement } from '../../src/jobs/retire-keys.ts';
import { sealedUnder } from '../../src/keys/create-sealer.ts';
import { changeKeyFile, readKeyFile } from '../../src/keys/key-file.ts';
import { withNewestInUse, withPreparedKey } from '../../src/keys/key-ring.ts';
import { type Keys, openKeys } from '../../src/keys/open-keys.ts';
import { createLog } from '../../src/log.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { draft, incident, newEvent } from '../storage/sample-incidents.ts';
import { slip } from '../storage/sample-slips.ts';
import { createMemoryStores } from '../support/memory-stores.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const schools = ['marlow-bridge', 'elm-road'];
const person = { tenantId: 't', objectId: 'o' };
const log = createLog('silent');

let folder: string;
let file: string;
let stores: Stores;
let keys: Keys;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rotation-'));
  file = join(folder, 'keys.json');
  keys = await openKeys(file, { make: now });
  stores = createMemoryStores();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sealedIn = ({ questions, incidents, slips }: Stores) => ({ questions, incidents, slips });

let count = 0;
/** Hands a question in and answers it, reports a gap, suggests words, begins a draft, sends a report and a slip with one event each, all sealed by `by`. */
async function write(by: Keys, schoolId: string): Promise<void> {
  const n = (count += 1);
  const seal = (type: string, id: string) => by.sealer.seal(`${type} words ${n}`, { schoolId, type, id });
  const id = `SQ-${n}`;
  const at = now.toISOString();
  const act = (what: string) => ({ activityKey: `${what}-${n}`, submissionId: `s-${what}-${n}` });
  const then = { owed: [], entries: [] };
  const question = { id, schoolId, asker: person, owner: person, sealedText: await seal('question', id), askedAt: at };
  await stores.questions.submit(act('ask'), question, then);
  const answer = { sealedText: await seal('answer', id), at, by: person };
  await stores.questions.answer(act('answer'), { schoolId, id }, answer, then);
  const gap = { id: `SG-${n}`, schoolId, sealedText: await seal('gap', `SG-${n}`), at };
  await stores.questions.reportGap(act('gap'), gap);
  const suggested = { id: `SW-${n}`, schoolId, owner: person, clause: 'a#1', at };
  const sealedWords = await seal('suggestion', suggested.id);
  await stores.questions.suggest(act('suggest'), { ...suggested, sealedText: sealedWords }, then);
  const own = { schoolId, reporter: person };
  const begun = draft(n, { ...own, sealedAnswers: await seal('draft', `SD-${n}`) });
  await stores.incidents.startDraft(act('draft'), begun);
  const sealedReport = await seal('report', `SR-${n}`);
  await stores.incidents.submit(act('send'), incident(n, { ...own, draftId: `SD-other-${n}`, sealedReport }), then);
  const asked = newEvent('asked', n, { by: person, sealedText: await seal('report-event', `SR-${n}-2`) });
  await stores.incidents.record(act('ask'), { schoolId, id: `SR-${n}` }, { seen: 1, events: [asked] }, then);
  const events = [{ kind: 'talk', at, by: person, sealedText: await seal('slip-event', `SP-${n}-1`) } as const];
  await stores.slips.submit(
    act('slip'),
    slip(n, { schoolId, sealedText: await seal('slip', `SP-${n}`), events }),
    then,
  );
}

/** Every text that the store holds, as `by` opens it. */
async function readAll(by: Keys): Promise<(string | undefined)[]> {
  const opened: Promise<string | undefined>[] = [];
  for (const schoolId of schools) {
    for (const { place, sealedText } of await sealedOf(schoolId)) {
      const [type = '', id = ''] = place.split(':');
      opened.push(by.sealer.open(sealedText, { schoolId, type, id }));
    }
  }
  return Promise.all(opened);
}

async function sealedOf(schoolId: string) {
  const { questions, incidents, slips } = stores;
  return (await Promise.all([questions, incidents, slips].map((store) => store.sealed(schoolId)))).flat();
}

async function kidsInUse(): Promise<Set<string | undefined>> {
  const texts = await Promise.all(schools.map(sealedOf));
  return new Set(texts.flat().map(({ sealedText }) => sealedUnder(sealedText)));
}

const beginChange = () => changeKeyFile(file, (ring) => withNewestInUse(withPreparedKey(ring, now), true));

describe('a change of keys while two instances serve', () => {
  it('seals every text under the new key and drops the old one, with every text readable throughout', async () => {
    const other = await openKeys(file);
    for (let i = 0; i < 20; i += 1) await write(keys, schools[i % 2] ?? '');
    const before = (await keys.ring()).sealsWith;
    let serving = true;
    let readable = true;
    const serve = async (by: Keys) => {
      for (let i = 0; serving; i += 1) {
        await write(by, schools[i % 2] ?? '');
        readable &&= (await readAll(by)).every((text) =>
          /^(question|answer|gap|suggestion|draft|report|report-event|slip|slip-event) words \d+$/.test(text ?? ''),
        );
        await wait(1);
      }
    };
    const both = Promise.all([serve(keys), serve(other)]);

    const change = await beginChange();
    const looks = [keys, other].map((by) => createKeyRetirement({ ...by, ...sealedIn(stores), log }));
    for (let i = 0; i < 4; i += 1) {
      await Promise.all(looks.map((look) => look()));
      await wait(30);
    }
    serving = false;
    await both;

    expect(readable).toBe(true);
    expect(await kidsInUse()).toEqual(new Set([change?.sealsWith]));
    const ring = await readKeyFile(file);
    expect(ring.wrapping.map(({ kid }) => kid)).toEqual([change?.sealsWith]);
    expect(ring.sealsWith).not.toBe(before);
    expect(ring.dropUnused).toBe(false);
    expect((await readAll(other)).length).toBeGreaterThan(120);
  });

  it('leaves the old key where the drop is to be done by hand', async () => {
    await write(keys, 'elm-road');
    await changeKeyFile(file, (ring) => withNewestInUse(withPreparedKey(ring, now), false));
    const look = createKeyRetirement({ ...keys, ...sealedIn(stores), log });
    for (let i = 0; i < 3; i += 1) await look();
    expect((await readKeyFile(file)).wrapping).toHaveLength(2);
  });

  it('never drops the key of a text that cannot be opened', async () => {
    await write(keys, 'elm-road');
    const sealedText = await keys.sealer.seal('words', { schoolId: 'elm-road', type: 'gap', id: 'another' });
    await stores.questions.reportGap(
      { activityKey: 'x', submissionId: 'y' },
      { id: 'SG-ODD', schoolId: 'elm-road', sealedText, at: now.toISOString() },
    );
    await beginChange();
    const deps = { ...keys, ...sealedIn(stores) };
    expect(await resealAll(deps)).toMatchObject({ resealed: 9, unreadable: 1, unused: [] });
    const look = createKeyRetirement({ ...deps, log });
    for (let i = 0; i < 3; i += 1) await look();
    expect((await readKeyFile(file)).wrapping).toHaveLength(2);
  });

  it('changes nothing when it is done twice, or when there is nothing to change', async () => {
    const deps = { ...keys, ...sealedIn(stores) };
    await write(keys, 'marlow-bridge');
    expect(await resealAll(deps)).toEqual({ resealed: 0, unreadable: 0, unused: [] });
    await beginChange();
    expect((await resealAll(deps)).resealed).toBe(9);
    expect((await resealAll(deps)).resealed).toBe(0);
  });
});
