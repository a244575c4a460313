import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { inForce } from '../../src/domain/versions/policy-version.ts';
import { createLog } from '../../src/log.ts';
import { projectRoot } from '../../src/project-root.ts';
import { openSnapshot } from '../../src/storage/open-snapshot.ts';

test('at the very first start the versions in force are stored before anybody can be answered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const read = readConfig({
    STAFFROOM_MODE: 'demo',
    PORT: '0',
    DATA_DIR: folder,
    POLICIES_DIR: join(projectRoot, 'policies'),
  });
  if (read.kind === 'invalid') throw new Error(read.problems.join(' '));
  const log = createLog('error', { write: () => undefined });
  const app = await createApp(read.config, { log, now: () => new Date(), tell: () => undefined });
  onTestFinished(() => app.close());
  await app.listen();
  const store = await openSnapshot({ dataDir: read.config.dataDir });
  const known = (await store?.ports.versions.versions('marlow-bridge')) ?? [];
  expect(inForce(known).map(({ policyId }) => policyId)).toContain('staff-acceptable-use');
});
