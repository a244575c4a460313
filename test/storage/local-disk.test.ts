import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { networkTypeOf } from '../../src/storage/lowdb/local-disk.ts';
import { openStores } from '../../src/storage/open-stores.ts';

const mounts = [
  'overlay / overlay rw,relatime 0 0',
  'proc /proc proc rw 0 0',
  '/dev/sda1 /srv ext4 rw 0 0',
  'files.example:/school /srv/shared nfs4 rw 0 0',
  '//10.0.0.4/volume /home cifs rw 0 0',
  'user@host: /mnt/over\\040there fuse.sshfs rw 0 0',
  '/dev/sdb1 /srv/shared/local ext4 rw 0 0',
  'first /srv/twice nfs rw 0 0',
  '/dev/sdc1 /srv/twice xfs rw 0 0',
].join('\n');
const place = { platform: 'linux', mounts, appService: false } as const;

test.each([
  ['/srv/staffroom', undefined],
  ['/srv/shared', 'nfs4'],
  ['/srv/shared/staffroom', 'nfs4'],
  ['/srv/sharedelsewhere', undefined],
  ['/srv/shared/local/staffroom', undefined],
  ['/home/data', 'cifs'],
  ['/mnt/over there/data', 'fuse.sshfs'],
  ['/srv/twice', undefined],
  ['/', undefined],
])('the folder %s is on the network file system %s', (folder, type) => {
  expect(networkTypeOf(folder, place)).toBe(type && `on a network file system (${type})`);
});

test('on Windows a network share is known by its path', () => {
  const windows = { platform: 'win32', mounts: undefined, appService: false } as const;
  expect(networkTypeOf('\\\\files\\school\\staffroom', windows)).toBe('on a network share');
  expect(networkTypeOf('C:\\staffroom', windows)).toBeUndefined();
});

test('on Azure App Service no folder will do, and the refusal names DATABASE_URL and leaves nothing behind', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'staffroom-store-'));
  const refused = openStores({ dataDir, appService: true });
  await expect(refused).rejects.toThrow('DATABASE_URL');
  expect(await readdir(dataDir)).toEqual([]);
  await rm(dataDir, { recursive: true });
});
