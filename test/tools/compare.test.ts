import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { policyText } from '../domain/policies/policy-text.ts';
import { runCommand } from './run-command.ts';

function files(before: string, after: string): [string, string] {
  const folder = mkdtempSync(join(tmpdir(), 'compare-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const written = [join(folder, 'old.md'), join(folder, 'new.md')] as [string, string];
  writeFileSync(written[0], before);
  writeFileSync(written[1], after);
  return written;
}

describe('staffroom compare', () => {
  it('prints each change with both texts, and exits 1', async () => {
    const given = files(
      policyText('## Yard\n\n**1** Push it slowly.'),
      policyText('## Yard\n\n**1** Push it very slowly.\n\n**2** Lock it.'),
    );
    expect(await runCommand('compare', ...given)).toEqual({
      code: 1,
      stdout:
        'REWORDED Yard › 1\n  − Push it slowly.\n  + Push it very slowly.\n\n' +
        'ADDED Yard › 2\n  + Lock it.\n\n1 added, 0 removed, 1 reworded, 0 only renumbered; the new version has 2 clauses.\n',
      stderr: '',
    });
  });

  it('exits 0 where nothing that people read changed, though the file did', async () => {
    const given = files(policyText('Push it.'), policyText('Push it.', { reviewDue: '2031-01-31' }));
    const { code, stdout } = await runCommand('compare', ...given);
    expect(code).toBe(0);
    expect(stdout).toContain('0 added, 0 removed, 0 reworded, 0 only renumbered');
  });

  it('gives a program the hashes and the changes', async () => {
    const given = files(policyText('Push it.'), policyText('Push it.\n\nLock it.'));
    const { stdout } = await runCommand('compare', ...given, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      before: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      changes: [{ kind: 'added', after: { text: 'Lock it.' } }],
    });
  });

  it('names what it cannot read, and exits 2', async () => {
    const [before] = files(policyText('Push it.'), '');
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => said.mockRestore());
    const { code, stdout } = await runCommand('compare', before, join(before, 'missing.md'));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(said.mock.calls.map(([line]) => String(line)).join('\n')).toMatch(
      /missing\.md cannot be read\.\nNothing was compared\./,
    );
  });
});
