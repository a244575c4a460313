import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCheckpoint } from '../../src/domain/ledger/make-checkpoint.ts';
import { sealedUnder } from '../../src/keys/create-sealer.ts';
import { readKeyFile } from '../../src/keys/key-file.ts';
import { isSheetInSafe } from '../../src/keys/key-sheet.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { type Keys, openKeys } from '../../src/keys/open-keys.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { projectRoot } from '../../src/project-root.ts';
import { createKeyRetirement } from '../../src/jobs/retire-keys.ts';
import { createLog } from '../../src/log.ts';
import { draft } from '../domain/ledger/sample-chain.ts';
import { runCommand } from './run-command.ts';

let folder: string;
let file: string;
let dataDir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-command-'));
  file = join(folder, 'keys.json');
  dataDir = join(folder, 'data');
  vi.stubEnv('STAFFROOM_MODE', 'demo');
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('REPORT_KEY_FILE', file);
  vi.stubEnv('POLICIES_DIR', join(projectRoot, 'policies'));
  dataDir = join(folder, 'demo');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const schoolId = 'marlow-bridge';
const person = { tenantId: 't', objectId: 'o' };

/** Puts one sealed question with its ledger entry into the store, `n` of them. */
async function handIn(n: number): Promise<void> {
  const [stores, keys] = [await openStores({ dataDir }), await openKeys(file)];
  for (let i = 1; i <= n; i += 1) {
    const id = `SQ-${i}`;
    const sealedText = await keys.sealer.seal(`question ${i}`, { schoolId, type: 'question', id });
    const question = { id, schoolId, asker: person, owner: person, sealedText, askedAt: '2026-11-20T10:00:00.000Z' };
    const act = { activityKey: `a${i}`, submissionId: `s${i}` };
    await stores.questions.submit(act, question, { owed: [], entries: [draft(i)] });
  }
  await stores.close();
}

describe('staffroom keys init', () => {
  it('makes a file for its owner alone, and never writes one over', async () => {
    const { code, stdout } = await runCommand('keys', 'init', file);
    expect(code).toBe(0);
    expect(stdout).toContain(file);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    const before = await readFile(file, 'utf8');
    const again = await runCommand('keys', 'init', file);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('never written over');
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});

describe('the sheet', () => {
  it('goes out, comes back as the same keys, and is asked for until somebody confirms it', async () => {
    await runCommand('keys', 'init', file);
    const { stdout } = await runCommand('keys', 'export');
    const [sheet, copy] = [join(folder, 'sheet.txt'), join(folder, 'copy.json')];
    await writeFile(sheet, stdout);
    expect((await runCommand('keys', 'import', sheet, copy)).code).toBe(0);
    expect(await readKeyFile(copy)).toEqual(await readKeyFile(file));

    expect(isSheetInSafe(await readKeyFile(file))).toBe(false);
    expect((await runCommand('keys', 'confirm-safe', '--by', 'Jo Manager')).stdout).toContain('Jo Manager confirmed');
    const ring = await readKeyFile(file);
    expect(isSheetInSafe(ring)).toBe(true);
    expect(ring.inSafe?.by).toBe('Jo Manager');
  });

  it('with a slip makes no key file and names the line', async () => {
    await runCommand('keys', 'init', file);
    const { stdout } = await runCommand('keys', 'export');
    const sheet = join(folder, 'sheet.txt');
    await writeFile(
      sheet,
      stdout.replace(/( {2}1 {2})(.)/, (_, indent: string, was: string) => indent + (was === '0' ? '1' : '0')),
    );
    const { code, stderr } = await runCommand('keys', 'import', sheet, join(folder, 'copy.json'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Line \d+ of the sheet .* has a slip/);
    await expect(stat(join(folder, 'copy.json'))).rejects.toThrow();
  });
});

describe('staffroom keys rotate', () => {
  it('seals everything anew and drops the old key when no bot runs', async () => {
    await runCommand('keys', 'init', file);
    await handIn(5);
    const old = await readKeyFile(file);
    const { code, stdout } = await runCommand('keys', 'rotate');
    expect(stdout).toContain('5 texts were sealed under the new key.');
    expect(code).toBe(0);
    const ring = await readKeyFile(file);
    expect(ring.wrapping).toHaveLength(1);
    expect(ring.sealsWith).not.toBe(old.sealsWith);
    expect(ring.signing).toBe(old.signing);
    const [stores, keys] = [await openStores({ dataDir }), await openKeys(file)];
    const found = await stores.questions.find(schoolId, 'SQ-3');
    expect(await keys.sealer.open(found?.sealedText ?? '', { schoolId, type: 'question', id: 'SQ-3' })).toBe(
      'question 3',
    );
    await stores.close();
  });

  it('lets the running bot do it and waits until it did', async () => {
    await runCommand('keys', 'init', file);
    await handIn(5);
    const stores = await openStores({ dataDir });
    const keys = await openKeys(file);
    const look = createKeyRetirement({
      ...keys,
      questions: stores.questions,
      incidents: stores.incidents,
      slips: stores.slips,
      log: createLog('silent'),
    });
    const bot = setInterval(() => void look(), 50);
    const { code, stdout } = await runCommand('keys', 'rotate');
    clearInterval(bot);
    expect(stdout).toContain('The running bot seals everything');
    expect(code).toBe(0);
    const texts = await stores.questions.sealed(schoolId);
    const { sealsWith, wrapping } = await readKeyFile(file);
    expect(wrapping).toHaveLength(1);
    expect(texts.map(({ sealedText }) => sealedUnder(sealedText))).toEqual(Array(5).fill(sealsWith));
    await stores.close();
  });

  it('goes step by step where every machine has a copy of the file', async () => {
    await runCommand('keys', 'init', file);
    await handIn(2);
    const old = (await readKeyFile(file)).sealsWith;
    expect((await runCommand('keys', 'rotate', '--step', 'use')).stderr).toContain('First: --step prepare');
    expect((await runCommand('keys', 'rotate', '--step', 'prepare')).code).toBe(0);
    expect((await readKeyFile(file)).sealsWith).toBe(old);
    expect((await runCommand('keys', 'rotate', '--step', 'prepare')).stderr).toContain('prepared already');
    expect((await runCommand('keys', 'rotate', '--step', 'use')).code).toBe(0);
    expect((await readKeyFile(file)).wrapping).toHaveLength(2);
    expect((await runCommand('keys', 'rotate', '--step', 'drop')).code).toBe(0);
    expect((await readKeyFile(file)).wrapping.map(({ kid }) => kid)).not.toContain(old);
    expect((await runCommand('keys', 'rotate', '--step', 'sideways')).code).toBe(1);
  });
});

describe('staffroom keys rotate --signing', () => {
  /** Signs what is not signed yet, as the bot does with the keys that it opened. */
  async function sign(keys: Keys, day: number): Promise<string | undefined> {
    const stores = await openStores({ dataDir });
    const now = new Date(Date.parse('2026-11-20T10:00:00Z') + day * 86_400_000);
    const made = await makeCheckpoint(
      stores.ledger,
      { schoolId, chain: 'questions' },
      { now, signer: await keys.signer(), owedFor: () => [] },
    );
    await stores.close();
    return made.kind === 'made' ? made.checkpoint.keyId : undefined;
  }
  const exportedTo = async (target: string) => {
    await runCommand('ledger', 'export', '--school', schoolId, '--chain', 'questions', target);
    return target;
  };

  it('lets the running bot sign with the new key, and what the old one signed stays verifiable by either id', async () => {
    await runCommand('keys', 'init', file);
    await runCommand('keys', 'confirm-safe', '--by', 'Jo Manager');
    const bot = await openKeys(file);
    await handIn(3);
    const before = await sign(bot, 0);
    const earlier = await exportedTo(join(folder, 'earlier.jsonl'));

    const { code, stdout } = await runCommand('keys', 'rotate', '--signing');
    expect(code).toBe(0);
    const [, told] = /new key from now on: (\S+)/.exec(stdout) ?? [];
    await handIn(5);
    const after = await sign(bot, 2);
    expect(after).toBe(told);
    expect(after).not.toBe(before);

    const later = await exportedTo(join(folder, 'later.jsonl'));
    for (const target of [earlier, later]) expect((await runCommand('verify', target)).code).toBe(0);
    for (const key of [before, after]) expect((await runCommand('verify', later, '--key', key ?? '')).code).toBe(0);
    expect((await runCommand('verify', earlier, '--key', after ?? '')).code).toBe(1);
    expect((await runCommand('verify', later)).stdout).toContain(`on with the key ${after}, which the one before put`);
  });

  it('keeps of the old key what is not secret, asks for a new sheet, and the sheet brings all of it back', async () => {
    await runCommand('keys', 'init', file);
    await runCommand('keys', 'confirm-safe', '--by', 'Jo Manager');
    const old = await readKeyFile(file);
    await runCommand('keys', 'rotate', '--signing');
    const ring = await readKeyFile(file);
    expect(await readFile(file, 'utf8')).not.toContain(old.signing);
    expect(ring.formerSigning).toHaveLength(1);
    expect(ring.wrapping).toEqual(old.wrapping);
    expect(isSheetInSafe(ring)).toBe(false);
    const [sheet, copy] = [join(folder, 'sheet.txt'), join(folder, 'copy.json')];
    await writeFile(sheet, (await runCommand('keys', 'export')).stdout);
    await runCommand('keys', 'import', sheet, copy);
    const { inSafe: _confirmed, ...rest } = ring;
    expect(await readKeyFile(copy)).toEqual(rest);
  });

  it('is known to the doctor, who says so where the key file is one from before the change', async () => {
    await runCommand('keys', 'init', file);
    const old = await readFile(file, 'utf8');
    const bot = await openKeys(file);
    await handIn(3);
    await sign(bot, 0);
    await runCommand('keys', 'rotate', '--signing');
    await handIn(5);
    await sign(bot, 2);
    const ledgerLine = async () => {
      const { stdout } = await runCommand('doctor', '--offline', '--json');
      const { lines } = JSON.parse(stdout) as { lines: { check: string; colour: string; message: string }[] };
      return lines.find(({ check }) => check === 'ledger');
    };
    expect(await ledgerLine()).toMatchObject({ colour: 'green' });
    const { keyId } = await bot.signer();
    await writeFile(file, old);
    expect(await ledgerLine()).toMatchObject({ colour: 'red', message: expect.stringContaining(keyId) as string });
  });

  it('refuses a key file in which the word of the old key is not its own', async () => {
    await runCommand('keys', 'init', file);
    await runCommand('keys', 'rotate', '--signing');
    const ring = await readKeyFile(file);
    const other = newKeyRing(new Date()).signing;
    await writeFile(file, JSON.stringify({ ...ring, signing: other }));
    await expect(readKeyFile(file)).rejects.toThrow('is damaged');
  });

  it('is one step', async () => {
    await runCommand('keys', 'init', file);
    const before = await readFile(file, 'utf8');
    const { code, stderr } = await runCommand('keys', 'rotate', '--signing', '--step', 'use');
    expect(code).toBe(1);
    expect(stderr).toContain('in one step');
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});

describe('staffroom ledger export', () => {
  it('writes what verify finds whole, with no bot and beside one', async () => {
    await runCommand('keys', 'init', file);
    await handIn(7);
    const target = join(folder, 'export.jsonl');
    const ask = () => runCommand('ledger', 'export', '--school', schoolId, '--chain', 'questions', target);
    expect(await ask()).toMatchObject({ code: 0, stdout: expect.stringContaining('7 entries') as string });
    const bot = await openStores({ dataDir });
    expect(await ask()).toMatchObject({ code: 0, stdout: expect.stringContaining('Whole.') as string });
    await bot.close();
    expect((await runCommand('verify', target)).code).toBe(0);
    expect(await readFile(target, 'utf8')).not.toContain('question 1');
  });

  it('says so when there is no such ledger', async () => {
    await runCommand('keys', 'init', file);
    const ask = (chain: string) =>
      runCommand('ledger', 'export', '--school', schoolId, '--chain', chain, join(folder, 'x'));
    expect(await ask('questions')).toMatchObject({ code: 2, stderr: expect.stringContaining('no store') as string });
    await handIn(0);
    expect(await ask('questions')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no entries yet') as string,
    });
    expect(await ask('gossip')).toMatchObject({ code: 2, stderr: expect.stringContaining('no ledger') as string });
  });
});
