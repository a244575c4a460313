import { spawnSync } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { sampleChange, sampleSigning, sampleText, sampleVersion } from '../domain/signoffs/sample-evidence.ts';
import { readPdf } from '../sheets/read-pdf.ts';
import { runCommand } from './run-command.ts';
import { openStoreSettings } from './store-settings.ts';

let settings: Awaited<ReturnType<typeof openStoreSettings>>;
let stores: Stores;
const file = (name: string) => join(settings.folder, name);
beforeAll(async () => {
  settings = await openStoreSettings();
  // a bot that serves meanwhile
  stores = await openStores({ dataDir: file('data') });
  await stores.versions.addVersion(sampleVersion(), sampleText, { owed: [], entries: [] });
  await stores.signoffs.record(sampleChange());
  await stores.signoffs.record(sampleSigning());
});
afterAll(async () => {
  await stores.close();
  await settings.remove();
});

describe('staffroom signoffs', () => {
  it('lists campaigns with numbers that add up, and names nobody', async () => {
    const { code, stdout } = await runCommand('signoffs');
    expect(code).toBe(0);
    expect(stdout).toContain('CA-7KQ2-M  marlow-bridge  open, by 2026-10-01  Acceptable Use, version 3.1');
    expect(stdout).toContain('4 signed + 0 still to sign');
    expect(stdout).toContain('= 5 in all.');
    expect(stdout).not.toContain('Wrona');
    const json = JSON.parse((await runCommand('signoffs', '--json')).stdout) as { campaigns: object[] };
    expect(json.campaigns[1]).toMatchObject({
      id: 'CA-8KQ2-F',
      numbers: { signed: 3, pending: 1, exempt: 1, audience: 5 },
    });
    expect((await runCommand('signoffs', '--school', 'nowhere')).code).toBe(2);
  });

  it('shows one campaign with the names of who is outstanding', async () => {
    const { code, stdout } = await runCommand('signoffs', 'show', 'ca-8kq2-f');
    expect(code).toBe(0);
    expect(stdout).toContain('Still to sign (1)\n  Zoë Ünal, by 2026-10-01');
    expect(stdout).not.toContain('Wrona');
    expect((await runCommand('signoffs', 'show', 'CA-AAAA-A')).code).toBe(1);
    const json = JSON.parse((await runCommand('signoffs', 'show', 'CA-8KQ2-F', '--json')).stdout) as object;
    expect(json).toMatchObject({ people: [{ name: 'Ola Wrona', state: 'signed' }, {}, {}, {}, {}] });
  });

  it('says what one person signed', async () => {
    const { code, stdout } = await runCommand('signoffs', 'person', 'zoë ünal');
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stdout).toContain('Zoë Ünal  CA-7KQ2-M  Signed, SG-7KQ2-M on 2026-09-02  Acceptable Use, version 3.1');
    expect((await runCommand('signoffs', 'person', 'Nobody Known')).code).toBe(1);
    expect((await runCommand('signoffs', 'person', 'kitchen-1')).stdout).toContain('Rosa Field');
  });

  it('writes the table and the report into new files that only their owner reads, and nothing over an old one', async () => {
    expect(await runCommand('signoffs', 'export', 'CA-7KQ2-M', '--csv', file('a.csv'))).toMatchObject({ code: 0 });
    const table = await readFile(file('a.csv'), 'utf8');
    expect(table).toContain('Zoë Ünal,');
    expect(table).toContain('Never asked because'); // the people of the sample school are in no staff team
    expect((await stat(file('a.csv'))).mode & 0o777).toBe(0o600);
    const again = await runCommand('signoffs', 'export', 'CA-7KQ2-M', '--csv', file('a.csv'));
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('Nothing was written');
    expect((await runCommand('signoffs', 'export', 'open', '--pdf', file('a.pdf'))).code).toBe(0);
    expect((await runCommand('signoffs', 'export', 'CA-8KQ2-F', '--pdf', file('b.pdf'), '--names')).code).toBe(0);
    const [all, named] = await Promise.all(['a.pdf', 'b.pdf'].map(async (one) => readPdf(await readFile(file(one)))));
    expect(all?.pages.join('')).not.toContain('Zoë');
    expect(named?.pages.join('')).toContain('Zoë Ünal (by 1 October 2026)');
  });

  it('writes evidence that both verifiers find whole, of a campaign, a person and all', async () => {
    const asked = [['CA-7KQ2-M'], ['all'], ['all', '--person', 'Ola Wrona']];
    for (const [at, args] of asked.entries()) {
      const bundle = file(`${at}.jsonl`);
      const { code, stdout, stderr } = await runCommand('signoffs', 'export', ...args, '--bundle', bundle);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('The ledger in it: Whole.');
      expect((await runCommand('verify', bundle)).code).toBe(0);
      const script = join(projectRoot, 'test', 'verifier', 'verify.py');
      const python = spawnSync('python3', [script, bundle], { encoding: 'utf8' });
      if (!python.error) expect(JSON.parse(python.stdout)).toMatchObject({ kind: 'whole', receipts: [4, 7, 2][at] });
    }
    const text = await readFile(file('0.jsonl'), 'utf8');
    await writeFile(file('forged.jsonl'), text.replace('share passwords', 'give passwords'));
    expect((await runCommand('verify', file('forged.jsonl'))).stdout).toContain('BROKEN at SG-7KQ0-M');
  });

  it('refuses what it cannot do with a sentence, and writes nothing', async () => {
    for (const args of [
      ['CA-7KQ2-M'],
      ['CA-7KQ2-M', '--csv', file('c'), '--pdf', file('d')],
      ['CA-AAAA-A', '--csv', file('c')],
      ['open', '--csv', file('c')],
      ['CA-AAAA-A', '--bundle', file('c')],
      ['all', '--bundle', file('c'), '--person', 'Nobody'],
    ]) {
      const { code, stderr } = await runCommand('signoffs', 'export', ...args);
      expect(code, args.join(' ')).toBe(1);
      expect(stderr).toMatch(/\.\n$/);
      await expect(stat(file('c'))).rejects.toThrow();
    }
  });
});

describe('staffroom doctor', () => {
  it('counts who has to sign and cannot be written to, and names nobody', async () => {
    const signoffsLine = async () => {
      const { stdout } = await runCommand('doctor', '--offline', '--json');
      const { lines } = JSON.parse(stdout) as { lines: { check: string; colour: string; todo?: string }[] };
      return lines.find(({ check }) => check === 'signoffs');
    };
    expect(await signoffsLine()).toMatchObject({ colour: 'green' });
    const pending = (await stores.signoffs.signatories('marlow-bridge', 'CA-8KQ2-F')).find(
      ({ state }) => state === 'pending',
    );
    if (!pending) throw new Error('nobody is pending');
    const reason = 'Staffroom has no chat with them';
    const unreachable = { ...pending, state: 'unreachable', reason, revision: pending.revision + 1 } as const;
    const at = '2026-09-03T08:00:00.000Z';
    const then = { owed: [], entries: [] };
    await stores.signoffs.record({ schoolId: 'marlow-bridge', at, signatories: [unreachable], then });
    const line = await signoffsLine();
    expect(line).toMatchObject({
      colour: 'amber',
      message: '1 person of marlow-bridge has to sign, and the bot cannot write to them.',
    });
    expect(line?.todo).toContain('staffroom signoffs show CA-8KQ2-F');
    expect(JSON.stringify(line)).not.toContain(pending.name);
    expect((await runCommand('signoffs', 'show', 'CA-8KQ2-F')).stdout).toContain(
      `Not reached in Teams (1)\n  ${pending.name}`,
    );
  });
});
