import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { projectRoot } from '../../src/project-root.ts';

/** A folder with keys and the settings of a command that reads a store in it, until `remove`. */
export async function openStoreSettings(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-tool-'));
  const keys = join(folder, 'keys.json');
  await createKeyFile(keys, newKeyRing(new Date()));
  const settings = {
    POLICIES_DIR: join(projectRoot, 'policies'),
    DATA_DIR: join(folder, 'data'),
    REPORT_KEY_FILE: keys,
    STAFFROOM_MODE: 'production',
    BOT_ID: '00000000-0000-4000-8000-00000000b070',
    BOT_TENANT_ID: '11111111-1111-4111-8111-111111111111',
    BOT_SECRET: 'not used',
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return {
    folder,
    remove: async () => {
      vi.unstubAllEnvs();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
