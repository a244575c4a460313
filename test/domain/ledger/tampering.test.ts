import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEntry, hashOfEntry } from '../../../src/domain/ledger/append-entry.ts';
import { canonicalJson } from '../../../src/domain/ledger/canonical-json.ts';
import { signCheckpoint } from '../../../src/domain/ledger/checkpoint.ts';
import type { LedgerEntry } from '../../../src/domain/ledger/entry.ts';
import { headMark } from '../../../src/domain/ledger/head-mark.ts';
import { endorseKey } from '../../../src/domain/ledger/ledger-keys.ts';
import type { LedgerKey, LedgerSigner } from '../../../src/domain/ledger/ledger-signer.ts';
import { type Verdict, verifyExport } from '../../../src/domain/ledger/verify-export.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { fileLines } from '../../../src/tools/verify/file-lines.ts';
import { after, exportLines, name, nextSigner, otherSigner, sampleChain, signer } from './sample-chain.ts';

const cycles = Number(process.env.CYCLES ?? 500);
const pythonSample = process.env.CYCLES ? cycles : 60;
const batch = 500;
const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.log('not run: the independent verifier, because there is no python3');

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'ledger-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What both verifiers say of these exports; the verdicts of one stand in for both after it was seen that they agree. */
function verdictsOf(files: readonly (string | Uint8Array)[], witnesses: readonly string[] = []): Verdict[] {
  const all = files.map((file) => Buffer.from(file));
  const ours = all.map((bytes) => verifyExport(fileLines(bytes), { witnesses }));
  if (hasPython) expect(pythonOf(all, witnesses)).toEqual(ours.map(inShort));
  return ours;
}

function pythonOf(files: readonly Uint8Array[], witnesses: readonly string[]): unknown[] {
  const paths = files.map((bytes, at) => {
    writeFileSync(join(folder, `${at}.jsonl`), bytes);
    return join(folder, `${at}.jsonl`);
  });
  const asked = witnesses.flatMap((witness) => ['--witness', witness]);
  const script = join(projectRoot, 'test', 'verifier', 'verify.py');
  const { stdout } = spawnSync('python3', [script, ...asked, ...paths], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

function inShort(verdict: Verdict): unknown {
  if (verdict.kind === 'unreadable') return { kind: 'unreadable' };
  if (verdict.kind === 'broken') return { kind: 'broken', line: verdict.line, entry: verdict.entry };
  const { kind, entries, checkpoints, head, witnesses } = verdict;
  return { kind, entries, checkpoints, head, witnesses: witnesses.map(({ entry }) => entry ?? null) };
}

const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const entryOf = (line: string) => (JSON.parse(line) as { entry?: LedgerEntry }).entry;
const isEntry = (line: string) => line.startsWith('{"entry"');

/** Every line of the file that holds an entry, by its place in the file and in the chain. */
function eachEntry(lines: readonly string[]): { at: number; seq: number }[] {
  return lines.flatMap((line, at) => (isEntry(line) ? [{ at, seq: entryOf(line)?.seq ?? 0 }] : []));
}

function without(lines: readonly string[], at: number): string[] {
  return lines.filter((_, index) => index !== at);
}

describe('an untouched export', () => {
  it('is whole to both verifiers, with one entry, with a checkpoint at its end and with many', async () => {
    for (const [entries, every] of [
      [1, 100],
      [100, 100],
      [230, 50],
      [7, 1],
    ] as const) {
      const [verdict] = verdictsOf([text(await exportLines(sampleChain(entries, every)))]);
      expect(verdict).toMatchObject({ kind: 'whole', entries, checkpoints: Math.floor(entries / every) });
    }
  });

  it('stays whole when a mail programme changed its line ends or cut the last one', async () => {
    const lines = await exportLines(sampleChain(12, 5));
    for (const verdict of verdictsOf([lines.join('\r\n'), lines.join('\n'), lines.join(' \t\n')])) {
      expect(verdict.kind).toBe('whole');
    }
  });
});

describe('every entry', () => {
  const chain = sampleChain(40, 10);

  it('deleted is named as the first that does not hold', async () => {
    const lines = await exportLines(chain);
    const places = eachEntry(lines);
    const verdicts = verdictsOf(places.map(({ at }) => text(without(lines, at))));
    places.forEach(({ seq }, at) => {
      // before a checkpoint or the end, what shows first is that the next thing signs for an entry that is not there
      const shows = seq % 10 === 0 ? [seq - 1, seq] : [seq];
      expect(verdicts[at]).toMatchObject({ kind: 'broken' });
      expect(shows).toContain(entryAt(verdicts[at]));
    });
  });

  it('duplicated is named by the place after it', async () => {
    const lines = await exportLines(chain);
    const places = eachEntry(lines);
    const verdicts = verdictsOf(places.map(({ at }) => text([...lines.slice(0, at + 1), ...lines.slice(at)])));
    expect(verdicts.map(entryAt)).toEqual(places.map(({ seq }) => seq + 1));
  });

  it('swapped with the next is named', async () => {
    const lines = await exportLines(chain);
    const places = eachEntry(lines);
    const swapped = places.slice(0, -1).map(({ at }, place) => {
      const other = places[place + 1]?.at ?? 0;
      return text(lines.map((line, index) => lines[index === at ? other : index === other ? at : index] ?? line));
    });
    expect(verdictsOf(swapped).map(entryAt)).toEqual(places.slice(0, -1).map(({ seq }) => seq));
  });

  it('dated back is named, and with a hash made anew the one after it', async () => {
    const lines = await exportLines(chain);
    const places = eachEntry(lines);
    const back = (line: string, rehash: boolean) => {
      const entry = entryOf(line);
      if (!entry) return line;
      const dated = { ...entry, at: '2026-08-01T07:00:00.000Z' };
      return canonicalJson({ entry: rehash ? { ...dated, hash: hashOfEntry(dated) } : dated });
    };
    const dated = (rehash: boolean) =>
      places.map(({ at }) => text(lines.map((line, index) => (index === at ? back(line, rehash) : line))));
    expect(verdictsOf(dated(false)).map(entryAt)).toEqual(places.map(({ seq }) => seq));
    const rehashed = verdictsOf(dated(true));
    // right before a checkpoint or the end, the signature is what shows it
    expect(rehashed.map(entryAt)).toEqual(places.map(({ seq }) => (seq % 10 === 0 ? seq : seq + 1)));
  });

  it('cut off with everything after it is found, with the closing line and without', async () => {
    const lines = await exportLines(chain);
    const closing = lines.at(-1) ?? '';
    const cuts = lines.slice(0, -1).map((_, at) => lines.slice(0, at + 1));
    for (const verdict of verdictsOf(cuts.map(text))) expect(verdict.kind).toBe('broken');
    for (const verdict of verdictsOf(cuts.slice(0, -1).map((cut) => text([...cut, closing])))) {
      expect(verdict.kind).toBe('broken');
    }
  });
});

describe('a chain made anew', () => {
  const chain = sampleChain(40, 10);
  const forged = (from: number) => {
    const entries = chain.entries.slice(0, from - 1);
    for (const { schoolId, chain: own, at, kind, facts } of chain.entries.slice(from - 1)) {
      const changed = entries.length === from - 1 ? { ...facts, reference: 'SQ-FORGED' } : facts;
      entries.push(appendEntry(entries.at(-1), { schoolId, chain: own, at, kind, facts: changed }));
    }
    return entries;
  };
  const closingOf = async () => (await exportLines(chain)).at(-1) ?? '';

  it('without the key is found from whichever entry on, with the old checkpoints and without any', async () => {
    const closing = await closingOf();
    const files: string[] = [];
    for (let from = 1; from <= 40; from += 1) {
      const entries = forged(from);
      for (const checkpoints of [chain.checkpoints, []]) {
        files.push(text([...(await exportLines({ entries, checkpoints })).slice(0, -1), closing]));
      }
    }
    for (const verdict of verdictsOf(files)) expect(verdict.kind).toBe('broken');
  });

  it('and signed with another key under the name of the right one is found', async () => {
    const named = { ...otherSigner, keyId: signer.keyId };
    const mixed = [{ keyId: signer.keyId, publicKey: otherSigner.publicKey }];
    const verdicts = verdictsOf([
      text(await exportLines({ entries: forged(5), checkpoints: [] }, { ...named, keys: signer.keys })),
      text(await exportLines({ entries: forged(5), checkpoints: [] }, { ...named, keys: mixed })),
    ]);
    expect(verdicts.map(({ kind }) => kind)).toEqual(['broken', 'unreadable']);
  });

  it('by somebody with a key of their own is found by who knows the school’s key', async () => {
    const lines = await exportLines({ entries: forged(5), checkpoints: [] }, otherSigner);
    expect(verifyExport(lines).kind).toBe('whole');
    expect(verifyExport(lines, { schoolKey: signer.keyId })).toMatchObject({ kind: 'broken', entry: 1 });
    expect(verifyExport(await exportLines(chain), { schoolKey: signer.keyId }).kind).toBe('whole');
  });

  it('by somebody with the school’s own key is found by a hash or mark that was kept elsewhere', async () => {
    const entries = forged(5);
    const checkpoints = [10, 20, 30, 40].flatMap((seq) => {
      const head = entries[seq - 1];
      return head ? [signCheckpoint(name, head, new Date(head.at), signer)] : [];
    });
    const witnesses = [chain.entries[3]?.hash ?? '', headMark(chain.entries[19]?.hash ?? '')];
    const [before] = verdictsOf([text(await exportLines(chain))], witnesses);
    const [after] = verdictsOf([text(await exportLines({ entries, checkpoints }))], witnesses);
    expect(before).toMatchObject({ kind: 'whole', witnesses: [{ entry: 4 }, { entry: 20 }] });
    expect(after).toMatchObject({ kind: 'whole', witnesses: [{ entry: 4 }, { entry: undefined }] });
  });
});

describe('a signing key that was changed', () => {
  const third = after(nextSigner, 10);
  const signers = [signer, nextSigner, third];
  const plain = sampleChain(40, 10);
  /** The checkpoints after entries 10, 20, 30 and 40 by these keys. */
  const signedBy = (...by: readonly LedgerSigner[]) => ({
    entries: plain.entries,
    checkpoints: by.flatMap((one, at) => {
      const head = plain.entries[10 * at + 9];
      return head ? [signCheckpoint(name, head, new Date(head.at), one)] : [];
    }),
  });
  const changed = () => signedBy(signer, nextSigner, nextSigner, third);
  /** The same key without the word of the one before, or with that of others. */
  const posing = (by: LedgerSigner, change: (key: LedgerKey, at: number) => LedgerKey): LedgerSigner => ({
    ...by,
    keys: by.keys.map(change),
  });
  const wordOf = (one: LedgerSigner, key: LedgerKey) => ({
    ...key,
    endorsement: endorseKey(key.publicKey, key.since ?? '', one),
  });

  it('leaves everything whole to both, whichever keys signed and whoever’s id is known', async () => {
    for (const chain of [changed(), signedBy(signer, signer), signedBy(third, third), signedBy()]) {
      const lines = await exportLines(chain, third);
      const [verdict] = verdictsOf([text(lines)]);
      expect(verdict).toMatchObject({ kind: 'whole', checkpoints: chain.checkpoints.length });
      for (const { keyId } of signers) expect(verifyExport(lines, { schoolKey: keyId }).kind).toBe('whole');
      expect(verifyExport(lines, { schoolKey: otherSigner.keyId })).toMatchObject({ kind: 'broken', entry: 1 });
    }
  });

  it('and put in by somebody without the old one is found at the first entry that only the new one covers', async () => {
    const since = '2026-09-10T07:00:00.000Z';
    const own = { keyId: otherSigner.keyId, publicKey: otherSigner.publicKey, since };
    const swapped = (endorsement: string) => ({ ...otherSigner, keys: [...signer.keys, { ...own, endorsement }] });
    const chain = signedBy(signer, otherSigner, otherSigner);
    const words = [
      endorseKey(own.publicKey, since, otherSigner), // its own word
      endorseKey(nextSigner.publicKey, since, signer), // the right word, on another key
      endorseKey(own.publicKey, '2026-09-11T07:00:00.000Z', signer), // of another time
      endorseKey(own.publicKey, since, { ...signer, keyId: nextSigner.keyId }), // as the successor of another
      Buffer.alloc(64).toString('base64url'),
    ];
    const files = await Promise.all(words.map(async (word) => text(await exportLines(chain, swapped(word)))));
    for (const verdict of verdictsOf(files)) expect(verdict).toMatchObject({ kind: 'broken', entry: 20 });
    // The right word, and the thief is the successor: only a newer sheet tells that apart.
    const [stolen] = verdictsOf([text(await exportLines(chain, swapped(endorseKey(own.publicKey, since, signer))))]);
    expect(stolen?.kind).toBe('whole');
  });

  it('in the middle of the line cuts off what comes after it', async () => {
    const broken = posing(third, (key, at) => (at === 1 ? wordOf(otherSigner, key) : key));
    const [verdict] = verdictsOf([text(await exportLines(changed(), broken))]);
    expect(verdict).toMatchObject({ kind: 'broken', entry: 20 });
  });

  it('does not sign any more, and the newest one closes', async () => {
    const files = [
      text(await exportLines(signedBy(signer, nextSigner, signer), third)),
      text(await exportLines(signedBy(third, nextSigner), third)),
      text(await exportLines(signedBy(signer), { ...signer, keys: third.keys })),
      text(await exportLines(signedBy(signer), { ...nextSigner, keys: third.keys })),
      text(await exportLines(changed(), nextSigner)),
    ];
    expect(verdictsOf(files)).toMatchObject([
      { kind: 'broken', entry: 30 },
      { kind: 'broken', entry: 20 },
      { kind: 'broken', entry: 40 },
      { kind: 'broken', entry: 40 },
      { kind: 'broken', entry: 40 },
    ]);
  });

  it('is listed in one way only', async () => {
    const odd: ((key: LedgerKey, at: number) => object)[] = [
      ({ keyId, publicKey }) => ({ keyId, publicKey }),
      (key) => ({ ...key, since: key.since ?? '2026-09-10T07:00:00.000Z' }),
      (key, at) => (at === 1 ? { ...key, since: 'yesterday' } : key),
      (key, at) => (at === 1 ? { ...key, since: 7 } : key),
      (key, at) => (at === 1 ? { ...key, endorsement: 'AAAA' } : key),
      (key, at) => (at === 1 ? { ...key, endorsement: null } : key),
      (key, at) => (at === 1 ? { ...key, more: 1 } : key),
      (key, at) => (at === 1 ? { ...signer.keys[0], since: key.since, endorsement: key.endorsement } : key),
    ];
    const files = await Promise.all(
      odd.map(async (change) =>
        text(await exportLines(changed(), posing(third, change as (key: LedgerKey) => LedgerKey))),
      ),
    );
    const none = text(await exportLines(changed(), { ...third, keys: [] }));
    const verdicts = verdictsOf([...files, none]);
    expect(verdicts.map(({ kind }) => kind)).toEqual([...odd.map(() => 'unreadable'), 'broken']);
  });

  it(`is found at each of ${pythonSample} bytes of the first line that was changed`, async () => {
    const bytes = Buffer.from(text(await exportLines(changed(), third)));
    const random = randomFrom(Number(process.env.SEED ?? Date.now() % 2 ** 31));
    const head = bytes.indexOf('\n');
    const files = Array.from({ length: pythonSample }, () => {
      const damaged = Buffer.from(bytes);
      const at = random(head);
      damaged[at] = (damaged[at] ?? 0) ^ (1 + random(255));
      return damaged;
    });
    for (const verdict of verdictsOf(files)) expect(verdict.kind).not.toBe('whole');
  });
});

describe('checkpoints and the frame', () => {
  it('deleted, duplicated, swapped or taken from another place are found', async () => {
    const lines = await exportLines(sampleChain(40, 10));
    const places = lines.flatMap((line, at) => (line.startsWith('{"checkpoint"') ? [at] : []));
    const files = places.flatMap((at) => [
      text(without(lines, at)),
      text([...lines.slice(0, at + 1), ...lines.slice(at)]),
      text(
        lines.map((line, index) => (index === at ? (lines[places.find((other) => other !== at) ?? 0] ?? line) : line)),
      ),
    ]);
    for (const verdict of verdictsOf(files)) expect(verdict.kind).toBe('broken');
  });

  it('lines that are odd in any way are judged alike by both', async () => {
    const lines = await exportLines(sampleChain(4, 2));
    const [head = '', one = '', ...rest] = lines;
    const odd = [
      '',
      'null',
      '[]',
      '{}',
      '{"entry":null}',
      '{"closing":{}}',
      '{"checkpoint":[]}',
      '{"a":1,"b":2}',
      '\u00a0',
      '[NaN]',
      '['.repeat(100_000),
      ` ${one}`,
      one.replace('"count":1', '"count":1.0'),
      one.replace('"count":1', '"count":-0'),
      one.replace('"count":1', '"count":9007199254740993'),
      one.replace('"count":1', '"count":1e400'),
      one.replace('"count":1', '"count":1,"count":1'),
      one.replace('"count":1', '"count":null'),
      one.replace('naïve', '\\ud800'),
      one.replace('naïve', 'na\\u00efve'),
      one.replace('"facts"', '"__proto__"'),
      lines.at(-1) ?? '',
      head,
    ];
    const files = odd.flatMap((line) => [
      text([head, line, ...rest]),
      text([line, one, ...rest]),
      text([...lines, line]),
    ]);
    const verdicts = verdictsOf([...files, '', '\n', '\ufeff' + text(lines), text(lines).slice(0, 40)]);
    // a repeated first line stands where the first line stood: that one file is the export itself
    expect(verdicts.filter(({ kind }) => kind === 'whole')).toHaveLength(1);
  });
});

describe('random changes of bytes', () => {
  it(`of ${cycles}, all are found but those that change white space at the end of a line`, async () => {
    const bytes = Buffer.from(text(await exportLines(sampleChain(120, 25))));
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
    const random = randomFrom(seed);
    const sample: Buffer[] = [];
    let identical = 0;
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const changed = Buffer.from(bytes);
      const at = random(bytes.length);
      changed[at] = (changed[at] ?? 0) ^ (1 + random(255));
      const { kind } = verifyExport(fileLines(changed));
      if (kind === 'whole') {
        identical += 1;
        expect(withoutEnds(changed), `seed ${seed}, byte ${at}`).toBe(withoutEnds(bytes));
      }
      if (sample.length < pythonSample) sample.push(changed);
    }
    for (let from = 0; from < sample.length; from += batch) verdictsOf(sample.slice(from, from + batch));
    console.log(
      `${cycles} changes, seed ${seed}: ${cycles - identical} found, ${identical} left the content identical; the independent verifier agreed on ${hasPython ? sample.length : 0}`,
    );
  }, 3_600_000);
});

function withoutEnds(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .split('\n')
    .map((line) => line.replace(/[ \t\r]+$/, ''))
    .filter((line, at, all) => line !== '' || at < all.length - 1)
    .join('\n');
}

function entryAt(verdict: Verdict | undefined): number {
  return verdict?.kind === 'broken' ? verdict.entry : 0;
}

/** Whole numbers below `limit`, the same for the same seed (mulberry32). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}
