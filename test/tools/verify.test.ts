import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headMark } from '../../src/domain/ledger/head-mark.ts';
import { exportLines, otherSigner, sampleChain, signer } from '../domain/ledger/sample-chain.ts';
import { bundleLines, sampleEvidence } from '../domain/signoffs/sample-evidence.ts';
import { runCommand } from './run-command.ts';

const many = process.env.CYCLES ? 100_000 : 20_000;

let folder: string;
let file: string;
const chain = sampleChain(120);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
  file = join(folder, 'export.jsonl');
  await writeFile(file, `${(await exportLines(chain)).join('\n')}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('staffroom verify', () => {
  it('says that a whole export is whole, and what that does not prove', async () => {
    const { code, stdout, stderr } = await runCommand('verify', file);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Whole\.\nSchool marlow-bridge, ledger of questions: 120 entries up to 2026-11-20T12:00/);
    expect(stdout).toContain(headMark(chain.entries.at(-1)?.hash ?? ''));
    expect(stdout).toContain('--witness');
    expect(stderr).toBe('');
  });

  it('names the first entry that does not hold and ends with 1', async () => {
    const broken = join(folder, 'broken.jsonl');
    await writeFile(broken, (await readFile(file, 'utf8')).replace('SQ-77"', 'SQ-78"'));
    const { code, stdout } = await runCommand('verify', broken);
    expect(code).toBe(1);
    expect(stdout).toContain('BROKEN at entry 77 (line 78 of the file): its content is not what its hash was made of.');
    const json = await runCommand('verify', broken, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ kind: 'broken', entry: 77, line: 78 });
  });

  it('takes hashes and marks from elsewhere and ends with 1 when one stands nowhere', async () => {
    const [one, two] = [chain.entries[9]?.hash ?? '', headMark(chain.entries[99]?.hash ?? '')];
    const good = await runCommand('verify', file, '--witness', one, two);
    expect(good.code).toBe(0);
    expect(good.stdout).toContain(`Witness ${one}: stands at entry 10.`);
    expect(good.stdout).toContain(`Witness ${two}: stands at entry 100.`);
    const bad = await runCommand('verify', file, '--witness', one, 'f'.repeat(64));
    expect(bad.code).toBe(1);
    expect(bad.stdout).toMatch(/^NOT THE SAME LEDGER/);
    expect((await runCommand('verify', file, '--witness', 'monday')).code).toBe(2);
  });

  it('counts one key alone when it is told which', async () => {
    expect((await runCommand('verify', file, '--key', signer.keyId)).code).toBe(0);
    expect((await runCommand('verify', file, '--key', otherSigner.keyId)).code).toBe(1);
  });

  it('ends with 2 for what is no export', async () => {
    const text = join(folder, 'letter.txt');
    await writeFile(text, 'Dear governors,\n');
    expect((await runCommand('verify', text)).code).toBe(2);
    const nowhere = await runCommand('verify', join(folder, 'nowhere'));
    expect(nowhere.code).toBe(2);
    expect(nowhere.stdout).toMatch(/^Cannot be checked: the file .* cannot be read\.$/m);
  });

  it(`checks ${many.toLocaleString('en-GB')} entries in 10 seconds`, async () => {
    const big = join(folder, 'big.jsonl');
    await writeFile(big, `${(await exportLines(sampleChain(many))).join('\n')}\n`);
    const started = performance.now();
    expect((await runCommand('verify', big)).code).toBe(0);
    const seconds = (performance.now() - started) / 1_000;
    console.log(`${many} entries verified in ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(10);
  }, 120_000);
});

describe('staffroom verify of the evidence of sign-offs', () => {
  it('says what it holds, that each receipt is the ledger’s own, and what that does not prove', async () => {
    const bundle = join(folder, 'evidence.jsonl');
    const lines = await bundleLines(sampleEvidence());
    await writeFile(bundle, `${lines.join('\n')}\n`);
    const { code, stdout } = await runCommand('verify', bundle, '--key', signer.keyId);
    expect(stdout).toMatch(/^Marlow Bridge School: all sign-offs, as they were on 2026-11-20T12:00/);
    expect(stdout).toContain('7 receipts of 10 people asked in 2 campaigns.');
    expect(stdout).toContain('The ledger in it: Whole.\nSchool marlow-bridge, ledger of signoffs: 9 entries');
    expect(stdout).toContain('--witness');
    expect(code).toBe(0);
    expect((await runCommand('verify', bundle, '--key', otherSigner.keyId)).code).toBe(1);
    expect((await runCommand('verify', bundle, '--witness', 'f'.repeat(64))).code).toBe(1);
    expect((await runCommand('verify', bundle, '--witness', 'monday')).code).toBe(2);
  });

  it('names the first receipt that does not hold', async () => {
    const bundle = join(folder, 'changed.jsonl');
    const lines = await bundleLines(sampleEvidence());
    await writeFile(bundle, lines.join('\n').replace('"typedName":"zoë ünal"', '"typedName":"zoe unal"'));
    const { code, stdout } = await runCommand('verify', bundle);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'BROKEN at SG-7KQ2-M (line 18 of the file): the receipt is not what its commitment was made of.',
    );
  });
});
